// Over what is not plain alone: a day on which the pupil was simply there changes nothing but a count that the calendar knows.
// Three ways to come by those days: skip plain blocks on the way, gather them first without a branch, or have them stored so.

import { WIDTH } from "../answers.ts";
import { FIRST_LETTER_DAY } from "../year.ts";
import type { Year } from "../year.ts";
import { writeSums } from "./finish.ts";

const ABSENT_DAY = 256;
const hits = new Int16Array(1024);
const found = new Uint8Array(1024);

/** The answer from a pupil's exceptional days, of which `dayAt` and `countsAt` hold `many`. */
function decideExceptions(
  year: Year,
  table: Int32Array,
  pairs: Uint16Array,
  base: number,
  many: number,
  out: Int32Array,
  pupil: number,
): void {
  const { windowFrom, afterWait, days, halfTermFrom } = year;
  const half = halfTermFrom >> 1;
  const at = pupil * WIDTH;
  let short = 0; // of two marks on each day, so many are not attended
  let authorised = 0;
  let unauthorised = 0;
  let lates = 0;
  let longest = 0;
  let run = 0;
  let before = -1; // the last day that a run reached
  let penaltyDay = -1;
  let tail = 0;
  let letter = 0;
  let letterFrom = FIRST_LETTER_DAY;
  let wake = FIRST_LETTER_DAY; // the first day on which the next letter may go out, while it has not been looked at
  let limit = 96;
  out[at + 12] = out[at + 13] = out[at + 14] = -1;
  for (let index = 0; index < many; index++) {
    const day = found[index] as number;
    // Between two exceptions attendance only rises: a letter can fall due there on the first day on which it may at all.
    while (wake < day) {
      const attended = 2 * (wake + 1) - short;
      if (100 * attended >= limit * (attended + authorised + unauthorised)) {
        wake = days;
        break;
      }
      out[at + 12 + letter++] = wake;
      limit -= 3;
      letterFrom = wake = letter === 3 ? days : (afterWait[wake] as number);
    }
    const counts = table[pairs[base + day] as number] as number;
    const there = counts & 3;
    const more = (counts >> 4) & 3;
    short += 2 - there;
    authorised += (counts >> 2) & 3;
    if (day >= half) lates += (counts >> 6) & 3;
    if (day !== before + 1) run = 0;
    before = day;
    if ((counts & ABSENT_DAY) !== 0) {
      if (++run > longest) longest = run;
    } else if (there !== 0) run = 0;
    if (more !== 0) {
      hits[unauthorised] = hits[unauthorised + 1] = 2 * day;
      unauthorised += more;
      const from = windowFrom[day] as number;
      while ((hits[tail] as number) < from) tail++;
      if (penaltyDay < 0 && unauthorised - tail >= 10) penaltyDay = day;
    }
    if (day >= letterFrom) {
      const attended = 2 * (day + 1) - short;
      wake = days;
      if (100 * attended < limit * (attended + authorised + unauthorised)) {
        out[at + 12 + letter++] = day;
        limit -= 3;
        letterFrom = wake = letter === 3 ? days : (afterWait[day] as number);
      }
    }
  }
  while (wake < days) {
    const attended = 2 * (wake + 1) - short;
    if (100 * attended >= limit * (attended + authorised + unauthorised)) break;
    out[at + 12 + letter++] = wake;
    limit -= 3;
    wake = letter === 3 ? days : (afterWait[wake] as number);
  }
  const from = windowFrom[days - 1] as number;
  while (tail < unauthorised && (hits[tail] as number) < from) tail++;
  out[at + 4] = penaltyDay;
  out[at + 5] = unauthorised - tail;
  writeSums(out, pupil, 2 * days - short, authorised, unauthorised, lates, longest, before === days - 1 ? run : 0);
}

/** The packed register, two days a look; a block that is plain is passed over. */
export function decideBlocks(
  year: Year,
  table: Int32Array,
  words: Uint32Array,
  pairs: Uint16Array,
  pupils: number,
  stride: number,
  out: Int32Array,
): void {
  const plainDay = year.plain[0] | (year.plain[1] << 8);
  const plain = (plainDay | (plainDay << 16)) >>> 0;
  const blocks = year.days >> 1;
  for (let pupil = 0; pupil < pupils; pupil++) {
    const first = (pupil * stride) >> 2;
    const base = (pupil * stride) >> 1;
    let many = 0;
    for (let block = 0; block < blocks; block++) {
      const word = words[first + block] as number;
      if (word === plain) continue;
      if ((word & 0xffff) !== plainDay) found[many++] = 2 * block;
      if (word >>> 16 !== plainDay) found[many++] = 2 * block + 1;
    }
    if ((year.days & 1) === 1 && pairs[base + year.days - 1] !== plainDay) found[many++] = year.days - 1;
    decideExceptions(year, table, pairs, base, many, out, pupil);
  }
}

/** The packed register, a day a look; which days are exceptional is gathered without a branch. */
export function decideGathered(
  year: Year,
  table: Int32Array,
  pairs: Uint16Array,
  pupils: number,
  stride: number,
  out: Int32Array,
): void {
  const plainDay = year.plain[0] | (year.plain[1] << 8);
  const { days } = year;
  for (let pupil = 0; pupil < pupils; pupil++) {
    const base = (pupil * stride) >> 1;
    let many = 0;
    for (let day = 0; day < days; day++) {
      found[many] = day;
      many += Number(pairs[base + day] !== plainDay);
    }
    decideExceptions(year, table, pairs, base, many, out, pupil);
  }
}

/** Exceptional days as a school could keep them: of each pupil the days, and their two marks. */
export interface Exceptions {
  readonly starts: Int32Array;
  readonly days: Uint8Array;
  readonly pairs: Uint16Array;
}

export function exceptionsOf(year: Year, register: Uint16Array, pupils: number, stride: number): Exceptions {
  const plainDay = year.plain[0] | (year.plain[1] << 8);
  const starts = new Int32Array(pupils + 1);
  const days: number[] = [];
  const pairs: number[] = [];
  for (let pupil = 0; pupil < pupils; pupil++) {
    for (let day = 0; day < year.days; day++) {
      const pair = register[((pupil * stride) >> 1) + day] as number;
      if (pair === plainDay) continue;
      days.push(day);
      pairs.push(pair);
    }
    starts[pupil + 1] = days.length;
  }
  return { starts, days: Uint8Array.from(days), pairs: Uint16Array.from(pairs) };
}

const ofPupil = new Uint16Array(256);

export function decideStoredExceptions(
  year: Year,
  table: Int32Array,
  { starts, days, pairs }: Exceptions,
  out: Int32Array,
): void {
  for (let pupil = 0; pupil + 1 < starts.length; pupil++) {
    const start = starts[pupil] as number;
    const many = (starts[pupil + 1] as number) - start;
    for (let index = 0; index < many; index++) {
      const day = days[start + index] as number;
      found[index] = day;
      ofPupil[day] = pairs[start + index] as number;
    }
    decideExceptions(year, table, ofPupil, 0, many, out, pupil);
  }
}
