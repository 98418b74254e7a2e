// What was found before an edit stays with the words it was found in.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { laterProblems, movedProblems } from "../../playground/state/later-problems.ts";
import type { Problem } from "../../playground/worker/protocol.ts";

function problemAt(text: string, from: number, to: number, edits: Problem["fixes"][number]["edits"] = []): Problem {
  const line = text.slice(0, from).split("\n").length;
  const fixes = edits.length === 0 ? [] : [{ title: "mend it", edits }];
  return { code: "threshold-unsaid", severity: "advice", message: "Says.", hint: "Do.", from, to, line, fixes };
}

const words = fc
  .array(fc.constantFrom("target ", "is ", "95% ", "\n", "  within 5 days\n"), { minLength: 3, maxLength: 12 })
  .map((parts) => parts.join(""));

describe("problems while nobody has judged yet", () => {
  test("move with the text they were found in, line and fixes too, wherever else somebody edits", () => {
    fc.assert(
      fc.property(
        words,
        words,
        words,
        fc.string({ maxLength: 5 }),
        fc.boolean(),
        (above, found, below, typed, first) => {
          const before = `${above}|${found}|${below}`;
          const from = above.length + 1;
          const after = first ? `${typed}${before}` : `${before}${typed}`;
          const edits = [{ from, to: from + 2, text: "no" }];
          const [moved] = movedProblems([problemAt(before, from, from + found.length, edits)], before, after);
          const start = from + (first ? typed.length : 0);
          expect(after.slice(moved?.from, moved?.to)).toBe(found);
          expect(moved).toEqual(
            problemAt(after, start, start + found.length, [{ from: start, to: start + 2, text: "no" }]),
          );
        },
      ),
    );
  });

  test("keep what is left of their words where somebody edits these, and lose the fixes that would mend other words", () => {
    const before = "parameter target is 95%";
    const problem = problemAt(before, 10, 23, [{ from: 20, to: 23, text: "96%" }]);
    const [cut] = movedProblems([problem], before, "parameter target is 9%");
    expect(cut).toMatchObject({ from: 10, to: 22, fixes: [] });
    const [gone] = movedProblems([problem], before, "parameter ");
    expect(gone).toMatchObject({ from: 10, to: 10, fixes: [] });
  });

  test("those of other files stay where they are", () => {
    const elsewhere = { ...problemAt("x", 0, 0), line: 7, elsewhere: "clauses.yaml" };
    expect(movedProblems([elsewhere], "a\nb", "a\n\n\nb")).toEqual([elsewhere]);
  });

  test("are those that the rules alone do not tell, for these are told anew at once", () => {
    const text = "one\ntwo";
    const [ofRules, ofExamples] = [problemAt(text, 0, 3), problemAt(text, 4, 7)];
    expect(laterProblems([{ ...ofRules, message: "Says, and whom it touches." }, ofExamples], [ofRules])).toEqual([
      ofExamples,
    ]);
  });
});
