// A coding table: which code a reason becomes. The first row that applies counts, so `otherwise` can only be the last.

import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkCode } from "./check-code-names.ts";
import { checkCondition } from "./check-conditions.ts";
import { ruleMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import { namedOf } from "./named.ts";
import { about, aboutPart, chosenIn, originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";

export function checkCoding(outer: Scope, coding: Ast.Coding): Model.Coding {
  const scope = about(outer, coding.name.text, `the coding \`${coding.name.text}\``, coding);
  const rows = chosenIn(scope, coding.rows);
  reportAfterOtherwise(scope, rows);
  const checked = rows.map((row) =>
    checkRow(aboutPart(scope, row.code.text.toLowerCase(), `the row ${row.code.text}`, row), row),
  );
  return { ...namedOf(scope, coding), rows: checked.filter((row) => row !== undefined) };
}

function checkRow(scope: Scope, row: Ast.CodingRow): Model.CodingRow | undefined {
  const known = checkCode(scope, row.code);
  const when = row.when === undefined ? undefined : checkCondition(scope, row.when);
  if (!known || (row.when !== undefined && when === undefined)) return undefined;
  return withoutUndefined({ code: row.code.text, when, origin: originOf(scope, row) });
}

interface Row {
  readonly when?: Ast.Condition;
  readonly span: Ast.Words["span"];
}

/** Also for the rows of a measure. */
export function reportAfterOtherwise(scope: Scope, rows: readonly Row[]): void {
  const otherwise = rows.findIndex((row) => row.when === undefined);
  const next = rows[otherwise + 1];
  const last = rows[otherwise];
  if (last === undefined || next === undefined) return;
  const labels = [{ span: last.span, text: "this row takes everything that is left" }];
  scope.report(ruleMessages.otherwiseNotLast({}, next.span, { labels }));
}
