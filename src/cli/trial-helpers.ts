// Helpers of a trial: this process alone where there is little to do, else as many others as the computer has room for.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { tryAll } from "../index.ts";
import type { Helper, Trial, Verdict } from "../index.ts";
import type { TrialOrder } from "./open-trial.ts";
import { makeProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";
import type { Answer, Question } from "./trial-worker.ts";

/** Fewer edits than this are tried sooner than another process has started. */
const WORTH_HELP = 100;

/** Each helper holds a policy and several copies of parts of it. */
const MOST = 8;

/** Tries every edit, with progress for whoever watches. */
export async function tryWithHelp(trial: Trial, order: TrialOrder, terminal: Terminal): Promise<Verdict> {
  const progress = makeProgress(terminal, "examples and edits");
  const count = Math.min(availableParallelism(), MOST);
  const alone = trial.mutants.length < WORTH_HELP || count < 2 || order.operand === "-";
  const workers = alone ? [] : Array.from({ length: count }, () => hire(order));
  try {
    return await tryAll(trial, alone ? [trial.helper] : workers.map(({ helper }) => helper), progress.at);
  } finally {
    progress.end();
    await Promise.all(workers.map(({ worker }) => worker.terminate()));
  }
}

function hire(order: TrialOrder): { readonly worker: Worker; readonly helper: Helper } {
  const file = import.meta.url.endsWith(".ts") ? "./trial-worker.ts" : "./trial-worker.js";
  const worker = new Worker(new URL(file, import.meta.url), { workerData: order });
  const ask = <T>(question: Question, told: (done: number) => void): Promise<T> =>
    new Promise((resolve, reject) => {
      const hear = (answer: Answer): void => {
        if ("done" in answer) return told(answer.done);
        worker.off("message", hear);
        worker.off("error", reject);
        if ("fault" in answer) reject(new Error(answer.fault));
        else resolve(answer.result as T);
      };
      worker.on("message", hear);
      worker.once("error", reject);
      worker.postMessage(question, []);
    });
  return {
    worker,
    helper: {
      watch: (order_, told) => ask({ what: "watch", order: order_ }, told),
      attempt: (order_, sightings, told) => ask({ what: "attempt", order: order_, sightings }, told),
    },
  };
}
