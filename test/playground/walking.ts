// Walks of the page in a real browser, for a file of tests: built once, a page of its own for each walk, and each page held to not
// a single complaint.

import type { BrowserContextOptions, Page } from "playwright-core";
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
    walk: async (journey, options = {}, hash) => {
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
