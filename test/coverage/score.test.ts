import { describe, expect, test } from "vitest";
import { percentWords, printScore, reachesScore, scoreOf, scoreToJson } from "../../src/coverage/score.ts";
import { proofOf } from "./small-policy.ts";

/** Of the rules below the head, whose roles and codes are there for all tests. */
async function scoreBelowHead(declarations: string) {
  const verdict = await proofOf(declarations, "all");
  const below = ({ mutant: { span } }: (typeof verdict.proofs)[number]) =>
    span.from >= span.source.text.indexOf(declarations);
  return scoreOf({ ...verdict, proofs: verdict.proofs.filter(below) });
}

const call = `procedure calls "Calls" for each absence {
  step call on start {
    school-office must telephone parents by 09:30
  }
}
`;

const late = `example "nobody has called" {
  pupil year 3
  on 2026-03-02 marks "NN"
  on 2026-03-02 09:31 expect overdue school-office must telephone parents by 09:30
}
`;

describe("the mutation score", () => {
  test("is whole where the examples notice every edit", async () => {
    const score = await scoreBelowHead(call + late);
    expect(scoreToJson(score)).toMatchObject({ unnoticed: [], failing: [] });
    expect(score.noticed).toBe(score.tried);
    expect(score.tried).toBeGreaterThan(5);
  });

  test("shows each unnoticed edit at its place, in words", async () => {
    const loose = late.replace("overdue ", "").replace(" by 09:30", "").replace(" 09:31", "");
    const score = await scoreBelowHead(call + loose);
    expect(score.unnoticed.map(({ mutant }) => mutant.says)).toEqual([
      "without “by 09:30”",
      "by becomes before",
      "09:30 becomes 09:29",
      "09:30 becomes 09:31",
    ]);
    const printed = printScore("hill-top", score, { width: 100, colour: false });
    expect(printed).toMatch(/ {2}hill-top\.rollcall:\d+ {2}09:30 becomes 09:29\n/);
    expect(printed).toMatch(/hill-top: \d+ of \d+ edits noticed, a score of \d/);
  });

  test("does not count edits that the compiler refuses, or from which nothing follows", async () => {
    const idle = `duty tracking "Tracking" every unspecified {\n  school-office must telephone parents\n}\n`;
    const named = `role clerk "Clerk"\nstatus odd when year exactly 3\nstatus odder when odd\n`;
    const [without, more] = [await scoreBelowHead(call + late), await scoreBelowHead(call + late + idle)];
    expect(more.tried).toBe(without.tried);
    expect(more.idle).toBeGreaterThan(without.idle);
    expect((await scoreBelowHead(call + late + named)).refused).toBe(without.refused + 1);
  });

  test("is compared exactly, and never rounded up", () => {
    const of = (noticed: number, tried: number) => ({
      noticed,
      tried,
      unnoticed: [],
      refused: 0,
      idle: 0,
      failing: [],
    });
    expect(reachesScore(of(9, 10), 90)).toBe(true);
    expect(reachesScore(of(899, 1000), 90)).toBe(false);
    expect(reachesScore(of(0, 0), 100)).toBe(true);
    expect([percentWords(9999, 10_000), percentWords(9, 10), percentWords(2, 3)]).toEqual(["99.9%", "90%", "66.6%"]);
  });
});
