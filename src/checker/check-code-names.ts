// Register codes used in a rule → the same codes, once it is known that they exist on some date.

import { suggestName } from "../diagnostics/did-you-mean.ts";
import type * as Ast from "../syntax/ast.ts";
import { nameMessages } from "./diagnostics.ts";
import type { Scope } from "./scope.ts";
import { replaceFixes } from "./suggestions.ts";

export function checkCodes(scope: Scope, codes: readonly Ast.Code[]): readonly string[] {
  return codes.filter((code) => checkCode(scope, code)).map((code) => code.text);
}

export function checkCode(scope: Scope, code: Ast.Code): boolean {
  const known = scope.names.codes;
  if (known.has(code.text)) return true;
  const suggestion = suggestName(code.text, known.keys(), "codes");
  const fixes = replaceFixes(code.span, code.text, known.keys());
  scope.report(nameMessages.unknownName({ what: "register code", name: code.text, suggestion }, code.span, { fixes }));
  return false;
}
