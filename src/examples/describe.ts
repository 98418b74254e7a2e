// What an expectation that failed found instead, in words an author can act on.

import type { CheckedExpectation } from "../checker/example.ts";
import { sayMoment, sayObligation } from "../explain/say.ts";
import { sayTrace } from "../explain/say-trace.ts";
import { traceCondition } from "../explain/trace.ts";
import { vacanciesOf } from "../runtime/evaluate.ts";
import { wordList } from "../support/word-list.ts";
import { findingsOf } from "./findings.ts";
import { alikeObligations } from "./match-obligation.ts";
import { contextFor } from "./stage.ts";
import type { Stage } from "./stage.ts";
import type { RunnablePolicy } from "./runnable.ts";

export function describeFound(
  policy: RunnablePolicy,
  stage: Stage,
  { at, expectation }: CheckedExpectation,
  holds: boolean | undefined,
): string {
  switch (expectation.kind) {
    case "condition": {
      const trace = traceCondition(
        policy.lowering,
        expectation.condition,
        contextFor(policy, stage, expectation.condition, at),
      );
      return `At ${sayMoment(at)}, ${sayTrace(trace)}${holds === undefined ? "" : "."}`;
    }
    case "obligation": {
      const alike = alikeObligations(stage, expectation);
      if (alike.length === 0) return `At ${sayMoment(at)} nothing of the kind is owed.`;
      return `At ${sayMoment(at)}: ${alike.map((obligation) => `${sayObligation(policy.model, obligation)} is ${obligation.state.replace("-", " ")}`).join("; ")}.`;
    }
    case "finding": {
      const found = findingsOf(stage, expectation.what, at, vacanciesOf(stage.world, stage.school)).flatMap(
        ({ subjects }) => subjects.slice(0, 1),
      );
      return found.length === 0
        ? `At ${sayMoment(at)} nothing is ${expectation.what}.`
        : `At ${sayMoment(at)} ${expectation.what}: ${wordList(found, "and")}.`;
    }
  }
}
