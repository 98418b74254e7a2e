// Walks of the page in a real browser, for a file of tests: built once, a page of its own for each walk, and each page held to not
// a single complaint.

import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { openPlayground } from "./browser.ts";
import type { OpenedPage, Playground } from "./browser.ts";

export interface Walking {
  /** `hash` is where on the page it begins, such as `#share`. */
  readonly walk: (
    journey: (page: Page, opened: OpenedPage) => Promise<void>,
    options?: BrowserContextOptions,
    hash?: string,
  ) => Promise<void>;
  readonly playground: () => Playground;
}

/** To be called at the top of a file of tests. */
export function walking(mode?: "production" | "single"): Walking {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground(mode);
  }, 300_000);
  afterAll(() => playground.close());
  return {
    playground: () => playground,
    walk: async (journey, options = {}, hash = undefined) => {
      const opened = await playground.open(options, hash);
      try {
        await journey(opened.page, opened);
        expect(opened.complaints).toEqual([]);
      } finally {
        await opened.close();
      }
    },
  };
}

export async function goTo(page: Page, view: string): Promise<void> {
  await page.evaluate((name) => {
    location.hash = name;
  }, view);
}

/** Tab until the focus is on what the locator's selector matches, in the page or in a shadow root of it. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let count = 0; count < 600; count++) {
    if (await isFocused(page.locator(selector))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the focus never came to ${selector}`);
}

export function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluateAll((found) =>
    found.some((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element),
  );
}
