import { describe, expect, test } from "vitest";
import { goldenFolder } from "../golden-folder.ts";
import { call, line } from "./call.ts";

const golden = goldenFolder(new URL("./golden/outline/", import.meta.url));
const hillTop = "test/cli/fixtures/hill-top";

describe("rollcall outline", () => {
  test.each([
    [hillTop, "hill-top.txt"],
    [`${hillTop} --at 2026-03-13 --format json`, "hill-top.json"],
  ])("%s", async (words, file) => {
    const { exit, written, said } = await call(line(`outline ${words}`));
    expect({ exit, said }).toEqual({ exit: 0, said: "" });
    await golden(file, written);
  });

  test("of a school in a trust names the layer that set each value, and what a lock allows", async () => {
    const { exit, written } = await call(line("outline policies/newquay"));
    expect(exit).toBe(0);
    expect(written).toContain("england (nation) → celt (trust) → newquay (school)");
    expect(written).toContain("higher is");
  });

  test.each([
    [`${hillTop} --at someday`, "`someday` is not a date."],
    ["nowhere", "There is no file or folder `nowhere`."],
  ])("%s: exit code 2, and says %j", async (words, says) => {
    const { exit, written, said } = await call(line(`outline ${words}`));
    expect({ exit, written }).toEqual({ exit: 2, written: "" });
    expect(said).toContain(says);
  });
});
