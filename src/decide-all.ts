// A policy → a function that decides a whole packed register at once, made and run on the spot: what a compiled module holds as
// text, for those who have the policy itself at hand.

import { interpret, interpretCalls } from "./backends/interpreter/interpret.ts";
import { planBatch } from "./backends/typescript/batch/batch-plan.ts";
import { KERNEL_NAMES, printKernel, printTiming } from "./backends/typescript/batch/print-kernel.ts";
import type { Ir } from "./ir/ir.ts";
import type { Beyond } from "./ir/register-part.ts";
import type { BatchSpec } from "./runtime/batch-spec.ts";
import { BEYOND } from "./runtime/batch-tables.ts";
import { makeDecidePacked } from "./runtime/decide-packed.ts";
import type { Batch, DecidePacked, DecideRows, TimingOfPupil } from "./runtime/decide-packed.ts";
import { ageOf, dayAfter, flagPlaces, hasFlagOn } from "./runtime/packed-figures.ts";
import { NO_MOMENT } from "./runtime/packed-outcome.ts";
import { NO_DAY } from "./runtime/packed-register.ts";

export interface DecideAll {
  readonly decideAll: DecidePacked;
  /** The rules that the register alone does not decide, with the reason. */
  readonly beyond: readonly Beyond[];
  /** What is decided all the same, but by the engine, pupil by pupil, and so at its pace. */
  readonly replayed: Batch["replayed"];
}

const runtime: Readonly<Record<(typeof KERNEL_NAMES)[number], unknown>> = {
  hasFlagOn,
  flagPlaces,
  ageOf,
  dayAfter,
  NO_MOMENT,
  NO_DAY,
  BEYOND,
};

export function makeDecideAll(ir: Ir): DecideAll {
  const plan = planBatch(ir);
  const names = Object.keys(runtime);
  const make = (body: string): unknown =>
    (
      new Function(...names, `"use strict";\nreturn function (job) {\n${body}\n};`) as (...values: unknown[]) => unknown
    )(...Object.values(runtime));
  const batch: Batch = {
    program: interpret(plan.part),
    spec: interpretCalls(plan.spec) as BatchSpec,
    decideRows: make(printKernel(plan, false)) as DecideRows,
    timingOf: make(printTiming(plan, false)) as TimingOfPupil,
    replayed: plan.replayed,
  };
  return { decideAll: makeDecidePacked(batch), beyond: plan.beyond, replayed: plan.replayed };
}
