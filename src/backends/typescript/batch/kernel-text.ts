// Names and small pieces of the text of a packed decision. With types it stands in a module, without them it runs as it is.

import type { Edge } from "../../../units/edge.ts";
import { includesEdge, isLowerBound, isUpperBound } from "../../../units/edge.ts";
import type { Ratio } from "../../../units/ratio.ts";

export interface Writer {
  /** An entry of a table that is known to be there. */
  readonly at: (table: string, index: string | number) => string;
  readonly as: (value: string, type: string) => string;
}

export function makeWriter(typed: boolean): Writer {
  const as: Writer["as"] = (value, type) => (typed ? `(${value} as ${type})` : value);
  return { as, at: (table, index) => as(`${table}[${index}]`, "number") };
}

/** How two exact numbers compare, as an operator. */
export function operatorOf(edge: Edge, truth: boolean): string {
  const included = includesEdge(edge) === truth;
  if (!isLowerBound(edge) && !isUpperBound(edge)) return truth ? "===" : "!==";
  return `${isLowerBound(edge) === truth ? ">" : "<"}${included ? "=" : ""}`;
}

/** A figure in text: numerator, denominator, and what must hold for it to be known. */
export interface Printed {
  readonly n: string;
  readonly d: string;
  readonly known: readonly string[];
}

export function printComparison(left: Printed, edge: Edge, right: Printed, truth: boolean): string {
  const [over, under] = [product(left.n, right.d), product(right.n, left.d)];
  return conjunction([...left.known, ...right.known, `${over} ${operatorOf(edge, truth)} ${under}`]);
}

function product(a: string, b: string): string {
  if (a === "1") return b;
  return b === "1" ? a : `${a} * ${b}`;
}

export function conjunction(parts: readonly string[]): string {
  const each = [...new Set(parts)];
  return each.length === 0 ? "true" : each.length === 1 ? (each[0] as string) : `(${each.join(" && ")})`;
}

export function disjunction(parts: readonly string[]): string {
  return parts.length === 0 ? "false" : parts.length === 1 ? (parts[0] as string) : `(${parts.join(" || ")})`;
}

export function reduce({ n, d }: Ratio): Ratio {
  let [a, b] = [Math.abs(n), d];
  while (b > 0) [a, b] = [b, a % b];
  return a > 1 ? { n: n / a, d: d / a } : { n, d };
}

/** Without the names that nothing uses, and indented as it is nested. One declaration stands on a line. */
export function tidy(text: string): string {
  let lines = text.split("\n").map((line) => line.trim());
  for (let many = -1; many !== lines.length;) {
    many = lines.length;
    const uses = new Map<string, number>();
    for (const [name] of lines.join("\n").matchAll(/(?<![.\w$])[A-Za-z_$][\w$]*/g))
      uses.set(name, (uses.get(name) ?? 0) + 1);
    lines = lines.filter((line) => {
      const declared = /^(?:const|let) ([A-Za-z_$][\w$]*) = [^{]*;$/.exec(line)?.[1];
      return line !== "" && (declared === undefined || uses.get(declared) !== 1);
    });
  }
  let depth = 0;
  return lines
    .map((line) => {
      const indent = "  ".repeat(Math.max(0, depth - (/^[}\])]/.test(line) ? 1 : 0)));
      for (const character of line) depth += "{".includes(character) ? 1 : "}".includes(character) ? -1 : 0;
      return indent + line;
    })
    .join("\n");
}
