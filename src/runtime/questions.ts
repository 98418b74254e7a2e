// The judgements that rules wait for at the moment asked (S28): asked only when everything else in the condition holds.

import type { Context } from "./context.ts";
import type { Replay } from "./engine.ts";
import type { Life } from "./life.ts";
import { unknownsOf } from "./logic.ts";
import type { Question } from "./outcome.ts";
import type { Test } from "./program.ts";

interface Waiting {
  readonly rule: string;
  readonly test: Test;
}

export function questionsOf({ lives, context }: Replay): readonly Question[] {
  const questions = new Map<string, Question>();
  for (const life of lives) {
    if (life.over) continue;
    const here: Context = { ...context, instance: life.instance };
    for (const { rule, test } of waitingFor(life)) {
      for (const why of unknownsOf(test, here)) {
        if (why.kind !== "decision") continue;
        const question: Question = {
          decision: why.decision,
          question: why.question,
          by: why.by,
          procedure: life.procedure.name,
          instance: life.instance.key,
          rule,
          since: life.instance.started ?? life.instance.begun,
        };
        questions.set([why.decision, question.procedure, question.instance].join("/"), question);
      }
    }
  }
  return [...questions.values()];
}

/** The tests that could move this life on now. */
function waitingFor(life: Life): readonly Waiting[] {
  const { procedure, instance } = life;
  if (instance.started === undefined) return procedure.starts === undefined ? [] : [procedure.starts];
  const steps = procedure.steps.filter((step) => !instance.steps.has(step.name) && !life.skipped.has(step.name));
  const next = procedure.anyOrder ? steps : steps.slice(0, 1);
  return [
    ...procedure.ends,
    ...next.flatMap(({ trigger, rule, guard }): Waiting[] => [
      ...(trigger.kind === "when" ? [{ rule, test: trigger.test }] : []),
      ...(trigger.kind !== "when" && guard !== undefined && couldOpen(life, trigger) ? [{ rule, test: guard }] : []),
    ]),
    ...life.undecided.flatMap(({ duty }) => (duty.guard === undefined ? [] : [{ rule: duty.rule, test: duty.guard }])),
    ...life.threads.flatMap((thread): Waiting[] => {
      const frame = thread.frames.at(-1);
      const op = frame?.ops[frame.next];
      return op?.op === "branch" ? [{ rule: op.rule, test: op.test }] : [];
    }),
  ];
}

function couldOpen(life: Life, trigger: { readonly kind: string; readonly step?: number }): boolean {
  if (trigger.kind !== "after" || trigger.step === undefined) return true;
  const step = life.procedure.steps[trigger.step];
  return step !== undefined && life.instance.steps.get(step.name)?.done !== undefined;
}
