// Letters as files: in each form the whole of it, and nothing of what somebody wrote is ever markup, an entity or a field code.

import { describe, expect, test } from "vitest";
import { readXml } from "../../src/data/read-xml.ts";
import { openArchive } from "../../src/data/unzip.ts";
import { blankForm, letterPaper, toDocx, toHtml, toMarkdown } from "../../src/documents.ts";
import { knownDay } from "../../src/school/day.ts";
import type { Letter } from "../../src/letters/letter.ts";
import { lettersOf, policyWith, recordWith } from "./hill-top.ts";

const lines = `needs room
says "Dear {parents}, {pupil} is to come to {room}."`;

function letterFor(name: string, room: string): Letter {
  const [only] = lettersOf(lines, { record: recordWith({ name }), values: { room } }).outcomes;
  if (only?.written !== true) throw new Error("no letter");
  return only;
}

async function wordsOfDocx(bytes: Uint8Array): Promise<readonly string[]> {
  const archive = openArchive(bytes, 10_000_000);
  if (archive.kind !== "archive") throw new Error(archive.kind);
  const unpacked = await archive.unpack("word/document.xml");
  if (unpacked?.kind !== "bytes") throw new Error("there is no document in it");
  const pieces = [...readXml(new TextDecoder().decode(unpacked.bytes))];
  expect(pieces).not.toContain(undefined);
  return pieces.flatMap((piece) => (piece?.kind === "text" ? [piece.text] : []));
}

const hostile = [
  ["a script", "<script>alert(1)</script>"],
  ["an attribute", '" onmouseover="alert(1)'],
  ["an entity", "&lt;b&gt; &amp;"],
  ["a formula", '=HYPERLINK("http://x.example","y")'],
  ["Markdown", "[a](http://x.example) **b** `c` # d | e"],
  ["a field of another letter", "{parents}"],
  ["marks that turn the line around", "a\u202Eb\u0000c"],
] as const;

describe.each(hostile)("a name that is %s", (_, name) => {
  const letter = letterFor(name, name);

  test("stays words in HTML", () => {
    const html = toHtml(letterPaper(letter));
    expect(html.replace(/<style>[^]*<\/style>/, "")).not.toMatch(/<script|<b>| onmouseover="|href=/);
    expect(html).toContain("Dear Ana Kovač and Ivo Kovač, ");
  });

  test("stays words in Markdown", () => {
    const text = toMarkdown(letterPaper(letter));
    expect(text).not.toMatch(/(?<!\\)(?:<script|\[a\]|`c`)/);
    expect(text).toContain("Dear Ana Kovač and Ivo Kovač, ");
  });

  test("stays words in a word processor's file", async () => {
    const words = (await wordsOfDocx(await toDocx(letterPaper(letter)))).join("");
    expect(words).toContain("Dear Ana Kovač and Ivo Kovač, ");
    // eslint-disable-next-line no-control-regex -- a character that XML cannot hold is left out
    expect(words).toContain(name.replaceAll(/[\u0000]/g, ""));
  });
});

test("every form holds the title, the school, the day and each paragraph", async () => {
  const letter = letterFor("Maja Kovač", "Room 3");
  const { title, school, date, paragraphs } = letter;
  const paper = letterPaper(letter);
  const docx = await wordsOfDocx(await toDocx(paper));
  for (const words of [title, `${school}, ${date}`, ...paragraphs]) {
    expect(toMarkdown(paper)).toContain(words);
    expect(toHtml(paper)).toContain(words);
    expect(docx).toContain(words);
  }
});

describe("an empty form", () => {
  const { model } = policyWith(`needs first-day as date
  needs reason
  needs lates is count of unauthorised sessions this year
  needs thanks
  needs helper when has-interpreter
  may have mark as signature
  says "Ask before you book: a penalty notice is {first-notice}. {office} will answer."
  says "I ask for leave for {pupil} of {class} from {first-day}."
  says "Not for you." when has-interpreter
  says thanks "Thank you."`);
  const document = model.documents.get("concern-letter");
  if (document === undefined) throw new Error("no document");
  const paper = blankForm(model, document, knownDay("2025-09-05"));

  test("says what needs nobody's facts, and asks for what the document needs", () => {
    expect(paper.blocks).toEqual([
      { kind: "paragraph", text: "Ask before you book: a penalty notice is £160. The school office will answer." },
      { kind: "paragraph", text: "Thank you." },
      {
        kind: "table",
        caption: "To be filled in",
        head: ["What", "Please write here"],
        rows: [
          ["Name of the pupil", ""],
          ["Class", ""],
          ["First day (day, month and year)", ""],
          ["Reason", ""],
          ["Helper (if your child counts as “speaks through an interpreter”)", ""],
          ["Mark (by hand)", ""],
        ],
      },
    ]);
  });

  test("is a table with headings in each form", async () => {
    expect(toHtml(paper)).toMatch(/<th scope="col"[^>]*>Please write here</);
    expect(toMarkdown(paper)).toContain("| Reason |  |");
    expect(await wordsOfDocx(await toDocx(paper))).toContain("First day (day, month and year)");
  });
});
