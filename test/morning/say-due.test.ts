import { describe, expect, test } from "vitest";
import { sayDue } from "../../src/morning/say-due.ts";
import { sampleCalendarPlan } from "../../src/data/sample-calendar.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import { momentOf, parseMoment } from "../../src/school/moment.ts";
import type { Moment } from "../../src/school/moment.ts";

const calendar = makeCalendar(sampleCalendarPlan());
const at = (text: string): Moment => parseMoment(text, "end") ?? NaN;
const today = { asOf: at("2026-03-13 08:45"), calendar, endOfDay: (day: number) => momentOf(day, 15 * 3600 + 25 * 60) };

describe("a deadline in words, on Friday 13 March 2026 at 08:45", () => {
  test.each([
    ["2026-03-13 09:30", "today", "today by 09:30"],
    ["2026-03-13 09:29:59", "today", "today before 09:30"],
    ["2026-03-13 15:25", "today", "today, end of day"],
    ["2026-03-13", "today", "today"],
    ["2026-03-17 15:25", "later", "Tue 17 Mar, end of day"],
    ["2026-03-16 10:00", "later", "Mon 16 Mar by 10:00"],
    ["2027-01-05 15:25", "later", "Tue 5 Jan 2027, end of day"],
    ["2026-03-12 15:25", "overdue", "was due yesterday, end of day"],
    ["2026-03-11 10:00", "overdue", "was due Wed 11 Mar by 10:00"],
    ["2025-12-19 15:25", "overdue", "was due Fri 19 Dec 2025, end of day"],
  ])("%s is %s: %s", (due, urgency, by) => {
    expect(sayDue(at(due), today, true)).toEqual({ by, urgency });
  });

  test("S2 a deadline at this very moment is still in time", () => {
    expect(sayDue(today.asOf, today, true)).toEqual({ by: "today by 08:45", urgency: "today" });
    expect(sayDue(today.asOf - 1, today, true).urgency).toBe("overdue");
  });

  test("without one says that the policy sets none", () => {
    expect(sayDue(undefined, today, true)).toEqual({ by: "the policy sets no time", urgency: "undated" });
  });
});

describe("S6 a deadline on a closed day", () => {
  test("is for today when no school day is left before it", () => {
    expect(sayDue(at("2026-03-15"), today, true)).toEqual({
      by: "Sun 15 Mar (today is the last school day before)",
      urgency: "today",
    });
  });

  test("tells a school's role the last school day before it", () => {
    expect(sayDue(at("2026-04-06"), today, true)).toEqual({
      by: "Mon 6 Apr (last school day before: Fri 27 Mar)",
      urgency: "later",
    });
  });

  test("is no matter to others, who have no school days", () => {
    expect(sayDue(at("2026-03-15"), today, false)).toEqual({ by: "Sun 15 Mar", urgency: "later" });
  });

  test("which has no school day left at all stands as it is", () => {
    const saturday = { ...today, asOf: at("2026-03-14 09:00") };
    expect(sayDue(at("2026-03-15"), saturday, true)).toEqual({ by: "Sun 15 Mar", urgency: "later" });
  });
});
