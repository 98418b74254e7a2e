// What reads YAML, loaded when something written in it is first asked for. It weighs as much as the whole of a first answer, which
// needs none of it.

import type * as YamlFiles from "../../src/yaml-files.ts";

let loaded: typeof YamlFiles | undefined;

export async function loadYaml(): Promise<typeof YamlFiles> {
  loaded ??= await import("../../src/yaml-files.ts");
  return loaded;
}

/** Undefined while it has not been loaded. */
export function yamlSoFar(): typeof YamlFiles | undefined {
  return loaded;
}

/** For whoever has waited for it. */
export function yamlAtHand(): typeof YamlFiles {
  if (loaded === undefined) throw new Error("Something written in YAML was asked for before what reads it was loaded.");
  return loaded;
}
