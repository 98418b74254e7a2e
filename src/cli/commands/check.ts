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
    "Errors give exit code 1. Warnings and advice do not, unless there are more than --max-warnings allows.",
  ],
  options: [
    { name: "max-warnings", value: "NUMBER", says: "exit code 1 if there are more warnings than this" },
    stdinNameOption,
    formatOption("text", "json"),
  ],
  examples: [
    { line: "check policies/hall-green", says: "one policy, with the layers it extends" },
    { line: "check policies/*/ --max-warnings 0", says: "every policy, for a build that should stop at a warning" },
    {
      line: "check - --stdin-filename policies/hall-green/hall-green.rollcall < draft",
      says: "a draft from an editor",
    },
  ],
  load: async () => (await import("../actions/check.ts")).checkAction,
};
