// Conditions whose sentence once said more, less or something else than the rule: how each is said, and where it does not hold.

import { expect, test } from "vitest";
import type { Condition } from "../../src/checker/model.ts";
import { sayCondition } from "../../src/narration/say-condition.ts";
import { voiceOf } from "./narrated.ts";

const WORDS = `flag troubled "Has trouble at home"
group juniors "Juniors"
act phone-home "phoned home"`;

function said(condition: string, holds = true): string {
  const voice = voiceOf(`${WORDS}\nstatus asked "Asked" when ${condition}`);
  const rule = voice.model.statuses.get("asked")?.rule;
  if (rule?.kind !== "when") throw new Error("the status has no condition");
  const part: Condition = rule.condition;
  return sayCondition(voice, holds ? part : { kind: "not", part, span: part.span });
}

test("days are counted in halves: more than one may be one and a half", () => {
  const days = "count of absent days this year";
  expect(said(`${days} more than 1 school day`)).toBe("there is more than 1 day missed this school year");
  expect(said(`${days} at most 3 school days`, false)).toBe("there are more than 3 days missed this school year");
  expect(said("count of absent sessions this year more than 1 session")).toBe(
    "there are at least 2 sessions missed this school year",
  );
});

test("one of what is counted loses its own s and no other", () => {
  expect(said("count of absent sessions this year at least 1 session")).toBe(
    "there is at least 1 session missed this school year",
  );
  expect(said("count of late sessions this term exactly 1 session")).toBe("there is exactly 1 late mark this term");
});

test("so many of several may be more", () => {
  expect(said("2 of { absent\nlate\ntroubled\n}")).toBe(
    "at least 2 of these hold: the pupil is absent now; the pupil is late now; the pupil has trouble at home",
  );
});

test("an attendance of others is not the pupil's own", () => {
  expect(said("attendance of juniors this year below 90%")).toBe(
    "attendance this school year of all who count as “juniors” is below 90%",
  );
});

test("whoever is absent on site is not away, and whoever attends elsewhere is not in school", () => {
  expect(said("unauthorised")).toBe("the pupil is absent without leave now");
  expect(said("authorised", false)).toBe("the pupil is not absent with leave now");
  expect(said("present")).toBe("the pupil is attending now");
});

test.each([
  ["term is autumn", "it is the autumn term", "it is not the autumn term"],
  ["today is friday", "today is Friday", "today is not Friday"],
  ["year is reception", "the pupil is in Reception", "the pupil is not in Reception"],
  ["year is nursery", "the pupil is in the nursery", "the pupil is not in the nursery"],
])("%s", (condition, so, notSo) => {
  expect(said(condition)).toBe(so);
  expect(said(condition, false)).toBe(notSo);
});

test("a stretch of time does not end at the moment that something was done before", () => {
  expect(said("phoned home last 2 weeks before 2026-03-02")).toBe(
    "“phoned home” is on record before Mon 2 Mar 2026 in the last 2 weeks",
  );
});

test("the week before is not the last seven days", () => {
  expect(said("attendance previous week below 90%")).toBe("attendance in the week before this one is below 90%");
  expect(said("attendance last 1 week below 90%")).toBe("attendance in the last 1 week is below 90%");
});

test("what must hold together is not taken apart by what stands beside it", () => {
  expect(said("(troubled and late and absent) or phoned home")).toBe(
    "either “phoned home” is on record or all of this: the pupil has trouble at home, the pupil is late now and the pupil is absent now",
  );
  expect(said("not (late and absent) and troubled")).toBe(
    "both the pupil has trouble at home and it is not so that both the pupil is late now and the pupil is absent now",
  );
  expect(said("(troubled and late and absent)", false)).toBe(
    "it is not so that all of this: the pupil has trouble at home, the pupil is late now and the pupil is absent now",
  );
});
