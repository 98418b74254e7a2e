// A folder on disk → the folder that data readers ask for. Knows no format.

import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
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

async function* pieces(path: string): AsyncIterable<Uint8Array> {
  try {
    for await (const piece of createReadStream(path)) yield piece as Uint8Array;
  } catch (error) {
    throw new Refusal(`\`${shownPath(path)}\` cannot be read: ${reasonOf(error)}.`);
  }
}
