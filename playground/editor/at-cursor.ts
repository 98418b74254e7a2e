// Problems as marks of the editor, and what stands where the cursor is: a figure, problems, an example.

import { forEachDiagnostic } from "@codemirror/lint";
import type { Diagnostic } from "@codemirror/lint";
import type { EditorState } from "@codemirror/state";
import type { TurnableFigure } from "../worker/editing-protocol.ts";
import type { Problem } from "../worker/protocol.ts";
import type { Example } from "./beside-widgets.ts";
import { exampleAt } from "./beside.ts";
import { figureNear } from "./figures.ts";

/** What stands where the cursor is. */
export interface AtCursor {
  readonly figure: (TurnableFigure & { readonly text: string }) | undefined;
  readonly problems: readonly Problem[];
  /** One that can be tried. */
  readonly example: Example | undefined;
}

/** A problem as a mark of the editor, with what it came from. */
interface Marked extends Diagnostic {
  readonly problem: Problem;
}

export function markOf(problem: Problem): Marked {
  const { from, to, severity, message, hint, code } = problem;
  return {
    from,
    to,
    severity: severity === "advice" ? "info" : severity,
    message: hint === "" ? message : `${message}\n${hint}`,
    source: code,
    problem,
  };
}

export function atCursor(state: EditorState): AtCursor {
  const { from, to } = state.selection.main;
  const near = figureNear(state);
  const problems: Problem[] = [];
  forEachDiagnostic(state, (diagnostic, start, end) => {
    if (start <= to && from <= end && "problem" in diagnostic) problems.push((diagnostic as Marked).problem);
  });
  return {
    example: exampleAt(state),
    figure: near === undefined ? undefined : { ...near, text: state.sliceDoc(near.from, near.to) },
    problems,
  };
}
