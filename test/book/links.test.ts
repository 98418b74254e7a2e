// Every link of the book leads somewhere: to a file that is there, and in it to a heading that stands there. The contents lead to
// every page, and the pages show every command.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { bookFiles } from "../generate/book.ts";
import { bookFolder, pages } from "./pages.ts";
import { commandsIn } from "./shell.ts";

interface Link {
  readonly file: string;
  readonly heading: string | undefined;
}

const withoutBlocks = (text: string): string => text.replaceAll(/^(`{3,}).*?^\1$/gms, "");

function linksIn(path: string): readonly Link[] {
  const targets = [...withoutBlocks(readFileSync(path, "utf8")).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = ""]) => to);
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [file = "", heading] = target.split("#");
      return { file: file === "" ? path : resolve(dirname(path), file), heading };
    });
}

/** The names by which a code host leads to the headings of a page. */
function headingsOf(path: string): ReadonlySet<string> {
  const headings = withoutBlocks(readFileSync(path, "utf8")).matchAll(/^#+ (.+)$/gm);
  return new Set([...headings].map(([, title = ""]) => anchorOf(title)));
}

function anchorOf(title: string): string {
  const words = title.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
  return words.replaceAll(/[^\p{L}\p{N}\s_-]/gu, "").replaceAll(" ", "-");
}

const files = readdirSync(bookFolder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .toSorted();

describe("the links of", () => {
  test.each(files)("%s lead somewhere", (name) => {
    const astray = linksIn(`${bookFolder}${name}`).filter(
      ({ file, heading }) => !existsSync(file) || (heading !== undefined && !headingsOf(file).has(heading)),
    );
    expect(astray).toEqual([]);
  });
});

test("the contents lead to every page", () => {
  const linked = new Set(linksIn(`${bookFolder}README.md`).map(({ file }) => file));
  const missing = pages.filter(({ name, path }) => name !== "README.md" && !linked.has(path));
  expect(missing.map(({ name }) => name)).toEqual([]);
  expect(pages.length).toBeGreaterThan(10);
});

test("no page of codes is left over", () => {
  const generated = new Set(bookFiles.map(({ path }) => path));
  const found = files.filter((name) => name.startsWith("diagnostics/")).map((name) => `grammar/book/${name}`);
  expect(found.filter((path) => !generated.has(path))).toEqual([]);
});

test("every command is carried out on some page", () => {
  const blocks = pages.flatMap((page) => page.blocks.filter(({ language }) => language === "sh"));
  const carriedOut = new Set(blocks.flatMap(({ text }) => commandsIn(text).map((command) => command.split(" ")[1])));
  expect(commands.map(({ name }) => name).filter((name) => !carriedOut.has(name))).toEqual([]);
});
