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
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const [from, to] = [join(parquet, "marks.csv"), join(parquet, "marks.parquet")];
  await connection.run(`COPY (SELECT * FROM read_csv('${from}', all_varchar = true)) TO '${to}' (FORMAT parquet)`);
  connection.closeSync();
  rmSync(from);
});

const run = (data: string) =>
  call(`run policies/hall-green --data ${data} --as-of 2026-03-13 --engine duckdb --format csv`.split(" "));

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
  expect(written).toMatch(/^WITH /);
  expect(said).toMatch(
    /^advice\[query-wakes-between\]: … is not in the query: .*\n +--> policies\/hall-green\/hall-green\.rollcall\n +\d+ {2}The procedure `/m,
  );
  expect(said).toMatch(/^advice\[query-needs-log\]: /m);
});
