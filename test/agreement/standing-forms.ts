// What else says what holds of a pupil: the explanation of each status, and the thresholds of a policy over figures that were counted
// beforehand. Each gives the interpreter's outcome with its own answers in it, so that a difference shows where it stands.

import { openCase } from "../../src/explain/case.ts";
import { explainBand, explainQuestion, explainStatus } from "../../src/explain/why-standing.ts";
import { explainObligation } from "../../src/explain/why.ts";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import type { Outcome } from "../../src/runtime/outcome.ts";
import type { Figure } from "../../src/runtime/program.ts";
import { LARGEST_FIGURE } from "../../src/runtime/verdict.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { makeJudge } from "../backends/typescript/make-judge.ts";
import type { ReadyFigures } from "../backends/typescript/make-judge.ts";
import type { Form } from "./forms.ts";

/** Every explanation there is of an outcome: of a status what its condition is traced to, of an obligation that it has a sentence. */
export const explained: Form = {
  kind: "pupil",
  name: "explanations",
  every: 7,
  open:
    async ({ ready, model }) =>
    (calendar) => {
      const world = makeWorld(ready.program, calendar);
      return (record, asOf) => {
        const opened = openCase({ ...ready, model }, world, record, asOf);
        const { outcome } = opened;
        const statuses = outcome.statuses.map(({ name, holds }) => {
          const trace = explainStatus(opened, name)?.trace;
          return { name, holds: trace === undefined ? holds : trace.holds };
        });
        const bands = outcome.bands.map(({ name, row }) => ({
          name,
          row: row === undefined || explainBand(opened, name) === undefined ? undefined : row,
        }));
        const obligations = outcome.obligations.filter((each) =>
          explainObligation(opened, each).sentence.endsWith("."),
        );
        const questions = outcome.questions.filter((each) => explainQuestion(opened, each) !== undefined);
        return { ...outcome, statuses, bands, obligations, questions };
      };
    },
};

/** The thresholds, over the figures that the interpreter counted; where one of these is no figure it has nothing to say. */
export const judged: Form = {
  kind: "pupil",
  name: "judge",
  every: 9,
  open: async ({ ready, model }) => {
    const { judge, figures } = makeJudge(model);
    return (calendar) => {
      const world = makeWorld(ready.program, calendar);
      return (record, asOf) => {
        const outcome = evaluatePupil(world, record, asOf);
        const counted = figuresFrom(
          outcome,
          figures.map(({ name }) => name),
        );
        if (counted === undefined) return undefined;
        const said = judge(counted);
        const told = <T>(name: string, otherwise: T): T => (name in said ? (said[name] as T) : otherwise);
        return {
          ...outcome,
          statuses: outcome.statuses.map(({ name, holds }) => ({ name, holds: told(name, holds) })),
          bands: outcome.bands.map(({ name, row }) => ({ name, row: told(name, row) })),
        };
      };
    };
  },
};

function figuresFrom({ measures }: Outcome, names: readonly string[]): ReadyFigures | undefined {
  const wanted = names.map((name) => [name, measures.find((measure) => measure.name === name)?.value] as const);
  return wanted.every(([, value]) => isFigure(value)) ? (Object.fromEntries(wanted) as ReadyFigures) : undefined;
}

function isFigure(value: Figure | undefined): boolean {
  const parts = value === undefined ? [] : typeof value === "object" ? [value.n, value.d] : [value];
  return parts.every((part) => typeof part === "number" && part >= 0 && part <= LARGEST_FIGURE);
}
