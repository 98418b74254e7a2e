// What `rollcall outline` says of itself.

import { formatOption } from "../command.ts";
import type { CommandSpec } from "../command.ts";

export const outlineSpec: CommandSpec = {
  name: "outline",
  summary: "every value in force for a school on a date, who set it, and whether it may be changed",
  operands: "POLICY",
  least: 1,
  most: 1,
  about: [
    "Shows what holds for a school once nation, trust and school have had their say: values, registers, statuses, bands, deadlines and waits, how often duties come round, when acts are allowed, and the register's codes.",
    "Beside each stands the layer that set it with its clause and line; the lock on it, by whom, and which way is stricter; and what a layer above said in its place, or what holds on other days.",
    "Exit code 1 means that the policy has errors.",
  ],
  options: [
    { name: "at", value: "DATE", says: "the day to look at; the first day in force unless you say otherwise" },
    formatOption("text", "json"),
  ],
  examples: [
    { line: "outline policies/newquay", says: "what holds at a school of a trust, on its policy's first day" },
    { line: "outline policies/newquay --at 2024-08-19", says: "the same, the day the law changed" },
    { line: "outline policies/hall-green --format json", says: "for a program" },
  ],
  load: async () => (await import("../actions/outline.ts")).outlineAction,
};
