// A figure of a policy and what the layers above lock → how far it may be changed, in words. What the law says besides is left to
// the findings, which name their place.

import type { Lock, Model, Parameter } from "../checker/model.ts";
import { written } from "../explain/written.ts";
import type { Node } from "../syntax/walk.ts";
import type { PolicyFigure } from "./figures.ts";

export interface FigureLimit {
  /** `At most 30 minutes: by the national rules, “School attendance in England”, it may only fall.` */
  readonly says: string;
  /** No other value is allowed at all. */
  readonly fixed: boolean;
}

/** Undefined where the layers above leave it free. The model is that of the policy in which the figure stands. */
export function limitOfFigure(model: Model, { within, kind }: PolicyFigure): FigureLimit | undefined {
  const declared = declarationOf(within);
  if (declared === undefined) return undefined;
  if (declared.kind === "parameter") {
    const parameter = model.parameters.get(declared.name.text);
    const above = parameter?.layers.filter(({ layer }) => layer !== model.name).at(-1);
    if (above === undefined || above.lock === "free" || (kind === "date" && parameter?.type.kind !== "date"))
      return undefined;
    return {
      says: lockSentence(above.lock, valueOf(above), layerWords(model, above.layer)),
      fixed: above.lock === "fixed",
    };
  }
  const above = standingIn(model, declared)?.replaces;
  return above?.lock === undefined || above.lock === "free"
    ? undefined
    : { says: `Fixed word for word by ${layerWords(model, above.origin.layer)}.`, fixed: true };
}

/** What the layers below may do with a figure of this policy: nothing is said of what is free. */
export function lockOnFigure(model: Model, { within }: PolicyFigure): Lock | undefined {
  const declared = declarationOf(within);
  const lock = declared === undefined ? undefined : standingIn(model, declared)?.lock;
  return lock === "free" ? undefined : lock;
}

/** The layer whose word on a declaration stands; undefined for what a model keeps under no name. */
export function layerOfFigure(model: Model, { within }: PolicyFigure): string | undefined {
  const declared = declarationOf(within);
  return declared === undefined ? undefined : standingIn(model, declared)?.origin.layer;
}

/** The outermost statement around it that is not only a way to read the text. */
export function declarationOf(within: readonly Node[]): Node | undefined {
  return within.find(({ kind }) => kind !== "policy" && kind !== "readings" && kind !== "reading");
}

function standingIn(model: Model, declared: Node) {
  switch (declared.kind) {
    case "parameter":
      return model.parameters.get(declared.name.text);
    case "status":
      return model.statuses.get(declared.name.text);
    case "measure":
      return model.measures.get(declared.name.text);
    case "bands":
      return model.bands.get(declared.name.text);
    case "procedure":
      return model.procedures.get(declared.name.text);
    case "duty":
      return model.duties.get(declared.name.text);
    case "decision":
      return model.decisions.get(declared.name.text);
    case "act":
      return model.acts.get(declared.name.text);
    case "word":
      return model.words.get(declared.name.text);
    case "register":
      return model.registers.find(({ name }) => name === declared.name.text);
    case "coding":
      return model.codings.find(({ name }) => name === declared.name.text);
    case "code-declaration":
      return model.codes.find(({ name }) => name === declared.code.text);
    default:
      return undefined;
  }
}

function lockSentence(lock: Lock, value: string, layer: string): string {
  switch (lock) {
    case "fixed":
      return `Fixed at ${value} by ${layer}.`;
    case "may only rise":
      return `At least ${value}: by ${layer}, it may only rise.`;
    case "may only fall":
      return `At most ${value}: by ${layer}, it may only fall.`;
    case "free":
      return "";
  }
}

/** The value in force last. */
function valueOf({ history }: Pick<Parameter, "history">): string {
  const last = history.at(-1);
  return last === undefined || last.value.kind === "hole" ? "what is not said" : written(last.value.span);
}

/** `the national rules, “School attendance in England”`. */
export function layerWords({ layers }: Model, name: string): string {
  const layer = layers.find((each) => each.name === name);
  const title = `“${layer?.title ?? name}”`;
  switch (layer?.level) {
    case "nation":
      return `the national rules, ${title}`;
    case "authority":
      return `the local authority, ${title}`;
    case "trust":
      return `the trust, ${title}`;
    default:
      return title;
  }
}
