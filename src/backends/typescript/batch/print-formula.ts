// A formula at one place in the text of a packed decision → the counts it needs, and the condition itself.

import type { BatchPlan } from "./batch-plan.ts";
import type { Formula, Leaf, Term } from "./formula.ts";
import { conjunction, disjunction, printComparison, reduce } from "./kernel-text.ts";
import type { Printed, Writer } from "./kernel-text.ts";

/** Where a formula is tested. */
export interface Spot {
  readonly plan: BatchPlan;
  readonly writer: Writer;
  /** Set apart the names of one spot from those of another in the same stretch of text. */
  readonly suffix: string;
  /** The school day by number; as of the day asked, the entry after the last. */
  readonly day: string;
  readonly date: string;
  /** The first school day after the windows that reach up to now. */
  readonly end: string;
  /** How many days that are not plain have been. */
  readonly seen: string;
  /** The school day on which the instance started. */
  readonly start: string;
  /** Whether a step has opened, as of the day asked. */
  readonly opened: (procedure: string, step: string) => string;
}

interface Counted {
  readonly set: number;
  readonly window: number;
}

/** Sets counted in windows by a formula, each once. */
function countedIn(terms: readonly Term[]): readonly Counted[] {
  const all = terms.flatMap((term): Counted[] => {
    if (term.kind === "count") return [{ set: term.set, window: term.window }];
    if (term.kind !== "share") return [];
    return [term.set, term.possible].map((set) => ({ set, window: term.window }));
  });
  return [...new Map(all.map((counted) => [`${counted.set} ${counted.window}`, counted])).values()];
}

export function windowsOf(terms: readonly Term[]): readonly number[] {
  return [...new Set(terms.flatMap((term) => ("window" in term ? [term.window] : [])))];
}

/** Windows whose end is not now. */
export function isOfThePast({ spec }: BatchPlan, window: number): boolean {
  const windowing = spec.windows[window] as { readonly args: readonly [{ readonly kind?: string }] };
  return windowing.args[0].kind === "previous";
}

/** Where the search in a list of days begins, for each window that a formula counts in. */
export function printPointers(spot: Spot, terms: readonly Term[]): readonly string[] {
  return windowsOf(terms).map((window) => {
    const past = isOfThePast(spot.plan, window) ? `\nlet z${window}${spot.suffix} = 0;` : "";
    return `let k${window}${spot.suffix} = 0;${past}`;
  });
}

/** Where windows begin, and how many days that are not plain lie before them. */
export function printWindows({ plan, writer, suffix, day }: Spot, windows: readonly number[]): readonly string[] {
  const { at } = writer;
  return windows.flatMap((window) => {
    const w = `${window}${suffix}`;
    const lines = [
      `let w${w} = ${at(`f${window}`, day)};`,
      `const u${w} = w${w} >= 0;`,
      `if (!u${w}) w${w} = 0;`,
      `while (${at("x", `k${w}`)} < w${w}) k${w}++;`,
    ];
    if (!isOfThePast(plan, window)) return lines;
    return [...lines, `const y${w} = ${at(`g${window}`, day)};`, `while (${at("x", `z${w}`)} < y${w}) z${w}++;`];
  });
}

/** Statements that bring the counts of some terms up to the day of the spot; the places of their windows are known. */
export function printCountsOf(spot: Spot, terms: readonly Term[]): readonly string[] {
  return countedIn(terms).map((counted) => printCount(spot, counted));
}

function printCount({ plan, writer, suffix, end, seen }: Spot, { set, window }: Counted): string {
  const { at } = writer;
  const w = `${window}${suffix}`;
  const past = isOfThePast(plan, window);
  const [upTo, among] = past ? [`y${w}`, `z${w}`] : [end, seen];
  const { word, shift, alone } = placeOf(plan, set);
  const sums = `${at(`c${word}`, among)} - ${at(`c${word}`, `k${w}`)}`;
  const kind = plan.plainIn(plan.spec.sets[set] as number);
  const differ = alone ? sums : shift === 0 ? `((${sums}) & 65535)` : `((${sums}) >>> ${shift})`;
  const before = kind === "all" ? "s" : `h${set}`;
  const base =
    kind === "none" ? "" : `${at(before, upTo)} - ${at(before, `w${w}`)} ${kind === "all" && !alone ? "-" : "+"} `;
  return `const n${set}_${w} = ${base}${differ};`;
}

/** Of a set without plain sessions: all its sessions up to the day asked. */
export function printTotal(plan: BatchPlan, { at }: Writer, set: number): string {
  const { word, shift, alone } = placeOf(plan, set);
  const sum = at(`c${word}`, "count");
  return alone ? sum : shift === 0 ? `(${sum} & 65535)` : `(${sum} >>> ${shift})`;
}

/** Where the counts of a set stand. */
function placeOf(
  { spec }: BatchPlan,
  set: number,
): { readonly word: number; readonly shift: number; readonly alone: boolean } {
  const word = spec.words.findIndex((places) => places.includes(set));
  const places = spec.words[word] ?? [];
  return { word, shift: 16 * places.indexOf(set), alone: places.length === 1 };
}

// ---------------------------------------------------------------- conditions

export function printFormula(spot: Spot, formula: Formula): string {
  switch (formula.kind) {
    case "sure":
      return String(formula.holds);
    case "both":
      return conjunction(formula.parts.map((part) => printFormula(spot, part)));
    case "either":
      return disjunction(formula.parts.map((part) => printFormula(spot, part)));
    case "some":
      return `(${formula.parts.map((part) => `Number(${printFormula(spot, part)})`).join(" + ") || "0"} >= ${formula.n})`;
    default:
      return printLeaf(spot, formula);
  }
}

function printLeaf(spot: Spot, leaf: Leaf): string {
  const { writer, day, date } = spot;
  switch (leaf.kind) {
    case "compare":
      return printComparison(printTerm(spot, leaf.left), leaf.edge, printTerm(spot, leaf.right), leaf.truth);
    case "calendar":
      return `${writer.at(`q${leaf.place}`, day)} === ${Number(leaf.truth)}`;
    case "flag":
      return `${leaf.truth ? "" : "!"}hasFlagOn(r, p, l${leaf.place}, ${date})`;
    case "opened":
      return `${leaf.truth ? "" : "!"}${spot.opened(leaf.procedure, leaf.step)}`;
    case "passed":
      return "false";
  }
}

export function printTerm({ writer, suffix, day, start, date }: Spot, term: Term): Printed {
  const { at } = writer;
  switch (term.kind) {
    case "number": {
      const { n, d } = reduce(term);
      return { n: String(n), d: String(d), known: [] };
    }
    case "count":
      return { n: `n${term.set}_${term.window}${suffix}`, d: String(term.per), known: [`u${term.window}${suffix}`] };
    case "share": {
      const [n, d] = [term.set, term.possible].map((set) => `n${set}_${term.window}${suffix}`) as [string, string];
      return { n, d, known: [`u${term.window}${suffix}`, `${d} > 0`] };
    }
    case "run":
      return { n: runName(term, suffix), d: "1", known: [`u${term.window}${suffix}`] };
    case "occasions":
      return { n: `o${term.set}_${term.window}${suffix}`, d: "1", known: [`u${term.window}${suffix}`] };
    case "roll":
      return term.name === "year"
        ? { n: at("r.year", "p"), d: "1", known: [] }
        : { n: `ageOf(r, p, ${date})`, d: "1", known: [`${at("r.born", "p")} !== NO_DAY`] };
    case "figure": {
      const on = term.on === "start" ? start : day;
      const d = at(`e${term.place}`, on);
      return { n: at(`m${term.place}`, on), d, known: [`${d} > 0`] };
    }
  }
}

type Run = Extract<Term, { kind: "run" }>;

export function runName(run: Run, suffix: string): string {
  return `${run.which === "longest" ? "r" : "q"}${runPath(run)}${suffix}`;
}

/** The same for the longest run and the current one, which are told on one way along the days. */
export function runPath({ set, possible, unit, window }: Run): string {
  return `${set}_${possible}_${unit === "session" ? "s" : "d"}_${window}`;
}
