// A limit on one absence ("up to one day") that does not say how often it may be used.

import type { Act, Condition } from "../../checker/model.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { conditionsWithin } from "../walk.ts";
import { citation, plural, quote } from "../wording.ts";

export const messages = defineMessages({
  "limit-without-period": {
    ...advice,
    message:
      "`{condition}` lets each `{act}` run for {days} at most ({clauses}), but nothing says how often: a family may ask again the next day, and every year.",
    hint: "Ask how many in which time, and add a limit such as `count of {act} this year fewer than 2`.",
  },
});

export const limitWithoutPeriod: Rule = ({ model, isOwn }) =>
  [...model.acts.values()].filter(isOwn).flatMap((act): readonly Diagnostic[] => {
    const conditions = act.allowedWhen.flatMap(({ condition }) => conditionsWithin(condition));
    if (conditions.some((condition) => countsActs(act, condition))) return [];
    const limited = act.allowedWhen.flatMap(({ condition, origin }) =>
      conditionsWithin(condition).flatMap((part) => lengthLimit(part).map((limit) => ({ ...limit, origin }))),
    );
    const [first] = limited;
    if (first === undefined) return [];
    const args = {
      condition: quote(first.part.span),
      act: act.name,
      days: plural(first.days, "day"),
      clauses: citation(...limited.map(({ origin }) => origin)),
    };
    const labels = limited.slice(1).map(({ part }) => ({ span: part.span, text: "nor here" }));
    return [messages.limitWithoutPeriod(args, first.part.span, { labels })];
  });

/** What the ends of one absence are called; a notice that must come by some day is no limit on a length. */
const isFirstDay = /^(?:first|start|starts|begin|begins|from|leave-from)\b|-(?:first-day|start)$/;
const isLastDay = /^(?:last|end|ends|until|to|leave-until|back)\b|-(?:last-day|end)$/;

/** `last-day by day 1 of first-day`, both dates of the same record. */
function lengthLimit(part: Condition): readonly { readonly part: Condition; readonly days: number }[] {
  if (part.kind !== "moments" || part.left.kind !== "event" || part.left.event.kind !== "field") return [];
  if (!isLastDay.test(part.left.event.field)) return [];
  const { right } = part;
  const ofRecord = right.kind === "day-of" && right.of.kind === "field" && isFirstDay.test(right.of.field);
  return ofRecord && (part.edge === "by" || part.edge === "before") ? [{ part, days: right.n }] : [];
}

function countsActs({ name }: Act, condition: Condition): boolean {
  if (condition.kind !== "compare") return false;
  return [condition.left, condition.right].some(
    (value) => (value.kind === "acts" || value.kind === "ordinal") && value.act === name && value.window !== undefined,
  );
}
