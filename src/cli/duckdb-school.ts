// A school's folder in DuckDB: marks read by DuckDB itself where they are plain, else by the general reader, which knows every layout
// and says of every fault where it is.

import { join } from "node:path";
import { memoryFolder, readSchool } from "../index.ts";
import type { Diagnostic, ReadFolder, ReadSchool } from "../index.ts";
import { factRelations } from "../sql.ts";
import { load } from "./duckdb.ts";
import type { Duckdb } from "./duckdb.ts";
import { takeMarks } from "./duckdb-marks.ts";
import { Refusal } from "./refusal.ts";

/** How the marks came in: by DuckDB from a file, or by the general reader, and then why. */
export interface Loaded {
  readonly reading: ReadSchool;
  readonly diagnostics: readonly Diagnostic[];
  readonly marksBy:
    { readonly kind: "duckdb"; readonly file: string } | { readonly kind: "reader"; readonly why: string };
  /** A sentence for whatever of the files has no part in the answer. */
  readonly remarks: readonly string[];
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
  if (file === undefined || files.has("mapping.yaml")) {
    const why = files.has("mapping.yaml")
      ? "the folder has a mapping of its own"
      : `the folder has neither ${CSV} nor ${PARQUET}`;
    const read = await byReader(duckdb, without(folder, [PARQUET]), lastMoment, why);
    const remark = `${PARQUET} was not read: beside a mapping.yaml marks are read from CSV alone.`;
    return file === PARQUET ? { ...read, remarks: [remark] } : read;
  }
  const reading = await readSchool(withoutMarks(folder));
  await load(duckdb, factRelations(reading.school.pupils));
  const form = file === PARQUET ? "parquet" : "csv";
  const taken = await takeMarks(duckdb, { path: join(path, file), form, calendar: reading.calendar });
  if (taken.fault === undefined) {
    const remarks = [...taken.remarks];
    if (file === PARQUET && files.has(CSV)) remarks.push(`${CSV} was not read, since there is ${PARQUET} beside it.`);
    return { reading, diagnostics: reading.diagnostics, marksBy: { kind: "duckdb", file }, remarks };
  }
  if (file === CSV) return byReader(duckdb, folder, lastMoment, taken.fault);
  throw new Refusal(
    `\`${PARQUET}\` cannot be read: ${taken.fault}.`,
    "Its columns are pupil, date (a date, or a text such as 2026-03-02; a time of midnight after it is let be), session (AM or PM) and code, and setting where another school took marks; each pupil stands in pupils.csv, and each session is one of the calendar's and has one mark. Marks that say when they became known, or that need a mapping, are read from CSV.",
  );
}

async function byReader(duckdb: Duckdb, folder: ReadFolder, lastMoment: number, why: string): Promise<Loaded> {
  const reading = await readSchool(folder);
  const known = reading.school.pupils.map((record) => ({
    ...record,
    marks: record.marks.filter((mark) => mark.known === undefined || mark.known <= lastMoment),
  }));
  await load(duckdb, factRelations(known));
  return { reading, diagnostics: reading.diagnostics, marksBy: { kind: "reader", why }, remarks: [] };
}

function without(folder: ReadFolder, hidden: readonly string[]): ReadFolder {
  return { ...folder, list: async () => (await folder.list()).filter((name) => !hidden.includes(name)) };
}

/** The folder as it would be before anybody took a register. */
function withoutMarks(folder: ReadFolder): ReadFolder {
  const empty = memoryFolder(folder.name, [[CSV, "pupil,date,session,code\n"]]);
  const rest = without(folder, [PARQUET, CSV]);
  return {
    name: folder.name,
    list: async () => [...(await rest.list()), CSV],
    open: (file) => (file === CSV ? empty.open(file) : folder.open(file)),
  };
}
