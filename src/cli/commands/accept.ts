// What `rollcall accept` says of itself.

import type { CommandSpec } from "../command.ts";

export const acceptSpec: CommandSpec = {
  name: "accept",
  summary: "keeps a finding for now, with a reason, a role that answers for it, and a day to look again",
  operands: "POLICY CODE NAME",
  least: 3,
  most: 3,
  about: [
    "Writes an entry into the file that the policy names with `accepted from`; where it names none, ./accepted.yaml beside it is begun and named. `rollcall check` then counts the finding and does not show it, until the day has passed or the rule it was found in says something else.",
    "NAME is the declaration in which the finding stands: a procedure, a status, a register; for the policy's head the policy's own name, for readings their question. Errors cannot be accepted, nor what is against the law.",
  ],
  options: [
    { name: "because", value: "REASON", says: "why it is kept, in a sentence" },
    { name: "until", value: "DATE", says: "the last day on which it is kept" },
    { name: "by", value: "ROLE", says: "the role of the policy that answers for it" },
    { name: "as-of", value: "DATE", says: "the day of the decision; the computer's own unless you say otherwise" },
  ],
  examples: [
    {
      line: 'accept policies/hall-green no-way-out stages --because "Spring" --until 2027-03-31 --by headteacher',
      says: "keeps one finding until the end of March",
    },
  ],
  load: async () => (await import("../actions/accept.ts")).acceptAction,
};
