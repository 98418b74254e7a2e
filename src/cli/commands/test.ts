// What `rollcall test` says of itself.

import { formatOption } from "../command.ts";
import type { CommandSpec } from "../command.ts";

export const testSpec: CommandSpec = {
  name: "test",
  summary: "runs the examples that a policy holds, and says which come out otherwise",
  operands: "POLICY…",
  least: 1,
  most: 100,
  about: [
    "Every `example` of a policy is a small pupil, some marks and records, and what must follow. Those of the policy itself are run, not those of the layers it extends.",
  ],
  options: [
    { name: "only", value: "WORDS", says: "only examples whose title holds these words" },
    formatOption("text", "json"),
  ],
  examples: [
    { line: "test policies/hall-green", says: "all its examples" },
    { line: 'test policies/delapre --only "day ten"', says: "those whose title speaks of day ten" },
  ],
  load: async () => (await import("../actions/test.ts")).testAction,
};
