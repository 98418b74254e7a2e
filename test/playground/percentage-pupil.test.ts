// A pupil at a percentage: every fraction by hand, and the properties that hold of each.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pupilWith, readTenths, sayTenths, tenthsOf } from "../../playground/pupil/percentage-pupil.ts";
import type { PercentagePupil } from "../../playground/pupil/percentage-pupil.ts";
import { calendarOf, sessionsOf } from "./school-weeks.ts";

// Days since 1970-01-01: Mon 2 Mar 2026.
const MONDAY = 20514;
const year = calendarOf(MONDAY, 30);

/** At the end of so many whole weeks of ten sessions. */
function after(weeks: number, percent: string): ReturnType<typeof pupilWith> {
  return pupilWith(year, MONDAY + weeks * 7 - 3, readTenths(percent) ?? -1);
}

function found(weeks: number, percent: string): PercentagePupil {
  const pupil = after(weeks, percent);
  if (pupil.kind !== "found") throw new Error(`${percent} after ${weeks} weeks is ${pupil.kind}`);
  return pupil;
}

describe("a percentage as somebody types it", () => {
  test.each([
    ["94.7", 947],
    ["94.7%", 947],
    [" 95 % ", 950],
    ["0", 0],
    ["100.0", 1000],
  ])("%j is read", (text, tenths) => {
    expect(readTenths(text)).toBe(tenths);
  });

  test.each(["", "100.1", "999", "94.75", "94,7", "-5", "1e2", "ninety", "<b>95</b>"])("%j is not", (text) => {
    expect(readTenths(text)).toBeUndefined();
  });

  test("is said with one place", () => {
    expect([947, 950, 0, 1000].map(sayTenths)).toEqual(["94.7%", "95.0%", "0.0%", "100.0%"]);
  });
});

describe("a pupil at a percentage", () => {
  test("95% after twenty weeks is 190 of 200 sessions, since the first day of the year", () => {
    expect(found(20, "95")).toMatchObject({ attended: 190, possible: 200, exact: true });
    expect(found(20, "95").from).toBeUndefined();
  });

  test("94.7% after nineteen weeks is 180 of 190 sessions, which rounds to it", () => {
    expect(found(19, "94.7")).toMatchObject({ attended: 180, possible: 190, exact: false });
  });

  test("95.5% after twenty-four weeks is exact for a pupil who joined four weeks into the year", () => {
    expect(found(24, "95.5")).toMatchObject({ attended: 191, possible: 200, exact: true, from: MONDAY + 28 });
  });

  test("94.7% after twenty weeks needs a pupil who joined on the sixth day: no number of 200 sessions rounds to it", () => {
    expect([11, 10].map((missed) => tenthsOf(200 - missed, 200))).toEqual([945, 950]);
    const pupil = found(20, "94.7");
    expect(pupil).toMatchObject({ attended: 180, possible: 190, from: MONDAY + 7 });
  });

  test("nobody and everybody", () => {
    expect(found(2, "0")).toMatchObject({ attended: 0, possible: 20, exact: true });
    expect(found(2, "0").missed).toEqual(sessionsOf(MONDAY, 2));
    expect(found(2, "100")).toMatchObject({ attended: 20, possible: 20, missed: [] });
  });

  test("absences are spread evenly, and the last is the last morning: the pupil is in school on the day asked", () => {
    const sessions = sessionsOf(MONDAY, 20);
    expect(found(20, "95").missed.map((session) => sessions.indexOf(session) + 1)).toEqual([
      20, 40, 60, 80, 100, 120, 140, 160, 180, 199,
    ]);
  });

  test("whoever misses that morning anyway misses the afternoon too", () => {
    const sessions = sessionsOf(MONDAY, 2);
    expect(found(2, "40").missed.slice(-2)).toEqual(sessions.slice(-2));
  });

  test("99.9% cannot be reached in two weeks, and the nearest are told", () => {
    expect(after(2, "99.9")).toEqual({ kind: "unreachable", nearest: [950, 1000] });
    expect(after(2, "94.9")).toEqual({ kind: "unreachable", nearest: [944, 950] });
  });

  test("before the first session there is nothing to have missed", () => {
    expect(pupilWith(year, MONDAY - 3, 947)).toEqual({ kind: "no-session" });
  });

  test("whatever is asked, the sessions come to it, and attendance was never lower at the end of a day before", () => {
    const days = fc.integer({ min: MONDAY, max: MONDAY + 30 * 7 - 3 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1000 }), (day, tenths) => {
        const pupil = pupilWith(year, day, tenths);
        if (pupil.kind === "no-session") return false;
        if (pupil.kind === "unreachable") {
          for (const each of pupil.nearest) expect(pupilWith(year, day, each).kind).toBe("found");
          return pupil.nearest.length > 0;
        }
        const { attended, possible, missed, from = MONDAY } = pupil;
        const onRoll = sessionsOf(MONDAY, 30).filter((session) => {
          const on = Number(session.split(" ")[0]);
          return on >= from && on <= day;
        });
        expect(onRoll).toHaveLength(possible);
        expect(new Set(missed).size).toBe(possible - attended);
        expect(tenthsOf(attended, possible)).toBe(tenths);
        let here = 0;
        onRoll.forEach((session, place) => {
          if (!missed.includes(session)) here += 1;
          if (session.endsWith("AM") && place < possible - 1) return;
          expect(here * possible).toBeGreaterThanOrEqual(attended * (place + 1));
        });
        return true;
      }),
      { numRuns: 60 },
    );
  });
});
