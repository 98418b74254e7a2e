// What `rollcall replay` says of itself.

import type { CommandSpec } from "../command.ts";

export const replaySpec: CommandSpec = {
  name: "replay",
  summary: "makes the decision of a pack again, and says whether it is the same to the letter",
  operands: "PACK…",
  least: 1,
  most: 10_000,
  about: [
    "Reads packs that `rollcall pack` wrote. The policy, the calendar and the facts are those in the pack; nothing else is looked at. A pack of which any byte was changed is told by the hash that no longer fits, and not replayed; one that another version of Rollcall made says so.",
    "Exit code 0 if every decision is the same, 1 if one is not.",
  ],
  options: [],
  examples: [{ line: "replay evidence/*.json", says: "all packs of a folder" }],
  load: async () => (await import("../actions/replay.ts")).replayAction,
};
