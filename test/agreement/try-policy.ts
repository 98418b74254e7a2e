// One seed → one random policy in every form, and random pupils on random calendars at random moments: how many cases were
// compared, and the first one in which a form differed.

import type { Outcome } from "../../src/runtime/outcome.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import type { Calendar } from "../../src/school/calendar.ts";
import type { CalendarPlan } from "../../src/school/calendar-plan.ts";
import { dayOf, lastInstant } from "../../src/school/moment.ts";
import type { Moment } from "../../src/school/moment.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import { firstDifference, isSame } from "./first-difference.ts";
import { formsFor, interpreter } from "./forms.ts";
import type { Evaluate, Form, OnCalendar } from "./forms.ts";
import { chanceOf } from "./random/chance-of.ts";
import { randomPlan } from "./random/calendar.ts";
import { randomPolicy } from "./random/policy.ts";
import { randomPupil } from "./random/pupil.ts";
import type { RandomPupil } from "./random/pupil.ts";
import { readyPolicy } from "./ready-policy.ts";
import type { PolicyTexts, ReadyPolicy } from "./ready-policy.ts";
import { registerFormsFor } from "./register-forms.ts";
import type { Difference, RegisterForm, RegisterQuestion } from "./register-forms.ts";
import { add, countOutcome, reachOf } from "./tally.ts";
import type { Reach, Tally } from "./tally.ts";

/** One pupil at one moment under one policy. */
export interface Case {
  readonly policy: PolicyTexts;
  readonly plan: CalendarPlan;
  readonly record: PupilRecord;
  readonly asOf: Moment;
}

export interface Mismatch extends Case {
  readonly form: Form | RegisterForm;
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
  compared: readonly (Form | RegisterForm)[] = [...formsFor(seed), ...registerFormsFor(seed)],
): Promise<Tried> {
  const policy = randomPolicy(chanceOf(seed, 1));
  const ready = readyPolicy(policy);
  if (ready === undefined) return { sound: false, cases: 0 };
  const opened: Opened[] = [];
  const registers: RegisterForm[] = [];
  for (const form of compared) {
    if (form.kind === "register") registers.push(form);
    else opened.push({ form, on: await form.open(ready) });
  }
  const reference = await interpreter.open(ready);
  const reach = reachOf(tally, ready);
  let cases = 0;
  for (let which = 1; which <= calendars; which++) {
    const plan = randomPlan(chanceOf(seed, 2, which));
    const calendar = makeCalendar(plan);
    const drawn = Array.from({ length: pupils }, (_, index) =>
      randomPupil(ready.ready.program, calendar, chanceOf(seed, which, index + 1)(1_000_000_000)),
    );
    const found = comparePupils({ reference: reference(calendar), opened, calendar, drawn, tally, reach });
    cases += found.cases;
    if (found.mismatch !== undefined) return { sound: true, cases, mismatch: { policy, plan, ...found.mismatch } };
    const asked = await compareRegisters({ registers, ready, calendar, drawn, tally });
    cases += asked.cases;
    if (asked.mismatch !== undefined) return { sound: true, cases, mismatch: { policy, plan, ...asked.mismatch } };
  }
  return { sound: true, cases };
}

interface Opened {
  readonly form: Form;
  readonly on: OnCalendar;
}

interface Pupils {
  readonly reference: (record: PupilRecord, asOf: Moment) => Outcome;
  readonly opened: readonly Opened[];
  readonly calendar: Calendar;
  readonly drawn: readonly RandomPupil[];
  readonly tally: Tally;
  readonly reach: Reach;
}

/** How many cases on one calendar, and the first that differed. */
interface Compared {
  readonly cases: number;
  readonly mismatch?: Omit<Mismatch, "policy" | "plan">;
}

/** Each pupil at each of their moments in every form that answers for one. */
function comparePupils({ reference, opened, calendar, drawn, tally, reach }: Pupils): Compared {
  const forms = opened.map(({ form, on }) => ({ form, evaluate: on(calendar) }));
  let cases = 0;
  for (const { record, moments } of drawn) {
    for (const asOf of moments) {
      const expected = reference(record, asOf);
      countOutcome(tally, reach, expected);
      cases++;
      for (const { form, evaluate } of forms) {
        const found = said(evaluate, record, asOf);
        if (found === undefined) continue;
        add(tally, `form: ${form.name}`);
        if (isSame(expected, found)) continue;
        const difference = firstDifference(expected, found) ?? "the same, told apart by mistake";
        return { cases, mismatch: { record, asOf, form, difference } };
      }
    }
  }
  return { cases };
}

interface Registers {
  readonly registers: readonly RegisterForm[];
  readonly ready: ReadyPolicy;
  readonly calendar: Calendar;
  readonly drawn: readonly RandomPupil[];
  readonly tally: Tally;
}

/** So many pupils are asked about at the end of a day of theirs: a form that is quick to ask is asked of several days. */
const DAYS_ASKED = 4;

/** All pupils at once in every form that decides them so. */
async function compareRegisters({ registers, ready, calendar, drawn, tally }: Registers): Promise<Compared> {
  const records = drawn.map(({ record }) => record);
  let cases = 0;
  for (const form of registers) {
    for (const { moments } of drawn.slice(0, form.every === 1 ? DAYS_ASKED : 1)) {
      const asOf = dayOf(moments.at(-1) ?? 0);
      const [first] = await differencesIn(form, ready, { calendar, asOf, records }, tally);
      cases += records.length;
      add(tally, `form: ${form.name}`, records.length);
      const record = records.find(({ pupil }) => pupil.id === first?.pupil) ?? records[0];
      if (first === undefined || record === undefined) continue;
      return { cases, mismatch: { record, asOf: lastInstant(asOf), form, difference: first.difference } };
    }
  }
  return { cases };
}

async function differencesIn(
  form: RegisterForm,
  ready: ReadyPolicy,
  question: RegisterQuestion,
  tally: Tally,
): Promise<readonly Difference[]> {
  try {
    return await form.compare(ready, question, tally);
  } catch (thrown) {
    return [{ pupil: "", difference: `thrown: ${String(thrown)}` }];
  }
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
export async function differenceOf(
  { policy, plan, record, asOf }: Case,
  form: Form | RegisterForm,
): Promise<string | undefined> {
  const ready = readyPolicy(policy);
  if (ready === undefined) return undefined;
  const calendar = makeCalendar(plan);
  if (form.kind === "register") {
    const [first] = await differencesIn(form, ready, { calendar, asOf: dayOf(asOf), records: [record] }, new Map());
    return first?.difference;
  }
  const expected = (await interpreter.open(ready))(calendar)(record, asOf);
  const found = said((await form.open(ready))(calendar), record, asOf);
  return found === undefined ? undefined : firstDifference(expected, found);
}
