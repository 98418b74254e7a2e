// A module in TypeScript → the same in plain JavaScript, and its declarations apart. The places of the rules move with it.

import { ts } from "ts-morph";
import { Bug } from "../../support/bug.ts";
import type { BuiltModule } from "./build-module.ts";
import type { RulePlace } from "./rule-marks.ts";
import { readMappings } from "./source-map.ts";

export interface ErasedModule extends BuiltModule {
  readonly declarations: string;
}

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  verbatimModuleSyntax: true,
};

export function eraseTypes({ text, places }: BuiltModule): ErasedModule {
  const fileName = "module.ts";
  const { outputText, sourceMapText } = ts.transpileModule(text, {
    fileName,
    compilerOptions: { ...compilerOptions, sourceMap: true },
  });
  const declared = ts.transpileDeclaration(text, {
    fileName,
    compilerOptions: { ...compilerOptions, declaration: true },
  });
  const fault = declared.diagnostics?.[0];
  if (fault !== undefined)
    throw new Bug(`the module does not declare itself: ${ts.flattenDiagnosticMessageText(fault.messageText, " ")}`);
  return {
    text: outputText.replace(/^\/\/# sourceMappingURL=.*\n?/m, ""),
    declarations: declared.outputText,
    places: moved(places, mappingsOf(sourceMapText)),
  };
}

function mappingsOf(map: string | undefined): string {
  const read: unknown = JSON.parse(map ?? "{}");
  if (typeof read !== "object" || read === null || !("mappings" in read)) throw new Bug("the eraser gave no map");
  return String(read.mappings);
}

/** Where each rule begins and ends in the text without types. */
function moved(places: readonly RulePlace[], mappings: string): readonly RulePlace[] {
  let index = -1;
  const found: RulePlace[] = [];
  for (const [line, column, fromLine, fromColumn] of readMappings(mappings)) {
    const reached = (place: RulePlace | undefined): boolean =>
      place !== undefined && (place.line < fromLine || (place.line === fromLine && place.column <= fromColumn));
    const before = index;
    while (reached(places[index + 1])) index++;
    const rule = places[index]?.rule;
    if (index > before && rule !== found.at(-1)?.rule) found.push({ line, column, rule });
  }
  return found;
}
