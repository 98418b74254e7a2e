// Notes: what a policy says without anything to decide, kept so that no clause is lost.

import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import type * as Model from "./model.ts";
import { originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";

export function checkNote(scope: Scope, note: Ast.Note): Model.Note {
  return withoutUndefined({ says: note.says.text, because: note.because?.text, origin: originOf(scope, note) });
}
