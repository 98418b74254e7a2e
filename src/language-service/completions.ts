// A text and a place in it → the words that may stand there: those of the language, as the grammar has them, and the names of
// the policy that fit. It reads what stands before the place and nothing after it; it changes nothing.

import type { TokenType } from "chevrotain";
import type { Model } from "../checker/model.ts";
import { sessionPhrases } from "../checker/session-words.ts";
import { sayDay } from "../explain/say.ts";
import { tokenTable } from "../syntax/tokens.ts";
import type { TokenEntry, TokenGroup } from "../syntax/tokens.ts";
import { whatMayFollow } from "../syntax/what-may-follow.ts";
import type { MayFollow } from "../syntax/what-may-follow.ts";
import { allUnits, unitFamily, unitWords } from "../units/unit.ts";
import { lex } from "../syntax/lex.ts";
import { knownNames } from "./known-names.ts";
import { mergeBefore } from "./merge-completions.ts";
import type { NameSort } from "./known-names.ts";

/** What is known of the policy besides its text. */
export interface Known {
  /** Of the last text that could be read; its names stay offered while a word is being written. */
  readonly model: Model | undefined;
  readonly clauses: readonly { readonly id: string; readonly says: string }[];
  /** Policies that could be extended, by name. */
  readonly layers: readonly { readonly name: string; readonly title: string }[];
}

export interface Suggestion {
  /** What is put in place of the word being written. */
  readonly label: string;
  readonly kind: NameSort | "word" | "unit" | "code" | "clause" | "layer";
  /** What it means, in a few words; empty for words of the language. */
  readonly detail: string;
}

export interface Completion {
  /** The offset at which the word being written begins. */
  readonly from: number;
  /** Each once, the likelier kind first: names where something begins, words of the language where something goes on. */
  readonly options: readonly Suggestion[];
}

/** Undefined in a comment and in words in quotation marks, but for what a letter says in braces. */
export function completionsAt(text: string, offset: number, known: Known): Completion | undefined {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const merge = mergeBefore(text, line, offset, known.model);
  if (merge !== undefined) return merge;
  if (isQuiet(line)) return undefined;
  const from = offset - (/[A-Za-z0-9][A-Za-z0-9-]*$/.exec(line)?.[0].length ?? 0);
  const before = text.slice(0, from);
  const following = whatMayFollow(before);
  const said = wordsBefore(before);
  const names = following.flatMap((each) => namesFor(each, said, known));
  const words = following.flatMap(fixedWords);
  // Behind a phrase that could be complete it is likelier to be followed than to go on.
  const options = following.some(({ again, within }) => again && within.at(-1) === "wordOfPhrase")
    ? [...words, ...names]
    : [...names, ...words];
  return { from, options: [...new Map(options.map((option) => [option.label, option])).values()] };
}

/** What stands in a comment or in quotation marks is the author's own. */
function isQuiet(line: string): boolean {
  const { tokens, comments } = lex(line);
  const last = tokens.at(-1);
  if (comments.length > 0) return true;
  return last !== undefined && last.image.startsWith('"') && (last.image.length === 1 || !last.image.endsWith('"'));
}

/** The plain words just before a place, on its line. */
function wordsBefore(before: string): readonly string[] {
  return /(?:[a-z0-9-]+ +)+$/.exec(before)?.[0].trim().split(/ +/) ?? [];
}

// ---------------------------------------------------------------- words of the language

const entries: ReadonlyMap<string, TokenEntry> = new Map(tokenTable.map((entry) => [entry.name, entry]));

function fixedWords({ type }: MayFollow): readonly Suggestion[] {
  return entriesOf(type)
    .filter(({ pattern }) => typeof pattern === "string" && /^[a-z]/.test(pattern))
    .map(({ pattern }) => ({ label: String(pattern), kind: "word", detail: "" }));
}

/** A group stands for each of its words; that any of them may be a name is no reason to offer them all as one. */
function entriesOf({ name }: TokenType): readonly TokenEntry[] {
  if (name === "AnyName") return [];
  const entry = entries.get(name);
  return entry === undefined ? tokenTable.filter(({ groups }) => groups.includes(name as TokenGroup)) : [entry];
}

// ---------------------------------------------------------------- names of the policy

interface Offer {
  readonly sorts: readonly NameSort[];
  /** Words that every policy has. */
  readonly words: readonly string[];
}

const offer = (sorts: readonly NameSort[], words: readonly string[] = []): Offer => ({ sorts, words });

const now = ["absent", "away", "late", "present", "arrived"];
const figures = ["attendance", "absence", "year", "age", "parents", "contacts"];
const periods = ["year", "term", "half-term", "week", "school year"];
const value = offer(["parameter", "measure", "bands", "field"], [...figures, ...sessionPhrases]);
const condition = offer(
  ["status", "flag", "group", "decision", "saying", "step", "measure", "parameter", "bands", "field"],
  [...now, ...figures, "term"],
);
const event = offer(["saying", "step", "field"], ["start"]);
const role = offer(["role"]);
const recorded = offer(["field"]);
const lengths = offer(["parameter"]);
const object = offer(["document", "object", "role", "decision"]);
const units = offer(
  [],
  allUnits
    .filter((unit) => !["share", "moment", "money"].includes(unitFamily(unit)))
    .flatMap((unit) => [unitWords(unit, 2), unitWords(unit, 1)]),
);
const cadences = offer([], ["school day", "school week", "week", "half-term", "term", "year", "month"]);
const codings = ["attending", "approved", "authorised", "unauthorised", "not-possible", "administrative"];
const lives = ["pupil", "parent and pupil", "absence", "away-absence", "session", "school", "class", ...periods];

/** By a rule of the grammar, or by a rule and the one directly inside it; the innermost that is told here counts. */
const offers: ReadonlyMap<string, Offer> = new Map([
  ["sentenceBody name", offer(["act"])],
  ["party", role],
  ["object", object],
  ["recorded", recorded],
  ["topic", object],
  ["route", offer(["channel"])],
  ["instrument", offer(["document"])],
  ["wordDeclaration sameAs", role],
  ["wordDeclaration names", offer(["field"], ["name", "email", "phone"])],
  ["codeDeclaration name", offer([], codings)],
  ["registerHeading name", offer([], ["morning", "afternoon"])],
  ["registerHeading group", offer(["group"])],
  ["registerMoment words", offer([], ["gates open", "day starts", "opens", "closes", "day ends"])],
  ["registerZone name", offer(["act"], ["present"])],
  ["decisionHeading names", role],
  ["judgement name", offer(["decision"])],
  ["judgement names", role],
  ["actPart names", role],
  ["fields", recorded],
  ["field type", offer([], ["text", "date", "time", "number", "money"])],
  ["anchor name", offer(["act"], lives)],
  ["trigger name", offer(["step"])],
  ["parameter name", offer(["parameter"])],
  ["extent name", lengths],
  ["namedMoment name", lengths],
  ["measured unit", units],
  ["quantity unit", units],
  ["periodWindow unit", offer([], periods)],
  ["dutyHeading unit", cadences],
  ["cap unit", cadences],
  ["eachDayOf unit", offer([], ["school day"])],
  ["eachDayOf name", offer([], ["absence"])],
  ["nextMoment unit", offer([], ["school day", "working day", "school morning", "working morning"])],
  ["boundMoment words", offer([], ["day", ...periods])],
  ["comparison words", offer(["reason", "group", "channel", "service"], ["yes", "no", "autumn", "spring", "summer"])],
  ["comparison operand", condition],
  ["limit", value],
  ["bandsHeading operand", value],
  ["measure operand", value],
  ["measureRow operand", value],
  ["dated operand", value],
  ["ref", event],
  ["eachTime words", event],
  ["statusSwitch", event],
  ["during words", offer(["saying"])],
  [
    "count words",
    offer(["saying", "object", "act"], [...sessionPhrases, "school days", "calendar days", "working days"]),
  ],
  ["whole", offer(["document", "object", "act", "role", "bands"], ["morning", "afternoon"])],
  ["pupilFact flags", offer(["flag"])],
  ["pupilFact parents", offer([], ["mother", "father"])],
  ["fieldValue name", offer(["field"], ["year", "group", "born", "name", "email", "phone"])],
  ["fieldValue words", offer(["reason", "channel", "service", "role", "group"], ["yes", "no"])],
  ["exampleStaff name", role],
  ["logged name", offer(["act"], ["decide"])],
  ["logged words", object],
  ["loggedPart", offer(["role"], ["mother", "father"])],
  ["finding words", offer(["decision", "field", "act", "duty", "role", "document", "object"])],
  ["documentField name", recorded],
  ["documentField type", offer([], ["text", "date", "time", "number", "money", "percent", "signature"])],
  ["documentField operand", value],
  ["documentText name", recorded],
]);

function offerFor(rules: readonly string[]): Offer | undefined {
  for (let at = rules.length - 1; at >= 0; at--) {
    const found = offers.get(`${rules[at]} ${rules[at + 1]}`) ?? offers.get(rules[at] ?? "");
    if (found !== undefined) return found;
  }
  return undefined;
}

function namesFor({ type, within, again }: MayFollow, said: readonly string[], known: Known): readonly Suggestion[] {
  switch (type.name) {
    case "RegisterCode":
      return codesOf(known.model);
    case "ClauseId":
      return known.clauses.map(({ id, says }) => ({ label: id, kind: "clause", detail: says }));
    case "AnyName": {
      if (within.at(-2) === "header")
        return known.layers.map(({ name, title }) => ({ label: name, kind: "layer", detail: title }));
      const fitting = offerFor(within);
      if (fitting === undefined) return [];
      const all = suggestionsOf(fitting, within, known.model);
      return again && within.at(-1) === "wordOfPhrase"
        ? all.flatMap((each) => furtherWords(each, said, known.model))
        : all;
    }
    default:
      return [];
  }
}

function suggestionsOf({ sorts, words }: Offer, within: readonly string[], model: Model | undefined) {
  const declares = within.at(-2) === "parameter";
  const names = (model === undefined ? [] : knownNames(model))
    .filter(({ sort, layer }) => sorts.includes(sort) && !(declares && layer === model?.name))
    .map(({ name, sort, title, says }): Suggestion => ({
      label: name,
      kind: sort,
      detail: title === "" ? says : title,
    }));
  const kind = within.at(-1) === "unit" ? "unit" : "word";
  return [...words.map((label): Suggestion => ({ label, kind, detail: "" })), ...names];
}

/** Of what has several words, those that are still to come; and behind a thing or a step, what can be said of it. */
function furtherWords(each: Suggestion, said: readonly string[], model: Model | undefined): readonly Suggestion[] {
  const last = said.at(-1);
  if (last === undefined) return [];
  const parts = each.label.split(" ");
  for (let taken = Math.min(parts.length - 1, said.length); taken > 0; taken--)
    if (said.slice(-taken).join(" ") === parts.slice(0, taken).join(" "))
      return [{ ...each, label: parts.slice(taken).join(" ") }];
  if (each.kind === "step" && each.label === last)
    return ["done", "overdue"].map((label) => ({ ...each, label, kind: "word" }));
  return each.kind === "saying" && model !== undefined && isThing(model, last) ? [each] : [];
}

function isThing(model: Model, name: string): boolean {
  return knownNames(model).some((each) => each.name === name && (each.sort === "document" || each.sort === "object"));
}

/** A code stands once, with what it means in each stretch of its time. */
function codesOf(model: Model | undefined): readonly Suggestion[] {
  const codes = Map.groupBy(model?.codes ?? [], ({ name }) => name);
  return [...codes].map(([label, versions]) => ({
    label,
    kind: "code",
    detail: versions
      .map(({ title, from, until }) =>
        [
          title,
          ...(from === undefined ? [] : [`from ${sayDay(from)}`]),
          ...(until === undefined ? [] : [`until ${sayDay(until)}`]),
        ].join(", "),
      )
      .join("; "),
  }));
}
