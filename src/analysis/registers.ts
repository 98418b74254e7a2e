// Times of a register that several rules ask for. A hole or a time that nobody stated is undefined, never a usual one.

import type { ClockTime, Register, Zone } from "../checker/model.ts";
import { ratio } from "../units/ratio.ts";
import { intersection, intervalOf } from "./interval.ts";
import type { Interval } from "./interval.ts";

export function secondsOf(time: ClockTime | undefined): number | undefined {
  return time?.kind === "time" ? time.seconds : undefined;
}

/** When the register closes: as stated, else where the arrivals that are too late for it begin. */
export function closingTime(register: Register): number | undefined {
  return secondsOf(register.closes) ?? startOf(register.zones.find(isAfterClose));
}

/** The zone whose arrivals count as absent: the code `U`. */
export function isAfterClose({ becomes }: Zone): boolean {
  return becomes.kind === "code" && becomes.code === "U";
}

/** The zone of those who come late, and before the register closes: the code `L`. */
export function isLate({ becomes }: Zone): boolean {
  return becomes.kind === "code" && becomes.code === "L";
}

/** The arrivals a zone takes, in seconds of the day; undefined where no arrival fits all its edges. */
export function arrivalsOf(zone: Zone): Interval | undefined {
  return zone.edges
    .map(({ edge, seconds }) => intervalOf(edge, ratio(seconds, 1)))
    .reduce<Interval | undefined>((all, next) => (all === undefined ? undefined : intersection(all, next)), {});
}

function startOf(zone: Zone | undefined): number | undefined {
  return zone === undefined ? undefined : arrivalsOf(zone)?.low?.at.n;
}
