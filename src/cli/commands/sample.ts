// What `rollcall sample` says of itself.

import type { CommandSpec } from "../command.ts";
import { asOfOption } from "../shared-options.ts";

export const sampleSpec: CommandSpec = {
  name: "sample",
  summary: "makes up a school to try a policy on: no real pupil is needed",
  operands: "FOLDER",
  least: 1,
  most: 1,
  about: [
    "Writes calendar.yaml, pupils.csv, parents.csv, marks.csv, arrivals.csv, log.csv, staff.csv and flags.csv of an invented school with the absence rates, spells, weekdays and seasons of English schools. The same seed gives the same school on every computer.",
    "With --policy the staff of the invented school have followed that policy nearly always: letters were sent and meetings held, and the log says so.",
  ],
  options: [
    { name: "pupils", value: "NUMBER", says: "how many pupils; 60 unless you say otherwise" },
    { name: "seed", value: "NUMBER", says: "which school; 1 unless you say otherwise" },
    { name: "policy", value: "POLICY", says: "the policy that its staff have followed" },
    { ...asOfOption, says: "the last moment that is on record, such as 2026-03-13T08:45" },
  ],
  examples: [
    { line: "sample my-school --as-of 2026-03-13T08:45", says: "sixty pupils, from September 2025 on" },
    {
      line: "sample my-school --pupils 420 --seed 7 --policy policies/delapre --as-of 2026-03-13T08:45",
      says: "a larger one whose staff followed Delapre's policy",
    },
  ],
  load: async () => (await import("../actions/sample.ts")).sampleAction,
};
