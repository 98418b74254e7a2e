// Who is a parent of the pupil, and from when on: what lives on each parent, and how many there are (S11).

import { describe, expect, test } from "vitest";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import type { Outcome } from "../../src/runtime/outcome.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { advance, outcomeAt, startState } from "../../src/runtime/advance.ts";
import { knownDay } from "../../src/school/day.ts";
import { dayOf, lastInstant } from "../../src/school/moment.ts";
import type { ParentLink, PupilRecord } from "../../src/school/record.ts";
import { calendarOf, compileFile } from "../policy-files.ts";

const compilation = compileFile(new URL("parents.rollcall", import.meta.url));
const program = compilation.ready?.program;
if (program === undefined) throw new Error("the policy is not sound");
const world = makeWorld(program, calendarOf(compilation));
const today = knownDay("2025-10-03");

const mother: ParentLink = { person: "mother", responsibility: true, livesWith: true, cares: true };
const stranger = { responsibility: false, livesWith: false, cares: false };

function pupilWith(parents: readonly ParentLink[]): PupilRecord {
  const pupil = { id: "P1", year: 4, onRoll: [{ from: knownDay("2025-09-01") }], flags: [], parents, attributes: {} };
  return { pupil, marks: [], arrivals: [], log: [] };
}

function owedIn({ obligations }: Outcome): readonly string[] {
  return obligations.map(({ id }) => id).toSorted();
}

describe("for each parent", () => {
  test("lives nothing on a person who is linked and no parent in law", () => {
    const outcome = evaluatePupil(
      world,
      pupilWith([mother, { person: "aunt", ...stranger }, { person: "lodger", ...stranger, livesWith: true }]),
      lastInstant(today),
    );
    expect(outcome.instances.map(({ key }) => key)).toEqual(["mother"]);
  });

  test("begins with the day on which somebody comes to be a parent, however the year is gone through", () => {
    const from = knownDay("2025-09-17");
    const record = pupilWith([mother, { person: "stepfather", ...stranger, livesWith: true, cares: true, from }]);
    const outcome = evaluatePupil(world, record, lastInstant(today));
    const begun = outcome.instances.map(({ key, started }) => [key, started === undefined ? "" : dayOf(started)]);
    expect(begun).toEqual([
      ["mother", knownDay("2025-09-01")],
      ["stepfather", from],
    ]);
    const before = evaluatePupil(world, record, lastInstant(from - 1));
    expect(before.instances.map(({ key }) => key)).toEqual(["mother"]);
    const state = startState(world, record.pupil);
    for (let date = knownDay("2025-09-01"); date <= today; date++) advance(state, { date });
    expect(outcomeAt(state)).toEqual(outcome);
  });

  test("takes two lines about one person for one parent", () => {
    const outcome = evaluatePupil(
      world,
      pupilWith([mother, { ...mother, from: knownDay("2025-01-01") }]),
      lastInstant(today),
    );
    expect(owedIn(outcome)).toEqual(["each-one/mother/each-one.begin.1/mother"]);
    expect(outcome.measures).toContainEqual({ name: "how-many", value: 1 });
  });
});
