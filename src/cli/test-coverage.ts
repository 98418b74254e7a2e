// What the examples of one policy reach.

import { coverExamples, printReached, reachedToJson } from "../index.ts";
import { exampleCalendar } from "./play-examples.ts";
import { makeProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";
import type { Tested, TestedPolicy } from "./tested.ts";

/** Undefined after the faults of the calendar were shown. */
export function coverPolicy({ opened, policy }: TestedPolicy, terminal: Terminal): Tested | undefined {
  const { source, examples } = opened.compilation;
  const calendar = exampleCalendar(opened, terminal);
  if (calendar === undefined) return undefined;
  const progress = makeProgress(terminal, "examples");
  const reached = coverExamples({ policy, ast: policy.ast, source, examples, calendar }, progress.at);
  progress.end();
  const options = { width: terminal.width, colour: terminal.colour.results };
  return {
    format: "rollcall/reached",
    text: `${source.name}: what its ${examples.length} examples reach\n${printReached(reached, options)}`,
    json: { policy: source.name, ...reachedToJson(reached) },
    passed: true,
  };
}
