// How far a long job is, drawn over and over on one line for whoever watches; silent for everyone else.

import type { Terminal } from "./terminal.ts";

export interface Progress {
  readonly at: (done: number, all: number) => void;
  /** Wipes the line. */
  readonly end: () => void;
}

const BAR = 24;
const EVERY = 80;

/** `what` completes "Reading …", such as `evaluating pupils`. */
export function makeProgress(terminal: Terminal, what: string): Progress {
  if (!terminal.watched) return { at: () => undefined, end: () => undefined };
  const began = terminal.clock();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    at: (done, all) => {
      const now = terminal.clock();
      if (now - drawn < EVERY || all === 0) return;
      drawn = now;
      const full = Math.floor((BAR * done) / all);
      const left = done === 0 ? "" : `, ${Math.ceil(((now - began) * (all - done)) / done / 1000)} s left`;
      terminal.say(`\r\u001B[K${"█".repeat(full)}${"░".repeat(BAR - full)} ${what}: ${done} of ${all}${left}`);
    },
    end: () => {
      if (drawn !== Number.NEGATIVE_INFINITY) terminal.say("\r\u001B[K");
    },
  };
}
