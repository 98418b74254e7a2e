import { describe, expect, test } from "vitest";
import { goldenFolder } from "../golden-folder.ts";
import { call, line } from "./call.ts";

const golden = goldenFolder(new URL("./golden/diff/", import.meta.url));
const hillTop = "test/cli/fixtures/hill-top";
const draft = `${hillTop}/draft.rollcall`;
const school = "test/cli/fixtures/school";

describe("rollcall diff", () => {
  test.each([
    [`${hillTop} ${draft}`, "draft.txt"],
    [`${hillTop} ${draft} --all`, "draft-all.txt"],
    [`${hillTop} ${draft} --data ${school} --as-of 2026-03-13`, "draft-data.txt"],
    [`${hillTop} ${draft} --data ${school} --as-of 2026-03-13 --format json`, "draft.json"],
    [`${hillTop} ${hillTop}`, "itself.txt"],
  ])("%s", async (words, file) => {
    const { exit, written, said } = await call(line(`diff ${words}`));
    expect({ exit, said }).toEqual({ exit: 0, said: "" });
    await golden(file, written);
  });

  test("of one policy read in another way shows what the reading comes to", async () => {
    const reading = "what sends a case to the local authority=attendance does not improve";
    const { exit, written } = await call(["diff", "policies/hall-green", "--reading", reading]);
    expect(exit).toBe(0);
    expect(written).toContain("hall-green → hall-green, read as “attendance does not improve”");
    expect(written).toContain("STRICTER  “If absence continues”, step “Stage 3”");
  });

  test("of one policy on two dates shows what changed overnight, and the same pupil on either day", async () => {
    const { exit, written } = await call(line("diff policies/england --at 2024-08-18 --at 2024-08-19"));
    expect(exit).toBe(0);
    expect(written).toMatch(/First notice +£120 +£160 +ENG-022/);
    expect(written).toMatch(/STRICTER {2}First notice\n +£120 → £160/);
    expect(written).toMatch(/code J \(At an +approved +—/);
    expect(written).toMatch(/After: the same pupil, looked at on 2024-\d\d-\d\d\./);
  });

  test("names the pupils of a school whom a change touches, and whose work it is", async () => {
    const { written } = await call(line(`diff ${hillTop} ${draft} --data ${school} --as-of 2026-03-13 --format json`));
    const { population } = JSON.parse(written) as { population: { pupils: number; workload: readonly object[] } };
    expect(population.pupils).toBe(3);
    expect(population.workload.length).toBeGreaterThan(0);
  });

  test.each([
    [hillTop, "One policy alone cannot be compared."],
    [`${hillTop} ${draft} ${hillTop}`, "does not know what to do with"],
    [`${hillTop} --at 2026-01-05 --at soon`, "`soon` is not a date."],
    [`${hillTop} --at 2026-01-05 --at 2026-06-31`, "There is no date 2026-06-31: June has 30 days."],
    [`${hillTop} --at 2026-01-05 --at 2026-01-06 --at 2026-01-07`, "`--at` can be given twice at most."],
    [`${hillTop} --reading nothing`, "`nothing` names no reading."],
    [`policies/hall-green --reading "who may authorise absense=x"`, 'Did you mean "who may authorise absence"?'],
    [`policies/hall-green --reading "who may authorise absence=x"`, "It has “the headteacher”"],
    ["test/cli/fixtures/bare.rollcall test/cli/fixtures/bare.rollcall", "names no calendar that can be read"],
    [`${hillTop} ${draft} --data ${school}`, "`--as-of` is needed"],
  ])("%s: exit code 2, and says %j", async (words, says) => {
    const { exit, written, said } = await call(line(`diff ${words}`));
    expect({ exit, written: exit === 2 ? "" : written }).toEqual({ exit: 2, written: "" });
    expect(said).toContain(says);
  });
});
