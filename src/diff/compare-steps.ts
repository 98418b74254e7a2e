// Steps of one name in procedures of one name → whether they open for the same pupils. Where all but one of the conditions on
// the way are the same, that one decides, and what holds of it holds of the step.

import type { Anchor, Condition, Procedure, Step } from "../checker/model.ts";
import { oneLine } from "../source/one-line.ts";
import { explainAbsence } from "../explain/why-not.ts";
import { explainObligation } from "../explain/why.ts";
import type { Case } from "../explain/case.ts";
import type { PlainFacts } from "../witness/plain-facts.ts";
import { UNMARKED } from "../witness/plain-facts.ts";
import { compareConditions } from "./compare-conditions.ts";
import { verdictOf } from "./compare-statuses.ts";
import { meaningOf, stepsBefore } from "./meaning.ts";
import { meant, restsOnOther } from "./pair.ts";
import type { Pair } from "./pair.ts";
import { stepTitle } from "./provisions-of-procedures.ts";
import type { Comparison, Probe, Said } from "./verdict.ts";

export interface StepPair {
  readonly before: { readonly procedure: Procedure; readonly step: Step };
  readonly after: { readonly procedure: Procedure; readonly step: Step };
}

export function stepPairs({ first, second }: Pair): readonly StepPair[] {
  return [...first.policy.model.procedures.values()].flatMap((before) => {
    const after = second.policy.model.procedures.get(before.name);
    return before.steps.flatMap((step) => {
      const same = after?.steps.find(({ name }) => name === step.name);
      return after === undefined || same === undefined
        ? []
        : [{ before: { procedure: before, step }, after: { procedure: after, step: same } }];
    });
  });
}

export function compareSteps(pair: Pair): readonly Comparison[] {
  return stepPairs(pair).map((steps) => compareStep(pair, steps));
}

function compareStep(pair: Pair, steps: StepPair): Comparison {
  const { before, after } = steps;
  const base = {
    kind: "step",
    id: `${before.procedure.name}.${before.step.name}`,
    title: stepTitle(before.procedure, before.step),
    before: saidOf(before),
    after: saidOf(after),
    probe: stepProbe(before.procedure.name, before.step.name, waysBefore(before) > 0),
  } as const;
  const changed = changedParts(pair, steps);
  if (changed.length === 0) return { ...base, ...verdictOf("same"), turning: [], facts: [] };
  const facts = compareConditions(pair, wayTo(before), wayTo(after)).facts.map((each) =>
    withDaysAfter(each, waysBefore(before)),
  );
  const deciding = decidingPart(steps, changed);
  if (deciding !== undefined) {
    const { reach, turning } = compareConditions(pair, ...deciding);
    return { ...base, ...verdictOf(reach), turning, facts };
  }
  const names = changed.map(({ name }) => name).join(", ");
  const because = `what leads there differs in more than can be worked out (${names})`;
  return { ...base, verdict: "not-shown", proved: false, because, turning: [], facts };
}

/**
 * The one condition that decides, if there is one. A step on the start opens with it, however the procedure ends; a guard is
 * read when the step opens, so where that moment moves, nothing follows for a step with a guard.
 */
function decidingPart(
  { before, after }: StepPair,
  changed: readonly ChangedPart[],
): readonly [Condition, Condition] | undefined {
  const onStart = before.step.trigger.kind === "start" && after.step.trigger.kind === "start";
  const [part, another] = onStart ? changed.filter(({ name }) => name !== HOW_IT_ENDS) : changed;
  if (part === undefined || another !== undefined) return undefined;
  const unguarded = before.step.guard === undefined && after.step.guard === undefined;
  if (part.name === HOW_IT_STARTS) return onStart && unguarded ? part.conditions : undefined;
  if (part.name === WHETHER_IT_APPLIES) return part.conditions;
  return unguarded ? part.conditions : undefined;
}

const HOW_IT_STARTS = "how it starts";
const HOW_IT_ENDS = "how it ends";
const WHETHER_IT_APPLIES = "whether it applies";

function saidOf({ procedure, step }: StepPair["before"]): Said {
  const starts = procedure.starts === undefined ? [] : [`starts when ${oneLine(procedure.starts.condition.span)}`];
  const opens = step.trigger.kind === "when" ? [`opens when ${oneLine(step.trigger.condition.span)}`] : [];
  const guard = step.guard === undefined ? [] : [`only if ${oneLine(step.guard.span)}`];
  const first = step.trigger.kind === "start" || procedure.steps.indexOf(step) === 0 ? starts : [];
  const says = [...first, ...opens, ...guard];
  return { says: says.length === 0 ? "as the procedure goes on" : says.join("; "), origin: step.origin };
}

interface ChangedPart {
  readonly name: string;
  /** For a part that is a condition on the way, so that reaching more there is reaching more. */
  readonly conditions?: readonly [Condition, Condition];
}

/** What differs of everything that the opening of a step rests on. */
function changedParts(pair: Pair, { before, after }: StepPair): readonly ChangedPart[] {
  const [one, other] = [before.procedure, after.procedure];
  const differs = (a: unknown, b: unknown): boolean =>
    meaningOf(meant(pair.first), a) !== meaningOf(meant(pair.second), b) || restsOnOther(pair, a);
  const part = (
    name: string,
    a: unknown,
    b: unknown,
    conditions?: ChangedPart["conditions"],
  ): readonly ChangedPart[] => (differs(a, b) ? [{ name, ...(conditions === undefined ? {} : { conditions }) }] : []);
  const always: Condition = { kind: "always", span: one.origin.span };
  const asCondition = (condition: Condition | undefined): Condition => condition ?? always;
  const [opening, opensNow] = [before.step.trigger, after.step.trigger];
  const bothWhen: ChangedPart["conditions"] =
    opening.kind === "when" && opensNow.kind === "when" ? [opening.condition, opensNow.condition] : undefined;
  return [
    ...part(
      "whom it is for",
      [one.anchor, one.startsAgain, one.anyOrder, one.changesApplyAtOnce],
      [other.anchor, other.startsAgain, other.anyOrder, other.changesApplyAtOnce],
    ),
    ...part(HOW_IT_STARTS, one.starts?.condition, other.starts?.condition, [
      asCondition(one.starts?.condition),
      asCondition(other.starts?.condition),
    ]),
    ...part(HOW_IT_ENDS, one.ends.map(conditionOf), other.ends.map(conditionOf)),
    ...part("what pauses it", one.pauses.map(conditionOf), other.pauses.map(conditionOf)),
    ...part("the steps before", stepsBefore(one, before.step), stepsBefore(other, after.step)),
    ...part("when the step opens", opening, opensNow, bothWhen),
    ...part(WHETHER_IT_APPLIES, before.step.guard, after.step.guard, [
      asCondition(before.step.guard),
      asCondition(after.step.guard),
    ]),
  ];
}

function conditionOf({ condition }: { readonly condition: Condition }): Condition {
  return condition;
}

// ---------------------------------------------------------------- the way to a step

/** All that must hold on the way: the thing it lives on, its start, the steps before, its own trigger and guard. */
export function wayTo({ procedure, step }: StepPair["before"]): Condition {
  const { span } = procedure.origin;
  const steps = [...stepsBefore(procedure, step), step];
  const parts = [
    ...anchorConditions(procedure.anchor, span),
    ...(procedure.starts === undefined ? [] : [procedure.starts.condition]),
    ...steps.flatMap(({ trigger }) => (trigger.kind === "when" ? [trigger.condition] : [])),
    ...(step.guard === undefined ? [] : [step.guard]),
  ];
  return { kind: "and", parts, span };
}

function anchorConditions(anchor: Anchor, span: Condition["span"]): readonly Condition[] {
  switch (anchor.kind) {
    case "absence":
      return [{ kind: "session-now", of: { category: anchor.of, codes: anchor.codes }, span }];
    case "session":
      return [{ kind: "session-now", of: { category: "any", codes: anchor.codes }, span }];
    case "act":
      return [
        { kind: "done", act: anchor.act, ...(anchor.object === undefined ? {} : { object: anchor.object }), span },
      ];
    case "parent": {
      const one = { kind: "constant", value: 1, type: { kind: "number" }, span } as const;
      return [
        { kind: "compare", left: { kind: "attribute", name: "parents", span }, edge: "at-least", right: one, span },
      ];
    }
    case "pupil":
    case "period":
    case "school":
    case "class":
      return [];
  }
}

/** Steps that take a day of their own before this one can open. */
export function waysBefore({ procedure, step }: StepPair["before"]): number {
  return stepsBefore(procedure, step).length;
}

/** The day asked comes some unmarked days later, so that step can follow step. */
export function withDaysAfter(facts: PlainFacts, days: number): PlainFacts {
  if (days === 0) return facts;
  const records = facts.records.map((record) =>
    record.ago === undefined ? { ...record, ago: { n: days, unit: "school-day" as const } } : record,
  );
  return { ...facts, records, sessions: [...facts.sessions, ...Array.from({ length: days * 2 }, () => UNMARKED)] };
}

// ---------------------------------------------------------------- how it shows

export function stepProbe(procedure: string, step: string, onTime: boolean): Probe {
  const isHere = (each: { readonly procedure: string; readonly step: string }): boolean =>
    each.procedure === procedure && each.step === step;
  return {
    read: ({ instances }) =>
      instances.some(
        (each) =>
          each.procedure === procedure && each.steps.some((one) => one.step === step && one.opened !== undefined),
      )
        ? "opens"
        : "does not open",
    explain: (opened: Case) => {
      const owed = opened.outcome.obligations.find(
        (obligation) => isHere(obligation) && obligation.state !== "upcoming",
      );
      if (owed !== undefined) return explainObligation(opened, owed).sentence;
      const why = explainAbsence(opened, step).find(isHere);
      return why?.sentence ?? "Nothing is owed.";
    },
    onTime: onTime ? [procedure] : [],
  };
}
