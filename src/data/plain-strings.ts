// A cell that holds a string of marks in bytes → the packed register, a day at a time as far as its two marks are plain. Whose they
// are is known by then, and where the first day stands.

import { MISSING } from "../runtime/world.ts";
import { noteFirst, takeMark } from "./place-mark.ts";
import { APOSTROPHE, isDigit } from "./plain-bytes.ts";
import { NO_MARK, NO_SLOT, NOT_PLAIN } from "./plain-codes.ts";
import type { PlainCodes } from "./plain-codes.ts";
import { readPlainDate } from "./plain-date.ts";
import type { PlainSetting } from "./plain-marks.ts";

/**
 * Takes the marks that stand from a place on, up to a separator or `to`; the cell of the first day is from `start` to `startTo`. Where
 * the marks end, or -1 where one is not plain.
 */
export type TakeString = (
  bytes: Uint8Array,
  from: number,
  to: number,
  pupil: number,
  start: number,
  startTo: number,
) => number;

export function stringTaker(
  { register, codes, dates, ...setting }: PlainSetting,
  days: "every-day" | "school-days",
): TakeString {
  const { calendar, slots, stride } = register;
  const { firstDay } = codes;
  const separator = setting.separator.charCodeAt(0);
  const single = codes.single.map((code, byte) => (isOfMark(byte) && byte !== separator ? code : NOT_PLAIN));
  const pairs = days === "school-days" ? versionsOfPairs(codes, single) : undefined;
  const slotPairs = new Uint16Array(slots.buffer, slots.byteOffset, slots.length >> 1);

  /** From a school day on, day by day while the marks are plain and the slots are empty: how many days were taken. */
  const takeDays = (bytes: Uint8Array, from: number, to: number, pupil: number, day: number): number => {
    if (pairs === undefined) return 0;
    const count = Math.min((to - from) >> 1, calendar.schoolDays.length - day);
    const row = ((pupil * stride) >> 1) + day;
    for (let place = 0; place < count; place++) {
      const at = from + 2 * place;
      const versions = pairs[(bytes[at] as number) | ((bytes[at + 1] as number) << 8)] as number;
      if (versions === NOT_PLAIN || slotPairs[row + place] !== MISSING) return place;
      slotPairs[row + place] = versions;
    }
    return count;
  };

  return (bytes, from, to, pupil, startFrom, startTo) => {
    const start = readPlainDate(bytes, startFrom, startTo, dates);
    if (!(start >= firstDay && start < firstDay + codes.days)) return -1;
    const schoolDay = calendar.schoolDayIndex(start - 1) + 1;
    const dayOf = (place: number): number =>
      days === "every-day"
        ? start + (place >> 1)
        : (calendar.schoolDays[schoolDay + (place >> 1)] ?? Number.MAX_SAFE_INTEGER);
    let first = -1; // the place of the first mark
    let place = 0;
    while (from + place < to && bytes[from + place] !== separator) {
      const taken = (place & 1) === 0 ? takeDays(bytes, from + place, to, pupil, schoolDay + (place >> 1)) : 0;
      if (taken > 0) {
        if (first < 0) first = place;
        place += 2 * taken;
        continue;
      }
      const code = single[bytes[from + place] as number] as number;
      if (code !== NO_MARK) {
        const day = dayOf(place) - firstDay;
        if (day >= codes.days) return -1;
        const slot = codes.slots[2 * day + (place & 1)] as number;
        if (!takeMark(register, codes, pupil * stride, slot, day, code)) return -1;
        if (first < 0 && slot !== NO_SLOT) first = place;
      }
      place += 1;
    }
    if (first >= 0) noteFirst(register, pupil, dayOf(first));
    return from + place;
  };
}

/** Not a digit, which would be the second half of a code, nor a mark that an apostrophe before it may hide. */
function isOfMark(byte: number): boolean {
  return !isDigit(byte) && byte !== APOSTROPHE;
}

/** By the two bytes of a day's marks, the first below: their versions as the register holds them, or NOT_PLAIN. */
function versionsOfPairs({ constant }: PlainCodes, single: Uint8Array): Uint16Array | undefined {
  if (constant === undefined) return undefined;
  const pairs = new Uint16Array(1 << 16);
  const plain = [...single.keys()].filter((byte) => single[byte] !== NOT_PLAIN && constant[byte] !== MISSING);
  const versions = new Uint8Array(2);
  const both = new Uint16Array(versions.buffer);
  for (const morning of plain)
    for (const afternoon of plain) {
      versions.set([constant[morning] as number, constant[afternoon] as number]);
      pairs[morning | (afternoon << 8)] = both[0] as number;
    }
  return pairs;
}
