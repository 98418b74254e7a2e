import fc from "fast-check";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { makeSource } from "../../src/source/text.ts";
import type { SourceText } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import type { ParsedPolicy } from "../../src/syntax/parse.ts";
import { rereadPolicy } from "../../src/syntax/reread.ts";
import type { ReadPolicy } from "../../src/syntax/reread.ts";
import { applied, edit, policyText, texts } from "./random-edits.ts";
import { policyLine } from "./read.ts";

function parts({ policy, diagnostics }: ParsedPolicy): ParsedPolicy {
  return { policy, diagnostics };
}

/** Reads the text as an edit of what was read before; it must come to what reading it afresh comes to. */
function readAgain(text: string, before?: ReadPolicy): ReadPolicy {
  const source = makeSource("edited.rollcall", text);
  const read = rereadPolicy(source, before);
  const afresh = parsePolicy(source);
  if (!isDeepStrictEqual(parts(read), afresh)) expect(parts(read)).toEqual(afresh);
  return read;
}

describe("a text that is read again", () => {
  test("comes to what reading it afresh comes to, whatever is typed, deleted or copied", () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 8 }), (first, edits) => {
        let text = first;
        let read = readAgain(text);
        for (const each of edits) {
          text = applied(text, each);
          read = readAgain(text, read);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("comes to the same for whole policies, and moves what was not edited", () => {
    const text = policyText("hall-green");
    const before = readAgain(text);
    const read = readAgain(text.replace("school policy", "-- a line above\nschool policy"), before);
    expect(read.kept.size).toBe(before.kept.size);
    expect([...read.kept].every(([piece, tree]) => before.kept.get(piece) === tree)).toBe(true);
  });
});

describe("what is read anew", () => {
  const lines = [policyLine, ...Array.from({ length: 6 }, (_, n) => `-- ${n}\nparameter p${n} is ${n} sessions`), ""];
  const text = lines.join("\n");

  /** Of six declarations that were kept, how many still are. */
  function keptAfter(changed: string): number {
    const before = rereadPolicy(makeSource("a.rollcall", text));
    expect(before.kept.size).toBe(6);
    const after = readAgain(changed, before);
    return [...before.kept.values()].filter((tree) => [...after.kept.values()].includes(tree)).length;
  }

  test.each([
    ["a figure", text.replace("is 2 sessions", "is 12 sessions"), 5],
    ["a word that nobody knows", text.replace("is 2 sessions", "is 2 sesions and"), 5],
    ["a text that does not end", text.replace("is 2 sessions", 'is "2 sessions'), 5],
    ["a bracket that does not close", text.replace("is 2 sessions", "is 2 sessions ["), 5],
    ["a brace that does not close", text.replace("is 2 sessions", "is 2 sessions {"), 4],
    ["a brace that closes nothing", text.replace("is 2 sessions", "is 2 sessions }"), 5],
    ["a comma that joins a line to the next", text.replace("is 2 sessions", "is 2 sessions,"), 4],
    ["a declaration taken away", text.replace("-- 2\nparameter p2 is 2 sessions\n", ""), 5],
    ["two declarations in one another's place", text.replace(/(-- 1\n.*\n)(-- 2\n.*\n)/, "$2$1"), 6],
    ["the first line", text.replace("Hill Top", "Hill Bottom"), 6],
  ])("%s costs the declarations it stands in", (_, changed, kept) => {
    expect(changed).not.toBe(text);
    expect(keptAfter(changed)).toBe(kept);
  });

  test("what is kept does not keep the text that it was read in", () => {
    const source = makeSource("a.rollcall", text);
    const sources = new Set<SourceText>();
    const look = (part: unknown): void => {
      if (typeof part !== "object" || part === null) return;
      if ("lineStarts" in part) sources.add(part as SourceText);
      else Object.values(part).forEach(look);
    };
    [...rereadPolicy(source).kept.values()].forEach(look);
    expect(sources.size).toBe(6);
    expect(sources.has(source)).toBe(false);
  });
});
