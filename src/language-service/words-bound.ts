// Words of a rule → what each of them names, found by the functions that the checker itself finds meanings with. Words of the
// language and words that nothing bears bind nothing.

import { findAct, findMeaning } from "../checker/meanings.ts";
import type { Meaning } from "../checker/meanings.ts";
import { bandWord } from "../checker/check-is.ts";
import { objectName } from "../checker/objects.ts";
import type { Scope } from "../checker/scope.ts";
import { findStep } from "../checker/steps.ts";
import type { StepMeaning } from "../checker/steps.ts";
import { partsOf, phraseText } from "../checker/units.ts";
import { makeSpan } from "../source/text.ts";
import type { Span } from "../source/text.ts";
import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { target } from "./target.ts";
import type { Target, TargetTable } from "./target.ts";

export interface Binding {
  readonly span: Span;
  readonly target: Target;
  /** An act has a name, `send`, and words for it once it is done, `sent`. */
  readonly part: "name" | "saying";
  readonly declares: boolean;
}

export type Bindings = readonly Binding[];

export function bind(node: { readonly span: Span }, to: Target, declares = false): Bindings {
  return [{ span: node.span, target: to, part: "name", declares }];
}

// ---------------------------------------------------------------- single names

export function bindName(
  name: Ast.Name | undefined,
  table: TargetTable,
  known: { readonly has: (name: string) => boolean },
): Bindings {
  return name === undefined || !known.has(name.text) ? [] : bind(name, target(table, name.text));
}

export function bindWord({ names }: Scope, name: Ast.Name | undefined): Bindings {
  return bindName(name, "word", names.words);
}

/** What a sentence or a record is about: a document, a decision, a role or service, or a thing that nothing declares. */
export function bindObject({ names }: Scope, words: Ast.Words): Bindings {
  const name = objectName(words);
  if (names.documents.has(name)) return bind(words, target("object", name));
  if (names.decisions.has(name)) return bind(words, target("decision", name));
  if (names.words.has(name)) return bind(words, target("word", name));
  return names.objects.has(name) ? bind(words, target("object", name)) : [];
}

// ---------------------------------------------------------------- words with a meaning

export function bindMeaning(scope: Scope, words: Ast.Words): Bindings {
  const meaning = findMeaning(scope, partsOf(words));
  return meaning === undefined ? [] : bindFound(scope, words, meaning);
}

/** As events are found: acts, steps, an act's bare name, a field, a parameter. */
export function bindEvent(scope: Scope, words: Ast.Words): Bindings {
  const parts = partsOf(words);
  const act = findAct(scope, parts);
  if (act?.kind === "act") return bindSaid(scope, words, act.act);
  const step = findStep(scope, parts);
  if (step !== undefined) return bindStep(words, step);
  const text = phraseText(words);
  const { acts, fields, parameters } = scope.names;
  if (acts.has(text)) return bind(words, target("act", text));
  if (text === "start") return [];
  if (fields.get(text)?.type === "date") return bind(words, target("field", text));
  return parameters.has(text) ? bind(words, target("parameter", text)) : bindMeaning(scope, words);
}

/** As a count finds them: the bare name of an act comes first. */
export function bindCounted(scope: Scope, words: Ast.Words): Bindings {
  const text = phraseText(words);
  return scope.names.acts.has(text) ? bind(words, target("act", text)) : bindMeaning(scope, words);
}

/** The value of `is`: a row of bands, an answer, or a word that a field may hold. */
export function bindIs(scope: Scope, subject: Ast.Phrase, value: Ast.Words): Bindings {
  const meaning = findMeaning(scope, partsOf(subject.words));
  if (meaning?.kind !== "named") return [];
  const { name } = meaning.declared;
  const written = objectName(value);
  switch (meaning.sort) {
    case "field":
      return bindValue(scope, value);
    case "decision":
      return bind(value, target("answer", written, name));
    case "bands": {
      const title = scope.names.bands.get(name)?.titles.find((each) => bandWord(each) === written);
      return title === undefined ? [] : bind(value, target("band", title, name));
    }
    default:
      return [];
  }
}

/** What a field holds: a word of the school, or the answer to some decision, which is told by nothing but its word. */
export function bindValue({ names }: Scope, words: Ast.Words): Bindings {
  const name = objectName(words);
  if (names.words.has(name)) return bind(words, target("word", name));
  const asked = [...names.decisions.values()].filter(({ answers }) => answers.includes(name));
  const [only] = asked;
  return only !== undefined && asked.length === 1 ? bind(words, target("answer", name, only.name)) : [];
}

function bindFound(scope: Scope, words: Ast.Words, meaning: Meaning): Bindings {
  switch (meaning.kind) {
    case "act":
      return bindSaid(scope, words, meaning.act);
    case "step":
      return bindStep(words, meaning);
    case "named": {
      const { sort, declared } = meaning;
      return bind(words, target(tables[sort], declared.name));
    }
    case "shared-step":
    case "strange-object":
    case "rate":
    case "session-now":
    case "session-phrase":
    case "unit":
    case "bare-day":
    case "arrived":
    case "start":
    case "today":
    case "attribute":
    case "several":
      return [];
    default:
      return assertNever(meaning);
  }
}

const tables: Readonly<Record<Extract<Meaning, { kind: "named" }>["sort"], TargetTable>> = {
  status: "status",
  flag: "word",
  group: "word",
  measure: "measure",
  parameter: "parameter",
  bands: "bands",
  field: "field",
  decision: "decision",
  reason: "word",
  channel: "word",
  service: "word",
  role: "word",
  document: "object",
  procedure: "procedure",
  duty: "duty",
};

// ---------------------------------------------------------------- several words, several names

/** `letter sent`: what it was said of, and the act's own words. An act without words of its own is said by name: `visit done`. */
function bindSaid(scope: Scope, words: Ast.Words, act: string): Bindings {
  const saying = scope.names.acts.get(act)?.saying ?? "";
  const count = saying.split(" ").length;
  const object = wordsBetween(words, 0, words.words.length - count);
  const said = wordsBetween(words, words.words.length - count, words.words.length);
  if (said === undefined) return [];
  const byName = saying === `${act} done`;
  const spoken: Bindings = byName
    ? bind(said.words[0] ?? said, target("act", act))
    : [{ span: said.span, target: target("act", act), part: "saying", declares: false }];
  return [...(object === undefined ? [] : bindObject(scope, object)), ...spoken];
}

/** `letter done`, `concern letter done`. */
function bindStep({ words }: Ast.Words, step: StepMeaning): Bindings {
  if (step.kind === "shared-step") return [];
  const named = step.state === undefined ? words : words.slice(0, -1);
  const name = named.at(-1);
  const [owner] = named.length > 1 ? named : [];
  return [
    ...(owner === undefined ? [] : bind(owner, target("procedure", step.procedure))),
    ...(name === undefined ? [] : bind(name, target("step", step.step, step.procedure))),
  ];
}

function wordsBetween({ words }: Ast.Words, from: number, to: number): Ast.Words | undefined {
  const list = words.slice(Math.max(0, from), to);
  const [first, last] = [list[0], list.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { kind: "words", words: list, span: makeSpan(first.span.source, first.span.from, last.span.to) };
}
