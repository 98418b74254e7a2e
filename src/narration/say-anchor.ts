// What a procedure lives on → English that can stand after `for`.

import type { Anchor } from "../checker/model.ts";
import { sayWords } from "../explain/say.ts";
import { wordList } from "../support/word-list.ts";
import { unitWords } from "../units/unit.ts";

export function sayAnchor(anchor: Anchor): string {
  switch (anchor.kind) {
    case "period":
      return `each pupil, in each ${unitWords(anchor.unit === "day" ? "school-day" : anchor.unit, 1)}`;
    case "absence":
      return `each absence${anchor.codes.length === 0 ? "" : ` marked ${wordList(anchor.codes, "or")}`}`;
    case "session":
      return `each session marked ${wordList(anchor.codes, "or")}`;
    case "act":
      return `each “${sayWords(anchor.act)}” on record`;
    case "parent":
      return "each parent of a pupil";
    case "pupil":
      return "each pupil, once";
    case "school":
      return "the school";
    case "class":
      return "each class";
  }
}
