// Of whom a decision is newly waited for: a letter that rests on a judgement reaches nobody before somebody has judged, and yet
// a change of its figure is felt by those who must now be judged.

import { expect, test } from "vitest";
import { standAfter, standOfCohort } from "../../src/diff/cohort.ts";
import { comparePopulations, populationDiff } from "../../src/diff/compare-populations.ts";
import { knownDay } from "../../src/school/day.ts";
import { lastInstant } from "../../src/school/moment.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import { finished } from "../../src/support/finished.ts";
import { hallGreenCalendar, hallGreenWith, sideOf } from "./sides.ts";

const FIRST = knownDay("2026-02-23");
const LAST = knownDay("2026-03-20");
const asOf = lastInstant(LAST);

/** Forty sessions from Mon 23 Feb to Fri 20 Mar 2026, so many of them missed at the end. */
function pupil(missed: number): PupilRecord {
  const sessions = Array.from({ length: hallGreenCalendar.sessionCount }, (_, session) => session).filter((session) => {
    const day = hallGreenCalendar.sessionDay[session] ?? 0;
    return day >= FIRST && day <= LAST;
  });
  const id = `${missed} of ${sessions.length}`;
  return {
    pupil: { id, year: 4, onRoll: [{ from: FIRST }], flags: [], parents: [], attributes: {} },
    marks: sessions.map((session, place) => {
      const half = hallGreenCalendar.sessionHalf[session] === 0 ? "AM" : "PM";
      const code = place >= sessions.length - missed ? "O" : half === "AM" ? "/" : "\\";
      return { pupil: id, day: hallGreenCalendar.sessionDay[session] ?? 0, half, code };
    }),
    arrivals: [],
    log: [],
  };
}

const school = { name: "four pupils", staff: [], log: [], pupils: [0, 1, 2, 3].map(pupil), attributes: {} };
const before = sideOf(hallGreenWith(), "before");
const after = sideOf(hallGreenWith(["attendance this year below 95%", "attendance this year below 96%"]), "after");

test("two of forty sessions missed is 95%: asked about below 96%, and not below 95%", () => {
  const { changes, touched } = comparePopulations({
    first: before,
    second: after,
    school,
    calendar: hallGreenCalendar,
    asOf,
  });
  expect(changes).toMatchObject([
    {
      kind: "question",
      name: "causing-concern",
      title: "Is the attendance causing concern?",
      before: 1,
      after: 2,
      newly: ["2 of 40"],
      noLonger: [],
    },
  ]);
  expect(touched).toBe(1);
});

test("what leans on the change comes to the same as the whole", () => {
  const cohort = { school, calendar: hallGreenCalendar, asOf };
  const [was, is] = [before, after].map(({ policy }) => finished(standOfCohort(cohort, policy)));
  if (was === undefined || is === undefined) throw new Error("two sides are two");
  const sliced = finished(standAfter(was, after.policy));
  expect(sliced.extent).toBe("slice");
  expect(populationDiff(was, sliced)).toEqual(populationDiff(was, is));
});
