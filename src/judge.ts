// The thresholds of a policy → functions over ready figures, made and run on the spot: what a compiled module holds as text, for those
// who have the policy itself at hand.

import { planJudge } from "./backends/typescript/judge/plan-judge.ts";
import type { JudgedFigure, NotJudged } from "./backends/typescript/judge/plan-judge.ts";
import { printJudge, printJudgeWhy, verdictWords } from "./backends/typescript/judge/print-judge.ts";
import type { Model } from "./checker/model.ts";
import { meetVerdict, wholeFigure } from "./runtime/verdict.ts";
import type { KnownVerdicts, Verdict } from "./runtime/verdict.ts";
import type { Ratio } from "./units/ratio.ts";

/** By name of a measure: a whole number or a share, as the policy has it; undefined where it is not known. */
export type ReadyFigures = Readonly<Record<string, number | Ratio | undefined>>;

export interface Judge {
  /** By name of a status or bands: whether it holds, or the row that applies. */
  readonly judge: (figures: ReadyFigures) => Readonly<Record<string, boolean | string | undefined>>;
  readonly judgeWhy: (figures: ReadyFigures) => Readonly<Record<string, Verdict<boolean | string | undefined>>>;
  /** What it reads. */
  readonly figures: readonly JudgedFigure[];
  /** The statuses and bands that ready figures do not decide. */
  readonly beyond: readonly NotJudged[];
}

export function makeJudge(model: Model): Judge {
  const plan = planJudge(model);
  const words = verdictWords(plan);
  const known: KnownVerdicts = words.map(() => []);
  const make = (body: string): unknown =>
    (
      new Function(
        "wholeFigure",
        "meetVerdict",
        "words",
        "known",
        `"use strict";\nreturn function (figures) {\n${body}\n};`,
      ) as (...values: unknown[]) => unknown
    )(wholeFigure, meetVerdict, words, known);
  return {
    judge: make(printJudge(plan)) as Judge["judge"],
    judgeWhy: make(printJudgeWhy(plan, false)) as Judge["judgeWhy"],
    figures: plan.figures,
    beyond: plan.beyond,
  };
}
