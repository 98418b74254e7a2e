// What would change a pupil's case: the way back by attending, what more absence would bring, and what comes next by itself.

import {
  dayOf,
  nextIfAbsent,
  nextToOpen,
  sayClauses,
  sayDay,
  sayMoment,
  sayObligation,
  statusesFromMarks,
  wayBack,
} from "../../src/index.ts";
import type { Looked } from "./pupil.ts";
import type { Ahead } from "./pupil-protocol.ts";

export function lookAhead({ case: opened }: Looked): Ahead {
  const { model } = opened.policy;
  const title = (name: string): string => opened.policy.model.statuses.get(name)?.title ?? name;
  const worse = nextIfAbsent(opened, ({ modal }) => modal === "must" || modal === "should");
  const next = nextToOpen(opened);
  return {
    back: statusesFromMarks(opened).map((name) => {
      const turn = wayBack(opened, name);
      return turn === undefined
        ? `“${title(name)}” cannot end this school year by attending alone.`
        : `Present for the next ${turn.sessions} sessions, until ${sayDay(turn.day)}, ends “${title(name)}”.`;
    }),
    worse:
      worse === undefined
        ? "No further absence this school year would open anything new."
        : `Missing the next ${worse.turn.sessions} sessions without leave, until ${sayDay(worse.turn.day)}, would open this: ${sayObligation(model, worse.obligation)}${sayClauses(worse.obligation.clauses)}.`,
    ...(worse === undefined ? {} : { worseDay: worse.turn.day }),
    next:
      next === undefined
        ? "If every session is attended and nobody does anything more, nothing new opens this school year."
        : `If every session is attended and nobody does anything more, this comes next: ${sayObligation(model, next)}, from ${sayMoment(next.opened)}${sayClauses(next.clauses)}.`,
    ...(next === undefined ? {} : { nextDay: dayOf(next.opened) }),
  };
}
