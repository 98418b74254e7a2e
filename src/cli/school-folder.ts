// A folder on disk → the folder that data readers ask for. Knows no format.

import { existsSync, readdirSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ReadFolder } from "../index.ts";
import { reasonOf, shownPath } from "./read-files.ts";
import { Refusal } from "./refusal.ts";

/** Throws {@link Refusal} where there is no such folder, and while reading where a file cannot be had. */
export function schoolFolder(operand: string): ReadFolder {
  const path = resolve(operand);
  if (!existsSync(path) || !statSync(path).isDirectory())
    throw new Refusal(
      `There is no folder \`${operand}\`.`,
      "`--data` names a folder with calendar.yaml, pupils.csv, marks.csv and whatever else the school exports; `rollcall sample` makes one to look at.",
    );
  return {
    name: shownPath(path),
    list: () =>
      Promise.resolve(
        readdirSync(path, { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => entry.name),
      ),
    open: (file) => pieces(join(path, file)),
  };
}

const PIECE = 1 << 18;

async function* pieces(path: string): AsyncIterable<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const buffer = new Uint8Array(PIECE);
      for (;;) {
        const { bytesRead } = await file.read(buffer);
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new Refusal(`\`${shownPath(path)}\` cannot be read: ${reasonOf(error)}.`);
  }
}
