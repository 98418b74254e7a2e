// `rollcall replay`: packs → whether each decision comes out the same again.

import { resolve } from "node:path";
import { makeReplayer, readPack } from "../../documents.ts";
import type { Replayed } from "../../documents.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { makeProgress } from "../progress.ts";
import { decode, readBytes, shownPath } from "../read-files.ts";
import { sha256 } from "../sha256.ts";
import type { Terminal } from "../terminal.ts";

export async function replayAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const progress = makeProgress(terminal, "packs");
  const replay = makeReplayer(sha256);
  const lines: string[] = [];
  let same = 0;
  for (const [index, operand] of given.operands.entries()) {
    const path = resolve(operand);
    const reading = readPack(decode(readBytes(path), path));
    const replayed = reading.kind === "pack" ? replay(reading.pack) : undefined;
    if (replayed?.kind === "same") same += 1;
    else lines.push(`${shownPath(path)}: ${replayed === undefined ? faultWords(reading) : wordsFor(replayed)}`);
    progress.at(index + 1, given.operands.length);
  }
  progress.end();
  const all = given.operands.length;
  lines.push(`${same} of ${all} ${all === 1 ? "decision is" : "decisions are"} the same, letter for letter.`);
  terminal.write(`${lines.join("\n")}\n`);
  return Promise.resolve(same === all ? 0 : 1);
}

function faultWords(reading: ReturnType<typeof readPack>): string {
  if (reading.kind === "pack") return "";
  return `this is no pack that can be replayed: ${reading.place === "" ? "" : `at \`${reading.place}\`, `}${reading.says}`;
}

function wordsFor(replayed: Exclude<Replayed, { readonly kind: "same" }>): string {
  switch (replayed.kind) {
    case "altered":
      return `altered since it was made: its hash does not fit the ${replayed.parts.join(", ")} in it. Ask whoever sent it for the pack as it was written.`;
    case "unsound":
      return `its policy has ${replayed.faults} ${replayed.faults === 1 ? "error" : "errors"} for this version of Rollcall, so nothing can be decided by it. Use the version named in the pack.`;
    case "different":
      return `decided otherwise now. The first difference is at \`${replayed.place}\`: then ${replayed.then}, now ${replayed.now}.`;
  }
}
