import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownDay } from "../../src/school/day.ts";
import {
  dayOf,
  formatMoment,
  formatTime,
  lastInstant,
  momentOf,
  parseMoment,
  parseTime,
  secondOf,
  startOfDay,
} from "../../src/school/moment.ts";

const day = knownDay("2026-03-02");

describe("a moment", () => {
  it("S1: is a day and a second of it, before 1970 too", () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 50_000 }), fc.nat(86_399), (anyDay, second) => {
        const moment = momentOf(anyDay, second);
        expect([dayOf(moment), secondOf(moment)]).toEqual([anyDay, second]);
        expect(parseMoment(formatMoment(moment))).toBe(moment);
      }),
    );
  });

  it("S1: to the second, so 09:10:30 is after 09:10", () => {
    const tenPast = parseMoment("2026-03-02 09:10");
    const thirtySecondsLater = parseMoment("2026-03-02T09:10:30");
    expect(tenPast).toBe(momentOf(day, 9 * 3600 + 600));
    expect(thirtySecondsLater).toBe((tenPast ?? 0) + 30);
  });

  it("S1: a date alone is its first instant where something starts, its last where something ends, and no moment unasked", () => {
    expect(parseMoment("2026-03-02", "start")).toBe(startOfDay(day));
    expect(parseMoment("2026-03-02", "end")).toBe(lastInstant(day));
    expect(parseMoment("2026-03-02")).toBeUndefined();
    expect(formatMoment(lastInstant(day))).toBe("2026-03-02 23:59:59");
    expect(lastInstant(day) + 1).toBe(startOfDay(day + 1));
  });

  it("S1: knows no clock change: the night of 29 March 2026 has twenty-four hours like any other", () => {
    const change = knownDay("2026-03-29");
    expect(startOfDay(change + 1) - startOfDay(change)).toBe(24 * 3600);
    expect(parseMoment("2026-03-29 01:30")).toBe(momentOf(change, 5400));
  });

  it.each(["24:00", "8:5", "08:60", "08:55:60", "0855", "8.55", "", "08:55 am", "-1:00"])("has no time %j", (text) => {
    expect(parseTime(text)).toBeUndefined();
    expect(parseMoment(`2026-03-02 ${text}`, "start")).toBeUndefined();
  });

  it("writes times as a school clock shows them", () => {
    expect([parseTime("08:55"), parseTime("8:55"), parseTime("23:59:59")]).toEqual([32_100, 32_100, 86_399]);
    expect([formatTime(32_100), formatTime(32_130), formatTime(0)]).toEqual(["08:55", "08:55:30", "00:00"]);
  });
});
