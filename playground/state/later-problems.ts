// What examples and analysis found in one version of a text → the same in a newer version, until somebody has judged that too:
// what was said of a rule stays with the rule.

import { changedStretch } from "../../src/wording.ts";
import type { Change } from "../../src/wording.ts";
import type { Problem, Replacement } from "../worker/protocol.ts";

/** Without what the rules alone were found to be wrong in, for that is told anew at once. */
export function laterProblems(judged: readonly Problem[], ofRules: readonly Problem[]): readonly Problem[] {
  const told = new Set(ofRules.map(keyOf));
  return judged.filter((problem) => !told.has(keyOf(problem)));
}

function keyOf({ code, from, to, line, elsewhere }: Problem): string {
  return [code, from, to, line, elsewhere ?? ""].join(" ");
}

export function movedProblems(problems: readonly Problem[], before: string, after: string): readonly Problem[] {
  const change = changedStretch(before, after);
  if (change === undefined) return problems;
  const lines = linesIn(change.insert) - linesIn(before.slice(change.from, change.to));
  return problems.map((problem) => moved(problem, change, lines));
}

function moved(problem: Problem, change: Change, lines: number): Problem {
  if (problem.elsewhere !== undefined) return problem;
  const place = placeAfter(problem, change);
  return {
    ...problem,
    ...place,
    line: problem.from >= change.to ? problem.line + lines : problem.line,
    fixes: problem.fixes.flatMap(({ title, edits }) => {
      const kept = edits.flatMap((edit) => (meets(edit, change) ? [] : [{ ...edit, ...placeAfter(edit, change) }]));
      return kept.length === edits.length ? [{ title, edits: kept }] : [];
    }),
  };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What lies behind the change moves with it; what it cuts into keeps what is left of it. */
function placeAfter({ from, to }: Stretch, change: Change): Stretch {
  const by = change.insert.length - (change.to - change.from);
  const start = from >= change.to ? from + by : Math.min(from, change.from);
  const end = to >= change.to ? to + by : to <= change.from ? to : change.from;
  return { from: start, to: Math.max(start, end) };
}

/** A fix whose words were edited would mend something else. */
function meets({ from, to }: Replacement, change: Change): boolean {
  return from <= change.to && to >= change.from;
}

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}
