// The gate between checking and compiling: only a model without errors becomes sound, and only a sound model can be lowered.

import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type * as Model from "./model.ts";

declare const soundness: unique symbol;

/** A model that was checked and found to mean something in every part. Nothing but {@link sound} makes one. */
export type Sound<M extends Model.Model> = M & { readonly [soundness]: true };

/** The model, if none of what was found is an error; warnings and advice do not stand in the way. */
export function sound<M extends Model.Model>(model: M, diagnostics: readonly Diagnostic[]): Sound<M> | undefined {
  return hasErrors(diagnostics) ? undefined : (model as Sound<M>);
}
