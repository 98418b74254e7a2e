// A workbook as spreadsheet programs save it (.xlsx) → the rows of its first sheet, as the texts a CSV file of it would hold.
// Dates become 2026-03-02 and times 08:55, whatever they look like on a screen. Formulas are not run: what they last came to counts.

import { formatDay } from "../school/day.ts";
import { formatTime } from "../school/moment.ts";
import { attributeOf, readXml } from "./read-xml.ts";
import { openArchive } from "./unzip.ts";
import type { Archive } from "./unzip.ts";

export type Workbook =
  | { readonly kind: "rows"; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "refused"; readonly why: WhyRefused };

/** `not-a-workbook` is any other file, `locked` one with a password, `damaged` one that cannot be unpacked or read. */
export type WhyRefused = "not-a-workbook" | "locked" | "damaged" | "too-large";

export interface WorkbookLimits {
  /** Bytes that may be unpacked in all. */
  readonly bytes: number;
  /** Cells of the sheet, the blank ones between others included. */
  readonly cells: number;
}

/** A register of 3,000 pupils with a column a session has some 1.2 million cells. */
export const workbookLimits: WorkbookLimits = { bytes: 96 * 1024 * 1024, cells: 2_000_000 };

const refused = (why: WhyRefused): Workbook => ({ kind: "refused", why });

export async function readWorkbook(bytes: Uint8Array, limits: WorkbookLimits = workbookLimits): Promise<Workbook> {
  const opened = openArchive(bytes, limits.bytes);
  if (opened.kind === "no-archive") return refused("not-a-workbook");
  if (opened.kind !== "archive") return refused(opened.kind);
  const parts = new Map<string, string>();
  for (const name of ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"]) {
    const text = await textOf(opened, name);
    if (text?.kind === "refused") return text;
    if (text !== undefined) parts.set(name, text.text);
  }
  const book = parts.get("xl/workbook.xml");
  if (book === undefined) return refused("not-a-workbook");
  const sheet = await textOf(opened, firstSheet(book, parts.get("xl/_rels/workbook.xml.rels") ?? ""));
  if (sheet === undefined) return refused("damaged");
  if (sheet.kind === "refused") return sheet;
  const strings = sharedStrings(parts.get("xl/sharedStrings.xml") ?? "");
  const dated = datedStyles(parts.get("xl/styles.xml") ?? "");
  if (strings === undefined || dated === undefined) return refused("damaged");
  return readSheet(sheet.text, {
    strings,
    dated,
    epoch: /<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*["'](?:1|true)["']/.test(book) ? EPOCH_1904 : EPOCH_1900,
    cells: limits.cells,
  });
}

type Text = { readonly kind: "text"; readonly text: string } | Extract<Workbook, { kind: "refused" }>;

async function textOf(archive: Archive, name: string): Promise<Text | undefined> {
  const unpacked = await archive.unpack(name);
  if (unpacked === undefined) return undefined;
  if (unpacked.kind !== "bytes") return { kind: "refused", why: unpacked.kind };
  return { kind: "text", text: new TextDecoder().decode(unpacked.bytes) };
}

/** The path of the sheet that stands first in the workbook. */
function firstSheet(book: string, relations: string): string {
  const id = [...tagsOf(book, "sheet")].map((attributes) => attributeOf(attributes, "id"))[0];
  const target = [...tagsOf(relations, "Relationship")]
    .filter((attributes) => attributeOf(attributes, "Id") === id)
    .map((attributes) => attributeOf(attributes, "Target"))[0];
  if (target === undefined) return "xl/worksheets/sheet1.xml";
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

function* tagsOf(text: string, name: string): Generator<string, void, void> {
  for (const piece of readXml(text)) if (piece?.kind === "open" && piece.name === name) yield piece.attributes;
}

/** Each string of the workbook; how a word is spoken (`rPh`) is no part of it. */
function sharedStrings(text: string): readonly string[] | undefined {
  const strings: string[] = [];
  let [inText, spoken] = [false, false];
  for (const piece of readXml(text)) {
    if (piece === undefined) return undefined;
    if (piece.kind === "open" && piece.name === "si") strings.push("");
    else if (piece.kind !== "text" && piece.name === "rPh") spoken = piece.kind === "open" && !piece.closed;
    else if (piece.kind !== "text" && piece.name === "t") inText = piece.kind === "open" && !piece.closed;
    else if (piece.kind === "text" && inText && !spoken) strings.push(`${strings.pop() ?? ""}${piece.text}`);
  }
  return strings;
}

// ---------------------------------------------------------------- dates

const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;

/** Which cell styles show a date or a time: by the numbers of the built-in forms, or by the letters of the workbook's own. */
function datedStyles(text: string): readonly boolean[] | undefined {
  const own = new Map<string, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  for (const piece of readXml(text)) {
    if (piece === undefined) return undefined;
    if (piece.kind !== "text" && piece.name === "cellXfs") inCells = piece.kind === "open";
    if (piece.kind !== "open") continue;
    if (piece.name === "numFmt") {
      const code = attributeOf(piece.attributes, "formatCode") ?? "";
      own.set(attributeOf(piece.attributes, "numFmtId") ?? "", showsTime(code));
    } else if (piece.name === "xf" && inCells) {
      const id = attributeOf(piece.attributes, "numFmtId") ?? "0";
      styles.push(own.get(id) ?? isBuiltInDate(Number(id)));
    }
  }
  return styles;
}

function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

function showsTime(code: string): boolean {
  return /[dmyhs]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}

/** 46083.3715 → `2026-03-02 08:55`; a day alone and a time alone stand alone. To the nearest second, as it was typed. */
function dateText(serial: number, epoch: number): string {
  const seconds = Math.round(serial * 86_400);
  const [day, second] = [Math.floor(seconds / 86_400), seconds % 86_400];
  const time = formatTime(second);
  if (day === 0) return time;
  const date = formatDay(day - epoch);
  return second === 0 ? date : `${date} ${time}`;
}

// ---------------------------------------------------------------- the sheet

interface Reading {
  readonly strings: readonly string[];
  readonly dated: readonly boolean[];
  readonly epoch: number;
  readonly cells: number;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
}

function readSheet(text: string, reading: Reading): Workbook {
  const rows: string[][] = [];
  let left = reading.cells;
  let cell: Cell | undefined;
  let inValue = false;
  let value = "";
  for (const piece of readXml(text)) {
    if (piece === undefined) return refused("damaged");
    if (piece.kind === "text") {
      if (inValue) value += piece.text;
      continue;
    }
    const opens = piece.kind === "open" && !piece.closed;
    if (piece.name === "v" || piece.name === "t") inValue = opens && cell !== undefined;
    else if (piece.kind === "open" && piece.name === "row") {
      const wanted = Number(attributeOf(piece.attributes, "r") ?? rows.length + 1);
      if (!Number.isSafeInteger(wanted) || wanted <= rows.length || wanted - rows.length > left)
        return refused(wanted <= rows.length ? "damaged" : "too-large");
      left -= wanted - rows.length;
      while (rows.length < wanted) rows.push([]);
    } else if (piece.name === "c") {
      if (piece.kind === "open") {
        const row = rows.at(-1);
        if (row === undefined) return refused("damaged");
        cell = cellAt(piece.attributes, row.length);
        value = "";
      }
      if (opens || cell === undefined) continue;
      const row = rows.at(-1) as string[];
      if (cell.column < row.length) return refused("damaged");
      left -= cell.column - row.length + 1;
      if (left < 0) return refused("too-large");
      while (row.length < cell.column) row.push("");
      const shown = cellText(cell, value, reading);
      if (shown === undefined) return refused("damaged");
      row.push(shown);
      cell = undefined;
    }
  }
  return { kind: "rows", rows };
}

function cellAt(attributes: string, next: number): Cell {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(attributeOf(attributes, "r") ?? "")?.[0];
  const column =
    Array.from(letters ?? "").reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0) - 1;
  return {
    column: letters === undefined ? next : column,
    type: attributeOf(attributes, "t") ?? "n",
    style: Number(attributeOf(attributes, "s") ?? 0),
  };
}

/** Undefined where the cell points at a string that the workbook does not have. */
function cellText({ type, style }: Cell, value: string, { strings, dated, epoch }: Reading): string | undefined {
  if (type === "s") return value === "" ? "" : strings[Number(value)];
  if (type === "b") return value === "1" ? "yes" : "no";
  if (type !== "n" || value === "") return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return dated[style] === true && number >= 0 && number < 2_958_466 ? dateText(number, epoch) : String(number);
}
