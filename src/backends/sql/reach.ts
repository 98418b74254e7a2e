// What a condition hangs on, told from its calls alone: whether it can be unknown and known later, whether time alone can change it,
// and which moments a procedure waits for. It decides which procedures SQL can follow to the very instant.

import { isCall } from "../../ir/ir.ts";
import type { Call, Called } from "../../ir/ir.ts";
import type { ProcedureOf, StepOf } from "../../runtime/program.ts";

function anyCall(value: unknown, holds: (call: Call) => boolean): boolean {
  if (Array.isArray(value)) return value.some((each) => anyCall(each, holds));
  if (typeof value !== "object" || value === null) return false;
  if (isCall(value)) return holds(value) || anyCall(value.args, holds);
  return Object.values(value).some((each) => anyCall(each, holds));
}

const OPEN: ReadonlySet<Call["call"]> = new Set([
  "rate",
  "elapsed",
  "dated",
  "choose",
  "season",
  "hole",
  "since",
  "between",
  "momentsCompare",
]);

/** It may be unknown at one moment and known at a later one. */
export function mayBeUnknown(test: Call): boolean {
  if (test.call === "hole") return false;
  return anyCall(test, (call) => {
    if (call.call === "attribute") return call.args[0] === "age";
    if (call.call === "fixed")
      return call.args[0].kind === "previous" || call.args[0].kind === "in-school-weeks" || isPlannedPart(call);
    return OPEN.has(call.call);
  });
}

/** A term or half-term, of which there is none in a holiday. */
function isPlannedPart(call: Extract<Call, { call: "fixed" }>): boolean {
  const [window] = call.args;
  return window.kind === "this" && (window.period === "term" || window.period === "half-term");
}

const VARYING: ReadonlySet<Call["call"]> = new Set([
  "flag",
  "season",
  "weekdayToday",
  "whenToday",
  "elapsed",
  "sessionNow",
  "dated",
  "clock",
  "endOfDay",
  "nextMorning",
  "periodBound",
]);

/** Time alone can change it, or another procedure can. */
export function changesByItself(test: Call, own: string): boolean {
  return anyCall(test, (call) => {
    if (call.call === "attribute") return call.args[0] === "age";
    if (call.call === "stepState" || call.call === "whenStep") return call.args[0] !== own;
    return VARYING.has(call.call);
  });
}

/** Something is looked at again at a moment that the calendar does not name: a deadline just past, a day that something waits for. */
export function wakesAtOddTimes({ steps }: ProcedureOf<Called>): boolean {
  return steps.some((step) => opensAtOddTime(step) || step.ops.some((op) => op.op !== "oblige" || isOdd(op.due)));
}

function opensAtOddTime({ trigger }: StepOf<Called>): boolean {
  return trigger.kind === "on";
}

/** Any deadline but the end of a school day, which comes after everything that is looked at on that day. */
function isOdd(due: Call | undefined): boolean {
  if (due === undefined || due.call === "endOfDay") return false;
  if (due.call === "within") return !(due.args[1] === "school-day" || due.args[3] !== undefined);
  return due.call !== "periodBound";
}
