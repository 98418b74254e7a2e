// `rollcall run --engine duckdb`: what the register decides of a policy, worked out by DuckDB where a large register is read quickest.

import { formatMoment, writeCsv } from "../../index.ts";
import type { Day } from "../../index.ts";
import { lastInstant } from "../../sql.ts";
import type { Sql } from "../../sql.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { load, openDuckdb } from "../duckdb.ts";
import type { Cell, Duckdb, Row } from "../duckdb.ts";
import { quoted, sayMarks } from "../duckdb-marks.ts";
import { loadSchool } from "../duckdb-school.ts";
import { openPolicy, readyPolicy, sayDiagnostics } from "../open-policy.ts";
import type { ReadyPolicy } from "../open-policy.ts";
import { checkCovered, checkRead } from "../open-school.ts";
import { queryOf, sayLeftOut } from "../query-of.ts";
import { asOfEndOfDay, needed } from "../read-options.ts";
import { Refusal } from "../refusal.ts";
import { schoolFolder } from "../school-folder.ts";
import type { Terminal } from "../terminal.ts";

export async function runOnDuckdb(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const day = asOfEndOfDay(given);
  if (given.valueOf("role") !== undefined)
    throw new Refusal(
      "`--role` picks one list out of the morning's, and DuckDB gives a row for each pupil instead of lists.",
      "Leave out `--role`, or leave out `--engine duckdb`: Rollcall's own engine makes the lists.",
    );
  const policy = readyPolicy(await openPolicy(given.operands[0] ?? "", terminal), terminal);
  if (policy === undefined) return 1;
  const path = needed(given, "data", "Name the folder with the school's files: `--data policies/hall-green/sample`.");
  const folder = schoolFolder(path);
  const duckdb = await openDuckdb();
  try {
    const { reading, diagnostics, marksBy, remarks } = await loadSchool(duckdb, path, folder, lastInstant(day));
    const faulty = sayDiagnostics(diagnostics, terminal);
    checkRead(reading);
    checkCovered(reading, lastInstant(day));
    if (marksBy.kind === "reader")
      terminal.say(`The marks were read by Rollcall and not by DuckDB, since ${marksBy.why}.\n`);
    for (const remark of [...remarks, ...(await strangeCodes(duckdb, policy, day))]) terminal.say(`${remark}\n`);
    const sql = queryOf({ policy, calendar: reading.calendar, asOf: day, dialect: "duckdb", settings: true });
    sayLeftOut(sql, policy, terminal);
    await load(duckdb, sql.relations);
    const rows = legible(sql, await duckdb.rows(sql.query));
    write(sql, rows, given.valueOf("format") ?? "text", terminal);
    return faulty ? 1 : 0;
  } finally {
    duckdb.close();
  }
}

/** Of marks up to the day whose code the policy does not have on their own day: `rollcall run` asks for each to be put right. */
async function strangeCodes(duckdb: Duckdb, { ir }: ReadyPolicy, last: Day): Promise<readonly string[]> {
  const known = ir.codes.map(
    ({ code, from, until }) => `(code = ${quoted(code)} AND day >= ${from ?? -FAR} AND day <= ${until ?? FAR})`,
  );
  const [row] = await duckdb.rows(
    `SELECT COUNT(*) OVER () AS count, pupil, day, half, code FROM register WHERE day <= ${last} AND NOT (${["FALSE", ...known].join(" OR ")}) ORDER BY day, half, pupil LIMIT 1`,
  );
  return row === undefined ? [] : [sayMarks(row, "the policy has no such code on its day")];
}

/** Days that no register reaches. */
const FAR = 10_000_000;

/** Moments as the morning's list writes them; an engine counts them in seconds. */
function legible({ answers }: Sql, rows: readonly Row[]): readonly Row[] {
  const moments = answers.flatMap(({ column, tells }) => (MOMENTS.has(tells.kind) ? [column] : []));
  const written = (row: Row): Row =>
    Object.fromEntries(
      moments.flatMap((name) => {
        const moment = row[name] ?? null;
        return moment === null ? [] : [[name, formatMoment(Number(moment))]];
      }),
    );
  return rows.map((row) => ({ ...row, ...written(row) }));
}

const MOMENTS: ReadonlySet<Sql["answers"][number]["tells"]["kind"]> = new Set(["started", "ended", "opened", "due"]);

function write(sql: Sql, rows: readonly Row[], format: string, terminal: Terminal): void {
  const columns = sql.answers.map(({ column }) => column);
  const cell = (value: Cell | undefined): string => (value === null || value === undefined ? "" : String(value));
  if (format === "json") terminal.write(`${JSON.stringify(rows, null, 2)}\n`);
  else if (format === "csv")
    terminal.write(
      writeCsv(
        columns,
        rows.map((row) => columns.map((name) => cell(row[name]))),
      ),
    );
  else terminal.write(summary(sql, rows));
}

/** How many pupils each thing is true of. */
function summary({ answers }: Sql, rows: readonly Row[]): string {
  const count = (column: string, holds: (value: Cell | undefined) => boolean): number =>
    rows.filter((row) => holds(row[column])).length;
  const lines = answers.flatMap(({ column, tells }): readonly string[] => {
    switch (tells.kind) {
      case "status": {
        const unknown = count(column, (value) => value === null);
        return [
          `${tells.name}: ${count(column, (value) => value === true)}${unknown === 0 ? "" : `, not known of ${unknown}`}`,
        ];
      }
      case "band":
        return [...new Set(rows.map((row) => String(row[column] ?? "in none")))]
          .toSorted((one, other) => (one < other ? -1 : 1))
          .map((title) => `${tells.name}, ${title}: ${count(column, (value) => (value ?? "in none") === title)}`);
      case "opened":
        return [`${tells.procedure}, ${tells.step} opened: ${count(column, (value) => value !== null)}`];
      default:
        return [];
    }
  });
  return `${rows.length} pupils\n${lines.map((line) => `  ${line}\n`).join("")}`;
}
