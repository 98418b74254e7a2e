// One policy → one typed module without dependencies: the names it can say as literal types, its tables, its forms, and of the
// runtime what these need. The same text for the same policy, always.

import { Project } from "ts-morph";
import { forms } from "./forms.ts";
import { inlineRuntime, namesOfRuntime } from "./inline-runtime.ts";
import type { ModuleForm, ModuleSource } from "./module-form.ts";
import { plainText } from "./plain-text.ts";
import { takeMarks } from "./rule-marks.ts";
import type { RulePlace } from "./rule-marks.ts";

/** Where a module has its runtime from: within itself, or from the package's own door. */
export type RuntimeHome = "inline" | "import";

export interface BuiltModule {
  readonly text: string;
  /** What stands where in the text, for a source map. */
  readonly places: readonly RulePlace[];
}

/** The text of the module. */
export function buildModule(source: ModuleSource, runtime: RuntimeHome = "inline"): string {
  return writeModule(source, runtime, forms).text;
}

/** A module of the given forms, with the places of the rules. */
export function writeModule(source: ModuleSource, runtime: RuntimeHome, of: readonly ModuleForm[]): BuiltModule {
  const { model, version, readSource, lowered } = source;
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const file = project.createSourceFile(`${model.name}.ts`, {
    statements: of.flatMap((form) => [...form.write(source)]),
  });
  const own = file.getFullText().trim();
  const entries = of.flatMap((form) => [...form.runtime]);
  const [above, below] =
    runtime === "import"
      ? [importsOf(entries, source, own), ""]
      : ["", `\n${RUNTIME_BELOW}\n\n${inlineRuntime(entries, readSource, own)}\n`];
  return takeMarks(
    `// ${plainText(model.title)}: its attendance policy as a program. Written by rollcall ${version}; edit the policy, not this file.
/* eslint-disable */

${above}${own}
${below}`,
    lowered.rules,
  );
}

const RUNTIME_BELOW = "// ---------------------------------------------------------------- the runtime";

function importsOf(entries: readonly string[], { readSource }: ModuleSource, own: string): string {
  const { types, values } = namesOfRuntime(entries, readSource, own);
  const line = (kind: string, names: readonly string[]): string =>
    names.length === 0 ? "" : `${kind} {\n${names.map((name) => `  ${name},\n`).join("")}} from "rollcall/runtime";\n`;
  return `${line("import", values)}${line("import type", types)}\n`;
}
