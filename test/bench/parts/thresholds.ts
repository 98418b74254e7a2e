// The threshold part alone, over facts that somebody else has counted: rule engines beside what a policy is compiled to. Nothing is
// timed whose every answer was not found equal first.

import { makeRandom } from "../../../src/data/random.ts";
import { race, raceOf } from "../race.ts";
import type { Report } from "../report.ts";
import { ruleEngines } from "../thresholds/engines.ts";
import { decideByHand } from "../thresholds/rules.ts";
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
  const facts = figuresOf(1, PUPILS).map((figures) => figures.facts);
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
  const lanes = engines.map(({ name, run }) => ({ name, count: PUPILS, run: () => run(facts) }));
  const results = await race([hand, ...lanes], raceOf(quick));
  if (sum === 0) throw new Error("nothing was decided");
  return {
    sections: [
      {
        title: "The threshold part alone, over ready facts: twelve rules",
        unit: "ns a decision",
        lines: results,
        against: "json-logic-engine, compiled",
        notes: [],
      },
    ],
    targets: [],
  };
}
