import { describe, expect, test } from "vitest";
import { goldenFolder } from "../golden-folder.ts";
import { call, line } from "./call.ts";

const golden = goldenFolder(new URL("./golden/compare/", import.meta.url));
const hillTop = "test/cli/fixtures/hill-top";
const draft = `${hillTop}/draft.rollcall`;

describe("rollcall compare", () => {
  test.each([
    [`${hillTop} ${draft}`, "two.txt"],
    [`${hillTop} ${draft} --format markdown`, "two.md"],
    [`${hillTop} ${draft} --format json`, "two.json"],
    [`${hillTop} ${draft} --pupil "a second call the next morning"`, "pupil.txt"],
  ])("%s", async (words, file) => {
    const { exit, written, said } = await call(line(`compare ${words}`));
    expect({ exit, said }).toEqual({ exit: 0, said: "" });
    await golden(file, written);
  });

  test.each([
    [hillTop, "`rollcall compare` needs POLICY POLICY… after it."],
    [`${hillTop} ${draft} --pupil "a second cal"`, "has an example “a second cal”"],
    [`${hillTop} ${draft} --width 10`, "Write a whole number from 60 to 1000."],
  ])("%s: exit code 2, and says %j", async (words, says) => {
    const { exit, written, said } = await call(line(`compare ${words}`));
    expect({ exit, written }).toEqual({ exit: 2, written: "" });
    expect(said).toContain(says);
  });
});
