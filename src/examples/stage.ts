// The example's school at one moment, and where a condition of the example is read.

import type { CheckedExample } from "../checker/example.ts";
import type * as Model from "../checker/model.ts";
import type { Context } from "../runtime/context.ts";
import { factsOf } from "../runtime/dossier.ts";
import { examinePupil, examineSchool } from "../runtime/evaluate.ts";
import type { Examination } from "../runtime/evaluate.ts";
import type { Instance } from "../runtime/instance.ts";
import type { World } from "../runtime/world.ts";
import type { Moment } from "../school/moment.ts";
import type { LogRecord, SchoolRecord } from "../school/record.ts";
import { once } from "../support/once.ts";
import { actOnTime } from "./act-on-time.ts";
import type { RunnablePolicy } from "./runnable.ts";
import { schoolOf } from "./school-of.ts";

/** The example's school as it stands at one moment. */
export interface Stage {
  readonly world: World;
  readonly school: SchoolRecord;
  readonly pupil: () => Examination;
  readonly duties: () => Examination;
}

export function setStage(world: World, example: CheckedExample, at: Moment): Stage {
  const school = example.assumeOnTime ? actOnTime(world, schoolOf(world, example), at) : schoolOf(world, example);
  const record = school.pupils[0];
  const everyone = once(() => school.pupils.map((each) => factsOf(world, each, at)));
  const duties = once(() => examineSchool(world, school, at, everyone()));
  const pupil = record === undefined ? duties : once(() => examinePupil(world, record, at, everyone()));
  return { world, school, pupil, duties };
}

/** A figure that lives on a record, such as the amount of a notice, is asked of the newest such record. */
export function contextFor(policy: RunnablePolicy, stage: Stage, condition: Model.Condition, at: Moment): Context {
  const context: Context = { ...stage.pupil().replay.context, now: at };
  const act = anchorAct(policy.model, condition);
  const record =
    act === undefined ? undefined : context.facts.log.findLast((entry) => entry.act === act && entry.happened <= at);
  return record === undefined ? context : { ...context, instance: livingOn(record) };
}

function anchorAct(model: Model.Model, condition: Model.Condition): string | undefined {
  const names: string[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("kind" in value && value.kind === "measure" && "name" in value && typeof value.name === "string")
      names.push(value.name);
    for (const [key, part] of Object.entries(value)) if (key !== "span") look(part);
  };
  look(condition);
  return names.map((name) => model.measures.get(name)?.anchor).find((anchor) => anchor?.kind === "act")?.act;
}

function livingOn(record: LogRecord): Instance {
  return {
    procedure: "",
    key: record.id,
    begun: record.happened,
    started: record.happened,
    scopeFrom: Number.NEGATIVE_INFINITY,
    record,
    ...(record.person === undefined ? {} : { person: record.person }),
    changesApplyAtOnce: false,
    steps: new Map(),
  };
}
