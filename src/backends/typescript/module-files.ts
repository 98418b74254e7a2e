// One policy → the files that a program takes it from: the module and the one that explains, their declarations where these stand
// apart, and the maps back to the lines of the policy.

import { writeModule } from "./build-module.ts";
import type { BuiltModule, RuntimeHome } from "./build-module.ts";
import { eraseTypes } from "./erase-types.ts";
import { batchForms, explainingForms, forms, judgeForms } from "./forms.ts";
import type { ModuleSource } from "./module-form.ts";
import type { RulePlace } from "./rule-marks.ts";
import { writeSourceMap } from "./source-map.ts";
import type { MappedFile } from "./source-map.ts";

export interface ModuleFile {
  readonly name: string;
  readonly text: string;
}

export interface ModuleOrder {
  /** TypeScript that a runtime erases the types of, or JavaScript with declarations beside it. */
  readonly language: "ts" | "js";
  readonly runtime: RuntimeHome;
  /** The module that decides for a pupil, the one that explains, that for whole registers, that for ready figures. */
  readonly parts: readonly (keyof typeof FORMS)[];
  readonly pathOf: MappedFile["pathOf"];
}

const FORMS = { decide: forms, explain: explainingForms, batch: batchForms, judge: judgeForms } as const;

/** The same files for the same policy, always: of each part the module, its map, and its declarations where they stand apart. */
export function moduleFiles(source: ModuleSource, order: ModuleOrder): readonly ModuleFile[] {
  const { name } = source.model;
  return order.parts.flatMap((part) =>
    filesOf(part === "decide" ? name : `${name}.${part}`, writeModule(source, order.runtime, FORMS[part]), order),
  );
}

function filesOf(
  name: string,
  built: BuiltModule,
  { language, pathOf }: Pick<ModuleOrder, "language" | "pathOf">,
): readonly ModuleFile[] {
  const mapped = (file: string, text: string, places: readonly RulePlace[]): readonly ModuleFile[] => [
    { name: file, text: `${text}\n//# sourceMappingURL=${file}.map\n` },
    { name: `${file}.map`, text: writeSourceMap({ name: file, places, pathOf }) },
  ];
  if (language === "ts") return mapped(`${name}.ts`, built.text, built.places);
  const { text, declarations, places } = eraseTypes(built);
  return [...mapped(`${name}.js`, text, places), { name: `${name}.d.ts`, text: declarations }];
}
