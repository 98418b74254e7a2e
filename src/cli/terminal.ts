// What a command may touch of the outside: two streams, the standard input, and whether a person is watching.
// A test hands in another one; no command knows the process it runs in.

export interface Terminal {
  /** Results, and nothing else: what a pipe should carry. */
  readonly write: (text: string) => void;
  /** Everything that is no result: complaints, progress, hints. */
  readonly say: (text: string) => void;
  /** Whether results, and what is said beside them, may be coloured. */
  readonly colour: { readonly results: boolean; readonly remarks: boolean };
  /** Columns that text is wrapped to. */
  readonly width: number;
  /** Whether somebody watches what is said, so that a line may be drawn over. */
  readonly watched: boolean;
  /** The whole of the standard input. */
  readonly readInput: () => Promise<Uint8Array>;
  /** Shows a question and gives the line typed after it; undefined once there is no more input. */
  readonly ask: (question: string) => Promise<string | undefined>;
  /** Waits until a file in one of the folders is saved; false when the watch is to end instead. */
  readonly changeIn: (folders: readonly string[]) => Promise<boolean>;
  /** Milliseconds of a clock that only goes forward, for progress and benchmarks; no result depends on it. */
  readonly clock: () => number;
  /** The date on the computer's calendar, `2026-03-13`; for what is judged by the day on which it is looked at, and no list or letter. */
  readonly today: () => string;
}

/** Wide enough for a sentence, narrow enough to read: what a screen offers, within reason. */
export function readableWidth(columns: number | undefined): number {
  return Math.min(Math.max(columns ?? 100, 60), 110);
}
