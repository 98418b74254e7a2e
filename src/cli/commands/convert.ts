// What `rollcall convert` says of itself.

import type { CommandSpec } from "../command.ts";
import { stdinNameOption } from "../shared-options.ts";

export const convertSpec: CommandSpec = {
  name: "convert",
  summary: "text to YAML and YAML to text, comments kept",
  operands: "POLICY",
  least: 1,
  most: 1,
  about: [
    "The two forms are twins: both carry everything and mean the same. Converting there and back gives the file you began with, laid out.",
  ],
  options: [
    { name: "out", value: "FILE", says: "write to this file rather than to the standard output" },
    {
      name: "schema",
      value: "PATH",
      says: "for YAML: the JSON Schema named in the first line, by which editors help with writing; a file written with --out names the published one unless you say otherwise",
    },
    stdinNameOption,
  ],
  examples: [
    { line: "convert policies/hall-green/hall-green.rollcall --out hall-green.rollcall.yaml", says: "text to YAML" },
    { line: "convert hall-green.rollcall.yaml", says: "YAML to text, shown on the screen" },
  ],
  load: async () => (await import("../actions/convert.ts")).convertAction,
};
