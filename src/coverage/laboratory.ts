// Tries edits of a policy against its examples. An example is played again only where the edit can reach it: what every
// example looked at is known from playing it once, watched, and most edits can be asked beside the rule they change.
// Many edits can be tried at once in several places; what is passed between them is plain data.

import { bandGap } from "../analysis/rules/band-gap.ts";
import { bandOverlap } from "../analysis/rules/band-overlap.ts";
import { surveyOf } from "../analysis/survey.ts";
import { interpret, interpretCall } from "../backends/interpreter/interpret.ts";
import type { CheckedExample } from "../checker/example.ts";
import type * as Model from "../checker/model.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { messageOf } from "../diagnostics/template.ts";
import { examplePasses } from "../examples/run-example.ts";
import type { RunnablePolicy } from "../examples/runnable.ts";
import { lower } from "../ir/from-model.ts";
import type { Ir } from "../ir/ir.ts";
import type { Procedure, Program } from "../runtime/program.ts";
import type { Calendar } from "../school/calendar.ts";
import { spanText } from "../source/text.ts";
import { once } from "../support/once.ts";
import type * as Ast from "../syntax/ast.ts";
import { namesSpokenOf } from "./expectation-names.ts";
import type { Mutant } from "./mutants.ts";
import { programChange } from "./program-change.ts";
import type { ProgramChange } from "./program-change.ts";
import { canReach } from "./reach.ts";
import type { Sighting } from "./reach.ts";
import { makeMould, namesOf, remake } from "./remake.ts";
import type { Mould, Remade } from "./remake.ts";
import { at } from "./tree.ts";
import { watchProgram } from "./watched-program.ts";
import type { Expression, Rival, WatchedProgram } from "./watched-program.ts";

/**
 * `example`: an example came out otherwise, or can no longer be said. `name`: other rules speak of what was taken away.
 * `silence`: what was taken away was a hole, and the list of what the policy leaves unsaid is shorter by it.
 * `check`: a table of bands overlaps or gapes that did not; the row above has every pupil whom the edge would move, so that no
 * example could tell. `compiler`: the changed policy does not compile, which proves nothing. `nothing`: all is as before.
 */
export type Notice =
  | { readonly by: "example"; readonly title: string }
  | { readonly by: "name"; readonly message: string }
  | { readonly by: "silence"; readonly what: string }
  | { readonly by: "check"; readonly message: string }
  | { readonly by: "compiler"; readonly message: string }
  /** `idle`: nothing that is computed is other than it was, so that no example ever could notice. */
  | { readonly by: "nothing"; readonly idle: boolean };

export interface LaboratoryQuestion {
  readonly policy: RunnablePolicy;
  readonly ast: Ast.Policy;
  readonly examples: readonly CheckedExample[];
  readonly parent: Model.Model | undefined;
  readonly calendar: Calendar;
}

export interface Laboratory {
  /** Plays the examples of these numbers as things stand. */
  readonly watch: (examples: readonly number[], told: (done: number) => void) => readonly Sighting[];
  /** Who notices each of the edits, in their order. `sightings` are those of all examples. */
  readonly attempt: (
    mutants: readonly Mutant[],
    sightings: readonly Sighting[],
    told: (done: number) => void,
  ) => readonly Notice[];
}

export function openLaboratory(question: LaboratoryQuestion): Laboratory {
  const { policy, ast, parent, examples } = question;
  const chosen = new Map(policy.model.readings.map(({ question: asked, chosen: label }) => [asked, label ?? ""]));
  const texts = examples.map(({ origin }) => spanText(origin.span));
  const bench: Bench = {
    question,
    mould: makeMould(ast, parent, chosen),
    watched: watchProgram(unlisted(policy.ir)),
    procedures: new Map(policy.program.procedures.map((procedure) => [procedure.name, procedure])),
    written: new Map(ast.declarations.flatMap((node) => (node.kind === "example" ? [[node.title.text, node]] : []))),
    texts,
    rarity: rarityAmong(texts),
    holes: new Set(policy.model.holes.map(({ name }) => name)),
    tableFaults: once(() => new Set(tableFaultsOf(policy.model).map(faultKey))),
  };
  return {
    watch: (numbers, told) =>
      numbers.map((number, index) => {
        told(index);
        return watchExample(bench, number);
      }),
    attempt: (mutants, sightings, told) => attempt(bench, mutants, sightings, told),
  };
}

interface Bench {
  readonly question: LaboratoryQuestion;
  readonly mould: Mould;
  readonly watched: WatchedProgram;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly written: ReadonlyMap<string, Ast.Example>;
  readonly texts: readonly string[];
  readonly rarity: (word: string) => number;
  readonly holes: ReadonlySet<string>;
  /** What is wrong with the tables of bands as things stand. */
  readonly tableFaults: () => ReadonlySet<string>;
}

function watchExample({ question, watched }: Bench, number: number): Sighting {
  const { policy, examples, calendar } = question;
  const example = examples[number] as CheckedExample;
  watched.begin();
  const passed = examplePasses({ ...policy, program: watched.program }, example, calendar);
  const { seen, effort } = watched.sightings();
  return { passed, seen, effort, names: [...namesSpokenOf(example, policy.model)] };
}

// ---------------------------------------------------------------- who can notice

/** An edit that compiles, and the examples that it may make come out otherwise. */
interface Open {
  readonly mutant: Mutant;
  readonly policy: RunnablePolicy;
  readonly change: ProgramChange;
  /** Numbers of examples. */
  readonly reached: readonly number[];
  /** Those whose expectations speak of what was edited, so that asking beside the rules is not enough. */
  readonly named: ReadonlySet<number>;
  readonly anew: readonly CheckedExample[] | undefined;
  /** Nothing that is computed changes. */
  readonly idle: boolean;
}

/** So many of the likeliest examples are played before anything else: they notice most edits. */
const AT_FIRST = 2;
/** So many edits that those did not notice are held at once; each holds a policy of its own. */
const HELD = 150;

function attempt(
  bench: Bench,
  mutants: readonly Mutant[],
  sightings: readonly Sighting[],
  told: (done: number) => void,
): readonly Notice[] {
  const notices: Notice[] = [];
  let held: Held[] = [];
  let last = -1;
  const settle = (): void => {
    const differing = differingExamples(
      bench,
      held.map(({ open }) => open),
    );
    for (const { open, index, order } of held) {
      const differ = new Set(differing.get(open));
      const rest = order.slice(AT_FIRST).filter((number) => differ.has(number));
      notices[index] = noticeAmong(bench, open, rest)?.notice ?? silenceOf(bench, open);
    }
    held = [];
  };
  mutants.forEach((mutant, index) => {
    told(index);
    const open = prepare(bench, mutant, sightings);
    if ("by" in open) return void (notices[index] = open);
    const order = likeliestFirst(bench, mutant, open.reached, sightings, last);
    const noticed = noticeAmong(bench, open, order.slice(0, AT_FIRST));
    if (noticed !== undefined) [notices[index], last] = [noticed.notice, noticed.number];
    else if (order.length <= AT_FIRST) notices[index] = silenceOf(bench, open);
    else held.push({ open, index, order });
    if (held.length === HELD) settle();
  });
  settle();
  return notices;
}

interface Held {
  readonly open: Open;
  readonly index: number;
  readonly order: readonly number[];
}

/** The first of the examples that comes out otherwise. */
function noticeAmong(bench: Bench, { policy, anew }: Open, numbers: readonly number[]) {
  const { examples, calendar } = bench.question;
  const number = numbers.find((each) => !examplePasses(policy, (anew ?? examples)[each] as CheckedExample, calendar));
  if (number === undefined) return undefined;
  const notice: Notice = { by: "example", title: examples[number]?.title ?? "" };
  return { number, notice };
}

function prepare(bench: Bench, mutant: Mutant, sightings: readonly Sighting[]): Notice | Open {
  const { question, mould, watched } = bench;
  const remade = remake(mould, mutant);
  if (remade.kind === "errors") return noticeOfErrors(bench, remade.errors);
  const anew = examplesOf(bench, mutant, remade);
  if (anew !== undefined && "unsaid" in anew) return { by: "example", title: anew.unsaid };
  const { model } = remade;
  const lowered = lower(model);
  const change = programChange(question.policy.ir, lowered.ir);
  const names = namesOf(mould, mutant);
  const passing = sightings.flatMap(({ passed }, number) => (passed ? [number] : []));
  const named = passing.filter((number) => sightings[number]?.names.some((name) => names.has(name)));
  const reached = passing.filter((number) => {
    const { seen } = sightings[number] as Sighting;
    return canReach(change, watched.places, seen);
  });
  const policy: RunnablePolicy = { ...lowered, model, program: programOf(bench, lowered.ir, change) };
  const idle = change.none && sameParameters(question.policy.model, model);
  return { mutant, policy, change, anew, named: new Set(named), reached: [...new Set([...named, ...reached])], idle };
}

/**
 * Plays each example once more, with the edited expressions asked beside the ones they replace. Where none of them ever
 * answers otherwise, the example comes out as it did; the others have to be played on the edited policy.
 */
function differingExamples(bench: Bench, open: readonly Open[]): ReadonlyMap<Open, readonly number[]> {
  const differing = new Map<Open, number[]>(open.map((each) => [each, []]));
  const rivalsOf = new Map<number, Map<number, Rival[]>>();
  for (const each of open) {
    const rest = new Set(each.reached);
    const differ = (number: number) => (): void => {
      if (rest.delete(number)) differing.get(each)?.push(number);
    };
    const beside = besidePlaces(bench, each.change);
    for (const number of each.reached) {
      if (each.named.has(number) || beside === undefined) {
        differ(number)();
        continue;
      }
      const rivals = rivalsOf.get(number) ?? new Map<number, Rival[]>();
      rivalsOf.set(number, rivals);
      for (const [place, ask] of beside)
        rivals.set(place, [...(rivals.get(place) ?? []), { ask, differs: differ(number), settled: false }]);
    }
  }
  for (const [number, rivals] of rivalsOf) playBeside(bench, number, rivals);
  return differing;
}

/** The edited expressions by their places; undefined where the edit changes more than expressions. */
function besidePlaces(
  { watched }: Bench,
  { expressions, gone, records, renumbered }: ProgramChange,
): ReadonlyMap<number, Expression> | undefined {
  if (gone.length > 0 || records.length > 0 || renumbered) return undefined;
  const places = [...expressions].map(([place, call]) => [watched.places.get(place), call] as const);
  if (places.some(([id]) => id === undefined)) return undefined;
  return new Map(places.map(([id, call]) => [id as number, interpretCall(call) as Expression]));
}

function playBeside({ question, watched }: Bench, number: number, rivals: ReadonlyMap<number, readonly Rival[]>): void {
  for (const [place, group] of rivals) watched.rivals.set(place, group);
  examplePasses(
    { ...question.policy, program: watched.program },
    question.examples[number] as CheckedExample,
    question.calendar,
  );
  watched.rivals.clear();
}

// ---------------------------------------------------------------- the edited policy

/** A parameter that no rule reads can still be asked for by an example. */
function sameParameters(before: Model.Model, after: Model.Model): boolean {
  return [...after.parameters].every(([name, parameter]) => {
    const other = before.parameters.get(name);
    return other === parameter || (other !== undefined && sameValues(other.history, parameter.history));
  });
}

function sameValues(before: Model.Parameter["history"], after: Model.Parameter["history"]): boolean {
  const plain = (history: Model.Parameter["history"]): string =>
    JSON.stringify(history, (key, value: unknown) => (key === "span" || key === "origin" ? undefined : value));
  return plain(before) === plain(after);
}

/** Without what only lists outcomes for a reader: no expectation of an example reads it there. */
function unlisted(ir: Ir): Ir {
  return { ...ir, statuses: [], bands: [], measures: [] };
}

/** Procedures that are as they were are not made again. */
function programOf({ procedures }: Bench, ir: Ir, { expressions, gone, records, renumbered }: ProgramChange): Program {
  const changed = new Set([...expressions.keys(), ...gone, ...records].map((place) => place.split("/")[1]));
  const isAnew = ({ name }: { readonly name: string }): boolean =>
    renumbered || changed.has(name) || !procedures.has(name);
  const program = interpret({ ...unlisted(ir), procedures: ir.procedures.filter(isAnew) });
  const anew = new Map(program.procedures.map((procedure) => [procedure.name, procedure]));
  const all = ir.procedures.flatMap(({ name }) => anew.get(name) ?? procedures.get(name) ?? []);
  return { ...program, procedures: all };
}

function examplesOf({ written, texts, question }: Bench, mutant: Mutant, remade: Extract<Remade, { kind: "model" }>) {
  if (remade.examples === undefined) return undefined;
  const words = wordsIn(mutant);
  const speaking = (text: string): number => words.filter((word) => text.includes(word)).length;
  const order = texts.map((text, number) => ({ number, likely: speaking(text) }));
  const examples = order
    .toSorted((a, b) => b.likely - a.likely)
    .flatMap(({ number }) => written.get(question.examples[number]?.title ?? "") ?? []);
  const checked = remade.examples(examples);
  if ("unsaid" in checked) return checked;
  const byTitle = new Map(checked.map((example) => [example.title, example]));
  return question.examples.map((example) => byTitle.get(example.title) ?? example);
}

/**
 * The likeliest to notice, for the least effort: the one that noticed last, those that cite the rule's clauses, those that use
 * its words, rare words above all.
 */
function likeliestFirst(
  { texts, rarity }: Bench,
  mutant: Mutant,
  numbers: readonly number[],
  sightings: readonly Sighting[],
  last: number,
): readonly number[] {
  const words = wordsIn(mutant);
  const all = words.reduce((sum, word) => sum + rarity(word), 1);
  const likelihood = (number: number): number => {
    const text = texts[number] as string;
    const spoken = words.reduce((sum, word) => sum + (text.includes(word) ? rarity(word) : 0), 0) / all;
    const cited = mutant.clauses.some((id) => text.includes(id)) ? 1 : 0;
    return (0.1 + spoken + cited + (number === last ? 2 : 0)) / (sightings[number]?.effort ?? 1) ** 0.25;
  };
  return numbers
    .map((number) => ({ number, likely: likelihood(number) }))
    .toSorted((a, b) => b.likely - a.likely)
    .map(({ number }) => number);
}

/** How little a word is used among the texts; none for a word that all of them use, or none. */
function rarityAmong(texts: readonly string[]): (word: string) => number {
  const known = new Map<string, number>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const uses = texts.filter((text) => text.includes(word)).length;
    const rarity = uses === 0 ? 0 : Math.log(texts.length / uses);
    known.set(word, rarity);
    return rarity;
  };
}

function wordsIn({ span }: Mutant): readonly string[] {
  const line = { ...span, from: span.source.text.lastIndexOf("\n", span.from) + 1 };
  return [...new Set(spanText(line).match(/[a-z][a-z-]{4,}/g) ?? [])];
}

function silenceOf({ holes, question, tableFaults }: Bench, { mutant, policy, idle }: Open): Notice {
  const fault = isInTable(question.ast, mutant)
    ? tableFaultsOf(policy.model).find((each) => !tableFaults().has(faultKey(each)))
    : undefined;
  if (fault !== undefined) return { by: "check", message: messageOf(fault) };
  const kept = new Set(policy.model.holes.map(({ name }) => name));
  const silence = mutant.kind === "remove" ? [...holes].find((name) => !kept.has(name)) : undefined;
  return silence === undefined ? { by: "nothing", idle } : { by: "silence", what: silence };
}

function isInTable(ast: Ast.Policy, { path }: Mutant): boolean {
  return path.some((_, depth) => {
    const node = at(ast, path.slice(0, depth));
    return typeof node === "object" && node !== null && "kind" in node && node.kind === "bands";
  });
}

function tableFaultsOf(model: Model.Model): readonly Diagnostic[] {
  const survey = surveyOf(model, undefined);
  return [...bandOverlap(survey), ...bandGap(survey)];
}

/** Places move with an edit; what is said of which table does not. */
function faultKey(fault: Diagnostic): string {
  return messageOf(fault);
}

/** An example that can no longer be said has noticed; so has a rule that speaks of what is gone. */
function noticeOfErrors({ question }: Bench, errors: readonly Diagnostic[]): Notice {
  const dangling = errors.find(({ code }) => code.startsWith("unknown-") || code === "layer-still-needs");
  const error = dangling ?? errors[0];
  if (error === undefined) return { by: "nothing", idle: false };
  const message = messageOf(error);
  if (dangling === undefined) return { by: "compiler", message };
  const speaker = question.examples.find(({ origin: { span } }) => {
    return span.source === dangling.span.source && span.from <= dangling.span.from && dangling.span.to <= span.to;
  });
  return speaker === undefined ? { by: "name", message } : { by: "example", title: speaker.title };
}
