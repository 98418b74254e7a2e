// The formulas of a judge plan → expressions over its ready figures.

import type { Formula, Term } from "../batch/formula.ts";
import { conjunction, disjunction, printComparison, reduce } from "../batch/kernel-text.ts";
import type { Printed } from "../batch/kernel-text.ts";
import { rungsOf } from "../batch/rungs.ts";
import type { JudgePlan } from "./plan-judge.ts";

/** Each figure that is known, whole and not too large; nought stands for what is not known. */
export function printFigures({ figures }: JudgePlan): string {
  return figures
    .map(({ name, kind }, place) => {
      const given = `const g${place} = figures[${JSON.stringify(name)}];`;
      const check = (value: string, part = ""): string => `wholeFigure(${value}, ${JSON.stringify(`${name}${part}`)})`;
      return kind === "whole"
        ? `${given}\nconst u${place} = g${place} !== undefined, n${place} = g${place} === undefined ? 0 : ${check(`g${place}`)};`
        : `${given}
const n${place} = g${place} === undefined ? 0 : ${check(`g${place}?.n`, ".n")}, d${place} = g${place} === undefined ? 0 : ${check(`g${place}?.d`, ".d")};`;
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

/** The value of the first formula that holds; one value more stands for none of them. */
export function printChoice(plan: JudgePlan, formulas: readonly Formula[], choices: readonly string[]): string {
  const rungs = rungsOf(formulas, formulas.length);
  if (rungs === undefined) return printLadder(choices, (place) => printFormula(plan, formulas[place] as Formula));
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

/** Every value but the last when its test holds. */
export function printLadder(choices: readonly string[], test: (place: number) => string): string {
  return choices
    .map((choice, place) => (place === choices.length - 1 ? choice : `${test(place)} ? ${choice} : `))
    .join("");
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
