// A record and two moments → what of it became known only between them about the time before the first, and the same record as
// it would have stood then, had some of that been known in time (S7, S30).

import { arrivalKnown, entryKnown, markKnown, replaces, supersedes } from "../runtime/ledger.ts";
import type { News } from "../runtime/ledger.ts";
import type { Timing, World } from "../runtime/world.ts";
import type { Moment } from "../school/moment.ts";
import type { Arrival, LogRecord, Mark } from "../school/record.ts";
import { canonicalText } from "../support/canonical-text.ts";

/** What was taken to be so, and what is known now; of versions known in between only how many there were. */
export interface LateFact {
  /** When what stands now became known. */
  readonly known: Moment;
  /** Versions that became known after the first moment and were put right again by the second. */
  readonly between: number;
  readonly change:
    | { readonly kind: "mark"; readonly was: Mark | undefined; readonly is: Mark }
    | { readonly kind: "act"; readonly was: LogRecord | undefined; readonly is: LogRecord }
    | { readonly kind: "arrival"; readonly is: Arrival };
}

/** `then` is the moment of the decision, `now` the moment up to which later knowledge counts: what is known later is not known. */
export interface Interval {
  readonly then: Moment;
  readonly now: Moment;
}

/** In the order in which it became known. A record that says again what was known then is no late fact. */
export function lateFactsOf(news: News, world: World, timing: Timing, interval: Interval): readonly LateFact[] {
  return [...lateMarks(news, world, timing, interval), ...lateActs(news, interval), ...lateArrivals(news, interval)]
    .map((fact, place) => ({ fact, place }))
    .toSorted((a, b) => a.fact.known - b.fact.known || a.place - b.place)
    .map(({ fact }) => fact);
}

function lateMarks({ marks }: News, world: World, timing: Timing, { then, now }: Interval): readonly LateFact[] {
  const late: LateFact[] = [];
  for (const versions of Map.groupBy(marks, sessionKey).values()) {
    const [mark] = versions;
    const session = mark === undefined ? -1 : world.calendar.sessionOrdinal(mark.day, mark.half);
    // What happens in a session is not known before its register closes, whoever looks back.
    if (session < 0 || timing.closesAt(session) > then) continue;
    const standing = (cut: Moment): Mark | undefined =>
      versions
        .filter((each) => markKnown(world, timing, each) <= cut)
        .reduce<Mark | undefined>(
          (best, each) => (best === undefined || supersedes(world, timing, each, best) ? each : best),
          undefined,
        );
    const [was, is] = [standing(then), standing(now)];
    if (is === undefined || is === was || (was !== undefined && saysOfMark(was) === saysOfMark(is))) continue;
    const known = markKnown(world, timing, is);
    const between = versions.filter((each) => isBetween(markKnown(world, timing, each), then, known)).length;
    late.push({ known, between, change: { kind: "mark", was, is } });
  }
  return late;
}

function lateActs({ log }: News, { then, now }: Interval): readonly LateFact[] {
  const late: LateFact[] = [];
  for (const versions of Map.groupBy(log, ({ id }) => id).values()) {
    const standing = (cut: Moment): LogRecord | undefined =>
      versions
        .filter((each) => entryKnown(each) <= cut)
        .reduce<LogRecord | undefined>(
          (best, each) => (best === undefined || replaces(each, best) ? each : best),
          undefined,
        );
    const [was, is] = [standing(then), standing(now)];
    if (is === undefined || is === was || (was !== undefined && saysOfAct(was) === saysOfAct(is))) continue;
    if (is.happened > then && (was === undefined || was.happened > then)) continue;
    const known = entryKnown(is);
    const between = versions.filter((each) => isBetween(entryKnown(each), then, known)).length;
    late.push({ known, between, change: { kind: "act", was, is } });
  }
  return late;
}

/** Somebody who signed in has no earlier version: each such record is one more. */
function lateArrivals({ arrivals }: News, { then, now }: Interval): readonly LateFact[] {
  return arrivals
    .filter((arrival) => arrival.at <= then && arrivalKnown(arrival) > then && arrivalKnown(arrival) <= now)
    .map((is) => ({ known: arrivalKnown(is), between: 0, change: { kind: "arrival", is } }));
}

function isBetween(known: Moment, then: Moment, last: Moment): boolean {
  return known > then && known < last;
}

function sessionKey({ day, half }: Mark): string {
  return `${day} ${half}`;
}

/** What a mark says, whenever it became known and wherever it was read. */
function saysOfMark({ known: _known, source: _source, ...mark }: Mark): string {
  return canonicalText(mark);
}

function saysOfAct({ known: _known, source: _source, ...act }: LogRecord): string {
  return canonicalText(act);
}

/**
 * The news of a decision as it would have been, had these late facts been known when they happened. Everything else is as it
 * became known; what became known after the decision must still be left out by whoever decides.
 */
export function hadTheyBeenKnown<T extends News>(news: T, facts: readonly LateFact[]): T {
  const sessions = new Set<string>();
  const acts = new Set<string>();
  for (const { change } of facts) {
    if (change.kind === "mark") sessions.add(sessionKey(change.is));
    if (change.kind === "act") acts.add(change.is.id);
  }
  const known = facts.map(({ change }) => change);
  return {
    ...news,
    marks: [
      ...news.marks.filter((mark) => !sessions.has(sessionKey(mark))),
      ...known.flatMap((change) => (change.kind === "mark" ? [inTime(change.is)] : [])),
    ],
    log: [
      ...news.log.filter(({ id }) => !acts.has(id)),
      ...known.flatMap((change) => (change.kind === "act" ? [inTime(change.is)] : [])),
    ],
    arrivals: [...news.arrivals, ...known.flatMap((change) => (change.kind === "arrival" ? [inTime(change.is)] : []))],
  };
}

function inTime<T extends { readonly known?: Moment }>({ known: _known, ...fact }: T): Omit<T, "known"> {
  return fact;
}
