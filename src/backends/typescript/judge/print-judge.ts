// A judge plan → the text of two functions over ready figures: what holds, and what holds with everything it was decided on.

import type { ComparisonWords, VerdictWords } from "../../../runtime/verdict.ts";
import type { Formula } from "../batch/formula.ts";
import type { JudgedPart, JudgePlan } from "./plan-judge.ts";
import { printChoice, printFigures, printLadder } from "./print-choice.ts";

/** More judgements than this are not kept: each is made anew. */
const MOST_KEPT = 2 ** 14;

/** How many judgements a policy can come to, where they are few enough to be kept; undefined where they are made anew. */
export function judgementsKept(plan: JudgePlan): number | undefined {
  const all = answersOf(plan).reduce((product, { values }) => product * values.length, 1);
  return all <= MOST_KEPT ? all : undefined;
}

/**
 * The body of `(figures)`. A policy comes to few different judgements, and to make an object costs more than all of its comparisons:
 * `policyJudgements` holds those that were met, by what each answer is.
 */
export function printJudge(plan: JudgePlan): string {
  const answers = answersOf(plan);
  const entries = (value: (answer: Answer, place: number) => string): string =>
    answers.map((answer, place) => `${JSON.stringify(answer.name)}: ${value(answer, place)},`).join("\n");
  if (judgementsKept(plan) === undefined)
    return `${printFigures(plan)}
return {
${entries(({ formulas, values }) => printChoice(plan, formulas, values))}
};`;
  const places = answers.map(({ formulas, values }, place) => {
    const choice = printChoice(plan, formulas, Object.keys(values));
    return `const at${place} = ${choice};`;
  });
  const key =
    answers.reduceRight(
      (rest, { values }, place) => (rest === "" ? `at${place}` : `at${place} + ${values.length} * (${rest})`),
      "",
    ) || "0";
  return `${printFigures(plan)}
${places.join("\n")}
return (policyJudgements[${key}] ??= Object.freeze({
${entries(({ values }, place) => printLadder(values, (index) => `at${place} === ${index}`))}
}));`;
}

/** What a status or bands can come to, and when: the last where nothing else holds. */
interface Answer {
  readonly name: string;
  readonly formulas: readonly Formula[];
  readonly values: readonly string[];
}

function answersOf({ statuses, bands }: JudgePlan): readonly Answer[] {
  return [
    ...statuses.map(({ name, holds, fails }) => ({
      name,
      formulas: [holds, fails],
      values: ["true", "false", "undefined"],
    })),
    ...bands.map(({ name, rows }) => ({
      name,
      formulas: rows.map(({ holds }) => holds),
      values: [...rows.map((row) => JSON.stringify(row.name)), "undefined"],
    })),
  ];
}

/** The body of `(figures, words, known)`: `known` holds the verdicts met so far, so that one that was met before is only looked up. */
export function printJudgeWhy(plan: JudgePlan, typed: boolean): string {
  const statuses = plan.statuses.map(({ name, holds, fails, parts }, place) => {
    const answer = printChoice(plan, [holds, fails], HELD);
    const key = keyOf(parts.map((part) => printChoice(plan, [part.holds, part.fails], HELD)));
    return lookUp(name, place, `(${answer}) + 3 * (${key})`);
  });
  const bands = plan.bands.map(({ name, rows }, place) => {
    const places = [...rows.keys(), rows.length].map(String);
    const formulas = rows.map(({ holds }) => holds);
    return lookUp(name, plan.statuses.length + place, printChoice(plan, formulas, places));
  });
  const tables = [...statuses, ...bands].map((_each, place) => {
    const table = `known[${place}]`;
    return `const k${place} = ${typed ? `(${table} as KnownVerdicts[number])` : table};`;
  });
  return `${printFigures(plan)}
${tables.join("\n")}
${[...statuses, ...bands].map(({ key }) => key).join("\n")}
return {
${[...statuses, ...bands].map(({ entry }) => entry).join("\n")}
}${typed ? " as PolicyVerdicts" : ""};`;
}

/** As `meetVerdict` reads it: it holds, it fails, or it is not known. */
const HELD = ["1", "0", "2"];

/** What each comparison came to, as one number. */
function keyOf(answers: readonly string[]): string {
  return (
    answers.reduceRight((rest, answer) => (rest === "" ? `(${answer})` : `(${answer}) + 3 * (${rest})`), "") || "0"
  );
}

function lookUp(name: string, place: number, key: string): { readonly key: string; readonly entry: string } {
  return {
    key: `const at${place} = ${key};`,
    entry: `${JSON.stringify(name)}: k${place}[at${place}] ?? meetVerdict(words, known, ${place}, at${place}),`,
  };
}

// ---------------------------------------------------------------- verdicts

/** What `meetVerdict` makes verdicts of, by place. */
export function verdictWords({ statuses, bands }: JudgePlan): readonly VerdictWords[] {
  return [
    ...statuses.map(({ rule, clauses, parts }): VerdictWords => ({
      kind: "status",
      rule,
      clauses,
      parts: parts.map(wordsOf),
      rows: [],
    })),
    ...bands.map(({ rule, clauses, rows }): VerdictWords => ({
      kind: "bands",
      rule,
      clauses,
      parts: [],
      rows: rows.map((row) => ({
        title: row.name,
        rule: row.rule,
        clauses: row.clauses,
        parts: row.parts.map(wordsOf),
      })),
    })),
  ];
}

function wordsOf({ holds: _holds, fails: _fails, ...words }: JudgedPart): ComparisonWords {
  return words;
}
