// Edges at which no example stands → examples that stand there and a step beside, with what the policy says of them today.
// Whether it should say so is for the author to decide: a suggestion holds nothing in place until it is accepted.

import type * as Model from "../checker/model.ts";
import { walk } from "../checker/walk-model.ts";
import { compile } from "../compile.ts";
import type { Library } from "../draft.ts";
import { examplePasses } from "../examples/run-example.ts";
import type { RunnablePolicy } from "../examples/runnable.ts";
import { examinePupil } from "../runtime/evaluate.ts";
import type { Obligation, Outcome } from "../runtime/outcome.ts";
import type { Parties } from "../runtime/program.ts";
import { makeWorld } from "../runtime/world.ts";
import type { World } from "../runtime/world.ts";
import type { Calendar } from "../school/calendar.ts";
import { makeSource, positionOf, spanText } from "../source/text.ts";
import type { SourceText, Span } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { printPolicy } from "../syntax/print.ts";
import { holdsAt } from "../units/edge.ts";
import { factsAtEdges } from "../witness/differing-facts.ts";
import { exampleText } from "../witness/example-text.ts";
import { dayFor, placeFacts, recordOf } from "../witness/place-facts.ts";
import { nobodyInParticular } from "../witness/plain-facts.ts";
import type { PlainFacts, WitnessPupil } from "../witness/plain-facts.ts";
import type { CoveredDeclaration } from "./cover-examples.ts";

export interface Suggestion {
  readonly title: string;
  /** The condition whose edge it stands at, and its line. */
  readonly condition: string;
  readonly line: number;
  /** The example in the text form, without a comment. */
  readonly text: string;
}

export interface SuggestionQuestion {
  readonly policy: RunnablePolicy;
  readonly ast: Ast.Policy;
  readonly source: SourceText;
  readonly calendar: Calendar;
  readonly library: Library;
  /** What the examples there are reach. */
  readonly reached: readonly CoveredDeclaration[];
}

/** In the order of the file; every one comes out as written, or it is not suggested. */
export function suggestExamples(question: SuggestionQuestion): readonly Suggestion[] {
  const { policy, calendar } = question;
  const world = makeWorld(policy.program, calendar);
  const titles = new Set<string>(titlesOf(question.ast));
  const drafts = conditionsOf(policy.model, question.source).flatMap((owned) => draftsFor(question, world, owned));
  // What bears the title of an example there is was accepted before.
  const others = drafts.filter(({ title }) => !titles.has(title));
  const named = others.map((draft) => ({ ...draft, title: unlike(draft.title, titles) }));
  return provenOnes(
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
    const shared = { condition: oneLine(edge.span), line: positionOf(edge.span).line };
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
  return new Set(obligations.filter((each) => each.procedure === procedure && OWED.has(each.state)).map(sentenceOf));
}

/** The sentence without its deadline and conditions: who must do what, to whom. */
function sentenceOf({ actors, modal, act, object, to }: Obligation): string {
  return [
    partiesWords(actors),
    modal,
    act,
    ...(object === undefined ? [] : [object]),
    ...(to === undefined ? [] : ["to", partiesWords(to)]),
  ].join(" ");
}

function partiesWords({ members, joined }: Parties): string {
  const words = members.map(({ role, quantifier }) => (quantifier === undefined ? role : `${quantifier} ${role}`));
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${joined} ${words.at(-1) ?? ""}`;
}

// ---------------------------------------------------------------- only what comes out as written

/** All suggestions are put under the policy once, and those that cannot be said or do not come true are dropped. */
function provenOnes(question: SuggestionQuestion, drafts: readonly Suggestion[]): readonly Suggestion[] {
  const { ast, source, library, calendar } = question;
  if (drafts.length === 0) return [];
  const whole = `${printPolicy(ast)}\n${drafts.map(({ text }) => text).join("\n")}`;
  // The files that the policy names lie beside the file it came from.
  const beside: Library["beside"] = (policy, file) => library.beside(policy === trial ? source : policy, file);
  const trial = makeSource(source.name.replace(/\.ya?ml$/, ""), whole);
  const tried = compile(trial, { ...library, beside });
  const broken = tried.diagnostics.filter(({ severity }) => severity === "error");
  if (broken.length > 0) {
    const sayable = drafts.filter((_, index) => !broken.some(({ span }) => lies(span, ast, drafts, index)));
    return sayable.length === drafts.length ? [] : provenOnes(question, sayable);
  }
  const { ready, model, examples } = tried;
  if (ready === undefined || model === undefined) return [];
  const byTitle = new Map(examples.map((example) => [example.title, example]));
  return drafts.filter(({ title }) => {
    const example = byTitle.get(title);
    return example !== undefined && examplePasses({ ...ready, model }, example, calendar);
  });
}

/** The place lies in the draft of that number. */
function lies(span: Span, ast: Ast.Policy, drafts: readonly Suggestion[], index: number): boolean {
  const before = drafts.slice(0, index).reduce((sum, { text }) => sum + text.length + 1, printPolicy(ast).length + 1);
  return span.from >= before && span.from <= before + (drafts[index]?.text.length ?? 0);
}

function titlesOf({ declarations }: Ast.Policy): readonly string[] {
  return declarations.flatMap((node) => (node.kind === "example" ? [node.title.text] : []));
}

function unlike(wished: string, taken: Set<string>): string {
  let title = wished;
  for (let count = 2; taken.has(title); count++) title = `${wished} (${count})`;
  taken.add(title);
  return title;
}

function oneLine(span: Span): string {
  return spanText(span).replaceAll(/--.*$/gm, "").replaceAll(/\s+/g, " ").replaceAll('"', "”").trim();
}
