// What `rollcall explain-code` says of itself.

import { formatOption } from "../command.ts";
import type { CommandSpec } from "../command.ts";

export const explainCodeSpec: CommandSpec = {
  name: "explain-code",
  summary: "the page of a code such as band-gap: what it means, why, and how to mend it",
  operands: "CODE…",
  least: 0,
  most: 100,
  about: [
    "Everything that `rollcall check` reports bears a code in square brackets. Each code has a page: what is meant, an example, and what to do about it.",
  ],
  options: [{ name: "list", says: "all codes, a line each" }, formatOption("text", "json")],
  examples: [
    { line: "explain-code band-gap", says: "what a gap in a table of bands is, and how to close it" },
    { line: "explain-code --list", says: "every code there is" },
  ],
  load: async () => (await import("../actions/explain-code.ts")).explainCodeAction,
};
