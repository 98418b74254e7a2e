import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderDiagnostic, renderDiagnostics } from "../../src/diagnostics/render.ts";
import type { SourceText, Span } from "../../src/source/text.ts";
import { makeSource, makeSpan, pointSpan, wholeSpan } from "../../src/source/text.ts";
import { goldenFolder } from "../golden-folder.ts";
import { messages } from "./messages-for-tests.ts";

const golden = goldenFolder(new URL("./golden/", import.meta.url));
const plain = { colour: false };

const national = makeSource("policies/england.rollcall", "word headteacher role\nword headmaster role\n");
const school = makeSource(
  "policies/hall-green.rollcall",
  `school policy hall-green "Hall Green Primary School"
target attendance 100%
procedure concern for each school year {
  step meeting when letter done
    invite parents to meeting, by headmaster

  step referral when meeting done
    refer to local-authority, by headmaster
}
`,
);

function find(source: SourceText, text: string, occurrence = 0): Span {
  let from = source.text.indexOf(text);
  for (let skipped = 0; skipped < occurrence; skipped++) from = source.text.indexOf(text, from + 1);
  return makeSpan(source, from, from + text.length);
}

const suggestion = 'Did you mean "headteacher"?';
const span = find(school, "headmaster");
const unheardOf = messages.roleUnheardOf({ name: "headmaster", suggestion }, span, {
  labels: [
    { span: find(school, "step meeting"), text: "in this step" },
    { span: find(school, "headmaster", 1), text: "and here" },
    { span: find(national, "word headteacher role"), text: "the role declared for England" },
    { span, text: "not a role" },
  ],
  fixes: [{ title: 'write "headteacher"', edits: [{ span, text: "headteacher" }] }],
});
const outOfReach = messages.targetOutOfReach({ target: "100%", sessions: 0 }, find(school, "100%"));
const notCited = messages.clauseNotCited({}, find(school, "target attendance 100%"));

const pictures: Readonly<Record<string, Diagnostic>> = {
  "labels-in-two-files": unheardOf,
  "several-lines": messages.clauseNotCited(
    {},
    makeSpan(school, find(school, "step meeting").from, find(school, "step referral").from),
  ),
  "whole-text": messages.clauseNotCited({}, wholeSpan(national)),
  "end-of-text": messages.clauseNotCited({}, pointSpan(school, school.text.length)),
  "empty-text": messages.clauseNotCited({}, wholeSpan(makeSource("empty.rollcall", ""))),
  "tabs-and-accents": pictureOf('\tpupil "Zoe\u0308 🏫 O\u2019Neill"\tabsnt', "absnt"),
  "hidden-characters": pictureOf("word head\u200Bteacher \u001B[31mrole \u202Eelor", "head\u200Bteacher"),
  "long-line": pictureOf(`marks ${"/\\".repeat(300)}Q${"/\\".repeat(300)}`, "Q"),
  "long-line-at-its-end": pictureOf(`marks ${"/\\".repeat(300)}Q`, "Q"),
  "long-mark": pictureOf(`marks ${"🏫".repeat(300)}`, "🏫".repeat(300)),
};

function pictureOf(text: string, fault: string): Diagnostic {
  const name = fault.length > 20 ? "a very long one" : fault;
  return messages.roleUnheardOf({ name, suggestion: "" }, find(makeSource("sample.rollcall", text), fault));
}

describe("a diagnostic on the page", () => {
  test.each(Object.keys(pictures))("is drawn with its place: %s", async (name) => {
    const diagnostic = pictures[name];
    if (diagnostic === undefined) throw new Error(`There is no picture ${name}`);
    await golden(`${name}.txt`, `${renderDiagnostic(diagnostic, plain)}\n`);
  });

  test("in colour holds the same words", () => {
    const coloured = renderDiagnostic(unheardOf, { colour: true });
    expect(coloured).toContain("\u001B[31merror[role-unheard-of]\u001B[0m");
    // oxlint-disable-next-line no-control-regex -- colours are control characters
    expect(coloured.replaceAll(/\u001B\[\d+m/g, "")).toBe(renderDiagnostic(unheardOf, plain));
  });

  test("comes in the order of the text, with the count beneath, however the rules ran", async () => {
    const rendered = renderDiagnostics([notCited, unheardOf, outOfReach, notCited], plain);
    expect(rendered).toBe(renderDiagnostics([outOfReach, notCited, unheardOf, notCited], plain));
    await golden("all-of-them.txt", rendered);
  });

  test("none at all is said too", () => {
    expect(renderDiagnostics([], plain)).toBe("no problems\n");
  });
});

describe("of every text and place", () => {
  const anyText = fc
    .array(fc.constantFrom("a", "é", "e\u0301", "🏫", "\t", "\n", "\r\n", "\u0000", "\u202E", " "), { maxLength: 400 })
    .map((parts) => parts.join(""));

  test("the picture names the place, holds no hidden character and shows a caret", () => {
    fc.assert(
      fc.property(anyText, fc.nat(900), fc.nat(900), (text, a, b) => {
        const source = makeSource("any.rollcall", text);
        const [from = 0, to = 0] = [a, b].map((each) => Math.min(each, text.length)).toSorted((x, y) => x - y);
        const rendered = renderDiagnostic(messages.clauseNotCited({}, makeSpan(source, from, to)), plain);
        expect(rendered).toMatch(/--> any\.rollcall:\d+:\d+\n/);
        expect(rendered).toMatch(/\| *\^+/);
        // oxlint-disable-next-line no-control-regex -- control characters must be gone
        expect(rendered).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
        expect(rendered.split("\n").every((line) => line.length < 600)).toBe(true);
      }),
    );
  });
});
