// What a document says: a paragraph, and what each name in braces stands for. A letter can print nothing that is not known here.

import { closestName } from "../diagnostics/did-you-mean.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import { wordList } from "../support/word-list.ts";
import type * as Ast from "../syntax/ast.ts";
import { mergeParts } from "../syntax/merge-text.ts";
import type { MergePart } from "../syntax/merge-text.ts";
import { checkCondition } from "./check-conditions.ts";
import { letterMessages } from "./diagnostics.ts";
import { describeMeaning } from "./kind-words.ts";
import { findMeaning } from "./meanings.ts";
import type { Meaning } from "./meanings.ts";
import type * as Model from "./model.ts";
import { originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { replaceFixes, reportUnknownName } from "./unknown-names.ts";
import { namedValue } from "./value-of-name.ts";

/** All lines of the document that a paragraph stands in. */
export interface DocumentLines {
  readonly fields: readonly Ast.DocumentField[];
  readonly texts: readonly Ast.DocumentText[];
}

/** What every letter knows, with what it prints. */
export const knownMerges: Readonly<Record<Model.KnownMerge, string>> = {
  pupil: "the pupil's name",
  "year-group": "the pupil's year group",
  class: "the pupil's class",
  born: "the pupil's date of birth",
  school: "the school's name",
  parents: "the parents' names; of a letter to each parent, that parent's",
  today: "the day the letter is made for",
  due: "the day by which the letter is due",
  sender: "who sends it, by role",
};

export function checkDocumentText(
  scope: Scope,
  lines: DocumentLines,
  text: Ast.DocumentText,
): Model.DocumentText | undefined {
  const part = text.part?.text;
  const names = lines.fields.map(({ name }) => name.text);
  if (text.part !== undefined && !names.includes(text.part.text)) reportUnknownName(scope, "field", text.part, names);
  const pieces = mergeParts(text.text).map((piece) => checkPiece(scope, lines, piece));
  const when = text.when === undefined ? undefined : checkCondition(scope, text.when);
  if (pieces.includes(undefined) || (text.when !== undefined && when === undefined)) return undefined;
  const sound = pieces.filter((piece) => piece !== undefined);
  return withoutUndefined({ part, pieces: sound, when, origin: originOf(scope, text) });
}

function checkPiece(scope: Scope, lines: DocumentLines, part: MergePart): string | Model.Merge | undefined {
  switch (part.kind) {
    case "words":
      return part.text;
    case "merge":
      return checkMerge(scope, lines, part.name);
    case "broken": {
      const what = brokenWords[part.why];
      scope.report(letterMessages.mergeBraceBroken({ what, example: "{pupil}" }, part.span));
      return undefined;
    }
  }
}

const brokenWords: Readonly<Record<Extract<MergePart, { kind: "broken" }>["why"], string>> = {
  unclosed: "This brace is never closed.",
  unopened: "This brace closes nothing.",
  empty: "Nothing stands between these braces.",
  "no-name": "What stands between the braces is no name: names are small letters, with hyphens between their words.",
};

function checkMerge(scope: Scope, { fields, texts }: DocumentLines, name: Ast.Name): Model.Merge | undefined {
  const { text, span } = name;
  if (fields.some((field) => field.name.text === text)) {
    if (!texts.some(({ part }) => part?.text === text)) return { kind: "field", name: text };
    scope.report(letterMessages.mergeIsAParagraph({ name: text }, span));
    return undefined;
  }
  if (Object.hasOwn(knownMerges, text)) return { kind: "known", name: text as Model.KnownMerge };
  const { bands, words } = scope.names;
  const value = namedValue(scope, name);
  if (value !== undefined) return { kind: "value", value: value.value };
  if (bands.has(text)) return { kind: "band", name: text };
  if (printable.has(words.get(text)?.sort ?? "flag")) return { kind: "word", name: text };
  reportNoMerge(scope, fields, name);
  return undefined;
}

const printable: ReadonlySet<Model.Word["sort"]> = new Set(["role", "service", "channel", "reason"] as const);

function reportNoMerge(scope: Scope, fields: readonly Ast.DocumentField[], { text, span }: Ast.Name): void {
  const own = fields.map(({ name }) => name.text);
  const meaning = findMeaning(scope, [text]);
  if (meaning !== undefined) {
    const what = describeMeaning(meaning);
    scope.report(letterMessages.mergeNotPrinted({ name: text, what, hint: hintFor(text, meaning) }, span));
    return;
  }
  const { measures, parameters, bands, words } = scope.names;
  const titled = [...words.values()].filter(({ sort }) => printable.has(sort)).map((word) => word.name);
  const known = Object.keys(knownMerges);
  const all = [...own, ...known, ...measures.keys(), ...parameters.keys(), ...bands.keys(), ...titled];
  const closest = closestName(text, all);
  const near = closest === undefined ? "" : `Did you mean "${closest}"? `;
  const fieldWords = own.length === 0 ? "" : `fields of this document (${wordList(own, "and")}), `;
  const suggestion = `${near}What may stand in braces: ${fieldWords}${wordList(known, "and")}, and what the policy calls its measures, parameters, bands, roles, services, channels and reasons. A new field is one line: \`needs ${text}\`.`;
  scope.report(
    letterMessages.mergeNameUnknown({ name: text, suggestion }, span, { fixes: replaceFixes(span, text, all) }),
  );
}

function hintFor(name: string, meaning: Meaning): string {
  if (meaning.kind === "rate") return `Give the document a field: \`needs ${name}-figure is ${name} this year\`.`;
  if (meaning.kind === "named" && ["status", "flag", "group", "decision"].includes(meaning.sort))
    return `It holds or does not. Say the words, and after them \`when ${name}\`.`;
  if (meaning.kind === "named" && meaning.sort === "field")
    return `Only an act records it. Let the document need it too: \`needs ${name}\`.`;
  return "Let the document need a field with a name of its own; the office then fills it in.";
}
