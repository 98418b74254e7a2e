// Two versions of a text and what they lay down otherwise → lines that were edited to no effect, such as a comment or a reading
// that is not chosen, so that nobody wonders why nothing happens.

import { positionOf } from "../../src/index.ts";
import type { PolicyDiff } from "../../src/index.ts";
import type { Ready } from "./ready.ts";
import type { IdleLine } from "./what-if-protocol.ts";

type Changes = PolicyDiff["changes"];

/** Only where lines stand against lines; where lines came or went, what is laid down otherwise tells it. */
export function idleLines(before: Ready, after: Ready, changes: Changes): readonly IdleLine[] {
  const [old, young] = [before, after].map(({ compilation }) => compilation.source.text.split("\n"));
  if (old === undefined || young === undefined || old.length !== young.length) return [];
  const covered = coveredLines(after, changes);
  return young.flatMap((text, index): readonly IdleLine[] => {
    const was = old[index] ?? "";
    if (was === text || covered.has(index + 1)) return [];
    return [{ line: index + 1, before: was.trim(), after: text.trim() }];
  });
}

function coveredLines({ compilation: { source } }: Ready, changes: Changes): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { after } of changes) {
    const span = after?.origin.span;
    if (span === undefined || span.source !== source) continue;
    const first = positionOf(span).line;
    const last = first + source.text.slice(span.from, span.to).split("\n").length - 1;
    for (let line = first; line <= last; line++) lines.add(line);
  }
  return lines;
}
