// What an author wrote, ready to be quoted: on one line, without clauses and opening brackets; and of a sentence, its deadline.

import type { Sentence } from "../checker/model.ts";
import type { Span } from "../source/text.ts";
import { oneLine } from "./trace.ts";

export function written(span: Span): string {
  return oneLine(span)
    .replaceAll(/\s*\[[A-Z][A-Z0-9-]*(?:,\s*[A-Z][A-Z0-9-]*)*\]/g, "")
    .replace(/\s*\{$/, "")
    .trim();
}

/** `within 5 school days`, `before 09:30`, `by unspecified`; undefined where the sentence says no time. */
export function writtenDeadline({ deadline, origin }: Sentence): string | undefined {
  if (deadline === undefined) return undefined;
  const words = written(origin.span);
  const [found] =
    /\b(within|by|before|at) (?!.*\b(within|by|before) (\d|end|unspecified|next|start)).*$/.exec(words) ?? [];
  return (found ?? words).replace(
    / (recording|using|through|unless|if|with|or next school day|or last school day)\b.*$/,
    "",
  );
}
