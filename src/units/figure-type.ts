// What a figure is a figure of, so that it can be said: knows no policy and no value.

import type { Unit } from "./unit.ts";

/** The unit of a value: a ratio for percentages, pence for money, seconds for times, days for dates, a string for texts. */
export type FigureType =
  | { readonly kind: "percent" }
  | { readonly kind: "money" }
  | { readonly kind: "time" }
  | { readonly kind: "date" }
  | { readonly kind: "number" }
  | { readonly kind: "text" }
  | { readonly kind: "quantity"; readonly unit: Unit };
