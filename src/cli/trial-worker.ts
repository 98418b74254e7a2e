// A second process that holds a policy and tries edits of it, asked by trial-helpers.ts.

import { parentPort, workerData } from "node:worker_threads";
import type { Helper } from "../index.ts";
import { openTrialOf } from "./open-trial.ts";
import type { TrialOrder } from "./open-trial.ts";
import type { Terminal } from "./terminal.ts";

/** What a helper is asked, and what it answers: plain data. */
export type Question =
  | { readonly what: "watch"; readonly order: Parameters<Helper["watch"]>[0] }
  | {
      readonly what: "attempt";
      readonly order: Parameters<Helper["attempt"]>[0];
      readonly sightings: Parameters<Helper["attempt"]>[1];
    };
export type Answer = { readonly done: number } | { readonly result: unknown } | { readonly fault: string };

/** Nobody reads what a worker writes: whoever hired it has shown the policy's faults already. */
const mute: Terminal = {
  write: () => undefined,
  say: () => undefined,
  colour: { results: false, remarks: false },
  width: 100,
  watched: false,
  ask: () => Promise.resolve(undefined),
  changeIn: () => Promise.resolve(false),
  readInput: () => Promise.resolve(new Uint8Array()),
  clock: () => performance.now(),
  today: () => "",
};

const helper = openTrialOf(workerData as TrialOrder, mute).then((trial) => trial?.helper);

parentPort?.on("message", (question: Question) => {
  void answer(question).then((reply) => parentPort?.postMessage(reply, []));
});

async function answer(question: Question): Promise<Answer> {
  const told = (done: number): void => parentPort?.postMessage({ done } satisfies Answer, []);
  try {
    const mine = await helper;
    if (mine === undefined) return { fault: "the policy could not be opened a second time" };
    return {
      result:
        question.what === "watch"
          ? await mine.watch(question.order, told)
          : await mine.attempt(question.order, question.sightings, told),
    };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
