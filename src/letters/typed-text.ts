// What somebody wrote for a field → how a letter prints it, or why it is not what the field holds.

import type * as Model from "../checker/model.ts";
import { readDate, readTime } from "../data/cells.ts";
import { formatTime } from "../school/moment.ts";
import { parsePercent } from "../units/ratio.ts";
import { longDate } from "./say-in-letter.ts";

export type TypedText = { readonly printed: string } | { readonly why: string };

export const kindWords: Readonly<Record<Model.DocumentFieldType, string>> = {
  text: "words",
  date: "a date, like 2026-03-02",
  time: "a time, like 15:30",
  number: "a number, like 12",
  money: "an amount, like £80",
  percent: "a percentage, like 94.5%",
  signature: "a signature, by hand",
};

/** `text` has no blanks around it and is not empty. */
export function readTyped(text: string, type: Model.DocumentFieldType): TypedText {
  switch (type) {
    case "date": {
      const day = readDate(text, "iso");
      if (day.kind === "value") return { printed: longDate(day.value) };
      return { why: day.kind === "refused" ? day.why : `It may be ${day.first} or ${day.second}.` };
    }
    case "time": {
      const time = readTime(text);
      if (time.kind === "value") return { printed: formatTime(time.value) };
      return { why: time.kind === "refused" ? time.why : "It may be two times." };
    }
    case "number":
      return /^\d+(?:\.\d+)?$/.test(text) ? { printed: text } : { why: "It is not digits alone." };
    case "money":
      return /^£?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{2})?$/.test(text)
        ? { printed: text.startsWith("£") ? text : `£${text}` }
        : { why: "It is not pounds, or pounds and two figures of pence." };
    case "percent": {
      const share = parsePercent(text);
      if (share === undefined) return { why: "It is not a number with a per cent sign." };
      return { printed: text.endsWith("%") ? text : `${text}%` };
    }
    case "text":
    case "signature":
      return { printed: text };
  }
}
