// Long work in the worker, done a little at a time: in between it says how far it is, and hears whether it is still wanted.

import type { Progress } from "./protocol.ts";

export interface Work {
  readonly tell: (progress: Progress) => void;
  /** Lets messages in; rejects once nobody wants the answer any more. */
  readonly breathe: () => Promise<void>;
}

/** Milliseconds of work without looking up. */
const SLICE = 12;
/** Milliseconds between one telling and the next. */
const TELLING = 100;

export interface Steps<T> {
  readonly next: () => IteratorResult<number, T>;
}

/** Follows work that yields how many of `all` are done. */
export async function follow<T>(work: Work, what: string, all: number, steps: Steps<T>): Promise<T> {
  let [breathed, told] = [performance.now(), performance.now()];
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    const now = performance.now();
    if (now - breathed < SLICE) continue;
    if (now - told >= TELLING) {
      work.tell({ what, done: step.value, all });
      told = now;
    }
    await work.breathe();
    breathed = performance.now();
  }
}
