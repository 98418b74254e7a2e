// What `rollcall pack` says of itself.

import { formatOption } from "../command.ts";
import type { CommandSpec } from "../command.ts";
import { asOfOption, dataOption } from "../shared-options.ts";

export const packSpec: CommandSpec = {
  name: "pack",
  summary: "a pupil's decision with everything it was made of, to be made again by somebody else",
  operands: "POLICY [PUPIL…]",
  least: 1,
  most: 10_000,
  about: [
    "Writes for each pupil what the policy came to as of a moment, with the texts of the policy and its layers, the calendar, the marks and records known then, the reason for each thing owed, and a hash of each part. `rollcall replay` makes the same decision again from the file alone.",
    "A pack holds one pupil's facts and nobody else's, so that no rate of a class or year group can be worked out in it. Without PUPIL, every pupil gets one.",
  ],
  options: [
    dataOption,
    asOfOption,
    { name: "out", value: "FOLDER", says: "the folder that the files are written to" },
    formatOption("json", "html", "markdown"),
  ],
  examples: [
    {
      line: "pack policies/hall-green P0007 --data policies/hall-green/sample --as-of 2026-03-13T08:45 --out evidence",
      says: "one pupil's pack, to be replayed",
    },
    {
      line: "pack policies/delapre P0007 --data sample --as-of 2026-03-13 --out evidence --format html",
      says: "one to be read and printed",
    },
  ],
  load: async () => (await import("../actions/pack.ts")).packAction,
};
