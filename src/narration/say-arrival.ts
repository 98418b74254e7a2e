// When somebody arrives → English that can stand after `comes`: `after 08:55 and by 09:10`.

import type { Zone } from "../checker/model.ts";
import { formatTime } from "../school/moment.ts";
import { wordList } from "../support/word-list.ts";
import { unlessWords } from "./say-sentence.ts";
import type { Voice } from "./voice.ts";

const ARRIVALS: Readonly<Record<string, string>> = { from: "at or after", until: "by" };

/** `, unless …`, at the end of the sentence; empty where every arrival at the time becomes that. */
export function sayException(voice: Voice, { unless }: Zone): string {
  return unless === undefined ? "" : `, ${unlessWords(voice, unless)}`;
}

export function sayArrival({ edges }: Zone): string {
  return wordList(
    edges.map(({ edge, seconds }) => `${ARRIVALS[edge] ?? edge} ${formatTime(seconds)}`),
    "and",
  );
}
