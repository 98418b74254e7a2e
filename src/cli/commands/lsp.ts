// What `rollcall lsp` says of itself.

import type { CommandSpec } from "../command.ts";

export const lspSpec: CommandSpec = {
  name: "lsp",
  summary: "serves an editor: findings, words, meanings, names and layout while a policy is written",
  operands: "",
  least: 0,
  most: 0,
  about: [
    "Speaks the language server protocol on the standard input and output, for any editor that does. It reads `.rollcall` and `.rollcall.yaml` files, each with the layers it extends, also while these are open and not yet saved.",
    "It offers findings with their fixes, words that may stand at a place, what a word means and where it was declared, another name for it in every policy that speaks of it, the one layout, an outline, the value in force beside a name, and above each example whether it passes.",
    "An editor starts it; in a terminal it waits for one. It writes no file itself.",
  ],
  options: [{ name: "stdio", says: "the standard input and output, which are used in any case; editors add it" }],
  examples: [{ line: "lsp --stdio", says: "what an editor is told to start" }],
  load: async () => (await import("../actions/lsp.ts")).lspAction,
};
