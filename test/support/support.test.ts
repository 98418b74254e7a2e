import { describe, expect, test } from "vitest";
import { assertNever } from "../../src/support/assert-never.ts";
import { Bug } from "../../src/support/bug.ts";
import { compareText } from "../../src/support/compare-text.ts";
import { wordList } from "../../src/support/word-list.ts";

describe("the support room", () => {
  test("a value outside its type is a fault of ours and is shown", () => {
    expect(() => assertNever({ kind: "unheard-of" } as never)).toThrow(Bug);
    expect(() => assertNever({ kind: "unheard-of" } as never)).toThrow('{"kind":"unheard-of"}');
  });

  test.each([
    [[], ""],
    [["late"], "late"],
    [["late", "absent"], "late or absent"],
    [["late", "absent", "present"], "late, absent or present"],
  ])("%j is listed as %j", (words, sentence) => {
    expect(wordList(words, "or")).toBe(sentence);
  });

  test("text is ordered by its letters alone, whatever the computer's language", () => {
    expect(["é", "i", "İ", "a", "B", "I", "a"].toSorted(compareText)).toEqual(["B", "I", "a", "a", "i", "é", "İ"]);
  });
});
