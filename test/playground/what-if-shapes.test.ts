// The pure parts of a comparison: words that differ, figures to turn, lanes of a timeline, a pupil moved to another date.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inReadingOrder, sayCertainty, saySide, sayTurn, turnOf } from "../../playground/pupil/difference-words.ts";
import { changeLanes } from "../../playground/what-if/change-lanes.ts";
import { figureList, sliderRange } from "../../playground/what-if/figure-list.ts";
import { movedBy } from "../../playground/what-if/moved-sketch.ts";
import { wordDifference } from "../../playground/what-if/word-difference.ts";
import type { FormAnswer, OwnField } from "../../playground/worker/form-protocol.ts";
import type { Owed } from "../../playground/worker/pupil-protocol.ts";
import type { Difference } from "../../playground/worker/what-if-protocol.ts";

const DAY = 86_400;

describe("the words that differ", () => {
  test("one figure for another", () => {
    expect(
      wordDifference("attendance this year below 95% and no more", "attendance this year below 95.5% and no more"),
    ).toEqual({
      lead: "attendance this year below",
      before: "95%",
      after: "95.5%",
      tail: "and no more",
    });
  });

  test("a word more, and a word fewer", () => {
    expect(wordDifference("within 5 days", "within 5 school days")).toMatchObject({ before: "", after: "school" });
    expect(wordDifference("a a", "a")).toMatchObject({ before: "a", after: "" });
  });

  test("both sentences can be read again from what is said of them", () => {
    const words = fc
      .array(fc.constantFrom("a", "b", "c", "95%"), { minLength: 1, maxLength: 8 })
      .map((each) => each.join(" "));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const { lead, before: old, after: young, tail } = wordDifference(before, after);
        const joined = (middle: string): string => [lead, middle, tail].filter((each) => each !== "").join(" ");
        expect([joined(old), joined(young)]).toEqual([before, after]);
      }),
    );
  });
});

function field(kind: OwnField["kind"], text: string, more: Partial<OwnField> = {}): OwnField {
  const base = { id: text, topic: "letters", title: text, before: "", after: "", unit: "", clauses: [] };
  return { ...base, kind, text, from: 0, to: text.length, line: 1, around: { from: 0, to: text.length }, ...more };
}

describe("figures to turn", () => {
  const reading = (chosen: boolean) => ({ question: "which", label: "one", chosen });
  const answer: FormAnswer = {
    text: "",
    topics: [
      { name: "times", title: "Times" },
      { name: "letters", title: "Letters" },
    ],
    own: [
      field("time", "09:10", { topic: "times" }),
      field("percent", "95%", { reading: reading(true) }),
      field("percent", "96%", { reading: reading(false) }),
      field("quantity", "4", { was: "5" }),
      field("quantity", "10"),
    ],
    inherited: [],
  };

  test("percentages come first, what was changed stays in its place, and a reading that is not chosen is left out", () => {
    const { main, others } = figureList(answer);
    expect(main.map(({ text }) => text)).toEqual(["95%"]);
    expect(others.map(({ title, fields }) => [title, fields.map(({ text }) => text)])).toEqual([
      ["Times", ["09:10"]],
      ["Letters", ["4", "10"]],
    ]);
  });

  test.each([
    ["95%", undefined, { min: "85", max: "100", value: "95" }],
    ["95.5%", "95%", { min: "85", max: "100", value: "95.5" }],
    ["5%", undefined, { min: "0", max: "15", value: "5" }],
    ["70%", "95%", { min: "70", max: "100", value: "70" }],
  ])("a slider for %s that was %s", (text, was, range) => {
    expect(sliderRange(field("percent", text, was === undefined ? {} : { was }))).toEqual({ ...range, step: "0.5" });
  });

  test("no slider for what halves would not keep, nor for what is no percentage", () => {
    expect(sliderRange(field("percent", "95.25%"))).toBeUndefined();
    expect(sliderRange(field("money", "£80"))).toBeUndefined();
  });
});

function owed(more: Partial<Owed>): Owed {
  const base = {
    id: "one",
    what: "send a letter",
    who: "office",
    procedure: "",
    step: "",
    clauses: [],
    completes: { act: "send", fields: {} },
  };
  return { ...base, modal: "must", state: "open", opened: 20_000 * DAY, ...more };
}

test("what is certain of a pupil is said before the list: what is owed now, or that somebody must decide", () => {
  const question = (answers: boolean): Difference => ({
    kind: "question",
    id: "concern",
    title: "Is it causing concern?",
    by: "champion",
    before: false,
    after: true,
    answers: answers ? [{ answer: "yes", opens: ["Send stage 1 letter"] }] : [],
    reasons: {},
  });
  const over = turned(undefined, owed({ state: "not-needed" }));
  const offered = turned(undefined, owed({ state: "offered" }));
  expect(sayCertainty([question(true), turned(undefined, owed({})), over])).toBe("One thing is to be done.");
  expect(sayCertainty([question(true), over, offered])).toBe(
    "No letter is certain, and nothing else to be done: that waits for a decision.",
  );
  expect(sayCertainty([question(false), over])).toBe("No letter, and nothing else that must be done.");
});

function turned(before: Owed | undefined, after: Owed | undefined): Difference {
  return { kind: "owed", id: "one", title: "send a letter", before, after, more: 0, reasons: {} };
}

describe("a difference", () => {
  test("is newly, no longer or changed", () => {
    expect(turnOf(turned(undefined, owed({})))).toBe("newly");
    expect(turnOf(turned(owed({}), undefined))).toBe("no-longer");
    expect(turnOf(turned(owed({}), owed({ due: 20_003 * DAY })))).toBe("otherwise");
  });

  test("is said with its days", () => {
    const moved = turned(owed({ due: 20_005 * DAY }), owed({ due: 20_004 * DAY }));
    expect(sayTurn(moved)).toBe("Moved");
    expect(sayTurn(turned(owed({}), owed({ state: "overdue" })))).toBe("Changed");
    expect([saySide(moved, "before"), saySide(moved, "after")]).toEqual([
      "To do since Fri 4 Oct 2024, by Wed 9 Oct 2024",
      "To do since Fri 4 Oct 2024, by Tue 8 Oct 2024",
    ]);
  });

  test("that somebody must act on is read before what is past", () => {
    const past = turned(undefined, owed({ state: "done", doneAt: 20_001 * DAY }));
    const status: Difference = { kind: "status", name: "s", title: "s", before: false, after: true, reasons: {} };
    const now = turned(undefined, owed({}));
    const asked = {
      kind: "question",
      id: "q",
      title: "q",
      by: "head",
      before: false,
      after: true,
      reasons: {},
    } as const;
    const idle: Difference = { ...asked, answers: [] };
    const pressing: Difference = { ...asked, answers: [{ answer: "yes", opens: ["send a letter"] }] };
    expect(inReadingOrder([past, status, idle, pressing, now])).toEqual([pressing, now, idle, status, past]);
  });
});

describe("lanes", () => {
  test("hold a bar for each side, from the day it opened to its deadline, else to the day looked at", () => {
    const lanes = changeLanes([turned(owed({ due: 20_005 * DAY }), owed({}))], [20_010 * DAY, 20_010 * DAY]);
    expect(lanes?.lanes[0]).toMatchObject({
      before: { from: 20_000 * DAY, to: 20_005 * DAY, due: 20_005 * DAY },
      after: { from: 20_000 * DAY, to: 20_010 * DAY, due: undefined },
    });
    expect([lanes?.from, lanes?.to]).toEqual([19_997 * DAY, 20_013 * DAY]);
  });

  test("are not drawn where nothing with a date is owed otherwise", () => {
    expect(changeLanes([], [0, 0])).toBeUndefined();
  });
});

test("a pupil is moved to another date with everything that happened, and back again", () => {
  const sketch = {
    year: 4,
    flags: [],
    parents: ["mother"],
    from: 20_500,
    marks: [["20514 PM", "G"]] as const,
    arrivals: [20_514 * DAY + 32_640],
    log: [{ act: "send", happened: 20_515 * DAY + 60, fields: {} }],
  };
  const moved = movedBy(sketch, -574);
  expect(moved).toMatchObject({ from: 19_926, marks: [["19940 PM", "G"]], arrivals: [19_940 * DAY + 32_640] });
  expect(moved.log[0]?.happened).toBe(19_941 * DAY + 60);
  expect(movedBy(moved, 574)).toEqual(sketch);
  expect(movedBy(sketch, 0)).toBe(sketch);
});
