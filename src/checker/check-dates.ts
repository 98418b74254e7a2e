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

interface DatesWritten {
  readonly from?: DateLiteral;
  readonly until?: DateLiteral;
}

export function checkDates(scope: Scope, written: DatesWritten): Days {
  const from = written.from === undefined ? undefined : readDay(scope, written.from);
  const until = written.until === undefined ? undefined : readDay(scope, written.until);
  const days = withoutUndefined({ from, until });
  reportBackwards(scope, written, days);
  return days;
}

export function reportBackwards(scope: Scope, written: DatesWritten, { from, until }: Days): void {
  if (from === undefined || until === undefined || written.until === undefined || from <= until) return;
  const args = { from: formatDay(from), until: formatDay(until) };
  scope.report(layerMessages.datesRunBackwards(args, written.until.span));
}
