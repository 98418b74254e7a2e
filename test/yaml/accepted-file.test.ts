// The file of accepted findings: read whole or told why not, and written so that everything else in it stays.

import { describe, expect, test } from "vitest";
import { messageOf } from "../../src/diagnostics/template.ts";
import { formatDay, knownDay } from "../../src/school/day.ts";
import { makeSource } from "../../src/source/text.ts";
import { readAccepted, withAcceptance } from "../../src/yaml/accepted-file.ts";
import type { Acceptance } from "../../src/yaml/accepted-file.ts";

const spring: Acceptance = {
  code: "no-way-out",
  name: "concern",
  because: "Governors: settled in the spring",
  until: knownDay("2026-04-30"),
  by: "headteacher",
  fingerprint: "0123456789abcdef",
};

function read(text: string) {
  const { entries, diagnostics } = readAccepted(makeSource("accepted.yaml", text));
  return {
    entries: entries.map(({ code, name, because, until, by, fingerprint }) => ({
      code,
      name,
      because,
      until,
      by,
      fingerprint,
    })),
    faults: diagnostics.map(messageOf),
  };
}

describe("a file of accepted findings", () => {
  test("is read as it was written, whatever signs a reason holds", () => {
    const reasons = ["plain", "with: a colon", "with # a hash", '"quoted"', "£60, or 10%", "yes", "2026-03-02"];
    for (const because of reasons) {
      const text = withAcceptance(undefined, { ...spring, because });
      expect(read(text)).toEqual({ entries: [{ ...spring, because }], faults: [] });
    }
  });

  test("keeps its other entries and every comment when one is added", () => {
    const before = `# ours
accepted:
  # the ladder
  - code: no-way-out # for now
    name: concern
    because: later
    until: 2026-04-30
    by: headteacher
    fingerprint: aa
  # the end
`;
    const after = withAcceptance(makeSource("accepted.yaml", before), { ...spring, name: "lateness" });
    expect(read(after).entries.map(({ name }) => name)).toEqual(["concern", "lateness"]);
    for (const comment of ["# ours", "# the ladder", "# for now", "# the end"]) expect(after).toContain(comment);
    expect(after.startsWith(before.slice(0, before.indexOf("  # the end")))).toBe(true);
  });

  test("renews an entry in its place, comments included", () => {
    const before = withAcceptance(undefined, spring).replace("by: headteacher", "by: headteacher # or her deputy");
    const later = { ...spring, until: knownDay("2027-04-30"), because: "still open", fingerprint: "ff" };
    const after = withAcceptance(makeSource("accepted.yaml", before), later);
    expect(read(after)).toEqual({ entries: [later], faults: [] });
    expect(after).toContain("by: headteacher # or her deputy");
  });

  test("may be empty", () => {
    expect(read("accepted: []\n")).toEqual({ entries: [], faults: [] });
    expect(read("accepted:\n")).toEqual({ entries: [], faults: [] });
    const begun = withAcceptance(makeSource("accepted.yaml", "accepted:\n"), spring);
    expect(read(begun).entries).toEqual([spring]);
  });

  test.each([
    ["a date that there is not", "until: 2026-04-30", "until: 2026-02-30", "The until of an accepted finding"],
    ["a key that is missing", "    by: headteacher\n", "", "by"],
    ["a key nobody knows", "because:", "reason:", "reason"],
    ["a list where a value belongs", "name: concern", "name: [concern]", "The name of an accepted finding"],
  ])("tells of %s, and accepts nothing by that entry", (_, right, wrong, told) => {
    const { entries, faults } = read(withAcceptance(undefined, spring).replace(right, wrong));
    expect(entries).toEqual([]);
    expect(faults.join("\n")).toContain(told);
  });

  test("that is no sound YAML is told as such", () => {
    expect(read('accepted:\n  - code: "no').faults).not.toEqual([]);
  });

  test("is written with dates as people write them", () => {
    expect(withAcceptance(undefined, spring)).toContain(`until: ${formatDay(spring.until)}\n`);
  });
});
