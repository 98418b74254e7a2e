// Three-valued logic and exact comparison. "Not known" is undefined: it opens nothing and ends nothing (S13), and a
// combination is known as soon as the parts that are known settle it.

import { Bug } from "../support/bug.ts";
import { compareText } from "../support/compare-text.ts";
import { holdsAt } from "../units/edge.ts";
import type { Edge } from "../units/edge.ts";
import { compareRatio } from "../units/ratio.ts";
import type { Comparison, Ratio } from "../units/ratio.ts";
import type { Context, Unknown } from "./context.ts";
import { forget, holdsWhileNotReached, holdsWhileOnItsSide, settle } from "./horizon.ts";
import type { Figure, Read, Test } from "./program.ts";

/** Forgets what was not known on the way to an answer that is known all the same. */
function settled(context: Context, before: number, answer: boolean): boolean {
  if (context.unknowns !== undefined) context.unknowns.length = before;
  return answer;
}

export function all(...tests: Test[]): Test {
  return (context) => {
    const before = context.unknowns?.length ?? 0;
    let answer: boolean | undefined = true;
    for (const test of tests) {
      const part = test(context);
      if (part === false) return settled(context, before, false);
      if (part === undefined) answer = undefined;
    }
    return answer;
  };
}

export function any(...tests: Test[]): Test {
  return (context) => {
    const before = context.unknowns?.length ?? 0;
    let answer: boolean | undefined = false;
    for (const test of tests) {
      const part = test(context);
      if (part === true) return settled(context, before, true);
      if (part === undefined) answer = undefined;
    }
    return answer;
  };
}

export function not(test: Test): Test {
  return (context) => {
    const answer = test(context);
    return answer === undefined ? undefined : !answer;
  };
}

/** At least n of the parts hold. */
export function someOf(n: number, ...tests: Test[]): Test {
  return (context) => {
    const before = context.unknowns?.length ?? 0;
    let holding = 0;
    let open = 0;
    for (const test of tests) {
      const part = test(context);
      if (part === true) holding++;
      if (part === undefined) open++;
    }
    if (holding >= n) return settled(context, before, true);
    return holding + open < n ? settled(context, before, false) : undefined;
  };
}

export function compare(left: Read, edge: Edge, right: Read): Test {
  return (context) => {
    const a = left(context);
    const loose = context.horizon?.share;
    const b = right(context);
    if (b === undefined) forget(context, loose);
    if (isRatio(a) && isRatio(b)) holdsWhileOnItsSide(context, a, b);
    if (typeof a === "number" && typeof b === "number") holdsWhileNotReached(context, a, b);
    settle(context);
    return a === undefined || b === undefined ? undefined : holdsAt(edge, compareFigures(a, b));
  };
}

function isRatio(figure: Figure | undefined): figure is Ratio {
  return typeof figure === "object";
}

/** The sign of a − b, exactly; texts in the order of their characters, never of a locale. */
export function compareFigures(a: Figure, b: Figure): Comparison {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  if (typeof a === "string" || typeof b === "string") throw new Bug("a text cannot be compared with a number");
  return compareRatio(typeof a === "number" ? { n: a, d: 1 } : a, typeof b === "number" ? { n: b, d: 1 } : b);
}

export function always(): boolean {
  return true;
}

/** What a test does not know, if it does not know its answer; an empty list if it does. */
export function unknownsOf(test: Test, context: Context): readonly Unknown[] {
  const unknowns: Unknown[] = [];
  return test({ ...context, unknowns }) === undefined ? unknowns : [];
}
