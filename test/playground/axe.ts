// What a screen reader or a keyboard would stumble over on an open page, as axe finds it.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** In the part of the page that the selector names; empty, if all is well. */
export async function axeFindings(page: Page, where = "body"): Promise<readonly string[]> {
  // The page's security policy refuses the script of a test, so it is run as one that the browser itself brings.
  await page.evaluate(script);
  return page.evaluate(async (selector) => {
    const { axe } = window as unknown as {
      readonly axe: { readonly run: (place: string) => Promise<{ readonly violations: readonly Violation[] }> };
    };
    const { violations } = await axe.run(selector);
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""} ${nodes[0]?.failureSummary ?? ""}`);
  }, where);
}
