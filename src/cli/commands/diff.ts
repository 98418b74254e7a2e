// What `rollcall diff` says of itself.

import { formatOption } from "../command.ts";
import type { CommandSpec } from "../command.ts";
import { asOfOption, dataOption } from "../shared-options.ts";

export const diffSpec: CommandSpec = {
  name: "diff",
  summary: "what two policies lay down otherwise, what it comes to, and whom it touches",
  operands: "POLICY [POLICY]",
  least: 1,
  most: 2,
  about: [
    "Shows every provision that changed, before and after, in the author's words. Then says of each outcome that both policies have (statuses, bands, steps, deadlines, amounts) whether it is the same, stricter, looser or different, with the smallest pupil who shows it and what either policy says of that pupil.",
    "Stricter means that everyone who was reached still is, and more are; or that a thing falls due sooner, or costs more. Stricter and looser are said only where they are proved for everyone. Where only a pupil was found who is treated otherwise it says different; where the rules differ and no such pupil was found it says so, and claims nothing.",
    "The two can be two files, a trust's policy and its school's, one policy read in two ways (--reading), or one policy on two dates (--at twice). With --data it also runs both on a school's own records.",
    "Exit code 1 means that a policy has errors, or that rows of the data could not be read. That two policies differ is no error.",
  ],
  options: [
    {
      name: "reading",
      value: "QUESTION=LABEL",
      says: "the second policy, or the one there is, with this reading instead of the chosen one; may be given again",
    },
    {
      name: "first-reading",
      value: "QUESTION=LABEL",
      says: "the first policy with this reading; may be given again",
    },
    { name: "at", value: "DATE", says: "the day whose values count; given twice, the first and the second side's" },
    dataOption,
    asOfOption,
    { name: "all", says: "show also what only one of them has, and what is the same, one by one" },
    formatOption("text", "json"),
  ],
  examples: [
    { line: "diff policies/hall-green draft.rollcall", says: "a policy and a draft of its next edition" },
    {
      line: "diff policies/hall-green draft.rollcall --data policies/hall-green/sample --as-of 2026-03-13",
      says: "the same, and which pupils and whose work it would touch",
    },
    { line: "diff policies/england --at 2024-08-18 --at 2024-08-19", says: "what changed in law overnight" },
    {
      line: 'diff policies/hall-green --reading "what sends a case to the local authority=attendance does not improve"',
      says: "what the other reading would come to",
    },
  ],
  load: async () => (await import("../actions/diff.ts")).diffAction,
};
