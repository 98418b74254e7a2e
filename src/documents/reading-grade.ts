// A paper → how many years of school its sentences ask for, by the formula of Flesch and Kincaid (1975). For showing alone:
// nothing that a policy says is decided by it, so that it may be a rounded number.

import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import type { Paper } from "./document.ts";
import { sentencesOf } from "./document.ts";

/** Rounded to one decimal place; of a paper without a sentence, nought. */
export function readingGrade(paper: Paper): number {
  const text = sentencesOf(paper);
  const words = text.match(/[\p{L}’']+|[\d£][\d:.,%/-]*/gu) ?? [];
  // A list's lead ends in a colon, which is as good as a stop to who reads it.
  const sentences = text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, line.match(/[.:!?](?=\s|$)/g)?.length ?? 0), 0);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return Math.round(fleschKincaid({ sentence: sentences, word: words.length, syllable: syllables }) * 10) / 10;
}
