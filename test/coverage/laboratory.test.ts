// What is not played again would have come out as it did: every edit that nobody is said to notice is compiled and played in
// full, and every one that is noticed is noticed.

import { describe, expect, test } from "vitest";
import type { Mutant } from "../../src/coverage/mutants.ts";
import { openTrial, tryAll } from "../../src/coverage/trial.ts";
import { calendarOf, compileFile } from "../policy-files.ts";
import { isNoticedPlainly } from "./plain-trial.ts";
import { compileSmall } from "./small-policy.ts";

const policyFile = (name: string) => new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url);
const england = compileFile(policyFile("england"));
const school = compileFile(policyFile("hall-green"));
const calendar = calendarOf(school);
const trial = openTrial({ compilation: school, parent: england.model, calendar, edits: "all" });

const small = `procedure calls "Calls" for each absence {
  step call on start {
    school-office must telephone parents by 09:30
    school-office should send letter to parents within 2 school days
  }
}
example "nobody has called" {
  pupil year 3
  on 2026-03-02 marks "NN"
  on 2026-03-02 09:31 expect overdue school-office must telephone parents by 09:30
}
`;

describe("an edit that is not played with every example", () => {
  test("comes out as if it were", async () => {
    // One in a hundred and fifty: some of every kind, and quick.
    const some = trial.mutants.filter((_, index) => index % 150 === 7);
    const { proofs, failing } = await tryAll({ ...trial, mutants: some }, [
      {
        watch: trial.helper.watch,
        attempt: (numbers, sightings, told) =>
          trial.helper.attempt(
            numbers.map((number) => trial.mutants.indexOf(some[number] as Mutant)),
            sightings,
            told,
          ),
      },
    ]);
    expect(failing).toEqual([]);
    expect(proofs.length).toBeGreaterThan(4);
    const told = proofs.map(({ mutant, notice }) => [mutant.says, notice.by !== "nothing" && notice.by !== "silence"]);
    expect(told).toEqual(
      proofs.map(({ mutant }) => [mutant.says, isNoticedPlainly({ school, parent: england, calendar }, mutant)]),
    );
  });

  test("is shared out among helpers without another answer", async () => {
    const { compilation, calendar: days } = compileSmall(small);
    const mine = openTrial({ compilation, parent: undefined, calendar: days, edits: "all" });
    const alone = await tryAll(mine, [mine.helper]);
    const shared = await tryAll(mine, [mine.helper, mine.helper]);
    // More than one share of them.
    expect(alone.proofs.length).toBeGreaterThan(16);
    expect(shared.proofs.map(({ notice }) => notice.by)).toEqual(alone.proofs.map(({ notice }) => notice.by));
  });
});
