// A judge plan → the text of two functions over ready figures: what holds, and what holds with everything it was decided on.

import type { ComparisonWords, VerdictWords } from "../../../runtime/verdict.ts";
import type { Formula, Term } from "../batch/formula.ts";
import { conjunction, disjunction, printComparison, reduce } from "../batch/kernel-text.ts";
import type { Printed } from "../batch/kernel-text.ts";
import { rungsOf } from "../batch/rungs.ts";
import type { JudgedPart, JudgePlan } from "./plan-judge.ts";

/** The body of `(figures)`. */
export function printJudge(plan: JudgePlan): string {
  const statuses = plan.statuses.map(
    ({ name, holds, fails }) =>
      `${JSON.stringify(name)}: ${printChoice(plan, [holds, fails], ["true", "false"], "undefined")},`,
  );
  const bands = plan.bands.map(({ name, rows }) => {
    const titles = rows.map((row) => JSON.stringify(row.name));
    return `${JSON.stringify(name)}: ${printChoice(
      plan,
      rows.map(({ holds }) => holds),
      titles,
      "undefined",
    )},`;
  });
  return `${printFigures(plan)}
return {
${[...statuses, ...bands].join("\n")}
};`;
}

/** The body of `(figures, words, known)`: `known` holds the verdicts met so far, so that one that was met before is only looked up. */
export function printJudgeWhy(plan: JudgePlan, typed: boolean): string {
  const statuses = plan.statuses.map(({ name, holds, fails, parts }, place) => {
    const answer = printChoice(plan, [holds, fails], ["1", "0"], "2");
    const key = keyOf(parts.map((part) => printChoice(plan, [part.holds, part.fails], ["1", "0"], "2")));
    return lookUp(name, place, `(${answer}) + 3 * (${key})`);
  });
  const bands = plan.bands.map(({ name, rows }, place) => {
    const places = rows.map((_row, index) => String(index));
    return lookUp(
      name,
      plan.statuses.length + place,
      printChoice(
        plan,
        rows.map(({ holds }) => holds),
        places,
        String(rows.length),
      ),
    );
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

// ---------------------------------------------------------------- figures

function printFigures({ figures }: JudgePlan): string {
  return figures
    .map(({ name, kind }, place) => {
      const given = `const g${place} = figures[${JSON.stringify(name)}];`;
      const check = (part: string): string => `wholeFigure(${part}, ${JSON.stringify(name)})`;
      return kind === "whole"
        ? `${given}\nconst u${place} = g${place} !== undefined, n${place} = g${place} === undefined ? 0 : ${check(`g${place}`)};`
        : `${given}
const n${place} = g${place} === undefined ? 0 : ${check(`g${place}.n`)}, d${place} = g${place} === undefined ? 0 : ${check(`g${place}.d`)};`;
    })
    .join("\n");
}

function printTerm({ figures }: JudgePlan, term: Term): Printed {
  if (term.kind === "number") {
    const { n, d } = reduce(term);
    return { n: String(n), d: String(d), known: [] };
  }
  const place = term.kind === "figure" ? term.place : 0;
  return figures[place]?.kind === "whole"
    ? { n: `n${place}`, d: "1", known: [`u${place}`] }
    : { n: `n${place}`, d: `d${place}`, known: [`d${place} > 0`] };
}

// ---------------------------------------------------------------- conditions

function printChoice(
  plan: JudgePlan,
  formulas: readonly Formula[],
  values: readonly string[],
  otherwise: string,
): string {
  const choices = [...values, otherwise];
  const rungs = rungsOf(formulas, formulas.length);
  if (rungs === undefined)
    return (
      formulas.map((formula, place) => `${printFormula(plan, formula)} ? ${choices[place]} : `).join("") + otherwise
    );
  const figure = printTerm(plan, rungs.term);
  const line = rungs.rungs
    .map(({ from, choice }) => {
      if (from === undefined) return choices[choice] as string;
      const number = printTerm(plan, { kind: "number", ...from.number });
      const edge = from.included ? "at-least" : "above";
      return `${printComparison({ ...figure, known: [] }, edge, number, true)} ? ${choices[choice]} : `;
    })
    .join("");
  return figure.known.length === 0 ? line : `${conjunction(figure.known)} ? (${line}) : ${choices[rungs.unknown]}`;
}

function printFormula(plan: JudgePlan, formula: Formula): string {
  switch (formula.kind) {
    case "sure":
      return String(formula.holds);
    case "both":
      return conjunction(formula.parts.map((part) => printFormula(plan, part)));
    case "either":
      return disjunction(formula.parts.map((part) => printFormula(plan, part)));
    case "some":
      return `(${formula.parts.map((part) => `Number(${printFormula(plan, part)})`).join(" + ") || "0"} >= ${formula.n})`;
    case "compare":
      return printComparison(
        printTerm(plan, formula.left),
        formula.edge,
        printTerm(plan, formula.right),
        formula.truth,
      );
    case "calendar":
    case "flag":
    case "opened":
    case "passed":
      return "false";
  }
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
