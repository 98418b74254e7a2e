// The names that the layer above brings along: Model → names. A policy without a layer above it starts with none.

import type * as Model from "./model.ts";
import type * as Names from "./names.ts";
import { sentencesOfModel } from "./objects.ts";

export interface InheritedNames extends Omit<Names.Names, "sayings" | "fields" | "recordable" | "longestCodesFirst"> {
  /** Fields that sentences above have recorded. */
  readonly recorded: readonly Names.FieldName[];
}

/** What can be worked out from these only once the own names are there is left out. */
export function inheritedNames(parent: Model.Model | undefined): InheritedNames {
  const acts = mapped(parent?.acts, actName);
  const sentences = parent === undefined ? [] : sentencesOfModel(parent);
  const codes = new Map<string, readonly Names.CodeName[]>();
  for (const code of parent?.codes ?? []) codes.set(code.name, [...(codes.get(code.name) ?? []), codeName(code)]);
  return {
    parameters: mapped(parent?.parameters, (parameter) => ({
      ...declared(parameter),
      type: () => (parameter.history.every(({ value }) => value.kind === "hole") ? undefined : parameter.type),
    })),
    words: mapped(parent?.words, wordName),
    codes,
    acts,
    measures: mapped(parent?.measures, (measure) => ({ ...declared(measure), type: () => measure.type })),
    statuses: mapped(parent?.statuses, declared),
    bands: mapped(parent?.bands, bandsName),
    procedures: mapped(parent?.procedures, procedureName),
    duties: mapped(parent?.duties, declared),
    decisions: mapped(parent?.decisions, ({ question, by, answers, ...named }) => ({
      ...declared(named),
      question,
      by,
      answers,
    })),
    documents: mapped(parent?.documents, (document) => ({
      ...declared(document),
      fields: document.fields.map((field) => field.name),
    })),
    objects: new Set(sentences.flatMap(({ object }) => object ?? [])),
    recorded: sentences.flatMap(recordedFields),
  };
}

function mapped<T, N>(above: ReadonlyMap<string, T> | undefined, make: (node: T) => N): ReadonlyMap<string, N> {
  return new Map([...(above ?? [])].map(([name, node]) => [name, make(node)]));
}

function declared({ name, origin }: Model.Named): Names.Declared {
  return { name, span: origin.span, layer: origin.layer };
}

function actName(act: Model.Act): Names.ActName {
  const { span, layer } = act.origin;
  const fields = act.fields.map(({ name, type }) => ({ name, type, span, layer, act: act.name }));
  return { ...declared(act), saying: act.saying, fields };
}

function recordedFields({ recording, act, origin: { span, layer } }: Model.Sentence): readonly Names.FieldName[] {
  return recording.map((name) => ({ name, span, layer, type: "text", act }));
}

function wordName(word: Model.Word): Names.WordName {
  return { ...declared(word), sort: word.sort, ...(word.sameAs === undefined ? {} : { sameAs: word.sameAs }) };
}

function codeName({ from, until, ...named }: Model.RegisterCode): Names.CodeName {
  return { ...declared(named), ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

function bandsName(bands: Model.Bands): Names.BandsName {
  const worth = bands.rows.find((row) => row.worth !== undefined)?.worth;
  const type = worth !== undefined && "type" in worth ? worth.type : undefined;
  return { ...declared(bands), titles: bands.rows.map((row) => row.title), worth: () => type };
}

function procedureName(procedure: Model.Procedure): Names.ProcedureName {
  const steps = procedure.steps.map((step) => [step.name, { ...declared(step), procedure: procedure.name }] as const);
  return { ...declared(procedure), steps: new Map(steps) };
}
