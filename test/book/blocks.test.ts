// What the book's own reader of Markdown finds, and where.

import { expect, test } from "vitest";
import { blocksOf } from "./blocks.ts";

test("a block has its language, what else stands behind the fence, its text and its line", () => {
  const page = 'Words.\n\n```rollcall continued error=band-gap in="two words"\none\n\ntwo\n```\n\nMore.\n';
  expect(blocksOf(page)).toEqual([
    {
      language: "rollcall",
      words: ["continued"],
      values: new Map([
        ["error", "band-gap"],
        ["in", "two words"],
      ]),
      text: "one\n\ntwo\n",
      line: 3,
    },
  ]);
});

test("blocks come in order; a longer fence holds shorter ones, and one within a line is none", () => {
  const page = "```\nplain\n```\n````md\n```sh\nls\n```\n````\nA `code` and ```none``` here.\n```text\n```\n";
  expect(blocksOf(page).map(({ language, text, line }) => [language, text, line])).toEqual([
    ["", "plain\n", 1],
    ["md", "```sh\nls\n```\n", 4],
    ["text", "", 10],
  ]);
});
