// A fortnight marked as holiday that turns out weeks later to have been education off site, under a real policy: the letter, the
// conversation and the legal steps that were taken meanwhile are told, and the penalty notice that had to be considered.

import { describe, expect, test } from "vitest";
import type { Finding, HindsightCase } from "../../src/hindsight/hindsight.ts";
import { makeHindsight } from "../../src/hindsight/make-hindsight.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { knownDay } from "../../src/school/day.ts";
import { momentOf } from "../../src/school/moment.ts";
import type { Moment } from "../../src/school/moment.ts";
import type { Mark, PupilRecord } from "../../src/school/record.ts";
import { policyOf, sample } from "../pack/sample-term.ts";

const { policy } = policyOf("hall-green");
const world = makeWorld(policy.program, sample.calendar);
const known = momentOf(knownDay("2025-11-24"), 10 * 3600 + 15 * 60);
const now = momentOf(knownDay("2025-11-28"), 15 * 3600);

const holiday = sample.school.pupils.find(({ pupil }) => pupil.id === "P0012") as PupilRecord;
const putRight: readonly Mark[] = holiday.marks
  .filter(({ code }) => code === "G")
  .map((mark) => ({ ...mark, code: "B", known }));
const record = { ...holiday, marks: [...holiday.marks, ...putRight] };

function lookBack(then: Moment): HindsightCase | undefined {
  const school = { ...sample.school, pupils: [record] };
  return makeHindsight({ policy, world, school, then, now, pupil: "P0012" }).cases[0];
}

function of(found: HindsightCase | undefined, rule: string): Finding | undefined {
  return found?.findings.find((finding) => finding.rule === rule);
}

describe("a holiday that was none", () => {
  const found = lookBack(momentOf(knownDay("2025-11-10"), 15 * 3600 + 40 * 60));

  test("the letter that was sent that day stays on record, with the figures on either side", () => {
    expect(of(found, "stages.letter.1")).toMatchObject({
      verdict: "needless",
      then: expect.stringMatching(/attendance this year is 92\.68% \(76 of 82 sessions\), below 95%/),
      hindsight: expect.stringMatching(/because attendance this year is 100% \(82 of 82 sessions\), not below 95%/),
      acted: [{ record: "P0012-stages-letter-1-161454" }],
      now: "It was taken back on Mon 24 Nov 2025, 10:15.",
      clauses: ["HAL-049"],
    });
  });

  test("what was done only after the moment, but before anybody knew, was done on the strength of it too", () => {
    expect(of(found, "persistent-absence.more-support.1")?.acted).toMatchObject([
      { record: "P0012-persistent-absence-more-support-1-394859", at: momentOf(knownDay("2025-11-11"), 40_740) },
    ]);
  });

  test("and what its procedure went on to is told apart", () => {
    expect(found?.followed).toEqual([
      {
        record: "P0012-persistent-absence-legal-steps-1-415317",
        at: momentOf(knownDay("2025-11-12"), 49_680),
        what: "consider legal intervention, by the school",
      },
    ]);
  });

  test("an answer that was given for it stands there with what it was", () => {
    const question = found?.findings.find(({ what }) => what.startsWith("Decide: Is the support working"));
    expect(question?.acted.map(({ what }) => what)).toEqual([
      "answer “no” to “support working”, by the senior attendance champion",
    ]);
  });

  test("one correction turned all of it", () => {
    expect(found?.corrections).toHaveLength(1);
    for (const { turnedBy } of found?.findings ?? []) expect(turnedBy).toEqual(found?.corrections);
  });
});

test("a notice that had to be considered, and those that might have been issued to each parent, were needless", () => {
  const found = lookBack(momentOf(knownDay("2025-11-14"), 15 * 3600 + 1800));
  const notices = (found?.findings ?? []).filter(({ what }) => /penalty notice/.test(what));
  expect(notices.map(({ verdict, what, parent }) => [verdict, what.split(" ", 1)[0], parent])).toEqual([
    ["needless", "Consider", undefined],
    ["needless", "Issue", record.pupil.parents[0]?.name],
    ["needless", "Issue", record.pupil.parents[1]?.name],
  ]);
  expect(notices[0]?.hindsight).toMatch(/^It would not have been asked for, because .* is 0 sessions, not at least 10/);
  expect(notices[1]?.hindsight).toMatch(/^It would not have been offered, because /);
});
