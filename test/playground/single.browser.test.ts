// The page as one file: opened from a disk, worked with, saved with everything in it, and opened again.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pack } from "../../playground/share/handed.ts";
import { goTo } from "./moves.ts";
import { walking } from "./walking.ts";

const hallGreen = readFileSync(new URL("../../policies/hall-green/hall-green.rollcall", import.meta.url), "utf8");
const changed = hallGreen.replace(
  '"Hall Green Primary School"',
  '"A school </script><script>window.broken=1</script>"',
);

const { playground } = walking("single");

async function savePage(page: Page): Promise<string> {
  await goTo(page, "share");
  const button = page.getByRole("button", { name: "Save this page" });
  await button.and(page.locator(":enabled")).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(download.suggestedFilename()).toBe("hall-green.html");
  return readFileSync(await download.path(), "utf8");
}

describe("the page as one file", () => {
  test("opens from a disk, asks nothing of anybody, and allows only the script and the style within it", async () => {
    const { page, complaints, close } = await playground().open();
    try {
      expect(playground().url).toMatch(/^file:/);
      await page.selectOption("#story", "holiday");
      await page.locator(".session.unauthorised").nth(9).waitFor();
      const policy = (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content")) ?? "";
      expect(policy).toMatch(/script-src 'sha256-[\w+/=]+';/);
      expect(policy).not.toMatch(/unsafe|\*|https?:|'self'/);
      for (const view of await page
        .locator(".navigation a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))) {
        await goTo(page, view);
        await page.waitForFunction(() => document.querySelector("main .loading") === null);
      }
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
  });

  test("brings no compiler along, and says what writes the policy as a program instead", async () => {
    const { page, complaints, close } = await playground().open();
    try {
      await goTo(page, "documents");
      await page.getByLabel("As a program").check();
      await page.getByRole("button", { name: "Write the program" }).click();
      await page.locator(".listing", { hasText: "npx rollcall build hall-green.rollcall" }).waitFor();
      expect(readFileSync(fileURLToPath(playground().url)).length).toBeLessThan(4_000_000);
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
  });

  test("saves itself with a changed policy inside, and opens with it again", async () => {
    const packed = await pack({
      version: 1,
      policy: { name: "hall-green/hall-green.rollcall", text: changed },
      readings: [],
      asOf: 20_525 * 86_400 + 57_600,
    });
    const first = await playground().open({}, `#policy;${packed ?? ""}`);
    let saved = "";
    try {
      await first.page.waitForFunction(() => document.querySelector("h1")?.textContent?.includes("</script>"));
      saved = await savePage(first.page);
      expect(first.complaints).toEqual([]);
    } finally {
      await first.close();
    }
    const whole = readFileSync(fileURLToPath(playground().url), "utf8");
    expect(saved.length).toBeGreaterThan(whole.length * 0.95);
    // What was open stands in the file as letters and digits alone.
    expect(/<script type="application\/json" id="kept">(.*?)<\/script>/s.exec(saved)?.[1]).toMatch(/^p=[\w-]+$/);
    const place = fileURLToPath(playground().url).replace(/[^/]+$/, "saved.html");
    writeFileSync(place, saved);
    const again = await playground().open({}, "#pupil", "saved.html");
    try {
      await again.page.locator(".handed .notice.good", { hasText: "Opened as it was saved" }).waitFor();
      await again.page.waitForFunction(() => document.querySelector("h1")?.textContent?.includes("</script>"));
      expect(await again.page.evaluate(() => "broken" in window)).toBe(false);
      // And once more from there.
      expect((await savePage(again.page)).length).toBe(saved.length);
      expect(again.complaints).toEqual([]);
    } finally {
      await again.close();
    }
  });
});
