import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { describeFolder } from "../../src/data/describe-folder.ts";
import { readCalendarPlan } from "../../src/data/read-calendar.ts";
import { makeSource } from "../../src/source/text.ts";

const page = fileURLToPath(new URL("../../src/data/README.md", import.meta.url));

describe("the page about a school's folder", () => {
  it("is as the readers have it (UPDATE=1 writes it anew)", () => {
    if (process.env["UPDATE"] === "1") writeFileSync(page, describeFolder());
    expect(readFileSync(page, "utf8")).toBe(describeFolder());
  });

  it("shows a calendar that can be read", () => {
    const [, yaml = ""] = /```yaml\n([^]*?)```/.exec(describeFolder()) ?? [];
    const { plan, diagnostics } = readCalendarPlan(makeSource("README.md", yaml));
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([]);
    expect(plan?.years).toHaveLength(1);
  });
});
