// The form on the page itself: what is typed becomes a figure or is told what is amiss; fields are found, edited and judged.

import { describe, expect, test } from "vitest";
import { faultsOf } from "../../playground/form/faults.ts";
import { problemsOf, topicsOf, withFigure } from "../../playground/form/form-shape.ts";
import { readFigure, typedFor } from "../../playground/form/read-figure.ts";
import type { FigureKind, FormAnswer, OwnField } from "../../playground/worker/form-protocol.ts";
import type { Problem } from "../../playground/worker/protocol.ts";

describe("what is typed", () => {
  test.each<readonly [FigureKind, string, string]>([
    ["percent", "95", "95%"],
    ["percent", " 95.50 % ", "95.5%"],
    ["percent", "100", "100%"],
    ["money", "1000", "£1,000"],
    ["money", "£80.50", "£80.50"],
    ["money", "80.00", "£80"],
    ["quantity", "010", "10"],
    ["number", "2", "2"],
    ["time", "9:05", "09:05"],
    ["time", "1525", "15:25"],
    ["date", "2026-09-01", "2026-09-01"],
  ])("as %s, %s is written %s", (kind, typed, text) => {
    expect(readFigure(kind, typed)).toEqual({ kind: "figure", text });
  });

  test.each<readonly [FigureKind, string, RegExp]>([
    ["percent", "ninety", /percentage in digits/],
    ["percent", "100.1", /from 0 to 100/],
    ["percent", "-5", /percentage in digits/],
    ["money", "1.5", /pounds/],
    ["quantity", "2.5", /whole number/],
    ["quantity", "1e3", /whole number/],
    ["time", "24:00", /24-hour clock/],
    ["date", "2026-02-30", /Enter a date/],
    ["percent", "", /Enter a figure/],
    ["number", "<b>2</b>", /whole number/],
  ])("as %s, %s is refused in words", (kind, typed, says) => {
    const read = readFigure(kind, typed);
    expect(read.kind === "fault" ? read.says : "").toMatch(says);
  });

  test("what is written stands in the field without its sign, and reads back the same", () => {
    for (const [kind, text] of [
      ["percent", "95.5%"],
      ["money", "£1,000"],
      ["quantity", "10"],
      ["time", "09:10"],
    ] as const)
      expect(readFigure(kind, typedFor(kind, text))).toEqual({ kind: "figure", text });
  });
});

const text = "target is 95.5% and notice within 10 school days, closes 09:10";

function field(id: string, kind: FigureKind, figure: string, more: Partial<OwnField> = {}): OwnField {
  const from = text.indexOf(figure);
  return {
    id,
    topic: "percentages",
    title: id,
    before: "",
    after: "",
    kind,
    text: figure,
    unit: "",
    clauses: [],
    from,
    to: from + figure.length,
    line: 1,
    around: { from: 0, to: text.length },
    ...more,
  };
}

const answer: FormAnswer = {
  text,
  topics: [
    { name: "times", title: "Times" },
    { name: "percentages", title: "Percentages" },
    { name: "rest", title: "Rest" },
  ],
  own: [
    field("Target", "percent", "95.5%", { clauses: [{ id: "HIL-001", says: "Nearly always here.", where: "" }] }),
    field("Notice", "quantity", "10", { unit: "school days", before: "within ", up: "11", down: "9" }),
    field("Closes", "time", "09:10", { topic: "times", before: "closes " }),
  ],
  inherited: [
    { ...field("land: Open for", "quantity", "10"), topic: "rest", setBy: "the land", setHere: { at: 40, text: "x" } },
  ],
};

describe("an edit", () => {
  test("replaces one figure; the places of those behind it move, and it remembers what it was", () => {
    const next = withFigure(answer, "Target", "96%");
    expect(next.text).toBe(text.replace("95.5%", "96%"));
    for (const each of next.own) expect(next.text.slice(each.from, each.to)).toBe(each.text);
    expect(next.own.map(({ was }) => was)).toEqual(["95.5%", undefined, undefined]);
    expect(next.own[0]?.around.to).toBe(next.text.length);
    expect(next.inherited[0]?.setHere?.at).toBe(38);
  });

  test("back to what it was is no change any more", () => {
    const back = withFigure(withFigure(answer, "Notice", "9"), "Notice", "10");
    expect(back.text).toBe(text);
    expect(back.own[1]?.was).toBeUndefined();
  });
});

test("a figure that was not there when the policy was opened stays new, whatever it becomes", () => {
  const fresh = { ...answer, own: [field("Target", "percent", "95.5%", { isNew: true })] };
  expect(withFigure(fresh, "Target", "96%").own.map(({ isNew, was }) => [isNew, was])).toEqual([[true, undefined]]);
  const shown = topicsOf(withFigure(fresh, "Target", "96%"), { search: "", onlyChanged: true });
  expect(shown.map(({ changed }) => changed)).toEqual([1]);
});

describe("what is shown", () => {
  const titles = (search: string, onlyChanged = false, of = answer): readonly string[] =>
    topicsOf(of, { search, onlyChanged }).flatMap(({ own, inherited }) =>
      [...own, ...inherited].flatMap(({ fields }) => fields.map(({ title }) => title)),
    );

  test("topics stand in their order, and an empty one not at all", () => {
    expect(topicsOf(answer, { search: "", onlyChanged: false }).map(({ name }) => name)).toEqual([
      "times",
      "percentages",
      "rest",
    ]);
    expect(topicsOf({ ...answer, inherited: [] }, { search: "", onlyChanged: false })).toHaveLength(2);
  });

  test("a search looks at title, words, figure, unit and clause, for every word", () => {
    expect(titles("within 10 school")).toEqual(["Notice"]);
    expect(titles("HIL-001")).toEqual(["Target"]);
    expect(titles("always")).toEqual(["Target"]);
    expect(titles("nothing")).toEqual([]);
  });

  test("what was changed can be shown alone", () => {
    expect(titles("", true)).toEqual([]);
    expect(titles("", true, withFigure(answer, "Closes", "09:15"))).toEqual(["Closes"]);
  });
});

describe("what is wrong", () => {
  const problem = (severity: Problem["severity"], from: number, to: number): Problem => ({
    code: severity,
    severity,
    message: `${severity} here`,
    hint: "",
    from,
    to,
    line: 1,
    fixes: [],
  });
  const [target, notice] = answer.own;
  if (target === undefined || notice === undefined) throw new Error("there are three fields");

  test("stands at the figure it is about; what spans more than its statement is about something else", () => {
    const own = problem("error", target.from, target.to);
    const narrow = { ...target, around: { from: target.from, to: target.to } };
    expect(problemsOf(target, [own])).toEqual([own]);
    expect(problemsOf(notice, [own])).toEqual([]);
    expect(problemsOf(narrow, [problem("error", 0, text.length)])).toEqual([]);
    expect(problemsOf(target, [{ ...own, elsewhere: "other.rollcall" }])).toEqual([]);
  });

  test("advice is told of what was changed alone", () => {
    const warning = problem("warning", target.from, target.to);
    expect(problemsOf(target, [warning])).toEqual([]);
    expect(problemsOf({ ...target, was: "95%" }, [warning])).toEqual([warning]);
  });

  test("what was typed and is no figure comes before what the compiler says of the old one", () => {
    const drafts = new Map([["Target", { says: "Enter a percentage." }]]);
    const faults = faultsOf(answer.own, drafts, [
      problem("error", target.from, target.to),
      problem("error", notice.from, notice.to),
    ]);
    expect(faults.map(({ field: of, says, ours }) => [of.title, says, ours])).toEqual([
      ["Target", "Enter a percentage.", true],
      ["Notice", "error here", false],
    ]);
  });
});
