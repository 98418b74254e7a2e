// The paper of a pack: versions and hashes of all it was made of, each deadline kept or missed, each step with its proof and marks.

import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/cli/sha256.ts";
import { evidencePaper, toHtml, toMarkdown } from "../../src/documents.ts";
import type { Block } from "../../src/documents.ts";
import { knownDay } from "../../src/school/day.ts";
import { lastInstant } from "../../src/school/moment.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import { packOf, sample } from "../pack/sample-term.ts";

/** Of whom a fortnight's holiday in November was put right late: a letter was sent, and a notice had to be considered. */
const record = sample.school.pupils.find(({ pupil }) => pupil.id === "P0012") as PupilRecord;
const pack = packOf(record, lastInstant(knownDay("2025-11-14")));
const { blocks } = evidencePaper(pack);

function tableOf(caption: string, list: readonly Block[] = blocks): readonly (readonly string[])[] {
  const table = list.find((block) => block.kind === "table" && block.caption === caption);
  return table?.kind === "table" ? table.rows : [];
}

describe("what it was made of", () => {
  const rows = tableOf("Texts and versions");

  test("every text with its version and the hash of it alone", () => {
    for (const { path, text } of pack.files)
      expect(rows).toContainEqual([expect.any(String), path, expect.any(String), sha256(text)]);
    expect(rows.find(([, path]) => path === "hall-green/hall-green.rollcall")?.[2]).toBe(
      "in force from Sun 1 Feb 2026",
    );
    expect(rows.find(([, path]) => path === "england/england.rollcall")?.[2]).toMatch(/^in force from /);
  });

  test("calendar, vocabulary, compiler, facts and decision with theirs", () => {
    const { hashes, compiler } = pack;
    for (const hash of Object.values(hashes)) expect(rows.map((row) => row[3])).toContain(hash);
    expect(new Set(Object.values(hashes)).size).toBe(7);
    expect(rows).toContainEqual(["Decided by", `Rollcall ${compiler}`, "", ""]);
  });

  test("and how the decision is made again", () => {
    expect(blocks).toContainEqual({ kind: "paragraph", text: expect.stringContaining("“rollcall replay”") });
  });
});

test("every thing owed is in the table of deadlines, and kept or missed as its state says", () => {
  const rows = tableOf("What was owed");
  const { obligations } = pack.decided.outcome;
  expect(rows).toHaveLength(obligations.length);
  for (const [place, { state, due }] of obligations.entries()) {
    const kept = rows[place]?.[4] ?? "";
    if (state === "done" && due !== undefined) expect(kept).toMatch(/^kept: done on /);
    if (state === "done-late") expect(kept).toMatch(/^missed: done on /);
    if (state === "overdue") expect(kept).toBe("missed: not done yet");
    if (state === "open" || state === "offered" || state === "not-needed") expect(kept).not.toMatch(/kept|missed/);
  }
});

test("each step has its proof: when it was tested, what held, and the marks that were counted", () => {
  const notice = pack.decided.outcome.obligations.findIndex(
    ({ act, object }) => act === "consider" && object === "penalty-notice",
  );
  const start = blocks.findIndex((block) => block.kind === "heading" && block.text.startsWith(`${notice + 1}. `));
  const end = blocks.findIndex((block, place) => place > start && block.kind === "heading");
  const part = blocks.slice(start, end === -1 ? undefined : end);
  expect(tableOf("The rule and its time", part)).toContainEqual(["Clauses", expect.stringContaining("HAL-076")]);
  const items = part.flatMap((block) => (block.kind === "list" ? block.items : []));
  expect(items).toContainEqual(expect.stringMatching(/^– ✓ .*unauthorised/));
  expect(items).toContainEqual(
    expect.stringMatching(/^Marks counted for .*: Tue 4 Nov 2025: AM G, PM G; .*Mon 10 Nov 2025: AM G, PM G\.$/),
  );
});

test("a mark that was put right shows what it was and when it became something else", () => {
  expect(tableOf("Marks by day")).toContainEqual([
    "Tue 4 Nov 2025",
    "N, then G (known Tue 11 Nov 2025, 14:57)",
    "N, then G (known Tue 11 Nov 2025, 14:57)",
  ]);
});

test("it is written as Markdown and as a page", () => {
  expect(toMarkdown(evidencePaper(pack))).toContain("# Evidence: Chidi \\(P0012\\)".replaceAll("\\", ""));
  expect(toHtml(evidencePaper(pack))).toContain("<h2>Deadlines, kept or missed</h2>");
});
