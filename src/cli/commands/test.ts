// What `rollcall test` says of itself.

import { formatOption } from "../command.ts";
import type { CommandSpec } from "../command.ts";

export const testSpec: CommandSpec = {
  name: "test",
  summary: "runs the examples that a policy holds, and says what they do not hold in place",
  operands: "POLICY…",
  least: 1,
  most: 100,
  about: [
    "Every `example` of a policy is a small pupil, some marks and records, and what must follow. Those of the policy itself are run, not those of the layers it extends.",
    "--coverage shows what the examples reach: each rule, each condition (it has to hold in one place and fail in another) and each edge, with those that none reaches at their lines.",
    "--mutate asks more. It tries every small edit of the policy: a statement taken away, an edge or figure moved by one step, `and` for `or`, a condition dropped, another actor, another deadline; and lists those that no example would notice. The score is the share that is noticed. What the compiler refuses does not count.",
    "--suggest writes examples for edges at which nobody stands, as the policy would decide them today: whether it should, the author says, by --accept.",
  ],
  options: [
    { name: "only", value: "WORDS", says: "only examples whose title holds these words" },
    { name: "coverage", says: "what the examples reach, and what none of them does" },
    { name: "mutate", says: "which edits of the policy no example would notice" },
    { name: "least-score", value: "PERCENT", says: "with --mutate: exit code 1 below this score, such as 90" },
    { name: "suggest", says: "examples for edges that no example holds, ready to be put into the file" },
    { name: "accept", value: "N", says: "put the Nth suggestion at the end of the policy's file" },
    formatOption("text", "json"),
  ],
  examples: [
    { line: "test policies/hall-green", says: "all its examples" },
    { line: 'test policies/delapre --only "day ten"', says: "those whose title speaks of day ten" },
    { line: "test policies/england --coverage", says: "a bar for each declaration, and what is never reached" },
    { line: "test policies/england --mutate --least-score 90", says: "for a build that must not get worse" },
  ],
  load: async () => (await import("../actions/test.ts")).testAction,
};
