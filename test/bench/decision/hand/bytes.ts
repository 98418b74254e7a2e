// Over the packed register, a byte a session, one pupil after another: one look-up a mark; one look-up a day; and no branch that
// hangs on a mark.

import { WIDTH } from "../answers.ts";
import { ATTENDED, AUTHORISED, FIRST_LETTER_DAY, LATE, UNAUTHORISED } from "../year.ts";
import type { Year } from "../year.ts";
import { writeSums } from "./finish.ts";

const hits = new Int16Array(1024);

/** One look-up for each mark. */
export function decideBytes(year: Year, bytes: Uint8Array, pupils: number, stride: number, out: Int32Array): void {
  const { kinds, windowFrom, afterWait, days, slots, halfTermFrom } = year;
  for (let pupil = 0; pupil < pupils; pupil++) {
    const base = pupil * stride;
    const at = pupil * WIDTH;
    let attended = 0;
    let authorised = 0;
    let unauthorised = 0;
    let lates = 0;
    let longest = 0;
    let run = 0;
    let penaltyDay = -1;
    let tail = 0;
    let letter = 0;
    let letterFrom = FIRST_LETTER_DAY;
    let limit = 96;
    out[at + 12] = out[at + 13] = out[at + 14] = -1;
    for (let slot = 0; slot < slots; slot += 2) {
      const am = kinds[bytes[base + slot] as number] as number;
      const pm = kinds[bytes[base + slot + 1] as number] as number;
      const either = am | pm;
      attended += (am & ATTENDED) + (pm & ATTENDED);
      if ((either & ATTENDED) !== 0) run = 0;
      else if (either !== 0 && ++run > longest) longest = run;
      if (either > ATTENDED) {
        if (slot >= halfTermFrom) lates += ((am & LATE) + (pm & LATE)) >> 3;
        authorised += ((am & AUTHORISED) + (pm & AUTHORISED)) >> 1;
        if ((either & UNAUTHORISED) !== 0) {
          if ((am & UNAUTHORISED) !== 0) hits[unauthorised++] = slot;
          if ((pm & UNAUTHORISED) !== 0) hits[unauthorised++] = slot;
          const from = windowFrom[slot >> 1] as number;
          while ((hits[tail] as number) < from) tail++;
          if (penaltyDay < 0 && unauthorised - tail >= 10) penaltyDay = slot >> 1;
        }
      }
      const day = slot >> 1;
      if (day >= letterFrom && attended * 100 < limit * (attended + authorised + unauthorised)) {
        out[at + 12 + letter++] = day;
        limit -= 3;
        letterFrom = letter === 3 ? days : (afterWait[day] as number);
      }
    }
    const from = windowFrom[days - 1] as number;
    while (tail < unauthorised && (hits[tail] as number) < from) tail++;
    out[at + 4] = penaltyDay;
    out[at + 5] = unauthorised - tail;
    writeSums(out, pupil, attended, authorised, unauthorised, lates, longest, run);
  }
}

/** What the two marks of a day come to, in one number: their counts in fields of ten bits, and what the day is to a run. */
export function pairTable({ kinds }: Year): Int32Array {
  const table = new Int32Array(1 << 16);
  for (let pair = 0; pair < table.length; pair++) {
    const [am, pm] = [kinds[pair & 255] as number, kinds[pair >> 8] as number];
    const count = (bit: number): number => Number((am & bit) !== 0) + Number((pm & bit) !== 0);
    table[pair] =
      count(ATTENDED) |
      (count(AUTHORISED) << 2) |
      (count(UNAUTHORISED) << 4) |
      (count(LATE) << 6) |
      (((am | pm) & ATTENDED) === 0 && (am | pm) !== 0 ? ABSENT_DAY : 0);
  }
  return table;
}

const ABSENT_DAY = 256;

/** One look-up for each day. */
export function decidePairs(
  year: Year,
  table: Int32Array,
  pairs: Uint16Array,
  pupils: number,
  stride: number,
  out: Int32Array,
): void {
  const { windowFrom, afterWait, days, halfTermFrom } = year;
  const [plain, half] = [(year.plain[0] | (year.plain[1] << 8)) >>> 0, halfTermFrom >> 1];
  for (let pupil = 0; pupil < pupils; pupil++) {
    const base = (pupil * stride) >> 1;
    const at = pupil * WIDTH;
    let attended = 0;
    let authorised = 0;
    let unauthorised = 0;
    let lates = 0;
    let longest = 0;
    let run = 0;
    let penaltyDay = -1;
    let tail = 0;
    let letter = 0;
    let letterFrom = FIRST_LETTER_DAY;
    let limit = 96;
    out[at + 12] = out[at + 13] = out[at + 14] = -1;
    for (let day = 0; day < days; day++) {
      const pair = pairs[base + day] as number;
      if (pair === plain) {
        attended += 2;
        run = 0;
      } else {
        const counts = table[pair] as number;
        attended += counts & 3;
        authorised += (counts >> 2) & 3;
        if (day >= half) lates += (counts >> 6) & 3;
        if ((counts & ABSENT_DAY) !== 0) {
          if (++run > longest) longest = run;
        } else if ((counts & 3) !== 0) run = 0;
        const more = (counts >> 4) & 3;
        if (more !== 0) {
          hits[unauthorised] = hits[unauthorised + 1] = 2 * day;
          unauthorised += more;
          const from = windowFrom[day] as number;
          while ((hits[tail] as number) < from) tail++;
          if (penaltyDay < 0 && unauthorised - tail >= 10) penaltyDay = day;
        }
      }
      if (day >= letterFrom && attended * 100 < limit * (attended + authorised + unauthorised)) {
        out[at + 12 + letter++] = day;
        limit -= 3;
        letterFrom = letter === 3 ? days : (afterWait[day] as number);
      }
    }
    const from = windowFrom[days - 1] as number;
    while (tail < unauthorised && (hits[tail] as number) < from) tail++;
    out[at + 4] = penaltyDay;
    out[at + 5] = unauthorised - tail;
    writeSums(out, pupil, attended, authorised, unauthorised, lates, longest, run);
  }
}

const sums = new Int32Array(1024);

/** No branch that hangs on a mark within the day; counts so far are kept for the window to look back at. */
export function decideBranchFree(
  year: Year,
  table: Int32Array,
  pairs: Uint16Array,
  pupils: number,
  stride: number,
  out: Int32Array,
): void {
  const { windowFrom, afterWait, days, halfTermFrom } = year;
  const half = halfTermFrom >> 1;
  for (let pupil = 0; pupil < pupils; pupil++) {
    const base = (pupil * stride) >> 1;
    const at = pupil * WIDTH;
    let attended = 0;
    let possible = 0;
    let unauthorised = 0;
    let lates = 0;
    let latesBefore = 0;
    let longest = 0;
    let run = 0;
    let penaltyDay = days;
    let letter = 0;
    let letterFrom = FIRST_LETTER_DAY;
    let limit = 96;
    out[at + 12] = out[at + 13] = out[at + 14] = -1;
    for (let day = 0; day < days; day++) {
      if (day === half) latesBefore = lates;
      const counts = table[pairs[base + day] as number] as number;
      const there = counts & 3;
      const without = (counts >> 4) & 3;
      attended += there;
      possible += there + ((counts >> 2) & 3) + without;
      unauthorised += without;
      lates += (counts >> 6) & 3;
      sums[day + 1] = unauthorised;
      run = (run + (counts >> 8)) & -Number(there === 0);
      longest = Math.max(longest, run);
      const recent = unauthorised - (sums[(windowFrom[day] as number) >> 1] as number);
      penaltyDay = Math.min(penaltyDay, recent >= 10 ? day : days);
      if (day >= letterFrom && attended * 100 < limit * possible) {
        out[at + 12 + letter++] = day;
        limit -= 3;
        letterFrom = letter === 3 ? days : (afterWait[day] as number);
      }
    }
    out[at + 4] = penaltyDay === days ? -1 : penaltyDay;
    out[at + 5] = unauthorised - (sums[(windowFrom[days - 1] as number) >> 1] as number);
    writeSums(
      out,
      pupil,
      attended,
      possible - attended - unauthorised,
      unauthorised,
      lates - latesBefore,
      longest,
      run,
    );
  }
}

/** What can be no faster: every byte of a pupil read once, and nothing decided. */
export function readBytes(bytes: Uint8Array, pupils: number, stride: number, out: Int32Array): void {
  for (let pupil = 0; pupil < pupils; pupil++) {
    const end = (pupil + 1) * stride;
    let sum = 0;
    for (let at = pupil * stride; at < end; at++) sum = (sum + (bytes[at] as number)) | 0;
    out[pupil] = sum;
  }
}
