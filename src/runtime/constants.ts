// Values that are written in the policy: constants, parameters by date, holes, and choices between rows (S13, S15).

import type { Day } from "../school/day.ts";
import { dayOf } from "../school/moment.ts";
import { readAt, today, unknown } from "./context.ts";
import type { Context } from "./context.ts";
import { holdsBetweenDates, holdsUntil } from "./horizon.ts";
import type { Figure, Read, Test, When } from "./program.ts";

export function constant(value: Figure): Read {
  return () => value;
}

/** The value in force: on the day the rule's instance started, such as that of a notice; before it has, and without one, today (S15). */
export function dated(
  name: string,
  history: readonly { readonly read: Read; readonly from?: Day; readonly until?: Day }[],
): Read {
  return (context) => {
    const day = rulesOf(context);
    holdsBetweenDates(context, history);
    const found = history.find(
      ({ from, until }) => (from === undefined || day >= from) && (until === undefined || day <= until),
    );
    return found === undefined ? unknown(context, { kind: "hole", name }) : found.read(context);
  };
}

function rulesOf(context: Context): Day {
  const { instance } = context;
  if (instance?.started === undefined || instance.changesApplyAtOnce) return today(context);
  return dayOf(instance.started);
}

export function hole(name: string): () => undefined {
  return ((context: Context) => unknown(context, { kind: "hole", name })) as () => undefined;
}

/** The first row whose condition holds; not known while an earlier row is not. */
export function choose(rows: readonly { readonly when?: Test; readonly value: Read }[]): Read {
  return (context) => {
    for (const { when, value } of rows) {
      const holds = when === undefined ? true : when(context);
      if (holds === undefined) return undefined;
      if (holds) return value(context);
    }
    return undefined;
  };
}

/** What was read at a moment (S16); before it has come nobody knows. */
export function atMoment(read: Read, event: When): Read {
  return (context) => {
    const moment = event(context);
    if (moment === undefined || moment <= context.now)
      return moment === undefined ? undefined : readAt(context, moment, read);
    holdsUntil(context, moment);
    return unknown(context, { kind: "nothing", what: "that moment has not come yet" });
  };
}
