// The page's end of the worker: a question is a promise. Of a kind that is asked again and again as somebody types, only the
// newest is answered; the others are told that they are stale.

import { makeTaking } from "./handed-view.ts";
import type { Answered, Kind, Progress, Questions, Said } from "./protocol.ts";

/** What a question that was overtaken comes to. */
export const STALE = Symbol("stale");

interface Waiting {
  readonly kind: Kind;
  readonly settle: (answer: unknown) => void;
  readonly fail: (fault: Error) => void;
  readonly told: ((progress: Progress) => void) | undefined;
}

export interface Client {
  /** `told` hears how far the work is, of a question that takes long. */
  readonly ask: <K extends Kind>(
    kind: K,
    ask: Questions[K]["ask"],
    told?: (progress: Progress) => void,
  ) => Promise<Questions[K]["answer"] | typeof STALE>;
  /** Nobody wants the answer any more: it is not worked out, and whoever waits is told that it is stale. */
  readonly drop: (kind: Kind) => void;
}

export function makeClient(worker: Worker): Client {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let broken: Error | undefined;
  const taken = makeTaking();
  worker.addEventListener("message", ({ data }: MessageEvent<Answered>) => {
    // The next one leans on it, even if nobody waits for this one any more.
    const view = "view" in data ? taken(data.view) : undefined;
    const asked = waiting.get(data.id);
    if (asked === undefined) return;
    if ("progress" in data) {
      asked.told?.(data.progress);
      return;
    }
    waiting.delete(data.id);
    if ("fault" in data) asked.fail(new Error(data.fault));
    else asked.settle("view" in data ? view : data.answer);
  });
  // A worker whose script cannot be loaded or stops answers nothing any more: whoever waits is told.
  worker.addEventListener("error", ({ message }) => {
    broken = new Error(message === "" || message === undefined ? "The policy's worker could not be started." : message);
    for (const { fail } of waiting.values()) fail(broken);
    waiting.clear();
  });
  const settleOlder = (kind: Kind): boolean => {
    const older = [...waiting].filter(([, other]) => other.kind === kind);
    for (const [id, { settle }] of older) {
      waiting.delete(id);
      settle(STALE);
    }
    return older.length > 0;
  };
  const say = (said: Said): void => worker.postMessage(said);
  return {
    ask: (kind, ask, told) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) {
          reject(broken);
          return;
        }
        settleOlder(kind);
        last += 1;
        waiting.set(last, { kind, settle: resolve as (answer: unknown) => void, fail: reject, told });
        say({ id: last, kind, ask });
      }),
    drop: (kind) => {
      if (settleOlder(kind)) say({ drop: kind });
    },
  };
}
