// Over one string of marks a pupil, a character a session, as some exports give it.

import { WIDTH } from "../answers.ts";
import { ATTENDED, AUTHORISED, FIRST_LETTER_DAY, LATE, UNAUTHORISED } from "../year.ts";
import type { Year } from "../year.ts";
import { writeSums } from "./finish.ts";

export function markString({ slots, letters }: Year, bytes: Uint8Array, offset: number): string {
  let text = "";
  for (let slot = 0; slot < slots; slot++) text += letters[bytes[offset + slot] as number] || " ";
  return text;
}

/** What each character counts as. */
export function kindsOfCharacters({ versions, kinds }: Year): Uint8Array {
  const table = new Uint8Array(256);
  for (const [code, version] of versions) table[code.charCodeAt(0)] = kinds[version] as number;
  return table;
}

const hits = new Int16Array(1024);

export function decideString(year: Year, table: Uint8Array, marks: string, out: Int32Array, pupil: number): void {
  let [attended, authorised, unauthorised, lates, longest, run] = [0, 0, 0, 0, 0, 0];
  let [penaltyDay, tail, letter, letterFrom, limit] = [-1, 0, 0, FIRST_LETTER_DAY, 96];
  const at = pupil * WIDTH;
  out[at + 12] = out[at + 13] = out[at + 14] = -1;
  for (let slot = 0; slot < year.slots; slot += 2) {
    const am = table[marks.charCodeAt(slot)] as number;
    const pm = table[marks.charCodeAt(slot + 1)] as number;
    const either = am | pm;
    attended += (am & ATTENDED) + (pm & ATTENDED);
    if ((either & LATE) !== 0 && slot >= year.halfTermFrom) lates += ((am & LATE) + (pm & LATE)) >> 3;
    if ((either & AUTHORISED) !== 0) authorised += ((am & AUTHORISED) + (pm & AUTHORISED)) >> 1;
    if ((either & UNAUTHORISED) !== 0) {
      if ((am & UNAUTHORISED) !== 0) hits[unauthorised++] = slot;
      if ((pm & UNAUTHORISED) !== 0) hits[unauthorised++] = slot;
      const from = year.windowFrom[slot >> 1] as number;
      while ((hits[tail] as number) < from) tail++;
      if (penaltyDay < 0 && unauthorised - tail >= 10) penaltyDay = slot >> 1;
    }
    if ((either & ATTENDED) !== 0) run = 0;
    else if (either !== 0 && ++run > longest) longest = run;
    const day = slot >> 1;
    if (day >= letterFrom && attended * 100 < limit * (attended + authorised + unauthorised)) {
      out[at + 12 + letter++] = day;
      limit -= 3;
      letterFrom = letter === 3 ? year.days : (year.afterWait[day] as number);
    }
  }
  const from = year.windowFrom[year.days - 1] as number;
  while (tail < unauthorised && (hits[tail] as number) < from) tail++;
  out[at + 4] = penaltyDay;
  out[at + 5] = unauthorised - tail;
  writeSums(out, pupil, attended, authorised, unauthorised, lates, longest, run);
}
