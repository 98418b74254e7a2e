// What a change comes to, as the worker answers it: the policies, one pupil on both sides, and what somebody at a percentage gets.

import { beforeAll, expect, test } from "vitest";
import { pupilWith } from "../../playground/pupil/percentage-pupil.ts";
import { answer } from "../../playground/worker/desk.ts";
import type { PolicyText, Questions, Vocabulary } from "../../playground/worker/protocol.ts";
import type { Sketch } from "../../playground/worker/pupil-protocol.ts";
import type { ChangeSide, Difference, PolicyChange, PupilChange } from "../../playground/worker/what-if-protocol.ts";

// Mon 16 Mar 2026, four in the afternoon.
const DAY = 20528;
const AT_FOUR = DAY * 86_400 + 16 * 3600;

function ask<K extends keyof Questions>(kind: K, about: Questions[K]["ask"]): Promise<Questions[K]["answer"]> {
  return answer<K>({ id: 1, kind, ask: about }, { tell: () => undefined, breathe: () => Promise.resolve() });
}

async function shelved(name: string): Promise<PolicyText> {
  const text = await ask("shelf", { name });
  if (text === undefined) throw new Error(`${name} is not on the shelf`);
  return text;
}

function edited({ name, text }: PolicyText, from: string, to: string): PolicyText {
  if (!text.includes(from)) throw new Error(`${name} does not say ${from}`);
  return { name, text: text.replace(from, to) };
}

function away(calendar: Vocabulary["calendar"], tenths: number, code: string): Sketch {
  const pupil = pupilWith(calendar, DAY, tenths);
  if (pupil.kind !== "found") throw new Error(`nobody is at ${tenths}`);
  return {
    year: 4,
    flags: [],
    parents: ["mother"],
    ...(pupil.from === undefined ? {} : { from: pupil.from }),
    marks: pupil.missed.map((session) => [session, code]),
    log: [],
  };
}

let hallGreen: PolicyText;
let calendar: Vocabulary["calendar"];
beforeAll(async () => {
  hallGreen = await shelved("hall-green");
  const { vocabulary } = await ask("compile", { policy: hallGreen, readings: [] });
  if (vocabulary === undefined) throw new Error("Hall Green does not run");
  ({ calendar } = vocabulary);
});

const stageOne = "(attendance this year below 95% and causing-concern)";
const raised = "(attendance this year below 95.5% and causing-concern)";

function side(policy: PolicyText, sketch: Sketch, asOf = AT_FOUR): ChangeSide {
  return { policy, readings: [], sketch, asOf };
}

async function pupilChange(before: ChangeSide, after: ChangeSide): Promise<PupilChange> {
  const change = await ask("pupilChange", { before, after });
  if (change.kind === "not-running") throw new Error(`the ${change.side} does not run`);
  return change;
}

async function policyChange(before: ChangeSide, after: ChangeSide, byDays = false): Promise<PolicyChange> {
  const change = await ask("policyChange", { before, after, byDays });
  if (change.kind === "not-running") throw new Error(`the ${change.side} does not run`);
  return change;
}

function titles(differences: readonly Difference[]): readonly string[] {
  return differences.map(({ title }) => title);
}

test.each(["hall-green", "delapre", "rufford", "newquay", "slade"])(
  "under %s the page counts the sessions of a pupil at a percentage as they were promised",
  async (name) => {
    const { vocabulary } = await ask("compile", { policy: await shelved(name), readings: [] });
    if (vocabulary === undefined) throw new Error(`${name} does not run`);
    for (const tenths of [1000, 955, 947, 900]) {
      const promised = pupilWith(vocabulary.calendar, DAY, tenths);
      if (promised.kind !== "found") throw new Error(`nobody is at ${tenths}`);
      const view = await ask("pupil", { sketch: away(vocabulary.calendar, tenths, "O"), asOf: AT_FOUR });
      const { attended, possible } = promised;
      expect(view?.attendance).toMatchObject({ attended, possible });
    }
  },
);

test("at 94.7% Hall Green asks whether it causes concern, and then sends the stage 1 letter", async () => {
  await ask("compile", { policy: hallGreen, readings: [] });
  const gets = await ask("pupilGets", { sketch: away(calendar, 947, "O"), asOf: AT_FOUR });
  const asked = gets?.differences.find(({ kind, title }) => kind === "question" && title.includes("causing concern"));
  expect(asked).toMatchObject({
    after: true,
    answers: [{ answer: "yes", opens: [expect.stringContaining("must send the stage 1 letter")] }],
  });
  expect(titles(gets?.differences ?? [])).toContain("Below the school's target");
});

test("at 95.2% nobody asks at 95%, and at 95.5% they do", async () => {
  const sketch = away(calendar, 952, "O");
  const change = await pupilChange(side(hallGreen, sketch), side(edited(hallGreen, stageOne, raised), sketch));
  expect(titles(change.differences)).toEqual(["Is the attendance causing concern?"]);
  expect(change.differences[0]).toMatchObject({
    before: false,
    after: true,
    answers: [{ answer: "yes", opens: ["The school must send the stage 1 letter to the parents"] }],
    reasons: { before: expect.stringContaining("Stage 1: not yet"), after: expect.stringContaining("is asked for") },
  });
});

test("a mark alone makes a difference too: a longer absence moves what is owed", async () => {
  const ten = away(calendar, 1000, "O");
  const week = [20521, 20522, 20523, 20524, 20525].flatMap((day): readonly [string, string][] => [
    [`${day} AM`, "G"],
    [`${day} PM`, "G"],
  ]);
  const change = await pupilChange(side(hallGreen, ten), side(hallGreen, { ...ten, marks: week }));
  const notice = change.differences.find(({ title }) => title.includes("must consider penalty notice"));
  expect(notice).toMatchObject({ kind: "owed", before: undefined, after: { state: "open" } });
  expect(titles(change.differences)).toContain("Ten sessions in ten school weeks");
});

test("the same on both sides differs in nothing", async () => {
  const sketch = away(calendar, 930, "I");
  expect((await pupilChange(side(hallGreen, sketch), side(hallGreen, sketch))).differences).toEqual([]);
});

// The fifth school day after Mon 16 March is the Monday after, the fourth the Friday.
test("a deadline that is moved moves what is owed, from day to day", async () => {
  const england = await shelved("england");
  const marks = [`${DAY} AM`, `${DAY} PM`].map((session): [string, string] => [session, "N"]);
  const sketch: Sketch = { year: 4, flags: [], parents: ["mother"], marks, log: [] };
  const change = await pupilChange(
    side(england, sketch),
    side(edited(england, "reason-within is 5 school days", "reason-within is 4 school days"), sketch),
  );
  const moved = change.differences.find(({ kind }) => kind === "owed");
  if (moved?.kind !== "owed") throw new Error("nothing that is owed moved");
  expect((moved.before?.due ?? 0) - (moved.after?.due ?? 0)).toBe(3 * 86_400);
});

test("95 to 95.5 is stricter, proved, and shown by a pupil at exactly 95%", async () => {
  const nobody = away(calendar, 1000, "O");
  const change = await policyChange(side(hallGreen, nobody), side(edited(hallGreen, stageOne, raised), nobody));
  expect(change.provisions).toHaveLength(1);
  expect(change.provisions[0]).toMatchObject({
    title: "“If absence continues”, step “Stage 1”",
    before: { says: expect.stringContaining("below 95% and") },
    after: { says: expect.stringContaining("below 95.5% and"), place: { says: "hall-green.rollcall, line 348" } },
  });
  const [first] = change.outcomes;
  expect(first).toMatchObject({
    verdict: "stricter",
    proved: true,
    whom: ["It can change only for pupils with attendance this year at least 95% and below 95.5%."],
  });
  const { witness } = first ?? {};
  if (witness === undefined) throw new Error("nobody shows it");
  expect(witness.says).toContain("19 of 20 sessions, exactly 95%");
  const shown = await pupilChange(
    side(hallGreen, witness.sketch, witness.asOf),
    side(edited(hallGreen, stageOne, raised), witness.sketch, witness.asOf),
  );
  expect(titles(shown.differences)).toContain("The school must send the stage 1 letter to the parents");
});

test("a reading that is not chosen changes nothing, and the page says which line", async () => {
  const nobody = away(calendar, 1000, "O");
  const idle = edited(hallGreen, "below 95% and (causing-concern or", "below 96% and (causing-concern or");
  const change = await policyChange(side(hallGreen, nobody), side(idle, nobody));
  expect(change).toMatchObject({ provisions: [], outcomes: [] });
  expect(change.idle.map(({ after }) => after)).toEqual([expect.stringContaining("below 96%")]);
});

test("a figure that a trust fixes cannot be changed below it, and the page hears why", async () => {
  const celt = await shelved("newquay");
  const nobody = away(calendar, 1000, "O");
  const own: PolicyText = { name: celt.name, text: `${celt.text}\nparameter target is 97%\n` };
  const change = await ask("policyChange", { before: side(celt, nobody), after: side(own, nobody), byDays: false });
  expect(change).toMatchObject({ kind: "not-running", side: "after" });
  if (change.kind === "not-running")
    expect(change.problems.map(({ message }) => message).join()).toMatch(/celt|trust/i);
});

test("the day on which the law changed: £60 became £80", async () => {
  const nobody = away(calendar, 1000, "O");
  const england = await shelved("england");
  const [before, after] = ["2024-08-18", "2024-08-19"].map((date) =>
    side(england, nobody, (Date.parse(`${date}T00:00:00Z`) / 86_400_000) * 86_400 + 43_200),
  );
  if (before === undefined || after === undefined) throw new Error("two sides are two");
  const change = await policyChange(before, after, true);
  const early = change.provisions.find(({ before: was, after: is }) => was?.says === "£60" && is?.says === "£80");
  expect(early?.lock).toMatch(/fixes this figure/);
});

test("80% in the place of what the law calls persistent absence brings a remark that was not there before", async () => {
  const nobody = away(calendar, 1000, "O");
  const own = edited(
    hallGreen,
    "attendance this year at most 90% [HAL-035]",
    "attendance this year at most 80% [HAL-035]",
  );
  const remarks = await ask("newRemarks", { before: side(hallGreen, nobody), after: side(own, nobody) });
  expect(remarks.map(({ code }) => code)).not.toEqual([]);
  expect(await ask("newRemarks", { before: side(hallGreen, nobody), after: side(hallGreen, nobody) })).toEqual([]);
});
