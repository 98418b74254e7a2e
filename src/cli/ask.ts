// Questions on a screen → the lines typed after them.

import type { Readable, Writable } from "node:stream";
import type { Terminal } from "./terminal.ts";

/** The input is opened, and listened to, from the first question on: a command that asks nothing leaves it alone. */
export function makeAsk(input: () => Readable, screen: Writable): Terminal["ask"] {
  let lines: AsyncIterator<string> | undefined;
  return async (question) => {
    if (lines === undefined) {
      const { createInterface } = await import("node:readline");
      lines = createInterface({ input: input() })[Symbol.asyncIterator]();
    }
    screen.write(question);
    const { value, done } = await lines.next();
    if (done === true) screen.write("\n");
    return done === true ? undefined : value;
  };
}
