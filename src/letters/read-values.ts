// The office's file of values → what it wrote for each field of each letter. A row that cannot stand is told at its cell and left
// out; a blank value is none.

import type * as Model from "../checker/model.ts";
import { readCsvRows } from "../data/csv-rows.ts";
import { decodeText } from "../data/decode-text.ts";
import { fileMessages, tableMessages } from "../data/diagnostics.ts";
import { makeProblems } from "../data/problems.ts";
import type { Message, Place, Problems } from "../data/problems.ts";
import type { ReadFolder } from "../data/read-folder.ts";
import { isDamaged } from "../data/read-table.ts";
import { plainHeading } from "../data/tables.ts";
import { unescapeCell } from "../data/write-csv.ts";
import { suggestName } from "../diagnostics/did-you-mean.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { letterValueMessages } from "./diagnostics.ts";
import { kindWords, readTyped } from "./typed-text.ts";

/** Of whom and of what a value was written; without a person it is for all of them. */
export interface ValueKey {
  readonly pupil: string;
  readonly person?: string | undefined;
  readonly document: string;
  readonly field: string;
}

export interface OfficeValues {
  readonly valueOf: (key: ValueKey) => string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the rows may speak of. */
export interface ValueFrame {
  readonly model: Model.Model;
  readonly pupils: ReadonlySet<string>;
}

export const valueColumns = ["pupil", "person", "document", "field", "kind", "value"] as const;

type Column = (typeof valueColumns)[number];

const NEEDED: readonly Column[] = ["pupil", "document", "field", "value"];

export async function readValues(folder: ReadFolder, file: string, frame: ValueFrame): Promise<OfficeValues> {
  const problems = makeProblems();
  const table = tableOf(problems, frame);
  let headings: ReadonlyMap<string, number> | undefined;
  let count = 0;
  const text = decodeText(folder.open(file), ({ kind, line }) => {
    if (kind === "not-text") problems.report(fileMessages.dataFileNotText, () => ({ file }), { file, line });
    else problems.report(fileMessages.dataFileWindowsLetters, () => ({ file }), { file, line });
  });
  await readCsvRows(
    text,
    ",",
    (cells, line, lastLine) => {
      const place: Place = { file, line, lastLine, separator: "," };
      if (headings === undefined) {
        headings = headingsOf(cells, place, problems);
        count = cells.length;
      } else if (cells.some(isDamaged)) {
        problems.report(tableMessages.dataRowDamaged, () => ({}), place);
      } else if (cells.length !== count) {
        problems.report(tableMessages.dataRowLength, () => ({ count: cells.length, wanted: count }), place);
      } else table.take(headings, cells, place);
    },
    (line) => problems.report(fileMessages.dataQuotationUnclosed, () => ({ file }), { file, line }),
  );
  if (headings === undefined) problems.report(fileMessages.dataFileEmpty, () => ({ file }), { file, line: 1 });
  return { valueOf: table.valueOf, diagnostics: await problems.toDiagnostics(folder) };
}

/** None where one is missing: then nothing is read. */
function headingsOf(cells: readonly string[], place: Place, problems: Problems): ReadonlyMap<string, number> {
  const found = new Map(cells.map((cell, index) => [plainHeading(cell), index]));
  const missing = NEEDED.filter((column) => !found.has(column));
  for (const column of missing)
    problems.report(letterValueMessages.letterHeadingMissing, () => ({ file: place.file, column }), place);
  return missing.length > 0 ? new Map() : found;
}

// ---------------------------------------------------------------- rows

interface Row {
  readonly cells: Readonly<Record<Column, string>>;
  readonly at: (column: Column) => Place;
}

interface Table extends Pick<OfficeValues, "valueOf"> {
  readonly take: (headings: ReadonlyMap<string, number>, cells: readonly string[], place: Place) => void;
}

function tableOf(problems: Problems, frame: ValueFrame): Table {
  const values = new Map<string, { readonly text: string; readonly place: Place } | "contradicted">();
  const take: Table["take"] = (headings, cells, place) => {
    if (headings.size === 0) return;
    const cell = (column: Column): string => unescapeCell((cells[headings.get(column) ?? -1] ?? "").trim());
    const at = (column: Column): Place => ({ ...place, cell: headings.get(column) ?? 0 });
    const row: Row = {
      cells: Object.fromEntries(valueColumns.map((column) => [column, cell(column)])) as Row["cells"],
      at,
    };
    if (row.cells.value === "" || !stands(problems, frame, row)) return;
    const key = keyOf(row.cells);
    const before = values.get(key);
    if (before === undefined) values.set(key, { text: row.cells.value, place: at("value") });
    else if (before !== "contradicted" && before.text !== row.cells.value) {
      problems.report(letterValueMessages.letterValueTwice, () => row.cells, at("value"), before.place);
      values.set(key, "contradicted");
    }
  };
  const find = (key: ValueKey): string | undefined => {
    const found = values.get(keyOf(key));
    return found === undefined || found === "contradicted" ? undefined : found.text;
  };
  return { take, valueOf: (key) => find(key) ?? find({ ...key, person: undefined }) };
}

function keyOf({ pupil, person, document, field }: ValueKey): string {
  return JSON.stringify([pupil, person ?? "", document, field]);
}

function stands(problems: Problems, { model, pupils }: ValueFrame, { cells, at }: Row): boolean {
  const refuse = <Arguments>(message: Message<Arguments>, args: Arguments, column: Column): false => {
    problems.report(message, () => args, at(column));
    return false;
  };
  const unknown = (what: string, column: Column, known: Iterable<string>): false => {
    const suggestion = suggestName(cells[column], known, `${what}s`);
    return refuse(letterValueMessages.letterNameUnknown, { what, name: quoted(cells[column]), suggestion }, column);
  };
  if (!pupils.has(cells.pupil)) return unknown("pupil", "pupil", pupils);
  const document = model.documents.get(cells.document);
  if (document === undefined) return unknown("document", "document", model.documents.keys());
  const field = document.fields.find(({ name }) => name === cells.field);
  if (field === undefined)
    return unknown(
      "field",
      "field",
      document.fields.map(({ name }) => name),
    );
  const why = notWanted(document, field);
  if (why !== undefined) return refuse(letterValueMessages.letterValueNotWanted, { field: cells.field, why }, "field");
  const read = readTyped(cells.value, field.type);
  if ("printed" in read) return true;
  const kind = kindWords[field.type];
  const advice = `${read.why} Write ${kind}.`.trim();
  const args = { value: quoted(cells.value), kind, field: cells.field, advice };
  return refuse(letterValueMessages.letterValueWrong, args, "value");
}

/** Why the office cannot give this field; undefined where it can. */
export function notWanted({ texts }: Model.Document, field: Model.DocumentField): string | undefined {
  if (field.type === "signature") return "it is signed by hand";
  if (field.value !== undefined || field.band !== undefined) return "the decision itself fills it";
  return texts.some(({ part }) => part === field.name) ? "the policy says its words" : undefined;
}

function quoted(text: string): string {
  return text === "" ? "an empty cell" : `“${text}”`;
}
