// The calendar as a relation: one row for each day of the planned years, with what a query needs to know of it as whole numbers, so
// that no dialect has to reckon with dates. Knows no pupil.

import { windowSessions } from "../../school/window.ts";
import type { SessionRange, Window } from "../../school/window.ts";
import type { Calendar } from "../../school/calendar.ts";
import { formatDay } from "../../school/day.ts";
import type { Day } from "../../school/day.ts";
import { lastInstant, startOfDay } from "../../school/moment.ts";
import type { Procedure } from "../../runtime/program.ts";
import { Bug } from "../../support/bug.ts";
import type { Type } from "./sql.ts";

/** A relation that Rollcall writes itself. */
export interface Relation {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: Type }[];
  readonly rows: readonly (readonly (number | string | null)[])[];
}

type PeriodUnit = Extract<Procedure["anchor"], { readonly kind: "period" }>["unit"];

/** A day as a number that a rule derives from another day; undefined where the calendar does not reach. */
export interface DayFigure {
  readonly key: string;
  readonly of: (day: Day) => number | undefined;
}

export interface DayTable {
  /** The name of the column that holds the figure; it is there from then on. */
  readonly columnOf: (figure: DayFigure) => string;
  /** The sessions of a window as of the end of a day, which hang on nothing but the calendar. */
  readonly rangeOn: (window: Window, day: Day) => SessionRange | undefined;
  /** The number of the last school day on the day or before it; -1 where there is none. */
  readonly schoolDay: (day: Day) => number;
  readonly relation: () => Relation;
}

export const DAYS = "rollcall_days";

/** All registers of a day have closed when it is over. */
const DAY_CLOCK = (calendar: Calendar) => ({
  opensAt: (session: number) => startOfDay(calendar.sessionDay[session] as Day),
  closesAt: (session: number) => startOfDay(calendar.sessionDay[session] as Day) + 1,
});

export function makeDayTable(calendar: Calendar, mornings: readonly PeriodUnit[]): DayTable {
  const figures = new Map<string, DayFigure & { readonly name: string }>();
  const clock = DAY_CLOCK(calendar);
  // Two figures under one key would be one column: told apart on a few days already.
  const { firstDay, lastDay } = calendar;
  const sampled = [firstDay, Math.floor((firstDay + lastDay) / 2), lastDay];
  const { sessionDay, sessionHalf } = calendar;
  const has = (day: Day, half: 0 | 1): number => {
    const { from, to } = calendar.sessionsOn(day);
    for (let session = from; session < to; session++) if (sessionHalf[session] === half) return 1;
    return 0;
  };
  const isMorning = (day: Day): number => {
    const { from } = calendar.sessionsOn(day);
    const before = sessionDay[from - 1];
    const begins = (unit: PeriodUnit): boolean =>
      unit === "day" || before === undefined || before < (calendar.period(unit, day)?.from ?? day);
    return calendar.isSchoolDay(day) && mornings.some(begins) ? 1 : 0;
  };
  return {
    columnOf: (figure) => {
      const known = figures.get(figure.key);
      if (known !== undefined) {
        if (sampled.some((day) => known.of(day) !== figure.of(day)))
          throw new Bug(`two figures of a day by one key: ${figure.key}`);
        return known.name;
      }
      const name = `f${figures.size + 1}`;
      figures.set(figure.key, { ...figure, name });
      return name;
    },
    rangeOn: (window, day) => windowSessions(calendar, window, lastInstant(day), clock),
    schoolDay: (day) => calendar.schoolDayIndex(day),
    relation: () => {
      const known = [...figures.values()];
      const rows: (number | string | null)[][] = [];
      for (let day = calendar.firstDay; day <= calendar.lastDay; day++) {
        const isSchool = calendar.isSchoolDay(day);
        rows.push([
          day,
          formatDay(day),
          isSchool ? calendar.schoolDayIndex(day) : null,
          calendar.schoolDayIndex(day),
          has(day, 0),
          has(day, 1),
          isMorning(day),
          ...known.map((figure) => figure.of(day) ?? null),
        ]);
      }
      return { name: DAYS, columns: [...columns(), ...known.map(({ name }) => whole(name))], rows };
    },
  };
}

const whole = (name: string): Relation["columns"][number] => ({ name, type: "integer" });

/**
 * `ix` numbers the school days from nought and is empty on other days, `last_ix` is that of the latest school day; `am` and `pm` say
 * which sessions the day has, `morning` that a period begins in which rules are looked at as the day begins.
 */
function columns(): Relation["columns"] {
  return [
    whole("day"),
    { name: "date", type: "text" },
    whole("ix"),
    whole("last_ix"),
    whole("am"),
    whole("pm"),
    whole("morning"),
  ];
}
