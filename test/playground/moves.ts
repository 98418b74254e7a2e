// How a person gets about on the page: by its address, with the Tab key, and to a rule of the policy by its name.

import type { Locator, Page } from "playwright-core";

/** Comes back once the page has followed its address; a view that is new to it is loaded after that. */
export async function goTo(page: Page, view: string): Promise<void> {
  await page.evaluate(
    (name) =>
      new Promise<void>((followed) => {
        const before = location.href;
        // The page was listening first.
        addEventListener("hashchange", () => followed(), { once: true });
        location.hash = name;
        if (location.href === before) followed();
      }),
    view,
  );
}

/** Tab until the focus is on what the locator's selector matches, in the page or in a shadow root of it. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor({ state: "attached" });
  for (let count = 0; count < 600; count++) {
    if (await isFocused(page.locator(selector))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the focus never came to ${selector}`);
}

/** Goes to a rule, and gives its line once the editor has come to rest there. */
export async function goToRule(page: Page, name: string, line: string): Promise<Locator> {
  await page.locator(".go-to input").fill(name);
  await page.keyboard.press("Enter");
  const rule = page.locator("#panel-rules .cm-activeLine", { hasText: line });
  await restingPlace(rule);
  return rule;
}

/** Where it is drawn, once it stays there: the editor scrolls at its next measure, and not when it is asked to. */
export async function restingPlace(locator: Locator) {
  await locator.scrollIntoViewIfNeeded();
  let [before, now] = [await placeAfterFrames(locator), await placeAfterFrames(locator)];
  while (now === null || now.x !== before?.x || now.y !== before.y)
    [before, now] = [now, await placeAfterFrames(locator)];
  return now;
}

async function placeAfterFrames(locator: Locator) {
  await locator.page().evaluate(
    () =>
      new Promise((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(drawn));
      }),
  );
  return locator.boundingBox();
}

export function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluateAll((found) =>
    found.some((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element),
  );
}
