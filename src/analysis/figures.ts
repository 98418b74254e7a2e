// What a comparison asks of a pupil, in one normal form: a figure, and the stretch it must lie in. Parameters stand for
// their value on the day the policy is in force, measures of one row for what they measure, absence for its mirror.

import type { Condition, Model, Value, Window } from "../checker/model.ts";
import type { Day } from "../school/day.ts";
import { assertNever } from "../support/assert-never.ts";
import { ratio } from "../units/ratio.ts";
import type { Ratio } from "../units/ratio.ts";
import type { Interval } from "./interval.ts";
import { intervalOf, mirrored } from "./interval.ts";
import { isRatio, keyOf } from "./same.ts";
import type { FigureKind } from "./witness.ts";

/** A thing that has a figure: attendance this year, lates this half-term. Absence is kept as attendance. */
export interface Figure {
  /** Two figures are the same exactly when their keys are. */
  readonly key: string;
  readonly kind: FigureKind;
  readonly value: Value;
  readonly window?: Window;
}

export interface Threshold {
  readonly figure: Figure;
  /** In terms of the figure: `absence at least 10%` is attendance up to 90%. */
  readonly interval: Interval;
  /** The limit as the author wrote it, before mirroring. */
  readonly limit: Ratio;
  readonly comparison: Extract<Condition, { kind: "compare" }>;
}

/** Undefined where neither side is a number that is known beforehand, or the other is nothing that is measured. */
export function thresholdOf(model: Model, day: Day | undefined, condition: Condition): Threshold | undefined {
  if (condition.kind !== "compare") return undefined;
  const limit = numberOf(model, day, condition.right);
  const measured = figureOfValue(model, condition.left);
  if (limit === undefined || measured === undefined) return undefined;
  const stretch = intervalOf(condition.edge, limit);
  const interval = measured.mirrored ? mirrored(stretch) : stretch;
  return { figure: measured.figure, interval, limit, comparison: condition };
}

/** The exact number a value stands for on that day; undefined for a hole, and for what differs between pupils. */
export function numberOf(model: Model, day: Day | undefined, value: Value): Ratio | undefined {
  if (value.kind === "constant") return exactNumber(value.value);
  if (value.kind !== "parameter") return undefined;
  const standing = standingValue(model, day, value.name);
  return standing === undefined ? undefined : numberOf(model, day, standing);
}

/** The value in force on the day; without a day, the latest. */
export function standingValue(model: Model, day: Day | undefined, parameter: string): Value | undefined {
  const history = model.parameters.get(parameter)?.history ?? [];
  if (day === undefined) return history.at(-1)?.value;
  return history.find(({ from, until }) => (from ?? day) <= day && day <= (until ?? day))?.value;
}

function exactNumber(value: number | Ratio | string): Ratio | undefined {
  if (isRatio(value)) return value;
  return typeof value === "number" ? ratio(value, 1) : undefined;
}

interface Measured {
  readonly figure: Figure;
  readonly mirrored: boolean;
}

/** The figure behind a value, whichever way round it is told. */
export function figureOfValue(model: Model, value: Value): Measured | undefined {
  switch (value.kind) {
    case "rate": {
      const absence = value.of.category === "absent" && value.of.codes.length === 0;
      const told: Value = absence ? { ...value, of: { category: "attended", codes: [] } } : value;
      return { figure: makeFigure(told, "share"), mirrored: absence };
    }
    case "days":
      return plain(value, "days");
    case "sessions":
    case "occasions":
    case "run":
    case "acts":
    case "ordinal":
    case "elapsed":
      return plain(value, "count");
    case "measure": {
      const rows = model.measures.get(value.name)?.rows ?? [];
      const [only, another] = rows;
      const single = another === undefined && only?.when === undefined && value.at === undefined;
      return single && only !== undefined ? figureOfValue(model, only.value) : undefined;
    }
    case "attribute":
      return plain(value, "count");
    case "constant":
    case "parameter":
    case "hole":
    case "field":
    case "worth":
      return undefined;
    default:
      return assertNever(value);
  }
}

function plain(value: Value, kind: FigureKind): Measured {
  return { figure: makeFigure(value, kind), mirrored: false };
}

function makeFigure(value: Value, kind: FigureKind): Figure {
  const window = "window" in value ? value.window : undefined;
  return { key: keyOf(value), kind, value, ...(window === undefined ? {} : { window }) };
}
