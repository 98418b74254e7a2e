// A batch plan → the text of one function that decides a whole packed register: no closure and no object made for any pupil, whole
// numbers only, and of each pupil's year only the days that are not plain.

import type { Call } from "../../../ir/ir.ts";
import type { BatchPlan } from "./batch-plan.ts";
import type { Formula, Term } from "./formula.ts";
import { termsOf } from "./formula.ts";
import { conjunction, makeWriter, printComparison, tidy } from "./kernel-text.ts";
import type { Writer } from "./kernel-text.ts";
import { isOfThePast, printCountsOf, printFormula, printTerm, runName, runPath, windowsOf } from "./print-formula.ts";
import type { Spot } from "./print-formula.ts";
import { rungsOf } from "./rungs.ts";
import { isStepRead, printLadder, stepName } from "./print-ladder.ts";

/** What the text names, all from the runtime. */
export const KERNEL_NAMES = ["hasFlagOn", "flagPlaces", "ageOf", "dayAfter", "NO_MOMENT", "NO_DAY", "BEYOND"] as const;

/** The body of `(job)`, which decides the pupils who keep the timing of the tables. */
export function printKernel(plan: BatchPlan, typed: boolean): string {
  const writer = makeWriter(typed);
  const { at } = writer;
  const parts = ladderParts(plan, writer);
  return tidy(`${printJob(["tables", "spec", "register", "outcome", "spans", "mine"])}
${printTables(plan, writer)}
${stepNames(plan)
  .map((name) => `let ${name} = -1;`)
  .join("\n")}
${parts.map((part) => printPart(part, typed)).join("\n")}
for (let p = 0; p < r.count; p++) {
if (${at("mine", "p")} === 0) continue;
const row = p * r.stride;
${printScan(plan, writer)}
const a = ${at("spans.first", "p")};
const b = ${at("spans.last", "p")};
${stepNames(plan)
  .map((name) => `${name} = -1;`)
  .join("\n")}
${parts.map(({ name, takes }) => `${name}(${takes.join(", ")});`).join("\n")}
${printStanding(plan, writer)}
}`);
}

/**
 * A function for each ladder: all in one, a whole school would be decided before they are compiled. What is read at the end of each
 * pupil stays where the tables are at hand; in a function, too, it would cost more from pupil to pupil than is saved once.
 */
interface LadderPart {
  readonly name: string;
  /** What it needs to know of the pupil. */
  readonly takes: readonly string[];
  /** Statements. */
  readonly body: string;
}

function ladderParts(plan: BatchPlan, writer: Writer): readonly LadderPart[] {
  return plan.ladders.map((ladder, place) => {
    const body = printLadder({ plan, writer, ladder, place });
    const takes = ["p", "a", "b", "count"].filter((each) => new RegExp(`(?<![.\\w$])${each}(?![\\w$])`).test(body));
    return { name: `decideLadder${place}`, takes, body };
  });
}

function printPart({ name, takes, body }: LadderPart, typed: boolean): string {
  const parameters = takes.map((each) => (typed ? `${each}: number` : each));
  return `function ${name}(${parameters.join(", ")})${typed ? ": void" : ""} {
${body}
}`;
}

const SHORT = {
  tables: "t",
  spec: "spec",
  register: "r",
  outcome: "o",
  spans: "spans",
  mine: "mine",
  pupil: "p",
} as const;

function printJob(parts: readonly (keyof typeof SHORT)[]): string {
  return parts.map((part) => `const ${SHORT[part]} = job.${part};`).join("\n");
}

/** The body of `(job)`: which groups with a register of their own a pupil is of, as bits. */
export function printTiming(plan: BatchPlan, typed: boolean): string {
  const spot: Spot = { ...asOfSpot(plan, makeWriter(typed)), date: "t.asOf" };
  const bits = plan.groups.map((group, place) => `(${printFormula(spot, group)} ? ${2 ** place} : 0)`);
  return tidy(`${printJob(["tables", "register", "pupil"])}
${printFlags(plan, plan.groups)}
return ${bits.length === 0 ? "0" : bits.join(" + ")};`);
}

function stepNames(plan: BatchPlan): readonly string[] {
  return plan.ladders.flatMap((ladder, place) =>
    ladder.steps.flatMap((step, index) => (isStepRead({ ladder, plan }, step) ? [stepName(place, index)] : [])),
  );
}

// ---------------------------------------------------------------- tables

/** Everything that is decided by a formula or comes out as a figure. */
function formulasOf({ ladders, statuses, bands, measures }: BatchPlan): readonly Formula[] {
  return [
    ...ladders.flatMap(({ starts, ends, steps }) => [
      ...[starts, ends].flatMap((search) => (search === undefined ? [] : [search.formula])),
      ...steps.flatMap(({ search, guard, duties }) => [
        ...(search === undefined ? [] : [search.formula]),
        ...(guard === undefined ? [] : [guard]),
        ...duties.map((duty) => duty.guard),
      ]),
    ]),
    ...statuses.flatMap(({ holds, fails }) => [holds, fails]),
    ...bands.flatMap(({ rows }) => rows),
    ...measures.flatMap(({ ways }) => ways.map(({ when }) => when)),
  ];
}

function printFlags({ spec }: BatchPlan, formulas: readonly Formula[]): string {
  const text = JSON.stringify(formulas);
  return spec.flags
    .map((names, place) =>
      text.includes(`{"kind":"flag","place":${place},`)
        ? `const l${place} = flagPlaces(r, ${JSON.stringify(names)});`
        : "",
    )
    .filter((line) => line !== "")
    .join("\n");
}

function printTables(plan: BatchPlan, writer: Writer): string {
  const { as } = writer;
  const { spec } = plan;
  const table = (name: string, from: string, type: string): string => `const ${name} = ${as(from, type)};`;
  const used = (lines: readonly string[]): string => lines.join("\n");
  return used([
    "const n = t.days;",
    "const x = t.scratch.days;",
    "const s = t.planned;",
    "const dates = t.dates;",
    "const firsts = t.firsts;",
    "const ends = t.ends;",
    "const slots = r.slots;",
    "const pairs = new Uint16Array(slots.buffer, slots.byteOffset, slots.length >> 1);",
    "const added = t.pairs;",
    `const plainPair = ${as("new Uint16Array(Uint8Array.of(t.plain[0], t.plain[1]).buffer)[0]", "number")};`,
    ...spec.marks.map((_set, place) => table(`T${place}`, `t.marks[${place}]`, "Uint8Array")),
    ...spec.sets.flatMap((set, place) =>
      plan.plainIn(set) === "some" ? [table(`h${place}`, `t.plainBefore[${place}]`, "Int32Array")] : [],
    ),
    ...spec.words.map((_sets, word) => table(`c${word}`, `t.scratch.sums[${word}]`, "Int32Array")),
    ...spec.windows.flatMap((_window, place) => [
      table(`F${place}`, `t.windows[${place}]`, "WindowTable"),
      `const f${place} = F${place}.from;`,
      `const g${place} = F${place}.to;`,
    ]),
    ...spec.tests.map((_test, place) => table(`q${place}`, `t.tests[${place}]`, "Uint8Array")),
    ...spec.figures.flatMap((_figure, place) => [
      table(`M${place}`, `t.figures[${place}]`, "FigureTable"),
      `const m${place} = M${place}.n;`,
      `const e${place} = M${place}.d;`,
    ]),
    ...spec.wakes.map((_wakes, place) => table(`v${place}`, `t.wakes[${place}]`, "Int32Array")),
    ...spec.periods.flatMap((_period, place) => [
      table(`Q${place}`, `t.periods[${place}]`, "PeriodTable"),
      `const pf${place} = Q${place}.from;`,
      `const pt${place} = Q${place}.to;`,
    ]),
    ...spec.duties.flatMap((_duty, place) => [
      table(`U${place}`, `t.dues[${place}]`, "DueTable"),
      `const ue${place} = U${place}.ends;`,
      `const uf${place} = U${place}.firsts;`,
    ]),
    printFlags(plan, formulasOf(plan)),
    ...printWindowsAsOf(plan, writer),
    ...printTargets(plan, as),
  ]);
}

/** The arrays that the answers go into. */
function printTargets(plan: BatchPlan, as: Writer["as"]): readonly string[] {
  const name = (text: string): string => JSON.stringify(text);
  return [
    ...plan.ladders.flatMap((ladder, place) => [
      `const P${place} = ${as(`o.procedures[${name(ladder.name)}]`, "PackedProcedure")};`,
      `const Ps${place} = P${place}.started;`,
      `const Pe${place} = P${place}.ended;`,
      ...ladder.steps.flatMap((step, index) => [
        `const S${place}_${index} = ${as(`P${place}.steps[${name(step.name)}]`, "PackedStep")};`,
        `const So${place}_${index} = S${place}_${index}.opened;`,
        `const Sd${place}_${index} = S${place}_${index}.due;`,
      ]),
    ]),
    ...plan.statuses.map(
      (status, place) => `const X${place} = ${as(`o.statuses[${name(status.name)}]`, "Uint8Array")};`,
    ),
    ...plan.bands.map((bands, place) => `const B${place} = ${as(`o.bands[${name(bands.name)}]`, "Int16Array")};`),
    ...plan.measures.flatMap((measure, place) => [
      `const N${place} = ${as(`o.measures[${name(measure.name)}]`, "PackedFigures")};`,
      `const Nn${place} = N${place}.n;`,
      `const Nd${place} = N${place}.d;`,
    ]),
  ];
}

// ---------------------------------------------------------------- one pupil's marks

/**
 * Lists the days that are not plain, without a branch, since nobody can foresee them; then how far the sets are from a plain year
 * up to each.
 */
function printScan(plan: BatchPlan, { at }: Writer): string {
  const { words, runs } = plan.spec;
  const width = words.length + runs.length;
  const paths = runPaths(plan);
  return `const base = row >> 1;
let count = 0;
for (let day = 0; day < n; day++) {
x[count] = day;
count += Number(${at("pairs", "base + day")} !== plainPair);
}
${words.map((_sets, word) => `let sum${word} = 0;`).join("\n")}
${paths.map(({ path, tells }) => `${tells.has("longest") ? `let r${path} = 0;\n` : ""}let q${path} = 0;\nlet last${path} = -2;`).join("\n")}
for (let i = 0; i < count; i++) {
const day = ${at("x", "i")};
const entry = ${width} * ${at("pairs", "base + day")};
${words.map((_sets, word) => `sum${word} += ${at("added", `entry + ${word}`)};\nc${word}[i + 1] = sum${word};`).join("\n")}
${paths.map((run) => printRunDay(run, at("added", `entry + ${words.length + run.place}`))).join("\n")}
}
${paths.map(printRunNow).join("\n")}
x[count] = BEYOND;`;
}

/** Only a run that reaches the day asked is still going: a plain day since has ended any other. */
function printRunNow({ path, tells }: RunPath): string {
  return tells.has("current") ? `if (last${path} !== n - 1) q${path} = 0;` : "";
}

type Run = Extract<Term, { kind: "run" }>;

/** Runs that are told as the days go by, each with its window. */
interface RunPath {
  readonly path: string;
  readonly place: number;
  readonly window: number;
  readonly tells: ReadonlySet<Run["which"]>;
}

function runPaths(plan: BatchPlan): readonly RunPath[] {
  const runs = standingTerms(plan).filter((term) => term.kind === "run");
  return [...Map.groupBy(runs, runPath)].flatMap(([path, [run, ...others]]) => {
    const place = run === undefined ? -1 : quickRun(plan, run);
    if (run === undefined || place < 0) return [];
    return [{ path, place, window: run.window, tells: new Set([run, ...others].map(({ which }) => which)) }];
  });
}

/** By place among the runs that plain days break; -1 for any other. */
function quickRun(plan: BatchPlan, { set, possible, unit, window }: Run): number {
  if (unit !== "school-day" || isOfThePast(plan, window)) return -1;
  return plan.spec.runs.findIndex((run) => run.set === set && run.possible === possible);
}

function printRunDay({ path, window, tells }: RunPath, kind: string): string {
  return `if (day >= w${window}) {
const kind = ${kind};
if (day !== last${path} + 1) q${path} = 0;
last${path} = day;
if (kind === 1) {
q${path}++;
${tells.has("longest") ? `if (q${path} > r${path}) r${path} = q${path};` : ""}
} else if (kind === 2) q${path} = 0;
}`;
}

// ---------------------------------------------------------------- as of the day asked

function asOfSpot(plan: BatchPlan, writer: Writer): Spot {
  return {
    plan,
    writer,
    suffix: "",
    day: "n",
    date: "t.asOf",
    end: "n",
    seen: "count",
    start: "n",
    opened: (procedure, step) => {
      const ladder = plan.ladders.findIndex(({ name }) => name === procedure);
      const index = plan.ladders[ladder]?.steps.findIndex(({ name }) => name === step) ?? -1;
      return index < 0 ? "false" : `(${stepName(ladder, index)} >= 0)`;
    },
  };
}

function standingTerms({ statuses, bands, measures }: BatchPlan): readonly Term[] {
  const formulas = [
    ...statuses.flatMap(({ holds, fails }) => [holds, fails]),
    ...bands.flatMap(({ rows }) => rows),
    ...measures.flatMap(({ ways }) => ways.map(({ when }) => when)),
  ];
  return [...formulas.flatMap(termsOf), ...measures.flatMap(({ ways }) => ways.map(({ term }) => term))];
}

/** Where windows begin and end as of the day asked is the same for everybody. */
function printWindowsAsOf(plan: BatchPlan, { at }: Writer): readonly string[] {
  return windowsOf(standingTerms(plan)).flatMap((window) => [
    `const u${window} = ${at(`f${window}`, "n")} >= 0;`,
    `const w${window} = u${window} ? ${at(`f${window}`, "n")} : 0;`,
    ...(isOfThePast(plan, window) ? [`const y${window} = u${window} ? ${at(`g${window}`, "n")} : 0;`] : []),
  ]);
}

function printStanding(plan: BatchPlan, writer: Writer): string {
  const spot = asOfSpot(plan, writer);
  const { statuses, bands, measures } = plan;
  const terms = standingTerms(plan);
  return `{
${windowsOf(terms)
  .map((window) => printPlace(plan, writer, window))
  .join("\n")}
${printCountsOf(spot, terms).join("\n")}
${printRuns(plan, writer, terms)}
${statuses.map(({ holds, fails }, place) => `X${place}[p] = ${printChoice(spot, [holds, fails], ["1", "0"], "2")};`).join("\n")}
${bands
  .map(({ rows }, place) => {
    const places = rows.map((_row, index) => String(index));
    return `B${place}[p] = ${printChoice(spot, rows, places, "-1")};`;
  })
  .join("\n")}
${measures.map(({ ways }, place) => printMeasure(spot, ways, place)).join("\n")}
}`;
}

/** How many days that are not plain lie before a window as of the day asked: looked for from the end that is nearer. */
function printPlace(plan: BatchPlan, { at }: Writer, window: number): string {
  const windowing = plan.spec.windows[window] as Call;
  const early = windowing.call === "fixed" && JSON.stringify(windowing.args[0]).includes("school-year");
  const seek = (name: string, bound: string): string =>
    early || isOfThePast(plan, window)
      ? `let ${name} = 0;\nwhile (${at("x", name)} < ${bound}) ${name}++;`
      : `let ${name} = count;\nwhile (${name} > 0 && ${at("x", `${name} - 1`)} >= ${bound}) ${name}--;`;
  const begin = seek(`k${window}`, `w${window}`);
  return isOfThePast(plan, window) ? `${begin}\n${seek(`z${window}`, `y${window}`)}` : begin;
}

/** What the first formula that holds stands for. */
function printChoice(spot: Spot, formulas: readonly Formula[], values: readonly string[], otherwise: string): string {
  const rungs = rungsOf(formulas, formulas.length);
  const choices = [...values, otherwise];
  if (rungs === undefined)
    return (
      formulas.map((formula, place) => `${printFormula(spot, formula)} ? ${choices[place]} : `).join("") + otherwise
    );
  const figure = printTerm(spot, rungs.term);
  const chain = rungs.rungs.map(({ from, choice }) => {
    if (from === undefined) return choices[choice] as string;
    const number = printTerm(spot, { kind: "number", ...from.number });
    const edge = from.included ? "at-least" : "above";
    return `${printComparison({ ...figure, known: [] }, edge, number, true)} ? ${choices[choice]} : `;
  });
  const line = chain.join("");
  return figure.known.length === 0 ? line : `${conjunction(figure.known)} ? (${line}) : ${choices[rungs.unknown]}`;
}

function printMeasure(spot: Spot, ways: BatchPlan["measures"][number]["ways"], place: number): string {
  const parts = ways.map(({ when, term }) => {
    const { n, d, known } =
      term.kind === "number" ? { n: String(term.n), d: String(term.d), known: [] } : printTerm(spot, term);
    const holds = [printFormula(spot, when), ...known].filter((condition) => condition !== "true");
    return `if (${holds.join(" && ") || "true"}) {
Nn${place}[p] = ${n};
Nd${place}[p] = ${d};
}`;
  });
  return [...parts, `{\nNn${place}[p] = 0;\nNd${place}[p] = 0;\n}`].join(" else ");
}

// ---------------------------------------------------------------- runs and occasions

/** Figures for which the marks are looked at one after another. */
function printRuns(plan: BatchPlan, writer: Writer, terms: readonly Term[]): string {
  const texts = new Map<string, string>();
  for (const term of terms) {
    if (term.kind === "run" && quickRun(plan, term) < 0) texts.set(runName(term, ""), printRun(plan, writer, term));
    if (term.kind === "occasions") texts.set(`o${term.set}_${term.window}`, printOccasions(plan, writer, term));
  }
  return [...texts.values()].join("\n");
}

/** Goes over the days that are not plain where plain days only break what is looked for, else over all. */
function printDays(quick: boolean, from: string, to: string, { at }: Writer, gap: string, body: string): string {
  const marks = `const morning = ${at("slots", "row + 2 * day")};\nconst afternoon = ${at("slots", "row + 2 * day + 1")};`;
  return quick
    ? `for (let i = 0, before = -2; i < until; i++) {
const day = ${at("x", "i")};
if (day !== before + 1) ${gap}
before = day;
${marks}
${body}
}`
    : `for (let day = ${from}; day < ${to}; day++) {
${marks}
${body}
}`;
}

function boundsOf(plan: BatchPlan, window: number): { readonly until: string; readonly end: string } {
  const past = isOfThePast(plan, window);
  return { until: past ? `z${window}` : "count", end: past ? `y${window}` : "n" };
}

function printRun(plan: BatchPlan, writer: Writer, term: Run): string {
  const { at } = writer;
  const name = runName(term, "");
  const { end } = boundsOf(plan, term.window);
  const held = (half: string): string => at(`T${term.set}`, half);
  const asked = (half: string): string => `(${at(`T${term.possible}`, half)} | ${held(half)})`;
  const step = (condition: string, holds: string): string => `if (${condition}) {
run = ${holds} ? run + 1 : 0;
${term.which === "longest" ? `if (run > ${name}) ${name} = run;` : `${name} = run;`}
}`;
  const body =
    term.unit === "session"
      ? ["morning", "afternoon"].map((half) => step(`${asked(half)} === 1`, `${held(half)} === 1`)).join("\n")
      : `const asked = ${asked("morning")} + ${asked("afternoon")};
${step("asked > 0", `${held("morning")} + ${held("afternoon")} === asked`)}`;
  return `let ${name} = 0;
{
let run = 0;
${printDays(false, `w${term.window}`, end, writer, "", body)}
}`;
}

/** An absence belongs to the window in which it begins, though it be looked for from the first day on. */
function printOccasions(plan: BatchPlan, writer: Writer, term: Extract<Term, { kind: "occasions" }>): string {
  const { at } = writer;
  const name = `o${term.set}_${term.window}`;
  const quick = plan.plainIn(plan.spec.marks[term.set] as number) === "none" && plan.plainBreaks;
  const { until, end } = boundsOf(plan, term.window);
  const body = ["morning", "afternoon"]
    .map(
      (half) => `if (${at(`T${term.set}`, half)} === 1) {
if (!open && day >= w${term.window}) ${name}++;
open = true;
} else if (${at("t.breaks", half)} === 1) open = false;`,
    )
    .join("\n");
  return `let ${name} = 0;
{
const until = ${until};
let open = false;
${printDays(quick, "0", end, writer, "open = false;", body)}
}`;
}
