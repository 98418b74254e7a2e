// Calls things by the names their authors use, for messages: a meaning → `a status`, `the share of sessions attended`.
// Words only; nothing is decided here.

import { assertNever } from "../support/assert-never.ts";
import { unitWords } from "../units/unit.ts";
import type { Meaning, NamedKind } from "./meanings.ts";

/** Completes "`words` is …". */
export function describeMeaning(meaning: Meaning): string {
  switch (meaning.kind) {
    case "act":
      return "something that is done and put on record";
    case "strange-object":
      return "an act on something unknown";
    case "step":
      return meaning.state === undefined ? "a step" : `a step that is ${meaning.state}`;
    case "shared-step":
      return "a step of several procedures";
    case "rate":
      return "a percentage of sessions";
    case "session-now":
    case "arrived":
      return "something that is so or not at the session now";
    case "session-phrase":
      return meaning.counted === "occasions" ? "a kind of absence" : `a kind of ${meaning.counted.replace(/s$/, "")}`;
    case "unit":
      return `a unit (${unitWords(meaning.unit, 2)})`;
    case "bare-day":
      return "a word that does not say which days";
    case "start":
      return "the moment at which the thing a rule lives on begins";
    case "today":
      return "the day on which the rule is read";
    case "attribute":
      return meaning.name === "year" || meaning.name === "age" ? "a number" : "a number of people";
    case "named":
      return sortWords(meaning.sort);
    case "several":
      return "two things at once";
    default:
      return assertNever(meaning);
  }
}

/** `a status`, `an act`, `some bands`. */
export function sortWords(sort: NamedKind): string {
  return sort === "bands" ? "a table of bands" : `a ${sort}`;
}
