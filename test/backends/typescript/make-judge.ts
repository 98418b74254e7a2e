// The thresholds of a policy → functions over ready figures, made and run on the spot, as make-decide-all.ts does for registers.

import { planJudge } from "../../../src/backends/typescript/judge/plan-judge.ts";
import type { JudgedFigure, NotJudged } from "../../../src/backends/typescript/judge/plan-judge.ts";
import {
  judgementsKept,
  printJudge,
  printJudgeWhy,
  verdictWords,
} from "../../../src/backends/typescript/judge/print-judge.ts";
import type { Model } from "../../../src/checker/model.ts";
import { meetVerdict, wholeFigure } from "../../../src/runtime/verdict.ts";
import type { KnownVerdicts, Verdict } from "../../../src/runtime/verdict.ts";
import type { Ratio } from "../../../src/units/ratio.ts";

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
  const judgements: unknown[] = Array.from({ length: judgementsKept(plan) ?? 0 });
  const make = (body: string): unknown => {
    const text = `"use strict";\nreturn function (figures) {\n${body}\n};`;
    // oxlint-disable-next-line typescript/no-implied-eval -- the very text that a module holds, written by the backend under test
    const maker = new Function("wholeFigure", "meetVerdict", "words", "known", "policyJudgements", text) as (
      ...values: unknown[]
    ) => unknown;
    return maker(wholeFigure, meetVerdict, words, known, judgements);
  };
  return {
    judge: make(printJudge(plan)) as Judge["judge"],
    judgeWhy: make(printJudgeWhy(plan, false)) as Judge["judgeWhy"],
    figures: plan.figures,
    beyond: plan.beyond,
  };
}
