// How acts are spoken of, and the one act that every policy has: somebody decides.

import { makeSource, wholeSpan } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import type * as Model from "./model.ts";
import type { ActName } from "./names.ts";

/** An act without words of its own is spoken of as done: `visit done`. */
export function sayingOf(act: Ast.Act): string {
  return act.saying === undefined ? `${act.name.text} done` : act.saying.text.trim().split(/\s+/).join(" ");
}

const fieldTypes: ReadonlySet<string> = new Set(["text", "date", "time", "number", "money"]);

export const fieldTypeNames: readonly string[] = [...fieldTypes];

/** Unsaid, a field holds a text. */
export function fieldTypeFrom(name: string | undefined): Model.Field["type"] | undefined {
  if (name === undefined) return "text";
  return fieldTypes.has(name) ? (name as Model.Field["type"]) : undefined;
}

const span = wholeSpan(makeSource("rollcall", "decide"));
const declared = { span, layer: "rollcall" } as const;

/** `headteacher must decide exceptional`: the answer to a decision is put on record by this act, without being declared. */
export const DECIDE: ActName = {
  ...declared,
  name: "decide",
  saying: "decided",
  fields: [{ ...declared, name: "answer", type: "text", act: "decide" }],
};
