// The earliest day on which each step of a ladder can come, and be over.

import { expect, test } from "vitest";
import { earliestDays } from "../../src/analysis/days.ts";
import { surveyOf } from "../../src/analysis/survey.ts";
import { Bug } from "../../src/support/bug.ts";
import { modelOf, nationModel } from "./rule-fixtures.ts";

function daysIn(steps: string): readonly string[] {
  const text = `school policy brook "Brook School"
extends nation
in force from 2026-01-05
act end-checks "checks ended"
procedure ladder "Ladder" for each away-absence {
${steps}
}
`;
  const model = modelOf("ladder.rollcall", text, nationModel());
  const procedure = model.procedures.get("ladder");
  if (procedure === undefined) throw new Bug("no ladder");
  return earliestDays(surveyOf(model), procedure).map(
    ({ step, opens, over }) => `${step.name} ${opens ?? "?"}-${over ?? "?"}`,
  );
}

const act = "school-office must telephone parents";

test("a wait ends on its Nth day, and what follows opens then (S5)", () => {
  const steps = `step one on start {\n${act}\nwait 3 working days\n}\nstep two after one {\n${act}\nwait 2 school days\n}\nstep three after two {\n${act}\n}`;
  expect(daysIn(steps)).toEqual(["one 1-4", "two 4-6", "three 6-6"]);
});

test("the next morning is a day later, day N is day N (S4), and so many days after the start is one more", () => {
  const steps = `step one on start {\n${act}\n}\nstep two on next school morning {\n${act}\n}\nstep three on day 5 of absence {\n${act}\n}\nstep four on 5 school days after start {\n${act}\n}`;
  expect(daysIn(steps)).toEqual(["one 1-1", "two 2-2", "three 5-5", "four 6-6"]);
});

test("of two moments the earlier or the later counts, and one that may never come holds nobody up", () => {
  const steps = `step one on day 3 of absence {\n${act}\nwait 4 school days\n}\nstep two on the earlier of day 6 of absence and one {\n${act}\n}\nstep three on the later of day 6 of absence and one {\n${act}\n}\nstep four on the earlier of day 9 of absence and checks ended {\n${act}\n}\nstep five on the later of day 9 of absence and checks ended {\n${act}\n}`;
  expect(daysIn(steps)).toEqual(["one 3-7", "two 6-6", "three 7-7", "four 9-9", "five ?-?"]);
});

test("of a branch the shorter side counts, and a wait of another unit adds nothing that could be wrong", () => {
  const steps = `step one on start {\n${act}\nif looked-after {\nwait 5 school days\n} otherwise {\nwait 2 school days\n}\nwait 1 weeks\n}\nstep two after one {\n${act}\n}`;
  expect(daysIn(steps)).toEqual(["one 1-3", "two 3-3"]);
});
