// A policy with faults → the same file mended, as far as Rollcall knows how. What is unwise or unlawful is a school's to decide,
// and is left alone: only what cannot be read or makes no sense is written anew.

import { applyFixes, positionOf } from "../index.ts";
import type { Day, Diagnostic, Fix } from "../index.ts";
import { openPolicy } from "./open-policy.ts";
import type { OpenPolicy } from "./open-policy.ts";
import type { Terminal } from "./terminal.ts";
import { writeFile } from "./write-files.ts";

/** One mended fault may show another; more rounds than this would be going in a circle. */
const MOST_ROUNDS = 10;

/** Writes the mended text over the file and says what was done; the policy as it then is. */
export async function mendPolicy(opened: OpenPolicy, terminal: Terminal, today: Day | undefined): Promise<OpenPolicy> {
  let current = opened;
  for (let round = 0; round < MOST_ROUNDS && current.path !== undefined; round++) {
    const { source } = current.compilation;
    const mendable = mendableIn(current);
    const { text, applied } = applyFixes(source, mendable);
    if (applied.length === 0) break;
    writeFile(current.path, text);
    const mended = await openPolicy(current.path, terminal, undefined, today);
    if (mendableIn(mended).length >= mendable.length) {
      // What makes it no better is taken back.
      writeFile(current.path, source.text);
      break;
    }
    terminal.say(applied.map((fix) => `mended ${placeOf(fix)}: ${fix.title}\n`).join(""));
    current = mended;
  }
  return current;
}

function mendableIn({ compilation }: OpenPolicy): readonly Diagnostic[] {
  return compilation.diagnostics.filter(({ home, fixes }) => home !== "unwise-or-unlawful" && fixes.length > 0);
}

function placeOf({ edits }: Fix): string {
  const first = edits[0];
  if (first === undefined) return "";
  const { line, column } = positionOf(first.span);
  return `${first.span.source.name}:${line}:${column}`;
}
