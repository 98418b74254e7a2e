// The three places from which a condition is read: the last row of a pupil, an evening of the year, and any moment of an instance.
// They differ in where counts of the register come from, and in nothing else.

import type { Window } from "../../school/window.ts";
import { MISSING } from "../../runtime/world.ts";
import type { SessionRange } from "../../school/window.ts";
import { occasionStep } from "./absences.ts";
import type { Building, Tally } from "./building.ts";
import { countBy, sumUp, tally } from "./building.ts";
import { dayStretch, liesIn } from "./day-stretch.ts";
import type { Joins } from "./joins.ts";
import { timeOf } from "./plan.ts";
import { isOfWholeDays, placeOf, runStep } from "./runs.ts";
import { dayOfMoment, startOf } from "./scope.ts";
import type { Scope, Stretch } from "./scope.ts";
import { all, any, binary, cast, column, isKnown, isNull, orElse, truth, unknown, when, whole } from "./sql.ts";
import type { Expr } from "./sql.ts";

/** What the places have in common. */
export interface Place {
  readonly building: Building;
  readonly joins: Joins;
  /** The row that holds the pupil's year, birth and clock. */
  readonly pupil: string;
  readonly stepOpened: Scope["stepOpened"];
  readonly cannot: Scope["cannot"];
  readonly started?: Expr;
  readonly begun?: Expr;
  readonly opened?: Expr;
}

type Common = Omit<Scope, "now" | "today" | "sessions" | "occasions" | "run" | "sessionNow" | "flag">;

function common(place: Place): Common {
  const { building, joins, pupil, stepOpened, cannot, started, begun, opened } = place;
  return {
    plan: building.plan,
    year: column(pupil, "year"),
    born: column(pupil, "born"),
    time: (what) => timeOf(building.plan, pupil, what),
    dayFigure: joins.dayFigure,
    stepOpened,
    cannot,
    ...(started === undefined ? {} : { started }),
    ...(begun === undefined ? {} : { begun }),
    ...(opened === undefined ? {} : { opened }),
  };
}

// ---------------------------------------------------------------- the last row

/** As of the end of the day asked about: counts are sums over the pupil's days, of which the row stands under `days`. */
export function lastRow(place: Place, days: string): Scope {
  const { building, joins, pupil, cannot } = place;
  const { plan } = building;
  const told = (asked: Tally): Expr => column("tally", tally(building, asked));
  const uncounted = (why: string): Expr => {
    cannot("query-not-counted", why);
    return unknown("integer");
  };
  return {
    ...common(place),
    now: whole(plan.now),
    today: whole(plan.asOf),
    flag: (names) => joins.flag(column(pupil, "pupil"), names, whole(plan.asOf)),
    sessions: (set, stretch) => {
      if (isEmpty(plan.world.members[set])) return emptyCount(stretch, plan.asOf, place);
      const counted = countIn(place, set, stretch, days);
      return counted === undefined ? unknown("integer") : told(counted);
    },
    sessionNow: (set) => {
      const range = plan.days.rangeOn({ kind: "today" }, plan.asOf);
      if (range === undefined || range.from === range.to) return truth(false);
      const counted = sumOver(place, set, { from: range.to - 1, to: range.to }, days);
      return binary(told(counted), "=", whole(1));
    },
    occasions: (set, stretch) => {
      const range = rangeOf(place, stretch, "a count of absences since something that happened");
      if (range === undefined) return unknown("integer");
      if (takesMissing(place, set)) return uncounted("absences without a mark");
      return perPupil(place, occasionStep(building, set, range), "occasions");
    },
    run: (which, set, possible, unit, stretch) => {
      const range = rangeOf(place, stretch, `the ${which} run since something that happened`);
      if (range === undefined) return unknown("integer");
      if (takesMissing(place, set)) return uncounted("a run of sessions without a mark");
      if (unit === "school-day" && !isOfWholeDays(plan.calendar, range))
        return uncounted("a run of days in a window of sessions");
      return perPupil(place, runStep(building, { which, set, possible, unit, range }), which);
    },
  };
}

function takesMissing({ building }: Place, set: number): boolean {
  return building.plan.world.members[set]?.[MISSING] === 1;
}

/** The sessions of a stretch that the calendar alone says; undefined where there is none such, or where SQL cannot say it. */
function rangeOf({ building, cannot }: Place, stretch: Stretch, otherwise: string): SessionRange | undefined {
  const { days, asOf } = building.plan;
  if (stretch.kind === "calendar") return days.rangeOn(stretch.window, asOf);
  if (stretch.kind === "since") cannot("query-not-counted", otherwise);
  return undefined;
}

/** A figure of a step with at most one row a pupil; none is nought. */
function perPupil({ joins, pupil }: Place, step: string, name: string): Expr {
  const as = joins.lookUp(step, (row) => binary(column(row, "pupil"), "=", column(pupil, "pupil")));
  return cast(orElse(column(as, name), whole(0)), "integer");
}

const isEmpty = (members: Uint8Array | undefined): boolean => members === undefined || !members.includes(1);

/** None of what no code stands for, in a window that there is. */
function emptyCount(stretch: Stretch, day: number, { building }: Place): Expr {
  if (stretch.kind === "none") return unknown("integer");
  if (stretch.kind === "calendar")
    return building.plan.days.rangeOn(stretch.window, day) === undefined ? unknown("integer") : whole(0);
  const known = [stretch.from, ...(stretch.to === undefined ? [] : [stretch.to])];
  return when(all(...known.map(isKnown)), whole(0));
}

function countIn(place: Place, set: number, stretch: Stretch, days: string): Tally | undefined {
  const { plan } = place.building;
  switch (stretch.kind) {
    case "none":
      return undefined;
    case "calendar": {
      const range = plan.days.rangeOn(stretch.window, plan.asOf);
      return range === undefined ? undefined : sumOver(place, set, range, days);
    }
    case "since":
      return sumSince(place, set, stretch, days);
  }
}

/** Sessions of a stretch that the calendar says: whole days, but for a window of so many sessions. */
function sumOver(place: Place, set: number, { from, to }: { from: number; to: number }, days: string): Tally {
  const { building } = place;
  const { plan } = building;
  const stretch = dayStretch(plan, { from, to });
  if (stretch === undefined) return { part: whole(0) };
  const day = column(days, "day");
  if (isOfWholeDays(plan.calendar, { from, to }))
    return { part: when(liesIn(stretch, day), column(days, countBy(building, [set])), whole(0)) };
  const { am, pm } = halves(building, set, days);
  const [first, last] = [placeOf(building, from), placeOf(building, to - 1)];
  const half = (which: 0 | 1, held: Expr): Expr => {
    const at = binary(binary(day, "*", whole(2)), "+", whole(which));
    return when(all(binary(at, ">=", whole(first)), binary(at, "<=", whole(last))), held, whole(0));
  };
  return { part: binary(half(0, am), "+", half(1, pm)) };
}

function halves(building: Building, set: number, days: string): { readonly am: Expr; readonly pm: Expr } {
  const name = countBy(building, [set], true);
  const pm = column(days, `${name}_pm`);
  return { am: binary(column(days, name), "-", pm), pm };
}

/** Sessions that open after a moment, and have closed by another (S14). */
function sumSince(place: Place, set: number, { from, to }: Extract<Stretch, { kind: "since" }>, days: string): Tally {
  const { building, pupil } = place;
  const { am, pm } = halves(building, set, days);
  const start = startOf(column(days, "day"));
  const at = (what: "amOpens" | "amCloses" | "pmOpens" | "pmCloses"): Expr =>
    binary(start, "+", timeOf(building.plan, pupil, what));
  const half = (held: Expr, opens: Expr, closes: Expr): Expr =>
    when(all(binary(opens, ">", from), ...(to === undefined ? [] : [binary(closes, "<=", to)])), held, whole(0));
  const known = all(isKnown(from), ...(to === undefined ? [] : [isKnown(to)]));
  return { part: binary(half(am, at("amOpens"), at("amCloses")), "+", half(pm, at("pmOpens"), at("pmCloses"))), known };
}

// ---------------------------------------------------------------- an evening, or any moment

/** Where the sums up to now are read. */
export interface SumsAt {
  /** The row of the latest school day. */
  readonly row: string;
  readonly now: Expr;
  readonly today: Expr;
  /** All of the day's registers have closed: the end of a school day. */
  readonly evening: boolean;
}

/** As of the end of a school day, or of any moment: counts are differences of two sums along the year. */
export function sumsRow(place: Place, at: SumsAt): Scope {
  const { joins, pupil, cannot } = place;
  const scope: Scope = {
    ...common(place),
    now: at.now,
    today: at.today,
    flag: (names) => joins.flag(column(pupil, "pupil"), names, at.today),
    sessions: (set, stretch) => {
      if (isEmpty(place.building.plan.world.members[set])) return emptySum(stretch, at, place);
      switch (stretch.kind) {
        case "none":
          return unknown("integer");
        case "calendar":
          return sumsInWindow(place, set, stretch.window, at);
        case "since":
          return sumsSince(place, set, stretch, at, scope);
      }
    },
    sessionNow: (set) => sessionNow(place, set, at, scope),
    occasions: () => {
      cannot("query-not-counted", "a count of absences as of every evening");
      return unknown("integer");
    },
    run: (which) => {
      cannot("query-not-counted", `the ${which} run as of every evening`);
      return unknown("integer");
    },
  };
  return scope;
}

function emptySum(stretch: Stretch, at: SumsAt, { joins, building }: Place): Expr {
  if (stretch.kind === "calendar") {
    const { key, of } = firstOf(building, stretch.window);
    return when(isKnown(joins.dayFigure(at.today, { key, of })), whole(0));
  }
  return stretch.kind === "none" ? unknown("integer") : when(isKnown(stretch.from), whole(0));
}

/** The number of the school day with which a window begins; -1 where it holds none. */
function firstOf({ plan }: Building, window: Window) {
  const { calendar, days } = plan;
  return {
    key: `first of ${JSON.stringify(window)}`,
    of: (day: number): number | undefined => {
      const range = days.rangeOn(window, day);
      if (range === undefined) return undefined;
      return range.from === range.to ? -1 : calendar.schoolDayIndex(calendar.sessionDay[range.from] as number);
    },
  };
}

/** The number of the last school day of a window; of one that reaches up to today, nothing. */
function lastOf({ plan }: Building, window: Window) {
  const { calendar, days } = plan;
  return {
    key: `last of ${JSON.stringify(window)}`,
    of: (day: number): number | undefined => {
      const range = days.rangeOn(window, day);
      return range === undefined || range.from === range.to
        ? undefined
        : calendar.schoolDayIndex(calendar.sessionDay[range.to - 1] as number);
    },
  };
}

function sumsInWindow(place: Place, set: number, window: Window, at: SumsAt): Expr {
  const { building, joins, pupil, cannot } = place;
  const { calendar, days } = building.plan;
  if (window.kind === "last" && window.unit === "session") {
    cannot("query-not-counted", "a window of so many sessions as of every evening");
    return unknown("integer");
  }
  const name = sumUp(building, set, !at.evening);
  const first = firstOf(building, window);
  const school = [...calendar.schoolDays].filter((day) => day <= building.plan.asOf);
  const always = at.evening && school.every((day) => first.of(day) === 0);
  const open = school.every((day) => {
    const range = days.rangeOn(window, day);
    return range === undefined || range.to === calendar.firstSessionOnOrAfter(day + 1);
  });
  const sum = open ? sumsNow(place, name, at) : sumTo(place, name, joins.dayFigure(at.today, lastOf(building, window)));
  if (always) return sum;
  const from = joins.dayFigure(at.today, first);
  const base = joins.sumsAt(column(pupil, "pupil"), from);
  const before = orElse(binary(column(base, `${name}_sum`), "-", column(base, name)), whole(0));
  const counted = open && !at.evening ? notBelowNought(binary(sum, "-", before)) : binary(sum, "-", before);
  return when(isNull(from), unknown("integer"), when(binary(from, "<", whole(0)), whole(0), counted));
}

const notBelowNought = (count: Expr): Expr => when(binary(count, "<", whole(0)), whole(0), count);

function sumTo({ joins, pupil }: Place, name: string, ix: Expr): Expr {
  const row = joins.sumsAt(column(pupil, "pupil"), ix);
  return orElse(column(row, `${name}_sum`), whole(0));
}

/** What has been counted by now: on an evening all of today, else what of today has closed. */
function sumsNow(place: Place, name: string, { row, now, today, evening }: SumsAt): Expr {
  if (evening) return column(row, `${name}_sum`);
  return orElse(
    binary(
      column(row, `${name}_sum`),
      "-",
      notYet(place, name, row, today, (opens, closes) => ({ opens, closes, by: "closes", now })),
    ),
    whole(0),
  );
}

/** What of a day's sessions has not closed by a moment, or has not opened by it. */
function notYet(
  { building, pupil }: Place,
  name: string,
  row: string,
  day: Expr,
  told: (opens: Expr, closes: Expr) => { opens: Expr; closes: Expr; by: "opens" | "closes"; now: Expr },
): Expr {
  const start = startOf(column(row, "day"));
  const at = (what: "amOpens" | "amCloses" | "pmOpens" | "pmCloses"): Expr =>
    binary(start, "+", timeOf(building.plan, pupil, what));
  const [am, pm] = [told(at("amOpens"), at("amCloses")), told(at("pmOpens"), at("pmCloses"))];
  const later = ({ opens, closes, by, now }: typeof am): Expr => binary(by === "opens" ? opens : closes, ">", now);
  const afternoon = column(row, `${name}_pm`);
  const morning = binary(column(row, name), "-", afternoon);
  const open = binary(when(later(am), morning, whole(0)), "+", when(later(pm), afternoon, whole(0)));
  return when(binary(column(row, "day"), "=", day), open, whole(0));
}

/** Counted between two moments: all closed by the second, without what had opened by the first. */
function sumsSince(
  place: Place,
  set: number,
  stretch: Extract<Stretch, { kind: "since" }>,
  at: SumsAt,
  scope: Scope,
): Expr {
  const { building, joins, pupil } = place;
  const name = sumUp(building, set, true);
  const latest = { key: "number of the latest school day", of: (day: number) => building.plan.days.schoolDay(day) };
  const row = (moment: Expr): string =>
    joins.sumsAt(column(pupil, "pupil"), scope.dayFigure(dayOfMoment(moment), latest));
  const sumBy = (moment: Expr, by: "opens" | "closes"): Expr => {
    const as = row(moment);
    const open = notYet(place, name, as, dayOfMoment(moment), (opens, closes) => ({ opens, closes, by, now: moment }));
    return orElse(binary(column(as, `${name}_sum`), "-", open), whole(0));
  };
  const { from, to } = stretch;
  const end =
    to === undefined
      ? sumsNow(place, name, at)
      : when(binary(to, "<", at.now), sumBy(to, "closes"), sumsNow(place, name, at));
  const known = all(isKnown(from), ...(to === undefined ? [] : [isKnown(to)]));
  // Of a day that is still to come there may be no row to read from.
  const begun = binary(from, "<", at.now);
  return when(known, when(begun, notBelowNought(binary(end, "-", sumBy(from, "opens"))), whole(0)));
}

/** The last of today's registers that have closed: whether its session belongs to the set. */
function sessionNow(place: Place, set: number, at: SumsAt, scope: Scope): Expr {
  const { building, pupil } = place;
  const name = sumUp(building, set, true);
  const start = startOf(column(at.row, "day"));
  const has = (what: "am" | "pm"): Expr =>
    binary(scope.dayFigure(at.today, { key: `has ${what}`, of: (day) => hasHalf(building, day, what) }), "=", whole(1));
  const closed = (what: "amCloses" | "pmCloses"): Expr =>
    binary(binary(start, "+", timeOf(building.plan, pupil, what)), "<=", at.now);
  const afternoon = column(at.row, `${name}_pm`);
  const held = when(
    all(has("pm"), closed("pmCloses")),
    binary(afternoon, "=", whole(1)),
    when(
      all(has("am"), closed("amCloses")),
      binary(binary(column(at.row, name), "-", afternoon), "=", whole(1)),
      truth(false),
    ),
  );
  return when(any(isNull(column(at.row, "day")), binary(column(at.row, "day"), "<>", at.today)), truth(false), held);
}

function hasHalf({ plan }: Building, day: number, what: "am" | "pm"): number {
  const { from, to } = plan.calendar.sessionsOn(day);
  for (let session = from; session < to; session++)
    if (plan.calendar.sessionHalf[session] === (what === "am" ? 0 : 1)) return 1;
  return 0;
}
