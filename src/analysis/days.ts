// On which day of a procedure each step can come at the earliest, and be over, if everybody acts at once and no day falls
// out: day 1 is the day it starts. A step whose day hangs on something that may never come has no earliest day.

import type { Event, Item, MomentExpression, Procedure, Step, Value } from "../checker/model.ts";
import { assertNever } from "../support/assert-never.ts";
import type { Unit } from "../units/unit.ts";
import { numberOf } from "./figures.ts";
import type { Survey } from "./survey.ts";

export interface StepDays {
  readonly step: Step;
  /** The day on which it opens at the earliest; undefined where nothing says so. */
  readonly opens: number | undefined;
  /** The day on which its waits are over at the earliest. */
  readonly over: number | undefined;
}

/** In the order of the steps. Days of school, of work and of the calendar count alike: that is the earliest case. */
export function earliestDays(survey: Survey, procedure: Procedure): readonly StepDays[] {
  const known: StepDays[] = [];
  for (const step of procedure.steps) {
    const opens = openingDay(survey, known, step);
    const over = opens === undefined ? undefined : opens + waitingDays(survey, step.items);
    known.push({ step, opens, over });
  }
  return known;
}

function openingDay(survey: Survey, known: readonly StepDays[], { trigger }: Step): number | undefined {
  switch (trigger.kind) {
    case "start":
      return 1;
    case "after":
      return known.find(({ step }) => step.name === trigger.step)?.over;
    case "when":
      return known.length === 0 ? 1 : known.at(-1)?.over;
    case "on":
      return dayOfMoment(survey, known, trigger.moment);
    default:
      return assertNever(trigger);
  }
}

/** The day of the procedure on which a moment comes at the earliest. */
export function dayOfMoment(survey: Survey, known: readonly StepDays[], moment: MomentExpression): number | undefined {
  switch (moment.kind) {
    case "end-of-day":
      return known.at(-1)?.opens ?? 1;
    case "next-morning":
      return (known.at(-1)?.opens ?? 0) + 1;
    case "day-of": {
      const start = moment.of.kind === "absence" ? 1 : dayOfEvent(known, moment.of);
      return start === undefined ? undefined : start + moment.n - 1;
    }
    case "counted":
      return countedDay(survey, known, moment);
    case "event":
      return dayOfEvent(known, moment.event);
    case "choice": {
      const [first, second] = [dayOfMoment(survey, known, moment.first), dayOfMoment(survey, known, moment.second)];
      if (first === undefined || second === undefined)
        return moment.which === "earlier" ? (first ?? second) : undefined;
      return moment.which === "earlier" ? Math.min(first, second) : Math.max(first, second);
    }
    case "clock":
    case "today":
    case "bound":
    case "hole":
      return undefined;
    default:
      return assertNever(moment);
  }
}

function countedDay(
  survey: Survey,
  known: readonly StepDays[],
  { n, unit, direction, of }: Extract<MomentExpression, { kind: "counted" }>,
): number | undefined {
  const [start, days] = [dayOfEvent(known, of), daysIn(survey, n, unit)];
  if (start === undefined || days === undefined || direction === "before") return undefined;
  return direction === "after" ? start + days : start + days - 1;
}

function dayOfEvent(known: readonly StepDays[], event: Event): number | undefined {
  if (event.kind === "start") return 1;
  return event.kind === "step" ? known.find(({ step }) => step.name === event.step)?.over : undefined;
}

/** Waits follow one another; of a branch nobody knows which side is taken, so the shorter counts. */
function waitingDays(survey: Survey, items: readonly Item[]): number {
  return items.reduce((total, item) => {
    if (item.kind === "wait") return total + (daysIn(survey, item.n, item.unit) ?? 0);
    if (item.kind !== "branch") return total;
    return total + Math.min(waitingDays(survey, item.then), waitingDays(survey, item.otherwise));
  }, 0);
}

const dayUnits: ReadonlySet<Unit> = new Set<Unit>(["school-day", "working-day", "calendar-day"]);

function daysIn({ model, day }: Survey, n: Value, unit: Unit): number | undefined {
  return dayUnits.has(unit) ? numberOf(model, day, n)?.n : undefined;
}
