// The pupil's side of the page in a real browser: by mouse, and by the keyboard alone.

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings } from "./axe.ts";
import { tabTo } from "./moves.ts";
import { walking } from "./walking.ts";

// Days since 1970-01-01.
const MONDAY_2_MARCH = 20514;
const FRIDAY_13_MARCH = MONDAY_2_MARCH + 11;

const { walk } = walking();

function cell(page: Page, day: number, half: "AM" | "PM") {
  return page.locator(`[data-session="${day} ${half}"]`);
}

async function attendanceIs(page: Page, share: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector(".figure strong")?.textContent === wanted, share);
}

async function choose(page: Page, code: string): Promise<void> {
  await page.locator(".palette > summary").click();
  await page.locator(".palette-code", { has: page.locator(`.swatch`, { hasText: new RegExp(`^${code}$`) }) }).click();
  await page.locator(".palette > summary").click();
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe("by mouse", () => {
  test("a fortnight is dragged over, a penalty notice is considered, and the page says why", () =>
    walk(async (page) => {
      await attendanceIs(page, "100.0%");
      await choose(page, "G");
      await cell(page, MONDAY_2_MARCH, "AM").scrollIntoViewIfNeeded();
      await cell(page, MONDAY_2_MARCH, "AM").hover();
      await page.mouse.down();
      await cell(page, MONDAY_2_MARCH + 4, "PM").hover();
      await cell(page, FRIDAY_13_MARCH, "PM").hover();
      await page.mouse.up();
      expect(await page.locator(".session", { hasText: /^G$/ }).count()).toBe(20);
      await page.getByRole("button", { name: /^The headteacher must consider penalty notice/ }).click();
      const why = page.locator(".why-panel");
      await why.locator(".why-sentence").waitFor();
      expect(await why.locator(".why-sentence").innerText()).toMatch(/because .* is 10 sessions, at least 10 sessions/);
      expect(await why.locator(".clauses").innerText()).toContain("HAL-076");
      expect(await why.innerText()).toContain("hall-green.rollcall, line");
      expect(await page.locator(".session.counted").count()).toBe(10);
      // The rule's lines are lit in the policy; the editor stands in a shadow root.
      await page.locator(".editor .lit-line").first().waitFor({ state: "attached" });
      await why.getByRole("button", { name: "Close" }).click();
      expect(await page.locator(".session.counted").count()).toBe(0);
    }));

  test("one session is marked, marked back, undone and done again", () =>
    walk(async (page) => {
      const monday = cell(page, MONDAY_2_MARCH, "AM");
      await monday.click();
      expect(await monday.innerText()).toBe("O");
      await monday.click();
      expect(await monday.innerText()).toBe("/");
      await page.locator(".pupil").getByRole("button", { name: "Undo", exact: true }).click();
      expect(await monday.innerText()).toBe("O");
      await page.locator(".pupil").getByRole("button", { name: "Undo", exact: true }).click();
      expect(await monday.innerText()).toBe("/");
      await page.locator(".pupil").getByRole("button", { name: "Redo", exact: true }).click();
      expect(await monday.innerText()).toBe("O");
    }));

  test("many sessions are marked without dragging: the first is pressed, then the last", () =>
    walk(async (page) => {
      await page.getByRole("button", { name: "Mark from one session to another" }).click();
      await cell(page, MONDAY_2_MARCH, "AM").click();
      await cell(page, MONDAY_2_MARCH + 1, "PM").click();
      expect(await page.locator(".session", { hasText: /^O$/ }).count()).toBe(4);
    }));

  test("a row of marks is pasted, and a bad one changes nothing and says so", () =>
    walk(async (page) => {
      await cell(page, MONDAY_2_MARCH, "AM").click();
      await page.locator(".paste-marks > summary").click();
      await page.locator("#marks-text").fill("GG II <script>alert(1)</script>");
      await page.getByRole("button", { name: "Put the marks in" }).click();
      expect(await page.locator(".last-change").innerText()).toContain("“<”, mark 5, is no code on its date");
      expect(await page.locator(".session", { hasText: /^[GI]$/ }).count()).toBe(0);
      await page.locator("#marks-text").fill("GG II");
      await page.getByRole("button", { name: "Put the marks in" }).click();
      expect(await page.locator(".session", { hasText: /^[GI]$/ }).count()).toBe(4);
    }));

  test("a question is answered, and what it opens is put on record as done", () =>
    walk(async (page) => {
      await page.selectOption("#story", "fridays");
      const question = page.locator(".question", { hasText: "Is the attendance causing concern?" });
      await question.getByRole("button", { name: "Yes" }).click();
      // The stages are read at the end of each school day.
      await page.getByRole("button", { name: "Day after" }).click();
      const letter = page.locator(".owed > li", { hasText: "stage 1 letter" });
      await letter.first().waitFor();
      await letter.getByRole("button", { name: /^Put on record/ }).click();
      expect(await page.locator("#log-act").inputValue()).toBe("send");
      await page.locator(".log-form").getByRole("button", { name: "Put on record" }).click();
      await page.locator(".log > li", { hasText: /stage.1.letter/i }).waitFor();
      await page.waitForFunction(
        () =>
          ![...document.querySelectorAll(".pupil section > .owed > li")].some((item) =>
            item.textContent?.includes("stage 1 letter"),
          ),
      );
    }));

  test("a status, a limit, a clock, a record and a mark each say why", () =>
    walk(async (page) => {
      await page.selectOption("#story", "second-notice");
      const sentence = page.locator(".why-sentence");
      const says = async (words: RegExp): Promise<void> => {
        await page.waitForFunction(
          ([source]) => new RegExp(source as string).test(document.querySelector(".why-sentence")?.textContent ?? ""),
          [words.source],
        );
        expect(await sentence.innerText()).toMatch(words);
      };
      await page.locator("button.card", { hasText: "Ten sessions in ten school weeks" }).click();
      await says(/holds, because .*10 sessions/);
      await page.locator(".limits .link").first().click();
      await says(/asks about attendance this year/);
      await page.locator(".timeline .clock").first().dispatchEvent("click");
      await says(/began/);
      await page.locator(".log .link", { hasText: "Penalty notice issued" }).first().click();
      await says(/on record Thu 16 Oct 2025/);
      await cell(page, MONDAY_2_MARCH, "AM").focus();
      await page.keyboard.press("?");
      await says(/Mon 2 Mar 2026, morning: G, Holiday without leave. It counts as an unauthorised absence/);
      expect(await page.locator(".why-panel li").count()).toBeGreaterThan(0);
    }));

  test("why not, what comes next and the way back", () =>
    walk(async (page) => {
      await page.selectOption("#story", "fridays");
      await page.selectOption("#why-not", "stages.letter");
      await page.locator(".why-not .answer", { hasText: "Is the attendance causing concern?" }).first().waitFor();
      await page.locator("summary", { hasText: "What comes next" }).click();
      await page
        .locator(".what-next li", {
          hasText: /Present for the next \d+ sessions.*ends “Ten sessions in ten school weeks”/,
        })
        .waitFor();
      expect(await page.locator(".what-next li").count()).toBeGreaterThan(2);
    }));

  test("the date is stepped by school day and by week", () =>
    walk(async (page) => {
      const date = page.getByLabel("Date looked at");
      await page.selectOption("#story", "holiday");
      expect(await date.inputValue()).toBe("2026-03-16");
      await page.getByRole("button", { name: "Day before" }).click();
      expect(await date.inputValue()).toBe("2026-03-13");
      await page.getByRole("button", { name: "Week before" }).click();
      expect(await date.inputValue()).toBe("2026-03-06");
      await page.waitForFunction(() => document.querySelector(".figure")?.textContent?.includes("Fri 6 Mar 2026"));
      await page.getByRole("button", { name: "Day after" }).click();
      expect(await date.inputValue()).toBe("2026-03-09");
    }));
});

describe("by the keyboard alone", () => {
  test("a pupil reaches a penalty notice, and the reason is read and left again", () =>
    walk(async (page) => {
      await tabTo(page, "[data-session]");
      // The focus is on the last session of the day looked at, Friday 13 March, and ten are chosen back from there.
      await press(page, "Control+Home", "Control+End", "ArrowUp");
      await page.locator(`[data-session="${FRIDAY_13_MARCH} PM"]`).waitFor();
      await press(page, "Control+Home");
      const at = () => page.evaluate(() => document.activeElement?.getAttribute("data-session"));
      for (let moves = 0; moves < 60 && Number((await at())?.split(" ")[0]) < FRIDAY_13_MARCH; moves++)
        await press(page, "ArrowDown", "End");
      expect(await at()).toBe(`${FRIDAY_13_MARCH} PM`);
      for (let session = 0; session < 9; session++) await press(page, "Shift+ArrowLeft");
      await press(page, "g");
      expect(await page.locator(".session", { hasText: /^G$/ }).count()).toBe(10);
      await press(page, "Control+z");
      expect(await page.locator(".session", { hasText: /^G$/ }).count()).toBe(0);
      await press(page, "Control+y");
      expect(await page.locator(".session", { hasText: /^G$/ }).count()).toBe(10);
      const notice = page.getByRole("button", { name: /^The headteacher must consider penalty notice/ });
      await notice.waitFor();
      const focused = () => notice.evaluate((button) => button === document.activeElement);
      for (let tabs = 0; tabs < 100 && !(await focused()); tabs++) await press(page, "Tab");
      await press(page, "Enter");
      await page.locator(".why-sentence").waitFor();
      expect(await page.locator(".why-sentence").innerText()).toContain("is 10 sessions, at least 10 sessions");
      await page.locator("#why-title:focus").waitFor();
      await press(page, "Escape");
      expect(await page.locator(".why-panel").count()).toBe(0);
      expect(await focused()).toBe(true);
    }));

  test("a code of two letters is typed, and Delete makes the session attended", () =>
    walk(async (page) => {
      await tabTo(page, "[data-session]");
      const focused = () => page.evaluate(() => document.activeElement?.textContent);
      await press(page, "y");
      expect(await page.locator(".last-change").innerText()).toBe("Y… one more letter");
      await press(page, "1");
      expect(await focused()).toBe("Y1");
      await press(page, "Delete");
      expect(await focused()).toMatch(/[/\\]/);
    }));

  test("only one session of the register is a stop of the Tab key", () =>
    walk(async (page) => {
      expect(await page.locator('[data-session][tabindex="0"]').count()).toBe(1);
    }));
});

describe.each([
  ["light", "light", 1440, 900],
  ["dark", "dark", 1440, 900],
  ["a phone", "light", 390, 844],
] as const)("in %s", (_name, colorScheme, width, height) => {
  test("axe finds nothing on the pupil's side, and nothing is wider than the window", () =>
    walk(
      async (page) => {
        await page.selectOption("#story", "second-notice");
        await page.locator("button.card", { hasText: "Ten sessions in ten school weeks" }).waitFor();
        await page.locator(".owed .link").first().click();
        await page.locator(".why-sentence").waitFor();
        // What is put on record and what lies ahead is loaded after the first answer.
        await page.locator("#log-act").waitFor({ state: "attached" });
        await page.locator("#ahead-title").waitFor();
        for (const summary of await page.locator(".pupil summary").all()) await summary.click();
        await page.locator(".what-next").waitFor();
        expect(await axeFindings(page, ".pupil")).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      },
      { viewport: { width, height }, colorScheme, reducedMotion: "reduce" },
    ));
});
