// A whole school at once: what the school owes, and what is said of each pupil among all the others, by an engine that asks every
// question at every instant, held against the one that knows how long its answers will do.

import { factsOf } from "../../src/runtime/dossier.ts";
import { evaluatePupil, evaluateSchool } from "../../src/runtime/evaluate.ts";
import type { Outcome } from "../../src/runtime/outcome.ts";
import type { Program } from "../../src/runtime/program.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { lastInstant } from "../../src/school/moment.ts";
import type { SchoolRecord } from "../../src/school/record.ts";
import { sleepless } from "../runtime/sleepless.ts";
import { firstDifference } from "./first-difference.ts";
import type { RegisterForm, RegisterQuestion } from "./register-forms.ts";
import { add } from "./tally.ts";

/** So many pupils are asked about, each among all others. */
const ASKED = 6;

/** Of the school itself first, then of some of its pupils. */
function outcomesOf(program: Program, { calendar, asOf, records }: RegisterQuestion): readonly Outcome[] {
  const world = makeWorld(program, calendar);
  const now = lastInstant(asOf);
  const [first] = records;
  const school: SchoolRecord = {
    name: "school",
    staff: [],
    log: first?.log ?? [],
    pupils: records,
    attributes: first?.pupil.attributes ?? {},
  };
  const facts = records.map((record) => factsOf(world, record, now));
  return [
    evaluateSchool(world, school, now, facts),
    ...records.slice(0, ASKED).map((record) => evaluatePupil(world, record, now, facts)),
  ];
}

export const wholeSchool: RegisterForm = {
  kind: "register",
  name: "whole school",
  every: 5,
  compare: async ({ ready: { program } }, question, tally) => {
    const expected = outcomesOf(program, question);
    const found = outcomesOf(sleepless(program), question);
    return expected.flatMap((outcome, place) => {
      const who = place === 0 ? "the school" : "a pupil among others";
      add(tally, `whole school: ${who}`);
      for (const { state } of outcome.obligations) add(tally, `whole school: ${who}, ${state}`);
      const difference = firstDifference(outcome, found[place]);
      return difference === undefined ? [] : [{ pupil: outcome.subject, difference }];
    });
  },
};
