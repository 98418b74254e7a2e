// What `rollcall hindsight` says of itself.

import { formatOption } from "../command.ts";
import type { CommandSpec } from "../command.ts";
import { dataOption } from "../shared-options.ts";

export const hindsightSpec: CommandSpec = {
  name: "hindsight",
  summary: "what was decided then, against what would have been had today's facts been known",
  operands: "POLICY",
  least: 1,
  most: 1,
  about: [
    "Marks are corrected, and acts are written down days later. This looks back at a moment and decides twice: on what was known then, and on what has become known since about the time before. It tells each decision that would have been another: what was asked for in error, what was missed, what would have been due or done at another time, and which status, row of the bands or figure was another.",
    "With each stand the reason on either side, what was already done on the strength of it (it stays on record), how it stands now, the clauses, and the fewest late facts that together turned it.",
    "What became known later than `--now` has no part in it. Nothing on record is changed.",
  ],
  options: [
    dataOption,
    {
      name: "then",
      value: "MOMENT",
      says: "the moment of the decisions: 2026-03-13T08:45, or a date alone for the end of that day",
    },
    {
      name: "now",
      value: "MOMENT",
      says: "up to when later knowledge counts; all that is on record unless you say otherwise",
    },
    { name: "pupil", value: "PUPIL", says: "only this pupil" },
    formatOption("text", "json", "csv", "markdown", "html"),
  ],
  examples: [
    {
      line: "hindsight policies/hall-green --data policies/hall-green/sample --then 2025-11-10T12:00",
      says: "what the example school would have decided otherwise on a Monday in November",
    },
    {
      line: "hindsight policies/hall-green --data school --then 2026-03-13 --now 2026-03-20 --pupil P0012",
      says: "one pupil, by what a week more had brought to light",
    },
    {
      line: "hindsight policies/hall-green --data school --then 2026-03-13 --format markdown > hindsight.md",
      says: "a paper to hand on",
    },
  ],
  load: async () => (await import("../actions/hindsight.ts")).hindsightAction,
};
