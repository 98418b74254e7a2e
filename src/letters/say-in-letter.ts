// Values as a letter says them: whole months, no abbreviations, and of a percentage as many places as tell it.

import { sayFigure, sayShare } from "../explain/say.ts";
import type { Figure } from "../runtime/program.ts";
import { partsOfDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import { MONTHS } from "../school/months.ts";
import type { FigureType } from "../units/figure-type.ts";

/** `16 March 2026`. */
export function longDate(day: Day): string {
  const { year, month, date } = partsOfDay(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

export function yearGroupWords(year: number): string {
  if (year < 0) return "Nursery";
  return year === 0 ? "Reception" : `Year ${year}`;
}

/** The figure alone: what it was counted from is for the office and its reasons. */
export function figureInLetter(value: Figure, type: FigureType): string {
  if (type.kind === "date" && typeof value === "number") return longDate(value);
  if (type.kind === "percent" && typeof value === "object") return sayShare(value);
  return sayFigure(value, type);
}

/** `Bloggs, Sam` as a table of pupils may have it, in the order in which one says it. */
export function nameInLetter(name: string): string {
  const [last = "", first, ...others] = name.split(",").map((part) => part.trim());
  return first === undefined || first === "" || others.length > 0 ? name.trim() : `${first} ${last}`;
}
