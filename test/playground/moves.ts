// How a person gets about on the page: by its address, and with the Tab key.

import type { Locator, Page } from "playwright-core";

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
