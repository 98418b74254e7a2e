// Measures: a named figure, or a table whose first row that applies gives it. All rows are of one unit.

import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkAnchor } from "./check-anchors.ts";
import { reportAfterOtherwise } from "./check-codings.ts";
import { checkCondition } from "./check-conditions.ts";
import { checkValue } from "./check-values.ts";
import { reportRowsDiffer } from "./match-types.ts";
import type * as Model from "./model.ts";
import { namedOf } from "./named.ts";
import { about, originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { NUMBER, sameType } from "./value-types.ts";

export function checkMeasure(outer: Scope, measure: Ast.Measure): Model.Measure {
  const name = measure.name.text;
  const plain = about(outer, name, `the measure \`${name}\``, measure);
  const anchor = measure.anchor === undefined ? undefined : checkAnchor(plain, measure.anchor);
  const scope = anchor === undefined ? plain : { ...plain, anchor };
  const type = scope.names.measures.get(name)?.type() ?? NUMBER;
  reportAfterOtherwise(scope, measure.rows);
  const rows = measure.rows.map((row) => checkRow(scope, name, row, type));
  return withoutUndefined({
    ...namedOf(scope, measure),
    type,
    anchor,
    rows: rows.filter((row) => row !== undefined),
  });
}

type Row = Model.Measure["rows"][number];

function checkRow(scope: Scope, name: string, row: Ast.MeasureRow, type: Model.ValueType): Row | undefined {
  const typed = checkValue(scope, row.value, { part: "value", what: `what \`${name}\` is` });
  const when = row.when === undefined ? undefined : checkCondition(scope, row.when);
  if (typed === undefined || (row.when !== undefined && when === undefined)) return undefined;
  if (typed.type !== undefined && !sameType(typed.type, type)) {
    reportRowsDiffer(scope, `\`${name}\``, type, typed);
    return undefined;
  }
  return withoutUndefined({ value: typed.value, when, origin: originOf(scope, row) });
}
