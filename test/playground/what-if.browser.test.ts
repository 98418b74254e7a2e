// What if, in a real browser: by mouse and by the keyboard alone, for one pupil, for a whole school, for two schools and two dates.

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings } from "./axe.ts";
import { goTo, tabTo } from "./moves.ts";
import { walking } from "./walking.ts";

const { walk: walkPage } = walking();

/** Begins at the comparison of before and after. */
function walk(journey: (page: Page) => Promise<void>, options = {}): Promise<void> {
  return walkPage(async (page) => {
    await goTo(page, "what-if");
    await turn(page, "Target").waitFor();
    await journey(page);
  }, options);
}

function turn(page: Page, title: string) {
  return page.locator(".turn", { has: page.getByText(title, { exact: true }) }).first();
}

const up = /One step up/;

async function atPercentage(page: Page, percentage: string): Promise<void> {
  await page.locator("#percentage").fill(percentage);
  await page.getByRole("button", { name: "Show", exact: true }).click();
}

/** The table of old and new, once it says so. */
async function pupilSays(page: Page, words: RegExp): Promise<void> {
  await page.locator(".old-and-new", { hasText: words }).waitFor();
}

async function schoolSays(page: Page, words: RegExp): Promise<void> {
  await page.locator("[aria-labelledby=school-change-title]", { hasText: words }).waitFor();
}

describe("by mouse", () => {
  test("95 becomes 95.5: whom it changes, why it is stricter, and what a pupil at 95.2% newly gets", () =>
    walk(async (page) => {
      await turn(page, "Stage 1").getByRole("button", { name: up }).click();
      const changes = page.locator("[aria-labelledby=changes-title]");
      await changes.locator(".change-words", { hasText: "95%" }).waitFor();
      expect(await changes.locator("del").innerText()).toContain("95%");
      expect(await changes.locator("ins").innerText()).toContain("95.5%");
      await changes
        .getByText("It can change only for pupils with attendance this year at least 95% and below 95.5%.")
        .waitFor();
      await atPercentage(page, "95.2");
      await pupilSays(page, /Newly\s*Is the attendance causing concern\?/);
      await pupilSays(page, /If yes: The school must send the stage 1 letter to the parents/);
      await atPercentage(page, "94.7");
      await page.locator("strong", { hasText: "For this pupil nothing changes." }).waitFor();
      await turn(page, "Stage 1").locator(".turn-result", { hasText: "For this pupil nothing changes." }).waitFor();
    }));

  test("the plainest pupil is opened with one press, and shows the letter", () =>
    walk(async (page) => {
      await turn(page, "Stage 1").getByRole("button", { name: up }).click();
      await page.getByText("A pupil who shows it").first().click();
      await page
        .getByRole("button", { name: /^Open this pupil/ })
        .first()
        .click();
      await page.locator(".owed > li", { hasText: "stage 1 letter" }).first().waitFor();
      await page.locator(".figure", { hasText: "95.0%" }).waitFor();
    }));

  test("a dragged figure is followed by a whole school: who newly has what, by year, and whose work it is", () =>
    walk(async (page) => {
      await page.selectOption("#school-size", "100");
      await page.getByRole("button", { name: "Try it on a whole school" }).click();
      const slider = turn(page, "Target").locator("input[type=range]");
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await schoolSays(page, /Below the school's target/);
      await schoolSays(page, /Of 100 pupils, \d+ (?:is|are) treated otherwise/);
      const count = () => page.locator("[aria-labelledby=school-change-title] .turned.newly").first().innerText();
      const before = Number.parseInt(await count(), 10);
      for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowRight");
      await page.waitForFunction(
        (least) =>
          Number.parseInt(
            document.querySelector("[aria-labelledby=school-change-title] .turned.newly")?.textContent ?? "0",
            10,
          ) > least,
        before,
      );
      // The last of the five steps may bring other things to the top.
      await page.locator('[aria-labelledby=school-change-title] [aria-busy="false"]').waitFor();
      await page
        .getByText(/^By year group and by group/)
        .first()
        .click();
      await page.locator(".counts").first().waitFor();
      await page
        .getByText(/^Newly: /)
        .first()
        .click();
      await page.locator(".people-list .link").first().click();
      await page.getByText(/^This is pupil/).waitFor();
    }));

  test("a baseline is pinned, changed upon, and put back", () =>
    walk(async (page) => {
      await turn(page, "Target").getByRole("button", { name: up }).click();
      await page.locator(".change-words", { hasText: "96%" }).waitFor();
      await page.getByRole("button", { name: "Compare later changes with this" }).click();
      await page.getByText("Nothing is changed yet.").waitFor();
      await turn(page, "Target").getByRole("button", { name: up }).click();
      await page.locator(".change-words del", { hasText: "96%" }).waitFor();
      await page.getByRole("button", { name: "Put everything back" }).click();
      await page.getByText("Nothing is changed yet.").waitFor();
      await page.waitForFunction(
        () =>
          [...document.querySelectorAll<HTMLInputElement>(".turn input")].filter(({ value }) => value === "96").length >
          0,
      );
      await page.getByRole("button", { name: "Compare with the policy as it was opened" }).click();
      await page.locator(".change-words del", { hasText: "95.5%" }).waitFor();
    }));

  test("a mark is changed, and the pinned pupil stands beside it", () =>
    walk(async (page) => {
      await page.selectOption("#story", "holiday");
      await page.getByRole("button", { name: "Compare later changes with this" }).click();
      await page.selectOption("#story", { index: 0 });
      await page.getByRole("button", { name: /^Show all/ }).click();
      await pupilSays(page, /No longer\s*Ten sessions in ten school weeks/);
    }));

  test("two schools, and the day before the law changed beside the day it did", () =>
    walk(async (page) => {
      await page.getByText(/^Compare something else/).click();
      await page.locator("#side-1-policy option[value='shelf delapre']").waitFor({ state: "attached" });
      await page.selectOption("#story", "holiday");
      await page.selectOption("#side-1-policy", "shelf delapre");
      await page.getByRole("button", { name: /^Show all/ }).click();
      await pupilSays(page, /Newly\s*The national threshold/);
      await page.getByRole("button", { name: "Back to before and now" }).click();
      await page.getByRole("button", { name: /^The day before and the day of the new law/ }).click();
      const words = page.locator(".change-list li", { hasText: "First notice early" }).first();
      await expect.poll(() => words.innerText()).toMatch(/£60[^]*£80[^]*The law fixes this figure/);
    }));

  test("another reading is tried without changing the text", () =>
    walk(async (page) => {
      await page.getByText(/^Compare something else/).click();
      const reading = page.locator(
        "#side-1-reading optgroup[label='over what time attendance is set against the target'] option",
        { hasText: "the half-term so far" },
      );
      await reading.waitFor({ state: "attached" });
      await page.selectOption("#side-1-reading", (await reading.getAttribute("value")) ?? "");
      await page.locator(".change-list li", { hasText: "Below the school's target" }).first().waitFor();
    }));

  test("a figure that cannot be is told beside its field, and a percentage that cannot be has its neighbours", () =>
    walk(async (page) => {
      const field = turn(page, "Target").locator("input").first();
      await field.fill("ninety");
      await field.press("Enter");
      await page.locator(".turn .error-message").waitFor();
      expect(await field.getAttribute("aria-invalid")).toBe("true");
      await field.fill("97");
      await field.press("Enter");
      await page.locator(".change-words ins", { hasText: "97%" }).waitFor();
      await atPercentage(page, "99.9");
      await page.locator("#percentage-error").waitFor();
      await page.getByRole("button", { name: "100.0%" }).click();
      await pupilSays(page, /100\.0%: \d+ of \d+ sessions/);
    }));
});

describe("by the keyboard alone", () => {
  test("a figure is turned, and who changes is read", () =>
    walk(async (page) => {
      await tabTo(page, "input[type=range]");
      await page.keyboard.press("ArrowLeft");
      await page.locator(".change-words").first().waitFor();
      await tabTo(page, "#percentage");
      await page.keyboard.press("Control+a");
      await page.keyboard.type("90");
      await page.keyboard.press("Enter");
      await pupilSays(page, /No longer\s*At 90% or below/);
    }));

  test("on One pupil: the letter of a pupil at 94.7%, found with the field that is there, and the decision it waits for", () =>
    walk(async (page) => {
      await goTo(page, "pupil");
      await page.locator("#percentage").focus();
      await page.keyboard.type("94.7");
      await page.keyboard.press("Enter");
      const answer = page.locator(".percentage-answer");
      await answer.getByText(/must send the stage 1 letter to the parents/).waitFor();
      expect(await answer.innerText()).toMatch(/At 94\.7% on Fri 13 Mar 2026/);
      expect(await answer.innerText()).toMatch(/\d+ of \d+ sessions/);
      await answer.getByRole("button", { name: /^Yes\W+Is the attendance causing concern/ }).press("Enter");
      await answer
        .locator("li", { hasText: /must send the stage 1 letter/ })
        .filter({ hasText: /To do since/ })
        .first()
        .waitFor();
      expect(await page.locator("#percentage").inputValue()).toBe("94.7");
      await page.selectOption("#story", "holiday");
      await answer.waitFor({ state: "detached" });
      expect(await page.locator("#percentage").inputValue()).toBe("");
    }));
});

describe.each([
  ["light", "light", 1440, 900],
  ["dark", "dark", 1440, 900],
  ["a phone", "light", 390, 844],
] as const)("in %s", (_name, colorScheme, width, height) => {
  test("axe finds nothing, and nothing is wider than the window", () =>
    walk(
      async (page) => {
        await page.selectOption("#school-size", "100");
        await page.getByRole("button", { name: "Try it on a whole school" }).click();
        await turn(page, "Target").getByRole("button", { name: up }).click();
        await atPercentage(page, "95.7");
        await pupilSays(page, /Newly/);
        await schoolSays(page, /Below the school's target/);
        for (const summary of await page.locator(".what-if details:not([open], .ahead) > summary").all())
          if (await summary.isVisible()) await summary.click();
        expect(await axeFindings(page, ".what-if")).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      },
      { viewport: { width, height }, colorScheme, reducedMotion: "reduce" },
    ));
});
