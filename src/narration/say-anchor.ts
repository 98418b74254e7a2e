// What a procedure lives on → English that can stand after `for`.

import type { Procedure } from "../checker/model.ts";
import { sayWords } from "../explain/say.ts";
import { wordList } from "../support/word-list.ts";
import { unitWords } from "../units/unit.ts";

export function sayAnchor({ anchor, startsAgain }: Pick<Procedure, "anchor" | "startsAgain">): string {
  switch (anchor.kind) {
    case "period":
      return `each pupil, in each ${unitWords(anchor.unit === "day" ? "school-day" : anchor.unit, 1)}`;
    case "absence":
      return `each absence${anchor.of === "away" ? " away from school" : ""}${anchor.codes.length === 0 ? "" : ` marked ${wordList(anchor.codes, "or")}`}`;
    case "session":
      return `each session marked ${wordList(anchor.codes, "or")}`;
    case "act":
      return `each “${sayWords(anchor.act)}” on record`;
    case "parent":
      return "each parent of a pupil";
    case "pupil":
      return startsAgain ? "each pupil, each time it starts" : "each pupil, once";
    case "school":
      return "the school";
    case "class":
      return "each class";
  }
}
