// A letter that was filled → a paper like any other.

import type { Letter } from "../letters/letter.ts";
import { paragraph } from "./document.ts";
import type { Paper } from "./document.ts";

export function letterPaper({ title, school, date, paragraphs }: Letter): Paper {
  return { title, about: `${school}, ${date}`, blocks: paragraphs.map(paragraph) };
}
