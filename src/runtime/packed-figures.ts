// What a packed decision asks less often than of every mark: flags and ages, deadlines, and the days on which waits are over.

import type { Day } from "../school/day.ts";
import type { BatchSpec, Passing } from "./batch-spec.ts";
import { BEYOND } from "./batch-tables.ts";
import type { BatchTables } from "./batch-tables.ts";
import { NO_DAY } from "./packed-register.ts";
import type { PackedRegister } from "./packed-register.ts";
import { ageOn } from "./pupil-figures.ts";

/** The pupil's record has one of some flags on a day; `wanted` is 1 for each, by its place in the register. */
export function hasFlagOn(register: PackedRegister, pupil: number, wanted: Uint8Array, day: Day): boolean {
  const { flagsFrom, flag, flagFrom, flagUntil } = register;
  const end = flagsFrom[pupil + 1] as number;
  for (let entry = flagsFrom[pupil] as number; entry < end; entry++) {
    if (
      wanted[flag[entry] as number] === 1 &&
      (flagFrom[entry] as number) <= day &&
      (flagUntil[entry] as number) >= day
    )
      return true;
  }
  return false;
}

export function flagPlaces({ flagNames }: PackedRegister, names: readonly string[]): Uint8Array {
  return Uint8Array.from(flagNames, (name) => Number(names.includes(name)));
}

/** Ask only where a birthday is on record. */
export function ageOf({ born }: PackedRegister, pupil: number, day: Day): number {
  const birthday = born[pupil] as number;
  return birthday === NO_DAY ? 0 : ageOn(birthday, day);
}

/** The first school day, by number, on which so much has passed since another. */
export function dayAfter(
  { passed, dates, world }: BatchTables,
  { passings }: BatchSpec,
  place: number,
  since: number,
): number {
  const table = passed[place] as Int32Array;
  const known = table[since] as number;
  if (known >= 0) return known;
  const { count, unit } = passings[place] as Passing;
  const from = dates[since] as Day;
  let day = since;
  while (day < dates.length && !((world.calendar.countUnits(from, dates[day] as Day, unit) ?? -1) >= count)) day++;
  return (table[since] = day < dates.length ? day : BEYOND);
}

/** The school days, by number, on which each pupil is looked at: from the first that is known to the last on roll. */
export interface Spans {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

export function spansOf(
  { firstMark, onRollFrom, onRollTo, count }: PackedRegister,
  { world, asOf, days }: BatchTables,
): Spans {
  const { calendar } = world;
  const spans = { first: new Int32Array(count), last: new Int32Array(count) };
  const firstFrom = (mark: Day, joined: Day): number => {
    const isKnown = mark !== NO_DAY && mark <= asOf;
    const from = isKnown ? Math.max(joined, calendar.period("school-year", mark)?.from ?? mark) : joined;
    return from > asOf ? days : calendar.schoolDayIndex(from - 1) + 1;
  };
  for (let pupil = 0; pupil < count; pupil++) {
    const [mark, joined, left] = [firstMark[pupil] as Day, onRollFrom[pupil] as Day, onRollTo[pupil] as Day];
    // Most of a school came together, and stay together.
    const alike = pupil > 0 && mark === firstMark[pupil - 1] && joined === onRollFrom[pupil - 1];
    spans.first[pupil] = alike ? (spans.first[pupil - 1] as number) : firstFrom(mark, joined);
    spans.last[pupil] =
      pupil > 0 && left === onRollTo[pupil - 1]
        ? (spans.last[pupil - 1] as number)
        : Math.min(days - 1, calendar.schoolDayIndex(left));
  }
  return spans;
}
