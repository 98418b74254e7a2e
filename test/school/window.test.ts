import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleCalendarPlan } from "../../src/data/sample-calendar.ts";
import type { Calendar } from "../../src/school/calendar.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import { formatDay, knownDay } from "../../src/school/day.ts";
import { lastInstant, momentOf, parseMoment } from "../../src/school/moment.ts";
import type { SessionClock, SessionRange, Window } from "../../src/school/window.ts";
import { windowSessions } from "../../src/school/window.ts";
import { emptyPlan, planOf } from "./plans.ts";

const calendar = makeCalendar(sampleCalendarPlan());

/** Mornings 08:55 to 09:10, afternoons 13:00 to 13:15. */
function clockOf(of: Calendar): SessionClock {
  const at = (session: number, morning: number, afternoon: number): number =>
    momentOf(of.sessionDay[session] as number, of.sessionHalf[session] === 0 ? morning : afternoon);
  return {
    opensAt: (session) => at(session, 32_100, 46_800),
    closesAt: (session) => at(session, 33_000, 47_700),
  };
}

const moment = (text: string): number => parseMoment(text, "end") ?? Number.NaN;
const ask = (window: Window, at: string, of: Calendar = calendar): SessionRange | undefined =>
  windowSessions(of, window, moment(at), clockOf(of));
const days = (range: SessionRange | undefined): string =>
  range === undefined ? "none" : `${formatDay(range.fromDay)} to ${formatDay(range.toDay)}, ${range.to - range.from}`;

const sessionsSince = (text: string): number => {
  const range = ask({ kind: "since", moment: moment(text) }, "2026-03-04");
  return range === undefined ? Number.NaN : range.to - range.from;
};
const between = (from: string, to: string, at: string): string =>
  days(ask({ kind: "between", from: moment(from), to: moment(to) }, at));
const cut = (window: Window, at: string): boolean | undefined => ask(window, at)?.beforeCalendar;

const weeks = (count: number): Window => ({ kind: "in-school-weeks", count });

describe("in so many school weeks", () => {
  it("S14: the tenth school week back from January lies across Christmas and a half-term", () => {
    // 2026-01-16 is in the second school week of the term; seven lie before Christmas, and the tenth before half-term
    expect(days(ask(weeks(2), "2026-01-16"))).toBe("2026-01-05 to 2026-01-16, 18");
    expect(days(ask(weeks(9), "2026-01-16"))).toBe("2025-11-03 to 2026-01-16, 86");
    expect(days(ask(weeks(10), "2026-01-16"))).toBe("2025-10-20 to 2026-01-16, 96");
  });

  it("S14: and back from September it lies in the school year before", () => {
    expect(days(ask(weeks(10), "2025-09-12"))).toBe("2025-06-02 to 2025-09-12, 86");
    expect(ask(weeks(10), "2025-09-12")?.beforeCalendar).toBe(false);
  });

  it("S14: in a holiday the current school week is the latest one", () => {
    expect(days(ask(weeks(1), "2025-12-30"))).toBe("2025-12-15 to 2025-12-30, 10");
    expect(days(ask(weeks(10), "2025-12-30"))).toBe("2025-10-06 to 2025-12-30, 98");
    expect(days(ask(weeks(10), "2025-12-19"))).toBe("2025-10-06 to 2025-12-19, 98");
  });

  it("S14: holds ten distinct school weeks on every day that has as many behind it", () => {
    fc.assert(
      fc.property(fc.integer({ min: calendar.firstDay, max: calendar.lastDay }), (day) => {
        const range = windowSessions(calendar, weeks(10), lastInstant(day), clockOf(calendar));
        const behind = calendar.schoolWeekIndex(day) + 1;
        if (behind === 0) expect(range).toBeUndefined();
        if (range === undefined) return;
        const seen = new Set<number>();
        for (let session = range.from; session < range.to; session++) {
          seen.add(calendar.schoolWeekIndex(calendar.sessionDay[session] as number));
        }
        // on the Monday of an INSET or bank-holiday week its own sessions are still to come
        const begun =
          calendar.firstSessionOnOrAfter(day + 1) >
          calendar.firstSessionOnOrAfter(calendar.schoolWeekMonday[behind - 1] as number);
        expect(seen.size).toBe(Math.min(10, behind) - (begun ? 0 : 1));
        expect(range.beforeCalendar).toBe(behind < 10);
      }),
    );
  });

  it("S14: says so when the calendar does not reach back far enough", () => {
    const range = ask(weeks(10), "2023-09-15");
    expect(days(range)).toBe("2023-09-01 to 2023-09-15, 16");
    expect(range?.beforeCalendar).toBe(true);
  });

  it("S14: is not there at all before the first school week, without one, and outside the planned span", () => {
    expect(ask(weeks(10), "2023-09-02")).toBeUndefined();
    expect(ask(weeks(10), "2027-09-01")).toBeUndefined();
    expect(ask(weeks(10), "2026-08-05", makeCalendar(emptyPlan))).toBeUndefined();
    const idle = makeCalendar(planOf(["2026-08-03", "2026-08-03"], { inset: [knownDay("2026-08-03")] }));
    expect(ask(weeks(1), "2026-08-03", idle)).toBeUndefined();
  });
});

describe("other windows", () => {
  it("S14: end at the moment asked; a session counts from the instant its register closes", () => {
    const today: Window = { kind: "today" };
    expect(ask(today, "2026-03-02 09:09:59")).toMatchObject({ from: 972, to: 972 });
    expect(ask(today, "2026-03-02 09:10")).toMatchObject({ from: 972, to: 973 });
    expect(ask(today, "2026-03-02 13:14:59")).toMatchObject({ from: 972, to: 973 });
    expect(ask(today, "2026-03-02")).toMatchObject({ from: 972, to: 974 });
    expect(ask(today, "2026-03-01")).toMatchObject({ from: 972, to: 972 });
  });

  it.each([
    [{ kind: "this", period: "week" }, "2026-03-04", "2026-03-02 to 2026-03-04, 6"],
    [{ kind: "this", period: "half-term" }, "2026-03-04", "2026-02-23 to 2026-03-04, 16"],
    [{ kind: "this", period: "term" }, "2026-02-18", "2026-01-05 to 2026-02-18, 58"],
    [{ kind: "this", period: "half-term" }, "2026-02-18", "none"],
    [{ kind: "this", period: "school-year" }, "2026-07-31", "2025-09-01 to 2026-07-31, 380"],
    [{ kind: "previous", period: "school-year" }, "2026-03-04", "2024-09-01 to 2025-08-31, 380"],
    [{ kind: "previous", period: "half-term" }, "2026-03-04", "2026-01-05 to 2026-02-13, 58"],
    [{ kind: "previous", period: "week" }, "2026-03-04", "2026-02-23 to 2026-03-01, 10"],
    [{ kind: "previous", period: "school-year" }, "2023-10-04", "none"],
    [{ kind: "ever" }, "2024-09-04", "2023-09-01 to 2024-09-04, 382"],
  ] as const)("S14: %o on %s covers %s", (window, at, expected) => {
    expect(days(ask(window, at))).toBe(expected);
  });

  it.each([
    [5, "school-day", "2026-03-06", "2026-03-02 to 2026-03-06, 10"],
    [5, "school-day", "2026-03-08", "2026-03-02 to 2026-03-08, 10"],
    [5, "working-day", "2025-12-29", "2025-12-19 to 2025-12-29, 2"],
    [100, "calendar-day", "2026-03-06", "2025-11-27 to 2026-03-06, 112"],
    [1, "calendar-day", "2026-03-06", "2026-03-06 to 2026-03-06, 2"],
    [1, "week", "2026-03-04", "2026-02-26 to 2026-03-04, 10"],
    [1, "month", "2026-03-31", "2026-03-01 to 2026-03-31, 40"],
    [1, "year", "2024-09-30", "2023-10-01 to 2024-09-30, 382"],
    [1, "half-term", "2026-03-04", "2026-02-23 to 2026-03-04, 16"],
    [2, "half-term", "2026-03-04", "2026-01-05 to 2026-03-04, 74"],
    [2, "term", "2025-12-30", "none"],
    [2, "school-year", "2025-12-30", "2024-09-01 to 2025-12-30, 524"],
    [2, "school-week", "2026-01-08", "2025-12-15 to 2026-01-08, 16"],
    [20, "session", "2026-03-04 10:00", "2026-02-11 to 2026-03-04, 20"],
  ] as const)("S14: the last %i %s on %s are %s, today among them", (count, unit, at, expected) => {
    expect(days(ask({ kind: "last", count, unit }, at))).toBe(expected);
  });

  it("S14: since an event takes the sessions that open after its very moment", () => {
    expect(sessionsSince("2026-03-04 08:54:59")).toBe(2);
    expect(sessionsSince("2026-03-04 08:55")).toBe(1);
    expect(sessionsSince("2026-03-03")).toBe(2);
    expect(sessionsSince("2026-03-04")).toBe(0);
    expect(sessionsSince("2026-03-05 10:00")).toBe(0);
    expect(sessionsSince("2026-02-27")).toBe(6);
  });

  it("S14: between two moments takes what opens after the first and has closed by the second, and by the moment asked", () => {
    expect(between("2026-03-02 10:00", "2026-03-04 10:00", "2026-07-01")).toBe("2026-03-02 to 2026-03-04, 4");
    expect(between("2026-03-02 10:00", "2026-03-04 10:00", "2026-03-03 09:00")).toBe("2026-03-02 to 2026-03-03, 1");
    expect(between("2026-03-04 10:00", "2026-03-02 10:00", "2026-07-01")).toContain(", 0");
  });

  it("S14: marks a window that begins before the calendar, and never one that does not", () => {
    expect(cut({ kind: "last", count: 1, unit: "year" }, "2024-01-10")).toBe(true);
    expect(cut({ kind: "last", count: 1, unit: "year" }, "2024-09-30")).toBe(false);
    expect(cut({ kind: "last", count: 500, unit: "session" }, "2024-01-10")).toBe(true);
    expect(cut({ kind: "last", count: 2, unit: "school-year" }, "2024-01-10")).toBe(true);
    expect(cut({ kind: "last", count: 20, unit: "school-day" }, "2023-09-12")).toBe(true);
    expect(cut({ kind: "since", moment: moment("2022-01-01") }, "2024-01-10")).toBe(true);
    expect(cut({ kind: "ever" }, "2024-01-10")).toBe(false);
  });

  it("S14: across the leap day of 2024 the last year still starts the day after the same date", () => {
    expect(days(ask({ kind: "last", count: 1, unit: "year" }, "2025-02-28"))).toMatch(/^2024-02-29 to 2025-02-28/);
    expect(days(ask({ kind: "last", count: 366, unit: "calendar-day" }, "2025-02-28"))).toMatch(/^2024-02-29 to/);
  });
});
