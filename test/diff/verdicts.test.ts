// What is claimed of two policies, class by class: stricter and looser only where it is proved, and always with a pupil whom
// the two programs treat otherwise.

import { describe, expect, test } from "vitest";
import { comparePolicies } from "../../src/diff/compare-policies.ts";
import { printDiff } from "../../src/diff/print-diff.ts";
import type { Judgement } from "../../src/diff/verdict.ts";
import { hallGreenWith, sideOf, smallSchool } from "./sides.ts";

const common = `
role school "The school"
act ring "rung"
decision worried "Worried?" by headteacher
document note-home "Note home" { needs reason }
`;

function outcomesOf(before: string, after: string): readonly Judgement[] {
  const [one, other] = [before, after].map((words) => sideOf(smallSchool(`${common}${words}`), words));
  if (one === undefined || other === undefined) throw new Error("no sides");
  return comparePolicies(one, other).outcomes;
}

function outcome(id: string, before: string, after: string): Judgement {
  const found = outcomesOf(before, after).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no outcome ${id}`);
  return found;
}

const status = (condition: string): string => `status watched "Watched" when ${condition}`;
const procedure = (condition: string, more = "by end of day"): string =>
  `procedure calls "Calls" for each year {\n  step call "Call" when ${condition} {\n    school must ring parents ${more}\n  }\n}`;

describe("a status", () => {
  test.each([
    ["attendance this year below 95%", "attendance this year below 96%", "stricter"],
    ["attendance this year below 96%", "attendance this year below 95%", "looser"],
    ["attendance this year below 95%", "attendance this year at most 95%", "stricter"],
    ["attendance this year below 95%", "absence this year above 5%", "same"],
    ["attendance this year below 95%", "attendance this year below 95% or looked-after", "stricter"],
    ["worried", "worried and attendance this year below 95%", "looser"],
    ["attendance this year below 95%", "attendance this half-term below 96%", "different"],
    [
      "count of late sessions this half-term at least 3 sessions",
      "count of late sessions this half-term at least 4 sessions",
      "looser",
    ],
    [
      "count of unauthorised sessions this year at least 3 sessions",
      "count of unauthorised sessions coded G, O this year at least 3 sessions",
      "different",
    ],
    ["not worried", "not (worried or worried)", "same"],
  ])("%s → %s: %s", (before, after, verdict) => {
    const found = outcome("watched", status(before), status(after));
    expect(found.verdict).toBe(verdict);
    expect(found.proved).toBe(verdict !== "different");
    expect(found.witness === undefined).toBe(verdict === "same");
  });

  test("through a name that means another thing: the name's meaning counts, not its sound", () => {
    const via = (limit: string): string =>
      `measure missed is count of absent sessions this year\nstatus far "Far" when missed at least ${limit} sessions\n${status("far and looked-after")}`;
    expect(outcome("watched", via("10"), via("12"))).toMatchObject({ verdict: "looser", proved: true });
    const other = `measure missed is count of late sessions this year\nstatus far "Far" when missed at least 10 sessions\n${status("far and looked-after")}`;
    expect(outcome("watched", via("10"), other)).toMatchObject({ verdict: "different", proved: false });
  });
});

test("a word that has another name on one side is not taken for the same", () => {
  const watched = status("reason is illness");
  expect(
    outcome("watched", `reason sick-bug\n${watched}`, `reason sick-bug same as illness\n${watched}`),
  ).toMatchObject({ proved: false });
  expect(outcome("watched", `reason sick-bug\n${watched}`, `reason sick-bug\n${watched}`)).toMatchObject({
    verdict: "same",
  });
});

describe("a step", () => {
  test.each([
    ["attendance this year below 95%", "attendance this year below 96%", "stricter"],
    ["attendance this year below 95% and worried", "attendance this year below 95%", "stricter"],
    ["worried", "looked-after", "different"],
  ])("%s → %s: %s, with both explanations", (before, after, verdict) => {
    const found = outcome("calls.call", procedure(before), procedure(after));
    expect(found.verdict).toBe(verdict);
    const explanations = [found.witness?.before, found.witness?.after];
    expect(explanations.filter((each) => each?.includes("must ring the parents"))).toHaveLength(1);
    expect(explanations.filter((each) => each?.startsWith("Call: not yet"))).toHaveLength(1);
  });

  test("in a procedure that starts otherwise nothing is claimed of a later step, and a pupil shows it", () => {
    const two = (limit: string): string =>
      `procedure calls "Calls" for each year {\n  starts when attendance this year below ${limit}\n  step call "Call" on start {\n    school must ring parents by end of day\n  }\n  step note "Note" when worried {\n    school must send note-home to parents by end of day\n  }\n}`;
    expect(outcome("calls.call", two("95%"), two("96%"))).toMatchObject({ verdict: "stricter", proved: true });
    const later = outcome("calls.note", two("95%"), two("96%"));
    expect(later).toMatchObject({ verdict: "different", proved: false });
    expect(later.witness?.after).toContain("must send");
  });

  test("whose guard is read at another moment is not claimed to reach more", () => {
    const guarded = (limit: string): string =>
      `procedure calls "Calls" for each year {\n  step call "Call" when attendance this year below ${limit} unless worried {\n    school must ring parents by end of day\n  }\n}`;
    expect(outcome("calls.call", guarded("95%"), guarded("96%"))).toMatchObject({
      verdict: "different",
      proved: false,
    });
  });
});

describe("a deadline", () => {
  test.each([
    ["within 5 school days", "within 3 school days", "stricter"],
    ["within 3 school days", "within 5 school days", "looser"],
    ["by 09:30", "by 09:00", "stricter"],
    ["within 5 school days", "within 5 working days", "different"],
    ["by unspecified", "by end of day", "stricter"],
    ["by end of day", "by unspecified", "looser"],
  ])("%s → %s: %s", (before, after, verdict) => {
    const found = outcomesOf(procedure("worried", before), procedure("worried", after)).find(
      ({ kind }) => kind === "deadline",
    );
    expect(found).toMatchObject({ verdict, proved: true });
  });
});

describe("bands", () => {
  const bands = (good: string, fair: string): string =>
    `bands level of attendance this year {\n  "good" from ${good}\n  "fair" from ${fair}\n  "poor" below ${fair}\n}`;

  test.each([
    [bands("96%", "92%"), bands("97%", "92%"), "stricter"],
    [bands("96%", "92%"), bands("96%", "90%"), "looser"],
    [bands("96%", "92%"), bands("97%", "91%"), "different"],
    [bands("96%", "92%"), bands("96.0%", "92%"), "same"],
  ])("table %#", (before, after, verdict) => {
    const found = outcome("level", before, after);
    expect(found).toMatchObject({ verdict, proved: true });
    expect(found.witness === undefined).toBe(verdict === "same");
  });
});

describe("what an arrival becomes", () => {
  const register = (late: string, closed: string): string =>
    `register morning {\n  opens 08:50\n  closes ${closed}\n  L after ${late} until ${closed}\n  U after ${closed}\n}`;

  test.each([
    [register("09:00", "09:20"), register("09:00", "09:10"), "stricter", "09:11"],
    [register("09:00", "09:20"), register("09:05", "09:20"), "looser", "09:01"],
    [register("09:00", "09:20"), register("09:05", "09:10"), "different", "09:01"],
  ])("register %#: shown by an arrival at a whole minute", (before, after, verdict, at) => {
    const found = outcome("AM", before, after);
    expect(found.verdict).toBe(verdict);
    expect(found.witness?.says).toContain(`at ${at}`);
  });
});

describe("an amount", () => {
  test("of money that is more is stricter, and so is what a lock leaves open", () => {
    expect(outcome("fine", "parameter fine is £60", "parameter fine is £80")).toMatchObject({ verdict: "stricter" });
    expect(
      outcome(
        "wait",
        "parameter wait is 5 school days, may only fall",
        "parameter wait is 6 school days, may only fall",
      ),
    ).toMatchObject({ verdict: "looser" });
  });
});

test("values of other dates are laid down too, though no outcome of the day rests on them", () => {
  const [one, other] = ["£60", "£70"].map((old) =>
    sideOf(smallSchool(`${common}parameter fine is ${old} until 2024-08-18, £80 from 2024-08-19`), old),
  );
  if (one === undefined || other === undefined) throw new Error("no sides");
  const { changes, outcomes } = comparePolicies(one, other);
  expect(changes.map(({ before, after }) => [before?.says, after?.says])).toEqual([
    ["£60 until 2024-08-18, £80 from 2024-08-19", "£70 until 2024-08-18, £80 from 2024-08-19"],
  ]);
  expect(outcomes.filter(({ verdict }) => verdict !== "same")).toEqual([]);
});

test("a policy and itself: nothing is laid down otherwise, and everything is the same, proved", () => {
  const side = sideOf(hallGreenWith(), "hall-green");
  const diff = comparePolicies(side, side);
  expect(diff.changes).toEqual([]);
  expect(diff.outcomes.filter(({ verdict }) => verdict !== "same")).toEqual([]);
  expect(printDiff(diff, { width: 100, colour: false, all: false })).toContain("Both lay down the same.");
});
