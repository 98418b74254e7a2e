// A policy's own examples: a pupil, a few marks, and what must follow (S32). Runs one on the policy's calendar and says, for
// each expectation, whether it came true and what was found instead.

import type { CheckedExample, CheckedExpectation } from "../checker/example.ts";
import { lowerCondition } from "../ir/lower-expressions.ts";
import { vacanciesOf } from "../runtime/evaluate.ts";
import type { Program } from "../runtime/program.ts";
import { makeWorld } from "../runtime/world.ts";
import type { Calendar } from "../school/calendar.ts";
import type { Moment } from "../school/moment.ts";
import { describeFound } from "./describe.ts";
import { matchesFinding } from "./findings.ts";
import { matchingObligations } from "./match-obligation.ts";
import { testOf } from "./runnable.ts";
import type { RunnablePolicy } from "./runnable.ts";
import { contextFor, setStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

export interface ExpectationResult {
  readonly expectation: CheckedExpectation;
  readonly met: boolean;
  /** What stood there instead, in plain words; empty when it was met. */
  readonly found: string;
}

export interface ExampleResult {
  readonly example: CheckedExample;
  readonly passed: boolean;
  readonly results: readonly ExpectationResult[];
}

export function runExample(policy: RunnablePolicy, example: CheckedExample, calendar: Calendar): ExampleResult {
  const stageAt = stagesOf(policy, example, calendar);
  const results = example.expectations.map((expectation) => check(policy, stageAt(expectation.at), expectation));
  return { example, passed: results.every(({ met }) => met), results };
}

/** Whether it comes out as written; stops at the first expectation that does not. */
export function examplePasses(policy: RunnablePolicy, example: CheckedExample, calendar: Calendar): boolean {
  const stageAt = stagesOf(policy, example, calendar);
  return example.expectations.every((expectation) => isMet(policy, stageAt(expectation.at), expectation));
}

function stagesOf(policy: RunnablePolicy, example: CheckedExample, calendar: Calendar): (at: Moment) => Stage {
  const world = makeWorld(withSetsOf(policy, example), calendar);
  const stages = new Map<Moment, Stage>();
  return (at) => {
    let stage = stages.get(at);
    if (stage === undefined) stages.set(at, (stage = setStage(world, example, at)));
    return stage;
  };
}

/** An example may count sessions that no rule counts; its conditions are lowered first, so that their sets are there. */
function withSetsOf({ lowering, program }: RunnablePolicy, example: CheckedExample): Program {
  for (const { expectation } of example.expectations)
    if (expectation.kind === "condition") lowerCondition(lowering, expectation.condition);
  return { ...program, sets: lowering.sets.list };
}

function check(policy: RunnablePolicy, stage: Stage, expectation: CheckedExpectation): ExpectationResult {
  const holds = isTrue(policy, stage, expectation);
  const met = asExpected(expectation, holds);
  return { expectation, met, found: met ? "" : describeFound(policy, stage, expectation, holds) };
}

function isMet(policy: RunnablePolicy, stage: Stage, expectation: CheckedExpectation): boolean {
  return asExpected(expectation, isTrue(policy, stage, expectation));
}

/** `expect no …` says that it must not follow: what is not known has not followed. */
function asExpected({ not }: CheckedExpectation, holds: boolean | undefined): boolean {
  return (holds === true) !== not;
}

function isTrue(policy: RunnablePolicy, stage: Stage, { at, expectation }: CheckedExpectation): boolean | undefined {
  switch (expectation.kind) {
    case "condition": {
      const test = testOf(policy, expectation.condition);
      return test(contextFor(policy, stage, expectation.condition, at));
    }
    case "obligation":
      return matchingObligations(policy, stage, expectation, at).length > 0;
    case "finding":
      return matchesFinding(stage, expectation, at, vacanciesOf(stage.world, stage.school));
  }
}
