// What `rollcall build` says of itself.

import type { CommandSpec } from "../command.ts";

export const buildSpec: CommandSpec = {
  name: "build",
  summary: "writes a typed module for each policy, without dependencies",
  operands: "POLICY…",
  least: 1,
  most: 100,
  about: [
    "Each module exports `evaluate(record, asOf)`, with literal types for its bands, steps, statuses and roles, and the clause in each description. It gives the same answers as `rollcall run`.",
    "Beside it stands a source map, by which a debugger shows the line of the policy that a part of the module came from. The same policy gives the same files, byte for byte.",
  ],
  options: [
    { name: "out", value: "FOLDER", says: "where the modules go; needed" },
    {
      name: "language",
      value: "ts|js",
      says: "TypeScript in one file, or JavaScript with its declarations beside it; ts unless you say otherwise",
      choices: ["ts", "js"],
    },
    {
      name: "runtime",
      value: "inline|import",
      says: "each module carries what it needs to run, or imports it from `rollcall/runtime`; inline unless you say otherwise",
      choices: ["inline", "import"],
    },
    {
      name: "explain",
      says: "beside each module a second one, `NAME.explain`, whose `explain(record, asOf)` says why in the policy's words; a program loads it when somebody asks",
    },
    {
      name: "batch",
      says: "beside each module `NAME.batch`, whose `decideAll(register, asOf)` decides a whole school at once, in typed arrays",
    },
    {
      name: "judge",
      says: "beside each module `NAME.judge`, whose `judge(figures)` holds the policy's thresholds to figures that are ready",
    },
    {
      name: "schema",
      says: "beside each module `NAME.record.schema.json` and `NAME.outcome.schema.json`: JSON Schema of what `evaluate` takes and says",
    },
    { name: "check", says: "write nothing; exit code 1 if a file there is not what the policy gives now" },
  ],
  examples: [
    { line: "build policies/hall-green policies/delapre --out generated", says: "two modules" },
    { line: "build policies/hall-green --out generated --explain", says: "a module, and one that explains" },
    {
      line: "build policies/hall-green --out generated --check",
      says: "for a build that should stop at a stale module",
    },
  ],
  load: async () => (await import("../actions/build.ts")).buildAction,
};
