import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits, applyFixes } from "../../src/diagnostics/apply-fixes.ts";
import type { Diagnostic, Edit, Fix } from "../../src/diagnostics/diagnostic.ts";
import { makeSource, makeSpan, pointSpan, wholeSpan } from "../../src/source/text.ts";
import { Bug } from "../../src/support/bug.ts";
import { messages } from "./messages-for-tests.ts";

const source = makeSource("a.rollcall", "invite headmaster by 9:30");

function edit(from: number, to: number, text: string): Edit {
  return { span: makeSpan(source, from, to), text };
}

function withFix(fix: Fix): Diagnostic {
  return messages.clauseNotCited({}, fix.edits[0]?.span ?? pointSpan(source, 0), { fixes: [fix] });
}

describe("mending a text", () => {
  test("every fix that fits is made, wherever it stands", () => {
    const role = { title: "write headteacher", edits: [edit(7, 17, "headteacher")] };
    const time = { title: "write the hour with two figures", edits: [edit(21, 21, "0")] };
    const mended = applyFixes(source, [withFix(time), withFix(role), messages.clauseNotCited({}, wholeSpan(source))]);
    expect(mended).toEqual({ text: "invite headteacher by 09:30", applied: [role, time], left: [] });
  });

  test("of two fixes that meet the first is made and the other left for the next round", () => {
    const first = { title: "drop the role", edits: [edit(6, 17, "")] };
    const second = { title: "write headteacher", edits: [edit(7, 17, "headteacher")] };
    const mended = applyFixes(source, [withFix(second), withFix(first)]);
    expect(mended).toEqual({ text: "invite by 9:30", applied: [first], left: [second] });
  });

  test("a fix is made whole or not at all", () => {
    const first = { title: "drop the hour", edits: [edit(21, 25, "")] };
    const both = { title: "rename and drop", edits: [edit(7, 17, "head"), edit(22, 25, "")] };
    const mended = applyFixes(source, [withFix(first), withFix(both)]);
    expect(mended.text).toBe("invite head by 9");
    expect(mended.left).toEqual([first]);
  });

  test("a fix that reaches into another file is left", () => {
    const elsewhere = { title: "declare it", edits: [{ span: pointSpan(makeSource("b.rollcall", ""), 0), text: "x" }] };
    expect(applyFixes(source, [withFix(elsewhere)])).toEqual({ text: source.text, applied: [], left: [elsewhere] });
  });

  test("edits that meet, or belong to another text, are a fault of ours", () => {
    expect(() => applyEdits(source, [edit(0, 6, "ask"), edit(5, 7, "")])).toThrow(Bug);
    expect(() => applyEdits(source, [edit(3, 3, "a"), edit(3, 3, "b")])).toThrow(Bug);
    expect(() => applyEdits(makeSource("a.rollcall", source.text), [edit(0, 1, "I")])).toThrow(Bug);
  });

  test("edits that only touch are made side by side", () => {
    expect(applyEdits(source, [edit(6, 7, "-"), edit(0, 6, "ask")])).toBe("ask-headmaster by 9:30");
  });
});

test("replacing each character by itself, in any order, changes nothing", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (text, seed) => {
      const any = makeSource("any", text);
      const edits = Array.from(any.text, (_, index) => index)
        .filter((index) => index < any.text.length)
        .map((index) => ({ span: makeSpan(any, index, index + 1), text: any.text.charAt(index) }))
        .toSorted((a, b) => ((a.span.from * 31 + seed) % 17) - ((b.span.from * 31 + seed) % 17));
      expect(applyEdits(any, edits)).toBe(any.text);
    }),
  );
});
