// What an author wrote, ready to be quoted: on one line, without clauses and opening brackets; and of a sentence, its deadline.

import type { Duty, Sentence, Value } from "../checker/model.ts";
import type { Span } from "../source/text.ts";
import { unitWords } from "../units/unit.ts";
import { oneLine } from "../source/one-line.ts";

export function written(span: Span): string {
  return oneLine(span)
    .replaceAll(/\s*\[[A-Z][A-Z0-9-]*(?:,\s*[A-Z][A-Z0-9-]*)*\]/g, "")
    .replace(/\s*\{$/, "")
    .trim();
}

/** `within 5 school days`, `before 09:30`, `by unspecified`; undefined where the sentence says no time. */
export function writtenDeadline({ deadline }: Sentence): string | undefined {
  if (deadline === undefined) return undefined;
  if (deadline.kind === "by")
    return `${deadline.edge} ${deadline.moment.kind === "hole" ? "unspecified" : written(deadline.moment.span)}`;
  const { n, unit, of, closed } = deadline;
  const told = written(n.span);
  const length = /[a-z]/.test(told) ? told : `${told} ${unitWords(unit, Number(told))}`;
  const off = closed === undefined ? "" : closed === "next" ? " or next school day" : " or last school day before";
  return `within ${length}${of === undefined ? "" : ` of ${written(of.span)}`}${off}`;
}

/** `every 2 school weeks`, `every term`; undefined where it is not said. */
export function writtenCadence({ every }: Pick<Duty, "every">): string | undefined {
  if (every.kind === "hole") return undefined;
  if (every.kind === "period") return `every ${unitWords(every.unit === "day" ? "school-day" : every.unit, 1)}`;
  const told = countOf(every.n);
  return /[a-z]/.test(told) ? `every ${told}` : `every ${told} ${unitWords(every.unit, Number(told))}`;
}

function countOf(n: number | Value): string {
  return typeof n === "number" ? String(n) : written(n.span);
}
