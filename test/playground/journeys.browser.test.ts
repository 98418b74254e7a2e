// Six journeys through the page from end to end, each by mouse and each by the keyboard alone.

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { goTo, goToRule, isFocused, restingPlace, tabTo } from "./moves.ts";
import { walking } from "./walking.ts";

const { walk } = walking();

const PUPILS = "id,name,year,class,from\nP1,Ada,4,4A,2025-09-03\nP2,Ben,5,5B,2025-09-03\n";
/** Ada has a week away without leave, and Ben is always in school. */
const MARKS = `pupil,start,marks\nP1,2026-03-02,${"OO".repeat(5)}\nP2,2026-03-02,${"/\\".repeat(5)}\n`;
const MAPPING = "marks:\n  string-days: every-day\n";
const SCHOOL_FILES = [
  ["pupils.csv", PUPILS],
  ["marks.csv", MARKS],
  ["mapping.yaml", MAPPING],
].map(([name = "", text = ""]) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) }));

const MONDAY_2_MARCH = 20514;

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Goes by the links of the page, with Tab and Enter. */
async function goByKeys(page: Page, view: string): Promise<void> {
  await tabTo(page, `a[href="#${view}"]`);
  await press(page, "Enter");
}

/** Along the arrow keys of a choice, to the value. */
async function chooseByKeys(page: Page, selector: string, value: string): Promise<void> {
  await tabTo(page, selector);
  const now = () => page.locator(selector).inputValue();
  await press(page, "Home");
  for (let steps = 0; steps < 40 && (await now()) !== value; steps++) await press(page, "ArrowDown");
  expect(await now()).toBe(value);
}

async function editorOf(page: Page): Promise<void> {
  await page.waitForSelector("#panel-rules .cm-content", { state: "attached" });
}

async function checkSays(page: Page, words: RegExp): Promise<void> {
  await page.locator(".check > p", { hasText: words }).waitFor();
}

describe("a policy is edited, and an error mended", () => {
  const LINE = 'status often-late "Often late" when atendance this year below 80%';

  test("by mouse", () =>
    walk(async (page) => {
      await editorOf(page);
      await page.locator("#panel-rules .cm-line", { hasText: "review by 2027-02-28" }).click();
      await press(page, "End", "Enter");
      await page.keyboard.insertText(LINE);
      await checkSays(page, /^[1-9]\d* error/);
      await page
        .locator(".error-summary")
        .getByRole("button", { name: /attendance$/ })
        .click();
      await checkSays(page, /^It can run\./);
      await page.locator("#panel-rules .cm-line", { hasText: "when attendance this year below 80%" }).waitFor();
    }));

  test("by keyboard", () =>
    walk(async (page) => {
      await editorOf(page);
      await tabTo(page, ".cm-content");
      await press(page, "Control+End", "Enter");
      await page.keyboard.insertText(LINE);
      await checkSays(page, /^[1-9]\d* error/);
      await page.locator(".error-summary", { hasText: "atendance" }).waitFor();
      await press(page, "Shift+F8");
      await page.locator(".cursor-problem.error").waitFor();
      await press(page, "Control+.");
      await page.locator("[data-fix]:focus").waitFor();
      await press(page, "Enter");
      await checkSays(page, /^It can run\./);
    }));
});

describe("95 becomes 96, and who changes is read", () => {
  const whoChanges = (page: Page) => page.locator("[aria-labelledby=school-change-title]");

  async function readIt(page: Page): Promise<void> {
    const changed = page.locator("[aria-labelledby=changes-title]");
    await changed.locator("ins", { hasText: "96%" }).waitFor();
    expect(await changed.locator("del").first().innerText()).toContain("95%");
    await whoChanges(page)
      .getByText(/Of 100 pupils, \d+ (?:is|are) treated otherwise/)
      .first()
      .waitFor({ timeout: 60_000 });
    await expect.poll(() => whoChanges(page).innerText()).toMatch(/causing concern|[Ss]tage 1/);
  }

  test("by mouse", () =>
    walk(async (page) => {
      await editorOf(page);
      await goTo(page, "what-if");
      await page.selectOption("#school-size", "100");
      await page.getByRole("button", { name: "Try it on a whole school" }).click();
      const step = await goToRule(page, "step “Stage 1”", 'step letter "Stage 1"');
      const box = await restingPlace(step.locator(".cm-figure", { hasText: /^95%$/ }));
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 20, y, { steps: 6 });
      await expect.poll(() => page.locator(".cm-tooltip.told .value").innerText()).toBe("96%");
      await page.mouse.up();
      await readIt(page);
    }));

  test("by keyboard", () =>
    walk(async (page) => {
      await editorOf(page);
      await goByKeys(page, "what-if");
      await page.locator("#school-size").waitFor();
      await tabTo(page, ".turn:has-text('Stage 1'):not(:has-text('Stage 1 letter')) .turn-slider");
      await press(page, "ArrowRight", "ArrowRight");
      await chooseByKeys(page, "#school-size", "100");
      await press(page, "Tab", "Enter");
      await readIt(page);
    }));
});

describe("a pupil reaches a penalty notice, and the reason is read", () => {
  const notice = (page: Page) => page.getByRole("button", { name: /^The headteacher must consider penalty notice/ });

  async function readIt(page: Page): Promise<void> {
    const why = page.locator(".why-panel");
    await why.locator(".why-sentence").waitFor();
    expect(await why.locator(".why-sentence").innerText()).toMatch(/because .* is 10 sessions, at least 10 sessions/);
    expect(await why.locator(".clauses").innerText()).toContain("HAL-076");
    expect(await why.innerText()).toContain("hall-green.rollcall, line");
    expect(await page.locator(".session.counted").count()).toBe(10);
    await page.locator("#panel-rules .lit-line").first().waitFor({ state: "attached" });
  }

  test("by mouse", () =>
    walk(async (page) => {
      await editorOf(page);
      const cell = (day: number, half: string) => page.locator(`[data-session="${day} ${half}"]`);
      await cell(MONDAY_2_MARCH, "AM").scrollIntoViewIfNeeded();
      await cell(MONDAY_2_MARCH, "AM").hover();
      await page.mouse.down();
      await cell(MONDAY_2_MARCH + 2, "PM").hover();
      await cell(MONDAY_2_MARCH + 4, "PM").hover();
      await page.mouse.up();
      expect(await page.locator(".session", { hasText: /^O$/ }).count()).toBe(10);
      await notice(page).click();
      await readIt(page);
    }));

  test("by keyboard, and the reason is left again", () =>
    walk(async (page) => {
      await editorOf(page);
      await tabTo(page, "[data-session]");
      const at = () => page.evaluate(() => document.activeElement?.getAttribute("data-session"));
      for (let days = 0; days < 20 && (await at()) !== `${MONDAY_2_MARCH + 4} PM`; days++)
        await press(page, "ArrowUp", "End");
      for (let session = 0; session < 9; session++) await press(page, "Shift+ArrowLeft");
      await press(page, "g");
      expect(await page.locator(".session", { hasText: /^G$/ }).count()).toBe(10);
      await press(page, "Control+z");
      expect(await page.locator(".session", { hasText: /^G$/ }).count()).toBe(0);
      await press(page, "Control+y");
      await notice(page).waitFor();
      const focused = () => isFocused(notice(page));
      for (let tabs = 0; tabs < 100 && !(await focused()); tabs++) await press(page, "Tab");
      await press(page, "Enter");
      await readIt(page);
      await page.locator("#why-title:focus").waitFor();
      await press(page, "Escape");
      expect(await page.locator(".why-panel").count()).toBe(0);
      expect(await focused()).toBe(true);
    }));
});

describe("a school's own files give the morning list", () => {
  async function readIt(page: Page): Promise<void> {
    const head = page.locator(".role-section", { has: page.locator("h4", { hasText: "Headteacher" }) });
    await head.waitFor({ timeout: 30_000 });
    expect(await head.innerText()).toContain("Consider penalty notice");
    expect(await head.innerText()).toContain("P1 Ada, 4A");
  }

  test("by mouse", () =>
    walk(async (page) => {
      await page.getByRole("link", { name: "Whole school" }).click();
      await page.locator("#school-files").setInputFiles(SCHOOL_FILES);
      await page.locator("#read-title", { hasText: "2 pupils read" }).waitFor({ timeout: 30_000 });
      await page.getByRole("button", { name: "This morning’s list" }).click();
      await readIt(page);
      await page.getByRole("button", { name: "Forget this school" }).click();
      await expect.poll(() => page.locator(".school").innerText()).not.toContain("Ada");
    }));

  test("by keyboard", () =>
    walk(async (page) => {
      await goByKeys(page, "school");
      await page.locator("#school-files").waitFor({ state: "attached" });
      // The browser is told to hand its dialogue over before the key that opens it is on its way.
      const choosing = page.waitForEvent("filechooser");
      await tabTo(page, "#school-files");
      await press(page, "Enter");
      const chooser = await choosing;
      await chooser.setFiles(SCHOOL_FILES);
      await page.locator("#read-title", { hasText: "2 pupils read" }).waitFor({ timeout: 30_000 });
      await tabTo(page, '.school [aria-pressed="false"]');
      await press(page, "Enter");
      await readIt(page);
    }));
});

describe("two schools are compared", () => {
  const closes = (page: Page) =>
    page.locator(".compare-table tbody tr", {
      has: page.getByRole("rowheader", { name: "morning register closes", exact: true }),
    });

  async function readIt(page: Page): Promise<void> {
    await page.waitForFunction(() => document.querySelectorAll(".compare-table thead th").length === 3);
    const heads = await page.locator(".compare-table thead th").allInnerTexts();
    expect(heads.slice(1).map((text) => text.split("\n")[0])).toEqual(["Hall Green Primary School", "Slade"]);
    expect((await closes(page).locator("td").allInnerTexts()).map((text) => /\d\d:\d\d/.exec(text)?.[0])).toEqual([
      "09:10",
      "08:55",
    ]);
  }

  test("by mouse", () =>
    walk(async (page) => {
      await page.getByRole("link", { name: "Compare", exact: true }).click();
      await page.locator(".which-policies > summary").click();
      await page.getByLabel("Two side by side, in full").check();
      await page.getByLabel("On the left").selectOption("hall-green");
      await page.getByLabel("On the right").selectOption("slade");
      await readIt(page);
      await closes(page).getByRole("button").last().click();
      expect(await page.getByRole("dialog").innerText()).toMatch(/slade\.rollcall, line \d+/);
    }));

  test("by keyboard", () =>
    walk(async (page) => {
      await goByKeys(page, "compare");
      await page.locator(".which-policies > summary").waitFor();
      await tabTo(page, ".which-policies > summary");
      await press(page, "Enter");
      for (const name of ["Delapre", "Newquay", "Rufford"]) {
        const box = page.getByRole("checkbox", { name: new RegExp(name) });
        for (let tabs = 0; tabs < 60 && !(await isFocused(box)); tabs++) await press(page, "Tab");
        await press(page, "Space");
      }
      await readIt(page);
      await tabTo(page, ".entry");
      await press(page, "Enter");
      await page.getByRole("dialog").waitFor();
      await press(page, "Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
    }));
});

describe("a changed policy and its pupil are shared, opened elsewhere and printed", () => {
  async function linkOf(page: Page): Promise<string> {
    const address = page.locator("#share-address");
    await page.waitForFunction(
      () => (document.querySelector<HTMLTextAreaElement>("#share-address")?.value.length ?? 0) > 200,
    );
    return `#${(await address.inputValue()).split("#")[1] ?? ""}`;
  }

  async function openedElsewhere(page: Page): Promise<void> {
    await page.locator(".handed .notice").waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".session.unauthorised").length >= 10);
    await page.locator(".figure").waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".masthead").isVisible()).toBe(false);
    expect(await page.locator(".pupil .register").isVisible()).toBe(true);
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
    expect(paper.length).toBeGreaterThan(20_000);
  }

  test("by mouse", async () => {
    let link = "";
    await walk(async (page) => {
      await page.selectOption("#story", "holiday");
      await page.getByRole("link", { name: "Share and save" }).click();
      await page.getByLabel("Put the pupil in as well").check();
      link = await linkOf(page);
    });
    await walk(openedElsewhere, {}, link);
  });

  test("by keyboard", async () => {
    let link = "";
    await walk(async (page) => {
      await chooseByKeys(page, "#story", "holiday");
      await goByKeys(page, "share");
      await page.locator("#share-title").waitFor();
      await tabTo(page, ".share input[type=checkbox]");
      await press(page, "Space");
      link = await linkOf(page);
    });
    await walk(openedElsewhere, {}, link);
  });
});
