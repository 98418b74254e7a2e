// A policy and a calendar → its query, with what it leaves out shown at its place in the policy.

import { renderInGroups, summariseDiagnostics } from "../index.ts";
import type { Calendar, Day } from "../index.ts";
import { leftOut, registerPart, sqlFor } from "../sql.ts";
import type { DialectName, Sql } from "../sql.ts";
import type { ReadyPolicy } from "./open-policy.ts";
import type { Terminal } from "./terminal.ts";

export interface Asked {
  readonly policy: ReadyPolicy;
  readonly calendar: Calendar;
  readonly asOf: Day;
  readonly dialect: DialectName;
  readonly settings: boolean;
}

export function queryOf({ policy, calendar, asOf, dialect, settings }: Asked): Sql {
  const { part, beyond } = registerPart(policy.ir);
  return sqlFor({ part, whole: { ir: policy.ir, beyond }, calendar, asOf, dialect, inputs: { settings } });
}

/** Says of everything that the query leaves out where it stands and why, what is of one kind together. */
export function sayLeftOut({ refused }: Sql, policy: ReadyPolicy, terminal: Terminal): void {
  const { beyond } = registerPart(policy.ir);
  const told = leftOut({ refused, beyond }, policy);
  if (told.length === 0) return;
  const blocks = renderInGroups(told, { colour: terminal.colour.remarks, width: terminal.width });
  terminal.say(`${[...blocks, summariseDiagnostics(told)].join("\n\n")}\n`);
}
