// Register codes → dated versions with their category. A code may stand several times as long as its dates do not overlap.

import { formatDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkDates } from "./check-dates.ts";
import { layerMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import { lockOf } from "./named.ts";
import { originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { reportUnknownName } from "./unknown-names.ts";

const categories: readonly Model.Category[] = [
  "attending",
  "approved",
  "authorised",
  "unauthorised",
  "not-possible",
  "administrative",
];

/** The law's two codes for a late pupil: before the register closed, and after. */
const lateCodes: ReadonlySet<string> = new Set(["L", "U"]);

export function checkCodeDeclarations(
  scope: Scope,
  declarations: readonly Ast.CodeDeclaration[],
): readonly Model.RegisterCode[] {
  const codes: Model.RegisterCode[] = [];
  for (const declaration of declarations) {
    const code = checkCodeDeclaration(scope, declaration);
    if (code === undefined) continue;
    reportOverlap(scope, declaration, code, codes);
    codes.push(code);
  }
  return codes;
}

function checkCodeDeclaration(scope: Scope, declaration: Ast.CodeDeclaration): Model.RegisterCode | undefined {
  const category = categories.find((each) => each === declaration.category.text);
  const dates = checkDates(scope, declaration);
  if (category === undefined) {
    return reportUnknownName(scope, "category", declaration.category, categories);
  }
  return {
    name: declaration.code.text,
    title: declaration.title.text,
    origin: originOf(scope, declaration),
    ...lockOf(scope, declaration),
    category,
    onSite: declaration.onSite,
    late: lateCodes.has(declaration.code.text),
    ...dates,
  };
}

function reportOverlap(
  scope: Scope,
  declaration: Ast.CodeDeclaration,
  code: Model.RegisterCode,
  others: readonly Model.RegisterCode[],
): void {
  const other = others.find((each) => each.name === code.name && datesOverlap(each, code));
  if (other === undefined) return;
  const labels = [{ span: other.origin.span, text: "the other version" }];
  const day = laterStart(other, code);
  const args = {
    what: "versions",
    name: `the code ${code.name}`,
    day: day === undefined ? "every day" : formatDay(day),
  };
  scope.report(layerMessages.datesOverlap(args, declaration.code.span, { labels }));
}

interface Dated {
  readonly from?: Day;
  readonly until?: Day;
}

export function datesOverlap(a: Dated, b: Dated): boolean {
  return (a.from ?? -Infinity) <= (b.until ?? Infinity) && (b.from ?? -Infinity) <= (a.until ?? Infinity);
}

/** The first day on which both hold; undefined when neither has a beginning. */
export function laterStart(a: Dated, b: Dated): Day | undefined {
  const start = Math.max(a.from ?? -Infinity, b.from ?? -Infinity);
  return Number.isFinite(start) ? start : undefined;
}
