// A policy named on the command line → a trial of its edits, or undefined after what keeps it from running was shown.

import { openTrial, parentOf } from "../index.ts";
import type { Edits, Trial } from "../index.ts";
import { openPolicy, readyPolicy } from "./open-policy.ts";
import type { OpenPolicy } from "./open-policy.ts";
import { exampleCalendar } from "./play-examples.ts";
import type { Terminal } from "./terminal.ts";

/** What a worker needs to know to open the same trial. */
export interface TrialOrder {
  readonly operand: string;
  readonly edits: Edits;
  readonly only: string | undefined;
}

export async function openTrialOf(order: TrialOrder, terminal: Terminal): Promise<Trial | undefined> {
  return trialOf(await openPolicy(order.operand, terminal), order, terminal);
}

export function trialOf(opened: OpenPolicy, { edits, only }: TrialOrder, terminal: Terminal): Trial | undefined {
  const { compilation, library } = opened;
  if (readyPolicy(opened, terminal) === undefined) return undefined;
  const calendar = exampleCalendar(opened, terminal);
  if (calendar === undefined || compilation.ast === undefined) return undefined;
  return openTrial({ compilation, parent: parentOf(compilation.ast, library)?.model, calendar, edits, only });
}
