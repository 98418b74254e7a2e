// How the pupil's page says marks, shares and states. For reading only: nothing is decided here.

import { sayDay } from "../../src/wording.ts";
import type { RegisterCode } from "../worker/protocol.ts";
import type { Owed, OwedState } from "../worker/pupil-protocol.ts";
import { codesOn, MISSING } from "./marks-text.ts";
import { dayOfSession } from "./year-grid.ts";
import type { SessionKey } from "./year-grid.ts";

export const CATEGORIES = [
  ["attending", "Attending"],
  ["approved", "Approved, elsewhere"],
  ["authorised", "Authorised absence"],
  ["unauthorised", "Unauthorised absence"],
  ["not-possible", "Could not attend"],
  ["administrative", "Not counted"],
] as const;

export interface ShownMark {
  readonly code: string;
  readonly means: string;
  readonly category: string;
}

/** What stands in the register for a session, told or not. */
export function markOf(session: SessionKey, told: string | undefined, codes: readonly RegisterCode[]): ShownMark {
  if (told === MISSING) return { code: MISSING, means: "no mark", category: "missing" };
  const code = told ?? (session.endsWith("AM") ? "/" : "\\");
  const known = codesOn(codes, dayOfSession(session)).find((each) => each.code === code);
  if (told === undefined) return { code, means: known?.means ?? "Present", category: "attending" };
  return { code, means: known?.means ?? "no code on this date", category: known?.category ?? "missing" };
}

export function saySession(session: SessionKey): string {
  return `${sayDay(dayOfSession(session))}, ${session.endsWith("AM") ? "morning" : "afternoon"}`;
}

/** `G on Mon 2 Mar 2026, morning`, or `G on 20 sessions, Mon … to Fri …`. */
export function sayMarked(code: string | undefined, sessions: readonly SessionKey[]): string {
  const what = code === undefined ? "Attended as usual" : code === MISSING ? "No mark" : `${code} put`;
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (first === undefined || last === undefined) return "Nothing was marked";
  return sessions.length === 1
    ? `${what} on ${saySession(first)}`
    : `${what} on ${sessions.length} sessions, ${saySession(first)} to ${saySession(last)}`;
}

/** To one place, rounded half up. */
export function sayShare({ attended, possible }: { readonly attended: number; readonly possible: number }): string {
  if (possible === 0) return "not known yet";
  const tenths = Math.floor((attended * 2000 + possible) / (2 * possible));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/** A limit as exactly as two places tell it: `95.5%`. */
export function sayLimit(n: number, d: number): string {
  return `${Number(((n * 100) / d).toFixed(2))}%`;
}

export const STATES: Readonly<Record<OwedState, string>> = {
  overdue: "Overdue",
  open: "To do",
  offered: "May be done",
  upcoming: "Still to come",
  forbidden: "Must not be done",
  "done-late": "Done late",
  done: "Done",
  "not-needed": "Not needed any more",
};

/** The same for whatever is owed again and again, session by session or day by day: it is told once, though each has its own deadline. */
export function likenessOf({ procedure, step, modal, completes: { act, object = "" } }: Owed): string {
  return [procedure, step, modal, act, object].join("/");
}

export function sayYear(year: number): string {
  return year === -1 ? "Nursery" : year === 0 ? "Reception" : `Year ${year}`;
}
