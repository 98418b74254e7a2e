// A policy's meaning → every name that may be used in it: what kind of thing it is, what it says, and the layer it comes from.
// Serves completion and the words shown for a name; where a name may stand is not known here.

import { sentencesOfModel } from "../checker/objects.ts";
import type { Model, Named, Origin, Parameter } from "../checker/model.ts";
import { written } from "../explain/written.ts";
import { remember } from "../support/remember.ts";

export type NameSort =
  | "parameter"
  | "role"
  | "flag"
  | "reason"
  | "group"
  | "channel"
  | "service"
  | "act"
  | "saying"
  | "field"
  | "measure"
  | "status"
  | "bands"
  | "procedure"
  | "step"
  | "duty"
  | "decision"
  | "document"
  | "register"
  | "object";

export interface KnownName {
  readonly sort: NameSort;
  /** As it is written in a rule; the saying of an act has several words. */
  readonly name: string;
  /** In words; empty where the author gave none. */
  readonly title: string;
  /** The declaration in the author's words, without what stands in its block. */
  readonly says: string;
  /** The name of the layer that wrote it. */
  readonly layer: string;
  readonly origin: Origin;
  /** What the layers above said in its place, nation first. */
  readonly before: readonly { readonly says: string; readonly layer: string }[];
}

/** In the order in which kinds are told above. */
export const knownNames = remember((model: Model): readonly KnownName[] => {
  const all = <N extends Named & { readonly replaces?: N }>(sort: NameSort, nodes: Iterable<N>) =>
    [...nodes].map((node) => nameOf(sort, node));
  return [
    ...[...model.parameters.values()].map(parameterName),
    ...[...model.words.values()].map((word) => nameOf(word.sort, word)),
    ...all("act", model.acts.values()),
    ...[...model.acts.values()].map((act) => ({ ...nameOf("act", act), sort: "saying" as const, name: act.saying })),
    ...fieldNames(model),
    ...all("measure", model.measures.values()),
    ...all("status", model.statuses.values()),
    ...all("bands", model.bands.values()),
    ...all("procedure", model.procedures.values()),
    ...[...model.procedures.values()].flatMap(({ steps }) => all("step", steps)),
    ...all("duty", model.duties.values()),
    ...all("decision", model.decisions.values()),
    ...all("document", model.documents.values()),
    ...all("register", model.registers),
    ...objectNames(model),
  ];
});

function nameOf<N extends Named & { readonly replaces?: N }>(sort: NameSort, node: N): KnownName {
  const { name, title, origin } = node;
  return { sort, name, title, says: headOf(origin), layer: origin.layer, origin, before: saidBefore<N>(node) };
}

function saidBefore<N extends Named & { readonly replaces?: N }>(node: N): KnownName["before"] {
  const { replaces } = node;
  return replaces === undefined
    ? []
    : [...saidBefore<N>(replaces), { says: headOf(replaces.origin), layer: replaces.origin.layer }];
}

/** A parameter keeps what each layer set, even where it is only said again. */
function parameterName(parameter: Parameter): KnownName {
  const { layer } = parameter.origin;
  const before = parameter.layers
    .filter((each) => each.layer !== layer)
    .map((each) => ({ says: written(each.span), layer: each.layer }));
  return { ...nameOf("parameter", parameter), before };
}

/** What an act records tells more of a field than a document that holds it too. */
function fieldNames({ acts, documents }: Model): readonly KnownName[] {
  const fields = new Map<string, KnownName>();
  for (const document of documents.values())
    for (const { name, type, needed, origin } of document.fields)
      fields.set(name, {
        ...nameOf("document", document),
        sort: "field",
        name,
        title: `${type === "text" ? "something" : `a ${type}`} that “${document.title}” ${needed ? "needs" : "may have"}`,
        says: headOf(origin),
        origin,
        before: [],
      });
  for (const act of acts.values())
    for (const { name, type } of act.fields)
      fields.set(name, {
        ...nameOf("act", act),
        sort: "field",
        name,
        title: `${type === "text" ? "something" : `a ${type}`} recorded when it is ${act.saying}`,
        before: [],
      });
  return [...fields.values()];
}

/** Things that sentences speak of without their being declared: `meeting` in `must hold meeting`. */
function objectNames(model: Model): readonly KnownName[] {
  const objects = new Map<string, KnownName>();
  for (const { object, origin } of sentencesOfModel(model)) {
    if (object === undefined || model.documents.has(object) || model.words.has(object)) continue;
    const { layer } = origin;
    objects.set(object, {
      sort: "object",
      name: object,
      title: "",
      says: written(origin.span),
      layer,
      origin,
      before: [],
    });
  }
  return [...objects.values()];
}

/** The words before the block; a list of conditions in braces belongs to them. */
function headOf({ span }: Origin): string {
  const text = span.source.text.slice(span.from, span.to);
  const block = /(?<!(?:all|any|\d) of)[ \t]*\{/.exec(text);
  return written(block === null || !text.endsWith("}") ? span : { ...span, to: span.from + block.index });
}
