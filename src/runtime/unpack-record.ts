// One row of a packed register → the pupil's record again, as far as the register holds it.

import type { Day } from "../school/day.ts";
import type { Mark, PupilRecord } from "../school/record.ts";
import { NO_DAY, NO_END } from "./packed-register.ts";
import type { PackedRegister } from "./packed-register.ts";
import type { CodeVersion } from "./program.ts";
import { MISSING, OFF_ROLL } from "./world.ts";
import type { World } from "./world.ts";

/** Of marks taken while the pupil was not on roll here only those of another setting count (S14), so all bear one. */
const ANY_SETTING = "unknown";
/** No code set knows it: a row holds no more of such a mark than that it was taken, which says since when the pupil is known. */
const UNKNOWN_CODE = "?";

/** The facts that the row was laid out from, but for the log, arrivals, and what stands on record beside the roll. */
export function unpackRecord(register: PackedRegister, { calendar, program }: World, pupil: number): PupilRecord {
  const { ids, stride, slots, year, born, firstMark } = register;
  const id = ids[pupil] ?? "";
  const marks: Mark[] = [];
  const away = new Set<number>();
  calendar.sessionDay.forEach((day, session) => {
    const half = calendar.sessionHalf[session] as number;
    const number = calendar.schoolDayIndex(day);
    const version = slots[pupil * stride + 2 * number + half] as number;
    if (version === OFF_ROLL) away.add(number);
    if (version === OFF_ROLL || version === MISSING) return;
    const { code } = program.codes[version - 1] as CodeVersion;
    marks.push({ pupil: id, day, half: half === 0 ? "AM" : "PM", code, setting: ANY_SETTING });
  });
  const first = firstMark[pupil] as Day;
  if (first !== NO_DAY && !marks.some(({ day }) => day <= first)) {
    const half = calendar.sessionOrdinal(first, "AM") < 0 ? "PM" : "AM";
    marks.push({ pupil: id, day: first, half, code: UNKNOWN_CODE });
  }
  return {
    pupil: {
      id,
      year: year[pupil] as number,
      ...(born[pupil] === NO_DAY ? {} : { born: born[pupil] as Day }),
      onRoll: spansOnRoll(register, calendar.schoolDays, away, pupil),
      flags: flagsOf(register, pupil),
      parents: [],
      attributes: {},
    },
    marks,
    arrivals: [],
    log: [],
  };
}

/** From the first to the last day on roll, without the school days on which the pupil was not. */
function spansOnRoll(
  { onRollFrom, onRollTo }: PackedRegister,
  schoolDays: Int32Array,
  away: ReadonlySet<number>,
  pupil: number,
): PupilRecord["pupil"]["onRoll"] {
  const [from, to] = [onRollFrom[pupil] as Day, onRollTo[pupil] as Day];
  if (from === NO_END) return [];
  const ends = to === NO_END ? {} : { to };
  const spans: { from: Day; to?: Day }[] = [];
  let next = from;
  schoolDays.forEach((day, number) => {
    if (!away.has(number) || day < from || day > to) return;
    if (day > next) spans.push({ from: next, to: day - 1 });
    next = day + 1;
  });
  return next > to ? spans : [...spans, { from: next, ...ends }];
}

function flagsOf(register: PackedRegister, pupil: number): PupilRecord["pupil"]["flags"] {
  const { flagsFrom, flag, flagNames, flagFrom, flagUntil } = register;
  return Array.from({ length: (flagsFrom[pupil + 1] as number) - (flagsFrom[pupil] as number) }, (_none, index) => {
    const entry = (flagsFrom[pupil] as number) + index;
    const [from, until] = [flagFrom[entry] as Day, flagUntil[entry] as Day];
    return {
      name: flagNames[flag[entry] as number] as string,
      ...(from === NO_DAY ? {} : { from }),
      ...(until === NO_END ? {} : { until }),
    };
  });
}
