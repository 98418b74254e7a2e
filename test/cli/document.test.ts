// `rollcall document`: each paper by its name, in each form; and what is asked for in vain is refused with the next step.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { call, line } from "./call.ts";

const hillTop = "test/cli/fixtures/hill-top";
const folder = mkdtempSync(join(tmpdir(), "rollcall-papers-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("rollcall document", () => {
  test.each([
    [`${hillTop} --at 2026-03-13`, /^# Attendance at .*: a page for parents\n/, /grade\)/],
    [`${hillTop} --kind protocol --at 2026-03-13`, /^# Attendance at .*: the protocol for staff\n/, /^$/],
    ["policies/slade --kind clauses", /^# Attendance at Slade: clause by clause\n/, /^$/],
    [
      "policies/england --kind change --at 2024-08-18 --at 2024-08-19",
      /: a note for governors on what changes\n/,
      /^$/,
    ],
  ])("%s", async (words, paper, remark) => {
    const { exit, written, said } = await call(line(`document ${words}`));
    expect(exit).toBe(0);
    expect(written).toMatch(paper);
    expect(said).toMatch(remark);
  });

  test("without a day, it is the first on which the policy is in force", async () => {
    const { written } = await call(line("document policies/slade --kind clauses"));
    expect(written).toContain("It shows the rules in force on Sat 31 Aug 2024.");
  });

  test.each(["html", "docx"])("a note on changes is written as %s", async (format) => {
    const out = join(folder, `note.${format}`);
    const words = `document policies/england --kind change --at 2024-08-18 --at 2024-08-19 --format ${format} --out ${out}`;
    const { exit, written } = await call(line(words));
    expect(exit).toBe(0);
    expect(written).toContain("is written.");
    expect(readFileSync(out).subarray(0, 2).toString()).toBe(format === "docx" ? "PK" : "<!");
  });

  test("with a school's records it counts, and names no pupil", async () => {
    const words =
      'document policies/hall-green --kind change --reading "which arrivals in the open register are late=those after registration starts at 8.55" --data policies/hall-green/sample --as-of 2026-03-13';
    const { exit, written } = await call(line(words));
    expect(exit).toBe(0);
    expect(written).toMatch(/The records of 60 pupils were read as they stood at the end of Fri 13 Mar 2026\./);
    expect(written).not.toMatch(/\bP00\d\d\b/);
  });

  test.each([
    [`${hillTop} ${hillTop}`, "Two policies make sense only for the note on what changes."],
    [`${hillTop} --at 2026-03-13 --at 2026-03-16`, "`--at` given twice makes sense only for the note on what changes."],
    [`${hillTop} --kind protocol --data somewhere`, "`--data` makes sense only for the note on what changes."],
    [`${hillTop} --kind change`, "One policy alone cannot be compared."],
    [`${hillTop} --at someday`, "`someday` is not a date."],
    ["policies/slade --kind clauses --format docx", "A word processor's file cannot be shown on a screen."],
  ])("%s: exit code 2, and says %j", async (words, says) => {
    const { exit, written, said } = await call(line(`document ${words}`));
    expect({ exit, written }).toEqual({ exit: 2, written: "" });
    expect(said).toContain(says);
  });
});
