// The form of thresholds in a real browser: a figure is changed, undone, refused and found, by mouse and by the keyboard alone.

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings } from "./axe.ts";
import { goTo } from "./moves.ts";
import { walking } from "./walking.ts";

const { walk: walkPage } = walking();

/** Begins at the form. */
function walk(journey: (page: Page) => Promise<void>, options = {}): Promise<void> {
  return walkPage(async (page) => {
    await goTo(page, "policy");
    await page.getByRole("tab", { name: "Form" }).click();
    await page.locator(".topic").first().waitFor();
    await journey(page);
  }, options);
}

async function openTopic(page: Page, title: string): Promise<void> {
  await page.locator(".topic > summary", { hasText: title }).click();
}

/** In the rules, whose editor stands in a shadow root and holds no more lines than are in view. */
async function rulesSay(page: Page, words: string): Promise<void> {
  await page.locator("#panel-rules:not([hidden])").waitFor();
  await page.locator("#panel-rules").getByText(words).first().waitFor();
}

const target = (page: Page) => page.getByLabel("Target", { exact: true });

describe("by mouse", () => {
  test("a figure is changed in the text alone, marked as changed, and undone", () =>
    walk(async (page) => {
      await openTopic(page, "Attendance percentages");
      await target(page).fill("96");
      await target(page).blur();
      await page.locator(".figure-field.changed", { hasText: "changed from 95.5%" }).waitFor();
      expect(await page.locator(".form-said").innerText()).toBe("Target changed from 95.5% to 96%.");
      await page.getByRole("button", { name: "Changed figures (1)" }).click();
      expect(await page.locator(".figure-field").count()).toBe(1);
      await page.getByRole("button", { name: "Undo", exact: true }).click();
      await page.getByRole("button", { name: "Changed figures (0)" }).waitFor();
      await page.getByRole("button", { name: "Changed figures (0)" }).click();
      await openTopic(page, "Attendance percentages");
      expect(await target(page).inputValue()).toBe("95.5");
      expect(await page.getByRole("button", { name: "Undo", exact: true }).isDisabled()).toBe(true);
    }));

  test("a figure set by law is set here, and one that breaks its lock is an error with the compiler's words", () =>
    walk(async (page) => {
      await openTopic(page, "The registers, and who is missing");
      await page.locator(".topic[open] .details > summary", { hasText: "Set above this policy" }).last().click();
      await page.getByRole("button", { name: /^Set it here.*Longest open register$/ }).click();
      const open = page.getByLabel("Longest open register", { exact: true });
      await open.waitFor();
      expect(await page.locator(".figure-field", { has: open }).innerText()).toContain("At most 30 minutes");
      await open.fill("45");
      await open.blur();
      await page.locator(".threshold-form .error-summary").waitFor();
      expect(await page.locator(".figure-field.invalid .error-message").innerText()).toMatch(/may only fall/);
      expect(await open.getAttribute("aria-invalid")).toBe("true");
      await page.locator(".threshold-form .error-summary .link").click();
      expect(await open.evaluate((field) => field === document.activeElement)).toBe(true);
      await open.fill("25");
      await open.blur();
      await page.locator(".threshold-form .error-summary").waitFor({ state: "detached" });
    }));

  test("a line is lit in the rules, and a search finds a figure by its clause", () =>
    walk(async (page) => {
      await page.getByLabel("Find a figure").fill("HAL-049");
      expect(await page.locator(".statement:not(.topic details.details *) legend").first().innerText()).toContain(
        "Stage 1",
      );
      await page.locator(".line-link").first().click();
      await page.locator("#panel-rules:not([hidden])").waitFor();
      await page.locator("#panel-rules .lit-line").first().waitFor({ state: "attached" });
    }));

  test("while the text cannot be read the fields are locked, with the reason", () =>
    walk(async (page) => {
      await page.getByRole("tab", { name: "Rules" }).click();
      const text = page.getByRole("textbox", { name: /The policy|rules/i }).first();
      await text.click();
      await page.keyboard.press("Control+Home");
      await page.keyboard.type("nonsense here\n");
      await page.getByRole("tab", { name: "Form" }).click();
      await page.locator(".threshold-form .notice.bad").waitFor();
      expect(await page.locator(".threshold-form .notice.bad").innerText()).toContain("The fields are locked");
      expect(await page.locator("fieldset.statement:not([disabled])").count()).toBe(0);
    }));
});

describe("by the keyboard alone", () => {
  test("a figure is stepped with the arrows, a bad one is refused in words, and Undo goes back", () =>
    walk(async (page) => {
      const summary = page.locator(".topic > summary", { hasText: "Attendance percentages" });
      await summary.focus();
      await page.keyboard.press("Enter");
      for (
        let tabs = 0;
        tabs < 20 && !(await target(page).evaluate((field) => field === document.activeElement));
        tabs++
      )
        await page.keyboard.press("Tab");
      await page.keyboard.press("ArrowUp");
      await page.locator(".figure-field.changed", { hasText: "changed from 95.5%" }).waitFor();
      expect(await target(page).inputValue()).toBe("96");
      await page.keyboard.press("Control+a");
      // Slowly enough for an answer about the last figure to come in between.
      await page.keyboard.type("ninety", { delay: 150 });
      await page.keyboard.press("Enter");
      await page.locator(".figure-field.invalid").waitFor();
      expect(await page.locator(".figure-field.invalid .error-message").innerText()).toContain(
        "Enter a percentage in digits",
      );
      // The next stop leads to the figure's line.
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await rulesSay(page, "target is 96%");
    }));
});

describe.each([
  ["light", "light", 1440, 900],
  ["dark", "dark", 1440, 900],
  ["a phone", "light", 390, 844],
] as const)("in %s", (_name, colorScheme, width, height) => {
  test("axe finds nothing on the form, and nothing is wider than the window", () =>
    walk(
      async (page) => {
        for (const summary of await page.locator(".topic > summary").all())
          if (!(await summary.evaluate((each) => (each.parentElement as HTMLDetailsElement).open)))
            await summary.click();
        for (const summary of await page.locator(".topic .details > summary").all()) await summary.click();
        await page.getByLabel("Day starts").fill("half past");
        await page.getByLabel("Day starts").blur();
        await target(page).fill("96");
        await target(page).blur();
        await page.locator(".figure-field.changed").waitFor();
        expect(await axeFindings(page, ".policy")).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      },
      { viewport: { width, height }, colorScheme, reducedMotion: "reduce" },
    ));
});
