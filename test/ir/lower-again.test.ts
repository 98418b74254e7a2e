// Lowering a model of which most was lowered before comes to what lowering it alone comes to, and leaves most of it untouched.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draft } from "../../src/draft.ts";
import { lower } from "../../src/ir/from-model.ts";
import { figuresOf, stepped } from "../../src/language-service/figures.ts";
import { makeSource } from "../../src/source/text.ts";
import { turnFigure } from "../../src/turn-figure.ts";
import { libraryOf } from "../policy-files.ts";
import { policyText } from "../syntax/random-edits.ts";

describe.each(["hall-green", "celt", "delapre"])("a figure of %s turned", (name) => {
  const file = new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url);
  const before = draft(makeSource(file.pathname, policyText(name)), libraryOf(file));
  const { ast, ready } = before;
  if (ast === undefined || ready === undefined) throw new Error(`${name} does not run`);
  const figures = figuresOf(ast);

  test("the Ir and its rules are those of the policy lowered alone", () => {
    let turned = 0;
    fc.assert(
      fc.property(fc.nat(figures.length - 1), fc.constantFrom(-2, -1, 1, 2), (at, steps) => {
        const { span, kind } = figures[at] as (typeof figures)[number];
        const text = stepped(kind, before.source.text.slice(span.from, span.to), steps);
        const now = text === undefined ? undefined : turnFigure(before, { from: span.from, to: span.to, text });
        if (now === undefined) return;
        const alone = lower(now.model);
        expect(now.ready.ir).toEqual(alone.ir);
        expect(now.ready.rules).toEqual(alone.rules);
        turned += 1;
      }),
      { numRuns: 25 },
    );
    expect(turned).toBeGreaterThan(3);
  });

  test("procedures that read nothing of it are the very same", () => {
    const figure = figures.find(({ kind, span }) => kind === "percent" && before.source.text[span.from] !== "1");
    if (figure === undefined) throw new Error("no percentage to turn");
    const { from, to } = figure.span;
    const now = turnFigure(before, { from, to, text: "42%" });
    const kept = new Set(ready.ir.procedures);
    const procedures = now?.ready.ir.procedures ?? [];
    expect(procedures.filter((each) => kept.has(each)).length).toBeGreaterThan(procedures.length * 0.8);
  });
});
