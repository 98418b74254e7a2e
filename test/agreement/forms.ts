// Every compiled form of a policy that answers for one pupil at a moment, in one table, beside the interpreter that they are held
// against. A form that is added here is compared everywhere.

import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import type { RuntimeHome } from "../../src/build.ts";
import type { Outcome } from "../../src/runtime/outcome.ts";
import type { Program } from "../../src/runtime/program.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import type { Calendar } from "../../src/school/calendar.ts";
import { formatMoment } from "../../src/school/moment.ts";
import type { Moment } from "../../src/school/moment.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import { sleepless } from "../runtime/sleepless.ts";
import { loadModule } from "./build-for-test.ts";
import type { ReadyPolicy } from "./ready-policy.ts";

export type Evaluate = (record: PupilRecord, asOf: Moment) => Outcome;

/** A policy in one form, on whatever calendar. */
export type OnCalendar = (calendar: Calendar) => Evaluate;

export interface Form {
  readonly name: string;
  /** Opened for one policy in so many: what is slow to open or to run takes its turn. */
  readonly every: number;
  readonly open: (policy: ReadyPolicy) => Promise<OnCalendar>;
}

const running =
  (program: Program): OnCalendar =>
  (calendar) => {
    const world = makeWorld(program, calendar);
    return (record, asOf) => evaluatePupil(world, record, asOf);
  };

/** The reference meaning. */
export const interpreter: Form = { name: "interpreter", every: 1, open: async ({ ready }) => running(ready.program) };

/** The engine, asking every question at every instant. */
const asking: Form = { name: "asking again", every: 5, open: async ({ ready }) => running(sleepless(ready.program)) };

const evaluateIn = async (policy: ReadyPolicy, home: RuntimeHome): Promise<OnCalendar> => {
  const { evaluate } = await loadModule(policy, home);
  return ({ plan }) =>
    (record, asOf) =>
      evaluate({ ...record, calendar: plan }, formatMoment(asOf));
};

/** `evaluate` of a module that shares its runtime with others. */
const sharing: Form = { name: "module", every: 1, open: async (policy) => evaluateIn(policy, "import") };

/** `evaluate` of a module that carries its own runtime: the same text, and as much of it as this policy needs. */
const alone: Form = { name: "module alone", every: 10, open: async (policy) => evaluateIn(policy, "inline") };

export const forms: readonly Form[] = [asking, sharing, alone];

/** Those whose turn it is. */
export function formsFor(turn: number): readonly Form[] {
  return forms.filter(({ every }, index) => (turn + index) % every === 0);
}
