import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeSource, spanText } from "../../src/source/text.ts";
import type { PhraseKind, PhraseNode } from "../../src/syntax/parse-phrase.ts";
import { parsePhrase } from "../../src/syntax/parse-phrase.ts";
import { printPhrase } from "../../src/syntax/print-phrase.ts";
import * as arbitrary from "./arbitrary-phrases.ts";
import { withoutPlaces } from "./without-places.ts";

function readPhrase<Kind extends PhraseKind>(kind: Kind, text: string) {
  const source = makeSource("policy.yaml", text);
  return parsePhrase(kind, text, { source, offsetOf: (offset) => offset });
}

function codesOf(kind: PhraseKind, text: string): readonly string[] {
  return readPhrase(kind, text).diagnostics.map(({ code }) => code);
}

/** Printing a phrase and reading it again gives the same phrase. */
function expectRoundTrip<Kind extends PhraseKind>(kind: Kind, phrase: fc.Arbitrary<PhraseNode<Kind>>): void {
  fc.assert(
    fc.property(phrase, (node) => {
      const printed = printPhrase(kind, node);
      const { node: read, diagnostics } = readPhrase(kind, printed);
      expect(diagnostics).toEqual([]);
      expect(withoutPlaces(read)).toEqual(withoutPlaces(node));
    }),
    { numRuns: 60 },
  );
}

describe("a phrase that stands alone", () => {
  test("reads as it was printed: conditions", () => expectRoundTrip("condition", arbitrary.condition));
  test("reads as it was printed: moments", () => expectRoundTrip("moment", arbitrary.moment));
  test("reads as it was printed: operands", () => expectRoundTrip("operand", arbitrary.operand));
  test("reads as it was printed: windows", () => expectRoundTrip("window", arbitrary.window));
  test("reads as it was printed: literals", () => expectRoundTrip("literal", arbitrary.literal));
  test("reads as it was printed: anchors", () => expectRoundTrip("anchor", arbitrary.anchor));
  test("reads as it was printed: names", () => expectRoundTrip("names", arbitrary.someNames));

  test("has its places in the file in which it stands, however it is written there", () => {
    const text = 'said "yes" by 10:00';
    const source = makeSource("policy.yaml", `when: "said \\"yes\\" by 10:00"\n`);
    // Each quotation mark of the text is written with a backslash before it.
    const offsetOf = (offset: number): number => 7 + offset + (offset > 5 ? 1 : 0) + (offset > 9 ? 1 : 0);
    const { diagnostics } = parsePhrase("condition", text, { source, offsetOf });
    expect(diagnostics.map(({ span }) => spanText(span))).toEqual(['\\"yes\\"']);
    const { node } = parsePhrase("moment", "10:00", { source, offsetOf: (offset) => 23 + offset });
    expect(node && spanText(node.span)).toBe("10:00");
  });

  test("may go over several lines, as a folded or literal value does", () => {
    const flat = readPhrase("condition", "absent and all of {\n late\n tired\n} and not known-reason").node;
    const folded = readPhrase("condition", "absent\nand all of {\n late\n tired\n}\n\nand not\nknown-reason\n").node;
    expect(flat).toBeDefined();
    expect(withoutPlaces(folded)).toEqual(withoutPlaces(flat));
  });

  test("is refused when it is empty, too long, unfinished or holds a comment", () => {
    expect(codesOf("condition", "")).toEqual(["nothing-written"]);
    expect(codesOf("moment", "  \n")).toEqual(["nothing-written"]);
    expect(codesOf("quantity", "3 school days later")).toEqual(["words-left-over"]);
    expect(codesOf("sentence", "office must send letter by")).toEqual(["line-ends-too-soon"]);
    expect(codesOf("sentence", "office must send letter [HIL-1]")).toEqual(["words-left-over"]);
    expect(codesOf("condition", "absent -- today")).toEqual(["comment-in-phrase"]);
    expect(codesOf("condition", "(absent")).toEqual(["line-ends-too-soon"]);
    expect(codesOf("condition", "all of { absent")).toEqual(["brace-never-closed"]);
    expect(codesOf("condition", `${"(".repeat(101)}a${")".repeat(101)}`)).toEqual(["nested-too-deeply"]);
    expect(codesOf("condition", "a and b or c")).toEqual(["mixed-and-or"]);
  });

  test("gives no tree when it was refused", () => {
    expect(readPhrase("condition", "5 sessions").node).toBeUndefined();
    expect(readPhrase("parties", "a and b or c").node).toBeUndefined();
  });

  test("leaves nothing behind for the next one", () => {
    expect(codesOf("moment", "end of")).toEqual(["line-ends-too-soon"]);
    expect(codesOf("moment", "end of term")).toEqual([]);
  });
});
