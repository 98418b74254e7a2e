// What a policy and a calendar make of marks, in tables by byte: a mark's text → its code, a day and a half → a slot of the packed
// register, a code on a day → the version in force. Worked out once, so that reading a mark is looking up.

import { slotsOf } from "../runtime/packed-register.ts";
import { MISSING, versionOn } from "../runtime/world.ts";
import type { World } from "../runtime/world.ts";
import { isMissingMark, readCode } from "./cells.ts";
import { APOSTROPHE, BEYOND, BLANK, isDigit, QUOTATION_MARK } from "./plain-bytes.ts";

/** Of a mark: it is none that can be read so simply, or no mark was taken. Codes are numbered between. */
export const NOT_PLAIN = 0;
export const NO_MARK = 255;
/** Of a day and a half: the calendar plans no session. */
export const NO_SLOT = -1;

export interface PlainCodes {
  /** By the one byte of a mark. */
  readonly single: Uint8Array;
  /** By two bytes, the first below. */
  readonly double: Uint8Array;
  /** The code that may stand where no session is planned: `#`. */
  readonly closed: number;
  readonly firstDay: number;
  /** Planned days, closed ones included. */
  readonly days: number;
  /** By planned day and half: a slot, or NO_SLOT. */
  readonly slots: Int32Array;
  /** By code, times `days`, plus the planned day; MISSING where the code is not in force. */
  readonly versions: Uint8Array;
  /** By the one byte of a mark, where the calendar crosses no change of codes; NOT_PLAIN also where no mark was taken. */
  readonly constant: Uint8Array | undefined;
}

export function makePlainCodes(world: World, said: ReadonlyMap<string, string>): PlainCodes {
  const { calendar } = world;
  const names = [...world.versionsOf.keys()].slice(0, NO_MARK - 1);
  const numbers = new Map(names.map((name, index) => [name, index + 1]));
  const numberOf = (text: string): number => {
    const trimmed = text.trim();
    if (isMissingMark(trimmed)) return NO_MARK;
    return numbers.get(readCode(said.get(trimmed) ?? trimmed) ?? "") ?? NOT_PLAIN;
  };
  const meant = new Set([...said.keys()].map((text) => text.charCodeAt(0) | (text.charCodeAt(1) << 8)));
  const single = new Uint8Array(256);
  const double = new Uint8Array(1 << 16);
  for (let byte = BLANK; byte < BEYOND; byte++) {
    if (byte === QUOTATION_MARK) continue;
    single[byte] = numberOf(String.fromCharCode(byte));
    if (byte === APOSTROPHE) continue;
    for (let next = BLANK; next < BEYOND; next++) {
      if (next === QUOTATION_MARK) continue;
      // A letter and a digit, one mark and a blank, or what the export calls so; nothing else of two can be a code.
      if ((isLetter(byte) && isDigit(next)) || byte === BLANK || next === BLANK || meant.has(byte | (next << 8)))
        double[byte | (next << 8)] = numberOf(String.fromCharCode(byte, next));
    }
  }
  const days = Math.max(0, calendar.lastDay - calendar.firstDay + 1);
  const slots = new Int32Array(2 * days).fill(NO_SLOT);
  slotsOf(calendar).forEach((slot, session) => {
    const day = (calendar.sessionDay[session] as number) - calendar.firstDay;
    slots[2 * day + (calendar.sessionHalf[session] as number)] = slot;
  });
  const versions = new Uint8Array((names.length + 1) * days);
  names.forEach((name, index) => {
    for (let day = 0; day < days; day++)
      versions[(index + 1) * days + day] = versionOn(world, name, calendar.firstDay + day);
  });
  const plain = { single, double, closed: numbers.get("#") ?? NOT_PLAIN, firstDay: calendar.firstDay, days, slots };
  return { ...plain, versions, constant: constantVersions(single, versions, days, names.length) };
}

function isLetter(byte: number): boolean {
  return (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
}

function constantVersions(
  single: Uint8Array,
  versions: Uint8Array,
  days: number,
  names: number,
): Uint8Array | undefined {
  if (days === 0) return undefined;
  for (let name = 1; name <= names; name++) {
    const [from, to] = [name * days, (name + 1) * days];
    if (versions.subarray(from, to).some((version) => version !== versions[from])) return undefined;
  }
  return single.map((code) => (code === NOT_PLAIN || code === NO_MARK ? MISSING : (versions[code * days] as number)));
}
