// A replay under way ⇄ the place where it stood at a moment, to go back to when something becomes known of what came after.

import type { Day } from "../school/day.ts";
import type { Moment } from "../school/moment.ts";
import type { LogRecord } from "../school/record.ts";
import type { Left, Run } from "./engine.ts";
import { keepLife, restoreLife } from "./keep-life.ts";
import type { KeptLife } from "./keep-life.ts";
import type { Life } from "./life.ts";
import type { Owed } from "./obligations.ts";
import type { Procedure } from "./program.ts";

export interface Checkpoint {
  readonly at: Moment;
  /** What nothing can change any more is shared with the replay; the others are kept as they were, by their place. */
  readonly lives: readonly Life[];
  readonly kept: ReadonlyMap<number, KeptLife>;
  readonly woken: readonly Moment[];
  readonly nextBirth: Day;
}

export function checkpointOf({ lives, live, queue, nursery }: Run, at: Moment): Checkpoint {
  const changing = new Set(live);
  const kept = new Map<number, KeptLife>();
  lives.forEach((life, place) => {
    if (changing.has(life)) kept.set(place, keepLife(life));
  });
  return { at, lives: [...lives], kept, woken: [...queue.woken], nextBirth: nursery.nextBirth };
}

/** The place to take a replay up from: the same checkpoint can be gone back to again. */
export function leftAt(
  { at, lives, kept, woken, nextBirth }: Checkpoint,
  procedureOf: (name: string) => Procedure,
  recordOf: (id: string) => LogRecord,
): Left {
  const restored = lives.map((life, place) => {
    const was = kept.get(place);
    return was === undefined ? life : restoreLife(was, procedureOf, recordOf);
  });
  return { at, lives: restored, woken, nextBirth };
}

/** What a replay came to owe after a checkpoint that it went through, or from its beginning. */
export function owedSince({ lives }: Run, checkpoint: Checkpoint | undefined): readonly Owed[] {
  return lives.flatMap(({ owed }, place) => {
    const before = checkpoint?.kept.get(place)?.owed ?? checkpoint?.lives[place]?.owed;
    return owed.slice(before?.length ?? 0);
  });
}
