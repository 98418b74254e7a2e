// Conditions on how things stand: steps, arrivals, judgements, switches, and one moment set against another (S28, S29).

import type { Moment } from "../school/moment.ts";
import { holdsAt } from "../units/edge.ts";
import type { Edge } from "../units/edge.ts";
import { actsInScope, unknown } from "./context.ts";
import { holdsUntil, holdsUntilNext } from "./horizon.ts";
import { ruleDay, stepLife } from "./moments.ts";
import type { Test, When } from "./program.ts";

/** An answer by a permitted role; until there is one, the question is open (S28). */
export function judged(decision: string, question: string, by: readonly string[], answer: string): Test {
  return (context) => {
    const answers = actsInScope(context, "decide", decision).filter(
      (entry) => entry.by === undefined || by.includes(entry.by),
    );
    const newest = answers.at(-1);
    return newest === undefined
      ? unknown(context, { kind: "decision", decision, question, by })
      : newest.fields["answer"] === answer;
  };
}

export function stepState(procedure: string, step: string, state: "opened" | "done" | "overdue"): Test {
  return (context) => {
    const life = stepLife(context, procedure, step);
    if (life === undefined) return false;
    // Its own states change only when it moves; a deadline passes by itself.
    if (state === "overdue" && life.due !== undefined && life.due >= context.now) holdsUntil(context, life.due + 1);
    const reached = (moment: Moment | undefined): boolean => moment !== undefined && moment <= context.now;
    if (state !== "overdue") return reached(life[state]);
    return reached(life.opened) && !reached(life.done) && life.due !== undefined && life.due < context.now;
  };
}

/** The pupil came through the door today, on the right side of the time. */
export function arrived(edge?: Edge, moment?: When): Test {
  return (context) => {
    const onTheDay = context.facts.arrivals.get(ruleDay(context)) ?? [];
    holdsUntilNext(context, onTheDay, ({ at }) => at);
    const arrivals = onTheDay.filter((entry) => entry.at <= context.now);
    if (edge === undefined || moment === undefined) return arrivals.length > 0;
    const limit = moment(context);
    if (limit === undefined) return undefined;
    return arrivals.some((entry) => holdsAt(edge, entry.at < limit ? -1 : entry.at > limit ? 1 : 0));
  };
}

export function momentsCompare(left: When, edge: Edge, right: When): Test {
  return (context) => {
    const [a, b] = [left(context), right(context)];
    return a === undefined || b === undefined ? undefined : holdsAt(edge, a < b ? -1 : a > b ? 1 : 0);
  };
}

/** From one event until another: on while the newest of the two is the first. It is the pupil's, whoever asks: acts of all time count. */
export function switched(from: When, until?: When): Test {
  return (asking) => {
    const { instance } = asking;
    const scopeFrom = Number.NEGATIVE_INFINITY;
    const context = instance === undefined ? asking : { ...asking, instance: { ...instance, scopeFrom } };
    const on = from(context);
    const off = until?.(context);
    return on !== undefined && (off === undefined || off < on);
  };
}
