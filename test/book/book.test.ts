// The book is true: every block of every page does what the page says it does.

import { afterAll, describe, expect, test } from "vitest";
import { walks } from "./pages.ts";
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
