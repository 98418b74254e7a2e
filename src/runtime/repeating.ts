// What repeats: each school day, every so often, each time something happens, as many times as the cap allows (S25).

import { dayOf, momentOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { PeriodUnit } from "../school/periods.ts";
import type { Context } from "./context.ts";
import { holdsNow, holdsUntil } from "./horizon.ts";
import { isClosed } from "./life.ts";
import type { Host, Life, Repeating } from "./life.ts";
import { counted } from "./moments.ts";
import { runThreads } from "./threads.ts";

export function repeat(life: Life, context: Context, host: Host): void {
  if (isClosed(life.instance, context.now)) return;
  for (const repeating of life.repeating) {
    const { cadence } = repeating.op;
    if (repeating.over || cadence.kind === "each-time") continue;
    if (cadence.kind === "each-school-day") {
      holdsNow(context);
      if (repeating.times.some((time) => dayOf(time) === dayOf(context.now)) || !absentToday(life, context)) continue;
      occur(life, repeating, context, host);
      continue;
    }
    if (cadence.until(context) === true) {
      repeating.over = true;
      continue;
    }
    while (repeating.next !== undefined && repeating.next <= context.now) {
      const at = repeating.next;
      occur(life, repeating, context, host);
      const next = counted(cadence.length, cadence.unit, "after", () => at, "start")(context);
      const morning = next === undefined ? undefined : momentOf(dayOf(next), context.facts.timing.opens[0]);
      if (morning === undefined || morning <= at) delete repeating.next;
      else {
        repeating.next = morning;
        host.wake(morning);
      }
      life.moved = true;
    }
    if (repeating.next !== undefined) holdsUntil(context, repeating.next);
  }
}

/** A session of today belongs to the absence this lives on; for anything else, any school day will do. */
function absentToday(life: Life, context: Context): boolean {
  const { world, sessions, timing } = context.facts;
  const { from, to } = world.calendar.sessionsOn(dayOf(context.now));
  const { anchor } = life.procedure;
  for (let session = from; session < to; session++) {
    if (timing.closesAt(session) > context.now) return false;
    if (anchor.kind !== "absence" || world.members[anchor.set]?.[sessions[session] as number] === 1) return true;
  }
  return false;
}

export function occur(life: Life, repeating: Repeating, context: Context, host: Host): void {
  const { cap } = repeating.op;
  if (cap !== undefined && repeating.times.filter((time) => samePeriod(context, cap.per, time)).length >= cap.times)
    return;
  repeating.times.push(context.now);
  const times = String(repeating.times.length);
  const occurrence = repeating.within === "" ? times : `${repeating.within}.${times}`;
  life.threads.push({
    step: repeating.step,
    occurrence,
    daily: repeating.op.cadence.kind === "each-school-day",
    frames: [{ ops: repeating.op.body, next: 0 }],
    owed: [],
    since: context.now,
  });
  for (let moved = true; moved;) moved = runThreads(life, context, host);
}

function samePeriod(context: Context, unit: PeriodUnit | "day", time: Moment): boolean {
  const day = dayOf(context.now);
  const span = unit === "day" ? { from: day, to: day } : context.facts.world.calendar.period(unit, day);
  return span !== undefined && dayOf(time) >= span.from && dayOf(time) <= span.to;
}
