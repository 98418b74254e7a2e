// The policies that a walk through the book tells, block by block. A block that begins a policy begins a new one; any other goes on
// with the one before. What a block says of itself (`error=…`, `finds=…`, `aside`) is what the compiler has to say of it.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Compilation } from "../../src/compile.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderDiagnostic } from "../../src/diagnostics/render.ts";
import { compileFile, runExamplesOf } from "../policy-files.ts";
import type { RunnableExample } from "../policy-files.ts";
import type { Block } from "./blocks.ts";

export interface ToldPolicy {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** The codes of what the compiler says of it. */
  readonly codes: readonly string[];
  readonly titles: ReadonlySet<string>;
}

export interface Telling {
  readonly policy: ToldPolicy;
  /** The codes that were not told before this block. */
  readonly newCodes: readonly string[];
  /** What is told of them, as the command line draws it. */
  readonly drawn: string;
  readonly newExamples: readonly RunnableExample[];
}

const heading = /^(?:nation|authority|trust|school) policy ([a-z0-9-]+)/m;
const yamlHeading = /^(?:nation|authority|trust|school)-policy:\s*(?:\{\s*|\n\s+)name: ([a-z0-9-]+)/m;

export function beginsPolicy({ language, text }: Block): boolean {
  return (language === "yaml" ? yamlHeading : heading).test(text);
}

/** Writes the policy with this block into the folder, and compiles it there. An aside is forgotten afterwards by the caller. */
export function tellBlock(folder: string, before: ToldPolicy | undefined, block: Block): Telling {
  const { language, text: added } = block;
  const begun = (language === "yaml" ? yamlHeading : heading).exec(added)?.[1];
  const goesOn = begun === undefined ? before : undefined;
  const name = begun ?? goesOn?.name;
  if (name === undefined) throw new Error("no policy has begun that this block could go on with");
  const file = goesOn?.file ?? join(folder, `${name}.rollcall${language === "yaml" ? ".yaml" : ""}`);
  const text = goesOn === undefined ? added : `${goesOn.text}\n${added}`;
  writeFileSync(file, text);
  const compilation = compileFile(pathToFileURL(file));
  const fresh = newOnes(compilation.diagnostics, goesOn?.codes ?? []);
  const examples = runExamplesOf(compilation);
  return {
    policy: { name, file, text, codes: codesOf(compilation), titles: new Set(examples.map(({ title }) => title)) },
    newCodes: fresh.map(({ code }) => code),
    drawn: fresh.map((each) => renderDiagnostic(each, { colour: false }).replaceAll(`${folder}/`, "")).join("\n\n"),
    newExamples: examples.filter(({ title }) => goesOn?.titles.has(title) !== true),
  };
}

function codesOf({ diagnostics }: Compilation): readonly string[] {
  return diagnostics.map(({ code }) => code);
}

/** Of each code as many as there are more than before, the last ones of the text. */
function newOnes(now: readonly Diagnostic[], before: readonly string[]): readonly Diagnostic[] {
  const left = new Map([...Map.groupBy(before, (code) => code)].map(([code, { length }]) => [code, length]));
  return now.filter(({ code }) => {
    const count = left.get(code) ?? 0;
    left.set(code, Math.max(0, count - 1));
    return count === 0;
  });
}
