// A fault of ours → a kind request for a report. The details go into a file, never onto the screen.

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Terminal } from "./terminal.ts";
import { version } from "./version.ts";

export function sayFault(error: unknown, words: readonly string[], terminal: Terminal): void {
  const what = error instanceof Error ? error.message : String(error);
  const details = error instanceof Error ? (error.stack ?? what) : what;
  const report = writeReport(
    [
      `rollcall ${version()} on Node ${process.versions.node}, ${process.platform}`,
      `rollcall ${words.join(" ")}`,
      details,
    ].join("\n\n"),
  );
  terminal.say(
    [
      "rollcall: something went wrong inside Rollcall itself. It is not your mistake, and nothing was decided.",
      `What it noticed: ${what.split("\n")[0] ?? ""}`,
      ...(report === undefined
        ? []
        : [`The details are in ${report}: please send that file with what you were doing.`]),
      "",
    ].join("\n"),
  );
}

/** The path, or undefined where even that cannot be written. */
function writeReport(text: string): string | undefined {
  try {
    const path = join(mkdtempSync(join(tmpdir(), "rollcall-")), "fault.txt");
    writeFileSync(path, `${text}\n`);
    return path;
  } catch {
    return undefined;
  }
}
