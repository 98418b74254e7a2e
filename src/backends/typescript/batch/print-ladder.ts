// A ladder → the stretch of a packed decision that finds when it started, ended, and opened each step: the first day on which
// something is so, searched among the days that are not plain and the few others on which it may come true.

import type { Call } from "../../../ir/ir.ts";
import type { Window } from "../../../school/window.ts";
import type { BatchPlan } from "./batch-plan.ts";
import { leavesOf, termsOf } from "./formula.ts";
import type { Formula, Term } from "./formula.ts";
import { conjunction } from "./kernel-text.ts";
import type { Writer } from "./kernel-text.ts";
import { printCountsOf, printFormula, printPointers, printTotal, printWindows, windowsOf } from "./print-formula.ts";
import type { Spot } from "./print-formula.ts";
import type { Ladder, LadderStep, Search } from "./plan-ladder.ts";

export interface LadderText {
  readonly plan: BatchPlan;
  readonly writer: Writer;
  readonly ladder: Ladder;
  /** Its place among the ladders. */
  readonly place: number;
}

/** The day a step opened, by number; -1 while it has not. */
export function stepName(ladder: number, step: number): string {
  return `step${ladder}_${step}`;
}

/** Statements for pupil `p`, between its first and last day `a` and `b`. */
export function printLadder(text: LadderText): string {
  const { ladder, place } = text;
  const { starts, ends, startsAgain } = ladder;
  const steps = ladder.steps.map((step) => printStep(text, step));
  const find = (search: Search, into: string, from: string): string =>
    printSearch(text, search, { into, from, to: "hi", suffix: `_${place}${into}` });
  const begin = starts === undefined ? "start = lo <= hi ? lo : -1;" : find(starts, "start", "lo");
  const finish = ends === undefined ? "" : `if (start >= 0) {\n${find(ends, "over", "start")}\n}`;
  // What never ends cannot start again.
  const lives = startsAgain && starts !== undefined && ends !== undefined;
  const life = lives ? printLives(text, starts, begin, finish) : `${begin}\n${finish}`;
  const moment = starts === undefined ? "firsts" : "ends";
  const { at } = text.writer;
  return `${printSpan(text)}
let start = -1;
${ends === undefined ? "const" : "let"} over = -1;
${life}
const started = start < 0 ? NO_MOMENT : ${at(moment, "start")};
const top${place} = over < 0 ? hi : over - 1;
Ps${place}[p] = started;
Pe${place}[p] = over < 0 ? NO_MOMENT : ${at("ends", "over")};
${steps.join("\n")}`;
}

/** The days on which the newest instance is looked at: all of the pupil's, or those in the last period that has any. */
function printSpan({ ladder, writer }: LadderText): string {
  if (ladder.period === undefined) return "const lo = a;\nconst hi = b;";
  const { at } = writer;
  const [from, to] = [`pf${ladder.period}`, `pt${ladder.period}`];
  return `let lo = a;
let hi = b;
let span = ${from}.length - 1;
while (span >= 0 && ${at(from, "span")} > b) span--;
if (span < 0 || ${at(to, "span")} < a) hi = -1;
else {
if (${at(from, "span")} > lo) lo = ${at(from, "span")};
if (${at(to, "span")} < hi) hi = ${at(to, "span")};
}`;
}

/** One instance after another: it starts again when its condition, which has lapsed by the end or since, becomes true anew (S21, S22). */
function printLives(text: LadderText, starts: Search, begin: string, finish: string): string {
  const { place, writer } = text;
  const suffix = `_${place}lapse`;
  const lapse = printDays(text, starts.formula, {
    into: "lapse",
    from: "over",
    to: "hi",
    suffix,
    every: true,
    negated: true,
  });
  return `for (let from = lo; ; ) {
start = -1;
over = -1;
{
const lo = from;
${begin}
}
${finish}
if (over <= start) break;
let lapse = -1;
${lapse}
start = -1;
over = -1;
if (lapse < 0) break;
from = ${writer.as("lapse", "number")} + 1;
}`;
}

// ---------------------------------------------------------------- searches

interface Range {
  readonly into: string;
  readonly from: string;
  readonly to: string;
  readonly suffix: string;
}

function printSearch(text: LadderText, { formula, wakes }: Search, range: Range): string {
  const { windows, tests, figures, everyDay } = text.plan.spec.wakes[wakes] as BatchPlan["spec"]["wakes"][number];
  const quiet = !everyDay && windows.length + tests.length + figures.length === 0;
  const possible = printForecast(text, formula);
  const days = printDays(text, formula, { ...range, ...(quiet ? {} : everyDay ? { every: true } : { wakes }) });
  return possible === "true" ? days : `if (${possible}) {\n${days}\n}`;
}

/** What must be so for the condition to be true on any day at all: so many absences as it asks for have to be there. */
function printForecast({ plan, writer }: LadderText, formula: Formula): string {
  const parts = formula.kind === "both" ? formula.parts : [formula];
  return conjunction(
    parts.flatMap((part) => {
      if (part.kind !== "compare" || part.left.kind !== "count" || part.right.kind !== "number") return [];
      const { left, right, edge, truth } = part;
      const rising = (edge === "at-least" || edge === "from" || edge === "more-than" || edge === "above") && truth;
      if (!rising || left.per !== 1 || right.d !== 1 || plan.plainIn(plan.spec.sets[left.set] as number) !== "none")
        return [];
      return [`${printTotal(plan, writer, left.set)} >= ${right.n}`];
    }),
  );
}

interface Days extends Range {
  readonly every?: boolean;
  readonly wakes?: number;
  readonly negated?: boolean;
}

/** A window that begins with the period that the procedure lives on begins there on each of its days. */
function isOfThePeriod({ plan: { spec }, ladder }: LadderText, window: number): boolean {
  const { call, args } = spec.windows[window] as Call;
  const [asked] = args as readonly [Window];
  return (
    ladder.period !== undefined &&
    call === "fixed" &&
    asked.kind === "this" &&
    asked.period === spec.periods[ladder.period]
  );
}

/** The first day of a range on which the formula holds, or does not. */
function printDays(text: LadderText, formula: Formula, days: Days): string {
  const { plan, writer } = text;
  const { into, from, to, suffix, every = false, wakes, negated = false } = days;
  const { at } = writer;
  const day = `d${suffix}`;
  const seen = `i${suffix}`;
  const terms: readonly Term[] = termsOf(formula);
  const spot: Spot = {
    plan,
    writer,
    suffix,
    day,
    date: at("dates", day),
    end: `${day} + 1`,
    seen,
    start: "start",
    opened: () => "false",
  };
  const holds = printFormula(spot, formula);
  const fixed = windowsOf(terms).filter((window) => isOfThePeriod(text, window));
  const next = every
    ? [`if (++${day} > ${to}) break;`]
    : [
        `let next${suffix} = ${at("x", seen)};`,
        ...(wakes === undefined
          ? []
          : [
              `const wake${suffix} = ${at(`v${wakes}`, `${day} + 1`)};`,
              `if (wake${suffix} < next${suffix}) next${suffix} = wake${suffix};`,
            ]),
        `if (next${suffix} > ${to}) break;`,
        `${day} = next${suffix};`,
      ];
  return `let ${day} = ${from};
let ${seen} = 0;
${printPointers(spot, terms).join("\n")}
${printWindows(spot, fixed).join("\n")}
while (${at("x", seen)} < ${day}) ${seen}++;
if (${day} <= ${to}) for (;;) {
if (${at("x", seen)} === ${day}) ${seen}++;
${printWindows(
  spot,
  windowsOf(terms).filter((window) => !fixed.includes(window)),
).join("\n")}
${printCountsOf(spot, terms).join("\n")}
if (${negated ? `!(${holds})` : holds}) {
${into} = ${day};
break;
}
${next.join("\n")}
}`;
}

// ---------------------------------------------------------------- steps

function printStep(text: LadderText, step: LadderStep): string {
  const { ladder, place, writer } = text;
  const index = ladder.steps.indexOf(step);
  const name = stepName(place, index);
  const found = `found${index}`;
  const guard = step.guard === undefined ? "true" : printFormula(spotAt(text, found), step.guard);
  const opened = step.search === undefined ? "started" : writer.at("ends", found);
  const free = step.search === undefined ? found : `${found} + 1`;
  const target = `${place}_${index}`;
  const isAwaited = ladder.steps.some(({ after }) => after === step.name);
  const isRead = isStepRead(text, step);
  return `let ${found} = -1;
${isAwaited ? `let free${index} = -1;` : ""}
${printOpening(text, step, found)}
let moment${index} = NO_MOMENT;
${step.duties.length > 0 ? "let" : "const"} due${index} = NO_MOMENT;
if (${found} >= 0) {
if (${guard}) {
${isRead ? `${name} = ${found};` : ""}
moment${index} = ${opened};
${isAwaited && step.doneAtOnce ? `free${index} = ${free};` : ""}
${printDeadlines(text, step, index)}
}${isAwaited ? ` else free${index} = ${found};` : ""}
}
So${target}[p] = moment${index};
Sd${target}[p] = due${index};`;
}

/** Another step waits for it, or something hangs on whether it has opened. */
export function isStepRead({ ladder, plan }: Pick<LadderText, "ladder" | "plan">, { name }: LadderStep): boolean {
  const gates = ladder.steps.flatMap(({ search }) => search?.gates ?? []);
  return gates.some(({ step }) => step === name) || isAskedInTheEnd(plan, ladder.name, name);
}

function isAskedInTheEnd({ statuses, bands, measures }: BatchPlan, procedure: string, step: string): boolean {
  const formulas = [
    ...statuses.flatMap(({ holds, fails }) => [holds, fails]),
    ...bands.flatMap(({ rows }) => rows),
    ...measures.flatMap(({ ways }) => ways.map(({ when }) => when)),
  ];
  return formulas
    .flatMap(leavesOf)
    .some((leaf) => leaf.kind === "opened" && leaf.procedure === procedure && leaf.step === step);
}

/** The day on which it opens, or is passed over. */
function printOpening(text: LadderText, { search, after }: LadderStep, found: string): string {
  const { ladder, place, writer } = text;
  if (search === undefined) {
    // What is there from the morning on opens in the morning, though the day's end be its own.
    const early = `|| ${writer.at("firsts", "start")} < ${writer.at("ends", "start")}`;
    return `if (start >= 0 && (start <= top${place} ${ladder.starts === undefined ? early : ""})) ${found} = start;`;
  }
  const indexOf = (step: string): number => ladder.steps.findIndex(({ name }) => name === step);
  const [from, suffix] = [`from${found}`, `_${place}${found}`];
  const before = after === undefined ? "start" : `(start < 0 ? -1 : free${indexOf(after)})`;
  const gates = search.gates.map(({ step, passing }) => {
    const opening = stepName(place, indexOf(step));
    const gate = passing === undefined ? opening : `dayAfter(t, spec, ${passing}, ${opening})`;
    return `if (${from} >= 0) {
const gate = ${opening} < 0 ? -1 : ${gate};
${from} = gate < 0 ? -1 : gate > ${from} ? gate : ${from};
}`;
  });
  return `{
let ${from} = ${before};
${gates.join("\n")}
if (${from} >= 0 && ${from} <= top${place}) {
${printSearch(text, search, { into: found, from, to: `top${place}`, suffix })}
}
}`;
}

function printDeadlines(text: LadderText, step: LadderStep, index: number): string {
  return step.duties
    .map(({ place, guard }) => {
      const owed = printFormula(spotAt(text, `found${index}`), guard);
      const table = step.search === undefined && text.ladder.starts === undefined ? "uf" : "ue";
      const due = `{
const due = ${text.writer.at(`${table}${place}`, `found${index}`)};
if (due > due${index}) due${index} = due;
}`;
      return owed === "true" ? due : `if (${owed}) ${due}`;
    })
    .join("\n");
}

/** What the roll says on a school day. */
function spotAt({ plan, writer }: LadderText, day: string): Spot {
  const nowhere = { suffix: "", end: "", seen: "", start: "start", opened: () => "false" };
  return { plan, writer, day, date: writer.at("dates", day), ...nowhere };
}
