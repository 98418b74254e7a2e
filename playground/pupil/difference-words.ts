// How a difference is said, and in which order differences are read: what somebody has to do first, what is past last.

import { dayOf, sayDay } from "../../src/wording.ts";
import type { Owed, OwedState } from "../worker/pupil-protocol.ts";
import type { Difference } from "../worker/what-if-protocol.ts";
import { STATES } from "./words.ts";

const PAST: ReadonlySet<OwedState> = new Set(["done", "done-late", "not-needed"]);

/** Newly so, no longer so, or on both sides and otherwise. */
export type Turn = "newly" | "no-longer" | "otherwise";

export const TURNS: Readonly<Record<Turn, string>> = {
  newly: "Newly",
  "no-longer": "No longer",
  otherwise: "Changed",
};

export function turnOf({ before, after }: Difference): Turn {
  const [was, is] = [before !== undefined && before !== false, after !== undefined && after !== false];
  return was && is ? "otherwise" : is ? "newly" : "no-longer";
}

/** A thing that is owed on both sides in the same state, on other days, has moved. */
export function sayTurn(difference: Difference): string {
  const turn = turnOf(difference);
  const moved =
    turn === "otherwise" && difference.kind === "owed" && difference.before?.state === difference.after?.state;
  return moved ? "Moved" : TURNS[turn];
}

/** Letters, calls and what else must be done; questions; standing; and then what is over. */
export function inReadingOrder(differences: readonly Difference[]): readonly Difference[] {
  return differences.toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf(difference: Difference): number {
  switch (difference.kind) {
    case "owed":
      return isPast(difference.before) && isPast(difference.after) ? 4 : 0;
    case "question":
      // What an answer would bring is as pressing as what is owed.
      return difference.answers.length > 0 ? 0 : 1;
    case "band":
      return 2;
    case "status":
      return 3;
  }
}

/** What is certain of a pupil to whom all this comes, before the list of it. */
export function sayCertainty(differences: readonly Difference[]): string {
  const owed = differences.filter(
    (each) => each.kind === "owed" && !isPast(each.after) && each.after?.state !== "offered",
  );
  const waiting = differences.some((each) => each.kind === "question" && each.answers.length > 0);
  if (owed.length > 0) return `${owed.length === 1 ? "One thing is" : `${owed.length} things are`} to be done.`;
  return waiting
    ? "No letter is certain, and nothing else to be done: that waits for a decision."
    : "No letter, and nothing else that must be done.";
}

export function isPast(owed: Owed | undefined): boolean {
  return owed === undefined || PAST.has(owed.state);
}

/** `To do since Mon 2 Mar 2026, by Fri 6 Mar 2026`. */
export function sayOwedWhen({ state, opened, due, doneAt }: Owed): string {
  const from = `${state === "upcoming" ? "from" : "since"} ${sayDay(dayOf(opened))}`;
  const by = due === undefined ? "" : `, by ${sayDay(dayOf(due))}`;
  const done = doneAt === undefined ? "" : `, done ${sayDay(dayOf(doneAt))}`;
  return `${STATES[state]} ${from}${by}${done}`;
}

/** What a side says of it, in a few words; undefined where it is not on that side at all. */
export function saySide(difference: Difference, side: "before" | "after"): string | undefined {
  switch (difference.kind) {
    case "owed": {
      const owed = difference[side];
      return owed === undefined ? undefined : sayOwedWhen(owed);
    }
    case "band":
      return difference[side];
    case "question":
      return difference[side]
        ? `Waits for an answer by the ${difference.by === "" ? "school" : difference.by}`
        : undefined;
    case "status":
      return difference[side] ? "Holds" : undefined;
  }
}

export function keyOf(difference: Difference): string {
  switch (difference.kind) {
    case "owed":
    case "question":
      return `${difference.kind} ${difference.id}`;
    case "band":
    case "status":
      return `${difference.kind} ${difference.name}`;
  }
}
