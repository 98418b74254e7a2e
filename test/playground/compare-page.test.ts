// The comparison on the page itself: what is shown, what differs, and what would be done by when.

import { describe, expect, test } from "vitest";
import { deedsOf, plainWords, rowsShown, sectionsOf, stretchOf } from "../../playground/compare/compare-shape.ts";
import { daysAlong } from "../../playground/pupil/days-along.ts";
import type { ComparedEntry, ComparedRow } from "../../playground/worker/compare-protocol.ts";
import type { Owed } from "../../playground/worker/pupil-protocol.ts";

const DAY = 86_400;

function cell(...says: readonly string[]): readonly ComparedEntry[] {
  return says.map((each) => ({ says: each, law: false, clauses: [] }));
}

function row(
  section: string,
  title: string,
  cells: ComparedRow["cells"],
  ranks: ComparedRow["ranks"] = [],
): ComparedRow {
  return { section, title, cells, ranks };
}

const rows = [
  row("Times", "opens", [cell("08:55"), cell("08:55"), cell("08:50")]),
  row("Times", "closes", [cell("09:10"), cell("09:25"), cell("09:10")], [1, 2, 1]),
  row("Letters", "letters", [cell("One", "Two"), cell("two", "one"), []]),
  row("Reviews", "how often", [[], [], cell("every year")]),
];

describe("what is shown", () => {
  test("each cell is held against the first: the same whatever the order, other, or silent", () => {
    const sections = sectionsOf({ rows }, { places: [0, 1, 2], onlyDiffering: false });
    expect(sections.map(({ title }) => title)).toEqual(["Times", "Letters", "Reviews"]);
    const standings = sections.flatMap((section) =>
      section.rows.map(({ title, cells }) => [title, ...cells.map(({ standing }) => standing)]),
    );
    expect(standings).toEqual([
      ["opens", "same", "same", "other"],
      ["closes", "same", "other", "same"],
      ["letters", "same", "same", "silent"],
      ["how often", "same", "same", "other"],
    ]);
  });

  test("of two policies only what one of them says is shown, and only what differs if that is asked", () => {
    const two = sectionsOf({ rows }, { places: [1, 0], onlyDiffering: false });
    expect(rowsShown(two)).toEqual([
      ["Times", "opens"],
      ["Times", "closes"],
      ["Letters", "letters"],
    ]);
    expect(two[0]?.rows[1]?.cells.map(({ entries }) => entries[0]?.says)).toEqual(["09:25", "09:10"]);
    expect(rowsShown(sectionsOf({ rows }, { places: [1, 0], onlyDiffering: true }))).toEqual([["Times", "closes"]]);
  });

  test("the strictest is told only where the policies shown have different ranks", () => {
    const strictest = (places: readonly number[]) =>
      sectionsOf({ rows }, { places, onlyDiffering: false })[0]?.rows[1]?.cells.map((each) => each.strictest);
    expect(strictest([0, 1, 2])).toEqual([true, false, true]);
    expect(strictest([0, 2])).toEqual([false, false]);
  });

  test("names stand as words, and titles as they are", () => {
    expect(plainWords("at-ten-sessions and stage-1 done: “Well-being”, 09:10-09:20")).toBe(
      "at ten sessions and stage 1 done: “Well-being”, 09:10-09:20",
    );
  });
});

function owed(id: string, opened: number, more: Partial<Owed> = {}): Owed {
  return {
    id,
    what: id,
    who: "School",
    modal: "must",
    state: "open",
    opened: opened * DAY,
    procedure: "Stages",
    step: "Letter",
    clauses: [],
    completes: { act: id, fields: {} },
    ...more,
  };
}

describe("what would be done by when", () => {
  test("what comes again and again is one line, in the order of the days; what is not needed is none", () => {
    const deeds = deedsOf({
      owed: [
        owed("b", 20, { due: 25 * DAY }),
        owed("a", 12),
        owed("a", 10),
        owed("c", 11, { state: "not-needed" }),
        owed("a", 14, { state: "overdue" }),
      ],
    });
    expect(
      deeds.map(({ number, owed: { id, opened, state }, more }) => [number, id, opened / DAY, state, more]),
    ).toEqual([
      [1, "a", 10, "open", 1],
      [2, "a", 14, "overdue", 0],
      [3, "b", 20, "open", 0],
    ]);
    expect(stretchOf(deeds, 21 * DAY + 3600)).toEqual({ from: 10 * DAY, to: 26 * DAY });
  });

  test("without anything to do the picture would still have the week before the day looked at", () => {
    expect(stretchOf([], 21 * DAY + 3600)).toEqual({ from: 14 * DAY, to: 22 * DAY });
  });

  test("days are written along it as far as there is room, and never past its end", () => {
    const year = { from: 0, to: 364 * DAY };
    expect(daysAlong({ from: 0, to: 4 * DAY }, 900)).toEqual([0, 1, 2, 3]);
    for (const width of [100, 400, 900]) {
      const days = daysAlong(year, width);
      expect(days.length).toBeLessThanOrEqual(Math.max(2, width / 90) + 1);
      expect(days.length).toBeGreaterThan(1);
      expect(days.every((day) => day % 7 === 0 && day < 364)).toBe(true);
    }
  });
});
