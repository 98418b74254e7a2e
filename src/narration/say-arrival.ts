// When somebody arrives → English that can stand after `comes`: `after 08:55 and by 09:10`.

import type { Zone } from "../checker/model.ts";
import { formatTime } from "../school/moment.ts";
import { wordList } from "../support/word-list.ts";

const ARRIVALS: Readonly<Record<string, string>> = { from: "at or after", until: "by" };

export function sayArrival({ edges }: Zone): string {
  return wordList(
    edges.map(({ edge, seconds }) => `${ARRIVALS[edge] ?? edge} ${formatTime(seconds)}`),
    "and",
  );
}
