// A table of many policies → what is shown of it: sections in order, what differs, and for one pupil what would be done by when.

import { dayOf, SECONDS_IN_DAY, startOfDay } from "../../src/wording.ts";
import type { Stretch } from "../pupil/days-along.ts";
import type { ComparedEntry, ComparedRow, PolicyTable } from "../worker/compare-protocol.ts";
import type { Owed, PupilView } from "../worker/pupil-protocol.ts";

/** How a cell stands to that of the first policy. */
export type Standing = "same" | "other" | "silent";

export interface ShownRow {
  readonly key: string;
  readonly title: string;
  readonly cells: readonly ShownCell[];
  readonly differs: boolean;
}

export interface ShownCell {
  readonly entries: readonly ComparedEntry[];
  readonly standing: Standing;
  /** The strictest of a row whose policies can be ranked. */
  readonly strictest: boolean;
}

export interface ShownSection {
  readonly title: string;
  readonly rows: readonly ShownRow[];
}

export interface Choice {
  /** Places of the policies to show, in order; the first is what the others are held against. */
  readonly places: readonly number[];
  readonly onlyDiffering: boolean;
}

/** Rows on which none of the chosen says anything are left out, and sections without a row. */
export function sectionsOf(
  { rows }: Pick<PolicyTable, "rows">,
  { places, onlyDiffering }: Choice,
): readonly ShownSection[] {
  return [...Map.groupBy(rows, ({ section }) => section)]
    .map(([title, under]) => ({
      title,
      rows: under
        .map((row) => shownRow(row, places))
        .filter(({ cells, differs }) => cells.some(({ entries }) => entries.length > 0) && (differs || !onlyDiffering)),
    }))
    .filter((section) => section.rows.length > 0);
}

function shownRow({ section, title, cells, ranks }: ComparedRow, places: readonly number[]): ShownRow {
  const chosen = places.map((place) => cells[place] ?? []);
  const said = chosen.map(sayingOf);
  const differs = new Set(said).size > 1;
  const standing = (place: number): Standing => {
    if (said[place] === said[0]) return "same";
    return chosen[place]?.length === 0 ? "silent" : "other";
  };
  const ranked = places.map((place) => ranks[place]);
  const best = Math.min(...ranked.filter((rank) => rank !== undefined));
  const hasRanks = new Set(ranked.filter((rank) => rank !== undefined)).size > 1;
  return {
    key: JSON.stringify([section, title]),
    title,
    cells: chosen.map((entries, place) => ({
      entries,
      standing: standing(place),
      strictest: hasRanks && ranked[place] === best,
    })),
    differs,
  };
}

/** What a cell comes to: the order in which its entries stand, and their clauses, are no difference. */
function sayingOf(cell: readonly ComparedEntry[]): string {
  return JSON.stringify(cell.map(({ says }) => says.toLowerCase()).toSorted());
}

/** Names with hyphens as words, except within titles: `at-ten-sessions: “Well-being”` → `at ten sessions: “Well-being”`. */
export function plainWords(says: string): string {
  return says.replaceAll(/“[^”]*”|(?<=[a-z])-(?=[a-z0-9])/g, (found) => (found === "-" ? " " : found));
}

/** Titles of the rows that are shown, for a file that holds no others. */
export function rowsShown(sections: readonly ShownSection[]): readonly (readonly [section: string, title: string])[] {
  return sections.flatMap(({ title, rows }) => rows.map((row): readonly [string, string] => [title, row.title]));
}

// ---------------------------------------------------------------- one pupil

/** What is owed once, or the first of what is owed again and again. */
export interface Deed {
  /** Its number in the picture and in the table. */
  readonly number: number;
  readonly owed: Owed;
  /** How many more like it there are. */
  readonly more: number;
  /** Of the last of them. */
  readonly lastOpened: number;
}

const LEFT_OUT: ReadonlySet<Owed["state"]> = new Set(["not-needed", "forbidden"]);

/** By the day on which it falls to somebody. */
export function deedsOf({ owed }: Pick<PupilView, "owed">): readonly Deed[] {
  const groups = Map.groupBy(
    owed.filter(({ state }) => !LEFT_OUT.has(state)).toSorted((a, b) => a.opened - b.opened),
    ({ procedure, step, modal, state, completes: { act, object = "", person = "" } }) =>
      JSON.stringify([procedure, step, modal, state, act, object, person]),
  );
  return [...groups.values()].flatMap((same, place) => {
    const [first] = same;
    return first === undefined
      ? []
      : [{ number: place + 1, owed: first, more: same.length - 1, lastOpened: same.at(-1)?.opened ?? first.opened }];
  });
}

/** One stretch of time for all the pictures, so that they can be held against each other: whole days, the day looked at within. */
export function stretchOf(deeds: readonly Deed[], asOf: number): Stretch {
  const moments = deeds.flatMap(({ owed: { opened, due, doneAt }, lastOpened }) => [
    opened,
    lastOpened,
    ...(due === undefined ? [] : [due]),
    ...(doneAt === undefined ? [] : [doneAt]),
  ]);
  const [first, last] = [Math.min(asOf - 7 * SECONDS_IN_DAY, ...moments), Math.max(asOf, ...moments)];
  return { from: startOfDay(dayOf(first)), to: startOfDay(dayOf(last) + 1) };
}
