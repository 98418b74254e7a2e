// The whole school in a real browser: made up and read by mouse, its own files read by keyboard, forgotten, and looked at by axe.

import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { workbookFiles, zip } from "../data/zip.ts";
import { axeFindings } from "./axe.ts";
import type { OpenedPage } from "./browser.ts";
import { goTo, tabTo } from "./moves.ts";
import { walking } from "./walking.ts";

const { walk: walkPage } = walking();

/** Begins at the whole school. */
function walk(journey: (page: Page, opened: OpenedPage) => Promise<void>, options = {}): Promise<void> {
  return walkPage(async (page, opened) => {
    await goTo(page, "school");
    await page.locator("#school-title").waitFor();
    await journey(page, opened);
  }, options);
}

const PUPILS = "id,name,year,class,from\nP1,=Ada,4,4A,2025-09-03\nP2,<b>Ben</b>,5,5B,2025-09-03\n";
/** As long as a name may be, without a place to break it. */
const LONG_NAME = "x".repeat(300);
/** A fortnight away without leave, and then in school. */
const MARKS = `pupil,start,marks\nP1,2026-03-02,${"OO".repeat(5)}----${"OO".repeat(5)}\nP2,2026-03-02,${"/\\".repeat(5)}----${"/\\".repeat(5)}\n`;
const MAPPING = "marks:\n  string-days: every-day\n";

function file(name: string, content: string | Uint8Array) {
  return { name, mimeType: "text/csv", buffer: Buffer.from(content) };
}

async function chooseOwn(page: Page, pupils = PUPILS): Promise<void> {
  await page
    .locator("#school-files")
    .setInputFiles([file("pupils.csv", pupils), file("marks.csv", MARKS), file("mapping.yaml", MAPPING)]);
  await page.locator(".school .figures").waitFor({ timeout: 30_000 });
}

async function makeUp(page: Page, pupils: string): Promise<void> {
  await page.locator("#school-pupils").fill(pupils);
  await page.getByRole("button", { name: "Make it up" }).click();
  await page.locator(".spread").waitFor({ timeout: 60_000 });
}

describe("by mouse", () => {
  test("a school is made up, looked at, and one of its pupils is opened", () =>
    walk(async (page) => {
      await page.locator("#school-pupils").fill("many");
      await page.getByRole("button", { name: "Make it up" }).click();
      expect(await page.locator(".school .error-message").innerText()).toBe("Write a whole number from 1 to 3000");
      await makeUp(page, "12");
      expect(await page.locator(".school-now").innerText()).toContain("12 made-up pupils");
      expect(await page.locator(".spread").getAttribute("aria-label")).toContain("at 95.5% with");
      await page.getByRole("button", { name: "Pupils", exact: true }).click();
      const first = page.locator("#pupils-title ~ .table-frame tbody tr").first();
      const share = await first.locator("td").nth(1).innerText();
      await first.locator("button").click();
      await page.locator("#pupil-title").waitFor();
      expect(await page.locator(".pupil .notice").first().innerText()).toMatch(/This is pupil P00\d\d of the school/);
      await page.waitForFunction((wanted) => document.querySelector(".figure strong")?.textContent === wanted, share);
    }));

  test("its own files give the morning list, which can be taken away and is safe in a spreadsheet; then it is forgotten", () =>
    walk(async (page) => {
      await chooseOwn(page);
      expect(await page.locator("#read-title").innerText()).toBe("2 pupils read");
      await page.getByRole("button", { name: "This morning’s list" }).click();
      await page.locator(".role-section").first().waitFor({ timeout: 30_000 });
      const head = page.locator(".role-section", { has: page.locator("h4", { hasText: "Headteacher" }) });
      expect(await head.innerText()).toContain("P1 =Ada, 4A");
      expect(await page.locator(".morning").innerText()).toContain("Consider penalty notice");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Download the list (CSV)" }).click(),
      ]);
      const text = readFileSync(await download.path(), "utf8");
      expect(download.suggestedFilename()).toBe("morning-list-2026-03-13.csv");
      expect(text).toContain(",'=Ada,");
      expect(text).not.toContain(",=Ada,");
      await page.getByRole("button", { name: /^P1 / }).first().click();
      await page.locator("#pupil-title").waitFor();
      await page.waitForFunction(() => document.querySelector(".figure strong")?.textContent === "0.0%");
      await goTo(page, "school");
      await page.getByRole("button", { name: "Forget this school" }).click();
      expect(await page.locator(".school [role=status]").first().innerText()).toContain("forgotten");
      expect(await page.locator(".school").innerText()).not.toContain("Ada");
      await goTo(page, "pupil");
      await page.waitForFunction(() => document.querySelector(".figure strong")?.textContent === "100.0%");
      expect(await page.getByRole("button", { name: "Undo", exact: true }).last().isDisabled()).toBe(true);
    }));

  test("files that are no school, and a workbook that unpacks without end, are told of and the page goes on", () =>
    walk(async (page) => {
      const bomb = zip({ ...workbookFiles(""), "xl/worksheets/first.xml": new Uint8Array(120_000_000) });
      await page.locator("#school-files").setInputFiles([file("pupils.xlsx", bomb), file("marks.csv", "a,b\n1,2\n")]);
      await page.locator("#read-title").waitFor({ timeout: 30_000 });
      expect(await page.locator("#read-title").innerText()).toBe("These files are not yet a school");
      expect(await page.locator(".file-faults").first().innerText()).toContain("far larger than any school’s table");
      await chooseOwn(page);
    }));
});

describe("by the keyboard alone", () => {
  test("a school is made up, a role's list is chosen, and a pupil opened from it", () =>
    walk(async (page) => {
      await tabTo(page, "#school-pupils");
      await page.keyboard.press("Control+a");
      await page.keyboard.type("10");
      await page.keyboard.press("Enter");
      await page.locator(".spread").waitFor({ timeout: 60_000 });
      await tabTo(page, '.school [aria-pressed="false"]');
      await page.keyboard.press("Enter");
      await page.locator(".morning").waitFor({ timeout: 30_000 });
      await tabTo(page, ".offers > summary");
      await page.keyboard.press("Enter");
      await page.locator(".whom button").first().waitFor();
      await tabTo(page, ".whom button");
      await page.keyboard.press("Enter");
      await page.locator("#pupil-title").waitFor();
    }));
});

describe("for everybody", () => {
  for (const [device, viewport] of [
    ["a desktop", { width: 1440, height: 900 }],
    ["a telephone", { width: 390, height: 844 }],
  ] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      test(`axe finds nothing on ${device}, ${colorScheme}, and nothing is wider than the page`, () =>
        walk(
          async (page) => {
            expect(await axeFindings(page, ".school")).toEqual([]);
            await chooseOwn(page, PUPILS.replace("=Ada", LONG_NAME));
            for (const name of ["At a glance", "This morning’s list", "Pupils"]) {
              await page.getByRole("button", { name, exact: true }).click();
              if (name === "This morning’s list") await page.locator(".morning").waitFor({ timeout: 30_000 });
              expect(await axeFindings(page, ".school"), name).toEqual([]);
              const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
              expect(wide, name).toBeLessThanOrEqual(0);
            }
          },
          { viewport, colorScheme },
        ));
    }
  }
});
