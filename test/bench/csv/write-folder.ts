// Pupils by a seed → a folder of CSV as a school system exports it, written as it is drawn: never held.

import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { formatDay } from "../../../src/school/day.ts";
import type { DrawPupil } from "../decision/pupils.ts";
import type { Year } from "../decision/year.ts";

/** A row a mark, or a row a pupil with the year's marks in a string. */
export type Layout = "rows" | "strings";

export function writeFolder(path: string, year: Year, draw: DrawPupil, pupils: number, layout: Layout): void {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "calendar.yaml"), readFileSync(new URL("../decision/calendar.yaml", import.meta.url)));
  writeFileSync(join(path, "mapping.yaml"), "marks: {string-days: school-days}\n");
  const bytes = new Uint8Array(year.slots);
  write(join(path, "pupils.csv"), pupils, "id,year,from", (pupil) => `${idOf(pupil)},8,2025-09-01\n`);
  const sessions = Array.from({ length: year.slots }, (_, slot) => {
    return `${formatDay(year.dates[slot >> 1] as number)},${slot % 2 === 0 ? "AM" : "PM"}`;
  });
  const letterAt = (slot: number): string => year.letters[bytes[slot] as number] ?? "";
  write(
    join(path, "marks.csv"),
    pupils,
    layout === "rows" ? "pupil,date,session,code" : "pupil,start,marks",
    (pupil) => {
      draw(pupil, bytes, 0);
      const id = idOf(pupil);
      let text = layout === "rows" ? "" : `${id},${formatDay(year.dates[0] as number)},`;
      for (let slot = 0; slot < year.slots; slot++)
        text += layout === "rows" ? `${id},${sessions[slot]},${letterAt(slot)}\n` : letterAt(slot);
      return layout === "rows" ? text : `${text}\n`;
    },
  );
}

function idOf(pupil: number): string {
  return `P${String(pupil).padStart(7, "0")}`;
}

const AT_ONCE = 1 << 20;

function write(path: string, pupils: number, heading: string, rowsOf: (pupil: number) => string): void {
  const file = openSync(path, "w");
  let text = `${heading}\n`;
  for (let pupil = 0; pupil < pupils; pupil++) {
    text += rowsOf(pupil);
    if (text.length < AT_ONCE) continue;
    writeSync(file, text);
    text = "";
  }
  writeSync(file, text);
  closeSync(file);
}
