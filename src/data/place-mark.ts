// One mark that was read from bytes → its slot of the packed register, where none stands there yet.

import { NO_DAY } from "../runtime/packed-register.ts";
import type { PackedRegister } from "../runtime/packed-register.ts";
import { MISSING } from "../runtime/world.ts";
import { NO_MARK, NO_SLOT, NOT_PLAIN } from "./plain-codes.ts";
import type { PlainCodes } from "./plain-codes.ts";

/** Puts a mark where none is; false where it must be told or weighed against another. */
export function takeMark(
  { slots }: PackedRegister,
  codes: PlainCodes,
  row: number,
  slot: number,
  day: number,
  code: number,
): boolean {
  if (code === NO_MARK) return true;
  if (code === NOT_PLAIN) return false;
  if (slot === NO_SLOT) return code === codes.closed;
  const version = codes.versions[code * codes.days + day] as number;
  if (version === MISSING || slots[row + slot] !== MISSING) return false;
  slots[row + slot] = version;
  return true;
}

/** Of the days on which a pupil has a mark, the first is kept. */
export function noteFirst({ firstMark }: PackedRegister, pupil: number, day: number): void {
  const first = firstMark[pupil] as number;
  if (first === NO_DAY || day < first) firstMark[pupil] = day;
}
