// The page's end of the worker: a question is a promise. Of a kind that is asked again and again as somebody types, only the
// newest is answered; the others are told that they are stale.

import type { Answered, Kind, Questions } from "./protocol.ts";

/** What a question that was overtaken comes to. */
export const STALE = Symbol("stale");

interface Waiting {
  readonly kind: Kind;
  readonly settle: (answer: unknown) => void;
  readonly fail: (fault: Error) => void;
}

export interface Client {
  readonly ask: <K extends Kind>(kind: K, ask: Questions[K]["ask"]) => Promise<Questions[K]["answer"] | typeof STALE>;
}

export function makeClient(worker: Worker): Client {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let broken: Error | undefined;
  worker.addEventListener("message", ({ data }: MessageEvent<Answered>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (asked === undefined) return;
    if ("fault" in data) asked.fail(new Error(data.fault));
    else asked.settle(data.answer);
  });
  // A worker whose script cannot be loaded or stops answers nothing any more: whoever waits is told.
  worker.addEventListener("error", ({ message }) => {
    broken = new Error(message === "" || message === undefined ? "The policy's worker could not be started." : message);
    for (const { fail } of waiting.values()) fail(broken);
    waiting.clear();
  });
  return {
    ask: (kind, ask) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) {
          reject(broken);
          return;
        }
        for (const [id, other] of waiting) {
          if (other.kind !== kind) continue;
          waiting.delete(id);
          other.settle(STALE);
        }
        last += 1;
        waiting.set(last, { kind, settle: resolve as (answer: unknown) => void, fail: reject });
        worker.postMessage({ id: last, kind, ask });
      }),
  };
}
