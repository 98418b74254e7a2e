// The judgements that rules wait for at the moment asked (S28): asked only when everything else in the condition holds.

import type { Context } from "./context.ts";
import type { Replay } from "./engine.ts";
import type { Life } from "./life.ts";
import { isOpened } from "./life.ts";
import { all, unknownsOf } from "./logic.ts";
import type { Question } from "./outcome.ts";
import type { Step, Test } from "./program.ts";
import { isPassed } from "./steps.ts";

interface Waiting {
  readonly rule: string;
  readonly test: Test;
}

export function questionsOf({ lives, context }: Replay): readonly Question[] {
  const questions = new Map<string, Question>();
  for (const life of lives) {
    if (life.over) continue;
    const here: Context = { ...context, instance: life.instance };
    for (const { rule, test } of waitingFor(life, here)) {
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
function waitingFor(life: Life, context: Context): readonly Waiting[] {
  const { procedure, instance } = life;
  if (instance.started === undefined) return procedure.starts === undefined ? [] : [procedure.starts];
  return [
    ...procedure.ends,
    ...procedure.steps.filter((step) => isNext(life, step, context)).flatMap(testsOf),
    ...life.undecided.flatMap(({ duty }) => (duty.guard === undefined ? [] : [{ rule: duty.rule, test: duty.guard }])),
    ...life.threads.flatMap((thread): Waiting[] => {
      const frame = thread.frames.at(-1);
      const op = frame?.ops[frame.next];
      return op?.op === "branch" ? [{ rule: op.rule, test: op.test }] : [];
    }),
  ];
}

/** What is asked of a step: its condition, and its guard where the condition holds or there is none. */
function testsOf({ trigger, rule, guard }: Step): readonly Waiting[] {
  const guards = guard === undefined ? [] : [{ rule, test: guard }];
  if (trigger.kind !== "when") return guards;
  return [{ rule, test: guard === undefined ? trigger.test : all(trigger.test, guard) }];
}

/** Nothing but its own tests keeps the step from opening. */
function isNext(life: Life, step: Step, context: Context): boolean {
  const { procedure } = life;
  if (isOpened(life, step)) return false;
  switch (step.trigger.kind) {
    case "start":
      return true;
    case "after":
      return isPassed(life, procedure.steps[step.trigger.step]);
    case "on":
      return (
        (step.trigger.moment({ ...context, from: life.instance.started ?? context.now }) ?? Infinity) <= context.now
      );
    case "when":
      return procedure.anyOrder || isPassed(life, procedure.steps[procedure.steps.indexOf(step) - 1]);
  }
}
