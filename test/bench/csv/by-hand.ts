// The same way made by hand for these very files: it trusts every line to be as the writer made it, knows no other heading, date or code,
// and says nothing of what is wrong. Marks go into the layout of the packed register, and from there through the best form by hand.

import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { dayFromParts } from "../../../src/school/day.ts";
import { WIDTH } from "../decision/answers.ts";
import { pairTable } from "../decision/hand/bytes.ts";
import { decideGathered } from "../decision/hand/exceptions.ts";
import type { Year } from "../decision/year.ts";
import type { Layout } from "./write-folder.ts";

const PIECE = 1 << 20;
const FEED = 10;
const COMMA = 44;

export function readByHand(
  path: string,
  year: Year,
  layout: Layout,
): { readonly pupils: number; readonly bytes: Uint8Array } {
  const ids = new Map<string, number>();
  for (const line of readFileSync(join(path, "pupils.csv"), "latin1").split("\n").slice(1))
    if (line !== "") ids.set(line.slice(0, line.indexOf(",")), ids.size);
  const bytes = new Uint8Array(ids.size * year.slots);
  const versions = new Uint8Array(256);
  for (const [code, version] of year.versions) versions[code.charCodeAt(0)] = version;
  const take = layout === "rows" ? takeRows(year, ids, versions, bytes) : takeStrings(year, ids, versions, bytes);
  const file = openSync(join(path, "marks.csv"), "r");
  const piece = Buffer.alloc(PIECE);
  let [held, headed] = [0, false];
  for (;;) {
    const read = readSync(file, piece, held, PIECE - held, null);
    if (read === 0) break;
    const end = held + read;
    const start = headed ? 0 : piece.indexOf(FEED) + 1;
    headed = true;
    const done = take(piece, start, end);
    piece.copyWithin(0, done, end);
    held = end - done;
  }
  closeSync(file);
  return { pupils: ids.size, bytes };
}

/** Takes whole lines; says where the first that is not whole begins. */
type Take = (piece: Buffer, from: number, to: number) => number;

function takeStrings(year: Year, ids: ReadonlyMap<string, number>, versions: Uint8Array, bytes: Uint8Array): Take {
  return (piece, from, to) => {
    let at = from;
    for (;;) {
      const feed = piece.indexOf(FEED, at);
      if (feed < 0 || feed >= to) return at;
      const comma = piece.indexOf(COMMA, at);
      const row = (ids.get(piece.toString("latin1", at, comma)) as number) * year.slots;
      const marks = comma + 12;
      for (let slot = 0; slot < year.slots; slot++)
        bytes[row + slot] = versions[piece[marks + slot] as number] as number;
      at = feed + 1;
    }
  };
}

function takeRows(year: Year, ids: ReadonlyMap<string, number>, versions: Uint8Array, bytes: Uint8Array): Take {
  const slotOf = new Int16Array(1 << 10);
  year.dates.forEach((_date, day) => (slotOf[placeOf(year, day)] = 2 * day));
  let [row, known] = [0, -1];
  return (piece, from, to) => {
    let at = from;
    known = -1;
    for (;;) {
      let comma = at;
      let same = known >= 0;
      while (comma < to && piece[comma] !== COMMA) {
        same &&= piece[comma] === piece[known + comma - at];
        comma++;
      }
      // `,2025-09-03,AM,/` and a line end
      if (comma + 16 >= to) return at;
      if (!same) row = (ids.get(piece.toString("latin1", at, comma)) as number) * year.slots;
      known = at;
      const month = 10 * (piece[comma + 6] as number) + (piece[comma + 7] as number) - 528;
      const date = 10 * (piece[comma + 9] as number) + (piece[comma + 10] as number) - 528;
      const half = piece[comma + 12] === 65 ? 0 : 1;
      const slot = (slotOf[32 * month + date] as number) + half;
      bytes[row + slot] = versions[piece[comma + 15] as number] as number;
      at = comma + 17;
    }
  };
}

/** A school year has each month once. */
function placeOf({ dates }: Year, day: number): number {
  const date = dates[day] as number;
  for (let month = 1; month <= 12; month++) {
    const year = month >= 9 ? 2025 : 2026;
    const first = dayFromParts(year, month, 1);
    if (date >= first && date < first + 31 && date - first < 31 && isIn(date, year, month))
      return 32 * month + date - first + 1;
  }
  throw new Error("a school day lies outside the school year");
}

function isIn(date: number, year: number, month: number): boolean {
  const next = month === 12 ? dayFromParts(year + 1, 1, 1) : dayFromParts(year, month + 1, 1);
  return date < next;
}

export function decideByHand(year: Year, bytes: Uint8Array, pupils: number): Int32Array {
  const answers = new Int32Array(pupils * WIDTH);
  decideGathered(year, pairTable(year), new Uint16Array(bytes.buffer), pupils, year.slots, answers);
  return answers;
}
