// A policy → small words to show beside what its author wrote: the value in force of a parameter, what layers below say instead, the
// weekday of a date, and the day that so many school days come to. Said only where the policy and its calendar settle it.

import { standingValue } from "../analysis/figures.ts";
import type { Model } from "../checker/model.ts";
import { unitFromWords } from "../units/unit.ts";
import { phraseText } from "../checker/units.ts";
import type { Layer } from "../draft.ts";
import { sayDay } from "../explain/say.ts";
import { written } from "../explain/written.ts";
import type { Calendar } from "../school/calendar.ts";
import { parseDay, weekday } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import type * as Ast from "../syntax/ast.ts";
import { walk } from "../syntax/walk.ts";
import { bindingsOf } from "./bindings.ts";
import { dayCounted } from "./day-counted.ts";
import { chainOf, familyOf, rootOf } from "./references.ts";
import type { Binding } from "./words-bound.ts";

export interface InlayHint {
  /** It stands behind this place. */
  readonly offset: number;
  readonly says: string;
  /** Where it comes from, in a sentence. */
  readonly why: string;
}

export interface Hinted {
  readonly layer: Layer;
  readonly today: Day;
  /** Undefined where no layer names one that can be read. */
  readonly calendar: Calendar | undefined;
  /** All policies that are known, to find those below. */
  readonly shelf: readonly Layer[];
}

/** In the order of the text, for the stretch that is seen. */
export function inlayHints(hinted: Hinted, from: number, to: number): readonly InlayHint[] {
  const { ast } = hinted.layer;
  if (ast === undefined) return [];
  return [
    ...parameterHints(hinted, from, to),
    ...dateHints(ast, from, to),
    ...countedHints(hinted, ast, from, to),
  ].toSorted((a, b) => a.offset - b.offset);
}

// ---------------------------------------------------------------- parameters

function parameterHints(hinted: Hinted, from: number, to: number): readonly InlayHint[] {
  const { layer } = hinted;
  return bindingsOf(layer)
    .filter(({ target, span }) => target.table === "parameter" && from <= span.from && span.to <= to)
    .flatMap((binding) => (binding.declares ? saidBelow(hinted, binding) : valueHere(hinted, binding)));
}

/** Where a rule names a value, the value. */
function valueHere({ layer: { model }, today }: Hinted, { target, span }: Binding): readonly InlayHint[] {
  const parameter = model?.parameters.get(target.name);
  if (model === undefined || parameter === undefined) return [];
  const says = valueToday(model, target.name, today);
  const from = parameter.origin.layer === model.name ? "this policy" : `\`${parameter.origin.layer}\``;
  return [{ offset: span.to, says: `= ${says}`, why: `The value in force on ${sayDay(today)}, from ${from}.` }];
}

/** Where a layer declares a value: that of today, if it has several; and what the policies below make of it. */
function saidBelow({ layer, today, shelf }: Hinted, { target, span }: Binding): readonly InlayHint[] {
  const { model } = layer;
  const parameter = model?.parameters.get(target.name);
  if (model === undefined || parameter === undefined) return [];
  const own = valueToday(model, target.name, today);
  const dated = parameter.history.length > 1 ? [`today ${own}`] : [];
  const below = familyOf(rootOf(layer, target), shelf).filter(
    (each) =>
      each !== layer &&
      chainOf(each)
        .slice(1)
        .some(({ source }) => source.name === layer.source.name),
  );
  const others = new Map(
    below.flatMap(({ model: lower }) => {
      const set = lower?.parameters.get(target.name);
      return lower === undefined || set?.origin.layer !== lower.name
        ? []
        : [[lower.name, valueToday(lower, target.name, today)] as const];
    }),
  );
  const told =
    others.size > 2
      ? [`${others.size} policies below say their own`]
      : [...others].map(([name, value]) => `${name}: ${value}`);
  const says = [...dated, ...told].join(", ");
  const why = [...others].map(([name, value]) => `\`${name}\` says ${value}.`).join(" ");
  return says === "" ? [] : [{ offset: span.to, says: `(${says})`, why: why === "" ? `On ${sayDay(today)}.` : why }];
}

/** In the author's words. */
export function valueToday(model: Model, parameter: string, today: Day): string {
  const value = standingValue(model, today, parameter);
  if (value === undefined) return "no value today";
  return value.kind === "hole" ? "unspecified" : written(value.span);
}

// ---------------------------------------------------------------- dates

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function dateHints(ast: Ast.Policy, from: number, to: number): readonly InlayHint[] {
  const hints: InlayHint[] = [];
  const see = ({ text, span }: Extract<Ast.Literal, { kind: "date" | "date-time" }>): void => {
    const day = parseDay(text.slice(0, 10));
    if (day === undefined || span.from < from || span.to > to) return;
    hints.push({ offset: span.to, says: weekdays[weekday(day) - 1] ?? "", why: sayDay(day) });
  };
  walk(ast, { date: see, "date-time": see });
  return hints;
}

/** `5 school days after 2026-03-02`: the calendar knows which day that is. */
function countedHints({ calendar }: Hinted, ast: Ast.Policy, from: number, to: number): readonly InlayHint[] {
  const hints: InlayHint[] = [];
  if (calendar === undefined) return hints;
  walk(ast, {
    counted: ({ length, direction, ref, span }) => {
      if (span.from < from || span.to > to || ref.kind !== "date" || length.kind !== "quantity") return;
      const base = parseDay(ref.text);
      const day =
        base === undefined
          ? undefined
          : dayCounted(calendar, {
              n: Number(length.digits),
              unit: unitFromWords(phraseText(length.unit)),
              direction,
              base,
            });
      if (day !== undefined)
        hints.push({ offset: span.to, says: `= ${sayDay(day)}`, why: `By the calendar ${calendar.name}.` });
    },
  });
  return hints;
}
