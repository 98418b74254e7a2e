// Named values with their history: `£60 until 2024-08-18, £80 from 2024-08-19` → one value for every date that is said.

import { formatDay } from "../school/day.ts";
import type * as Ast from "../syntax/ast.ts";
import { datesOverlap, laterStart } from "./check-code-declarations.ts";
import { checkDates, reportBackwards } from "./check-dates.ts";
import { checkValue } from "./check-values.ts";
import { layerMessages, unitMessages } from "./diagnostics.ts";
import { reportRowsDiffer } from "./match-types.ts";
import type * as Model from "./model.ts";
import { titleFrom } from "./named.ts";
import { about, originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { wordsOf } from "./typed.ts";
import type { Typed } from "./typed.ts";
import { sameType } from "./value-types.ts";

export function checkParameter(outer: Scope, parameter: Ast.Parameter, above?: Model.Parameter): Model.Parameter {
  const name = parameter.name.text;
  const scope = about(outer, name, `the parameter \`${name}\``, parameter);
  const type = scope.names.parameters.get(name)?.type() ?? { kind: "text" };
  const history = checkHistory(scope, parameter, type);
  checkLockable(scope, parameter, type);
  const lock = parameter.lock?.value ?? above?.lock ?? "free";
  const stricter = stricterBy[lock] ?? above?.stricter;
  const layer = { layer: scope.layer, history, lock, span: parameter.span };
  return {
    name,
    title: titleFrom(name),
    origin: originOf(scope, parameter),
    type,
    history,
    lock,
    ...(stricter === undefined ? {} : { stricter }),
    layers: [...(above?.layers ?? []), layer],
  };
}

const stricterBy: Readonly<Partial<Record<Model.Lock, "higher" | "lower">>> = {
  "may only rise": "higher",
  "may only fall": "lower",
};

/** A value without a beginning starts on the day after the one before it ends. */
function checkHistory(scope: Scope, parameter: Ast.Parameter, type: Model.ValueType): readonly Model.DatedValue[] {
  const history: Model.DatedValue[] = [];
  for (const dated of parameter.values) {
    const what = `the value of \`${parameter.name.text}\``;
    const typed = checkValue(scope, dated.value, { part: "value", what });
    const before = history.at(-1)?.until;
    const said = checkDates(scope, dated);
    const dates = said.from === undefined && before !== undefined ? { from: before + 1, ...said } : said;
    if (said.from === undefined) reportBackwards(scope, dated, dates);
    if (typed === undefined || !fitsType(scope, parameter, typed, type)) continue;
    const entry = { value: typed.value, ...dates };
    const clash = history.find((other) => datesOverlap(other, entry));
    if (clash !== undefined) reportOverlap(scope, parameter, dated, laterStart(clash, entry));
    history.push(entry);
  }
  return history;
}

function fitsType(scope: Scope, parameter: Ast.Parameter, typed: Typed, type: Model.ValueType): boolean {
  if (!isSetting(typed.value)) {
    const use = "a parameter is one value for all pupils";
    const hint = "Declare it as a measure: `measure … is …`.";
    scope.report(unitMessages.unitDoesNotFit({ unit: `\`${wordsOf(typed)}\``, use, hint }, typed.span));
    return false;
  }
  if (typed.type === undefined || sameType(typed.type, type)) return true;
  reportRowsDiffer(scope, `\`${parameter.name.text}\``, type, typed);
  return false;
}

function isSetting({ kind }: Model.Value): boolean {
  return kind === "constant" || kind === "parameter" || kind === "hole";
}

function reportOverlap(scope: Scope, parameter: Ast.Parameter, dated: Ast.Dated, day: number | undefined): void {
  const args = {
    what: "values",
    name: `\`${parameter.name.text}\``,
    day: day === undefined ? "every day" : formatDay(day),
  };
  scope.report(layerMessages.datesOverlap(args, dated.span));
}

function checkLockable(scope: Scope, { lock, values }: Ast.Parameter, type: Model.ValueType): void {
  if (lock === undefined || lock.value === "fixed" || lock.value === "free") return;
  if (type.kind !== "text" || values.every(({ value }) => value.kind === "unspecified")) return;
  scope.report(layerMessages.lockNeedsOrder({ lock: lock.value, what: "a text" }, lock.span));
}
