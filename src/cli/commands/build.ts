// What `rollcall build` says of itself.

import type { CommandSpec } from "../command.ts";

export const buildSpec: CommandSpec = {
  name: "build",
  summary: "writes a typed TypeScript module for each policy, without dependencies",
  operands: "POLICY…",
  least: 1,
  most: 100,
  about: [
    "Each module exports `evaluate(record, asOf)`, with literal types for its bands, steps, statuses and roles, and the clause in each description. It gives the same answers as `rollcall run`.",
  ],
  options: [
    { name: "out", value: "FOLDER", says: "where the modules go; needed" },
    { name: "check", says: "write nothing; exit code 1 if a module there differs" },
  ],
  examples: [{ line: "build policies/hall-green policies/delapre --out generated", says: "two modules" }],
  load: async () => (await import("../actions/build.ts")).buildAction,
};
