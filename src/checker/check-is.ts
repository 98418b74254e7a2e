// `reason is illness`, `exceptional is no`, `level is good`, `year is reception` → the question that the subject allows.

import { WEEKDAY_NAMES } from "../school/day.ts";
import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { reportNotAnswer } from "./check-judged.ts";
import { canonicalRoles } from "./check-roles.ts";
import { mayHaveNoTime } from "./no-time.ts";
import { nameMessages, ruleMessages } from "./diagnostics.ts";
import { describeMeaning } from "./kind-words.ts";
import { findMeaning } from "./meanings.ts";
import type { Meaning } from "./meanings.ts";
import type * as Model from "./model.ts";
import type { Names } from "./names.ts";
import type { Scope } from "./scope.ts";
import { offer, reportSeveral } from "./suggestions.ts";
import { partsOf, phraseText } from "./units.ts";
import { NUMBER } from "./value-types.ts";
import { reportUnknownName } from "./unknown-names.ts";

type Is = Extract<Ast.Condition, { kind: "is" }>;

export function checkIs(scope: Scope, is: Is): Model.Condition | undefined {
  const positive = checkPositive(scope, is);
  return positive === undefined || !is.not ? positive : { kind: "not", part: positive, span: is.span };
}

function checkPositive(scope: Scope, is: Is): Model.Condition | undefined {
  const { subject } = is;
  const words = partsOf(subject.words);
  const meaning = findMeaning(scope, words);
  if (!mayHaveNoTime(scope, subject, "it is read as it stands")) return undefined;
  if (words.join(" ") === "term") return checkCalendar(scope, is, "term", seasons);
  if (meaning?.kind === "today") return checkCalendar(scope, is, "weekday", weekdays);
  if (meaning?.kind === "attribute" && meaning.name === "year") return checkYear(scope, is);
  if (meaning?.kind === "named") {
    const { name } = meaning.declared;
    if (meaning.sort === "field") return checkField(scope, is, name);
    if (meaning.sort === "decision") return checkAnswer(scope, is, name);
    if (meaning.sort === "bands") return checkBand(scope, is, name);
  }
  reportNoIs(scope, is, meaning);
  return undefined;
}

/** Reception is 0 and nursery -1, which nobody would write as numbers. */
const earlyYears: ReadonlyMap<string, number> = new Map([
  ["reception", 0],
  ["nursery", -1],
]);

function checkYear(scope: Scope, { subject, value, span }: Is): Model.Condition | undefined {
  const year = earlyYears.get(phraseText(value));
  if (year === undefined) {
    return reportUnknownName(scope, "year", { text: phraseText(value), span: value.span }, earlyYears.keys());
  }
  const left = { kind: "attribute", name: "year", span: subject.span } as const;
  const right = { kind: "constant", value: year, type: NUMBER, span: value.span } as const;
  return { kind: "compare", left, edge: "exactly", right, span };
}

/** The season of the term; in holidays, of the latest one. Calendars call their terms what they like. */
export const seasons: ReadonlyMap<string, number> = new Map([
  ["autumn", 1],
  ["spring", 2],
  ["summer", 3],
]);

const weekdays: ReadonlyMap<string, number> = new Map(
  WEEKDAY_NAMES.map((day, index) => [day.toLowerCase(), index + 1]),
);

/** What the calendar says of today: `term is autumn`, `today is friday`. */
function checkCalendar(
  scope: Scope,
  { subject, value, span }: Is,
  name: "term" | "weekday",
  words: ReadonlyMap<string, number>,
): Model.Condition | undefined {
  const number = words.get(phraseText(value));
  if (number === undefined) {
    return reportUnknownName(scope, name, { text: phraseText(value), span: value.span }, words.keys());
  }
  const left = { kind: "attribute", name, span: subject.span } as const;
  const right = { kind: "constant", value: number, type: NUMBER, span: value.span } as const;
  return { kind: "compare", left, edge: "exactly", right, span };
}

/** What a record's field may hold has to be declared, as a reason, a channel, a role, a flag, or the answer to a decision. */
function checkField(scope: Scope, { value, span }: Is, field: string): Model.Condition | undefined {
  const written = phraseText(value).replaceAll(" ", "-");
  if (!isFieldValue(scope.names, written)) {
    return reportUnknownName(scope, "fieldValue", { text: written, span: value.span }, fieldValues(scope.names));
  }
  return { kind: "field-is", field, value: written, span };
}

function isFieldValue(names: Names, value: string): boolean {
  return names.words.has(value) || [...names.decisions.values()].some(({ answers }) => answers.includes(value));
}

function fieldValues(names: Names): readonly string[] {
  return [...names.words.keys(), ...[...names.decisions.values()].flatMap(({ answers }) => answers)];
}

function checkAnswer(scope: Scope, { value, span }: Is, name: string): Model.Condition | undefined {
  const decision = scope.names.decisions.get(name);
  if (decision === undefined) return undefined;
  const answer = phraseText(value).replaceAll(" ", "-");
  const { question, answers } = decision;
  const by = canonicalRoles(scope.names, decision.by);
  if (!answers.includes(answer)) return reportNotAnswer(scope, answer, decision, value.span);
  return { kind: "judged", decision: name, question, by, answer, span };
}

/** A row is named by its title in small letters: `level is good`, `stage is at-risk` for "At risk". */
function checkBand(scope: Scope, { value, span }: Is, bands: string): Model.Condition | undefined {
  const titles = scope.names.bands.get(bands)?.titles ?? [];
  const wanted = phraseText(value).replaceAll(" ", "-");
  const title = titles.find((each) => bandWord(each) === wanted);
  if (title !== undefined) return { kind: "in-band", bands, title, span };
  return reportUnknownName(scope, "row", { text: wanted, span: value.span }, titles.map(bandWord));
}

export function bandWord(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}

function reportNoIs(scope: Scope, { subject, value }: Is, meaning: Meaning | undefined): void {
  const words = phraseText(subject.words);
  const { span } = subject.words;
  if (meaning?.kind === "several") return reportSeveral(scope, words, meaning, span);
  if (meaning === undefined) {
    const { suggestion, fixes } = offer(scope, subject.words, "value");
    const use = "nothing can be asked of it";
    return scope.report(nameMessages.unknownWords({ words, use, suggestion }, span, { fixes }));
  }
  const args = {
    subject: words,
    what: describeMeaning(meaning),
    value: phraseText(value),
    hint: isHint(words, meaning),
  };
  scope.report(ruleMessages.isDoesNotFit(args, span));
}

function isHint(words: string, meaning: Meaning): string {
  if (meaning.kind !== "named") return "Ask `is` of a field, a decision or a table of bands.";
  switch (meaning.sort) {
    case "status":
    case "flag":
    case "group":
      return `Write \`${words}\` or \`not ${words}\`.`;
    case "measure":
    case "parameter":
      return "Set it against a figure with `below`, `at least` or another edge.";
    case "bands":
    case "field":
    case "decision":
    case "reason":
    case "channel":
    case "service":
    case "role":
    case "document":
    case "procedure":
    case "duty":
      return "Ask `is` of a field, a decision or a table of bands.";
    default:
      return assertNever(meaning.sort);
  }
}
