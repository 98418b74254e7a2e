// A batch plan → the text of one function that decides a whole packed register: no closure and no object for any pupil, whole
// numbers only, and of each pupil's year only the days that are not plain.

import type { BatchPlan } from "./batch-plan.ts";
import type { Formula, Term } from "./formula.ts";
import { termsOf } from "./formula.ts";
import { makeWriter } from "./kernel-text.ts";
import type { Writer } from "./kernel-text.ts";
import { isOfThePast, printCounts, printFormula, printPointers, printTerm, runName } from "./print-formula.ts";
import type { Spot } from "./print-formula.ts";
import { printLadder, stepName } from "./print-ladder.ts";

/** What the text names, all from the runtime. */
export const KERNEL_NAMES = [
  "hasFlagOn",
  "flagPlaces",
  "ageOf",
  "deadlineOf",
  "dayAfter",
  "NO_MOMENT",
  "NO_DAY",
  "BEYOND",
] as const;

/** The body of `(t, spec, r, o, spans, mine)`: `mine` is 1 for the pupils who keep the timing of the tables. */
export function printKernel(plan: BatchPlan, typed: boolean): string {
  const writer = makeWriter(typed);
  const { at } = writer;
  const counted = countedSets(plan);
  return `${printTables(plan, writer, counted)}
for (let p = 0; p < r.count; p++) {
if (${at("mine", "p")} === 0) continue;
const row = p * r.stride;
${printScan(writer, counted)}
const a = ${at("spans.first", "p")}, b = ${at("spans.last", "p")};
${stepNames(plan)
  .map((name) => `let ${name} = -1;`)
  .join("\n")}
${plan.ladders.map((ladder, place) => printLadder({ plan, writer, ladder, place })).join("\n")}
${printStanding(plan, writer)}
}`;
}

/** The body of `(t, spec, r, p)`: which groups with a register of their own a pupil is of, as bits. */
export function printTiming(plan: BatchPlan, typed: boolean): string {
  const spot: Spot = { ...asOfSpot(plan, makeWriter(typed)), date: "t.asOf" };
  const bits = plan.groups.map((group, place) => `(${printFormula(spot, group)} ? ${2 ** place} : 0)`);
  return `${printFlags(plan, plan.groups)}
return ${bits.length === 0 ? "0" : bits.join(" + ")};`;
}

function stepNames({ ladders }: BatchPlan): readonly string[] {
  return ladders.flatMap(({ steps }, ladder) => steps.map((_step, step) => stepName(ladder, step)));
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
        ...(duties ?? []).map((duty) => duty.guard),
      ]),
    ]),
    ...statuses.flatMap(({ holds, fails }) => [holds, fails]),
    ...bands.flatMap(({ rows }) => rows),
    ...measures.flatMap(({ ways }) => ways.map(({ when }) => when)),
  ];
}

function allTerms(plan: BatchPlan): readonly Term[] {
  return [...formulasOf(plan).flatMap(termsOf), ...plan.measures.flatMap(({ ways }) => ways.map(({ term }) => term))];
}

/** Sets whose sums are kept; runs and occasions look at the marks themselves. */
function countedSets(plan: BatchPlan): readonly number[] {
  const sets = allTerms(plan).flatMap((term) =>
    term.kind === "count" ? [term.set] : term.kind === "share" ? [term.set, term.possible] : [],
  );
  return [...new Set(sets)].toSorted((a, b) => a - b);
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

function printTables(plan: BatchPlan, { as }: Writer, counted: readonly number[]): string {
  const { spec } = plan;
  const table = (name: string, from: string, type: string): string => `const ${name} = ${as(from, type)};`;
  const used = (lines: readonly string[]): string => lines.join("\n");
  return used([
    "const n = t.days, x = t.scratch.days, s = t.planned, dates = t.dates, firsts = t.firsts, ends = t.ends;",
    "const slots = r.slots, pairs = new Uint16Array(slots.buffer, slots.byteOffset, slots.length >> 1);",
    "const words = new Uint32Array(slots.buffer, slots.byteOffset, slots.length >> 2), wordCount = (n + 1) >> 1;",
    "const usual = Uint8Array.of(t.plain[0], t.plain[1], t.plain[0], t.plain[1]);",
    `const plainPair = ${as("new Uint16Array(usual.buffer)[0]", "number")}, plainWord = ${as("new Uint32Array(usual.buffer)[0]", "number")};`,
    ...spec.sets.map((_set, place) => table(`T${place}`, `t.sets[${place}]`, "SetTable")),
    ...counted.flatMap((set) => [
      `const a${set} = T${set}.morning, b${set} = T${set}.afternoon;`,
      table(`c${set}`, `t.scratch.sums[${set}]`, "Int32Array"),
      ...(plan.plainIn(spec.sets[set] as number) === "some" ? [`const h${set} = T${set}.plainBefore;`] : []),
    ]),
    ...spec.windows.flatMap((_window, place) => [
      table(`F${place}`, `t.windows[${place}]`, "WindowTable"),
      `const f${place} = F${place}.from, g${place} = F${place}.to;`,
    ]),
    ...spec.tests.map((_test, place) => table(`q${place}`, `t.tests[${place}]`, "Uint8Array")),
    ...spec.figures.flatMap((_figure, place) => [
      table(`M${place}`, `t.figures[${place}]`, "FigureTable"),
      `const m${place} = M${place}.n, e${place} = M${place}.d;`,
    ]),
    ...spec.wakes.map((_wakes, place) => table(`v${place}`, `t.wakes[${place}]`, "Int32Array")),
    ...spec.periods.flatMap((_period, place) => [
      table(`Q${place}`, `t.periods[${place}]`, "PeriodTable"),
      `const pf${place} = Q${place}.from, pt${place} = Q${place}.to;`,
    ]),
    printFlags(plan, formulasOf(plan)),
    ...printTargets(plan, as),
  ]);
}

/** The arrays that the answers go into. */
function printTargets(plan: BatchPlan, as: Writer["as"]): readonly string[] {
  const name = (text: string): string => JSON.stringify(text);
  return [
    ...plan.ladders.flatMap((ladder, place) => [
      `const P${place} = ${as(`o.procedures[${name(ladder.name)}]`, "PackedProcedure")};`,
      ...ladder.steps.map(
        (step, index) => `const S${place}_${index} = ${as(`P${place}.steps[${name(step.name)}]`, "PackedStep")};`,
      ),
    ]),
    ...plan.statuses.map(
      (status, place) => `const X${place} = ${as(`o.statuses[${name(status.name)}]`, "Uint8Array")};`,
    ),
    ...plan.bands.map((bands, place) => `const B${place} = ${as(`o.bands[${name(bands.name)}]`, "Int16Array")};`),
    ...plan.measures.map(
      (measure, place) => `const N${place} = ${as(`o.measures[${name(measure.name)}]`, "PackedFigures")};`,
    ),
  ];
}

// ---------------------------------------------------------------- one pupil's marks

/** Lists the days that are not plain, and what the sets differ by up to each from a year that is. */
function printScan({ at }: Writer, counted: readonly number[]): string {
  const sums = counted.map((set) => `let sum${set} = 0;`).join("\n");
  const day = (index: string): string => `const at${index} = row + 4 * i + ${Number(index) * 2};
if (${at("pairs", `at${index} >> 1`)} !== plainPair) {
const morning = ${at("slots", `at${index}`)}, afternoon = ${at("slots", `at${index} + 1`)};
x[count] = 2 * i + ${index};
count++;
${counted.map((set) => `sum${set} += ${at(`a${set}`, "morning")} + ${at(`b${set}`, "afternoon")};\nc${set}[count] = sum${set};`).join("\n")}
}`;
  return `let count = 0;
${sums}
for (let i = 0, word = row >> 2; i < wordCount; i++, word++) {
if (${at("words", "word")} === plainWord) continue;
${day("0")}
${day("1")}
}
if (count > 0 && ${at("x", "count - 1")} >= n) count--;
x[count] = BEYOND;`;
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

function printStanding(plan: BatchPlan, writer: Writer): string {
  const spot = asOfSpot(plan, writer);
  const { statuses, bands, measures } = plan;
  const formulas = [
    ...statuses.flatMap(({ holds, fails }) => [holds, fails]),
    ...bands.flatMap(({ rows }) => rows),
    ...measures.flatMap(({ ways }) => ways.map(({ when }) => when)),
  ];
  const terms = [...formulas.flatMap(termsOf), ...measures.flatMap(({ ways }) => ways.map(({ term }) => term))];
  return `{
${printPointers(spot, terms).join("\n")}
${printCounts(spot, terms).join("\n")}
${printRuns(plan, writer, terms)}
${statuses
  .map(
    ({ holds, fails }, place) =>
      `X${place}[p] = ${printFormula(spot, holds)} ? 1 : ${printFormula(spot, fails)} ? 0 : 2;`,
  )
  .join("\n")}
${bands
  .map(
    ({ rows }, place) =>
      `B${place}[p] = ${rows.map((row, index) => `${printFormula(spot, row)} ? ${index} : `).join("")}-1;`,
  )
  .join("\n")}
${measures.map(({ ways }, place) => printMeasure(spot, ways, place)).join("\n")}
}`;
}

function printMeasure(spot: Spot, ways: BatchPlan["measures"][number]["ways"], place: number): string {
  const parts = ways.map(({ when, term }) => {
    const { n, d, known } =
      term.kind === "number" ? { n: String(term.n), d: String(term.d), known: [] } : printTerm(spot, term);
    const holds = [printFormula(spot, when), ...known].filter((condition) => condition !== "true");
    return `if (${holds.join(" && ") || "true"}) {
N${place}.n[p] = ${n};
N${place}.d[p] = ${d};
}`;
  });
  return [...parts, `{\nN${place}.n[p] = 0;\nN${place}.d[p] = 0;\n}`].join(" else ");
}

// ---------------------------------------------------------------- runs and occasions

/** Figures for which the marks are looked at one after another. */
function printRuns(plan: BatchPlan, writer: Writer, terms: readonly Term[]): string {
  const texts = new Map<string, string>();
  for (const term of terms) {
    if (term.kind === "run") texts.set(runName(term, ""), printRun(plan, writer, term));
    if (term.kind === "occasions") texts.set(`o${term.set}_${term.window}`, printOccasions(plan, writer, term));
  }
  return [...texts.values()].join("\n");
}

/** Goes over the days that are not plain where plain days only break what is looked for, else over all. */
function printDays(quick: boolean, from: string, to: string, { at }: Writer, gap: string, body: string): string {
  const marks = `const morning = ${at("slots", "row + 2 * day")}, afternoon = ${at("slots", "row + 2 * day + 1")};`;
  return quick
    ? `for (let i = ${from === "0" ? "0" : "from"}, before = -2; i < until; i++) {
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

function boundsOf(
  plan: BatchPlan,
  window: number,
): { readonly from: string; readonly until: string; readonly end: string } {
  const past = isOfThePast(plan, window);
  return { from: `k${window}`, until: past ? `z${window}` : "count", end: past ? `y${window}` : "n" };
}

function printRun(plan: BatchPlan, writer: Writer, term: Extract<Term, { kind: "run" }>): string {
  const { at } = writer;
  const name = runName(term, "");
  const [set, possible] = [plan.spec.sets[term.set] as number, plan.spec.sets[term.possible] as number];
  const quick = plan.plainIn(set) === "none" && plan.plainIn(possible) === "all";
  const { from, until, end } = boundsOf(plan, term.window);
  const held = (half: string): string => at(`T${term.set}.members`, half);
  const asked = (half: string): string => `(${at(`T${term.possible}.members`, half)} | ${held(half)})`;
  const step = (condition: string, holds: string): string => `if (${condition}) {
run = ${holds} ? run + 1 : 0;
if (run > ${name}) ${name} = run;
}`;
  const body =
    term.unit === "session"
      ? ["morning", "afternoon"].map((half) => step(`${asked(half)} === 1`, `${held(half)} === 1`)).join("\n")
      : `const asked = ${asked("morning")} + ${asked("afternoon")};
${step("asked > 0", `${held("morning")} + ${held("afternoon")} === asked`)}`;
  return `let ${name} = 0;
{
const from = ${from}, until = ${until};
let run = 0;
${printDays(quick, quick ? "from" : `w${term.window}`, end, writer, "run = 0;", body)}
}`;
}

/** An absence belongs to the window in which it begins, though it be looked for from the first day on. */
function printOccasions(plan: BatchPlan, writer: Writer, term: Extract<Term, { kind: "occasions" }>): string {
  const { at } = writer;
  const name = `o${term.set}_${term.window}`;
  const quick = plan.plainIn(plan.spec.sets[term.set] as number) === "none" && plan.plainBreaks;
  const { until, end } = boundsOf(plan, term.window);
  const body = ["morning", "afternoon"]
    .map(
      (half) => `if (${at(`T${term.set}.members`, half)} === 1) {
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
