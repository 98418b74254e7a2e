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
  write: () => {
    const text = readFileSync(`${root}${path}.rollcall`, "utf8");
    return writeTwin(`${path}.rollcall`, text, "../../grammar/rollcall.draft-07.schema.json");
  },
}));

/** The YAML form of a policy's text, with the schema that its first line names. */
export function writeTwin(path: string, text: string, schema: string): string {
  const { policy, diagnostics } = parsePolicy(makeSource(path, text));
  if (policy === undefined || diagnostics.length > 0) throw new Error(`${path} has to be mended before it has a twin`);
  return toYaml(policy, schema);
}
