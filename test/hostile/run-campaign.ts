// Hands cases to threads and watches them: a thread that says nothing for long is stopped in the middle of its case, which
// has then failed.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Order, Report } from "./campaign.ts";

export interface Failure {
  readonly number: number;
  readonly about: string;
  readonly complaints: readonly string[];
}

export interface Campaign {
  readonly failures: readonly Failure[];
  /** How many cases came to each stage. */
  readonly reached: ReadonlyMap<string, number>;
}

/** A case that is still busy after so long will be for ever; no computer is a hundred times busier with something else. */
const PATIENCE = 300_000;

export async function runCampaign(seed: number, cases: readonly number[]): Promise<Campaign> {
  const threads = cases.length < 1_000 ? 1 : availableParallelism();
  const shares = Array.from({ length: threads }, (_, thread) =>
    cases.filter((_case, index) => index % threads === thread),
  );
  const failures: Failure[] = [];
  const reached = new Map<string, number>();
  await Promise.all(shares.map((share) => runShare({ seed, cases: share }, failures, reached)));
  return { failures: failures.toSorted((a, b) => a.number - b.number), reached };
}

/** A thread that had to be stopped, or that broke down, is followed by another that goes on with the next case. */
async function runShare({ seed, cases }: Order, failures: Failure[], reached: Map<string, number>): Promise<void> {
  let left = cases;
  while (left.length > 0) {
    const stopped = await runThread({ seed, cases: left }, failures, reached);
    left = stopped === undefined ? [] : left.slice(left.indexOf(stopped) + 1);
  }
}

/** The number of the case in which the thread ended before its time; undefined where all were run. */
function runThread(order: Order, failures: Failure[], reached: Map<string, number>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    // The stack of a program's main thread, and memory that no policy needs.
    const limits = { stackSizeMb: 1, maxOldGenerationSizeMb: 1_500 };
    const worker = new Worker(new URL("campaign.ts", import.meta.url), {
      workerData: order,
      resourceLimits: limits,
      execArgv: [],
    });
    let current: { readonly number: number; readonly about: string } | undefined;
    let stage = "";
    let watch: NodeJS.Timeout | undefined;
    const end = (complaint: string): void => {
      clearTimeout(watch);
      if (current === undefined) return reject(new Error(complaint));
      failures.push({ ...current, complaints: [complaint] });
      void worker.terminate().then(() => resolve(current?.number));
    };
    worker.on("error", (error) => end(`it breaks the thread in ${stage}: ${String(error)}`));
    worker.on("message", (report: Report) => {
      clearTimeout(watch);
      watch = setTimeout(() => end(`it never ends in ${stage}`), PATIENCE);
      switch (report.kind) {
        case "began":
          current = report;
          stage = "";
          break;
        case "reached":
          stage = report.stage;
          reached.set(stage, (reached.get(stage) ?? 0) + 1);
          break;
        case "failed":
          failures.push(report);
          break;
        case "done":
          clearTimeout(watch);
          void worker.terminate().then(() => resolve(undefined));
          break;
      }
    });
  });
}
