import * as dateFns from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  addYears,
  dayFromParts,
  formatDay,
  isDate,
  isLeapYear,
  knownDay,
  mondayOf,
  parseDay,
  partsOfDay,
  weekday,
  weekdayName,
} from "../../src/school/day.ts";

// date-fns computes in the computer's own time zone, so the oracle is asked about noon, which every zone has every day.
const noon = (day: number): Date => {
  const { year, month, date } = partsOfDay(day);
  const oracle = new Date(2000, 0, 1, 12);
  oracle.setFullYear(year, month - 1, date);
  return oracle;
};
const written = (oracle: Date): string => dateFns.format(oracle, "yyyy-MM-dd");
const anyDay = fc.integer({ min: knownDay("1900-01-01"), max: knownDay("2199-12-31") });

describe("a day", () => {
  it("is nought on 1 January 1970 and counts from there", () => {
    expect(knownDay("1970-01-01")).toBe(0);
    expect(knownDay("1969-12-31")).toBe(-1);
    expect(knownDay("2026-02-01")).toBe(20_485);
  });

  it("goes to parts and back without loss, every day for three centuries, each following the last", () => {
    const last = knownDay("2199-12-31");
    let before = partsOfDay(knownDay("1899-12-31"));
    for (let day = knownDay("1900-01-01"); day <= last; day++) {
      const parts = partsOfDay(day);
      if (dayFromParts(parts.year, parts.month, parts.date) !== day) expect.fail(`lost ${formatDay(day)}`);
      const follows =
        (parts.date === before.date + 1 && parts.month === before.month && parts.year === before.year) ||
        (parts.date === 1 && parts.month === before.month + 1 && parts.year === before.year) ||
        (parts.date === 1 && parts.month === 1 && before.month === 12 && parts.year === before.year + 1);
      if (!follows) expect.fail(`${formatDay(day)} does not follow ${JSON.stringify(before)}`);
      before = parts;
    }
  });

  it("agrees with date-fns on writing, weekday, difference, months and years", () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: -600, max: 600 }), (day, other, months) => {
        expect(formatDay(day)).toBe(written(noon(day)));
        expect(weekday(day)).toBe(dateFns.getISODay(noon(day)));
        expect(weekdayName(day)).toBe(dateFns.format(noon(day), "EEEE"));
        expect(formatDay(mondayOf(day))).toBe(written(dateFns.startOfISOWeek(noon(day))));
        expect(other - day).toBe(dateFns.differenceInCalendarDays(noon(other), noon(day)));
        expect(formatDay(addMonths(day, months))).toBe(written(dateFns.addMonths(noon(day), months)));
        expect(formatDay(addYears(day, months % 50))).toBe(written(dateFns.addYears(noon(day), months % 50)));
      }),
    );
  });

  it("S4: a month after 31 January is the last of February, and a year after a leap day is 28 February", () => {
    expect(formatDay(addMonths(knownDay("2026-01-31"), 1))).toBe("2026-02-28");
    expect(formatDay(addMonths(knownDay("2024-01-31"), 1))).toBe("2024-02-29");
    expect(formatDay(addYears(knownDay("2024-02-29"), 1))).toBe("2025-02-28");
    expect(formatDay(addYears(knownDay("2024-02-29"), 4))).toBe("2028-02-29");
    expect(formatDay(addMonths(knownDay("2026-03-31"), -13))).toBe("2025-02-28");
  });

  it("knows the leap years of the Gregorian calendar", () => {
    expect([1900, 2000, 2023, 2024, 2100, 2400].map(isLeapYear)).toEqual([false, true, false, true, false, true]);
  });

  it.each([
    "2026-02-29",
    "2025-13-01",
    "2025-00-10",
    "2025-04-31",
    "2025-4-3",
    "25-04-03",
    "03/04/2025",
    "2025-04-03 ",
    "0000-01-01",
    "",
    "2025-04-03T00:00",
  ])("S1: is not read from %j", (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it("is read back from its own writing", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDay(formatDay(day))).toBe(day);
      }),
    );
    expect(parseDay("2024-02-29")).toBe(knownDay("2024-02-28") + 1);
    expect(formatDay(knownDay("0026-02-01"))).toBe("0026-02-01");
  });

  it("made from parts that are no date is a fault of ours", () => {
    expect(isDate(2026, 2, 29)).toBe(false);
    expect(isDate(2026, 1.5, 2)).toBe(false);
    expect(() => dayFromParts(2026, 2, 29)).toThrow("no such date");
    expect(() => knownDay("yesterday")).toThrow("no such date");
  });
});
