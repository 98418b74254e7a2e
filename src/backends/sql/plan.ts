// One policy on one calendar as of the end of one day, with what every part of the query needs to know of it. Knows no pupil: where
// pupils differ, such as in the register times of their group, there is an expression.

import type { Ir } from "../../ir/ir.ts";
import type { Program } from "../../runtime/program.ts";
import { makeWorld, timingOf } from "../../runtime/world.ts";
import type { Timing, World } from "../../runtime/world.ts";
import type { Calendar } from "../../school/calendar.ts";
import type { Day } from "../../school/day.ts";
import { lastInstant } from "../../school/moment.ts";
import type { Moment } from "../../school/moment.ts";
import { makeDayTable } from "./day-table.ts";
import type { DayTable } from "./day-table.ts";
import { all, column, not, whole } from "./sql.ts";
import type { Expr } from "./sql.ts";

export interface Plan {
  readonly ir: Ir;
  readonly calendar: Calendar;
  readonly world: World;
  readonly asOf: Day;
  /** Its last instant: the moment that everything is asked at. */
  readonly now: Moment;
  readonly days: DayTable;
  /** The groups that keep a register of their own. */
  readonly groups: readonly string[];
  /** The clock of the school, by the groups a pupil is in. */
  readonly timings: readonly { readonly groups: ReadonlySet<string>; readonly timing: Timing }[];
}

export function makePlan(ir: Ir, calendar: Calendar, asOf: Day): Plan {
  // Of the program only tables are read here: codes, sets and register times, which are the same before and after lowering.
  const world = makeWorld(ir as unknown as Program, calendar);
  const groups = [...new Set(ir.registers.flatMap(({ group }) => group ?? []))];
  const timings = subsets(groups).map((each) => ({ groups: each, timing: timingOf(world, each) }));
  return {
    ir,
    calendar,
    world,
    asOf,
    now: lastInstant(asOf),
    days: makeDayTable(calendar, ir.mornings?.pupil ?? []),
    groups,
    timings,
  };
}

function subsets(names: readonly string[]): readonly ReadonlySet<string>[] {
  return names.reduce<readonly ReadonlySet<string>[]>(
    (sets, name) => [...sets, ...sets.map((set) => new Set([...set, name]))],
    [new Set()],
  );
}

/** Something that the clock says: seconds of the day. */
export type ClockTime = "amOpens" | "pmOpens" | "amCloses" | "pmCloses" | "dayEnds";

function clockTime({ opens, closes, dayEnds }: Timing, what: ClockTime): number {
  const times = { amOpens: opens[0], pmOpens: opens[1], amCloses: closes[0], pmCloses: closes[1], dayEnds };
  return times[what];
}

/** A time of the school's clock where everybody keeps the same, else undefined. */
export function sameForAll({ timings }: Plan, what: ClockTime): number | undefined {
  const times = new Set(timings.map(({ timing }) => clockTime(timing, what)));
  return times.size === 1 ? [...times][0] : undefined;
}

/** A time of the clock that a pupil keeps, whose row stands under this name. */
export function timeOf(plan: Plan, pupil: string, what: ClockTime): Expr {
  const same = sameForAll(plan, what);
  return same === undefined ? column(pupil, what) : whole(same);
}

/** The time by the groups that a pupil is in, each of which is told by a condition. */
export function timeByGroups({ timings, groups }: Plan, what: ClockTime, isIn: (group: string) => Expr): Expr {
  return {
    kind: "case",
    whens: timings.map(({ groups: held, timing }) => ({
      when: all(...groups.map((group) => (held.has(group) ? isIn(group) : not(isIn(group))))),
      then: whole(clockTime(timing, what)),
    })),
  };
}
