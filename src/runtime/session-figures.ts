// Figures counted from the register: sessions, shares, days, absences and runs, of a pupil or summed over a group (S10, S17).

import type { SessionRange } from "../school/window.ts";
import type { Ratio } from "../units/ratio.ts";
import { rangeOf, unknown } from "./context.ts";
import type { Context } from "./context.ts";
import { spellsOf, sumsOf } from "./facts.ts";
import type { Facts } from "./facts.ts";
import { holdsNow, holdsToday, holdsUntil, holdsWhileCounted, holdsWhileShare } from "./horizon.ts";
import type { Read, Test } from "./program.ts";
import { inWindow } from "./windows.ts";
import type { Windowing } from "./windows.ts";

/** Whose sessions: the pupil's own, or those of all of whom a flag or group is true at the time. */
export type Population = "pupil" | "class" | "year-group" | "school" | Test;

function population(context: Context, whose: Population): readonly Facts[] {
  const { facts } = context;
  if (whose === "pupil") return [facts];
  const { pupil } = facts.record;
  const className = context.instance?.className ?? pupil.class;
  return facts.school.filter((other) => {
    if (whose === "school") return true;
    if (typeof whose === "function") return whose({ facts: other, now: context.now, instances: new Map() }) === true;
    return whose === "class" ? other.record.pupil.class === className : other.record.pupil.year === pupil.year;
  });
}

function count(context: Context, set: number, range: SessionRange, whose: Population): number {
  let total = 0;
  if (whose !== "pupil") holdsNow(context);
  for (const facts of population(context, whose)) {
    const sums = sumsOf(facts, set, range.to);
    total += (sums[range.to] as number) - (sums[range.from] as number);
  }
  return total;
}

/** A set's share of the possible sessions; not known while none was possible. */
export function rate(set: number, possible: number, windowing: Windowing, whose: Population = "pupil"): Read {
  return (context) =>
    inWindow(context, windowing, (range, window): Ratio | undefined => {
      const d = count(context, possible, range, whose);
      const share = { n: count(context, set, range, whose), d };
      holdsWhileShare(context, share, range, window);
      return d === 0 ? unknown(context, { kind: "nothing", what: "no session was possible" }) : share;
    });
}

export function sessions(set: number, windowing: Windowing, whose: Population = "pupil"): Read {
  return (context) =>
    inWindow(context, windowing, (range, window) => {
      const counted = count(context, set, range, whose);
      holdsWhileCounted(context, set, range, window, counted);
      return counted;
    });
}

/** A total of days: sessions ÷ two (S10). */
export function days(set: number, windowing: Windowing): Read {
  const halves = sessions(set, windowing);
  return (context) => {
    const n = halves(context);
    return typeof n === "number" ? { n, d: 2 } : undefined;
  };
}

/** Absences that begin in the window (S10). */
export function occasions(set: number, windowing: Windowing): Read {
  return (context) =>
    inWindow(context, windowing, (range, window) => {
      const begun = spellsOf(context.facts, set, range.to).filter(
        ({ first }) => first >= range.from && first < range.to,
      ).length;
      holdsWhileCounted(context, set, range, window, begun);
      return begun;
    });
}

/**
 * The longest run in the window, or the one still going at its end, of sessions, or of days all of whose possible sessions belong
 * (S10).
 */
export function run(
  which: "longest" | "current",
  set: number,
  possible: number,
  unit: "session" | "school-day",
  windowing: Windowing,
): Read {
  return (context) =>
    inWindow(context, windowing, (range, window) => {
      const length = runsOf(context.facts, set, possible, unit, range)[which];
      holdsWhileCounted(context, set, range, window, length);
      // A day that has begun as part of a run may still end otherwise.
      if (length > 0) holdsWhileCounted(context, possible, range, window, length);
      return length;
    });
}

function runsOf(
  facts: Facts,
  set: number,
  possible: number,
  unit: "session" | "school-day",
  range: SessionRange,
): { readonly longest: number; readonly current: number } {
  const [members, counted] = [facts.world.members[set] as Uint8Array, facts.world.members[possible] as Uint8Array];
  const { sessionDay } = facts.world.calendar;
  let longest = 0;
  let current = 0;
  for (let session = range.from; session < range.to;) {
    const day = sessionDay[session];
    let [held, asked] = [0, 0];
    do {
      const version = facts.sessions[session] as number;
      held += members[version] as number;
      asked += counted[version] === 1 || members[version] === 1 ? 1 : 0;
      session++;
    } while (unit === "school-day" && session < range.to && sessionDay[session] === day);
    if (asked === 0) continue;
    current = held === asked ? current + 1 : 0;
    longest = Math.max(longest, current);
  }
  return { longest, current };
}

const TODAY = { kind: "today" } as const;

/** The last closed session of today belongs to the set; not known before the first register closes or where no mark stands. */
export function sessionNow(set: number): Test {
  return (context) => {
    const range = rangeOf(context, TODAY);
    holdsToday(context);
    if (range !== undefined && range.to < context.facts.sessions.length)
      holdsUntil(context, context.facts.timing.closesAt(range.to));
    if (range === undefined || range.from === range.to) return false;
    return (context.facts.world.members[set] as Uint8Array)[context.facts.sessions[range.to - 1] as number] === 1;
  };
}
