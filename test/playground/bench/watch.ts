// A page → the page with a watch on it: when keys and the pointer came, what was asked of the workers, and when the answer had
// been shown. It changes nothing of what the page does.

import type { Page } from "playwright-core";

export interface Watched {
  /** Milliseconds since the page was opened. */
  readonly keys: readonly number[];
  readonly moves: readonly number[];
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly kind: string;
  readonly asked: number;
  readonly heard: number;
  /** When all that follows from it had been done. */
  readonly shown: number;
}

/** To be called before the page is opened. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { keys: [] as number[], moves: [] as number[], answers: [] as unknown[] };
    Object.assign(globalThis, { seen });
    addEventListener("keydown", ({ timeStamp }) => seen.keys.push(timeStamp), { capture: true });
    addEventListener("pointermove", ({ timeStamp }) => seen.moves.push(timeStamp), { capture: true });
    const Plain = globalThis.Worker;
    globalThis.Worker = class extends Plain {
      readonly asked = new Map<number, { readonly kind: string; readonly asked: number }>();

      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener("message", ({ data }: MessageEvent<{ readonly id: number }>) => {
          const question = "progress" in data ? undefined : this.asked.get(data.id);
          if (question === undefined) return;
          const heard = performance.now();
          // A further task comes after everything that hearing the answer set off.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", () => seen.answers.push({ ...question, heard, shown: performance.now() }));
          port1.start();
          port2.postMessage(null);
        });
      }

      override postMessage(message: { readonly id?: number; readonly kind?: string }): void {
        const { id, kind } = message;
        if (id !== undefined && kind !== undefined) this.asked.set(id, { kind, asked: performance.now() });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of this page alone
        super.postMessage(message);
      }
    };
  });
}

export function watched(page: Page): Promise<Watched> {
  return page.evaluate(() => (globalThis as unknown as { readonly seen: Watched }).seen);
}

/** Forgets what was seen so far. */
export async function forget(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { seen } = globalThis as unknown as {
      readonly seen: { keys: unknown[]; moves: unknown[]; answers: unknown[] };
    };
    seen.keys.length = 0;
    seen.moves.length = 0;
    seen.answers.length = 0;
  });
}

/** For each time how long after it the first answer was shown that was asked for since then and is of such a kind. */
export function delays(
  times: readonly number[],
  answers: readonly Answer[],
  kinds: readonly string[],
): readonly number[] {
  return times.flatMap((time) => answersTo(time, answers, kinds).map(({ shown }) => shown - time));
}

/** Of what that is made up: until it was asked for, in the worker or waiting for it, and until it was shown. */
export function stagesOf(
  times: readonly number[],
  answers: readonly Answer[],
  kinds: readonly string[],
): readonly [asking: readonly number[], working: readonly number[], showing: readonly number[]] {
  const found = times.flatMap((time) => answersTo(time, answers, kinds).map((answer) => ({ time, ...answer })));
  return [
    found.map(({ time, asked }) => asked - time),
    found.map(({ asked, heard }) => heard - asked),
    found.map(({ heard, shown }) => shown - heard),
  ];
}

function answersTo(time: number, answers: readonly Answer[], kinds: readonly string[]): readonly Answer[] {
  return answers.filter(({ kind, asked }) => kinds.includes(kind) && asked >= time).slice(0, 1);
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
