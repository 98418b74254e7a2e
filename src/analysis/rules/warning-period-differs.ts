// A notice to improve with a time to improve in that is shorter or longer than the national framework gives.

import type { Item, Step } from "../../checker/model.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { unitWords } from "../../units/unit.ts";
import type { Unit } from "../../units/unit.ts";
import { numberOf } from "../figures.ts";
import { national, nationalNumber } from "../nation.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { itemsWithin } from "../walk.ts";
import { citation, headOf, plural } from "../wording.ts";

export const messages = defineMessages({
  "warning-period-differs": {
    ...warning,
    message:
      "After the notice to improve a family has {length} here ({clauses}), {days} at {most}, but the national framework gives from {least} to {longest}.",
    hint: "Let the time to improve lie within what the framework gives.",
  },
});

export const warningPeriodDiffers: Rule = (survey) => {
  const [least, most] = [
    nationalNumber(survey, national.leastToImprove),
    nationalNumber(survey, national.mostToImprove),
  ];
  if (least === undefined || most === undefined) return [];
  return [...survey.model.procedures.values()]
    .filter(survey.isOwn)
    .flatMap(({ steps }) => steps.flatMap((step) => waitsAfterNotice(survey, step, least.n, most.n)));
};

const DAYS_IN_WEEK = 7;

function waitsAfterNotice(survey: Survey, { items, origin }: Step, least: number, most: number): readonly Diagnostic[] {
  const all = itemsWithin(items);
  const notice = all.findIndex(isNotice);
  if (notice === -1) return [];
  return all.slice(notice + 1).flatMap((item) => {
    const n = item.kind === "wait" ? numberOf(survey.model, survey.day, item.n)?.n : undefined;
    if (item.kind !== "wait" || n === undefined) return [];
    const days = calendarDays(n, item.unit);
    if (days === undefined) return [];
    const tooShort = days.most < least * DAYS_IN_WEEK;
    if (!tooShort && days.least <= most * DAYS_IN_WEEK) return [];
    const args = {
      length: `${n} ${unitWords(item.unit, n)}`,
      clauses: citation(item.origin, origin),
      days: plural(tooShort ? days.most : days.least, "calendar day"),
      most: tooShort ? "most" : "least",
      least: plural(least, "week"),
      longest: plural(most, "week"),
    };
    return [messages.warningPeriodDiffers(args, headOf(item.origin), { witness: { days: args.days } })];
  });
}

function isNotice(item: Item): boolean {
  return (
    item.kind === "sentence" && (item.object === national.noticeToImprove || item.using === national.noticeToImprove)
  );
}

/** Without holidays, which only make it longer. Undefined for units whose length in days hangs on the calendar. */
function calendarDays(n: number, unit: Unit): { readonly least: number; readonly most: number } | undefined {
  if (unit === "calendar-day") return { least: n, most: n };
  if (unit === "week" || unit === "school-week") return { least: n * DAYS_IN_WEEK, most: n * DAYS_IN_WEEK };
  if (unit !== "school-day" && unit !== "working-day") return undefined;
  const weeks = Math.floor(n / 5);
  return { least: weeks * DAYS_IN_WEEK + (n % 5), most: weeks * DAYS_IN_WEEK + (n % 5) + 2 };
}
