// A locked parameter said anew below: on every date its value must be the one above, or on the stricter side of it (S31).

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import { spanText } from "../source/text.ts";
import { compareRatio, ratio } from "../units/ratio.ts";
import type { Comparison } from "../units/ratio.ts";
import { lockWords } from "./check-locks.ts";
import { layerMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import { sameType, typeWords } from "./value-types.ts";
import { constantOn, datedOn } from "./constants.ts";
import type { ConstantValue, Parameters } from "./constants.ts";

export interface ParameterChange {
  readonly above: Model.Parameter;
  readonly own: Model.Parameter;
  /** The day from which this policy holds, and only from which its values count. */
  readonly from: Day | undefined;
  readonly parametersAbove: Parameters;
  readonly parameters: Parameters;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** The breach of the lock on the value, if there is one: what it means for a pupil is for others to say. */
export function checkParameterLock(change: ParameterChange): Model.LockBreach | undefined {
  const { above, own, report } = change;
  if (isKnown(above) && isKnown(own) && !sameType(above.type, own.type)) {
    const args = {
      name: own.name,
      layer: above.origin.layer,
      parentType: typeWords(above.type),
      type: typeWords(own.type),
    };
    report(layerMessages.changedType(args, own.origin.span, { labels: [placeAbove(above)] }));
    return undefined;
  }
  if (above.lock === "free") return undefined;
  // What was written could not be read, and that has been told.
  if (own.history.length === 0) return undefined;
  checkLockKept(change);
  for (const day of daysToCompare(change)) {
    const kept = keepsOn(change, day);
    if (kept !== true) return kept === false ? undefined : kept;
  }
  return undefined;
}

function isKnown({ history }: Model.Parameter): boolean {
  return history.some(({ value }) => value.kind !== "hole");
}

/** A layer may tighten the lock for those below it to `fixed`, never undo it. */
function checkLockKept({ above, own, report }: ParameterChange): void {
  if (own.lock === above.lock || own.lock === "fixed") return;
  const args = {
    name: own.name,
    layer: above.origin.layer,
    parentLock: lockWords(above.lock),
    lock: lockWords(own.lock),
  };
  report(layerMessages.lockLoosened(args, own.origin.span, { labels: [placeAbove(above)] }));
}

/** One day in every stretch on which neither history changes. */
function daysToCompare({ above, own, from }: ParameterChange): readonly Day[] {
  const dates = [...above.history, ...own.history].flatMap((dated) => [
    ...(dated.from === undefined ? [] : [dated.from]),
    ...(dated.until === undefined ? [] : [dated.until + 1]),
  ]);
  const first = from ?? Math.min(0, ...dates) - 1;
  return [...new Set([first, ...dates.filter((day) => day > first)])].toSorted((a, b) => a - b);
}

/** The breach, or false where nothing is said that could be compared; reported either way. */
function keepsOn(change: ParameterChange, day: Day): boolean | Model.LockBreach {
  const { above, own, report } = change;
  const theirs = constantOn(above, day, change.parametersAbove);
  const ours = constantOn(own, day, change.parameters);
  if (theirs === undefined) return true;
  const place = datedOn(own, day)?.value.span ?? own.origin.span;
  const labels = [placeAbove(above, datedOn(above, day)?.value.span)];
  const names = { name: own.name, layer: above.origin.layer };
  if (ours === undefined) {
    report(layerMessages.lockedValueUnsaid({ ...names, lock: lockWords(above.lock) }, place, { labels }));
    return false;
  }
  const comparison = compareConstants(ours, theirs);
  if (comparison === 0 || (comparison !== undefined && allows(above.lock, comparison))) return true;
  const parentValue = writtenOn(above, day);
  const value = spanText(place);
  const breach = { above, own, day, theirs, ours, span: place };
  const fixes = [{ title: `write ${parentValue}`, edits: [{ span: place, text: parentValue }] }];
  if (above.lock === "fixed") {
    report(layerMessages.lockedValueChanged({ ...names, parentValue, value, pupil: "" }, place, { labels, fixes }));
    return breach;
  }
  const when = own.history.length > 1 || above.history.length > 1 ? ` from ${formatDay(day)}` : "";
  const stricter = above.lock === "may only rise" ? "more" : "less";
  const args = { ...names, lock: above.lock, parentValue, value, when, stricter, pupil: "" };
  report(layerMessages.lockedValueLoosened(args, place, { labels, fixes }));
  return breach;
}

function allows(lock: Model.Lock, comparison: Comparison): boolean {
  return (lock === "may only rise" && comparison > 0) || (lock === "may only fall" && comparison < 0);
}

/** Undefined where the two have no order, as texts have none. */
function compareConstants(a: ConstantValue, b: ConstantValue): Comparison | undefined {
  if (typeof a === "string" || typeof b === "string") return a === b ? 0 : undefined;
  return compareRatio(typeof a === "number" ? ratio(a, 1) : a, typeof b === "number" ? ratio(b, 1) : b);
}

function writtenOn(parameter: Model.Parameter, day: Day): string {
  const span = datedOn(parameter, day)?.value.span;
  return span === undefined ? parameter.name : spanText(span);
}

function placeAbove(
  above: Model.Parameter,
  span = above.origin.span,
): { readonly span: typeof span; readonly text: string } {
  return { span, text: `set here, by ${above.origin.layer}` };
}
