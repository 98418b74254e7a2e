import { describe, expect, test } from "vitest";
import { moveTo, sessionNear, sessionsBetween, yearGrid } from "../../playground/pupil/year-grid.ts";
import type { YearGrid } from "../../playground/pupil/year-grid.ts";
import { calendarOf } from "./school-weeks.ts";

// Days since 1970-01-01: Mon 2 Mar 2026. Closed on the second Monday; no afternoon on the first Wednesday.
const MONDAY = 20514;
const [closed, morning] = [MONDAY + 7, MONDAY + 2];
const grid = yearGrid(calendarOf(MONDAY, 8, [closed], [morning]), MONDAY) as YearGrid;

/** `w1 Mon AM`: weeks counted from 1. */
function session(week: number, weekday: number, half: "AM" | "PM"): string {
  return `${MONDAY + (week - 1) * 7 + weekday} ${half}`;
}

function move(from: string, key: string, withControl = false): string | undefined {
  return moveTo(grid, from, key, withControl);
}

describe("the register as a grid", () => {
  test("has a row for each week, and a place for each session it could have", () => {
    expect(grid.weeks.map(({ cells }) => cells.length)).toEqual(Array.from({ length: 8 }, () => 10));
    expect(grid.weeks[0]?.opens).toBe("spring 2");
    expect(grid.weeks[1]?.cells.slice(0, 3)).toEqual([undefined, undefined, session(2, 1, "AM")]);
    expect(grid.sessions).toHaveLength(77);
  });

  test("leaves out the half that a day does not have", () => {
    expect(grid.weeks[0]?.cells.slice(4, 6)).toEqual([session(1, 2, "AM"), undefined]);
  });

  test("does not exist outside the years of the calendar", () => {
    expect(yearGrid(calendarOf(MONDAY, 8), MONDAY + 100)).toBeUndefined();
  });

  test("begins at the last session on the day looked at, or before it", () => {
    expect(sessionNear(grid, MONDAY + 6)).toBe(session(1, 4, "PM"));
    expect(sessionNear(grid, MONDAY - 1)).toBe(session(1, 0, "AM"));
  });

  test("chooses all sessions between two, whichever was first", () => {
    const between = [session(1, 4, "PM"), session(2, 1, "AM"), session(2, 1, "PM")];
    expect(sessionsBetween(grid, session(1, 4, "PM"), session(2, 1, "PM"))).toEqual(between);
    expect(sessionsBetween(grid, session(2, 1, "PM"), session(1, 4, "PM"))).toEqual(between);
    expect(sessionsBetween(grid, "1 AM", session(2, 1, "PM"))).toEqual([]);
  });
});

describe("the keys of the grid", () => {
  test("right and left go from session to session, over weekends and closed days", () => {
    expect(move(session(1, 0, "AM"), "ArrowRight")).toBe(session(1, 0, "PM"));
    expect(move(session(1, 4, "PM"), "ArrowRight")).toBe(session(2, 1, "AM"));
    expect(move(session(2, 1, "AM"), "ArrowLeft")).toBe(session(1, 4, "PM"));
    expect(move(session(1, 2, "AM"), "ArrowRight")).toBe(session(1, 3, "AM"));
  });

  test("right and left stay at the ends of the year", () => {
    expect(move(session(1, 0, "AM"), "ArrowLeft")).toBe(session(1, 0, "AM"));
    expect(move(session(8, 4, "PM"), "ArrowRight")).toBe(session(8, 4, "PM"));
  });

  test("down and up go to the same session of the nearest week that has it", () => {
    expect(move(session(1, 0, "AM"), "ArrowDown")).toBe(session(3, 0, "AM"));
    expect(move(session(3, 0, "AM"), "ArrowUp")).toBe(session(1, 0, "AM"));
    expect(move(session(2, 2, "PM"), "ArrowUp")).toBe(session(2, 2, "PM"));
    expect(move(session(8, 0, "AM"), "ArrowDown")).toBe(session(8, 0, "AM"));
  });

  test("home and end go to the ends of the week, and of the year with control", () => {
    expect(move(session(2, 3, "AM"), "Home")).toBe(session(2, 1, "AM"));
    expect(move(session(2, 3, "AM"), "End")).toBe(session(2, 4, "PM"));
    expect(move(session(2, 3, "AM"), "Home", true)).toBe(session(1, 0, "AM"));
    expect(move(session(2, 3, "AM"), "End", true)).toBe(session(8, 4, "PM"));
  });

  test("page down and page up go four weeks, or as far as there are weeks", () => {
    expect(move(session(1, 1, "AM"), "PageDown")).toBe(session(5, 1, "AM"));
    expect(move(session(6, 1, "AM"), "PageDown")).toBe(session(8, 1, "AM"));
    expect(move(session(6, 1, "AM"), "PageUp")).toBe(session(2, 1, "AM"));
    expect(move(session(3, 1, "AM"), "PageUp")).toBe(session(1, 1, "AM"));
  });

  test("other keys move nothing", () => {
    expect(move(session(1, 0, "AM"), "g")).toBeUndefined();
    expect(move(session(1, 0, "AM"), "Tab")).toBeUndefined();
  });
});
