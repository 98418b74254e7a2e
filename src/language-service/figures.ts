// A policy's tree → every figure an author could turn: where it stands, what it is, one step up and down, and the rule it
// belongs to. Serves numbers that are dragged, and the form of thresholds.

import { formatDay, parseDay } from "../school/day.ts";
import { formatTime, parseTime } from "../school/moment.ts";
import type { Span } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { children } from "../syntax/walk.ts";
import type { Node } from "../syntax/walk.ts";

export type FigureKind = "percent" | "money" | "quantity" | "number" | "time" | "date";

export interface PolicyFigure {
  readonly kind: FigureKind;
  /** The digits alone: what an edit replaces. `95.5%` has the place of `95.5%`, `10 sessions` that of `10`. */
  readonly span: Span;
  readonly text: string;
  /** In the author's words, such as `school days`; empty for what bears its own sign. */
  readonly unit: string;
  /** The declaration it stands in, outermost first, each with a name or title. */
  readonly within: readonly Node[];
  readonly clauses: readonly string[];
}

/** In the order of the text; figures of examples are nobody's threshold and are left out. */
export function figuresOf(policy: Ast.Policy): readonly PolicyFigure[] {
  const found: PolicyFigure[] = [];
  const visit = (node: Node, within: readonly Node[], clauses: readonly string[]): void => {
    if (node.kind === "example" || node.kind === "header") return;
    const own = "clauses" in node && node.clauses.length > 0 ? node.clauses.map(({ text }) => text) : clauses;
    const figure = figureOf(node);
    if (figure !== undefined) found.push({ ...figure, within, clauses: own });
    const around = "comments" in node ? [...within, node] : within;
    for (const child of children(node)) visit(child, around, own);
  };
  visit(policy, [], []);
  return found;
}

function figureOf(node: Node): Omit<PolicyFigure, "within" | "clauses"> | undefined {
  const plain = (kind: FigureKind, unit = ""): Omit<PolicyFigure, "within" | "clauses"> => {
    const { span } = node;
    const text = span.source.text.slice(span.from, span.to);
    return { kind, span, text, unit };
  };
  switch (node.kind) {
    case "percent":
    case "money":
    case "number":
    case "time":
    case "date":
      return plain(node.kind);
    case "quantity": {
      const span = { ...node.span, to: node.span.from + node.digits.length };
      return {
        kind: "quantity",
        span,
        text: node.digits,
        unit: node.unit.words.map(({ text }) => text).join(" "),
      };
    }
    default:
      return undefined;
  }
}

/** The figure so many steps up (or down), as the author would write it; undefined where there is none such. */
export function stepped(kind: FigureKind, text: string, steps: number): string | undefined {
  switch (kind) {
    case "percent": {
      const tenths = wholeOf(text.replace(/%$/, ""), 1);
      if (tenths === undefined) return undefined;
      const next = tenths + 5 * steps;
      return next < 0 || next > 1000
        ? undefined
        : `${next % 10 === 0 ? next / 10 : `${Math.floor(next / 10)}.${next % 10}`}%`;
    }
    case "money": {
      const pence = wholeOf(text.replaceAll(/[£,]/g, ""), 2);
      if (pence === undefined) return undefined;
      const next = pence + 500 * steps;
      if (next < 0) return undefined;
      const pounds = String(Math.floor(next / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ",");
      return next % 100 === 0 ? `£${pounds}` : `£${pounds}.${String(next % 100).padStart(2, "0")}`;
    }
    case "quantity":
    case "number": {
      const next = /^\d{1,9}$/.test(text) ? Number(text) + steps : -1;
      return next < 0 ? undefined : String(next);
    }
    case "time": {
      const second = parseTime(text);
      const next = second === undefined ? -1 : second + 300 * steps;
      return next < 0 || next >= 86_400 ? undefined : formatTime(next);
    }
    case "date": {
      const day = parseDay(text);
      return day === undefined ? undefined : formatDay(day + steps);
    }
  }
}

/** A whole number by which figures of one kind can be told apart and put in order; undefined for what is no such figure. */
export function orderOfFigure(kind: FigureKind, text: string): number | undefined {
  switch (kind) {
    case "percent":
      return wholeOf(text.replace(/%$/, ""), 2);
    case "money":
      return wholeOf(text.replaceAll(/[£,]/g, ""), 2);
    case "quantity":
    case "number":
      return wholeOf(text, 2);
    case "time":
      return parseTime(text);
    case "date":
      return parseDay(text);
  }
}

/** `95.5` to one place is 955; undefined for more places than that, which no step would keep. */
function wholeOf(text: string, places: number): number | undefined {
  const match = /^(\d{1,7})(?:\.(\d+))?$/.exec(text);
  const decimals = match?.[2] ?? "";
  return match === null || decimals.length > places ? undefined : Number(`${match[1]}${decimals.padEnd(places, "0")}`);
}
