// The fields of the form of thresholds → the figures that are offered for turning: percentages first, the others under their
// topics. A reading that is not chosen decides nothing, so its figures are left out.

import type { FormAnswer, InheritedField, OwnField } from "../worker/form-protocol.ts";

export interface FigureTopic {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly OwnField[];
}

export interface FigureList {
  readonly main: readonly OwnField[];
  readonly others: readonly FigureTopic[];
  /** Percentages that a layer above sets: to be seen, and to be set here where that is allowed. */
  readonly above: readonly InheritedField[];
}

export function figureList({ own, inherited, topics }: FormAnswer): FigureList {
  const counting = own.filter(({ reading }) => reading === undefined || reading.chosen);
  // What was changed stays where it stands: a field that wandered off would be lost to whoever is turning it.
  const isMain = ({ kind }: OwnField): boolean => kind === "percent";
  const others = counting.filter((field) => !isMain(field));
  return {
    main: counting.filter(isMain),
    others: topics
      .map(({ name, title }) => ({ name, title, fields: others.filter(({ topic }) => topic === name) }))
      .filter(({ fields }) => fields.length > 0),
    above: inherited.filter(({ kind, reading }) => kind === "percent" && reading?.chosen !== false),
  };
}

export interface SliderRange {
  readonly min: string;
  readonly max: string;
  readonly step: string;
  readonly value: string;
}

/** How far a slider goes from the percentage that was: ten on either side, in halves; undefined for finer figures. */
export function sliderRange({ kind, text, was }: OwnField): SliderRange | undefined {
  const [halves, middle] = [halvesOf(text), halvesOf(was ?? text)];
  if (kind !== "percent" || halves === undefined || middle === undefined) return undefined;
  const [min, max] = [Math.max(0, Math.min(middle - 20, halves)), Math.min(200, Math.max(middle + 20, halves))];
  return { min: sayHalves(min), max: sayHalves(max), step: "0.5", value: sayHalves(halves) };
}

function halvesOf(percent: string): number | undefined {
  const [, whole, half = "0"] = /^(\d{1,3})(?:\.([05]))?%$/.exec(percent) ?? [];
  return whole === undefined ? undefined : Number(whole) * 2 + (half === "5" ? 1 : 0);
}

function sayHalves(halves: number): string {
  return `${Math.floor(halves / 2)}${halves % 2 === 1 ? ".5" : ""}`;
}
