// The marks of one file, read by DuckDB itself. Only what is plain is taken: every row must be one that the general reader would take
// as it stands, for DuckDB cannot say at which line one is not.

import { formatDay, offRollCodes } from "../index.ts";
import type { Calendar } from "../index.ts";
import { load } from "./duckdb.ts";
import type { Cell, Duckdb, Row } from "./duckdb.ts";

export interface MarkFile {
  readonly path: string;
  readonly form: "csv" | "parquet";
  readonly calendar: Calendar;
}

/** Why the file is not as plain as DuckDB needs it; or, where it was taken, what of it counts for nothing. */
export type Taken = { readonly fault: string } | { readonly fault?: undefined; readonly remarks: readonly string[] };

const HEADINGS = new Set(["pupil", "date", "session", "code", "setting", "known", "minutes-late", "reason"]);

/** Makes the register of the file's marks, beside the pupils and their time on roll, which are there already. */
export async function takeMarks(duckdb: Duckdb, file: MarkFile): Promise<Taken> {
  const source = sourceOf(file);
  let headings: readonly string[];
  try {
    headings = (await duckdb.rows(`DESCRIBE SELECT * FROM ${source}`)).map((row) => String(row["column_name"]));
    const strange = headings.find((name) => !HEADINGS.has(name));
    if (strange !== undefined) return { fault: `it has a column \`${strange}\`` };
    const missing = ["pupil", "date", "session", "code"].find((name) => !headings.includes(name));
    if (missing !== undefined) return { fault: `it has no column \`${missing}\`` };
    await duckdb.run(viewOf(source, headings));
    const fault = await firstFault(duckdb);
    if (fault !== undefined) return { fault };
    await duckdb.run(
      "CREATE OR REPLACE TABLE register AS SELECT pupil, CAST(CAST(date AS DATE) - DATE '1970-01-01' AS INTEGER) AS day, half, code, setting FROM marks",
    );
  } catch {
    // Its own words are about options that nobody here can set.
    return { fault: file.form === "csv" ? "DuckDB cannot read it as plain CSV" : "it is no Parquet file, or damaged" };
  }
  const misplaced = await firstMisplaced(duckdb, file.calendar);
  return misplaced === undefined ? { remarks: await offRoll(duckdb) } : { fault: misplaced };
}

/** A text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Nothing of the form is left to DuckDB's guesses, nor is a folder's name taken for a pattern or a column. */
function sourceOf({ path, form }: MarkFile): string {
  const name = quoted(path.replace(/[*?[]/g, "[$&]"));
  return form === "parquet"
    ? `read_parquet(${name}, hive_partitioning = false)`
    : `read_csv(${name}, hive_partitioning = false, header = true, all_varchar = true, skip = 0, comment = '', delim = ',', quote = '"', escape = '"')`;
}

function viewOf(source: string, headings: readonly string[]): string {
  const text = (name: string): string =>
    headings.includes(name) ? `NULLIF(CAST("${name}" AS VARCHAR), '')` : "CAST(NULL AS VARCHAR)";
  return `CREATE OR REPLACE TEMP VIEW marks AS SELECT ${text("pupil")} AS pupil, ${text("date")} AS date, ${text("session")} AS half, ${text("code")} AS code, ${text("setting")} AS setting, ${text("known")} AS known, ${text("minutes-late")} AS minutes FROM ${source}`;
}

/** What keeps rows from being plain: each is asked of all rows at once. */
async function firstFault(duckdb: Duckdb): Promise<string | undefined> {
  const faults: readonly (readonly [string, string])[] = [
    ["pupil IS NULL OR pupil NOT IN (SELECT pupil FROM pupils)", "some rows have no pupil of pupils.csv"],
    [
      "date IS NULL OR NOT regexp_full_match(date, '\\d{4}-\\d{2}-\\d{2}') OR TRY_CAST(date AS DATE) IS NULL",
      "a date is not written like 2026-03-02",
    ],
    ["half IS NULL OR half NOT IN ('AM', 'PM')", "a session is neither AM nor PM"],
    [
      "code IS NULL OR NOT regexp_full_match(code, '[A-Z][0-9]?|[/\\\\#]')",
      "a code is not a stroke, a capital, or a capital and a digit",
    ],
    ["known IS NOT NULL", "some marks say when they became known"],
    ["minutes IS NOT NULL AND NOT regexp_full_match(minutes, '\\d{1,9}')", "some minutes late are not a whole number"],
    ["setting IS NOT NULL AND trim(setting) <> setting", "a setting has blanks around it"],
  ];
  const counts = faults.map(([condition], index) => `COUNT(CASE WHEN ${condition} THEN 1 END) AS f${index}`);
  const [row] = await duckdb.rows(`SELECT ${counts.join(", ")} FROM marks`);
  const found = faults.findIndex((_, index) => Number(row?.[`f${index}`] ?? 0) > 0);
  return found < 0 ? undefined : faults[found]?.[1];
}

// ---------------------------------------------------------------- marks beside the calendar and the roll

/** A session with two marks, or a mark without a session; `#` may stand where the calendar plans nothing either. */
async function firstMisplaced(duckdb: Duckdb, calendar: Calendar): Promise<string | undefined> {
  const [twice] = await duckdb.rows(
    "SELECT pupil FROM register GROUP BY pupil, day, half HAVING COUNT(*) > 1 ORDER BY pupil LIMIT 1",
  );
  if (twice !== undefined) return `pupil ${sayCell(twice["pupil"])} has two marks for one session`;
  await load(duckdb, [
    {
      name: "planned_sessions",
      columns: [
        { name: "day", type: "integer" },
        { name: "half", type: "text" },
      ],
      rows: Array.from(calendar.sessionDay, (day, session) => [day, calendar.sessionHalf[session] === 0 ? "AM" : "PM"]),
    },
  ]);
  const [first] = await duckdb.rows(
    `SELECT pupil, day, half, code FROM register ANTI JOIN planned_sessions USING (day, half) WHERE code <> '#' OR day NOT BETWEEN ${calendar.firstDay} AND ${calendar.lastDay} ORDER BY day, half, pupil LIMIT 1`,
  );
  return first === undefined ? undefined : `there is the mark ${sayMark(first)}, when the calendar has no session`;
}

async function offRoll(duckdb: Duckdb): Promise<readonly string[]> {
  const [row] = await duckdb.rows(
    `SELECT COUNT(*) OVER () AS count, pupil, day, half, code FROM register WHERE setting IS NULL AND code NOT IN (${[...offRollCodes].map(quoted).join(", ")}) AND NOT EXISTS (SELECT 1 FROM rolls WHERE rolls.pupil = register.pupil AND register.day >= first_day AND (last_day IS NULL OR register.day <= last_day)) ORDER BY day, half, pupil LIMIT 1`,
  );
  return row === undefined ? [] : [sayMarks(row, "the pupil was not on roll that day")];
}

/** `row` is the first of them, with their number as `count`. */
export function sayMarks(row: Row, why: string): string {
  const count = Number(row["count"]);
  return count === 1
    ? `One mark counts for nothing, since ${why}: ${sayMark(row)}.`
    : `${count} marks count for nothing, since ${why}; the first is ${sayMark(row)}.`;
}

function sayMark({ pupil, day, half, code }: Row): string {
  return `${sayCell(code)} of ${sayCell(pupil)} on ${formatDay(Number(day))} ${sayCell(half)}`;
}

function sayCell(cell: Cell | undefined): string {
  return String(cell ?? "");
}
