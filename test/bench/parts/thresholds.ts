// The threshold part alone, over facts that somebody else has counted: rule engines beside what a policy is compiled to. Nothing is
// timed whose every answer was not found equal first.

import { makeRandom } from "../../../src/data/random.ts";
import { makeJudge } from "../../backends/typescript/make-judge.ts";
import type { Judge, ReadyFigures } from "../../backends/typescript/make-judge.ts";
import { openDecision } from "../decision/decision.ts";
import { race, raceOf } from "../race.ts";
import { atLeast, atMost, eachOf, fastest } from "../report.ts";
import type { Report } from "../report.ts";
import { ruleEngines } from "../thresholds/engines.ts";
import { decideByHand, maskOf } from "../thresholds/rules.ts";
import type { Facts } from "../thresholds/rules.ts";

/** Figures of so many pupils, each asked about in turn: no branch is learnt by heart. */
const PUPILS = 1000;

export interface Figures {
  readonly attended: number;
  readonly possible: number;
  readonly facts: Facts;
}

export function figuresOf(seed: number, pupils: number): readonly Figures[] {
  return Array.from({ length: pupils }, (_, pupil) => {
    const random = makeRandom(seed, pupil);
    const possible = random.between(300, 380);
    const missed = Math.floor(possible * (random.below(2) === 0 ? random.below(12) : random.below(55)) * 0.01);
    const attended = possible - Math.min(possible, missed + random.below(4));
    const unauth = Math.min(possible - attended, random.below(16));
    const facts = {
      pct: Math.floor((100_000 * attended) / possible),
      unauthWindow: Math.max(0, unauth - random.below(6)),
      lates: random.below(8),
      currentRun: random.below(8),
      unauth,
    };
    return { attended, possible, facts };
  });
}

export async function measureThresholds(quick: boolean): Promise<Report> {
  const all = figuresOf(1, PUPILS);
  const facts = all.map((figures) => figures.facts);
  const engines = ruleEngines();
  for (const { name, answer } of engines) {
    for (const each of facts) {
      const [found, wanted] = [await answer(each), decideByHand(each)];
      if (found !== wanted) throw new Error(`${name} says ${found} of ${JSON.stringify(each)}, not ${wanted}`);
    }
  }
  let sum = 0;
  const hand = {
    name: "a function by hand",
    count: PUPILS,
    run: () => facts.forEach((each) => (sum += decideByHand(each))),
  };
  const { judge, judgeWhy } = judgeOf();
  const figures = all.map(readyFigures);
  figures.forEach((ready, pupil) => {
    const [plain, why] = [maskOfVerdicts(judge(ready)), maskOfVerdicts(answersIn(judgeWhy(ready)))];
    const wanted = decideByHand(facts[pupil] as Facts);
    if (plain !== wanted || why !== wanted)
      throw new Error(`judge says ${plain} and ${why} of ${pupil}, not ${wanted}`);
  });
  let seen: unknown;
  const judged = [
    {
      name: JUDGE,
      count: PUPILS,
      run: () => {
        for (const each of figures) seen = judge(each);
      },
    },
    {
      name: JUDGE_WHY,
      count: PUPILS,
      run: () => {
        for (const each of figures) seen = judgeWhy(each);
      },
    },
  ];
  const lanes = engines.map(({ name, run }) => ({ name, count: PUPILS, run: () => run(facts) }));
  const results = await race([hand, ...judged, ...lanes], raceOf(quick));
  if (sum === 0 || seen === undefined) throw new Error("nothing was decided");
  const best = fastest(
    results,
    engines.map(({ name }) => name),
  );
  return {
    sections: [
      {
        title: "The threshold part alone, over ready facts: twelve rules",
        unit: "ns a decision",
        lines: results,
        against: JUDGE,
        notes: [],
      },
    ],
    targets: [
      atLeast(
        `the fastest engine (${best.name}), against the policy without explanation`,
        10,
        best.each / eachOf(results, JUDGE),
      ),
      atMost(
        `the policy with explanation, against the fastest engine without one`,
        1,
        eachOf(results, JUDGE_WHY) / best.each,
      ),
    ],
  };
}

const JUDGE = "**the policy, `judge`**";
const JUDGE_WHY = "**the policy, `judgeWhy`: with rule, clause, figure, edge and limit**";

function judgeOf(): Judge {
  const { model } = openDecision("thresholds").compilation;
  if (model === undefined) throw new Error("thresholds.rollcall does not compile");
  const judge = makeJudge(model);
  if (judge.beyond.length > 0) throw new Error("judge does not decide all of the thresholds");
  return judge;
}

function readyFigures({ attended, possible, facts }: Figures): ReadyFigures {
  return {
    "attended-share": { n: attended, d: possible },
    "unauthorised-absence": facts.unauth,
    "unauthorised-lately": facts.unauthWindow,
    lates: facts.lates,
    "recent-run": facts.currentRun,
  };
}

function answersIn(verdicts: ReturnType<Judge["judgeWhy"]>): ReturnType<Judge["judge"]> {
  return Object.fromEntries(Object.entries(verdicts).map(([name, verdict]) => [name, verdict.is]));
}

/** The bands are named as the rules are, but as titles. */
function maskOfVerdicts({ level, ...statuses }: ReturnType<Judge["judge"]>): number {
  const holding = Object.entries(statuses).flatMap(([name, holds]) => (holds === true ? [name] : []));
  return maskOf([String(level).toLowerCase().replace(" ", "-"), ...holding]);
}
