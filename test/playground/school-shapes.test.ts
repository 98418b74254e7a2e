// What is counted and drawn of a school's pupils: exactly, at every edge.

import { expect, test } from "vitest";
import { morningOf, pressing, sameThings } from "../../playground/school/morning-groups.ts";
import { orderedPupils } from "../../playground/school/ordered-pupils.ts";
import {
  attendanceBins,
  limitLines,
  ofEverybody,
  roleTotals,
  together,
} from "../../playground/school/school-shapes.ts";
import type { MorningItem, PupilLine, SchoolView } from "../../playground/worker/school-protocol.ts";

function pupil(id: string, attended: number, possible: number, more: Partial<PupilLine> = {}): PupilLine {
  return { id, year: 4, attended, possible, statuses: [], bands: [], owed: 0, ...more };
}

test("the list of a day is that of its morning, whichever hour of the day is looked at", () => {
  const day = 20_525 * 86_400;
  expect(morningOf(day + 16 * 3600)).toBe(day + 8 * 3600 + 45 * 60);
  expect(morningOf(day + 12 * 3600)).toBe(day + 8 * 3600 + 45 * 60);
  expect(morningOf(day + 7 * 3600)).toBe(day + 7 * 3600);
  expect(morningOf(day + 9 * 3600 + 30 * 60)).toBe(day + 9 * 3600 + 30 * 60);
});

test("a pupil at exactly 95% stands in the column from 95%, one session less in the column below", () => {
  const bins = attendanceBins([
    pupil("P1", 361, 380),
    pupil("P2", 360, 380),
    pupil("P3", 380, 380),
    pupil("P4", 1, 380),
    pupil("P5", 0, 0),
  ]);
  const filled = bins.filter(({ pupils }) => pupils > 0).map(({ title, pupils }) => [title, pupils]);
  expect(filled).toEqual([
    ["below 70%", 1],
    ["94% to below 95%", 1],
    ["95% to below 96%", 1],
    ["100%", 1],
  ]);
});

test("lines at one figure are one line, and pupils exactly on it are not below it", () => {
  const pupils = [pupil("P1", 95, 100), pupil("P2", 191, 200), pupil("P3", 94, 100), pupil("P4", 0, 0)];
  const lines = limitLines(
    [
      { says: "below 95.5%", title: "Target", n: 191, d: 200 },
      { says: "below 95%", title: "Stage 1", n: 95, d: 100 },
      { says: "below 95%", title: "Letter", n: 19, d: 20 },
    ],
    pupils,
  );
  expect(lines.map(({ titles, below, columns }) => [titles, below, columns])).toEqual([
    [["Stage 1", "Letter"], 1, 26],
    [["Target"], 2, 26.5],
  ]);
});

test("pupils stand in the order of their exact attendance, those without any possible session last", () => {
  const pupils = [pupil("P1", 0, 0), pupil("P2", 2, 3), pupil("P3", 199, 300), pupil("P4", 201, 300)];
  const ids = (upwards: boolean) =>
    orderedPupils(pupils, { order: { by: "attendance", upwards }, search: "", status: undefined }).map(({ id }) => id);
  expect(ids(true)).toEqual(["P3", "P2", "P4", "P1"]);
  expect(ids(false)).toEqual(["P1", "P4", "P2", "P3"]);
});

test("a search finds every word in number, name or class, and a status narrows it", () => {
  const pupils = [
    pupil("P1", 1, 1, { firstName: "Maja", class: "4A", statuses: [0] }),
    pupil("P2", 1, 1, { firstName: "Omar", class: "4A" }),
  ];
  const find = (search: string, status?: number) =>
    orderedPupils(pupils, { order: { by: "pupil", upwards: true }, search, status }).map(({ id }) => id);
  expect(find("4a maja")).toEqual(["P1"]);
  expect(find("4A")).toEqual(["P1", "P2"]);
  expect(find("", 0)).toEqual(["P1"]);
  expect(find("maja p2")).toEqual([]);
});

test("what holds of everybody is known, and sums are sums of sessions", () => {
  const pupils = [pupil("P1", 1, 2, { statuses: [0, 1] }), pupil("P2", 3, 3, { statuses: [1] })];
  const statuses = [
    { name: "a", title: "A" },
    { name: "b", title: "B" },
  ];
  expect([...ofEverybody({ pupils, statuses } as unknown as SchoolView)]).toEqual([1]);
  expect(together(pupils)).toEqual({ attended: 4, possible: 5 });
});

test("roles with most to do come first, with their busiest week", () => {
  const weeks = (...counts: number[]) => counts.map((count, place) => ({ monday: 20_514 + 7 * place, count }));
  const totals = roleTotals([
    { role: "office", title: "Office", weeks: weeks(1, 0, 2) },
    { role: "head", title: "Head", weeks: weeks(0, 9, 0) },
  ]);
  expect(totals.map(({ role, total, most }) => [role, total, most])).toEqual([
    ["head", 9, 9],
    ["office", 3, 2],
  ]);
});

test("the same thing to do is told once, as pressing as the most pressing of it; an offer never presses", () => {
  const item = (urgency: MorningItem["urgency"], what: string, kind = "do"): MorningItem => {
    return { urgency, kind, what, by: "", why: "", clauses: ["HAL-1"] };
  };
  const items = [item("later", "Call"), item("overdue", "Call"), item("today", "Offer", "may"), item("today", "Write")];
  expect(sameThings(items).map(({ what, urgency, items: same }) => [what, urgency, same.length])).toEqual([
    ["Call", "overdue", 2],
    ["Offer", "today", 1],
    ["Write", "today", 1],
  ]);
  expect(pressing(items)).toBe(2);
});
