// Pieces of sentences that several messages share: what the author wrote, clauses, lengths of time.

import type { Origin } from "../checker/model.ts";
import type { Span } from "../source/text.ts";
import { positionOf, spanText } from "../source/text.ts";
import { compareText } from "../support/compare-text.ts";
import { wordList } from "../support/word-list.ts";

const longestQuote = 70;

/** The author's own words on one line, cut where they run on. */
export function quote(span: Span): string {
  const words = spanText(span).trim().replaceAll(/\s+/g, " ");
  return words.length <= longestQuote ? words : `${words.slice(0, longestQuote - 1).trimEnd()}…`;
}

/** The first line of a declaration, without clauses and brackets: a place to point at that does not underline half a page. */
export function headOf({ span }: Origin): Span {
  const [firstLine = ""] = spanText(span).split(/\r|\n/);
  const head = firstLine
    .replace(/[\s{]*$/, "")
    .replace(/\s*\[[^\]]*\]$/, "")
    .trimEnd();
  return head === "" ? span : { ...span, to: span.from + head.length };
}

/** `HAL-021 and HAL-049`; where no clause is cited, the line. */
export function citation(...origins: readonly Origin[]): string {
  const clauses = [...new Set(origins.flatMap(({ clauses: cited }) => cited))].toSorted(compareText);
  if (clauses.length > 0) return wordList(clauses, "and");
  const lines = [...new Set(origins.map(({ span }) => positionOf(span).line))];
  return `${lines.length === 1 ? "line" : "lines"} ${wordList(lines.map(String), "and")}`;
}

const mostCited = 6;

/** The first few clauses of many: `HAL-010, HAL-012, HAL-014, HAL-017, HAL-021, HAL-022 and 30 more`. */
export function shortCitation(...origins: readonly Origin[]): string {
  const clauses = [...new Set(origins.flatMap(({ clauses: cited }) => cited))].toSorted(compareText);
  if (clauses.length <= mostCited + 1) return citation(...origins);
  return wordList([...clauses.slice(0, mostCited), `${clauses.length - mostCited} more`], "and");
}

/** `45 minutes`, `1 hour`, `33 hours 20 minutes`, from seconds. */
export function lengthOfTime(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const parts = [plural(hours, "hour"), plural(minutes, "minute")].filter((part) => !part.startsWith("0 "));
  return parts.length === 0 ? plural(seconds, "second") : parts.join(" ");
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function listOf(words: readonly string[]): string {
  return wordList(
    words.map((word) => `\`${word}\``),
    "and",
  );
}

const mostListed = 4;

/** A long list told by its first few: `send`, `tell`, `refer`, `hold` and 3 more. */
export function shortListOf(words: readonly string[]): string {
  if (words.length <= mostListed + 1) return listOf(words);
  const told = words.slice(0, mostListed).map((word) => `\`${word}\``);
  return wordList([...told, `${words.length - mostListed} more`], "and");
}

/** `£160`, `£62.50`, from pence. */
export function pounds(pence: number): string {
  const rest = pence % 100;
  const whole = String((pence - rest) / 100).replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return rest === 0 ? `£${whole}` : `£${whole}.${String(rest).padStart(2, "0")}`;
}
