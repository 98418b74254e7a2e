// Joins the command line to this process: its words, streams and exit code.

import { formatISO } from "date-fns/formatISO";
import { makeAsk } from "./ask.ts";
import { makeChangeIn } from "./change-in.ts";
import { rollcall } from "./rollcall.ts";
import { readableWidth } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";

const { stdout, stderr } = process;

// Whoever reads us may stop reading, as `| head` does: that is no fault.
for (const stream of [stdout, stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
}

const words = process.argv.slice(2);
const colourful = (stream: NodeJS.WriteStream): boolean =>
  !words.includes("--no-color") && stream.isTTY && stream.hasColors();

const terminal: Terminal = {
  write: (text) => void stdout.write(text),
  say: (text) => void stderr.write(text),
  colour: { results: colourful(stdout), remarks: colourful(stderr) },
  width: readableWidth(stdout.isTTY ? stdout.columns : undefined),
  watched: stderr.isTTY,
  readInput: async () => {
    const pieces: Buffer[] = [];
    for await (const piece of process.stdin) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  },
  ask: makeAsk(() => process.stdin, stderr),
  changeIn: makeChangeIn(),
  clock: () => performance.now(),
  today: () => formatISO(new Date(), { representation: "date" }),
};

process.exitCode = await rollcall(words, terminal);
