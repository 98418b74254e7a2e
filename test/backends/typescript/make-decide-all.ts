// A policy → a function that decides a whole packed register at once, made and run on the spot, so that a test of a thousand
// policies need not write and load a thousand modules. No program does so: a school's rules are never run as code from a text.

import { interpret, interpretCalls } from "../../../src/backends/interpreter/interpret.ts";
import { planBatch } from "../../../src/backends/typescript/batch/batch-plan.ts";
import { KERNEL_NAMES, printKernel, printTiming } from "../../../src/backends/typescript/batch/print-kernel.ts";
import type { Ir } from "../../../src/ir/ir.ts";
import type { Beyond } from "../../../src/ir/register-part.ts";
import type { BatchSpec } from "../../../src/runtime/batch-spec.ts";
import { BEYOND } from "../../../src/runtime/batch-tables.ts";
import { makeDecidePacked } from "../../../src/runtime/decide-packed.ts";
import type { Batch, DecidePacked, DecideRows, TimingOfPupil } from "../../../src/runtime/decide-packed.ts";
import { ageOf, dayAfter, flagPlaces, hasFlagOn } from "../../../src/runtime/packed-figures.ts";
import { NO_MOMENT } from "../../../src/runtime/packed-outcome.ts";
import { NO_DAY } from "../../../src/runtime/packed-register.ts";

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
  const make = (body: string): unknown => {
    const text = `"use strict";\nreturn function (job) {\n${body}\n};`;
    // oxlint-disable-next-line typescript/no-implied-eval -- the very text that a module holds, written by the backend under test
    const maker = new Function(...names, text) as (...values: unknown[]) => unknown;
    return maker(...Object.values(runtime));
  };
  const batch: Batch = {
    program: interpret(plan.part),
    spec: interpretCalls(plan.spec) as BatchSpec,
    decideRows: make(printKernel(plan, false)) as DecideRows,
    timingOf: make(printTiming(plan, false)) as TimingOfPupil,
    replayed: plan.replayed,
  };
  return { decideAll: makeDecidePacked(batch), beyond: plan.beyond, replayed: plan.replayed };
}
