// One pupil's case: the policy that runs, what it was written as, and the replay of this pupil's facts to a moment.

import { interpretCalls } from "../backends/interpreter/interpret.ts";
import type * as Model from "../checker/model.ts";
import type { Lowered } from "../ir/from-model.ts";
import { sketchRule } from "../ir/sketches.ts";
import { examinePupil } from "../runtime/evaluate.ts";
import type { Facts } from "../runtime/facts.ts";
import type { Program } from "../runtime/program.ts";
import type { RuleSketch } from "../runtime/sketch.ts";
import type { World } from "../runtime/world.ts";
import type { Moment } from "../school/moment.ts";
import type { PupilRecord } from "../school/record.ts";
import { remember } from "../support/remember.ts";
import type { ReadCase, Reading } from "./reading.ts";

export interface Policy extends Lowered {
  readonly model: Model.Model;
  readonly program: Program;
}

export interface Case extends ReadCase {
  readonly policy: Policy;
  readonly record: PupilRecord;
}

/** The rules of a policy are sketched when they are first asked for. */
export const readingOf = remember(
  ({ rules, lowering, model }: Pick<Policy, "rules" | "lowering" | "model">): Reading => {
    const sketches = new Map<string, RuleSketch>();
    return {
      titles: model,
      rule: (name) => {
        const rule = rules.get(name);
        const known = sketches.get(name);
        if (rule === undefined || known !== undefined) return known;
        const sketch = interpretCalls(sketchRule(lowering, rule)) as RuleSketch;
        sketches.set(name, sketch);
        return sketch;
      },
    };
  },
);

export function openCase(
  policy: Policy,
  world: World,
  record: PupilRecord,
  asOf: Moment,
  school: readonly Facts[] = [],
): Case {
  const reading = readingOf(policy);
  return { policy, reading, world, record, asOf, ...examinePupil(world, record, asOf, school) };
}
