import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleCalendarPlan } from "../../src/data/sample-calendar.ts";
import type { CalendarPlan } from "../../src/school/calendar-plan.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import type { CountingUnit } from "../../src/school/counting.ts";
import { formatDay, knownDay, mondayOf, weekday } from "../../src/school/day.ts";
import type { PeriodUnit } from "../../src/school/periods.ts";
import { emptyPlan, planOf } from "./plans.ts";

const calendar = makeCalendar(sampleCalendarPlan());
const after = (day: string, count: number, unit: CountingUnit): string => {
  const answer = calendar.addUnits(knownDay(day), count, unit);
  return answer === undefined ? "not known" : formatDay(answer);
};
const week = (day: string): number => calendar.schoolWeekIndex(knownDay(day));
const between = (from: string, to: string, unit: CountingUnit): number | undefined =>
  calendar.countUnits(knownDay(from), knownDay(to), unit);
const name = (unit: PeriodUnit, day: string): string | undefined => calendar.period(unit, knownDay(day))?.name;
const previous = (unit: PeriodUnit, day: string): string | undefined =>
  calendar.previousPeriod(unit, knownDay(day))?.name;
const anyCoveredDay = fc.integer({ min: calendar.firstDay, max: calendar.lastDay });
const dayUnits = ["school-day", "working-day", "calendar-day", "school-week", "week", "month", "year"] as const;

describe("days of a calendar", () => {
  it("S3: gives each planned year 190 school days, 380 sessions and at least 39 school weeks", () => {
    for (const year of calendar.periodsOf("school-year")) {
      const sessions = calendar.firstSessionOnOrAfter(year.to + 1) - calendar.firstSessionOnOrAfter(year.from);
      expect(sessions).toBe(380);
      expect(calendar.schoolDayIndex(year.to) - calendar.schoolDayIndex(year.from - 1)).toBe(190);
      expect(calendar.schoolWeekIndex(year.to) - calendar.schoolWeekIndex(year.from - 1)).toBeGreaterThanOrEqual(39);
    }
  });

  it.each([
    ["2025-09-01", "inset", false, true],
    ["2025-09-03", "school-day", true, true],
    ["2025-09-06", "weekend", false, false],
    ["2025-10-27", "holiday", false, true],
    ["2025-12-25", "bank-holiday", false, false],
    ["2026-05-04", "bank-holiday", false, false],
    ["2023-08-31", "outside", false, false],
    ["2027-09-01", "outside", false, false],
  ] as const)("S3: %s is %s; school day %s, working day %s", (text, kind, school, working) => {
    const day = knownDay(text);
    expect([calendar.dayKind(day), calendar.isSchoolDay(day), calendar.isWorkingDay(day)]).toEqual([
      kind,
      school,
      working,
    ]);
  });

  it("S3: a planned closure is a working day without sessions, and a bank holiday in it wins", () => {
    const plan = planOf(["2026-04-27", "2026-05-08"], {
      closed: [
        { day: knownDay("2026-05-04"), why: "training" },
        { day: knownDay("2026-05-07"), why: "polling" },
      ],
      bankHolidays: [knownDay("2026-05-04")],
    });
    const closing = makeCalendar(plan);
    expect(closing.dayKind(knownDay("2026-05-07"))).toBe("closed");
    expect(closing.isWorkingDay(knownDay("2026-05-07"))).toBe(true);
    expect(closing.dayKind(knownDay("2026-05-04"))).toBe("bank-holiday");
    expect(closing.sessionCount).toBe(16);
  });

  it("numbers sessions in order, each found again by its day and half", () => {
    expect(calendar.sessionCount).toBe(4 * 380);
    for (let session = 0; session < calendar.sessionCount; session++) {
      const day = calendar.sessionDay[session] as number;
      const half = calendar.sessionHalf[session] === 0 ? "AM" : "PM";
      if (calendar.sessionOrdinal(day, half) !== session) expect.fail(`session ${session} is lost`);
      const { from, to } = calendar.sessionsOn(day);
      if (session < from || session >= to || to - from !== 2) expect.fail(`session ${session} is not on its day`);
    }
    expect(calendar.sessionOrdinal(knownDay("2025-12-25"), "AM")).toBe(-1);
    expect(calendar.sessionsOn(knownDay("2025-12-25"))).toEqual({ from: 904, to: 904 });
    expect(calendar.firstSessionOnOrAfter(knownDay("2030-01-01"))).toBe(calendar.sessionCount);
    expect(calendar.firstSessionOnOrAfter(knownDay("2020-01-01"))).toBe(0);
  });

  it("S3: a day of one session has only that one", () => {
    const short = makeCalendar(
      planOf(["2026-07-13", "2026-07-17"], {
        oneSession: [
          { day: knownDay("2026-07-13"), half: "PM" },
          { day: knownDay("2026-07-17"), half: "AM" },
        ],
      }),
    );
    expect(short.sessionCount).toBe(8);
    expect([...short.sessionHalf]).toEqual([1, 0, 1, 0, 1, 0, 1, 0]);
    expect(short.schoolDays).toHaveLength(5);
    expect(short.sessionOrdinal(knownDay("2026-07-13"), "AM")).toBe(-1);
    expect(short.sessionOrdinal(knownDay("2026-07-17"), "AM")).toBe(7);
  });

  it("S3: a school week is a Monday-to-Sunday week with a session, so a bank-holiday week is one and half-term is not", () => {
    expect(week("2026-05-04")).toBe(week("2026-05-10"));
    expect(week("2026-05-04")).toBe(week("2026-05-03") + 1);
    expect(week("2026-05-25")).toBe(week("2026-05-22"));
    expect(week("2026-06-01")).toBe(week("2026-05-22") + 1);
    expect(week("2025-09-01")).toBe(week("2025-08-31") + 1);
    expect(week("2023-09-03")).toBe(-1);
    for (const monday of calendar.schoolWeekMonday) expect(weekday(monday)).toBe(1);
  });

  it("agrees with a plain walk over its days, for every day of four years", () => {
    let [schoolDays, sessions] = [0, 0];
    for (let day = calendar.firstDay; day <= calendar.lastDay; day++) {
      if (calendar.firstSessionOnOrAfter(day) !== sessions) expect.fail(formatDay(day));
      if (calendar.isSchoolDay(day)) {
        schoolDays += 1;
        sessions += 2;
      }
      if (calendar.schoolDayIndex(day) !== schoolDays - 1) expect.fail(formatDay(day));
    }
  });

  it("S14: with no school week, or no year at all, answers everything and claims nothing", () => {
    const idle = makeCalendar(
      planOf(["2026-08-03", "2026-08-07"], { inset: [3, 4, 5, 6, 7].map((n) => knownDay(`2026-08-0${n}`)) }),
    );
    expect([idle.sessionCount, idle.schoolWeekMonday.length]).toEqual([0, 0]);
    expect(idle.schoolWeekIndex(knownDay("2026-08-05"))).toBe(-1);
    expect(idle.addUnits(knownDay("2026-08-05"), 1, "school-day")).toBeUndefined();
    expect(idle.addUnits(knownDay("2026-08-05"), 1, "school-week")).toBeUndefined();
    const empty = makeCalendar(emptyPlan);
    expect(empty.covers(0)).toBe(false);
    expect(empty.sessionsOn(5)).toEqual({ from: 0, to: 0 });
    expect([empty.schoolDayIndex(0), empty.schoolWeekIndex(0), empty.sessionOrdinal(0, "AM")]).toEqual([-1, -1, -1]);
    expect(empty.countUnits(0, 3, "school-day")).toBeUndefined();
    expect(empty.period("week", 0)).toBeUndefined();
    expect(empty.previousPeriod("term", 0)).toBeUndefined();
  });
});

describe("counting days", () => {
  it.each([
    ["2026-03-02", 5, "school-day", "2026-03-09"],
    ["2026-03-07", 1, "school-day", "2026-03-09"],
    ["2025-12-19", 1, "school-day", "2026-01-06"],
    ["2025-12-19", 1, "working-day", "2025-12-22"],
    ["2025-12-24", 1, "working-day", "2025-12-29"],
    ["2026-10-30", 1, "working-day", "2026-11-02"],
    ["2026-05-01", 1, "school-day", "2026-05-05"],
    ["2026-03-02", 28, "calendar-day", "2026-03-30"],
    ["2026-03-02", 2, "week", "2026-03-16"],
    ["2026-01-31", 1, "month", "2026-02-28"],
    ["2024-02-29", 1, "year", "2025-02-28"],
    ["2025-10-22", 1, "school-week", "2025-11-05"],
    ["2025-10-29", 1, "school-week", "2025-11-05"],
    ["2025-10-29", -1, "school-week", "2025-10-22"],
    ["2025-11-05", -1, "school-week", "2025-10-22"],
    ["2026-03-09", -5, "school-day", "2026-03-02"],
    ["2026-03-08", -1, "school-day", "2026-03-06"],
    ["2026-03-08", 0, "school-day", "2026-03-08"],
    ["2027-07-21", 1, "school-day", "not known"],
    ["2027-08-31", 1, "working-day", "not known"],
    ["2023-09-06", -1, "school-day", "not known"],
    ["2022-01-01", 1, "school-day", "not known"],
    ["2022-01-01", 1, "school-week", "not known"],
    ["2029-02-01", 1, "month", "2029-03-01"],
  ] as const)("S4: from %s, %i %s later is %s, its own day not counted", (day, count, unit, expected) => {
    expect(after(day, count, unit)).toBe(expected);
  });

  it("S4: a count beginning with a day has it as day 1, so 28 days from 2 March end on the 29th", () => {
    const ending = (day: string, count: number, unit: CountingUnit): string =>
      formatDay(calendar.beginningWith(knownDay(day), count, unit) ?? 0);
    expect(ending("2026-03-02", 28, "calendar-day")).toBe("2026-03-29");
    expect(ending("2026-03-02", 1, "calendar-day")).toBe("2026-03-02");
    expect(ending("2026-03-02", 1, "school-day")).toBe("2026-03-02");
    expect(ending("2026-03-02", 6, "school-day")).toBe("2026-03-09");
    expect(ending("2026-03-07", 1, "school-day")).toBe("2026-03-09");
    expect(ending("2026-03-02", 2, "week")).toBe("2026-03-15");
    expect(calendar.beginningWith(knownDay("2026-03-02"), 0, "week")).toBeUndefined();
  });

  it("S4: within three years of a date ends the day before its third anniversary", () => {
    expect(calendar.beginningWith(knownDay("2024-09-12"), 3, "year")).toBe(knownDay("2027-09-11"));
    expect(calendar.beginningWith(knownDay("2024-02-29"), 3, "year")).toBe(knownDay("2027-02-27"));
  });

  it("S4: at least fifteen school days before a leave counts up to and including its first day", () => {
    const leave = knownDay("2026-03-20");
    expect(calendar.countUnits(knownDay("2026-02-27"), leave, "school-day")).toBe(15);
    expect(calendar.countUnits(knownDay("2026-03-02"), leave, "school-day")).toBe(14);
    // asked at the week-end: the units after the day of asking are the same as after the Friday
    expect(calendar.countUnits(knownDay("2026-03-01"), leave, "school-day")).toBe(15);
    expect(calendar.countUnits(leave, leave, "school-day")).toBe(0);
    expect(calendar.countUnits(leave, knownDay("2026-02-27"), "school-day")).toBe(-15);
    expect(calendar.countUnits(knownDay("2020-01-01"), leave, "school-day")).toBeUndefined();
  });

  it("S4: counts whole weeks, months and years only", () => {
    expect(between("2026-03-02", "2026-03-08", "week")).toBe(0);
    expect(between("2026-03-02", "2026-03-09", "week")).toBe(1);
    expect(between("2026-01-31", "2026-02-27", "month")).toBe(0);
    expect(between("2026-01-31", "2026-02-28", "month")).toBe(1);
    expect(between("2024-02-29", "2025-02-27", "year")).toBe(0);
    expect(between("2024-02-29", "2025-02-28", "year")).toBe(1);
    expect(between("2025-10-22", "2025-11-04", "school-week")).toBe(0);
    expect(between("2025-10-22", "2025-11-05", "school-week")).toBe(1);
  });

  it("S4: what is added can be counted back, and nothing more fits, from any day in any unit", () => {
    fc.assert(
      fc.property(anyCoveredDay, fc.integer({ min: 1, max: 60 }), fc.constantFrom(...dayUnits), (day, count, unit) => {
        const end = calendar.addUnits(day, count, unit);
        if (end === undefined || !calendar.covers(end)) return;
        expect(end).toBeGreaterThan(day);
        expect(calendar.countUnits(day, end, unit)).toBe(count);
        expect(calendar.countUnits(day, end - 1, unit)).toBe(count - 1);
      }),
    );
  });

  it("S4: day-by-day counting agrees with a plain walk", () => {
    fc.assert(
      fc.property(anyCoveredDay, fc.integer({ min: -40, max: 40 }), fc.boolean(), (day, count, school) => {
        const belongs = school ? calendar.isSchoolDay : calendar.isWorkingDay;
        let [walked, left] = [day, Math.abs(count)];
        while (left > 0 && calendar.covers(walked)) {
          walked += Math.sign(count);
          if (belongs(walked)) left -= 1;
        }
        const expected = left > 0 ? undefined : walked;
        expect(calendar.addUnits(day, count, school ? "school-day" : "working-day")).toBe(expected);
      }),
    );
  });
});

describe("periods", () => {
  it("S14: finds the half-term, term and year of a day; in a half-term holiday there is no half-term, but still a term", () => {
    expect(name("half-term", "2025-10-24")).toBe("autumn 1 2025/26");
    expect(name("half-term", "2025-10-28")).toBeUndefined();
    expect(name("term", "2025-10-28")).toBe("autumn term 2025/26");
    expect(name("term", "2025-12-25")).toBeUndefined();
    expect(name("school-year", "2025-08-31")).toBe("2024/25");
    expect(name("school-year", "2025-09-01")).toBe("2025/26");
    expect(name("school-year", "2027-09-01")).toBeUndefined();
    expect(calendar.period("week", knownDay("2026-03-08"))).toEqual({
      name: "week of 2026-03-02",
      from: knownDay("2026-03-02"),
      to: knownDay("2026-03-08"),
    });
  });

  it("S14: the previous period is the last one over: before the current one, or just finished in a holiday", () => {
    expect(previous("half-term", "2025-11-04")).toBe("autumn 1 2025/26");
    expect(previous("half-term", "2025-10-28")).toBe("autumn 1 2025/26");
    expect(previous("term", "2025-10-28")).toBe("summer term 2024/25");
    expect(previous("school-year", "2026-03-02")).toBe("2024/25");
    expect(previous("school-year", "2023-10-02")).toBeUndefined();
    expect(previous("week", "2026-03-04")).toBe("week of 2026-02-23");
    expect(previous("week", "2023-09-02")).toBeUndefined();
    expect(previous("term", "2030-01-01")).toBeUndefined();
  });

  it("S14: six terms are data: a plan of six terms of one half-term each has six terms a year", () => {
    const plan = sampleCalendarPlan();
    const sixTerms: CalendarPlan = {
      ...plan,
      years: plan.years.map((year) => ({
        ...year,
        terms: year.terms
          .flatMap((term) => term.halfTerms)
          .map((half, index) => ({ ...half, name: `term ${index + 1}`, halfTerms: [half] })),
      })),
    };
    const six = makeCalendar(sixTerms);
    expect(six.periodsOf("term")).toHaveLength(24);
    expect(six.period("term", knownDay("2025-11-04"))?.name).toBe("term 2");
    expect(six.previousPeriod("term", knownDay("2025-11-04"))?.name).toBe("term 1");
    expect([...six.sessionDay]).toEqual([...calendar.sessionDay]);
  });
});

describe("the sample calendar's bank holidays", () => {
  it("fall on weekdays, with Good Friday two days before and Easter Monday one day after the Easter of the almanac", () => {
    const easters = { 2024: "2024-03-31", 2025: "2025-04-20", 2026: "2026-04-05", 2027: "2027-03-28" };
    for (const [year, easter] of Object.entries(easters)) {
      const listed = calendar.plan.bankHolidays.filter((day) => formatDay(day).startsWith(year));
      expect(listed).toContain(knownDay(easter) - 2);
      expect(listed).toContain(knownDay(easter) + 1);
      for (const day of listed) expect(weekday(day)).toBeLessThanOrEqual(5);
      // the first and last Monday of May and the last of August
      for (const date of [`${year}-05-07`, `${year}-05-31`, `${year}-08-31`]) {
        expect(listed).toContain(mondayOf(knownDay(date)));
      }
    }
  });
});
