// `from 2024-08-19 until 2025-07-31` → days, both included, in the right order.

import { formatDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { layerMessages } from "./diagnostics.ts";
import { readDay } from "./literals.ts";
import type { Scope } from "./scope.ts";

type DateLiteral = Extract<Ast.Literal, { kind: "date" }>;

export interface Days {
  readonly from?: Day;
  readonly until?: Day;
}

export function checkDates(scope: Scope, dates: { readonly from?: DateLiteral; readonly until?: DateLiteral }): Days {
  const from = dates.from === undefined ? undefined : readDay(scope, dates.from);
  const until = dates.until === undefined ? undefined : readDay(scope, dates.until);
  if (from !== undefined && until !== undefined && dates.until !== undefined && until < from) {
    const args = { from: formatDay(from), until: formatDay(until) };
    scope.report(layerMessages.datesRunBackwards(args, dates.until.span));
  }
  return withoutUndefined({ from, until });
}
