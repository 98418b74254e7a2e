// What examples reach → a bar for each declaration and the places they miss; and plain data for programs.

import { makePaint } from "../diagnostics/paint.ts";
import { positionOf, spanText } from "../source/text.ts";
import type { CoveredDeclaration, ReachedPlace } from "./cover-examples.ts";
import type { PrintOptions } from "./print-coverage.ts";

const BAR = 12;

/** A line for each declaration, the unreached places of it below, then the sums. Ends in a line break. */
export function printReached(declarations: readonly CoveredDeclaration[], { width, colour }: PrintOptions): string {
  const paint = makePaint(colour);
  const lines = declarations.flatMap((declaration) => {
    const missed = declaration.places.filter(({ reached }) => !reached);
    const whole = missed.length === 0;
    return [
      `${paint(whole ? "green" : "red", bar(declaration.places))} ${share(declaration.places)}  ${declaration.title}`,
      ...missed.map((place) => `      ${lineOf(place)}  ${cut(missedWords(place), width - 14)}`),
    ];
  });
  return [...lines, "", ...sums(declarations.flatMap(({ places }) => places)), ""].join("\n");
}

function bar(places: readonly ReachedPlace[]): string {
  const reached = places.filter((place) => place.reached).length;
  // A full bar is for what is reached in full, and an empty one for nothing at all.
  const full = Math.floor((BAR * reached) / places.length);
  const shown = reached > 0 ? Math.max(1, full) : 0;
  return "█".repeat(shown) + "░".repeat(BAR - shown);
}

function share(places: readonly ReachedPlace[]): string {
  const reached = places.filter((place) => place.reached).length;
  return `${reached} of ${places.length}`.padStart(9);
}

function lineOf({ span }: ReachedPlace): string {
  return String(positionOf(span).line).padStart(5);
}

/** What no example saw of the place, then the place itself in the author's words. */
export function missedWords({ never, span }: ReachedPlace): string {
  const says = { reached: "never reached", held: "never holds", failed: "never fails" }[never ?? "reached"];
  return `${says}: ${spanText(span).replaceAll(/--.*$/gm, "").replaceAll(/\s+/g, " ").trim()}`;
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

function sums(places: readonly ReachedPlace[]): readonly string[] {
  const of = (kind: ReachedPlace["kind"]): readonly ReachedPlace[] => places.filter((place) => place.kind === kind);
  const count = (all: readonly ReachedPlace[]): string =>
    `${all.filter(({ reached }) => reached).length} of ${all.length}`;
  const [rules, branches, edges] = [of("rule"), of("branch"), of("edge")];
  const exact = edges.filter(({ atEdge }) => atEdge).length;
  return [
    `${count(rules)} rules reached`,
    `${count(branches)} branches taken both ways`,
    `${count(edges)} edges seen from both sides, ${exact} of them with somebody exactly there`,
  ];
}

export function reachedToJson(declarations: readonly CoveredDeclaration[]): object {
  return {
    declarations: declarations.map(({ title, span, places }) => ({
      title,
      line: positionOf(span).line,
      places: places.map((place) => ({
        kind: place.kind,
        line: positionOf(place.span).line,
        says: spanText(place.span).replaceAll(/\s+/g, " ").trim(),
        reached: place.reached,
        ...(place.never === undefined ? {} : { never: place.never }),
        ...(place.kind === "edge" ? { exactlyThere: place.atEdge } : {}),
      })),
    })),
  };
}
