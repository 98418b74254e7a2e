// Calls the command line as a function: words in, exit code and both streams out. Nothing here is a screen, and nobody watches.

import { rollcall } from "../../src/cli/rollcall.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

export interface Called {
  readonly exit: number;
  readonly written: string;
  readonly said: string;
}

export interface Around {
  readonly input?: string;
  readonly colour?: boolean;
  readonly watched?: boolean;
  /** What somebody types, a line after each question; then the input ends. */
  readonly answers?: readonly string[];
  /** What happens to the files while a command waits for a change; nothing, and the watch ends. */
  readonly changeIn?: (folders: readonly string[]) => Promise<boolean>;
}

export async function call(
  words: readonly string[],
  {
    input = "",
    colour = false,
    watched = false,
    changeIn = () => Promise.resolve(false),
    answers: typed = [],
  }: Around = {},
): Promise<Called> {
  let written = "";
  let said = "";
  let ticks = 0;
  const answers = [...typed];
  const terminal: Terminal = {
    write: (text) => void (written += text),
    say: (text) => void (said += text),
    colour: { results: colour, remarks: colour },
    width: 100,
    watched,
    readInput: () => Promise.resolve(new TextEncoder().encode(input)),
    ask: (question) => {
      said += question;
      return Promise.resolve(answers.shift());
    },
    changeIn,
    // Each look at the clock is a second later, so that whatever is drawn now and then is drawn each time.
    clock: () => (ticks += 1000),
    today: () => "2026-03-13",
  };
  const exit = await rollcall(words, terminal);
  return { exit, written, said };
}

/** The words of one line, with double quotes around what holds blanks. */
export function line(text: string): readonly string[] {
  return (text.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ""));
}
