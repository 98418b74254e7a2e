// The units in which a procedure counts off its days: waits, deadlines, moments of steps.

import type { Deadline, MomentExpression, Origin, Procedure, Step } from "../checker/model.ts";
import type { Unit } from "../units/unit.ts";
import { deadlineMoments, itemsWithin, momentParts } from "./walk.ts";

export interface CountedUnit {
  readonly unit: Unit;
  readonly origin: Origin;
}

export function unitsCountedIn(procedure: Procedure): readonly CountedUnit[] {
  return procedure.steps.flatMap((step) => [...openingUnits(step), ...itemUnits(step)]);
}

function openingUnits({ trigger, origin }: Step): readonly CountedUnit[] {
  return trigger.kind === "on" ? momentUnits(momentParts(trigger.moment), origin) : [];
}

function itemUnits({ items }: Step): readonly CountedUnit[] {
  return itemsWithin(items).flatMap((item): readonly CountedUnit[] => {
    if (item.kind === "wait") return [{ unit: item.unit, origin: item.origin }];
    if (item.kind !== "sentence" || item.deadline === undefined) return [];
    return deadlineUnits(item.deadline, item.origin);
  });
}

function deadlineUnits(deadline: Deadline, origin: Origin): readonly CountedUnit[] {
  if (deadline.kind === "within") return [{ unit: deadline.unit, origin }];
  return momentUnits(deadlineMoments(deadline), origin);
}

function momentUnits(moments: readonly MomentExpression[], origin: Origin): readonly CountedUnit[] {
  return moments.flatMap((moment): readonly CountedUnit[] => {
    if (moment.kind === "counted" || moment.kind === "next-morning") return [{ unit: moment.unit, origin }];
    return moment.kind === "day-of" ? [{ unit: "school-day", origin }] : [];
  });
}
