// The pages of a presentation: what is told of a policy and a pupil, and in which order.

import { describe, expect, test } from "vitest";
import { slidesOf } from "../../playground/share/slides.ts";
import type { Told } from "../../playground/share/slides.ts";
import type { Owed, PupilView } from "../../playground/worker/pupil-protocol.ts";

const MONDAY_2_MARCH = 20_514;
const DAY = 86_400;
const asOf = (MONDAY_2_MARCH + 8) * DAY + 57_600;

function owed(change: Partial<Owed>): Owed {
  return {
    id: "1",
    what: "The office must send a letter",
    who: "the office",
    modal: "must",
    state: "open",
    opened: asOf - DAY,
    procedure: "Concern",
    step: "Letter",
    clauses: ["A-1"],
    completes: { act: "send", fields: {} },
    ...change,
  };
}

const view: PupilView = {
  asOf,
  attendance: { attended: 342, possible: 380 },
  line: [],
  limits: [
    { rule: "a", title: "Letter", says: "", n: 95, d: 100, clauses: ["A-1"] },
    { rule: "b", title: "Target", says: "", n: 95, d: 100, clauses: ["A-2"] },
    { rule: "c", title: "Persistent", says: "", n: 90, d: 100, clauses: [] },
  ],
  standing: [
    { name: "x", title: "Below target", common: false, clauses: [] },
    { name: "y", title: "So for everybody", common: true, clauses: [] },
  ],
  bands: [],
  owed: [],
  running: [],
  questions: [],
  unheard: [],
};

const told: Told = {
  title: "Hill Top",
  madeUp: true,
  sketch: { year: 4, flags: [], parents: [], marks: [], log: [] },
  view,
  vocabulary: {
    codes: [{ code: "G", means: "Holiday without leave", category: "unauthorised" }],
    acts: [],
    roles: [],
    decisions: [],
    steps: [],
    documents: [],
    flags: [],
    readings: [],
    calendar: {
      years: [],
      halfTerms: [],
      schoolDays: [0, 1, 2, 3, 4, 7, 8].map((day) => MONDAY_2_MARCH + day),
      oneSession: [],
      closed: [],
    },
  },
};

function slide(title: string, given: Told) {
  const found = slidesOf(given).find((each) => each.title.startsWith(title));
  if (found === undefined) throw new Error(`no page ${title}`);
  return found;
}

describe("a presentation", () => {
  test("begins with the school and ends with what is owed", () => {
    expect(slidesOf(told).map(({ title }) => title)).toEqual([
      "Hill Top",
      "Where the lines are",
      "A pupil in Year 4",
      "What is owed now, and by whom",
    ]);
    expect(slide("What is owed", told).note).toBe("Nothing is owed on this day.");
  });

  test("says that the pupil is made up only where nobody's own files were opened", () => {
    expect(slide("Hill Top", told).note).toContain("who is made up");
    expect(slide("Hill Top", { ...told, madeUp: false }).note).not.toContain("made up");
  });

  test("tells one line for each limit, with every rule that stands there", () => {
    expect(slide("Where the lines are", told).lines).toEqual([
      { mark: "95%", says: "Letter; Target", more: "A-1, A-2" },
      { mark: "90%", says: "Persistent", more: "" },
    ]);
  });

  test("says the figure, and of what holds only what is the pupil's own", () => {
    const page = slide("A pupil in Year 4", told);
    expect(page.figure).toEqual({ value: "90.0%", says: "attendance this year: 342 of 380 sessions" });
    expect(page.note).toBe("What holds: Below target.");
  });

  test("takes sessions over a weekend for one absence, and a day between them for two", () => {
    const at = (day: number, code: string): readonly [string, string][] => [
      [`${MONDAY_2_MARCH + day} AM`, code],
      [`${MONDAY_2_MARCH + day} PM`, code],
    ];
    const marks = [...at(0, "G"), ...at(4, "G"), ...at(7, "G")];
    expect(slide("What happened", { ...told, sketch: { ...told.sketch, marks } }).lines).toEqual([
      { mark: "2 Mar 2026", says: "2 sessions: holiday without leave" },
      { mark: "6 Mar 2026", says: "4 sessions: holiday without leave" },
    ]);
  });

  test("tells a duty that falls again and again once, and leaves out what was not needed", () => {
    const many = [1, 2, 3].map((id) =>
      owed({ id: String(id), what: `The office must send a letter by Tuesday ${id}` }),
    );
    const all = [...many, owed({ id: "4", what: "Something else", state: "not-needed" })];
    const given = { ...told, view: { ...view, owed: all } };
    expect(slide("What happened", given).lines).toEqual([
      { mark: "9 Mar 2026", says: "The office must send a letter by Tuesday 1, and 2 more like it" },
    ]);
    expect(slide("What is owed", given).lines).toEqual([
      { mark: "To do", says: "The office must send a letter by Tuesday 1, and 2 more like it", more: "A-1" },
    ]);
  });

  test("puts no more on a page than can be read across a room", () => {
    const all = Array.from({ length: 20 }, (_, index) => owed({ id: String(index), step: `Step ${index}` }));
    const pages = slidesOf({ ...told, view: { ...view, owed: all } });
    for (const { lines } of pages) expect(lines.length).toBeLessThanOrEqual(6);
    expect(pages.filter(({ title }) => title.startsWith("What is owed")).flatMap(({ lines }) => lines)).toHaveLength(
      20,
    );
    expect(pages.map(({ title }) => title)).toContain("What is owed now, and by whom (4 of 4)");
  });

  test("says nothing of what lies after the day looked at", () => {
    const later = owed({ opened: asOf + DAY, state: "upcoming" });
    const marks: readonly [string, string][] = [[`${MONDAY_2_MARCH + 30} AM`, "G"]];
    const pages = slidesOf({ ...told, sketch: { ...told.sketch, marks }, view: { ...view, owed: [later] } });
    expect(pages.some(({ title }) => title.startsWith("What happened"))).toBe(false);
  });
});
