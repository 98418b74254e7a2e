// Register codes used in a rule → the same codes, once it is known that they exist on some date.

import type * as Ast from "../syntax/ast.ts";
import type { Scope } from "./scope.ts";
import { reportUnknownName } from "./unknown-names.ts";

export function checkCodes(scope: Scope, codes: readonly Ast.Code[]): readonly string[] {
  return codes.filter((code) => checkCode(scope, code)).map((code) => code.text);
}

export function checkCode(scope: Scope, code: Ast.Code): boolean {
  const known = scope.names.codes;
  if (known.has(code.text)) return true;
  reportUnknownName(scope, "code", code, known.keys());
  return false;
}
