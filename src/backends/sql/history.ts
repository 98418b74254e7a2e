// A value that changes with dates → which of its versions is in force for whoever asks (S15).

import type { Call } from "../../ir/ir.ts";
import type { Day } from "../../school/day.ts";
import { dayOfMoment } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { all, binary, isNull, when, whole } from "./sql.ts";
import type { Expr } from "./sql.ts";

interface Version {
  readonly read: Call;
  readonly from?: Day;
  readonly until?: Day;
}

/** The versions in order; the first whose dates hold is in force. */
export function historyOf(
  versions: readonly Version[],
  scope: Scope,
): readonly { readonly when: Expr; readonly read: Call }[] {
  const day = rulesOf(scope);
  return versions.map(({ read, from, until }) => ({
    read,
    when: all(
      ...(from === undefined ? [] : [binary(day, ">=", whole(from))]),
      ...(until === undefined ? [] : [binary(day, "<=", whole(until))]),
    ),
  }));
}

/** The day on which the instance started, and until it has, today. */
function rulesOf({ started, today }: Scope): Expr {
  return started === undefined ? today : when(isNull(started), today, dayOfMoment(started));
}
