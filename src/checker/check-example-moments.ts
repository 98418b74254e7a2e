// Dates in examples → moments. A date alone is its last instant: facts of a day are known, and hold, at its end (S1, S7).

import { lastInstant, parseMoment } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type * as Ast from "../syntax/ast.ts";
import { noSuchDate, readDay } from "./literals.ts";
import type { Scope } from "./scope.ts";

export function checkMoment(
  scope: Scope,
  at: Extract<Ast.Literal, { kind: "date" | "date-time" }>,
): Moment | undefined {
  if (at.kind === "date") {
    const day = readDay(scope, at);
    return day === undefined ? undefined : lastInstant(day);
  }
  const moment = parseMoment(at.text.trim().replace(/\s+/, " "));
  if (moment === undefined) scope.report(noSuchDate(at.text, at.span));
  return moment;
}
