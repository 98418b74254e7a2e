// The commands of a page, carried out as somebody would who stands in the walk's folder: `rollcall …`, `cat FILE`, `cp FILE FILE`.

import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { call, line } from "../cli/call.ts";

export interface Shown {
  readonly exit: number;
  /** What stands on the screen afterwards: results, and remarks beneath. */
  readonly screen: string;
}

/** `command > file` puts the result into the file. A line that ends in a backslash goes on. */
export async function carryOut(folder: string, command: string): Promise<Shown> {
  const [, asked = "", file] = /^(.*?)(?:\s+>\s+(\S+))?$/s.exec(command) ?? [];
  const [program, ...words] = line(asked);
  const { exit, written, said } = await carryOutWords(folder, program, words);
  if (file !== undefined) writeFileSync(join(folder, file), written);
  return { exit, screen: file === undefined ? `${written}${said}` : said };
}

type Called = Awaited<ReturnType<typeof call>>;

async function carryOutWords(folder: string, program: string | undefined, words: readonly string[]): Promise<Called> {
  switch (program) {
    case "rollcall":
      return within(folder, () => call(words));
    case "cat":
      return { exit: 0, written: words.map((name) => readFileSync(join(folder, name), "utf8")).join(""), said: "" };
    case "cp": {
      const [from = "", to = ""] = words;
      copyFileSync(join(folder, from), join(folder, to));
      return { exit: 0, written: "", said: "" };
    }
    default:
      throw new Error(`the book knows no command ${program ?? ""}`);
  }
}

/** Paths on the command line are found from where one stands. */
async function within<T>(folder: string, act: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await act();
  } finally {
    process.chdir(before);
  }
}

/** A block's commands: one a line, what is behind ` # ` a remark. */
export function commandsIn(text: string): readonly string[] {
  return text
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .map((row) => row.replace(/(?:^|\s+)# .*$/, "").trim())
    .filter((row) => row !== "");
}
