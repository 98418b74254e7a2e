// Every compiled form of a policy that answers for one pupil at a moment, in one table, beside the interpreter that they are held
// against. A form that is added here is compared everywhere.

import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import type { Outcome } from "../../src/runtime/outcome.ts";
import type { Program } from "../../src/runtime/program.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import type { Calendar } from "../../src/school/calendar.ts";
import { formatMoment } from "../../src/school/moment.ts";
import type { Moment } from "../../src/school/moment.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import { sleepless } from "../runtime/sleepless.ts";
import { loadModule } from "./build-for-test.ts";
import type { CompiledModule } from "./build-for-test.ts";
import type { ReadyPolicy } from "./ready-policy.ts";

export type Evaluate = (record: PupilRecord, asOf: Moment) => Outcome;

/** A policy in one form, on whatever calendar. */
export type OnCalendar = (calendar: Calendar) => Evaluate;

export interface Form {
  readonly name: string;
  readonly open: (policy: ReadyPolicy) => Promise<OnCalendar>;
}

const running =
  (program: Program): OnCalendar =>
  (calendar) => {
    const world = makeWorld(program, calendar);
    return (record, asOf) => evaluatePupil(world, record, asOf);
  };

/** The reference meaning. */
export const interpreter: Form = { name: "interpreter", open: async ({ ready }) => running(ready.program) };

/** The engine, asking every question at every instant. */
const asking: Form = { name: "asking again", open: async ({ ready }) => running(sleepless(ready.program)) };

const evaluateInModule: Form = {
  name: "module evaluate",
  open: async (policy) => {
    const compiled: CompiledModule = await loadModule(policy);
    return (calendar) => (record, asOf) =>
      compiled.evaluate({ ...record, calendar: calendar.plan }, formatMoment(asOf));
  },
};

export const forms: readonly Form[] = [asking, evaluateInModule];
