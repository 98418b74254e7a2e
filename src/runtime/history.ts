// Facts as they became known → the replay of what is known now, and what that overturned (S30).

import type { Moment } from "../school/moment.ts";
import type { LateRecord } from "./dossier.ts";
import { openRun, replayOf, runTo } from "./engine.ts";
import type { OpenedAt, Replay, Run, SubjectKind } from "./engine.ts";
import type { Facts } from "./facts.ts";
import { toObligation } from "./obligations.ts";
import type { Owed } from "./obligations.ts";
import type { Overturned } from "./outcome.ts";

export interface History {
  readonly run: Run;
  /** By obligation. */
  readonly overturned: Map<string, Overturned>;
}

/**
 * Replays first what was known just before each late record, and then what it made known: an obligation that the record
 * called for opens no earlier than the record became known; one that stood already stays open from when it did, and one
 * that the record took away is overturned by it.
 */
export function historyOf(
  subject: SubjectKind,
  late: readonly LateRecord[],
  asOf: Moment,
  factsAt: (moment: Moment) => Facts,
): History {
  const cuts = [...new Set(late.map(({ known }) => known))];
  const overturned = new Map<string, Overturned>();
  const replay = (moment: Moment, openedAt: OpenedAt): Run => {
    const run = openRun(factsAt(moment), subject, openedAt);
    runTo(run, moment);
    return run;
  };
  const first = cuts[0] === undefined ? asOf : cuts[0] - 1;
  let run = replay(first, (_id, moment) => moment);
  let earlier = owedIn(replayOf(run, first));
  cuts.forEach((known, index) => {
    const moment = (cuts[index + 1] ?? asOf + 1) - 1;
    const stood = earlier;
    run = replay(
      moment,
      openedOnceKnown(known, (id) => stood.get(id)?.owed.opened),
    );
    earlier = owedIn(replayOf(run, moment));
    for (const id of earlier.keys()) overturned.delete(id);
    const news = late.filter((entry) => entry.known === known);
    for (const [id, was] of stood) {
      if (earlier.has(id)) continue;
      const obligation = toObligation(was.owed, was.context);
      overturned.set(id, { obligation, by: namedBy(news, obligation.instance), known });
    }
  });
  return { run, overturned };
}

/** Nobody is late for what they could not know (S30). */
export function openedOnceKnown(known: Moment, stood: (id: string) => Moment | undefined): OpenedAt {
  return (id, moment) => Math.max(moment, stood(id) ?? known);
}

/** Which of all that became known at one moment: what is of the very mark or record that is lived on, else the first of them. */
export function namedBy(news: readonly LateRecord[], instance: string): string {
  const own = news.find(({ what }) => what === instance || what.startsWith(`${instance} became `));
  return (own ?? news[0])?.what ?? "";
}

/** Something owed, as it was known then. */
interface Was {
  readonly owed: Owed;
  readonly context: Replay["context"];
}

function owedIn({ lives, context }: Replay): ReadonlyMap<string, Was> {
  return new Map(lives.flatMap(({ owed }) => owed.map((one) => [one.id, { owed: one, context }])));
}
