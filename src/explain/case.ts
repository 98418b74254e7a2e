// One pupil's case: the policy that runs, what it was written as, and the replay of this pupil's facts to a moment.

import type * as Model from "../checker/model.ts";
import type { Lowered } from "../ir/from-model.ts";
import { examinePupil } from "../runtime/evaluate.ts";
import type { Examination } from "../runtime/evaluate.ts";
import type { Facts } from "../runtime/facts.ts";
import type { Program } from "../runtime/program.ts";
import type { World } from "../runtime/world.ts";
import type { Moment } from "../school/moment.ts";
import type { PupilRecord } from "../school/record.ts";

export interface Policy extends Lowered {
  readonly model: Model.Model;
  readonly program: Program;
}

export interface Case extends Examination {
  readonly policy: Policy;
  readonly world: World;
  readonly record: PupilRecord;
  readonly asOf: Moment;
}

export function openCase(
  policy: Policy,
  world: World,
  record: PupilRecord,
  asOf: Moment,
  school: readonly Facts[] = [],
): Case {
  return { policy, world, record, asOf, ...examinePupil(world, record, asOf, school) };
}
