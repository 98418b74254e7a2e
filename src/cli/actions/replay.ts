// `rollcall replay`: packs → whether each decision comes out the same again.

import { resolve } from "node:path";
import { makeReplayer, readPack } from "../../documents.ts";
import type { PackReading, Replayed } from "../../documents.ts";
import { wordList } from "../../wording.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { makeProgress } from "../progress.ts";
import { decode, readBytes, shownPath } from "../read-files.ts";
import { Refusal } from "../refusal.ts";
import { sha256 } from "../sha256.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";

export async function replayAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const progress = makeProgress(terminal, "packs");
  const replay = makeReplayer(sha256, version());
  const lines: string[] = [];
  let same = 0;
  for (const [index, operand] of given.operands.entries()) {
    const path = resolve(operand);
    const reading = readPackAt(path);
    const replayed = reading.kind === "pack" ? replay(reading.pack) : undefined;
    if (replayed?.kind === "same") same += 1;
    if (replayed?.kind !== "same" || replayed.compiler !== undefined)
      lines.push(`${shownPath(path)}: ${replayed === undefined ? faultWords(reading) : wordsFor(replayed)}`);
    progress.at(index + 1, given.operands.length);
  }
  progress.end();
  const all = given.operands.length;
  lines.push(`${same} of ${all} ${all === 1 ? "decision is" : "decisions are"} the same, letter for letter.`);
  terminal.write(`${lines.join("\n")}\n`);
  return Promise.resolve(same === all ? 0 : 1);
}

/** A pack is read to the last byte, the mark that some programs put before a text included. */
function readPackAt(path: string): PackReading {
  const bytes = readBytes(path);
  try {
    return readPack(decode(bytes, path, true));
  } catch (error) {
    if (error instanceof Refusal) return { kind: "fault", place: "", says: "it is not a text in UTF-8" };
    throw error;
  }
}

function faultWords(reading: PackReading): string {
  if (reading.kind === "pack") return "";
  return `this is no pack that can be replayed: ${reading.place === "" ? "" : `at \`${reading.place}\`, `}${reading.says}`;
}

function wordsFor(replayed: Replayed): string {
  switch (replayed.kind) {
    case "same":
      return `the same, letter for letter. ${madeBy(replayed.compiler)}`;
    case "altered":
      return `altered since it was made: its hash does not fit the ${wordList(
        replayed.parts.map((part) => PARTS[part]),
        "and",
      )} in it. Ask whoever sent it for the pack as it was written.`;
    case "unsound":
      return `its policy has ${replayed.faults} ${replayed.faults === 1 ? "error" : "errors"} for this version of Rollcall, so nothing can be decided by it. ${madeBy(replayed.compiler)} Use the version named in the pack.`;
    case "different":
      return `decided otherwise now. The first difference is at \`${replayed.place}\`: then ${replayed.then}, now ${replayed.now}. ${madeBy(replayed.compiler)}`.trimEnd();
  }
}

const PARTS = {
  policy: "texts of the policy",
  calendar: "calendar",
  vocabulary: "vocabulary",
  meaning: "meaning of the policy",
  facts: "marks and records",
  decided: "decision",
  whole: "pack as a whole",
} as const satisfies Readonly<Record<Extract<Replayed, { readonly kind: "altered" }>["parts"][number], string>>;

/** Empty where this version made it. */
function madeBy(compiler: string | undefined): string {
  return compiler === undefined
    ? ""
    : `It was made by Rollcall ${compiler} and is replayed by ${version()}, which may read a policy otherwise.`;
}
