// A text that was compiled, and the text now → the figure that was turned in it, if that is all that happened.

import { changedStretch } from "../../src/wording.ts";
import type { Replacement } from "../worker/protocol.ts";

/** Whether it really was a figure, and meant one, the compiler finds out. */
export function turnedFigure(before: string, now: string): Replacement | undefined {
  const change = changedStretch(before, now);
  if (change === undefined) return undefined;
  const { from, to, insert } = change;
  return ofFigures.test(before.slice(from, to)) && ofFigures.test(insert) ? { from, to, text: insert } : undefined;
}

export interface Turn {
  readonly before: string;
  readonly edit: Replacement;
}

/** A figure that was turned and is what it was again: the text is the one that was compiled, and need not be read anew at once. */
export function turnedBack(last: Turn | undefined, now: string): Replacement | undefined {
  if (last?.before !== now) return undefined;
  const { from, to } = last.edit;
  return { from, to, text: now.slice(from, to) };
}

/** What stands in percentages, amounts, times and days. */
const ofFigures = /^[\d.,:£%-]{0,12}$/;
