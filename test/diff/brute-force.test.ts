// Changing 95% to 96% at Hall Green: what the comparison says of it is held against every register there can be, all pairs of
// attended and possible sessions to 380, each decided by the program itself.

import { expect, test } from "vitest";
import { contains } from "../../src/analysis/interval.ts";
import { interpretCall } from "../../src/backends/interpreter/interpret.ts";
import type { Condition } from "../../src/checker/model.ts";
import { comparePolicies } from "../../src/diff/compare-policies.ts";
import { comparePopulations } from "../../src/diff/compare-populations.ts";
import type { DiffSide } from "../../src/diff/diff-side.ts";
import { lowerCondition } from "../../src/ir/lower-expressions.ts";
import { factsOf } from "../../src/runtime/dossier.ts";
import type { Test } from "../../src/runtime/program.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import { knownDay } from "../../src/school/day.ts";
import type { Day } from "../../src/school/day.ts";
import { lastInstant, momentOf } from "../../src/school/moment.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import { ratio } from "../../src/units/ratio.ts";
import { hallGreenWith, sideOf } from "./sides.ts";

const MOST = 380;
const [yearFrom, termFrom] = [knownDay("2026-09-01"), knownDay("2026-09-07")];
/** 38 weeks of five days with two sessions each: the longest school year, without a holiday to look out for. */
const calendar = makeCalendar({
  name: "a year of 380 sessions",
  years: [
    {
      name: "2026/27",
      from: yearFrom,
      to: knownDay("2027-08-31"),
      terms: [
        {
          name: "the term",
          from: termFrom,
          to: termFrom + 38 * 7 - 3,
          halfTerms: [{ name: "the half-term", from: termFrom, to: termFrom + 38 * 7 - 3 }],
        },
      ],
    },
  ],
  bankHolidays: [],
  inset: [],
  closed: [],
  oneSession: [],
});

const before = sideOf(hallGreenWith(), "as it is", calendar);
const after = sideOf(
  hallGreenWith(
    ["attendance this year below 95%", "attendance this year below 96%"],
    ["target is 95.5%", "target is 96%"],
  ),
  "95% made 96%",
  calendar,
);
const diff = comparePolicies(before, after);

/** The pupil attends the first so many sessions and misses all others; the champion has judged both questions. */
function pupil(id: string, attended: number, sessions: number, causingConcern: string): PupilRecord {
  const decided = { act: "decide", happened: momentOf(yearFrom, 12 * 3600), by: "senior-attendance-champion" };
  return {
    pupil: { id, year: 4, onRoll: [{ from: yearFrom }], flags: [], parents: [], attributes: {} },
    marks: Array.from({ length: sessions }, (_, session) => {
      const half = calendar.sessionHalf[session] === 0 ? "AM" : "PM";
      const present = half === "AM" ? "/" : "\\";
      return { pupil: id, day: calendar.sessionDay[session] as Day, half, code: session < attended ? present : "O" };
    }),
    arrivals: [],
    log: [
      { ...decided, id: "one", object: "causing-concern", fields: { answer: causingConcern } },
      { ...decided, id: "two", object: "punctuality-concern", fields: { answer: "no" } },
    ],
  };
}

function letterCondition({ policy }: DiffSide): Condition {
  const step = policy.model.procedures.get("stages")?.steps.find(({ name }) => name === "letter");
  if (step?.trigger.kind !== "when") throw new Error("no letter");
  return step.trigger.condition;
}

/** The condition after each session of a register, as the side's own program decides it. */
function decisions(side: DiffSide, condition: Condition, record: PupilRecord): readonly (boolean | undefined)[] {
  const { lowering, program } = side.policy;
  const decide = interpretCall(lowerCondition(lowering, condition)) as Test;
  const world = makeWorld({ ...program, sets: lowering.sets.list }, calendar);
  const facts = factsOf(world, record, lastInstant(calendar.lastDay));
  return Array.from({ length: MOST }, (_, session) =>
    decide({ facts, now: facts.timing.closesAt(session), instances: new Map() }),
  );
}

test("there are 380 sessions to try", () => {
  expect(calendar.sessionCount).toBe(MOST);
});

test.each([
  ["the letter of stage 1, where attendance causes concern", "stages.letter", "yes"],
  ["the letter of stage 1, where it causes none", "stages.letter", "no"],
  ["being below the target", "below-target", "yes"],
])("%s: exactly the pupils named change, of all 72,390 registers", (_, id, causingConcern) => {
  const outcome = diff.outcomes.find((each) => each.id === id);
  const conditions = [before, after].map((side) =>
    id === "below-target"
      ? ({ kind: "status", name: id, span: letterCondition(side).span } as const)
      : letterCondition(side),
  );
  const named = (attended: number, possible: number): boolean =>
    causingConcern === "yes" &&
    outcome?.turning.every(({ intervals }) => intervals.some((each) => contains(each, ratio(attended, possible)))) ===
      true;
  expect(outcome?.turning).toHaveLength(1);
  expect(outcome).toMatchObject({ verdict: "stricter", proved: true });
  let [tried, changed] = [0, 0];
  const wrong: string[] = [];
  for (let first = 0; first <= MOST; first++) {
    const record = pupil("P", first, MOST, causingConcern);
    const [was = [], is = []] = [before, after].map((side, place) =>
      decisions(side, conditions[place] as Condition, record),
    );
    for (let possible = Math.max(first, 1); possible <= MOST; possible++) {
      tried++;
      const differs = (was[possible - 1] === true) !== (is[possible - 1] === true);
      if (differs) changed++;
      if (differs !== named(first, possible)) wrong.push(`${first} of ${possible}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(tried).toBe((MOST * (MOST + 1)) / 2 + MOST);
  expect(changed > 0).toBe(causingConcern === "yes");
});

test("the smallest witness is the smallest register that changes at all", () => {
  const letter = diff.outcomes.find(({ id }) => id === "stages.letter")?.witness;
  const target = diff.outcomes.find(({ id }) => id === "below-target")?.witness;
  expect(letter?.says).toContain("attends 19 of 20 sessions, exactly 95%");
  expect(target?.says).toContain("attends 22 of 23 sessions");
});

test("over a school's records, the whole program names the same pupils", () => {
  const last = 24;
  const pupils = [20, 22, 23, 24].flatMap((possible) =>
    Array.from({ length: possible + 1 }, (_, attended) =>
      pupil(`${attended} of ${possible}`, attended, possible, "yes"),
    ),
  );
  const school = { name: "every register", staff: [], log: [], pupils, attributes: {} };
  const asOf = lastInstant(calendar.sessionDay[last - 1] as Day);
  const { changes } = comparePopulations({ first: before, second: after, school, calendar, asOf });
  const newly = changes.find(({ kind, name }) => kind === "status" && name === "below-target");
  const expected = pupils
    .map((record) => record.pupil.id)
    .filter((id) => {
      const [attended = 0, possible = 1] = id.split(" of ").map(Number);
      return attended * 1000 >= possible * 955 && attended * 100 < possible * 96;
    });
  expect(newly).toMatchObject({ newly: expected, noLonger: [] });
  expect(expected.length).toBeGreaterThan(0);
});
