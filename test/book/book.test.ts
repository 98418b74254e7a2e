// The book is true: every block of every page does what the page says it does.

import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { pages, walks } from "./pages.ts";
import { Walk } from "./walk.ts";

for (const walk of walks) {
  const walked = new Walk();
  afterAll(() => walked.close());
  for (const page of walk.filter(({ blocks }) => blocks.length > 0))
    describe(`grammar/book/${page.name}`, () => {
      for (const block of page.blocks)
        test(`line ${block.line}: ${block.language}`, () => walked.carryOut(page, block));
      if (page.blocks.some(({ language }) => language === "ts"))
        test("its programs have no fault of types", async () => {
          expect(await walked.faultsOfTypes()).toBe("");
        });
    });
}

test("the contents lead to every page, and every link to a file that is there", () => {
  const linked = new Map(
    pages.map(({ name, path, text }) => {
      const targets = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target = ""]) => target);
      const files = targets.filter((target) => !target.includes(":")).map((target) => resolve(dirname(path), target));
      return [name, files];
    }),
  );
  expect([...linked.values()].flat().filter((file) => !existsSync(file))).toEqual([]);
  const contents = linked.get("README.md") ?? [];
  const missing = pages.filter(({ name, path }) => name !== "README.md" && !contents.includes(path));
  expect(missing.map(({ name }) => name)).toEqual([]);
});
