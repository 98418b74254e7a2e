// Declarations and the layer above → every name a rule may use. A name declared here hides the one above; whether it may is
// asked later (check-locks.ts). Two of one kind and name in one policy are a fault.

import type * as Ast from "../syntax/ast.ts";
import { DECIDE } from "./act-names.ts";
import type { Declarations } from "./declarations.ts";
import { inheritedNames } from "./inherited-names.ts";
import { measureType, parameterType, worthType } from "./late-types.ts";
import { lazily } from "./lazily.ts";
import type * as Model from "./model.ts";
import type * as Names from "./names.ts";
import { objectsOf, sentencesOf } from "./objects.ts";
import type { Choices } from "./readings.ts";
import {
  actName,
  decisionName,
  gatherCodes,
  gatherFields,
  procedureName,
  recordedFields,
  wordName,
} from "./own-names.ts";
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
    fields: document.lines.flatMap((line) => (line.kind === "document-field" ? [line.name.text] : [])),
  }));
  const codes = gatherCodes(above.codes, own.codes, layer);
  const fields = gatherFields([...acts.values()], [...above.recorded, ...recordedFields(sentences, layer)]);
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
