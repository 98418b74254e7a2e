// How the page says what it knows of a school.

import { sayDay, dayOf } from "../../src/wording.ts";
import { sayShare } from "../pupil/words.ts";
import type { Guarded, PupilName, SchoolSource, SchoolView } from "../worker/school-protocol.ts";

/** `P0012 Maja, 4A` */
export function sayPupil({ id, firstName, class: className }: Omit<PupilName, "year">): string {
  return `${id}${firstName === undefined ? "" : ` ${firstName}`}${className === undefined ? "" : `, ${className}`}`;
}

export function sayGuarded(count: Guarded): string {
  return count === "hidden" ? "hidden" : String(count);
}

export function sayAttendance(sums: { readonly attended: number; readonly possible: number } | undefined): string {
  return sums === undefined ? "hidden" : sayShare(sums);
}

export function saySource(source: SchoolSource, name: string): string {
  if (source.kind === "imported") return name;
  return `${source.pupils} made-up pupils (school number ${source.seed}), with records up to ${sayDay(dayOf(source.until))}`;
}

export function sayPupils(count: number): string {
  return count === 1 ? "1 pupil" : `${count} pupils`;
}

/** `1 more role`: what stands folded below those that are shown. */
export function sayMore(count: number, one: string, many: string): string {
  return `${count} more ${count === 1 ? one : many}`;
}

/** What is read out when the pictures change. */
export function saySchool({ pupils, asOf }: SchoolView): string {
  return `${sayPupils(pupils.length)}, on ${sayDay(dayOf(asOf))}.`;
}
