// Advice of one kind told together: the sentence once, and a line for each place with what differs there.

import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderInGroups } from "../../src/diagnostics/render-groups.ts";
import { renderDiagnostic } from "../../src/diagnostics/render.ts";
import { defineMessages } from "../../src/diagnostics/template.ts";
import { makeSource, makeSpan } from "../../src/source/text.ts";

const advice = { severity: "advice", home: "unwise-or-unlawful" } as const;
const messages = defineMessages({
  "value-unsaid": { ...advice, message: "Nobody says what `{name}` is ({clauses}).", hint: "Ask about {name}." },
  "other-thing": { ...advice, message: "Another thing.", hint: "" },
  "grave-thing": { severity: "warning", home: "unwise-or-unlawful", message: "A grave thing.", hint: "" },
});

const source = makeSource("a.rollcall", "first\nsecond\nthird\nfourth\n");
const other = makeSource("b.rollcall", "first\n");

function unsaid(name: string, line: number, text = source): Diagnostic {
  const from = text.lineStarts[line - 1] ?? 0;
  return messages.valueUnsaid({ name, clauses: "ABC-001" }, makeSpan(text, from, from + 3));
}

function render(diagnostics: readonly Diagnostic[], width = 80): readonly string[] {
  return renderInGroups(diagnostics, { colour: false, width });
}

describe("advice of one code", () => {
  test("is one block, with points where places differ and the rest said once", () => {
    expect(render([unsaid("notice", 3), unsaid("target", 1)])).toEqual([
      [
        "advice[value-unsaid]: Nobody says what `…` is (ABC-001).",
        "  --> a.rollcall",
        "  1  target",
        "  3  notice",
        "help: Ask about ….",
      ].join("\n"),
    ]);
  });

  test("names each file once", () => {
    const [block = ""] = render([unsaid("notice", 3), unsaid("target", 1, other)]);
    expect(block.split("\n").filter((line) => line.includes("-->"))).toEqual(["  --> a.rollcall", "  --> b.rollcall"]);
  });

  test("wraps what differs beneath itself, so that the lines can be told apart", () => {
    const long = "a name that is longer than the line is wide, and then some words more";
    const [block = ""] = render([unsaid(long, 1), unsaid("target", 2)], 40);
    expect(
      block
        .split("\n")
        .slice(2, 5)
        .every((line) => line.length <= 40),
    ).toBe(true);
    expect(block).toContain("\n     ");
  });

  test("is shown in full where it stands alone, as is whatever is graver", () => {
    const alone = messages.otherThing({}, makeSpan(source, 0, 3));
    const grave = [1, 2].map((line) => messages.graveThing({}, makeSpan(source, source.lineStarts[line] ?? 0, 13)));
    const full = (each: Diagnostic): string => renderDiagnostic(each, { colour: false });
    expect(render([alone, ...grave])).toEqual([...grave.map(full), full(alone)]);
  });

  test("leaves nothing out of what is said", () => {
    const all = ["notice", "target", "limit", "wait"].map((name, index) => unsaid(name, index + 1));
    const text = render(all).join("\n");
    for (const { args } of all) expect(text).toContain(String(args["name"]));
  });
});
