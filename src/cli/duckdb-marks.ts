// The marks of one file, read by DuckDB itself. Only what is plain is taken: every row must be one that the general reader would take
// as it stands, for DuckDB cannot say at which line one is not.

import { basename } from "node:path";
import { formatDay, offRollCodes, plainHeading } from "../index.ts";
import type { Calendar } from "../index.ts";
import { wordList } from "../wording.ts";
import { load } from "./duckdb.ts";
import type { Cell, Duckdb, Row } from "./duckdb.ts";

export interface MarkFile {
  readonly path: string;
  readonly form: "csv" | "parquet";
  readonly calendar: Calendar;
}

/** Why the file is not as plain as DuckDB needs it; or, where it was taken, what of it counts for nothing. */
export type Taken = { readonly fault: string } | { readonly fault?: undefined; readonly remarks: readonly string[] };

const NEEDED = ["pupil", "date", "session", "code"];
const KNOWN = new Set([...NEEDED, "setting", "known", "minutes-late", "reason"]);

/** Makes the register of the file's marks, beside the pupils and their time on roll, which are there already. */
export async function takeMarks(duckdb: Duckdb, file: MarkFile): Promise<Taken> {
  const source = sourceOf(file);
  const remarks: string[] = [];
  try {
    const described = (await duckdb.rows(`DESCRIBE SELECT * FROM ${source}`)).map((row) => String(row["column_name"]));
    const columns = columnsOf(described, file);
    if (columns.fault !== undefined) return columns;
    remarks.push(...columns.remarks);
    await duckdb.run(viewOf(source, columns.named, file.form));
    const fault = await firstFault(duckdb, file);
    if (fault !== undefined) return { fault };
    await duckdb.run(
      "CREATE OR REPLACE TABLE register AS SELECT pupil, CAST(CAST(date AS DATE) - DATE '1970-01-01' AS INTEGER) AS day, half, code, setting FROM marks WHERE code <> ''",
    );
  } catch {
    // Its own words are about options that nobody here can set.
    return { fault: file.form === "csv" ? "DuckDB cannot read it as plain CSV" : "it is no Parquet file, or damaged" };
  }
  const misplaced = await firstMisplaced(duckdb, file.calendar);
  return misplaced === undefined ? { remarks: [...remarks, ...(await offRoll(duckdb))] } : { fault: misplaced };
}

type Columns =
  | { readonly fault: string }
  | {
      readonly fault?: undefined;
      /** What the file calls each column that it has. */
      readonly named: ReadonlyMap<string, string>;
      readonly remarks: readonly string[];
    };

/** Of CSV only the plain headings, since DuckDB makes up those that it finds blank or twice; of Parquet what the general reader knows. */
function columnsOf(described: readonly string[], { path, form }: MarkFile): Columns {
  const named = new Map<string, string>();
  const strange: string[] = [];
  for (const name of described) {
    const heading = form === "csv" ? name : plainHeading(name);
    if (!KNOWN.has(heading)) {
      strange.push(`\`${name}\``);
      continue;
    }
    const other = named.get(heading);
    if (other !== undefined) return { fault: `two of its columns give ${heading}: \`${other}\` and \`${name}\`` };
    named.set(heading, name);
  }
  if (form === "csv" && strange.length > 0) return { fault: "its headings are not only those of plain marks" };
  const missing = NEEDED.find((heading) => !named.has(heading));
  if (missing !== undefined) return { fault: `it has no column \`${missing}\`` };
  const columns = strange.length === 1 ? "the column" : "the columns";
  const remark = `Nothing is read from ${columns} ${wordList(strange, "and")} of ${basename(path)}.`;
  return { named, remarks: strange.length === 0 ? [] : [remark] };
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

/** A midnight after a date is let be, and a blank or a hyphen is no mark, as the general reader has it. */
function viewOf(source: string, named: ReadonlyMap<string, string>, form: MarkFile["form"]): string {
  const text = (heading: string): string => {
    const name = named.get(heading);
    return name === undefined
      ? "CAST(NULL AS VARCHAR)"
      : `NULLIF(CAST("${name.replaceAll('"', '""')}" AS VARCHAR), '')`;
  };
  const columns = [
    `${text("pupil")} AS pupil`,
    `regexp_replace(${text("date")}, '[ T]00:00:00$', '') AS date`,
    `${text("session")} AS half`,
    `COALESCE(NULLIF(${text("code")}, '-'), '') AS code`,
    `${text("setting")} AS setting`,
    `${text("known")} AS known`,
    `${text("minutes-late")} AS minutes`,
    // Only Parquet has nobody else to say where the row is.
    `${form === "parquet" ? "ROW_NUMBER() OVER ()" : "0"} AS number`,
  ];
  return `CREATE OR REPLACE TEMP VIEW marks AS SELECT ${columns.join(", ")} FROM ${source}`;
}

interface Fault {
  readonly condition: string;
  readonly why: string;
  /** What holds the cell that is at fault. */
  readonly cell: string;
}

const FAULTS: readonly Fault[] = [
  {
    condition: "pupil IS NULL OR pupil NOT IN (SELECT pupil FROM pupils)",
    why: "some rows have no pupil of pupils.csv",
    cell: "pupil",
  },
  {
    condition: "date IS NULL OR NOT regexp_full_match(date, '\\d{4}-\\d{2}-\\d{2}') OR TRY_CAST(date AS DATE) IS NULL",
    why: "a date is not written like 2026-03-02",
    cell: "date",
  },
  { condition: "half IS NULL OR half NOT IN ('AM', 'PM')", why: "a session is neither AM nor PM", cell: "half" },
  {
    condition: "NOT regexp_full_match(code, '([A-Z][0-9]?|[/\\\\#])?')",
    why: "a code is not a stroke, a capital, or a capital and a digit",
    cell: "code",
  },
  { condition: "known IS NOT NULL", why: "some marks say when they became known", cell: "known" },
  {
    condition: "minutes IS NOT NULL AND NOT regexp_full_match(minutes, '\\d{1,9}')",
    why: "some minutes late are not a whole number",
    cell: "minutes",
  },
  {
    condition: "setting IS NOT NULL AND trim(setting) <> setting",
    why: "a setting has blanks around it",
    cell: "setting",
  },
];

/** What keeps rows from being plain: each is asked of all rows at once. */
async function firstFault(duckdb: Duckdb, { form }: MarkFile): Promise<string | undefined> {
  const counts = FAULTS.map(({ condition }, index) => `COUNT(CASE WHEN ${condition} THEN 1 END) AS f${index}`);
  const [row] = await duckdb.rows(`SELECT ${counts.join(", ")} FROM marks`);
  const index = FAULTS.findIndex((_, each) => Number(row?.[`f${each}`] ?? 0) > 0);
  const fault = FAULTS[index];
  if (fault === undefined || form === "csv") return fault?.why;
  const { condition, why, cell } = fault;
  const [first] = await duckdb.rows(
    `SELECT number, ${cell} AS cell FROM marks WHERE ${condition} ORDER BY number LIMIT 1`,
  );
  const shown = first?.["cell"] === null ? "nothing" : `\`${sayCell(first?.["cell"])}\``;
  const others = Number(row?.[`f${index}`]) - 1;
  const more = others === 0 ? "" : `, and it is so in ${others} more`;
  return `${why}: row ${sayCell(first?.["number"])} has ${shown}${more}`;
}

// ---------------------------------------------------------------- marks beside the calendar and the roll

/** A session with two marks, or a mark without a session; `#` may stand where the calendar plans nothing either. */
async function firstMisplaced(duckdb: Duckdb, calendar: Calendar): Promise<string | undefined> {
  const [twice] = await duckdb.rows(
    "SELECT pupil, day, half FROM register GROUP BY pupil, day, half HAVING COUNT(*) > 1 ORDER BY pupil, day, half LIMIT 1",
  );
  if (twice !== undefined)
    return `pupil ${sayCell(twice["pupil"])} has two marks for one session, ${saySession(twice)}`;
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

function sayMark(row: Row): string {
  const { pupil, code } = row;
  return `${sayCell(code)} of ${sayCell(pupil)} on ${saySession(row)}`;
}

function saySession({ day, half }: Row): string {
  return `${formatDay(Number(day))} ${sayCell(half)}`;
}

function sayCell(cell: Cell | undefined): string {
  return String(cell ?? "");
}
