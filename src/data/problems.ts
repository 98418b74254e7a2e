// Collects what is wrong with files while they stream by, and afterwards turns it into diagnostics that show their lines.
// Knows places as file, line and cell; a fault found a million times over is told a few times and then counted.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/order.ts";
import type { Extras } from "../diagnostics/template.ts";
import type { SourceText, Span } from "../source/text.ts";
import { makeSpan } from "../source/text.ts";
import { cellOffsets } from "./cell-span.ts";
import { fileMessages } from "./diagnostics.ts";
import { readExcerpt } from "./excerpt.ts";
import type { ReadFolder } from "./read-folder.ts";

/** A row, or one cell of it, or one character of a cell. A file that does not exist has its place too: line 1 of nothing. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly lastLine?: number;
  readonly separator?: string;
  /** From 0; undefined for the whole row. */
  readonly cell?: number;
  /** From 0, within the cell. */
  readonly character?: number;
}

/** A message constructor of any room: only its arguments differ. */
export interface Message<Arguments> {
  (args: Arguments, span: Span, extras?: Extras): Diagnostic;
  readonly code: string;
}

export interface Problems {
  /** `args` is called only if the problem will be told one by one, so it may be dear. `first` is an earlier row that this one quarrels with. */
  readonly report: <Arguments>(message: Message<Arguments>, args: () => Arguments, place: Place, first?: Place) => void;
  /** Everything reported, in order of file and place. Reads the faulty lines from the folder again. */
  readonly toDiagnostics: (folder: ReadFolder) => Promise<readonly Diagnostic[]>;
}

/** How many problems of one code are told one by one in one file, before the rest is counted. */
const TOLD = 20;

interface Told {
  readonly place: Place;
  readonly first: Place | undefined;
  readonly make: (span: Span, extras: Extras) => Diagnostic;
}

interface Pile {
  readonly file: string;
  readonly code: string;
  readonly told: Told[];
  untold: number;
  lastLine: number;
}

export function makeProblems(): Problems {
  const piles = new Map<string, Pile>();
  return {
    report: (message, args, place, first) => {
      const key = `${message.code} ${place.file}`;
      const pile = piles.get(key) ?? { file: place.file, code: message.code, told: [], untold: 0, lastLine: 0 };
      piles.set(key, pile);
      pile.lastLine = Math.max(pile.lastLine, place.line);
      if (pile.told.length === TOLD) pile.untold += 1;
      else {
        const filled = args();
        pile.told.push({ place, first, make: (span, extras) => message(filled, span, extras) });
      }
    },
    toDiagnostics: async (folder) => {
      const diagnostics: Diagnostic[] = [];
      for (const [file, own] of Map.groupBy(piles.values(), (pile) => pile.file)) {
        const excerpt = await readExcerpt(folder, file, wantedLines(own));
        diagnostics.push(...own.flatMap((pile) => diagnosticsOf(pile, excerpt)));
      }
      return sortDiagnostics(diagnostics);
    },
  };
}

function diagnosticsOf(pile: Pile, excerpt: SourceText): readonly Diagnostic[] {
  const told = pile.told.map(({ place, first, make }) => {
    const labels = first === undefined ? [] : [{ span: spanOf(first, excerpt), text: "the other one" }];
    return make(spanOf(place, excerpt), { labels });
  });
  const last = told.at(-1);
  if (pile.untold === 0 || last === undefined) return told;
  const args = { count: pile.untold, file: pile.file, lastLine: pile.lastLine, code: pile.code };
  return [...told, { ...fileMessages.dataMoreLikeIt(args, last.span), severity: last.severity, home: last.home }];
}

function wantedLines(piles: readonly Pile[]): ReadonlySet<number> {
  const wanted = new Set<number>();
  for (const { place, first } of piles.flatMap((pile) => pile.told)) {
    for (const each of first === undefined ? [place] : [place, first]) {
      for (let line = each.line; line <= (each.lastLine ?? each.line); line++) wanted.add(line);
    }
  }
  // a frame shows the single line between two faulty ones, so it had better be there
  for (const line of wanted) if (wanted.has(line + 2)) wanted.add(line + 1);
  return wanted;
}

function spanOf(place: Place, excerpt: SourceText): Span {
  const lineStart = (line: number): number => excerpt.lineStarts[line - 1] ?? excerpt.text.length;
  const start = lineStart(place.line);
  const row = excerpt.text.slice(start, lineStart((place.lastLine ?? place.line) + 1)).replace(/\n$/, "");
  if (place.cell === undefined) return makeSpan(excerpt, start, start + row.length);
  const { from, to } = cellOffsets(row, place.separator ?? ",", place.cell);
  if (place.character === undefined) return makeSpan(excerpt, start + from, start + to);
  const character = Math.min(to, from + place.character);
  return makeSpan(excerpt, start + character, start + Math.min(to, character + 1));
}
