// `rollcall hindsight`: its forms, read by eye, and what it refuses.

import { describe, expect, test } from "vitest";
import { call, line } from "../cli/call.ts";
import { goldenFolder } from "../golden-folder.ts";

const golden = goldenFolder(new URL("./golden/", import.meta.url));
const school = "hindsight test/cli/fixtures/hill-top --data test/cli/fixtures/school";

describe("the made-up school, on the morning of a day that was put right later", () => {
  test.each([
    ["text", "hindsight.txt"],
    ["json", "hindsight.json"],
    ["csv", "hindsight.csv"],
    ["markdown", "hindsight.md"],
  ])("as %s", async (format, file) => {
    const { exit, written, said } = await call(line(`${school} --then 2026-03-09T16:00 --format ${format}`));
    expect([exit, said]).toEqual([0, ""]);
    await golden(file, written);
  });

  test("as a page that needs nothing else", async () => {
    const { written } = await call(line(`${school} --then 2026-03-09T16:00 --format html`));
    expect(written).toMatch(/^<!doctype html>/);
    expect(written).toContain("<h1>In hindsight: Hill Top Primary School</h1>");
  });

  test("one pupil of whom nothing became known late", async () => {
    const { exit, written } = await call(line(`${school} --then 2026-03-09T16:00 --pupil P3`));
    expect(exit).toBe(0);
    expect(written).toContain("(one pupil looked at)");
  });
});

describe("what cannot be looked back at is refused with a next step", () => {
  test.each([
    [school, "`--then` is needed."],
    [`${school} --then yesterday`, "`--then yesterday` is not a date or moment."],
    [`${school} --then 2026-02-29T09:00`, "There is no date 2026-02-29: February 2026 has 28 days."],
    [`${school} --then 1999-01-01`, "does not cover 1999-01-01"],
    [`${school} --then 2026-03-09 --now 2026-03-08`, "`--now 2026-03-08` lies before `--then`"],
    [`${school} --then 2026-03-09 --now soon`, "`--now soon` is not a date or moment."],
    [`${school} --then 2026-03-09 --pupil P33`, "has the id `P33`"],
    ["hindsight test/cli/fixtures/hill-top --then 2026-03-09", "`--data` is needed."],
  ])("%s", async (words, says) => {
    const { exit, said, written } = await call(line(words));
    expect([exit, written]).toEqual([2, ""]);
    expect(said).toContain(says);
  });
});
