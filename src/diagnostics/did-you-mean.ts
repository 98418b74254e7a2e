// An unknown name and the names that exist, in; the one that was probably meant, out.
// Distance is Damerau-Levenshtein (a slip inserts, drops, changes or swaps a letter), bounded so that a far name is no suggestion.

import { compareText } from "../support/compare-text.ts";
import { plainName } from "../support/plain-name.ts";
import { wordList } from "../support/word-list.ts";

/**
 * The nearest candidate, or undefined when none is near. Capitals, spaces and the order of hyphenated words are forgiven, and
 * initials for the words are taken: `fsm` for `free-school-meals`.
 */
export function closestName(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = plainName(word);
  const names = [...candidates];
  const sameWords = names.find((name) => sortedWords(plainName(name)) === sortedWords(wanted));
  if (sameWords !== undefined) return sameWords;
  const sameInitials = names.find((name) => wanted.length > 1 && initialsOf(plainName(name)) === wanted);
  if (sameInitials !== undefined) return sameInitials;
  let best: string | undefined;
  let bound = slipsAllowed(wanted);
  for (const name of names) {
    const distance = boundedDistance(wanted, plainName(name), bound);
    if (distance === undefined) continue;
    best = name;
    bound = distance - 1;
  }
  return best;
}

/** A whole sentence for a hint: the probable name, else the names there are (`what` is their plural, such as "roles"). */
export function suggestName(word: string, candidates: Iterable<string>, what: string): string {
  const names = [...new Set(candidates)];
  const closest = closestName(word, names);
  if (closest !== undefined) return `Did you mean "${closest}"?`;
  if (names.length === 0) return `There are no ${what} to choose from yet.`;
  if (names.length > 12) return `It is none of the ${names.length} ${what} known here.`;
  return `The ${what} known here: ${wordList(names, "and")}.`;
}

/**
 * The number of slips between two words, or undefined when it is more than `bound`. Letters already swapped are not
 * edited again (optimal string alignment).
 */
export function boundedDistance(a: string, b: string, bound: number): number | undefined {
  if (bound < 0 || Math.abs(a.length - b.length) > bound) return undefined;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = at(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped = endsSwapped(a, row, b, column) ? at(beforeLast, column - 2) + 1 : Infinity;
      current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, changed, swapped));
    }
    if (Math.min(...current) > bound && Math.min(...last) > bound) return undefined;
    beforeLast = last;
    last = current;
  }
  const distance = at(last, b.length);
  return distance <= bound ? distance : undefined;
}

function endsSwapped(a: string, row: number, b: string, column: number): boolean {
  return row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}

/** One slip in three letters leaves a word recognisable; a single letter changed, or four slips, is another word. */
function slipsAllowed(word: string): number {
  return Math.min(3, Math.floor((word.length + 1) / 3));
}

function initialsOf(name: string): string {
  return name.replaceAll(/([^-])[^-]*-?/g, "$1");
}

function sortedWords(name: string): string {
  return name.split("-").toSorted(compareText).join("-");
}
