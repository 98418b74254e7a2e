import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  endPositionOf,
  joinSpans,
  lineText,
  makeSource,
  makeSpan,
  offsetAt,
  pointSpan,
  positionAt,
  positionOf,
  spanText,
  wholeSpan,
} from "../../src/source/text.ts";
import { Bug } from "../../src/support/bug.ts";

const policy = makeSource("hall-green.rollcall", "school policy hall-green\r\nopens 08:55\rcloses 09:10\n");

describe("places in a text", () => {
  test("lines and columns count from 1", () => {
    const opens = makeSpan(policy, policy.text.indexOf("08:55"), policy.text.indexOf("08:55") + 5);
    expect(spanText(opens)).toBe("08:55");
    expect(positionOf(opens)).toEqual({ line: 2, column: 7 });
    expect(endPositionOf(opens)).toEqual({ line: 2, column: 12 });
  });

  test("a line ends in a line feed, a carriage return, or both, and the last line may be empty", () => {
    expect([1, 2, 3, 4].map((line) => lineText(policy, line))).toEqual([
      "school policy hall-green",
      "opens 08:55",
      "closes 09:10",
      "",
    ]);
    expect(positionOf(pointSpan(policy, policy.text.length))).toEqual({ line: 4, column: 1 });
  });

  test("a byte order mark moves nothing", () => {
    const marked = makeSource("register.csv", "\uFEFFpupil,mark");
    expect(spanText(makeSpan(marked, 0, 5))).toBe("pupil");
    expect(positionAt(marked, 0)).toEqual({ line: 1, column: 1 });
  });

  test("an empty text has one place", () => {
    const empty = makeSource("empty.rollcall", "");
    expect(positionOf(wholeSpan(empty))).toEqual({ line: 1, column: 1 });
    expect(lineText(empty, 1)).toBe("");
  });

  test("joined spans cover both, whichever comes first", () => {
    const first = makeSpan(policy, 2, 6);
    const second = makeSpan(policy, 4, 14);
    expect(joinSpans(second, first)).toEqual(makeSpan(policy, 2, 14));
  });

  test("a place of one text is no place of another, and no place lies outside its text", () => {
    const other = makeSource("other.rollcall", policy.text);
    expect(() => joinSpans(pointSpan(policy, 0), pointSpan(other, 0))).toThrow(Bug);
    expect(() => makeSpan(policy, 5, 4)).toThrow(Bug);
    expect(() => makeSpan(policy, -1, 4)).toThrow(Bug);
    expect(() => makeSpan(policy, 0.5, 4)).toThrow(Bug);
    expect(() => pointSpan(policy, policy.text.length + 1)).toThrow(Bug);
  });

  test("a position that the text does not have has no offset", () => {
    expect(offsetAt(policy, { line: 2, column: 12 })).toBe(policy.text.indexOf("\rcloses"));
    expect(offsetAt(policy, { line: 2, column: 13 })).toBeUndefined();
    expect(offsetAt(policy, { line: 5, column: 1 })).toBeUndefined();
    expect(offsetAt(policy, { line: 1, column: 0 })).toBeUndefined();
    expect(offsetAt(policy, { line: 0, column: 1 })).toBeUndefined();
  });
});

const anyText = fc
  .array(fc.constantFrom("a", "é", "🏫", "\t", "\n", "\r", "\r\n", " "), { maxLength: 40 })
  .map((parts) => parts.join(""));

describe("of every text", () => {
  test("each offset outside a line ending has a position that leads back to it", () => {
    fc.assert(
      fc.property(anyText, fc.nat(80), (text, wanted) => {
        const source = makeSource("any", text);
        const offset = Math.min(wanted, text.length);
        const insideEnding = text[offset - 1] === "\r" && text[offset] === "\n";
        fc.pre(!insideEnding);
        expect(offsetAt(source, positionAt(source, offset))).toBe(offset);
      }),
    );
  });

  test("the lines are those that splitting at each line ending gives", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const source = makeSource("any", text);
        expect(source.lineStarts.map((_, index) => lineText(source, index + 1))).toEqual(text.split(/\r\n|\r|\n/));
      }),
    );
  });

  test("later offsets never come earlier on the page", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const source = makeSource("any", text);
        const places = Array.from({ length: text.length + 1 }, (_, offset) => positionAt(source, offset));
        const keys = places.map(({ line, column }) => line * 1000 + column);
        expect(keys).toEqual(keys.toSorted((a, b) => a - b));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
