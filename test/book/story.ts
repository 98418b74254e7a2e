// The policy that the chapters on the language write together: their blocks in order, but for asides and what is shown to be wrong.

import type { Block } from "./blocks.ts";
import { pages } from "./pages.ts";

const apart = ["error", "file", "in", "quote", "changes"];

export function isTold({ language, values, words }: Block): boolean {
  return language === "rollcall" && !words.includes("aside") && !apart.some((key) => values.has(key));
}

export function languageBlocks(): readonly Block[] {
  return pages.filter(({ name }) => name.startsWith("language/")).flatMap(({ blocks }) => blocks);
}

/** The text of `wren-hollow.rollcall`. */
export function story(): string {
  return languageBlocks()
    .filter(isTold)
    .map(({ text }) => text)
    .join("\n");
}
