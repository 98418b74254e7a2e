// What `rollcall run` says of itself.

import { formatOption } from "../command.ts";
import type { CommandSpec } from "../command.ts";
import { asOfOption, dataOption } from "../shared-options.ts";

export const runSpec: CommandSpec = {
  name: "run",
  summary: "this morning's list: who must do what today, for which pupil, by when and why",
  operands: "POLICY",
  least: 1,
  most: 1,
  about: [
    "Reads a school's calendar, pupils, register and log, applies the policy to every pupil and to the school as a whole, and prints one list for each role: what is overdue first, then what is due today, then the rest in order; with the decisions that are waited for, the codes to record, and what the policy leaves unsaid.",
    "Only what was known at the moment asked is used, so yesterday's list can be printed again today and comes out the same.",
    "Exit code 1 means that rows of the data could not be read (each is shown, none is dropped silently), or that the policy has errors. Where nothing at all can be read from the pupils or the marks there is no list, and the exit code is 2.",
  ],
  options: [
    dataOption,
    asOfOption,
    { name: "role", value: "ROLE", says: "only the list of this role, such as attendance-officer" },
    {
      name: "engine",
      value: "rollcall|duckdb",
      says: "duckdb decides what the register alone decides, a row for each pupil, as of the end of a day, from marks.csv or marks.parquet; it must be installed (`npm install @duckdb/node-api`)",
      choices: ["rollcall", "duckdb"],
    },
    formatOption("text", "json", "csv"),
  ],
  examples: [
    {
      line: "run policies/hall-green --data policies/hall-green/sample --as-of 2026-03-13T08:45",
      says: "the example school, on a Friday morning",
    },
    {
      line: "run policies/hall-green --data school --as-of 2026-03-13T08:45 --role headteacher",
      says: "what the headteacher must do",
    },
    {
      line: "run policies/hall-green --data school --as-of 2026-03-13 --format csv > list.csv",
      says: "a list for a spreadsheet, as things stand when Friday is over",
    },
    {
      line: "run policies/hall-green --data policies/hall-green/sample --as-of 2026-03-13 --engine duckdb",
      says: "what DuckDB makes of the register, counted",
    },
  ],
  load: async () => (await import("../actions/run.ts")).runAction,
};
