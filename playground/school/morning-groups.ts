// The items of a morning list → the same thing to do told once, with all whom it concerns.

import { dayOf, momentOf, secondOf } from "../../src/wording.ts";
import type { MorningItem } from "../worker/school-protocol.ts";

/** Seconds of a day: noon, and when somebody reads a list before the first register. */
const [NOON, EARLY] = [12 * 3600, 8 * 3600 + 45 * 60];

/** When the list of a day is read: in its morning, even if the page looks at how the day ended. */
export function morningOf(asOf: number): number {
  return secondOf(asOf) < NOON ? asOf : momentOf(dayOf(asOf), EARLY);
}

export interface SameThing {
  readonly what: string;
  readonly kind: string;
  readonly clauses: readonly string[];
  /** The most pressing of them. */
  readonly urgency: MorningItem["urgency"];
  readonly items: readonly MorningItem[];
}

const ORDER: readonly MorningItem["urgency"][] = ["overdue", "today", "later", "undated"];

export const URGENCIES: Readonly<Record<MorningItem["urgency"], string>> = {
  overdue: "Overdue",
  today: "Today",
  later: "Later",
  undated: "No deadline",
};

/** In the order in which the list has the first of each. */
export function sameThings(items: readonly MorningItem[]): readonly SameThing[] {
  return [...Map.groupBy(items, ({ kind, what, clauses }) => JSON.stringify([kind, what, clauses])).values()].map(
    (same) => {
      const [first] = same as [MorningItem, ...MorningItem[]];
      const urgency = ORDER.find((each) => same.some((item) => item.urgency === each)) ?? "undated";
      return { what: first.what, kind: first.kind, clauses: first.clauses, urgency, items: same };
    },
  );
}

/** How many items press: overdue, or due today, and not merely offered. */
export function pressing(items: readonly MorningItem[]): number {
  return items.filter(({ kind, urgency }) => kind !== "may" && (urgency === "overdue" || urgency === "today")).length;
}
