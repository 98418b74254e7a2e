// The policy's side of the page, without a browser: what is said of a check, what stands in a page, what a change touches.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { changedStretch } from "../../src/wording.ts";
import { standing } from "../../playground/editor/figure-standing.ts";
import { blocksOf, pieces } from "../../playground/policy/page-blocks.ts";
import { sayCheck, sayOthers, sayPlace, sorted } from "../../playground/policy/policy-words.ts";
import { shelfTitles } from "../../playground/texts/titles.ts";
import { namedIn } from "../../playground/worker/editing.ts";
import type { Problem } from "../../playground/worker/protocol.ts";
import { allCodePages } from "../../src/pages.ts";

function problem(severity: Problem["severity"], from = 0): Problem {
  return { code: "some-code", severity, message: "Something.", hint: "", from, to: from + 1, line: 3, fixes: [] };
}

describe("the check of a policy in one line", () => {
  test("errors are counted alone, for nothing else matters until they are mended", () => {
    expect(sayCheck([problem("error"), problem("warning")])).toBe("1 error to mend before it can run.");
    expect(sayCheck([problem("error"), problem("error")])).toBe("2 errors to mend before it can run.");
  });

  test("a sound policy tells what is left to look at", () => {
    expect(sayCheck([])).toBe("It can run, and there is nothing to mend.");
    expect(sayCheck([problem("warning"), problem("advice"), problem("advice")])).toBe(
      "It can run. 1 warning, 2 suggestions.",
    );
    expect(sayOthers(0, 1)).toBe("1 suggestion");
  });

  test("warnings stand before advice, each in the order of the text", () => {
    const { errors, others } = sorted([
      problem("advice", 1),
      problem("warning", 9),
      problem("error", 5),
      problem("warning", 2),
    ]);
    expect(errors.map(({ from }) => from)).toEqual([5]);
    expect(others.map(({ severity, from }) => [severity, from])).toEqual([
      ["warning", 2],
      ["warning", 9],
      ["advice", 1],
    ]);
  });

  test("a place in a layer above names its file", () => {
    expect(sayPlace(problem("error"))).toBe("Line 3");
    expect(sayPlace({ ...problem("error"), elsewhere: "england.rollcall" })).toBe("england.rollcall, line 3");
  });
});

describe("the page of a code", () => {
  test("headings, paragraphs, lists, quotations and listings are told apart", () => {
    expect(
      blocksOf("# A title\n\nWords that\ngo on.\n\n- one\n- two\n  more\n\n> said\n\n```text\na\n\nb\n```\n\nEnd."),
    ).toEqual([
      { kind: "heading", text: "A title" },
      { kind: "paragraph", text: "Words that go on." },
      { kind: "list", items: ["one", "two more"] },
      { kind: "quote", text: "said" },
      { kind: "code", text: "a\n\nb" },
      { kind: "paragraph", text: "End." },
    ]);
  });

  test("words in backquotes are the policy's own", () => {
    expect(pieces("write `target` here")).toEqual([
      { text: "write ", code: false },
      { text: "target", code: true },
      { text: " here", code: false },
    ]);
  });

  test("no page keeps a mark that was not understood", () => {
    for (const { page, code } of allCodePages()) {
      const told = blocksOf(page).flatMap((block) =>
        block.kind === "code" ? [] : "text" in block ? [block.text] : block.items,
      );
      expect([code, told.filter((text) => /^(?:#|>|- |```)/.test(text))]).toEqual([code, []]);
    }
  });
});

describe("a change of a text", () => {
  test("only the stretch that differs is replaced", () => {
    expect(changedStretch("at most 95%", "at most 96%")).toEqual({ from: 9, to: 10, insert: "6" });
    expect(changedStretch("aa", "aaa")).toEqual({ from: 2, to: 2, insert: "a" });
    expect(changedStretch("abc", "")).toEqual({ from: 0, to: 3, insert: "" });
    expect(changedStretch("same", "same")).toBeUndefined();
  });

  test("a figure that is out of its range is told from one that is within", () => {
    const percent = { kind: "percent", least: "90%", most: "100%" } as const;
    expect(["89.5%", "90%", "100%"].map((text) => standing(percent, text))).toEqual(["too-little", "within", "within"]);
    expect(standing({ kind: "quantity", most: "10" }, "11")).toBe("too-much");
    expect(standing({ kind: "date" }, "2026-01-01")).toBe("within");
  });
});

describe("the shelf", () => {
  test("its titles are those that the policies give themselves", () => {
    const folder = new URL("../../policies/", import.meta.url);
    const heads = readdirSync(folder).map((name) => {
      const head = /^(\w+) policy (\S+) "(.*)"$/m.exec(
        readFileSync(new URL(`${name}/${name}.rollcall`, folder), "utf8"),
      );
      return { name: head?.[2], title: head?.[3], level: head?.[1] };
    });
    expect(shelfTitles.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual(heads);
  });

  test("a policy is known by its head, in either form, and nothing else is taken for one", () => {
    expect(namedIn('-- a comment\r\n\r\nschool policy hill-top "Hill Top"\r\n')).toBe("hill-top");
    expect(namedIn("# comment\nschool-policy:\n  name: hill-top\n")).toBe("hill-top");
    expect(namedIn("school-policy: {name: hill-top, title: Hill}\n")).toBe("hill-top");
    expect(namedIn('school policy ../../etc "x"')).toBeUndefined();
    expect(namedIn("clauses:\n  - id: HIL-001\n")).toBeUndefined();
  });
});
