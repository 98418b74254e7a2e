// The comparison in a real browser: five schools on one page, two side by side, and one pupil under each.

import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings } from "./axe.ts";
import { goTo } from "./moves.ts";
import { walking } from "./walking.ts";

const { walk: walkPage } = walking();

/** Begins at the comparison, once it is there. */
function walk(journey: (page: Page) => Promise<void>, options = {}): Promise<void> {
  return walkPage(
    async (page) => {
      await page.locator(".compare-table, .compare-block").first().waitFor();
      await journey(page);
    },
    options,
    "#compare",
  );
}

const row = (page: Page, subject: string) =>
  page.locator(".compare-table tbody tr", { has: page.getByRole("rowheader", { name: subject, exact: true }) });

async function headings(page: Page): Promise<readonly string[]> {
  return page.locator(".compare-table thead th").allInnerTexts();
}

async function chooseTwo(page: Page, left: string, right: string): Promise<void> {
  await page.locator(".which-policies > summary").click();
  await page.getByLabel("Two side by side, in full").check();
  await page.getByLabel("On the left").selectOption(left);
  await page.getByLabel("On the right").selectOption(right);
}

describe("by mouse", () => {
  test("five schools stand side by side; an entry leads to its provision, its clause, and its place in the policy", () =>
    walk(async (page) => {
      expect((await headings(page)).map((text) => text.split("\n")[0])).toEqual([
        "Subject",
        "Hall Green Primary School",
        "Delapre Primary School",
        "Newquay Primary Academy",
        "Rufford Primary School",
        "Slade",
      ]);
      const closes = row(page, "morning register closes");
      expect((await closes.locator("td").allInnerTexts()).map((text) => /\d\d:\d\d/.exec(text)?.[0])).toEqual([
        "09:10",
        "09:25",
        "09:05",
        "09:05",
        "08:55",
      ]);
      expect(await closes.locator("td").last().innerText()).toContain("strictest");
      await closes.getByRole("button", { name: "09:10" }).click();
      const dialog = page.getByRole("dialog");
      expect(await dialog.innerText()).toMatch(/hall-green\.rollcall, line \d+/);
      expect(await dialog.innerText()).toContain("closes 09:10");
      expect(await dialog.locator(".clauses").innerText()).toContain("HAL-056");
      await dialog.getByRole("button", { name: "Show it in the policy" }).click();
      await page.locator("#panel-rules .lit-line").first().waitFor({ state: "attached" });
      expect(new URL(page.url()).hash).toBe("#policy");
    }));

  test("two are read side by side, only what differs, and taken away as CSV", () =>
    walk(async (page) => {
      const all = await page.locator(".compare-table tbody tr").count();
      await chooseTwo(page, "newquay", "rufford");
      expect((await headings(page)).map((text) => text.split("\n")[0])).toEqual([
        "Subject",
        "Newquay Primary Academy",
        "Rufford Primary School",
      ]);
      await page.getByRole("button", { name: "Only what differs" }).click();
      expect(await page.locator(".compare-table tbody tr").count()).toBeLessThan(all);
      expect(await page.locator(".compare-table tr.same").count()).toBe(0);
      // Both open at 08:50, so that is no difference.
      expect(await row(page, "morning register opens").count()).toBe(0);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Download as CSV" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("policies-compared.csv");
      const csv = readFileSync(await download.path(), "utf8");
      expect(csv.split("\r\n")[0]).toBe("\uFEFFSection,Subject,Newquay Primary Academy,Rufford Primary School");
      expect(csv).not.toContain("morning register opens");
    }));

  test("the same pupil under each: who would have done what by when, drawn and as a table", () =>
    walk(async (page) => {
      await page.getByRole("button", { name: "The same pupil under each" }).click();
      await page.getByLabel("Which pupil").selectOption("holiday");
      await page.locator(".pupil-side").first().waitFor();
      await page.waitForFunction(() => document.querySelector(".compare-table")?.textContent?.includes("fortnight"));
      expect(await page.locator(".pupil-side h4").count()).toBe(5);
      expect(await row(page, "holds").innerText()).toContain("At the national threshold");
      const own = page.locator(".pupil-side").first();
      expect(await own.locator("tbody").innerText()).toContain("The headteacher must consider penalty notice");
      const rows = await own.locator("tbody tr").count();
      expect(await own.locator("svg .deed").count()).toBe(rows);
    }));

  test("a policy that cannot run is left out and told; others are ticked in and out", () =>
    walk(async (page) => {
      await page.locator(".which-policies > summary").click();
      await page.getByRole("checkbox", { name: "Slade" }).uncheck();
      await page.getByRole("checkbox", { name: "Rufford Primary School" }).uncheck();
      await page.getByRole("checkbox", { name: "Newquay Primary Academy" }).uncheck();
      await page.waitForFunction(() => document.querySelectorAll(".compare-table thead th").length === 3);
      await goTo(page, "policy");
      await page.getByRole("textbox", { name: "The policy's rules" }).click();
      await page.keyboard.press("Control+Home");
      await page.keyboard.type("nonsense here\n");
      await goTo(page, "compare");
      await page.locator(".compare .notice.bad").waitFor();
      expect(await page.locator(".compare .notice.bad").innerText()).toContain("left out, because it cannot run yet");
    }));
});

describe("by the keyboard alone", () => {
  test("a section is gone to, an entry is read, and Escape leads back to it", () =>
    walk(async (page) => {
      await page.locator(".section-links button", { hasText: "Penalty notices" }).focus();
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Penalty notices");
      await page.keyboard.press("Tab");
      const said = await page.evaluate(() => document.activeElement?.textContent ?? "");
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor();
      expect(await page.locator(".provision-says").innerText()).toContain(said);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(said);
    }));
});

describe.each([
  ["light", "light", 1440, 900],
  ["dark", "dark", 1440, 900],
  ["a phone", "light", 390, 844],
] as const)("in %s", (_name, colorScheme, width, height) => {
  test("axe finds nothing on the comparison, and nothing is wider than the window", () =>
    walk(
      async (page) => {
        // Two of them have the same parts as five, and axe is the quicker for it.
        await chooseTwo(page, "hall-green", "newquay");
        expect(await axeFindings(page, ".compare")).toEqual([]);
        await page.locator(".entry").first().click();
        await page.getByRole("dialog").waitFor();
        expect(await axeFindings(page, "dialog")).toEqual([]);
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "The same pupil under each" }).click();
        await page.getByLabel("Which pupil").selectOption("second-notice");
        // The pupil of the page may have been told by then; this one is looked at on a day of its own.
        await page.locator(".pupil-timelines", { hasText: "Tue 24 Mar 2026" }).locator("svg").first().waitFor();
        expect(await axeFindings(page, ".compare")).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      },
      { viewport: { width, height }, colorScheme, reducedMotion: "reduce" },
    ));
});
