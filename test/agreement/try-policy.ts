// One seed → one random policy in every form, and random pupils on random calendars at random moments: how many cases were
// compared, and the first one in which a form differed.

import { makeCalendar } from "../../src/school/calendar.ts";
import type { CalendarPlan } from "../../src/school/calendar-plan.ts";
import type { Moment } from "../../src/school/moment.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import { firstDifference, isSame } from "./first-difference.ts";
import { formsFor, interpreter } from "./forms.ts";
import type { Evaluate, Form } from "./forms.ts";
import { chanceOf } from "./random/chance-of.ts";
import { randomPlan } from "./random/calendar.ts";
import { randomPolicy } from "./random/policy.ts";
import { randomPupil } from "./random/pupil.ts";
import { readyPolicy } from "./ready-policy.ts";
import type { PolicyTexts } from "./ready-policy.ts";
import { countOutcome, reachOf } from "./tally.ts";
import type { Tally } from "./tally.ts";

/** One pupil at one moment under one policy. */
export interface Case {
  readonly policy: PolicyTexts;
  readonly plan: CalendarPlan;
  readonly record: PupilRecord;
  readonly asOf: Moment;
}

export interface Mismatch extends Case {
  readonly form: Form;
  readonly difference: string;
}

export interface Size {
  readonly calendars: number;
  readonly pupils: number;
}

/** What a seed came to; a policy that is not sound is thrown away. */
export interface Tried {
  readonly sound: boolean;
  readonly cases: number;
  readonly mismatch?: Mismatch;
}

export async function tryPolicy(
  seed: number,
  { calendars, pupils }: Size,
  tally: Tally,
  compared = formsFor(seed),
): Promise<Tried> {
  const policy = randomPolicy(chanceOf(seed, 1));
  const ready = readyPolicy(policy);
  if (ready === undefined) return { sound: false, cases: 0 };
  const opened = await Promise.all(
    [interpreter, ...compared].map(async (form) => ({ form, on: await form.open(ready) })),
  );
  const reach = reachOf(tally, ready);
  let cases = 0;
  for (let which = 1; which <= calendars; which++) {
    const plan = randomPlan(chanceOf(seed, 2, which));
    const calendar = makeCalendar(plan);
    const [reference, ...others] = opened.map(({ form, on }) => ({ form, evaluate: on(calendar) }));
    for (let pupil = 1; pupil <= pupils; pupil++) {
      const { record, moments } = randomPupil(
        ready.ready.program,
        calendar,
        chanceOf(seed, which, pupil)(1_000_000_000),
      );
      for (const asOf of moments) {
        const expected = reference?.evaluate(record, asOf);
        if (expected === undefined) continue;
        countOutcome(tally, reach, expected);
        cases++;
        for (const { form, evaluate } of others) {
          const found = said(evaluate, record, asOf);
          if (isSame(expected, found)) continue;
          const difference = firstDifference(expected, found) ?? "the same, told apart by mistake";
          return { sound: true, cases, mismatch: { policy, plan, record, asOf, form, difference } };
        }
      }
    }
  }
  return { sound: true, cases };
}

/** What a form says, or how it broke down: a form that throws differs from one that answers. */
export function said(evaluate: Evaluate, record: PupilRecord, asOf: Moment): unknown {
  try {
    return evaluate(record, asOf);
  } catch (thrown) {
    return { thrown: String(thrown) };
  }
}

/** How a case differs in one form, or undefined where it does not, or where its policy is not sound. */
export async function differenceOf({ policy, plan, record, asOf }: Case, form: Form): Promise<string | undefined> {
  const ready = readyPolicy(policy);
  if (ready === undefined) return undefined;
  const calendar = makeCalendar(plan);
  const [expected, found] = [(await interpreter.open(ready))(calendar), (await form.open(ready))(calendar)];
  return firstDifference(said(expected, record, asOf), said(found, record, asOf));
}
