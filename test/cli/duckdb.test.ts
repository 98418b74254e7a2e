// `rollcall run --engine duckdb` and `rollcall sql`, as somebody types them: the same answers from CSV, from Parquet, and from marks
// that only the general reader understands.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, expect, test } from "vitest";
import { call } from "./call.ts";

const sample = "policies/hall-green/sample";
const folder = mkdtempSync(join(tmpdir(), "rollcall-duckdb-"));
const [plain, parquet, late] = ["plain", "parquet", "late"].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];

/** The sample school, without what makes its marks more than plain: corrections, and a mapping of its own. */
beforeAll(async () => {
  for (const to of [plain, parquet, late]) {
    cpSync(sample, to, { recursive: true });
    rmSync(join(to, "mapping.yaml"));
  }
  const [heading = "", ...rows] = readFileSync(join(sample, "marks.csv"), "utf8").split(/\r?\n/);
  const cells = rows.filter((row) => row !== "").map((row) => row.split(",").slice(0, 4));
  const first = new Map(cells.map((row) => [row.slice(0, 3).join(","), row.join(",")]));
  const headings = heading.split(",").slice(0, 4).join(",");
  const text = `${[headings, ...first.values()].join("\n")}\n`;
  for (const to of [plain, parquet]) writeFileSync(join(to, "marks.csv"), text);
  const known = [...first.values()].map((row, index) => `${row},${index === 0 ? "2025-09-04T10:00" : ""}`);
  writeFileSync(join(late, "marks.csv"), `${[`${headings},known`, ...known].join("\n")}\n`);
  await toParquet(parquet);
});

const asked = "--as-of 2026-03-13 --engine duckdb --format csv".split(" ");
const run = (data: string) => call(["run", "policies/hall-green", "--data", data, ...asked]);

test("CSV, Parquet and marks that the general reader reads give the same rows", async () => {
  const [fromCsv, fromParquet, fromReader] = [await run(plain), await run(parquet), await run(late)];
  expect(fromCsv.exit).toBe(0);
  expect(fromCsv.written.split("\n").length).toBeGreaterThan(60);
  expect(fromParquet.written).toBe(fromCsv.written);
  expect(fromReader.written).toBe(fromCsv.written);
  expect(fromCsv.said).not.toContain("read by Rollcall and not by DuckDB");
  expect(fromReader.said).toContain("since some marks say when they became known");
});

test("a mark of a pupil whom nobody knows is never lost: the general reader says where it stands", async () => {
  const broken = join(folder, "broken");
  cpSync(plain, broken, { recursive: true });
  writeFileSync(join(broken, "marks.csv"), `${readFileSync(join(plain, "marks.csv"), "utf8")}P9999,2026-03-02,AM,/\n`);
  const { exit, said } = await run(broken);
  expect(exit).toBe(1);
  expect(said).toContain("P9999");
  expect(said).toMatch(/marks\.csv:\d+/);
});

/** The plain school, and a few more marks; as Parquet, if need be. */
async function plainWith(name: string, rows: readonly string[], form: "csv" | "parquet" = "csv"): Promise<string> {
  const school = join(folder, name);
  cpSync(plain, school, { recursive: true });
  const file = join(school, "marks.csv");
  writeFileSync(file, `${readFileSync(file, "utf8")}${rows.map((row) => `${row}\n`).join("")}`);
  if (form === "parquet") await toParquet(school);
  return school;
}

async function toParquet(school: string, columns = "*"): Promise<void> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const [from, to] = [join(school, "marks.csv"), join(school, "marks.parquet")];
  await connection.run(
    `COPY (SELECT ${columns} FROM read_csv('${from}', all_varchar = true)) TO '${to}' (FORMAT parquet)`,
  );
  connection.closeSync();
  rmSync(from);
}

test.each([
  ["sunday", "P0001,2026-03-08,AM,O", "error[data-mark-without-session]"],
  ["other century", "P0001,1999-03-08,AM,O", "error[data-mark-outside-calendar]"],
  ["no code", "P0001,2026-03-16,AM,ZZ", "error[data-mark-not-a-code]"],
])("a mark that makes no sense in CSV is told as the general reader tells it: %s", async (name, row, told) => {
  const { exit, said } = await run(await plainWith(name, [row]));
  expect(exit).toBe(1);
  expect(said).toContain(told);
  expect(said).toMatch(/marks\.csv:\d+/);
});

test("minutes late that are no number are told, not left behind", async () => {
  const school = join(folder, "minutes");
  cpSync(plain, school, { recursive: true });
  const lines = readFileSync(join(plain, "marks.csv"), "utf8").trim().split("\n");
  const more = lines.map((line, index) => `${line},${index === 0 ? "minutes-late" : index === 1 ? "5x" : ""}`);
  writeFileSync(join(school, "marks.csv"), `${more.join("\n")}\n`);
  const { exit, said } = await run(school);
  expect(exit).toBe(1);
  expect(said).toContain("error[data-cell-not-a-number]");
});

test("Parquet with a mark where the calendar has no session is refused, and says which", async () => {
  const { exit, said } = await run(await plainWith("sunday in parquet", ["P0001,2026-03-08,AM,O"], "parquet"));
  expect(exit).toBe(2);
  expect(said).toContain("there is the mark O of P0001 on 2026-03-08 AM, when the calendar has no session");
});

/** The plain school with its marks in Parquet, in other columns. */
async function parquetOf(name: string, columns: string): Promise<string> {
  const school = join(folder, name);
  cpSync(plain, school, { recursive: true });
  await toParquet(school, columns);
  return school;
}

test("Parquet as other programs write it gives the same rows: midnights, headings of their own, columns beside", async () => {
  const columns = `pupil AS "Pupil", CAST(date AS TIMESTAMP) AS "Date", session, code, 5 AS minutes_late, 'x' AS "loaded at"`;
  const [other, usual] = [await run(await parquetOf("other columns", columns)), await run(parquet)];
  expect(other.exit, other.said).toBe(0);
  expect(other.written).toBe(usual.written);
  expect(other.said).toContain("Nothing is read from the column `loaded at` of marks.parquet.");
});

test("an empty code is no mark, in Parquet as in CSV and as the general reader has it", async () => {
  const left = "CASE WHEN code = 'I' THEN NULL WHEN code = 'L' THEN '-' ELSE code END AS code";
  const fromParquet = await run(await parquetOf("no code in parquet", `pupil, date, session, ${left}`));
  const school = join(folder, "no code in csv");
  cpSync(plain, school, { recursive: true });
  const text = readFileSync(join(plain, "marks.csv"), "utf8").replaceAll(/,I$/gm, ",").replaceAll(/,L$/gm, ",-");
  writeFileSync(join(school, "marks.csv"), text);
  const fromCsv = await run(school);
  expect(fromCsv.said).not.toContain("read by Rollcall and not by DuckDB");
  writeFileSync(join(school, "mapping.yaml"), "dates: iso\n");
  const fromReader = await run(school);
  expect(fromReader.said).toContain("since the folder has a mapping of its own");
  expect(fromCsv.written).toBe(fromReader.written);
  expect(fromParquet.written).toBe(fromReader.written);
  expect(fromReader.written).not.toBe((await run(plain)).written);
});

test.each([
  [
    "a time",
    "pupil, CAST(date AS TIMESTAMP) + INTERVAL 9 HOUR AS date, session, code",
    "row 1 has `2025-09-03 09:00:00`",
  ],
  [
    "no pupil",
    "CASE WHEN pupil <> 'P0002' THEN pupil END AS pupil, date, session, code",
    " has nothing, and it is so in ",
  ],
  ["two columns", 'pupil, date, date AS "Date ", session, code', "two of its columns give date: `date` and `Date `"],
])("a cell of Parquet that is at fault is told by its row and what it holds: %s", async (name, columns, told) => {
  const { exit, written, said } = await run(await parquetOf(`fault ${name}`, columns));
  expect({ exit, written }).toEqual({ exit: 2, written: "" });
  expect(said).toContain(told);
});

test("a folder without marks is not said to have a mapping", async () => {
  const school = join(folder, "no marks");
  cpSync(plain, school, { recursive: true });
  rmSync(join(school, "marks.csv"));
  const { exit, written, said } = await run(school);
  expect({ exit, written }).toEqual({ exit: 2, written: "" });
  expect(said).not.toContain("mapping of its own");
  expect(said).toContain("Nothing could be read from marks.csv");
});

test("marks that count for nothing are counted aloud: off roll, and of codes that the policy does not have", async () => {
  const rows = readFileSync(join(plain, "pupils.csv"), "utf8").split("\n");
  const heading = (rows[0] ?? "").trim().split(",");
  const left = Object.fromEntries(heading.map((name) => [name, ""]));
  const gone = { ...left, id: "P9", name: "Gone", year: "4", from: "2025-09-03", until: "2026-01-16" };
  const school = await plainWith("for nothing", ["P9,2026-03-02,AM,O", "P9,2026-03-03,AM,O", "P9,2026-01-12,AM,A"]);
  const pupil = heading.map((name) => new Map(Object.entries(gone)).get(name) ?? "").join(",");
  writeFileSync(join(school, "pupils.csv"), `${rows.join("\n").trimEnd()}\n${pupil}\n`);
  const { exit, said } = await run(school);
  expect(exit).toBe(0);
  expect(said).toContain(
    "2 marks count for nothing, since the pupil was not on roll that day; the first is O of P9 on 2026-03-02 AM.",
  );
  expect(said).toContain(
    "One mark counts for nothing, since the policy has no such code on its day: A of P9 on 2026-01-12 AM.",
  );
});

test("of two files of marks, and of Parquet beside a mapping, what is not read is named", async () => {
  const both = join(folder, "both");
  cpSync(parquet, both, { recursive: true });
  cpSync(join(plain, "marks.csv"), join(both, "marks.csv"));
  expect((await run(both)).said).toContain("marks.csv was not read, since there is marks.parquet beside it.");
  writeFileSync(join(both, "mapping.yaml"), "dates: iso\n");
  const mapped = await run(both);
  expect(mapped.said).toContain("marks.parquet was not read: beside a mapping.yaml marks are read from CSV");
  expect(mapped.said).not.toContain("data-file-not-used");
});

test("a folder's own name is neither a pattern nor a column", async () => {
  const odd = join(folder, "year=2026 [a]*");
  cpSync(parquet, odd, { recursive: true });
  const [named, unnamed] = [await run(odd), await run(parquet)];
  expect(named.exit, named.said).toBe(0);
  expect(named.written).toBe(unnamed.written);
});

test("moments are written as the morning's list writes them, in CSV and in JSON", async () => {
  const { written } = await run(plain);
  const [headings = "", ...rows] = written.trimEnd().split("\r\n");
  const cell = headings.split(",").indexOf("reason_unknown_find_out_1_due");
  const due = rows.map((row) => row.split(",").slice(cell - headings.split(",").length)[0]);
  expect(due.filter((each) => each !== "")).toContain("2026-02-09 15:25");
  const json = await call(["run", "policies/hall-green", "--data", plain].concat(asked.slice(0, -1), "json"));
  const told = JSON.parse(json.written) as readonly Record<string, unknown>[];
  expect(told.map((row) => row["reason_unknown_find_out_1_due"] ?? "")).toEqual(due);
});

test.each([
  ["run", "policies/hall-green --data policies/hall-green/sample --engine duckdb --as-of 2026-03-13T08:45"],
  ["sql", "policies/hall-green --as-of 2026-03-13T08:45"],
])("`rollcall %s` refuses a moment within a day, of which a query knows nothing", async (command, words) => {
  const { exit, written, said } = await call([command, ...words.split(" ")]);
  expect({ exit, written }).toEqual({ exit: 2, written: "" });
  expect(said).toContain("`--as-of 2026-03-13T08:45` is a moment within a day");
  expect(said).toContain("Write `--as-of 2026-03-13`.");
});

test("the list of one role is refused, since DuckDB makes no lists", async () => {
  const { exit, written, said } = await call(
    ["run", "policies/hall-green", "--data", plain, "--role", "headteacher"].concat(asked),
  );
  expect({ exit, written }).toEqual({ exit: 2, written: "" });
  expect(said).toContain("Leave out `--role`, or leave out `--engine duckdb`");
});

test("the tables that are somebody's own outlive `tables.sql`", async () => {
  const out = join(folder, "written");
  expect((await call(["sql", "policies/hall-green", "--as-of", "2026-03-13", "--out", out])).exit).toBe(0);
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run("CREATE TABLE register AS SELECT 'P1' AS pupil, 20000 AS day, 'AM' AS half, '/' AS code");
  await connection.run(readFileSync(join(out, "tables.sql"), "utf8"));
  const tables = "SELECT (SELECT COUNT(*) FROM register), (SELECT COUNT(*) FROM pupils, rolls, flags)";
  expect((await connection.runAndReadAll(tables)).getRowsJson()).toEqual([["1", "0"]]);
  connection.closeSync();
});

test("columns.csv gives each column its title and its clauses, and a script falls into its statements", async () => {
  const out = join(folder, "columns");
  await call(["sql", "policies/hall-green", "--as-of", "2026-03-13", "--dialect", "spark", "--out", out]);
  const columns = readFileSync(join(out, "columns.csv"), "utf8");
  expect(columns).toContain("column,tells,of,part,title,clauses");
  expect(columns).toContain("is_persistently_absent,status,persistently-absent,,Persistently absent,ENG-012");
  const statements = readFileSync(join(out, "decide.sql"), "utf8").split(";\n");
  expect(statements.pop()?.trim()).toBe("");
  const strange = statements.filter((each) => !/^\s*(?:-- .*\n)*(?:DROP TABLE|CREATE |SELECT)/.test(each));
  expect(strange).toEqual([]);
});

test("`rollcall sql` prints a query, and says at its place in the policy what it leaves out", async () => {
  const { exit, written, said } = await call([
    "sql",
    "policies/hall-green",
    "--as-of",
    "2026-03-13",
    "--dialect",
    "postgresql",
  ]);
  expect(exit).toBe(0);
  expect(written).toMatch(/^(?:-- .*\n){3}WITH /);
  expect(written).toContain(
    '-- What the register decides of the policy "Hall Green Primary School" as of the end of 2026-03-13',
  );
  expect(written).toContain("-- Persistently absent [ENG-012]\n");
  expect(written).toContain("-- The step sign-in, Sign in [HAL-059, HAL-060, HAL-063]\n");
  expect(said).toMatch(
    /^advice\[query-wakes-between\]: … is not in the query: .*\n +--> policies\/hall-green\/hall-green\.rollcall\n +\d+ {2}The procedure `/m,
  );
  expect(said).toMatch(/^advice\[query-needs-log\]: /m);
});
