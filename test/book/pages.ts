// The pages of the book in the order in which they are read, and which of them tell one story in one folder.

import { readdirSync, readFileSync } from "node:fs";
import { root } from "../source-files.ts";
import { blocksOf } from "./blocks.ts";
import type { Block } from "./blocks.ts";

export interface Page {
  /** From the folder of the book, such as `language/1-day.md`. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

export const bookFolder = `${root}grammar/book/`;

/** Recipes are tried by cookbook.test.ts; the pages of codes are generated out of texts that have tests of their own. */
const others = ["cookbook/", "diagnostics/"];

export const pages: readonly Page[] = readdirSync(bookFolder, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".md") && !others.some((folder) => name.startsWith(folder)))
  .toSorted()
  .map((name) => {
    const path = `${bookFolder}${name}`;
    const text = readFileSync(path, "utf8");
    return { name, path, text, blocks: blocksOf(text) };
  });

/** The chapters on the language go on with one another; every other page stands alone. */
export const walks: readonly (readonly Page[])[] = [
  ...Map.groupBy(pages, ({ name }) => (name.startsWith("language/") ? "language" : name)).values(),
];
