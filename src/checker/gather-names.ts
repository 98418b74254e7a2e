// Declarations and the layer above → every name a rule may use. A name declared here hides the one above; whether it may is
// asked later (check-locks.ts). Two of one kind and name in one policy are a fault.

import { parseDay } from "../school/day.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkAnchor } from "./check-anchors.ts";
import { checkValue } from "./check-values.ts";
import { DECIDE, fieldTypeFrom, sayingOf } from "./act-names.ts";
import type { Declarations } from "./declarations.ts";
import { inheritedNames } from "./inherited-names.ts";
import { lazily } from "./lazily.ts";
import { checkLiteral } from "./literals.ts";
import type * as Model from "./model.ts";
import type * as Names from "./names.ts";
import { objectsOf, sentencesOf } from "./objects.ts";
import { chosenBody } from "./readings.ts";
import type { Choices } from "./readings.ts";
import { quietly } from "./scope.ts";
import type { Scope } from "./scope.ts";

/** `scope` is asked for only once the names stand, by types that are worked out late. */
export function gatherNames(
  own: Declarations,
  parent: Model.Model | undefined,
  layer: string,
  choices: Choices,
  scope: () => Scope,
): Names.Names {
  const above = inheritedNames(parent);
  const quiet = (): Scope => quietly(scope());
  const declared = (node: { readonly name: Ast.Name }): Names.Declared => ({
    name: node.name.text,
    span: node.name.span,
    layer,
  });
  const acts = new Map([[DECIDE.name, DECIDE], ...over(above.acts, own.acts, (act) => actName(act, declared(act)))]);
  const sentences = sentencesOf(own, choices);
  const documents = over(above.documents, own.documents, (document) => ({
    ...declared(document),
    fields: document.fields.map((field) => field.name.text),
  }));
  const codes = gatherCodes(above.codes, own.codes, layer);
  const fields = gatherFields([...acts.values()], sentences, layer);
  const decisions = over(above.decisions, own.decisions, (decision) => decisionName(decision, declared(decision)));
  return {
    parameters: over(above.parameters, own.parameters, (parameter) => {
      const inherited = above.parameters.get(parameter.name.text);
      return { ...declared(parameter), type: lazily(() => parameterType(quiet(), parameter) ?? inherited?.type()) };
    }),
    words: over(above.words, own.words, (word) => wordName(word, declared(word))),
    codes,
    longestCodesFirst: [...codes.keys()].toSorted((a, b) => b.length - a.length),
    acts,
    sayings: new Map([...acts.values()].map((act) => [act.saying, act])),
    fields,
    recordable: new Set([
      ...fields.keys(),
      ...[...documents.values()].flatMap((document) => document.fields),
      "withdrawn",
    ]),
    measures: over(above.measures, own.measures, (measure) => ({
      ...declared(measure),
      type: lazily(() => measureType(quiet(), measure)),
    })),
    statuses: over(above.statuses, own.statuses, declared),
    bands: over(above.bands, own.bands, (bands) => ({
      ...declared(bands),
      titles: bands.rows.map((row) => row.title.text),
      worth: lazily(() => worthType(quiet(), bands)),
    })),
    procedures: over(above.procedures, own.procedures, (procedure) =>
      procedureName(procedure, declared(procedure), choices),
    ),
    duties: over(above.duties, own.duties, declared),
    decisions,
    documents,
    objects: new Set([...above.objects, ...objectsOf(sentences), ...documents.keys(), ...decisions.keys()]),
  };
}

/** The first of two declarations of one name stands; the second is reported where duplicates are (check-duplicates.ts). */
function over<T extends { readonly name: Ast.Name }, N>(
  above: ReadonlyMap<string, N>,
  own: readonly T[],
  make: (node: T) => N,
): ReadonlyMap<string, N> {
  const names = new Map(above);
  const seen = new Set<string>();
  for (const node of own) {
    if (!seen.has(node.name.text)) names.set(node.name.text, make(node));
    seen.add(node.name.text);
  }
  return names;
}

function actName(act: Ast.Act, declared: Names.Declared): Names.ActName {
  const fields = act.recording.map(({ name, type }) => ({
    name: name.text,
    span: name.span,
    layer: declared.layer,
    type: fieldTypeFrom(type?.text) ?? "text",
    act: declared.name,
  }));
  return { ...declared, saying: sayingOf(act), fields };
}

/** What a sentence has recorded can be read too; only the act itself can say that it is more than a text. */
function gatherFields(
  acts: readonly Names.ActName[],
  sentences: readonly Ast.Sentence[],
  layer: string,
): ReadonlyMap<string, Names.FieldName> {
  const recorded = sentences.flatMap(({ recording, act }) =>
    recording.map((name): Names.FieldName => {
      return { name: name.text, span: name.span, layer, type: "text", act: act.text };
    }),
  );
  const declared = acts.flatMap((act) => act.fields);
  return new Map([...recorded, ...declared].map((field) => [field.name, field]));
}

function wordName(word: Ast.Word, declared: Names.Declared): Names.WordName {
  return { ...declared, sort: word.sort, ...(word.sameAs === undefined ? {} : { sameAs: word.sameAs.text }) };
}

function decisionName(decision: Ast.Decision, declared: Names.Declared): Names.DecisionName {
  return {
    ...declared,
    question: decision.question.text,
    by: decision.by.map((role) => role.text),
    answers: answersOf(decision),
  };
}

/** A decision that lists no answers is a yes or a no. */
export function answersOf(decision: Ast.Decision): readonly string[] {
  const said = new Set(decision.answers.map((answer) => answer.text));
  return said.size === 0 ? ["yes", "no"] : [...said];
}

function procedureName(procedure: Ast.Procedure, declared: Names.Declared, choices: Choices): Names.ProcedureName {
  const steps = new Map<string, Names.StepName>();
  for (const item of chosenBody(procedure.items, choices)) {
    if (item.kind !== "step" || steps.has(item.name.text)) continue;
    const { layer, name } = declared;
    steps.set(item.name.text, { name: item.name.text, span: item.name.span, layer, procedure: name });
  }
  return { ...declared, steps };
}

function gatherCodes(
  above: Names.Names["codes"],
  own: readonly Ast.CodeDeclaration[],
  layer: string,
): Names.Names["codes"] {
  const codes = new Map(above);
  for (const { code, from, until } of own) {
    const dates = { from: from && parseDay(from.text), until: until && parseDay(until.text) };
    const version: Names.CodeName = withoutUndefined({ name: code.text, span: code.span, layer, ...dates });
    codes.set(code.text, [...(codes.get(code.text) ?? []), version]);
  }
  return codes;
}

const nowhere = { part: "value", what: "" } as const;

function parameterType(quiet: Scope, parameter: Ast.Parameter): Model.ValueType | undefined {
  for (const { value } of parameter.values) {
    const type = checkValue(quiet, value, nowhere)?.type;
    if (type !== undefined) return type;
  }
  return undefined;
}

function measureType(quiet: Scope, measure: Ast.Measure): Model.ValueType | undefined {
  const anchor = measure.anchor === undefined ? undefined : checkAnchor(quiet, measure.anchor);
  const inside = anchor === undefined ? quiet : { ...quiet, anchor };
  for (const { value } of measure.rows) {
    const type = checkValue(inside, value, nowhere)?.type;
    if (type !== undefined) return type;
  }
  return undefined;
}

function worthType(quiet: Scope, bands: Ast.Bands): Model.ValueType | undefined {
  const worth = bands.rows.find((row) => row.worth !== undefined)?.worth;
  return worth === undefined ? undefined : checkLiteral(quiet, worth)?.type;
}
