// Which obligations are the one an example speaks of: same actors, same act, and whatever else it says.

import type { CheckedExpectation } from "../checker/example.ts";
import type * as Model from "../checker/model.ts";
import { interpretCall } from "../backends/interpreter/interpret.ts";
import { lowerMoment, lowerValue } from "../ir/lower-expressions.ts";
import type { Obligation, ObligationState } from "../runtime/outcome.ts";
import type { Parties, Read, When } from "../runtime/program.ts";
import { dayOf, secondOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { Stage } from "./stage.ts";
import type { RunnablePolicy } from "./runnable.ts";

export type ObligationExpectation = Extract<CheckedExpectation["expectation"], { kind: "obligation" }>;

const OWED: readonly ObligationState[] = ["open", "overdue", "offered", "forbidden"];

export function matchingObligations(
  policy: RunnablePolicy,
  stage: Stage,
  expected: ObligationExpectation,
  at: Moment,
): readonly Obligation[] {
  return alikeObligations(stage, expected).filter(
    (obligation) => inState(expected, obligation) && inTime(policy, stage, expected.sentence, obligation, at),
  );
}

/** Those that are the act in question, whatever their state and deadline. */
export function alikeObligations(stage: Stage, { sentence }: ObligationExpectation): readonly Obligation[] {
  return [...stage.pupil().outcome.obligations, ...stage.duties().outcome.obligations].filter(
    (obligation) =>
      obligation.act === sentence.act &&
      obligation.modal === sentence.modal &&
      sameParties(obligation.actors, sentence.actors) &&
      (sentence.object === undefined || obligation.object === sentence.object) &&
      (sentence.to === undefined || (obligation.to !== undefined && sameParties(obligation.to, sentence.to))) &&
      (sentence.with === undefined || (obligation.with !== undefined && sameParties(obligation.with, sentence.with))) &&
      (sentence.about === undefined || obligation.about === sentence.about) &&
      (sentence.using === undefined || obligation.using === sentence.using) &&
      sentence.through.every((channel) => obligation.through.includes(channel)) &&
      sentence.recording.every((field) => obligation.recording.includes(field)),
  );
}

function sameParties(found: Parties, expected: Parties): boolean {
  const roles = (parties: Parties): string =>
    parties.members
      .map(({ role, quantifier }) => `${quantifier ?? ""} ${role}`)
      .toSorted()
      .join(",");
  return (found.members.length < 2 || found.joined === expected.joined) && roles(found) === roles(expected);
}

function inState({ state }: ObligationExpectation, obligation: Obligation): boolean {
  return state === undefined ? OWED.includes(obligation.state) : obligation.state === state;
}

/** `by 2026-03-20` is that day, whatever the hour; `by 09:30` is that hour of the day it opened; with both, exactly then. */
function inTime(
  policy: RunnablePolicy,
  stage: Stage,
  { deadline }: Model.Sentence,
  { due, opened }: Obligation,
  at: Moment,
): boolean {
  if (deadline === undefined) return true;
  if (due === undefined) return deadline.kind === "by" && deadline.moment.kind === "hole";
  if (deadline.kind !== "by") return false;
  const { moment } = deadline;
  // What must be done before an instant is in time until the second that comes before it.
  const last = deadline.edge === "before" ? 1 : 0;
  const context = { ...stage.pupil().replay.context, now: at, from: opened };
  if (moment.kind === "clock")
    return (interpretCall(lowerValue(policy.lowering, moment.time)) as Read)(context) === secondOf(due) + last;
  const expected = (interpretCall(lowerMoment(policy.lowering, moment, "end")) as When)(context);
  if (expected === undefined) return false;
  const dayAlone = moment.kind === "event" && (moment.event.kind === "date" || moment.event.kind === "field");
  return dayAlone ? dayOf(expected) === dayOf(due) : expected === due + last;
}
