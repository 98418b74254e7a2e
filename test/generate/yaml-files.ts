// What is generated of the YAML form: its JSON Schema, and the twin of each policy of the repository.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeSource } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { jsonSchema } from "../../src/yaml/json-schema.ts";
import { toYaml } from "../../src/yaml/print-yaml.ts";
import type { GeneratedFile } from "./generated-file.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export const schemaFiles: readonly GeneratedFile[] = [
  { path: "grammar/rollcall.schema.json", write: () => `${JSON.stringify(jsonSchema(), null, 2)}\n` },
  {
    path: "grammar/rollcall.draft-07.schema.json",
    write: () => `${JSON.stringify(jsonSchema("draft-07"), null, 2)}\n`,
  },
];

/** The policies that are written as text, by their paths from the root: `policies/england/england`. */
export const policyPaths: readonly string[] = readdirSync(`${root}policies`)
  .map((name) => `policies/${name}/${name}`)
  .filter((path) => existsSync(`${root}${path}.rollcall`))
  .toSorted();

export const twinFiles: readonly GeneratedFile[] = policyPaths.map((path) => ({
  path: `${path}.rollcall.yaml`,
  write: () => writeTwin(`${path}.rollcall`),
}));

function writeTwin(path: string): string {
  const { policy, diagnostics } = parsePolicy(makeSource(path, readFileSync(`${root}${path}`, "utf8")));
  if (policy === undefined || diagnostics.length > 0) throw new Error(`${path} has to be mended before it has a twin`);
  return toYaml(policy, "../../grammar/rollcall.draft-07.schema.json");
}
