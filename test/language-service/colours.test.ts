import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { highlight, highlightPieces } from "../../src/language-service/highlight.ts";
import type { Highlight, HighlightedText } from "../../src/language-service/highlight.ts";
import { foldsOf } from "../../src/language-service/symbols.ts";
import type { Fold } from "../../src/language-service/symbols.ts";
import { makeSource } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { children } from "../../src/syntax/walk.ts";
import type { Node } from "../../src/syntax/walk.ts";
import { applied, edit, policyText, texts } from "../syntax/random-edits.ts";

function joined({ pieces }: HighlightedText): readonly Highlight[] {
  return pieces.flatMap(({ from, words }) =>
    words.map((word) => ({ ...word, from: from + word.from, to: from + word.to })),
  );
}

describe("colours piece by piece", () => {
  test("are the colours of the whole text, whatever was edited", () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
        let text = first;
        let colours: HighlightedText | undefined;
        for (const each of edits) {
          text = applied(text, each);
          colours = highlightPieces(makeSource("edited.rollcall", text), colours);
          expect(joined(colours)).toEqual(highlight(makeSource("edited.rollcall", text).text));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("are worked out for the edited piece alone", () => {
    const text = policyText("hall-green");
    const before = highlightPieces(makeSource("a.rollcall", text));
    const edited = makeSource("a.rollcall", text.replace("below ", "well below "));
    const after = highlightPieces(edited, before);
    const anew = after.pieces.filter(({ words }) => !before.pieces.some((piece) => piece.words === words));
    expect(anew).toHaveLength(1);
    expect(after.pieces).toHaveLength(before.pieces.length);
  });
});

describe("folds", () => {
  /** Looks at every node there is. */
  function everyFold(node: Node): readonly Fold[] {
    const { source, from, to } = node.span;
    const lineEnd = source.text.indexOf("\n", from);
    const own = node.kind !== "policy" && lineEnd >= 0 && lineEnd < to && source.text[to - 1] === "}";
    return [...(own ? [{ from: lineEnd, to: to - 1 }] : []), ...children(node).flatMap(everyFold)];
  }

  test.each(["hall-green", "england", "newquay"])(
    "of %s are all there are, though not every word is looked at",
    (name) => {
      const { policy } = parsePolicy(makeSource(name, policyText(name)));
      if (policy === undefined) throw new Error("the policy cannot be read");
      expect(foldsOf(policy)).toEqual(everyFold(policy));
      expect(foldsOf(policy).length).toBeGreaterThan(50);
    },
  );

  test("are the same in the middle of typing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), edit, (text, each) => {
        const { policy } = parsePolicy(makeSource("edited.rollcall", applied(text, each)));
        if (policy !== undefined) expect(foldsOf(policy)).toEqual(everyFold(policy));
      }),
      { numRuns: 60 },
    );
  });
});
