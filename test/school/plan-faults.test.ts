import { describe, expect, it } from "vitest";
import { sampleCalendarPlan } from "../../src/data/sample-calendar.ts";
import type { CalendarPlan } from "../../src/school/calendar-plan.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import { knownDay } from "../../src/school/day.ts";
import { faultsOfPlan } from "../../src/school/plan-faults.ts";
import { planOf } from "./plans.ts";

const span = (name: string, from: string, to: string): { name: string; from: number; to: number } => ({
  name,
  from: knownDay(from),
  to: knownDay(to),
});
const seen = (plan: CalendarPlan): string[] =>
  faultsOfPlan(plan).map((fault) => `${fault.kind} at ${fault.path.join(".")}: ${fault.subject}, ${fault.other}`);
const years = (...list: { name: string; from: number; to: number }[]): CalendarPlan => ({
  ...planOf(["2026-03-02", "2026-03-06"]),
  years: list.map((year) => ({ ...year, terms: [] })),
});

describe("a plan's faults", () => {
  it("are none for the sample calendar", () => {
    expect(faultsOfPlan(sampleCalendarPlan())).toEqual([]);
  });

  it("name a span that ends before it starts", () => {
    expect(seen(years(span("2025/26", "2026-09-01", "2026-08-31")))).toEqual([
      "ends-before-it-starts at years.0.to: 2025/26, 2026-09-01",
    ]);
  });

  it("name years that overlap, run on, or leave a missing year between them", () => {
    const early = span("2023/24", "2023-09-01", "2024-08-31");
    expect(seen(years(early, span("2024/25", "2024-08-31", "2025-08-31")))).toEqual([
      "overlaps-the-one-before at years.1.from: 2024/25, 2023/24",
    ]);
    expect(seen(years(early, span("2025/26", "2025-09-01", "2026-08-31")))).toEqual([
      "years-far-apart at years.1.from: 2025/26, 2023/24",
    ]);
    expect(seen(years(span("2023/25", "2023-09-01", "2025-08-31")))).toEqual([
      "year-too-long at years.0.to: 2023/25, 2025-08-31",
    ]);
  });

  it("name a term outside its year and a half-term outside its term", () => {
    const year = span("2025/26", "2025-09-01", "2026-08-31");
    const term = {
      ...span("autumn", "2025-08-30", "2025-12-19"),
      halfTerms: [span("half", "2025-09-01", "2025-12-22")],
    };
    expect(seen({ ...years(), years: [{ ...year, terms: [term] }] })).toEqual([
      "outside-what-holds-it at years.0.terms.0.from: autumn, 2025/26",
      "outside-what-holds-it at years.0.terms.0.halfTerms.0.to: half, autumn",
    ]);
  });

  it("name days listed twice, and one-session or INSET days on which no school could be", () => {
    const plan = planOf(["2026-03-02", "2026-03-06"], {
      bankHolidays: [knownDay("2026-03-02"), knownDay("2026-03-02")],
      inset: [knownDay("2026-03-07"), knownDay("2026-03-03")],
      oneSession: [
        { day: knownDay("2026-03-02"), half: "AM" },
        { day: knownDay("2026-03-03"), half: "AM" },
        { day: knownDay("2026-03-04"), half: "AM" },
        { day: knownDay("2026-03-09"), half: "AM" },
      ],
    });
    expect(seen(plan)).toEqual([
      "listed-twice at bankHolidays.1: 2026-03-02, bankHolidays",
      "never-a-school-day at inset.0: 2026-03-07, inset",
      "never-a-school-day at oneSession.0: 2026-03-02, oneSession",
      "never-a-school-day at oneSession.1: 2026-03-03, oneSession",
      "never-a-school-day at oneSession.3: 2026-03-09, oneSession",
    ]);
  });

  it("stop a calendar from being made", () => {
    expect(() => makeCalendar(years(span("2025/26", "2026-09-01", "2026-08-31")))).toThrow("ends-before-it-starts");
  });
});
