// One policy → the files that a program takes it from: the module, its declarations where these stand apart, and the map back to
// the lines of the policy.

import { writeModule } from "./build-module.ts";
import type { RuntimeHome } from "./build-module.ts";
import { eraseTypes } from "./erase-types.ts";
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
  readonly pathOf: MappedFile["pathOf"];
}

/** The same files for the same policy, always. */
export function moduleFiles(source: ModuleSource, { language, runtime, pathOf }: ModuleOrder): readonly ModuleFile[] {
  const built = writeModule(source, runtime);
  const { name } = source.model;
  const mapped = (file: string, text: string, places: readonly RulePlace[]): readonly ModuleFile[] => [
    { name: file, text: `${text}\n//# sourceMappingURL=${file}.map\n` },
    { name: `${file}.map`, text: writeSourceMap({ name: file, places, pathOf }) },
  ];
  if (language === "ts") return mapped(`${name}.ts`, built.text, built.places);
  const { text, declarations, places } = eraseTypes(built);
  return [...mapped(`${name}.js`, text, places), { name: `${name}.d.ts`, text: declarations }];
}
