import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Document, Scalar } from "yaml";
import { makeSource } from "../../src/source/text.ts";
import type { YamlScalar } from "../../src/yaml/document.ts";
import { readDocument } from "../../src/yaml/read-document.ts";

/** The value of the only key of a file. */
function onlyValue(text: string): YamlScalar {
  const { root, diagnostics } = readDocument(makeSource("value.yaml", text));
  expect(diagnostics).toEqual([]);
  const value = root?.kind === "map" ? root.entries[0]?.value : undefined;
  if (value?.kind !== "scalar") throw new Error(`No scalar in ${text}`);
  return value;
}

/** Each word of the value, and what stands in the file where the word is said to begin. */
function wordsFound(text: string): readonly string[] {
  const value = onlyValue(text);
  return [...value.text.matchAll(/[A-Za-z]+/g)].map(({ index, 0: word }) =>
    text.slice(value.offsetOf(index), value.offsetOf(index) + word.length),
  );
}

describe("places inside a scalar", () => {
  test.each([
    ["plain", "key: one two", ["one", "two"]],
    ["plain, with a mark before it", "key: &mark one two", ["one", "two"]],
    ["plain over lines", "key: one\n  two\n\n\n  three", ["one", "two", "three"]],
    ["in double quotation marks", 'key: "one \\"two\\" \\u00e9 \\x41 \\t three"', ["one", "two", "\\x41"[0], "three"]],
    [
      "in double quotation marks over lines",
      'key: "one\n  two \\\n  three\n\n  four"',
      ["one", "two", "three", "four"],
    ],
    ["in single quotation marks", "key: 'it''s one ''two'''", ["it", "s", "one", "two"]],
    ["in single quotation marks over lines", "key: 'one\n   two'", ["one", "two"]],
    ["a block of lines", "key: |\n\n  one\n    two\n  three\n", ["one", "two", "three"]],
    ["a folded block", "key: >-\n  one\n  two\n\n  three\n    four\n  five\n", ["one", "two", "three", "four", "five"]],
    ["a block with its indentation said", "key: |2-\n   one\n  two", ["one", "two"]],
    ["a block behind a comment", "key: | # one\n  two", ["two"]],
    ["lines that end as on Windows", 'key: "one\r\n  two"\r\n', ["one", "two"]],
    ["a block whose lines end as on Windows", "key: >\r\n  one\r\n  two\r\n", ["one", "two"]],
  ])("%s", (_, text, words) => {
    const found = wordsFound(text);
    expect(found.map((word, index) => word.slice(0, words[index]?.length))).toEqual(words);
  });

  const styles = ["PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED"] as const;
  const phrase = fc
    .array(fc.constantFrom("attendance", "95%", 'judged "x"', "it's", "\n", "é", "\\", "  ", "#", ": ", "😀"), {
      minLength: 1,
      maxLength: 12,
    })
    .map((parts) => parts.join(" "));

  test("are right for every character, however a text is written down", () => {
    fc.assert(
      fc.property(phrase, fc.constantFrom(...styles), fc.constantFrom(20, 40, 0), (text, style, lineWidth) => {
        const scalar = new Scalar(text);
        scalar.type = style;
        const written = new Document({ key: scalar }).toString({ lineWidth, minContentWidth: 0 });
        // The library itself does not keep every blank text as a block, so what it reads is what counts.
        const value = onlyValue(written);
        for (const { index, 0: character } of value.text.matchAll(/\S/g)) {
          const place = written.slice(value.offsetOf(index));
          expect(place.startsWith(character) || place.startsWith("\\")).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
