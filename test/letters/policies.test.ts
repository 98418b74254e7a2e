// The letters of the schools' policies: golden files that were read by eye, and what every one of them must keep to.

import { describe, expect, test } from "vitest";
import { letterPaper } from "../../src/documents/letter-paper.ts";
import { toMarkdown } from "../../src/documents/to-markdown.ts";
import type { Letter, LetterOutcome } from "../../src/letters/letter.ts";
import { goldenFolder } from "../golden-folder.ts";
import { inventedLetters } from "./invented-letters.ts";

const golden = goldenFolder(new URL("./golden/", import.meta.url));

function writtenIn(outcomes: readonly LetterOutcome[]): readonly Letter[] {
  return outcomes.filter((outcome) => outcome.written);
}

describe.each(["hall-green", "delapre", "rufford", "newquay", "slade"])("%s", (name) => {
  test("says in its letters what was read", async () => {
    const outcomes = await inventedLetters(name);
    const refused = outcomes.filter((outcome) => !outcome.written);
    const lacking = refused.map(({ document, lacks }) => `${document}: ${lacks.map(({ why }) => why).join(" ")}`);
    const papers = writtenIn(outcomes).map((letter) => toMarkdown(letterPaper(letter)));
    await golden(`${name}.md`, [...papers, ...lacking].join("\n---\n\n"));
    expect(papers.length).toBeGreaterThanOrEqual(4);
  });

  test("prints no brace, no name of a rule, and nothing that is not known", async () => {
    for (const { paragraphs } of writtenIn(await inventedLetters(name))) {
      expect(paragraphs.join("\n")).not.toMatch(/[{}]|undefined|not known|\[object/);
      // A blank before a full stop, or two stops, would tell of a hole.
      expect(paragraphs.filter((paragraph) => / [.,;](?!\.)|[^.]\.\.(?!\.)/.test(paragraph))).toEqual([]);
    }
  });
});
