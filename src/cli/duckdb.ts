// A school's folder in DuckDB: marks read by DuckDB itself where they are plain, else by the general reader, which knows every layout
// and says of every fault where it is. DuckDB comes along only if whoever runs this has installed it.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { memoryFolder, readSchool } from "../index.ts";
import type { Diagnostic, ReadFolder, ReadSchool } from "../index.ts";
import { factRelations, relationStatements } from "../sql.ts";
import type { Relation } from "../sql.ts";
import { Refusal } from "./refusal.ts";

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

export interface Duckdb {
  readonly run: (statement: string) => Promise<void>;
  readonly rows: (query: string) => Promise<readonly Row[]>;
  readonly close: () => void;
}

/** Throws {@link Refusal} where DuckDB is not installed. */
export async function openDuckdb(): Promise<Duckdb> {
  const { DuckDBInstance } = await import("@duckdb/node-api").catch(() => {
    throw new Refusal(
      "DuckDB is not installed beside Rollcall.",
      "Install it with `npm install @duckdb/node-api`, or leave out `--engine duckdb`: Rollcall's own engine needs nothing else.",
    );
  });
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  return {
    run: async (statement) => void (await connection.run(statement)),
    rows: async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson() as readonly Row[],
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export async function load(duckdb: Duckdb, relations: readonly Relation[]): Promise<void> {
  for (const relation of relations)
    for (const statement of relationStatements(relation, "duckdb")) await duckdb.run(statement);
}

/** How the marks came in: by DuckDB from a file, or by the general reader, and then why. */
export interface Loaded {
  readonly reading: ReadSchool;
  readonly diagnostics: readonly Diagnostic[];
  readonly marksBy:
    { readonly kind: "duckdb"; readonly file: string } | { readonly kind: "reader"; readonly why: string };
}

const PARQUET = "marks.parquet";
const CSV = "marks.csv";

/** Fills the four tables of facts. Of marks that became known later than `asOf` nothing is taken in. */
export async function loadSchool(
  duckdb: Duckdb,
  path: string,
  folder: ReadFolder,
  lastMoment: number,
): Promise<Loaded> {
  const files = new Set(await folder.list());
  const file = [PARQUET, CSV].find((name) => files.has(name));
  if (file === undefined || files.has("mapping.yaml"))
    return byReader(duckdb, folder, lastMoment, "the folder has a mapping of its own");
  const reading = await readSchool(withoutMarks(folder));
  await load(duckdb, factRelations(reading.school.pupils));
  const fault = await takeMarks(duckdb, join(path, file), file);
  if (fault === undefined) return { reading, diagnostics: reading.diagnostics, marksBy: { kind: "duckdb", file } };
  if (file === CSV) return byReader(duckdb, folder, lastMoment, fault);
  throw new Refusal(
    `\`${PARQUET}\` cannot be read: ${fault}.`,
    "Its columns are pupil, date (a date, or a text such as 2026-03-02), session (AM or PM) and code, and setting where another school took marks; each pupil stands in pupils.csv, and each session has one mark.",
  );
}

async function byReader(duckdb: Duckdb, folder: ReadFolder, lastMoment: number, why: string): Promise<Loaded> {
  const reading = await readSchool(folder);
  const known = reading.school.pupils.map((record) => ({
    ...record,
    marks: record.marks.filter((mark) => mark.known === undefined || mark.known <= lastMoment),
  }));
  await load(duckdb, factRelations(known));
  return { reading, diagnostics: reading.diagnostics, marksBy: { kind: "reader", why } };
}

/** The folder as it would be before anybody took a register. */
function withoutMarks(folder: ReadFolder): ReadFolder {
  const empty = memoryFolder(folder.name, [[CSV, "pupil,date,session,code\n"]]);
  return {
    name: folder.name,
    list: async () => [...(await folder.list()).filter((name) => name !== PARQUET && name !== CSV), CSV],
    open: (file) => (file === CSV ? empty.open(file) : folder.open(file)),
  };
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const HEADINGS = new Set(["pupil", "date", "session", "code", "setting", "known", "minutes-late", "reason"]);

/** Makes the register of the file's marks, or says why it is not as plain as that needs. */
async function takeMarks(duckdb: Duckdb, path: string, file: string): Promise<string | undefined> {
  if (!existsSync(path)) return `there is no ${file}`;
  const source =
    file === PARQUET
      ? `read_parquet(${quoted(path)})`
      : `read_csv(${quoted(path)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`;
  try {
    const headings = (await duckdb.rows(`DESCRIBE SELECT * FROM ${source}`)).map((row) => String(row["column_name"]));
    const strange = headings.find((name) => !HEADINGS.has(name));
    if (strange !== undefined) return `it has a column \`${strange}\``;
    const missing = ["pupil", "date", "session", "code"].find((name) => !headings.includes(name));
    if (missing !== undefined) return `it has no column \`${missing}\``;
    const text = (name: string): string =>
      headings.includes(name) ? `NULLIF(CAST("${name}" AS VARCHAR), '')` : "CAST(NULL AS VARCHAR)";
    await duckdb.run(
      `CREATE OR REPLACE TEMP VIEW marks AS SELECT ${text("pupil")} AS pupil, ${text("date")} AS date, ${text("session")} AS half, ${text("code")} AS code, ${text("setting")} AS setting, ${text("known")} AS known FROM ${source}`,
    );
    const fault = await firstFault(duckdb);
    if (fault !== undefined) return fault;
    await duckdb.run(
      "CREATE OR REPLACE TABLE register AS SELECT pupil, CAST(CAST(date AS DATE) - DATE '1970-01-01' AS INTEGER) AS day, half, code, setting FROM marks",
    );
    const [twice] = await duckdb.rows(
      "SELECT pupil, day FROM register GROUP BY pupil, day, half HAVING COUNT(*) > 1 LIMIT 1",
    );
    return twice === undefined ? undefined : `pupil ${twice["pupil"]} has two marks for one session`;
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "DuckDB cannot read it") : "DuckDB cannot read it";
  }
}

/** What keeps rows from being plain: each is asked of all rows at once. */
async function firstFault(duckdb: Duckdb): Promise<string | undefined> {
  const faults: readonly (readonly [string, string])[] = [
    ["pupil IS NULL OR pupil NOT IN (SELECT pupil FROM pupils)", "a pupil is not in pupils.csv"],
    [
      "date IS NULL OR NOT regexp_full_match(date, '\\d{4}-\\d{2}-\\d{2}') OR TRY_CAST(date AS DATE) IS NULL",
      "a date is not written like 2026-03-02",
    ],
    ["half IS NULL OR half NOT IN ('AM', 'PM')", "a session is neither AM nor PM"],
    [
      "code IS NULL OR NOT regexp_full_match(code, '[A-Z0-9/\\\\#]{1,2}')",
      "a code is not one or two capitals, digits or strokes",
    ],
    ["known IS NOT NULL", "some marks say when they became known"],
    ["setting IS NOT NULL AND trim(setting) <> setting", "a setting has blanks around it"],
  ];
  const counts = faults.map(([condition], index) => `COUNT(CASE WHEN ${condition} THEN 1 END) AS f${index}`);
  const [row] = await duckdb.rows(`SELECT ${counts.join(", ")} FROM marks`);
  const found = faults.findIndex((_, index) => Number(row?.[`f${index}`] ?? 0) > 0);
  return found < 0 ? undefined : faults[found]?.[1];
}
