// Tries one policy after another on a thread of its own until it is time, and tells of each. What differed is made small before it
// is told. Modules that were loaded stay in memory, so a thread tries so many and no more; whoever started it starts another.

import { parentPort, workerData } from "node:worker_threads";
import { writeCase } from "../conformance/write-case.ts";
import { shrink } from "./shrink.ts";
import { tryPolicy } from "./try-policy.ts";
import type { Size } from "./try-policy.ts";

export interface Order {
  /** The first policy's seed, and how far it is to the next. */
  readonly first: number;
  readonly step: number;
  readonly policies: number;
  readonly size: Size;
  /** By the clock of this process, in milliseconds. */
  readonly until: number;
}

export type Report =
  | {
      readonly kind: "tried";
      readonly sound: boolean;
      readonly cases: number;
      readonly tally: readonly (readonly [string, number])[];
    }
  | { readonly kind: "differed"; readonly seed: number; readonly text: string }
  | { readonly kind: "done"; readonly next: number };

const order = workerData as Order;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port is no window and has no origin
const tell = (report: Report): void => parentPort?.postMessage(report);

let seed = order.first;
for (let tried = 0; tried < order.policies && Date.now() < order.until; tried++, seed += order.step) {
  const tally = new Map<string, number>();
  const { sound, cases, mismatch } = await tryPolicy(seed, order.size, tally);
  tell({ kind: "tried", sound, cases, tally: [...tally] });
  if (mismatch !== undefined) {
    const small = await shrink(mismatch);
    tell({
      kind: "differed",
      seed,
      text: await writeCase({ ...small, moments: [small.asOf] }, `${small.form.name}: ${small.difference}`),
    });
  }
}
tell({ kind: "done", next: seed });
