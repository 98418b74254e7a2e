// `rollcall sql`: a policy → a query in the words of a dialect, with the calendar that it reads.

import { join, resolve } from "node:path";
import { formatDay, writeCsv } from "../../index.ts";
import type { Calendar, Day } from "../../index.ts";
import {
  dialectNames,
  emptyTableStatement,
  factColumns,
  relationCsv,
  relationStatements,
  remarkLine,
} from "../../sql.ts";
import type { DialectName, Sql } from "../../sql.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import type { ReadyPolicy } from "../open-policy.ts";
import { exampleCalendar } from "../play-examples.ts";
import { queryOf, sayLeftOut } from "../query-of.ts";
import { shownPath } from "../read-files.ts";
import { asOfEndOfDay } from "../read-options.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "../write-files.ts";

export async function sqlAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const day = asOfEndOfDay(given);
  const opened = await openPolicy(given.operands[0] ?? "", terminal);
  const policy = readyPolicy(opened, terminal);
  const calendar = policy === undefined ? undefined : exampleCalendar(opened, terminal);
  if (policy === undefined || calendar === undefined) return 1;
  if (!calendar.covers(day))
    throw new Refusal(
      `The policy's calendar does not cover ${formatDay(day)}.`,
      `It runs from ${formatDay(calendar.firstDay)} to ${formatDay(calendar.lastDay)}.`,
    );
  const dialect = dialectNames.find((name) => name === given.valueOf("dialect")) ?? "duckdb";
  const sql = queryOf({ policy, calendar, asOf: day, dialect, settings: given.has("settings") });
  sayLeftOut(sql, policy, terminal);
  const out = given.valueOf("out");
  const head = headOf(policy, calendar, day, dialect);
  if (out === undefined) terminal.write(head + asScript(sql, sql.query));
  else for (const [name, text] of filesOf(sql, dialect, head)) write(resolve(join(out, name)), text, terminal);
  return 0;
}

function write(path: string, text: string, terminal: Terminal): void {
  writeFile(path, text);
  terminal.write(`${shownPath(path)} written\n`);
}

/** The queries, statements that make the calendar, empty tables for the facts, and the calendar as CSV for engines that read files. */
function filesOf(sql: Sql, dialect: DialectName, head: string): readonly (readonly [string, string])[] {
  const facts = Object.entries(factColumns).map(([name, columns]) => emptyTableStatement({ name, columns }, dialect));
  const script = (statements: readonly string[]): string => statements.map((statement) => `${statement};\n`).join("");
  return [
    ["decide.sql", head + asScript(sql, sql.query)],
    ["instances.sql", head + asScript(sql, sql.instances)],
    ["calendar.sql", script(sql.relations.flatMap((relation) => relationStatements(relation, dialect)))],
    ["tables.sql", script(facts)],
    [
      "columns.csv",
      writeCsv(
        ["column", "tells", "of", "part", "title", "clauses"],
        sql.answers.map((answer) => [...answerRow(answer), answer.title, answer.clauses.join(" ")]),
      ),
    ],
    ...sql.relations.map((relation) => [`${relation.name}.csv`, relationCsv(relation)] as const),
  ];
}

/** What the query is of, for whoever finds the file next year. */
function headOf({ ir }: ReadyPolicy, { name }: Calendar, day: Day, dialect: DialectName): string {
  return [
    `What the register decides of the policy "${ir.title}" as of the end of ${formatDay(day)}, by the calendar "${name}".`,
    `Written by rollcall sql for ${dialect}: change the policy, and write it again.`,
    "Days are whole numbers since 1970-01-01, moments seconds since then on the school's own clock.",
  ]
    .map(remarkLine)
    .join("");
}

/** The query, after the steps that its dialect wants apart. */
function asScript({ before }: Sql, query: string): string {
  return before.length === 0 ? query : [...before, query.trimEnd()].map((statement) => `${statement};\n`).join("\n");
}

function answerRow({ column, tells }: Sql["answers"][number]): readonly string[] {
  switch (tells.kind) {
    case "pupil":
      return [column, "pupil", "", ""];
    case "status":
    case "needs":
    case "band":
      return [column, tells.kind, tells.name, ""];
    case "measure":
      return [column, "measure", tells.name, tells.part === "n" ? "numerator" : "denominator"];
    case "started":
    case "ended":
      return [column, tells.kind, tells.procedure, ""];
    case "opened":
      return [column, "opened", tells.procedure, tells.step];
    case "due":
      return [column, "due", tells.procedure, tells.rule];
  }
}
