// On which days, besides those that are not plain and the first it is asked on, a condition may become true. A day on which a pupil
// is plainly there never adds an absence and never lowers a share of attendance: most conditions then need not be looked at.

import type { Wakes } from "../../../runtime/batch-spec.ts";
import type { Edge } from "../../../units/edge.ts";
import type { Ratio } from "../../../units/ratio.ts";
import { includesEdge, isLowerBound, isUpperBound } from "../../../units/edge.ts";
import { isCall } from "../../../ir/ir.ts";
import type { Call } from "../../../ir/ir.ts";
import { leavesOf } from "./formula.ts";
import type { Formula, Leaf, Term } from "./formula.ts";
import type { Tables } from "./tables.ts";

/** Whether plain sessions belong to a set: those of both halves, of neither, or one knows not which. */
export type PlainIn = (set: number) => "all" | "none" | "some";

const QUIET: Wakes = { everyDay: false, windows: [], tests: [], figures: [] };
const EVERY_DAY: Wakes = { ...QUIET, everyDay: true };

export function wakesOf(formula: Formula, tables: Tables, plainIn: PlainIn): Wakes {
  const wakes = leavesOf(formula).map((leaf) => wakesOfLeaf(leaf, tables, plainIn));
  if (wakes.some(({ everyDay }) => everyDay)) return EVERY_DAY;
  return {
    everyDay: false,
    windows: [...new Set(wakes.flatMap(({ windows }) => windows))],
    tests: wakes.flatMap(({ tests }) => tests),
    figures: [...new Set(wakes.flatMap(({ figures }) => figures))],
  };
}

function wakesOfLeaf(leaf: Leaf, tables: Tables, plainIn: PlainIn): Wakes {
  switch (leaf.kind) {
    case "calendar":
      return { ...QUIET, tests: [{ place: leaf.place, truth: leaf.truth }] };
    case "flag":
    case "opened":
    case "passed":
      return EVERY_DAY;
    case "compare": {
      const { left, right } = leaf;
      const figures = [left, right].flatMap((term) =>
        term.kind === "figure" && term.on === "today" ? [term.place] : [],
      );
      const moving = [left, right].filter((term) => !isSteady(term));
      if (moving.length === 0) return { ...QUIET, figures };
      if (moving.length > 1) return EVERY_DAY;
      const [term, limit] = moving[0] === left ? [left, right] : [right, left];
      const wakes = wakesOfTerm(term, directionOf(leaf, term === left), limit, tables, plainIn);
      return { ...wakes, figures };
    }
  }
}

/** It is the same on every day, apart from the days on which a figure of the calendar changes. */
function isSteady(term: Term): boolean {
  return term.kind === "number" || term.kind === "figure" || (term.kind === "roll" && term.name === "year");
}

interface Direction {
  readonly way: "up" | "down" | "on";
  readonly included: boolean;
}

/** Which way the moving figure must go for the comparison to come true. */
function directionOf({ edge, truth }: { readonly edge: Edge; readonly truth: boolean }, left: boolean): Direction {
  if (!isLowerBound(edge) && !isUpperBound(edge)) return { way: "on", included: true };
  const upward = (isLowerBound(edge) === truth) === left;
  return { way: upward ? "up" : "down", included: includesEdge(edge) === truth };
}

function wakesOfTerm(term: Term, direction: Direction, limit: Term, tables: Tables, plainIn: PlainIn): Wakes {
  if (term.kind === "count") return wakesOfCount(term, direction, limit, tables, plainIn);
  if (term.kind === "share") return wakesOfShare(term, direction, limit, tables, plainIn);
  return EVERY_DAY;
}

/** How a window moves: it only grows, begins anew with a period, or loses its oldest days. */
function movementOf(window: Call): "grows" | "begins-anew" | "slides" {
  if (window.call !== "fixed") return "slides";
  const [{ kind }] = window.args;
  return kind === "ever" ? "grows" : kind === "this" || kind === "today" ? "begins-anew" : "slides";
}

function isOfThePast(window: Call): boolean {
  return window.call === "fixed" && window.args[0].kind === "previous";
}

function wakesOfCount(
  { set, window }: Extract<Term, { kind: "count" }>,
  { way, included }: Direction,
  limit: Term,
  tables: Tables,
  plainIn: PlainIn,
): Wakes {
  const windowing = tables.windows.list[window] as Call;
  const movement = movementOf(windowing);
  const slides = movement === "grows" ? QUIET : { ...QUIET, windows: [window] };
  switch (plainIn(tables.sets.list[set] as number)) {
    case "none":
      // What leaves the window only makes it fewer.
      return way === "up" && !isOfThePast(windowing) && limitsOf(limit, tables).every(isAboveNought(included))
        ? QUIET
        : slides;
    case "all":
      return way === "down" ? slides : EVERY_DAY;
    case "some":
      return EVERY_DAY;
  }
}

function wakesOfShare(
  { set, possible, window }: Extract<Term, { kind: "share" }>,
  { way, included }: Direction,
  limit: Term,
  tables: Tables,
  plainIn: PlainIn,
): Wakes {
  const windowing = tables.windows.list[window] as Call;
  const slides = movementOf(windowing) === "slides" ? { ...QUIET, windows: [window] } : QUIET;
  if (plainIn(tables.sets.list[possible] as number) !== "all") return EVERY_DAY;
  const limits = limitsOf(limit, tables);
  switch (plainIn(tables.sets.list[set] as number)) {
    case "all":
      return way === "down" && limits.every(isBelowTheWhole(included)) ? slides : EVERY_DAY;
    case "none":
      return way === "up" && limits.every(isAboveNought(included)) ? slides : EVERY_DAY;
    case "some":
      return EVERY_DAY;
  }
}

/** Something that nobody knows: on neither side of anything. */
const UNKNOWN: Ratio = { n: 0, d: 0 };

/** Nothing at all does not come up to it. */
function isAboveNought(included: boolean): (limit: Ratio) => boolean {
  return ({ n, d }) => d > 0 && (included ? n > 0 : n >= 0);
}

/** The whole is not as low as it. */
function isBelowTheWhole(included: boolean): (limit: Ratio) => boolean {
  return ({ n, d }) => d > 0 && (included ? n < d : n <= d);
}

/** All that a limit can be. */
function limitsOf(limit: Term, tables: Tables): readonly Ratio[] {
  if (limit.kind === "number") return [limit];
  return limit.kind === "figure" ? constantsIn(tables.figures.list[limit.place]) : [UNKNOWN];
}

function constantsIn(value: unknown): readonly Ratio[] {
  if (Array.isArray(value)) return value.flatMap(constantsIn);
  if (typeof value !== "object" || value === null) return [];
  if (!isCall(value)) return Object.values(value).flatMap(constantsIn);
  switch (value.call) {
    case "constant": {
      const [constant] = value.args;
      return [typeof constant === "object" ? constant : typeof constant === "number" ? { n: constant, d: 1 } : UNKNOWN];
    }
    case "dated":
      return constantsIn(value.args[1]);
    case "hole":
      return [];
    default:
      return [UNKNOWN];
  }
}
