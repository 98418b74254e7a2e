// What is owed for a pupil → the documents that somebody is to hand on now. Looking at one that is there already is no reason to
// write it again.

import type * as Model from "../checker/model.ts";
import type { Obligation } from "../runtime/outcome.ts";

export interface OwedDocument {
  readonly document: Model.Document;
  readonly obligation: Obligation;
}

/** Nobody owes it: somebody may choose to. */
export function isOffered({ obligation }: OwedDocument): boolean {
  return obligation.state === "offered";
}

const HANDING_ON: ReadonlySet<string> = new Set([
  "agree",
  "draw",
  "email",
  "give",
  "hand",
  "issue",
  "offer",
  "plan",
  "post",
  "propose",
  "provide",
  "send",
  "serve",
  "share",
  "tell",
  "write",
]);

/** `serve-notice-to-improve` serves. */
export function handsOn(act: string): boolean {
  return HANDING_ON.has(act.split("-")[0] ?? "");
}

/** In the order in which they were owed, what may be done as well as what must. */
export function owedDocuments(model: Model.Model, obligations: readonly Obligation[]): readonly OwedDocument[] {
  return obligations.flatMap((obligation) => {
    if (!OPEN.has(obligation.state) || !handsOn(obligation.act)) return [];
    const name = [obligation.object, obligation.using].find((each) => each !== undefined && model.documents.has(each));
    const document = name === undefined ? undefined : model.documents.get(name);
    return document === undefined ? [] : [{ document, obligation }];
  });
}

const OPEN: ReadonlySet<Obligation["state"]> = new Set(["open", "overdue", "offered"]);
