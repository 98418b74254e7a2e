// A trace in words: only the parts that settle the answer, each with its figure, its limit and its dates.

import { wordList } from "../support/word-list.ts";
import { sayDay, sayFigure, sayMoment } from "./say.ts";
import type { FigureFound, Trace } from "../runtime/trace.ts";

/** Why the condition holds, fails, or is not known: `attendance this year is 94.2% (342 of 363 sessions), below 95%`. */
export function sayTrace(trace: Trace): string {
  const settling = settlingParts(trace);
  if (settling.length > 0) return wordList(settling.map(sayTrace), "and");
  const { left, right } = trace;
  if (left !== undefined && right !== undefined) return sayComparison(trace, left, right);
  const when = trace.records.at(-1);
  const found = when === undefined ? "" : ` on ${sayMoment(when.at)}`;
  if (trace.holds === undefined) return `${trace.text} is not known${sayMissing(trace.missing)}`;
  if (trace.judgement !== undefined) {
    const { question, answer } = trace.judgement;
    return `“${question}” was ${trace.holds ? "" : "not "}answered ${answer}${found}`;
  }
  return trace.holds ? `${trace.text}${found}` : sayNot(trace);
}

/** `absence not reported`, as one would say it; other conditions take their `not` in front. */
function sayNot({ kind, text }: Trace): string {
  const participle =
    /(?<= )(?:[a-z]+ed|made|sent|held|met|told|paid|seen|shown|written|taken|given|found|issued)(?![a-z-])/;
  return kind === "done" && participle.test(text) ? text.replace(participle, "not $&") : `not ${text}`;
}

/** Of an `and` that fails, the parts that fail; of an `or` that holds, the first that holds; else all of them. */
function settlingParts(trace: Trace): readonly Trace[] {
  const { kind, holds, parts } = trace;
  if (parts.length === 0) return [];
  const alike = parts.filter((part) => part.holds === holds);
  switch (kind) {
    case "and":
      return holds === true ? parts : alike;
    case "or":
      return holds === true ? alike.slice(0, 1) : alike;
    case "at-least-of":
      return alike;
    // `unless absence reported` holds because it was not: the part says so itself.
    case "not":
      return parts;
    default:
      return parts;
  }
}

function sayComparison(trace: Trace, left: FigureFound, right: FigureFound): string {
  const limit = trace.text.startsWith(left.text) ? trace.text.slice(left.text.length).trim() : `against ${right.text}`;
  const shown =
    right.text === "" || limit.endsWith(sayFigure(right.value, right.type)) || /\d/.test(limit)
      ? limit
      : `${limit} (${sayFigure(right.value, right.type)})`;
  const base = `${left.text} is ${sayFigure(left.value, left.type)}`;
  if (trace.holds === undefined) return `${base}${sayMissing(trace.missing)}`;
  return trace.holds ? `${base}, ${shown}` : `${base}, not ${shown}`;
}

function sayMissing(missing: readonly string[]): string {
  return missing.length === 0 ? "" : `: ${wordList(missing, "and")}`;
}

/** The marks a figure rests on, gathered by day: `Mon 2 Mar 2026 GG`. */
export function sayMarks(figure: FigureFound): readonly string[] {
  const days = new Map<number, string>();
  for (const { day, half, code } of figure.marks) {
    const before = days.get(day);
    days.set(day, before === undefined ? `${half} ${code}` : `${before}, ${half} ${code}`);
  }
  return [...days].map(([day, codes]) => `${sayDay(day)}: ${codes}`);
}

/** Every figure in a trace, outermost first. */
export function figuresIn(trace: Trace): readonly FigureFound[] {
  return [
    ...(trace.left === undefined ? [] : [trace.left]),
    ...(trace.right === undefined ? [] : [trace.right]),
    ...trace.parts.flatMap(figuresIn),
  ];
}

/** The whole trace as an indented outline, with a tick, a cross or a question mark before each part. */
export function outlineTrace(trace: Trace, indent = ""): readonly string[] {
  const sign = trace.holds === undefined ? "?" : trace.holds ? "✓" : "✗";
  const figures = [trace.left, trace.right].filter(
    (figure) => figure !== undefined && !/^[\d£]/.test(figure.text),
  ) as readonly FigureFound[];
  // The words after `unless` hold by not being so.
  const text = trace.kind === "not" && !trace.text.startsWith("not ") ? `not ${trace.text}` : trace.text;
  return [
    `${indent}${sign} ${text}`,
    ...figures.map(
      (figure) => `${indent}    ${figure.text} = ${sayFigure(figure.value, figure.type)}${sayWindow(figure)}`,
    ),
    ...trace.parts.flatMap((part) => outlineTrace(part, `${indent}  `)),
  ];
}

export function sayWindow({ window }: FigureFound): string {
  return window === undefined ? "" : `, ${sayDay(window.from)} to ${sayDay(window.to)}`;
}
