// What `rollcall check` says of itself.

import { formatOption } from "../command.ts";
import type { CommandSpec } from "../command.ts";
import { stdinNameOption } from "../shared-options.ts";

export const checkSpec: CommandSpec = {
  name: "check",
  summary: "what is wrong, unwise or unlawful in a policy, each at its place",
  operands: "POLICY…",
  least: 1,
  most: 100,
  about: [
    "Says what cannot be read, what makes no sense, and what makes sense but contradicts itself, is left unsaid, or is not what the law allows; where a pupil can show it, with that pupil.",
    "Advice of one kind is told together; --full shows each piece at its place. What the school has accepted in the file that the policy names with `accepted from` is counted and not shown, unless its day has passed or the rule under it has changed.",
    "Errors give exit code 1. Warnings and advice do not, unless there are more than --max-warnings allows.",
  ],
  options: [
    {
      name: "fix",
      says: "first mends in the file what cannot be read or makes no sense and has a fix; what is unwise or unlawful is yours to decide",
    },
    { name: "watch", says: "checks again whenever a file of the policy or of its layers is saved" },
    { name: "max-warnings", value: "NUMBER", says: "exit code 1 if there are more warnings than this" },
    { name: "full", says: "each piece of advice at its place in the text, with its fixes" },
    { name: "all", says: "what has been accepted as well, with who accepted it and until when" },
    {
      name: "as-of",
      value: "DATE",
      says: "the day by which reviews are overdue and acceptances run out; the computer's own unless you say otherwise",
    },
    stdinNameOption,
    formatOption("text", "json", "sarif", "github", "junit"),
  ],
  examples: [
    { line: "check policies/hall-green", says: "one policy, with the layers it extends" },
    { line: "check policies/delapre --full", says: "every piece of advice at its place" },
    { line: "check policies/*/ --max-warnings 0", says: "every policy, for a build that should stop at a warning" },
    { line: "check policies/hall-green --fix", says: "mend slips of the pen, and show what is left" },
    {
      line: "check policies/*/ --format sarif > findings.sarif",
      says: "for a code host that shows findings at their lines",
    },
    {
      line: "check - --stdin-filename policies/hall-green/hall-green.rollcall < draft",
      says: "a draft from an editor",
    },
  ],
  load: async () => (await import("../actions/check.ts")).checkAction,
};
