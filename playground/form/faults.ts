// What keeps a figure from standing as it is: what was typed is none, or the compiler refuses it.

import type { OwnField } from "../worker/form-protocol.ts";
import type { Problem } from "../worker/protocol.ts";
import { problemsOf } from "./form-shape.ts";

export interface Fault {
  readonly field: OwnField;
  readonly says: string;
  /** Seen by the form itself, so that the policy knows nothing of it. */
  readonly ours: boolean;
}

/** In the order of the fields; `drafts` is what was typed and is no figure, by the field's id. */
export function faultsOf(
  fields: readonly OwnField[],
  drafts: ReadonlyMap<string, { readonly says: string }>,
  problems: readonly Problem[],
): readonly Fault[] {
  return fields.flatMap((field): readonly Fault[] => {
    const draft = drafts.get(field.id);
    if (draft !== undefined) return [{ field, says: draft.says, ours: true }];
    return problemsOf(field, problems)
      .filter(({ severity }) => severity === "error")
      .map(({ message }) => ({ field, says: message, ours: false }));
  });
}
