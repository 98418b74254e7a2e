// The state of a policy's check in one line, and problems in the order in which they are told.

import type { Problem } from "../worker/protocol.ts";

const gravity = { error: 0, warning: 1, advice: 2 } as const;

export interface Told {
  readonly errors: readonly Problem[];
  readonly others: readonly Problem[];
}

/** Errors apart; warnings before advice, each in the order of the text. */
export function sorted(problems: readonly Problem[]): Told {
  const inOrder = problems.toSorted((a, b) => gravity[a.severity] - gravity[b.severity] || a.from - b.from);
  return {
    errors: inOrder.filter(({ severity }) => severity === "error"),
    others: inOrder.filter(({ severity }) => severity !== "error"),
  };
}

/** `It can run. 3 warnings, 12 suggestions.` */
export function sayCheck(problems: readonly Problem[]): string {
  const count = (severity: Problem["severity"]): number =>
    problems.filter((problem) => problem.severity === severity).length;
  const errors = count("error");
  const others = sayOthers(count("warning"), count("advice"));
  if (errors > 0) return `${counted(errors, "error", "errors")} to mend before it can run.`;
  return others === "" ? "It can run, and there is nothing to mend." : `It can run. ${others}.`;
}

/** `3 warnings, 12 suggestions`; empty where there is neither. */
export function sayOthers(warnings: number, advice: number): string {
  return [
    warnings === 0 ? "" : counted(warnings, "warning", "warnings"),
    advice === 0 ? "" : counted(advice, "suggestion", "suggestions"),
  ]
    .filter((words) => words !== "")
    .join(", ");
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `Line 12`, or the file of a layer above. */
export function sayPlace({ line, elsewhere }: Problem): string {
  return elsewhere === undefined ? `Line ${line}` : `${elsewhere}, line ${line}`;
}
