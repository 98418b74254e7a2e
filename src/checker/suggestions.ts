// What an author may have meant by words that mean nothing: the near names of the kinds that fit, and the edits that write them.
// Only names that would be accepted in that place are offered.

import { suggestName } from "../diagnostics/did-you-mean.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/text.ts";
import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { inDigits } from "../syntax/read-slips.ts";
import { nameMessages } from "./diagnostics.ts";
import type { Meaning } from "./meanings.ts";
import type { Scope } from "./scope.ts";
import { sessionPhrases } from "./session-words.ts";
import { stepSayings } from "./steps.ts";
import type { StepMeaning } from "./steps.ts";
import { partsOf, phraseText } from "./units.ts";
import { replaceFixes } from "./unknown-names.ts";

const nowWords: readonly string[] = ["absent", "away", "late", "present", "arrived"];

const figureWords: readonly string[] = ["attendance", "absence", "year", "age", "parents", "contacts"];

/** What the words stand for: something that happens, something that holds, or something that is measured. */
export type Place = "event" | "condition" | "value";

export interface Offer {
  readonly suggestion: string;
  readonly fixes: readonly Fix[];
}

export function offer(scope: Scope, words: Ast.Words, place: Place): Offer {
  const text = phraseText(words);
  const [first, second] = words.words;
  const digits = first && second && inDigits(first.text, first.span);
  if (digits !== undefined) return { suggestion: digits.hint, fixes: digits.fixes };
  const candidates = [...candidatesFor(scope, place), ...sayingsWith(scope, words)].filter((known) => known !== text);
  const fixes = replaceFixes(words.span, text, candidates);
  const near = suggestName(text, candidates, placeWords[place]);
  return { suggestion: fixes.length > 0 ? near : `${near} ${declarationFor(text, place)}`, fixes };
}

const placeWords: Readonly<Record<Place, string>> = {
  event: "acts and steps",
  condition: "conditions",
  value: "measures and counts",
};

/** How such words could get a meaning: several are how the text speaks of an act, one is a name. */
function declarationFor(words: string, place: Place): string {
  if (words.includes(" ")) return `If it is something people do and record, declare it: \`act name-of-it "${words}"\`.`;
  switch (place) {
    case "event":
      return "If it is something people do and record, declare it with `act` and the words for it once it is done.";
    case "condition":
      return `To declare it: \`status ${words} when …\` if it can be worked out, \`flag ${words} "Title"\` if it is known of a pupil.`;
    case "value":
      return `To declare it: \`measure ${words} is …\` or \`parameter ${words} is …\`.`;
    default:
      return assertNever(place);
  }
}

function candidatesFor(scope: Scope, place: Place): readonly string[] {
  const { names } = scope;
  switch (place) {
    case "event":
      return [...names.sayings.keys(), ...names.acts.keys(), ...stepSayings(scope), ...dateFields(scope), "start"];
    case "condition":
      return [
        ...names.sayings.keys(),
        ...stepSayings(scope),
        ...nowWords,
        ...names.statuses.keys(),
        ...[...names.words.values()].filter(({ sort }) => sort === "flag" || sort === "group").map(({ name }) => name),
        ...names.decisions.keys(),
      ];
    case "value":
      return [
        ...figureWords,
        ...sessionPhrases,
        ...names.measures.keys(),
        ...names.parameters.keys(),
        ...names.fields.keys(),
        ...names.bands.keys(),
      ];
  }
}

function dateFields({ names }: Scope): readonly string[] {
  return [...names.fields.values()].filter((field) => field.type === "date").map((field) => field.name);
}

/** `leter-1 sent`: the same saying after every object that some rule speaks of. */
function sayingsWith({ names }: Scope, words: Ast.Words): readonly string[] {
  const [, ...rest] = partsOf(words);
  const saying = rest.join(" ");
  return rest.length === 0 ? [] : [...names.objects].map((object) => `${object} ${saying}`);
}

export function reportStrangeObject(scope: Scope, object: string, words: Ast.Words): void {
  const { objects } = scope.names;
  const suggestion = suggestName(object, objects, "documents and things");
  const last = words.words.at(object.split(" ").length - 1);
  const span = last === undefined ? words.span : { ...words.span, to: last.span.to };
  const fixes = replaceFixes(span, object, objects);
  scope.report(nameMessages.unknownObject({ object, words: phraseText(words), suggestion }, words.span, { fixes }));
}

export function reportSharedStep(
  scope: Scope,
  shared: Extract<StepMeaning, { kind: "shared-step" }>,
  span: Span,
): void {
  const { step, procedures, state } = shared;
  const tail = state === undefined ? step : `${step} ${state}`;
  const fixes = procedures.map((procedure) => ({
    title: `write ${procedure} ${tail}`,
    edits: [{ span, text: `${procedure} ${tail}` }],
  }));
  const example = `${procedures[0] ?? ""} ${tail}`;
  scope.report(nameMessages.stepNameIsShared({ step, procedures: procedures.join(", "), example }, span, { fixes }));
}

export function reportSeveral(
  scope: Scope,
  name: string,
  meaning: Extract<Meaning, { kind: "several" }>,
  span: Span,
): void {
  const { first, second, at } = meaning;
  const labels = at.map((declared) => ({ span: declared.span, text: `\`${name}\` is declared here` }));
  scope.report(nameMessages.nameMeansTwoThings({ name, first, second }, span, { labels }));
}
