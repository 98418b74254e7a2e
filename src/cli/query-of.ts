// A policy and a calendar → its query, with what it leaves out shown at its place in the policy.

import { positionOf } from "../index.ts";
import type { Calendar, Day } from "../index.ts";
import { registerPart, sayReason, sqlFor } from "../sql.ts";
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

/** Says of everything that the query leaves out where it stands and why: what SQL cannot say first, then what others must tell. */
export function sayLeftOut({ refused }: Sql, policy: ReadyPolicy, terminal: Terminal): void {
  const { beyond } = registerPart(policy.ir);
  const lines = [
    ...refused.map(
      ({ rule, what, why }) =>
        `${placeOf(policy, rule)}: ${what} ${rule} is not in the query: SQL cannot follow ${why}.`,
    ),
    ...beyond.map(({ rule, what, why }) => `${placeOf(policy, rule)}: ${what} ${rule} ${sayReason(why, policy.ir)}.`),
  ];
  if (lines.length > 0) terminal.say(`${lines.join("\n")}\n`);
}

function placeOf({ rules }: ReadyPolicy, rule: string): string {
  const origin = rules.get(rule)?.origin;
  if (origin === undefined) return rule;
  const { line, column } = positionOf(origin.span);
  return `${origin.span.source.name}:${line}:${column}`;
}
