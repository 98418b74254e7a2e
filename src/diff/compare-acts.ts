// What both policies call for in places of different names, such as a report to the local authority: which pupils bring it
// about under the one and not under the other. Only shown, never proved: the ways there are too different to be reckoned through.

import { sentencesWithin } from "../analysis/walk.ts";
import type { Condition, Model, Procedure, Sentence, Step } from "../checker/model.ts";
import { explainAbsence } from "../explain/why-not.ts";
import { explainObligation } from "../explain/why.ts";
import { sayAct, upperFirst } from "../explain/say.ts";
import { oneLine } from "../source/one-line.ts";
import { waysBefore, wayTo, withDaysAfter } from "./compare-steps.ts";
import { factsWhere } from "../witness/differing-facts.ts";
import { sizeOf } from "../witness/plain-facts.ts";
import type { PlainFacts } from "../witness/plain-facts.ts";
import type { DiffSide } from "./diff-side.ts";
import { Bug } from "../support/bug.ts";
import { modelsOf } from "./pair.ts";
import type { Pair } from "./pair.ts";
import type { Comparison, Probe } from "./verdict.ts";

interface Call {
  readonly procedure: Procedure;
  readonly step: Step;
  readonly sentence: Sentence;
  readonly condition: Condition;
}

export function compareActs(pair: Pair): readonly Comparison[] {
  const [one, other] = modelsOf(pair).map(callsByAct);
  if (one === undefined || other === undefined) return [];
  return [...one].flatMap(([act, before]) => {
    const after = other.get(act);
    return after === undefined || samePlaces(before, after) ? [] : [compareAct(pair, act, before, after)];
  });
}

/** By what is to be done about what; acts without a thing of their own say too little to be one and the same. */
function callsByAct(model: Model): ReadonlyMap<string, readonly Call[]> {
  const calls = [...model.procedures.values()].flatMap((procedure) =>
    procedure.steps.flatMap((step) =>
      sentencesWithin(step.items).map(({ sentence, branches }): Call => {
        const guards = sentence.guard === undefined ? [] : [sentence.guard];
        const parts = [wayTo({ procedure, step }), ...branches, ...guards];
        return { procedure, step, sentence, condition: { kind: "and", parts, span: sentence.origin.span } };
      }),
    ),
  );
  const telling = calls.filter(
    ({ sentence: { act, object, modal } }) => modal !== "must not" && (object !== undefined || isWeighty(model, act)),
  );
  return Map.groupBy(telling, ({ sentence: { act, object } }) => [act, object ?? ""].join(" ").trim());
}

function isWeighty({ acts }: Model, act: string): boolean {
  const declared = acts.get(act);
  return declared !== undefined && declared.by.length + declared.allowedWhen.length > 0;
}

function samePlaces(before: readonly Call[], after: readonly Call[]): boolean {
  const places = (calls: readonly Call[]): string =>
    [...new Set(calls.map(({ procedure, step }) => `${procedure.name}.${step.name}`))].toSorted().join(" ");
  return places(before) === places(after);
}

function compareAct(pair: Pair, act: string, before: readonly Call[], after: readonly Call[]): Comparison {
  const [one, other] = [before[0], after[0]];
  if (one === undefined || other === undefined) throw new Bug(`nobody calls for ${act}`);
  const facts = [...factsCalling(pair.first, before), ...factsCalling(pair.second, after)];
  const days = Math.max(0, ...[...before, ...after].map(waysBefore));
  return {
    kind: "act",
    id: act,
    title: upperFirst(sayAct(pair.first.policy.model, { ...one.sentence, through: [], recording: [] })),
    verdict: "not-shown",
    proved: false,
    because: "the two policies call for it in steps of different names",
    before: { says: before.map(saidOf).join("; or "), origin: one.sentence.origin },
    after: { says: after.map(saidOf).join("; or "), origin: other.sentence.origin },
    turning: [],
    facts: facts.map((each) => withDaysAfter(each, days)),
    probe: actProbe(one.sentence, days > 0 ? [...before, ...after].map(({ procedure }) => procedure.name) : []),
  };
}

/** For each place that calls for it, the plainest pupil who brings it about there. */
function factsCalling({ policy: { model }, day }: DiffSide, calls: readonly Call[]): readonly PlainFacts[] {
  const each = calls
    .slice(0, mostCalls)
    .flatMap(({ condition }) => factsWhere({ known: { model, day }, condition }, 1));
  return each.toSorted((a, b) => sizeOf(a) - sizeOf(b)).slice(0, mostFacts);
}

const [mostCalls, mostFacts] = [12, 3];

function saidOf({ procedure, step }: Call): string {
  const when =
    step.trigger.kind === "when"
      ? ` when ${oneLine(step.trigger.condition.span)}`
      : procedure.starts === undefined
        ? ""
        : ` when ${oneLine(procedure.starts.condition.span)}`;
  return `in “${procedure.title}”${when}`;
}

function actProbe({ act, object }: Sentence, onTime: readonly string[]): Probe {
  const isIt = (each: { readonly act: string; readonly object?: string; readonly state: string }): boolean =>
    each.act === act && each.object === object && each.state !== "upcoming";
  return {
    read: ({ obligations }) => (obligations.some(isIt) ? "called for" : "not called for"),
    explain: (opened) => {
      const found = opened.outcome.obligations.find(isIt);
      if (found !== undefined) return explainObligation(opened, found).sentence;
      return explainAbsence(opened, [act, object ?? ""].join(" ").trim())[0]?.sentence ?? "Nothing is owed.";
    },
    onTime,
  };
}
