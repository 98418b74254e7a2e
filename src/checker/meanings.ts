// Finds what a few words mean: the words of a phrase → the one thing they name, or why they name none.
// The order is fixed: acts as the text speaks of them, `letter done`, the register's own words, names that the policy
// declares, and last a step's bare name, which by itself is a moment and no condition.

import { unitFromWords } from "../units/unit.ts";
import type { Unit } from "../units/unit.ts";
import type * as Model from "./model.ts";
import type { Declared } from "./names.ts";
import type { Scope } from "./scope.ts";
import { categoryFromWord, sessionPhraseFromWords, sessionSet } from "./session-words.ts";
import type { SessionPhrase } from "./session-words.ts";
import { findStep } from "./steps.ts";
import type { StepMeaning } from "./steps.ts";

export type NamedKind =
  | "status"
  | "flag"
  | "group"
  | "measure"
  | "parameter"
  | "bands"
  | "field"
  | "decision"
  | "reason"
  | "channel"
  | "service"
  | "role"
  | "document"
  | "procedure"
  | "duty";

export type AttributeName = Extract<Model.Value, { kind: "attribute" }>["name"];

export type Meaning =
  | { readonly kind: "act"; readonly act: string; readonly object?: string }
  /** An act's saying stands at the end, but nothing that it could be said of before it. */
  | { readonly kind: "strange-object"; readonly object: string }
  | StepMeaning
  | { readonly kind: "rate"; readonly of: Model.SessionSet }
  | { readonly kind: "session-now"; readonly of: Model.SessionSet }
  | ({ readonly kind: "session-phrase" } & SessionPhrase)
  | { readonly kind: "unit"; readonly unit: Unit }
  | { readonly kind: "bare-day" }
  | { readonly kind: "arrived" }
  | { readonly kind: "start" }
  | { readonly kind: "today" }
  | { readonly kind: "attribute"; readonly name: AttributeName }
  | { readonly kind: "named"; readonly sort: NamedKind; readonly declared: Declared }
  | {
      readonly kind: "several";
      readonly first: NamedKind;
      readonly second: NamedKind;
      readonly at: readonly Declared[];
    };

/** Undefined where nothing bears the words. */
export function findMeaning(scope: Scope, words: readonly string[]): Meaning | undefined {
  const step = findStep(scope, words);
  return (
    findAct(scope, words) ??
    (step?.state === undefined ? undefined : step) ??
    findRegisterWord(words.join(" ")) ??
    findNamed(scope, words) ??
    step
  );
}

export function findAct(scope: Scope, words: readonly string[]): Meaning | undefined {
  const { sayings, objects } = scope.names;
  const whole = sayings.get(words.join(" "));
  if (whole !== undefined) return { kind: "act", act: whole.name };
  for (let split = 1; split < words.length; split++) {
    const act = sayings.get(words.slice(split).join(" "));
    if (act === undefined) continue;
    const object = words.slice(0, split).join("-");
    if (objects.has(object)) return { kind: "act", act: act.name, object };
    return findStep(scope, words) ?? { kind: "strange-object", object };
  }
  return undefined;
}

const attributes: ReadonlyMap<string, AttributeName> = new Map<string, AttributeName>([
  ["year", "year"],
  ["age", "age"],
  ["parents", "parents"],
  ["contacts", "contacts"],
]);

/** The words that every policy has from the register and the calendar, whatever it declares. */
export function findRegisterWord(words: string): Meaning | undefined {
  if (words === "attendance") return { kind: "rate", of: sessionSet("attended") };
  if (words === "absence") return { kind: "rate", of: sessionSet("absent") };
  if (words === "arrived") return { kind: "arrived" };
  if (words === "start" || words === "today") return { kind: words };
  const category = categoryFromWord(words);
  if (category !== undefined) return { kind: "session-now", of: sessionSet(category) };
  const attribute = attributes.get(words);
  if (attribute !== undefined) return { kind: "attribute", name: attribute };
  const phrase = sessionPhraseFromWords(words);
  if (phrase !== undefined) return { kind: "session-phrase", ...phrase };
  return unitFromWords(words);
}

/** Sorts whose names can stand alone in a rule come first; the others are found only to say what they are. */
function findNamed(scope: Scope, words: readonly string[]): Meaning | undefined {
  const name = words.join(" ");
  const found = namedCandidates(scope, name);
  const usable = found.filter(({ sort }) => usableSorts.has(sort));
  const [first, second] = usable;
  if (first !== undefined && second !== undefined) {
    return { kind: "several", first: first.sort, second: second.sort, at: [first.declared, second.declared] };
  }
  const only = first ?? found[0];
  return only === undefined ? undefined : { kind: "named", ...only };
}

const usableSorts: ReadonlySet<NamedKind> = new Set<NamedKind>([
  "status",
  "flag",
  "group",
  "measure",
  "parameter",
  "bands",
  "field",
  "decision",
]);

interface Candidate {
  readonly sort: NamedKind;
  readonly declared: Declared;
}

function namedCandidates({ names }: Scope, name: string): readonly Candidate[] {
  const word = names.words.get(name);
  const tables: readonly (readonly [NamedKind, Declared | undefined])[] = [
    ["status", names.statuses.get(name)],
    [word?.sort ?? "flag", word],
    ["measure", names.measures.get(name)],
    ["parameter", names.parameters.get(name)],
    ["bands", names.bands.get(name)],
    ["field", names.fields.get(name)],
    ["decision", names.decisions.get(name)],
    ["document", names.documents.get(name)],
    ["procedure", names.procedures.get(name)],
    ["duty", names.duties.get(name)],
  ];
  return tables.flatMap(([sort, declared]) => (declared === undefined ? [] : [{ sort, declared }]));
}
