// What a rule would have changed → edits of the author's text, in whichever of the two forms it is written. A phrase is the
// same in both, so most edits are words for words; a line of its own or another key is written as each form has it.

import type { Condition, Origin, Value } from "../checker/model.ts";
import type { Edit, Fix } from "../diagnostics/diagnostic.ts";
import { oneLine } from "../source/one-line.ts";
import type { Span } from "../source/text.ts";
import { lineText, makeSpan, pointSpan, positionOf, spanText } from "../source/text.ts";
import { edgeWords, includesEdge, isLowerBound, isUpperBound } from "../units/edge.ts";
import type { Edge } from "../units/edge.ts";
import { quoteInBrackets, quoteValue } from "../yaml/quote.ts";

/** One way to mend, or none where the words to be changed are not found as they usually stand. */
export function fixOf(title: string, ...edits: readonly (Edit | undefined)[]): readonly Fix[] {
  const sure = edits.filter((edit) => edit !== undefined);
  return sure.length < edits.length || sure.length === 0 ? [] : [{ title, edits: sure }];
}

/** The first words in the span that match; of a pattern with a group, what the group takes. */
export function wordsIn(span: Span, pattern: RegExp): Span | undefined {
  const found = pattern.exec(spanText(span));
  if (found === null) return undefined;
  const group = found[1];
  const at = span.from + found.index + (group === undefined ? 0 : found[0].indexOf(group));
  return makeSpan(span.source, at, at + (group ?? found[0]).length);
}

/** Every place in the span where the words stand. */
export function allWordsIn(span: Span, pattern: RegExp): readonly Span[] {
  return [...spanText(span).matchAll(new RegExp(pattern, "g"))].map((found) =>
    makeSpan(span.source, span.from + found.index, span.from + found.index + found[0].length),
  );
}

export function replaced(span: Span | undefined, text: string): Edit | undefined {
  return span === undefined ? undefined : { span, text };
}

/** Words for words, wherever the pattern stands first in the span. */
export function reworded(span: Span, pattern: RegExp, text: string): Edit | undefined {
  return replaced(wordsIn(span, pattern), text);
}

export function insertedAfter(span: Span | undefined, text: string): Edit | undefined {
  return span === undefined ? undefined : { span: pointSpan(span.source, span.to), text };
}

/** A word of the language or of the school, whole: `officer` is not in `welfare-officer`. */
export function wholeWord(word: string): RegExp {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\w-])${escaped}(?![\w-])`);
}

// ---------------------------------------------------------------- conditions

/** Takes a part out of `and` or `or`, with the word that joins it to its neighbour. */
export function partRemoved(whole: Condition, part: Condition): Edit | undefined {
  if (whole.kind !== "and" && whole.kind !== "or") return undefined;
  const at = whole.parts.indexOf(part);
  const [before, after] = [whole.parts[at - 1], whole.parts[at + 1]];
  const { source, from, to } = bracketed(part.span);
  if (before !== undefined) return { span: makeSpan(source, bracketed(before.span).to, to), text: "" };
  return after === undefined ? undefined : { span: makeSpan(source, from, bracketed(after.span).from), text: "" };
}

/** Takes a guard away, with the word or key before it. */
export function guardRemoved(span: Span): Edit | undefined {
  const { source } = span;
  const before = source.text.slice(0, span.from);
  if (!isYaml(span)) {
    const word = /\s+(?:if|unless)\s+$/.exec(before);
    return word === null ? undefined : { span: makeSpan(source, word.index, span.to), text: "" };
  }
  const key = /\n[ \t]+(?:if|unless):[ \t]+$/.exec(before);
  const alone = /^[ \t]*(?=\r|\n|$)/.test(source.text.slice(span.to));
  return key === null || !alone ? undefined : { span: makeSpan(source, key.index, span.to), text: "" };
}

/** The words that join the parts of a condition, exchanged for the other ones: every `or` becomes `and`. */
export function joinedOtherwise(whole: Condition): readonly (Edit | undefined)[] {
  if (whole.kind !== "and" && whole.kind !== "or") return [undefined];
  const { kind, parts } = whole;
  return parts.slice(1).map((part, index) => {
    const before = parts[index];
    if (before === undefined) return undefined;
    const between = makeSpan(part.span.source, before.span.to, part.span.from);
    return reworded(between, wholeWord(kind), kind === "or" ? "and" : "or");
  });
}

/** The part with the brackets around it alone. */
function bracketed(span: Span): Span {
  const { source } = span;
  const opens = /\(\s*$/.exec(source.text.slice(0, span.from));
  const closes = /^\s*\)/.exec(source.text.slice(span.to));
  if (opens === null || closes === null || spanText(span).startsWith("(")) return span;
  return bracketed(makeSpan(source, opens.index, span.to + closes[0].length));
}

/** The words of a test turned round: `attendance this year below 95%` → `attendance this year at least 95%`. */
export function oppositeWords(condition: Condition): string | undefined {
  if (condition.kind === "status" || condition.kind === "flag") return `not ${oneLine(condition.span)}`;
  if (condition.kind !== "compare") return undefined;
  const { left, edge, right } = condition;
  const opposite = complementOf(edge, unitOfCount(left));
  return opposite === undefined ? undefined : `${oneLine(left.span)} ${edgeWords(opposite)} ${oneLine(right.span)}`;
}

/** How the limit of a figure is said from the other side, so that nothing is in both and nothing in neither. */
export function complementOf(edge: Edge, counted: boolean): Edge | undefined {
  if (isLowerBound(edge)) return includesEdge(edge) ? (counted ? "fewer-than" : "below") : "at-most";
  if (isUpperBound(edge)) return includesEdge(edge) ? (counted ? "more-than" : "above") : "at-least";
  return undefined;
}

function unitOfCount({ kind }: Value): boolean {
  return kind !== "rate" && kind !== "measure";
}

// ---------------------------------------------------------------- statements

export function isYaml({ source }: Span): boolean {
  return source.name.endsWith(".yaml");
}

export interface TwoForms {
  /** Lines of the text form. */
  readonly text: readonly string[];
  /** Lines of the YAML form, its hyphen included. */
  readonly yaml: readonly string[];
}

/** A statement of its own on the lines above another. Undefined where that one does not begin its line. */
export function statementBefore(span: Span, lines: TwoForms): Edit | undefined {
  const indent = indentOf(span);
  if (indent === undefined) return undefined;
  const written = isYaml(span) ? lines.yaml : lines.text;
  return {
    span: pointSpan(span.source, span.from),
    text: written.map((line) => `${line}\n${indent}`).join(""),
  };
}

/** Takes a whole statement away with its lines; undefined where others share them. */
export function statementRemoved(span: Span): Edit | undefined {
  const { source } = span;
  const indent = indentOf(span);
  const after = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(source.text.slice(span.to));
  if (indent === undefined || after === null) return undefined;
  const whole = makeSpan(source, span.from - indent.length, span.to + after[0].length);
  return isAlone(span, indent) ? keyRemoved(whole) : { span: whole, text: "" };
}

/** Whether it is all that stands beneath its key. The text form has no keys. */
function isAlone(span: Span, indent: string): boolean {
  if (!isYaml(span)) return false;
  const { source } = span;
  const before = source.text.slice(0, span.from).trimEnd();
  const next = /\S/.exec(source.text.slice(span.to));
  const following = next === null ? 0 : positionOf(pointSpan(source, span.to + next.index)).column - 1;
  return before.endsWith(":") && following < indent.length;
}

/** With the key above, which would have nothing left. Undefined where that key begins an entry of a list. */
function keyRemoved({ source, from, to }: Span): Edit | undefined {
  const above = /(?<=^|\n)[ \t]*[\w-]+:[ \t]*\r?\n\s*$/.exec(source.text.slice(0, from));
  return above === null ? undefined : { span: makeSpan(source, above.index, to), text: "" };
}

/** The blanks before a statement that begins its line. */
function indentOf(span: Span): string | undefined {
  const { line, column } = positionOf(span);
  const before = lineText(span.source, line).slice(0, column - 1);
  return before.trim() === "" ? before : undefined;
}

export interface Addition {
  /** What the text form says, such as `unless appointment shown`. */
  readonly text: string;
  readonly key: string;
  readonly value: string;
}

/**
 * Says one more thing of a statement of one line. `beforeTail` finds where the text form says it; without it that is before
 * lock and clauses.
 */
export function addedTo(span: Span, { text, key, value }: Addition, place?: RegExp): Edit | undefined {
  if (isYaml(span)) return keyAdded(span, key, value);
  const words = spanText(span);
  const [line = ""] = words.split(/\r|\n/);
  const found = place?.exec(line);
  if (place !== undefined && found === null) return undefined;
  const end = found === null || found === undefined ? tailOf(line) : found.index + found[0].length;
  return { span: pointSpan(span.source, span.from + end), text: ` ${text}` };
}

/** Where lock, clauses and an opening brace begin, with the blanks before them. */
function tailOf(line: string): number {
  const tail = /(?:\s*,\s*(?:fixed|free|may only rise|may only fall))?(?:\s*\[[^\]]*\])?\s*\{?\s*$/.exec(line);
  return tail?.index ?? line.length;
}

function keyAdded(span: Span, key: string, value: string): Edit | undefined {
  const { source } = span;
  const words = spanText(span).trimEnd();
  const end = span.from + words.length;
  if (words.endsWith("}") && /^(?:- *)?(?:[^\s:{]+: *)?\{/.test(words)) {
    return { span: pointSpan(source, end - 1), text: `, ${key}: ${quoteInBrackets(value)}` };
  }
  const { column } = positionOf(span);
  const hyphen = /^- */.exec(words)?.[0].length;
  const nested = /\n( *)\S/.exec(words)?.[1];
  const indent = hyphen === undefined ? nested : " ".repeat(column - 1 + hyphen);
  if (indent === undefined) return undefined;
  const firstLine = /\r|\n/.exec(words)?.index;
  if (hyphen === undefined || firstLine !== undefined) {
    const at = span.from + (firstLine ?? words.length);
    return { span: pointSpan(source, at), text: `\n${indent}${key}: ${quoteValue(value)}` };
  }
  return { span: pointSpan(source, end), text: `\n${indent}${key}: ${quoteValue(value)}` };
}

/** Two statements of one block, each in the other's place. */
export function exchanged(first: Origin, second: Origin): readonly Edit[] {
  return [
    { span: first.span, text: spanText(second.span) },
    { span: second.span, text: spanText(first.span) },
  ];
}
