// The words for sets of sessions: `unauthorised sessions`, `absent days`, `absences` → which marks are meant, counted how.
// They are the register's own words, the same in every policy; nothing here is declared by anyone.

import type * as Model from "./model.ts";

export type SessionCategory = Model.SessionSet["category"];

export interface SessionPhrase {
  readonly of: Model.SessionSet;
  readonly counted: "sessions" | "days" | "occasions";
}

const categories: ReadonlyMap<string, SessionCategory> = new Map<string, SessionCategory>([
  ["attended", "attended"],
  ["present", "attended"],
  ["absent", "absent"],
  ["authorised", "authorised"],
  ["unauthorised", "unauthorised"],
  ["possible", "possible"],
  ["away", "away"],
  ["late", "late"],
  ["missing", "missing"],
]);

const counted: ReadonlyMap<string, SessionPhrase["counted"]> = new Map<string, SessionPhrase["counted"]>([
  ["sessions", "sessions"],
  ["session", "sessions"],
  ["days", "days"],
  ["school days", "days"],
  ["absences", "occasions"],
]);

/** What may be said of the session now: `absent`, `away`, `late`, `present`. */
export function categoryFromWord(word: string): SessionCategory | undefined {
  return categories.get(word);
}

/** `late sessions`, `sessions`, `absent school days`, `unauthorised absences`, `absences`. */
export function sessionPhraseFromWords(words: string): SessionPhrase | undefined {
  const [first = "", ...rest] = words.split(" ");
  const category = categories.get(first);
  const how = counted.get(category === undefined ? words : rest.join(" "));
  if (how === undefined) return undefined;
  if (category !== undefined) return { of: sessionSet(category), counted: how };
  if (how === "sessions") return { of: sessionSet("any"), counted: how };
  return how === "occasions" ? { of: sessionSet("absent"), counted: how } : undefined;
}

export function sessionSet(category: SessionCategory, codes: readonly string[] = []): Model.SessionSet {
  return { category, codes };
}

/** Every phrase of one or two words that names a set of sessions, for suggestions. */
export const sessionPhrases: readonly string[] = [
  ...[...categories.keys()].flatMap((category) => [`${category} sessions`, `${category} days`]),
  "sessions",
  "absences",
  "authorised absences",
  "unauthorised absences",
];
