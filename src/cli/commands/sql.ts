// What `rollcall sql` says of itself.

import type { CommandSpec } from "../command.ts";

export const sqlSpec: CommandSpec = {
  name: "sql",
  summary: "writes a policy as a query, for an engine that has the register",
  operands: "POLICY",
  least: 1,
  most: 1,
  about: [
    "The query gives a row for each pupil: statuses, bands, measures, and when each step of the newest procedures opened and is due, as of the end of a day. It compares whole numbers alone and asks the engine for no date.",
    "It reads four tables of yours (register, pupils, rolls, flags) and two that this command writes: the calendar, in which every day stands with what the policy asks of it. What needs the log or somebody's judgement is left empty, and a column says what it waits for; what the dialect cannot say is named with its place in the policy, and never guessed.",
  ],
  options: [
    {
      name: "as-of",
      value: "DATE",
      says: "the day at whose end the query looks, such as 2026-03-13; never the computer's clock, so that a query can be made again",
    },
    {
      name: "dialect",
      value: "duckdb|postgresql|spark",
      says: "whose words to use; duckdb unless you say otherwise",
      choices: ["duckdb", "postgresql", "spark"],
    },
    {
      name: "out",
      value: "FOLDER",
      says: "write decide.sql, instances.sql, tables.sql, columns.csv, and the calendar as SQL and as CSV there, instead of the query to the screen",
    },
    {
      name: "settings",
      says: "the register has a column `setting`, which names another school or provider that took the mark; it counts off roll too",
    },
  ],
  examples: [
    {
      line: "sql policies/hall-green --as-of 2026-03-13 --out /tmp/hall-green-sql",
      says: "a folder of files that DuckDB runs",
    },
    { line: "sql policies/celt --as-of 2026-03-13 --dialect spark", says: "the query for a cluster" },
  ],
  load: async () => (await import("../actions/sql.ts")).sqlAction,
};
