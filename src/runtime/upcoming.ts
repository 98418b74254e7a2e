// What will be owed at a moment already known: steps that open on a named moment still ahead.

import type { Context } from "./context.ts";
import type { Replay } from "./engine.ts";
import type { Life } from "./life.ts";
import { toObligation } from "./obligations.ts";
import type { Obligation } from "./outcome.ts";
import type { DutySpec, Op, Step } from "./program.ts";

export function upcomingOf({ lives, context }: Replay): readonly Obligation[] {
  return lives.flatMap((life) =>
    life.over || life.instance.started === undefined ? [] : ahead(life, { ...context, instance: life.instance }),
  );
}

function ahead(life: Life, context: Context): readonly Obligation[] {
  return life.procedure.steps.flatMap((step): Obligation[] => {
    const { trigger } = step;
    if (trigger.kind !== "on" || life.instance.steps.has(step.name) || life.skipped.has(step.name)) return [];
    const opened = trigger.moment({ ...context, from: life.instance.started ?? context.now });
    if (opened === undefined || opened <= context.now) return [];
    return firstDuties(step.ops).map((duty) => upcoming(life, step, duty, opened, context));
  });
}

/** What the step opens with: everything before its first wait, branch or repetition. */
function firstDuties(ops: readonly Op[]): readonly DutySpec[] {
  const duties: DutySpec[] = [];
  for (const op of ops) {
    if (op.op !== "oblige") break;
    duties.push(op);
  }
  return duties;
}

function upcoming(life: Life, step: Step, duty: DutySpec, opened: number, context: Context): Obligation {
  const id = [life.procedure.name, life.instance.key, duty.rule].filter((part) => part !== "").join("/");
  return {
    ...toObligation({ id, duty, instance: life.instance, step: step.name, opened, daily: false }, context),
    state: "upcoming",
  };
}
