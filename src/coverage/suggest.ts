// Edges at which no example stands → examples that stand there and a step beside, with what the policy says of them today.
// Whether it should say so is for the author to decide: a suggestion holds nothing in place until it is accepted.

import type * as Model from "../checker/model.ts";
import { walk } from "../checker/walk-model.ts";
import { examinePupil } from "../runtime/evaluate.ts";
import type { Obligation, Outcome } from "../runtime/outcome.ts";
import { makeWorld } from "../runtime/world.ts";
import type { World } from "../runtime/world.ts";
import { oneLine } from "../source/one-line.ts";
import { positionOf } from "../source/text.ts";
import type { SourceText, Span } from "../source/text.ts";
import { holdsAt } from "../units/edge.ts";
import { factsAtEdges } from "../witness/differing-facts.ts";
import { exampleText } from "../witness/example-text.ts";
import { dayFor, placeFacts, recordOf } from "../witness/place-facts.ts";
import { nobodyInParticular } from "../witness/plain-facts.ts";
import type { PlainFacts, WitnessPupil } from "../witness/plain-facts.ts";
import type { CoveredDeclaration } from "./cover-examples.ts";
import { exampleTitles, titleUnlike } from "./example-titles.ts";
import { owedSentence } from "./owed-sentence.ts";
import { provenExamples } from "./proven-examples.ts";
import type { ExampleGround } from "./proven-examples.ts";

export interface Suggestion {
  readonly title: string;
  /** The condition whose edge it stands at, and its line. */
  readonly condition: string;
  readonly line: number;
  /** The example in the text form, without a comment. */
  readonly text: string;
}

export interface SuggestionQuestion extends ExampleGround {
  /** What the examples there are reach. */
  readonly reached: readonly CoveredDeclaration[];
}

/** In the order of the file; every one comes out as written, or it is not suggested. */
export function suggestExamples(question: SuggestionQuestion): readonly Suggestion[] {
  const { policy, calendar } = question;
  const world = makeWorld(policy.program, calendar);
  const titles = new Set<string>(exampleTitles(question.ast));
  const drafts = conditionsOf(policy.model, question.source).flatMap((owned) => draftsFor(question, world, owned));
  // What bears the title of an example there is was accepted before.
  const others = drafts.filter(({ title }) => !titles.has(title));
  const named = others.map((draft) => ({ ...draft, title: titleUnlike(draft.title, titles) }));
  return provenExamples(
    question,
    named.map(({ witness, expected, ...draft }) => ({ ...draft, text: exampleText(draft.title, witness, expected) })),
  );
}

// ---------------------------------------------------------------- conditions whose edges matter

interface Owned {
  /** What the condition decides: a status, or a procedure. */
  readonly owner: string;
  readonly status: boolean;
  readonly condition: Model.Condition;
}

function conditionsOf({ statuses, procedures }: Model.Model, source: SourceText): readonly Owned[] {
  const ofStatuses = [...statuses.values()].flatMap(({ name, rule }): readonly Owned[] =>
    rule.kind === "when" ? [{ owner: name, status: true, condition: rule.condition }] : [],
  );
  const ofProcedures = [...procedures.values()].flatMap(({ name, starts, steps }) =>
    [
      ...(starts === undefined ? [] : [starts.condition]),
      ...steps.flatMap(({ trigger }) => (trigger.kind === "when" ? [trigger.condition] : [])),
    ].map((condition): Owned => ({ owner: name, status: false, condition })),
  );
  return [...ofStatuses, ...ofProcedures]
    .filter(({ condition }) => condition.span.source === source)
    .toSorted((a, b) => a.condition.span.from - b.condition.span.from);
}

// ---------------------------------------------------------------- both sides of an edge

interface Draft {
  readonly title: string;
  readonly condition: string;
  readonly line: number;
  readonly witness: WitnessPupil;
  readonly expected: readonly string[];
}

function draftsFor(question: SuggestionQuestion, world: World, owned: Owned): readonly Draft[] {
  const { policy, reached } = question;
  const { condition } = owned;
  const edges = reached.flatMap(({ places }) => places.filter(({ kind }) => kind === "edge"));
  const open = edges.filter(({ atEdge, reached: seen }) => !atEdge || !seen);
  if (!open.some(({ span }) => contains(condition.span, span))) return [];
  const known = { model: policy.model, day: policy.model.inForce?.from };
  const figures = factsAtEdges({ known, condition }).map(({ figure, holds, fails }) => ({
    span: figure.value.span,
    sides: [holds, fails],
  }));
  return [...figures, ...arrivalsAtEdges(policy.model, condition)].flatMap(({ span: figure, sides }) => {
    const at = edges.find(({ span }) => contains(span, figure));
    if (at !== undefined && !open.includes(at)) return [];
    const [yes, no] = sides.map((facts) => play(question, world, facts));
    if (yes === undefined || no === undefined) return [];
    const words = [expectations(owned, yes, no), expectations(owned, no, yes)];
    if (words.some((expected) => expected.length === 0)) return [];
    const edge = at ?? condition;
    const shared = { condition: inTitle(edge.span), line: positionOf(edge.span).line };
    return [
      { ...shared, title: `${owned.owner}: just inside ${shared.condition}`, ...yes, expected: words[0] ?? [] },
      { ...shared, title: `${owned.owner}: just outside ${shared.condition}`, ...no, expected: words[1] ?? [] },
    ];
  });
}

/** Coming through the door at the very minute, and on its other side: the minute before or the minute after. */
function arrivalsAtEdges(model: Model.Model, condition: Model.Condition) {
  const found: { readonly span: Span; readonly sides: readonly PlainFacts[] }[] = [];
  walk(condition, (node) => {
    if (node.kind !== "arrived") return;
    const { edge, moment, span } = node as Extract<Model.Condition, { kind: "arrived" }>;
    const second = moment?.kind === "clock" ? clockTime(model, moment.time) : undefined;
    if (edge === undefined || second === undefined) return;
    const beyond = holdsAt(edge, 0) === holdsAt(edge, -1) ? second + 60 : second - 60;
    const times = holdsAt(edge, 0) ? [second, beyond] : [beyond, second];
    const sides = times.map((at): PlainFacts => ({ ...nobodyInParticular, arrivals: [at] }));
    found.push({ span, sides });
  });
  return found;
}

function clockTime({ parameters }: Model.Model, time: Model.Value): number | undefined {
  const value = time.kind === "parameter" ? parameters.get(time.name)?.history.at(-1)?.value : time;
  return value?.kind === "constant" && typeof value.value === "number" ? value.value : undefined;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.source === inner.source && outer.from <= inner.from && inner.to <= outer.to;
}

interface Played {
  readonly witness: WitnessPupil;
  readonly outcome: Outcome;
}

function play({ policy, calendar }: SuggestionQuestion, world: World, facts: PlainFacts): Played | undefined {
  const from = policy.model.inForce?.from ?? calendar.firstDay;
  const day = dayFor(calendar, facts, from);
  const witness = day === undefined ? undefined : placeFacts(calendar, day, facts);
  if (witness === undefined) return undefined;
  return { witness, outcome: examinePupil(world, recordOf(calendar, witness), witness.at).outcome };
}

/** Enough to tell the two apart; more would hide what matters. */
const MOST = 3;

/** What is so here and not there, in the words of an example. */
function expectations(owned: Owned, here: Played, there: Played): readonly string[] {
  if (owned.status) {
    const holds = ({ outcome }: Played): boolean | undefined =>
      outcome.statuses.find(({ name }) => name === owned.owner)?.holds;
    if (holds(here) === undefined || holds(here) === holds(there)) return [];
    return [holds(here) === true ? owned.owner : `no ${owned.owner}`];
  }
  const [mine, theirs] = [here, there].map(({ outcome }) => owedBy(owned.owner, outcome));
  const both = [
    ...[...(mine ?? [])].filter((words) => theirs?.has(words) === false),
    ...[...(theirs ?? [])].filter((words) => mine?.has(words) === false).map((words) => `no ${words}`),
  ];
  return both.slice(0, MOST);
}

const OWED: ReadonlySet<Obligation["state"]> = new Set(["open", "overdue", "offered", "forbidden"]);

function owedBy(procedure: string, { obligations }: Outcome): ReadonlySet<string> {
  return new Set(obligations.filter((each) => each.procedure === procedure && OWED.has(each.state)).map(owedSentence));
}

/** Within a title, which stands in quotation marks itself. */
function inTitle(span: Span): string {
  return oneLine(span).replaceAll('"', "”");
}
