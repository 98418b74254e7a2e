// Names in the page's editor, followed and renamed in a real browser, by keys, by mouse and by buttons; and what stands beside the text
// without being part of it. In text and in YAML.

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings } from "./axe.ts";
import { goTo, restingPlace } from "./moves.ts";
import { walking } from "./walking.ts";

const { walk: walkPage } = walking();

type Panel = "rules" | "yaml";

/** Begins once the editor has asked what stands beside the text. */
function walk(journey: (page: Page) => Promise<void>, options = {}): Promise<void> {
  return walkPage(async (page) => {
    await page.locator(".name-tools").waitFor({ state: "attached" });
    await journey(page);
  }, options);
}

interface Drawn {
  readonly cmTile: {
    readonly view: {
      readonly state: {
        readonly doc: { readonly toString: () => string };
        readonly selection: { readonly main: { readonly from: number; readonly to: number } };
      };
      readonly dispatch: (what: object) => void;
      readonly focus: () => void;
    };
  };
}

interface Stands {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

async function stateOf(page: Page, panel: Panel = "rules"): Promise<Stands> {
  return page.evaluate((name) => {
    const content = document.querySelector(`#panel-${name} .editor`)?.shadowRoot?.querySelector(".cm-content");
    const { doc, selection } = (content as unknown as Drawn).cmTile.view.state;
    return { text: doc.toString(), from: selection.main.from, to: selection.main.to };
  }, panel);
}

/** Puts the cursor into the first of the words that fit, so many characters in. */
async function cursorTo(page: Page, words: RegExp, into = 0, panel: Panel = "rules"): Promise<number> {
  const { text } = await stateOf(page, panel);
  const at = text.search(words);
  if (at < 0) throw new Error(`the text does not say ${words}`);
  await page.evaluate(
    ([name, anchor]) => {
      const content = document.querySelector(`#panel-${name} .editor`)?.shadowRoot?.querySelector(".cm-content");
      const { view } = (content as unknown as Drawn).cmTile;
      view.dispatch({ selection: { anchor }, scrollIntoView: true });
      view.focus();
    },
    [panel, at + into] as const,
  );
  return at + into;
}

async function selected(page: Page, panel: Panel = "rules"): Promise<string> {
  const { text, from, to } = await stateOf(page, panel);
  return text.slice(from, to);
}

async function checkSays(page: Page, words: RegExp): Promise<void> {
  await expect.poll(() => page.locator(".check > p").innerText()).toMatch(words);
}

const said = (page: Page) => page.locator(".name-said");

describe("following a name", () => {
  test("F12 goes to its declaration, and back again; a word of the language is no name", () =>
    walk(async (page) => {
      const start = await cursorTo(page, /causing-concern\) or punctuality-concern/, 3);
      await page.keyboard.press("F12");
      await said(page).getByText("is declared here").waitFor();
      expect(await selected(page)).toBe("causing-concern");
      const { text, from } = await stateOf(page);
      expect(from).not.toBe(start - 3);
      expect(text.slice(0, from)).toMatch(/\n\w+ $/);
      await page.keyboard.press("Control+u");
      expect((await stateOf(page)).from).toBe(start);
      await cursorTo(page, /procedure stages/, 2);
      await page.keyboard.press("F12");
      await said(page).getByText("no name here that could be followed").waitFor();
      await page.locator(".cm-tooltip .note, .cm-tooltip.note").waitFor();
      await page.keyboard.press("ArrowRight");
      await page.locator(".cm-tooltip.note").waitFor({ state: "detached" });
      expect(await said(page).innerText()).toBe("");
    }));

  test("a press with Ctrl follows the word under the pointer, and a plain press only puts the cursor there", () =>
    walk(async (page) => {
      await cursorTo(page, /causing-concern\) or punctuality-concern/);
      const word = page.locator("#panel-rules .cm-line", { hasText: "causing-concern) or" }).first();
      await restingPlace(word);
      const place = await word.evaluate((line) => {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = node.textContent?.indexOf("causing-concern") ?? -1;
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at + 3);
          range.setEnd(node, at + 4);
          const { x, y, height } = range.getBoundingClientRect();
          return { x: x + 2, y: y + height / 2 };
        }
        throw new Error("the word is not drawn");
      });
      await page.mouse.click(place.x, place.y);
      expect(await selected(page)).toBe("");
      await page.keyboard.down("Control");
      await page.mouse.click(place.x, place.y);
      await page.keyboard.up("Control");
      await expect.poll(() => selected(page)).toBe("causing-concern");
    }));

  test("every place that speaks of it is listed, gone to with keys, and the list left with Escape", () =>
    walk(async (page) => {
      await cursorTo(page, /causing-concern\) or punctuality-concern/, 3);
      await page.keyboard.press("Shift+F12");
      const list = page.locator(".named-places");
      await list.getByText(/“causing-concern”, .*stands in \d+ places/).waitFor();
      const links = list.getByRole("button", { name: /^Line/ });
      const { text } = await stateOf(page);
      expect(await links.count()).toBe(text.match(/(?<![\w-])causing-concern(?![\w-])/g)?.length);
      expect(await links.filter({ hasText: ", declared" }).count()).toBe(1);
      // The heading is spoken first; the first place is one key away.
      await list.locator("h2:focus").waitFor();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect.poll(() => selected(page)).toBe("causing-concern");
      expect(await axeFindings(page, ".policy")).toEqual([]);
      await links.first().focus();
      await page.keyboard.press("Escape");
      await list.waitFor({ state: "detached" });
      await page.keyboard.type("x");
      expect((await stateOf(page)).text).toHaveLength(text.length - "causing-concern".length + 1);
    }));

  test("what the nation declares is shown there, and opened at its place", () =>
    walk(async (page) => {
      await cursorTo(page, /school must send stage-1-letter to parents/, "school must send stage-1-letter to ".length);
      await page.getByRole("button", { name: "Where declared" }).click();
      const list = page.locator(".named-places");
      await list.getByText(/“parents”, a word of the school, is declared in/).waitFor();
      await list.getByRole("heading", { name: "School attendance in England" }).waitFor();
      await list.getByRole("button", { name: /role parents/ }).click();
      await page.locator("#policy-title", { hasText: "School attendance in England" }).waitFor();
      await expect.poll(() => selected(page)).toBe("parents");
    }));

  test("a clause leads to what it says", () =>
    walk(async (page) => {
      await cursorTo(page, /HAL-049/, 2);
      await page.keyboard.press("F12");
      await page.locator(".named-places", { hasText: "“HAL-049”, a clause, is declared in one place" }).waitFor();
      expect(await page.locator(".named-places").innerText()).toMatch(
        /In the file of clauses\s+Stage 1: .*punctuality/,
      );
    }));
});

describe("another name", () => {
  test("every place takes it at once, the policy means the same, and one undo takes it back", () =>
    walk(async (page) => {
      await checkSays(page, /^It can run\. \d/);
      const check = await page.locator(".check > p").innerText();
      const { text: before } = await stateOf(page);
      await cursorTo(page, /causing-concern\) or punctuality-concern/, 3);
      await page.keyboard.press("F2");
      await page.locator(".rename input").waitFor();
      await page.keyboard.type("worrying");
      await page.keyboard.press("Enter");
      await said(page)
        .getByText(/“causing-concern” is called “worrying” now, in \d+ places/)
        .waitFor();
      expect((await stateOf(page)).text).toBe(before.replaceAll(/(?<![\w-])causing-concern(?![\w-])/g, "worrying"));
      // Whatever is asked of a name is answered once the text with it has been read.
      await page.keyboard.press("F12");
      await said(page).getByText("“worrying” is declared here").waitFor();
      await expect.poll(() => page.locator(".check > p").innerText()).toBe(check);
      await page.keyboard.press("Control+z");
      expect((await stateOf(page)).text).toBe(before);
    }));

  test("a name that is taken, none, or not the author's is refused in words, and nothing changes", () =>
    walk(async (page) => {
      const { text: before } = await stateOf(page);
      await cursorTo(page, /causing-concern\) or punctuality-concern/, 3);
      await page.keyboard.press("F2");
      const field = page.locator(".rename");
      await field.waitFor();
      const refusal = async (name: string): Promise<string> => {
        await field.locator("input").fill(name);
        await page.keyboard.press("Enter");
        await expect.poll(() => field.getByRole("alert").innerText()).toContain(`“${name}”`);
        return field.getByRole("alert").innerText();
      };
      expect(await refusal("must")).toContain("cannot be a name");
      expect(await refusal("punctuality-concern")).toMatch(/is already a decision: hall-green\.rollcall, line \d+/);
      expect(await axeFindings(page, ".policy")).toEqual([]);
      await page.keyboard.press("Escape");
      await field.waitFor({ state: "detached" });
      await cursorTo(page, /school must send stage-1-letter to parents/, "school must send stage-1-letter to ".length);
      await page.getByRole("button", { name: "Rename" }).click();
      await said(page).getByText("it is not yours to rename").waitFor();
      expect(await field.count()).toBe(0);
      expect((await stateOf(page)).text).toBe(before);
    }));
});

describe("beside the text", () => {
  test("values and weekdays are shown, are no part of what is copied, and can be put away", () =>
    walk(async (page) => {
      const from = await cursorTo(page, /review by 2027-02-28/);
      const line = page.locator("#panel-rules .cm-line", { hasText: "review by 2027-02-28" });
      const hint = line.locator(".cm-hint");
      await hint.getByText("Sun", { exact: true }).waitFor();
      await hint.click();
      expect((await stateOf(page)).from).toBe(from + "review by 2027-02-28".length);
      await page.keyboard.press("Home");
      // The cursor steps from the last figure to the end of the line in one press.
      await page.keyboard.press("End");
      expect((await stateOf(page)).from).toBe(from + "review by 2027-02-28".length);
      await page.keyboard.press("Shift+Home");
      const copied = await page.evaluate(() => {
        const root = document.querySelector("#panel-rules .editor")?.shadowRoot;
        const clipboardData = new DataTransfer();
        const event = new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true });
        root?.querySelector(".cm-content")?.dispatchEvent(event);
        return clipboardData.getData("text/plain");
      });
      expect(copied).toBe("review by 2027-02-28");
      await page.getByRole("button", { name: "Values in the text" }).click();
      await hint.waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Values in the text" }).click();
      await hint.waitFor();
    }));

  test("an example is tried at a press or a key, and what it came to is forgotten once the text changes", () =>
    walk(async (page) => {
      await cursorTo(page, /\nexample "/, 1);
      const button = page.locator("#panel-rules .cm-try").first();
      await button.click();
      await page.locator("#panel-rules .cm-try.passed", { hasText: "✓ passes" }).waitFor();
      await said(page).getByText("✓ passes").waitFor();
      await cursorTo(
        page,
        /expect previous-review-due exactly 2026-01-31/,
        "expect previous-review-due exactly ".length,
      );
      await page.keyboard.press("Shift+End");
      await page.keyboard.type("2026-01-30");
      await page.keyboard.press("Escape");
      await page.locator("#panel-rules .cm-try.passed").waitFor({ state: "detached" });
      await page.keyboard.press("Alt+Enter");
      await expect.poll(() => said(page).innerText()).toMatch(/✗ fails: .*is Sat 31 Jan 2026, not exactly 2026-01-30/);
      await page.locator("#panel-rules .cm-try.failed").waitFor();
      await page.getByRole("button", { name: "Try this example" }).waitFor();
    }));
});

describe("in YAML", () => {
  test("a word is told, followed and renamed, and the rules follow", () =>
    walk(async (page) => {
      await page.getByRole("tab", { name: "YAML" }).click();
      await page.locator("#panel-yaml .cm-line", { hasText: "school-policy:" }).waitFor();
      await checkSays(page, /^It can run/);
      await cursorTo(page, /causing-concern\) or punctuality-concern/, 3, "yaml");
      await page.keyboard.press("F1");
      await page.locator(".cursor-word", { hasText: "Said in this policy." }).waitFor();
      await page.keyboard.press("F12");
      await expect.poll(() => selected(page, "yaml")).toBe("causing-concern");
      await page.keyboard.press("F2");
      await page.locator(".rename input").waitFor();
      await page.keyboard.type("worrying");
      await page.keyboard.press("Enter");
      await said(page)
        .getByText(/is called “worrying” now/)
        .waitFor();
      await checkSays(page, /^It can run/);
      await page.getByRole("tab", { name: "Rules" }).click();
      await expect.poll(async () => (await stateOf(page)).text).toMatch(/(?<![\w-])worrying(?![\w-])/);
      expect((await stateOf(page)).text).not.toMatch(/(?<![\w-])causing-concern(?![\w-])/);
    }));
});

test("on a telephone a name is followed and renamed with buttons, and nothing is wider than the window", () =>
  walk(
    async (page) => {
      await goTo(page, "policy");
      await page.getByRole("tab", { name: "Rules" }).click();
      await cursorTo(page, /causing-concern\) or punctuality-concern/, 3);
      expect(await page.getByRole("button", { name: "Values in the text" }).getAttribute("aria-pressed")).toBe("false");
      await page.getByRole("button", { name: "Where used" }).tap();
      await page.locator(".named-places").waitFor();
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      expect(await width()).toBeLessThanOrEqual(390);
      expect(await axeFindings(page, ".policy")).toEqual([]);
      await page.getByRole("button", { name: "Back to the text" }).tap();
      await page.getByRole("button", { name: "Rename" }).tap();
      await page.locator(".rename input").fill("must");
      await page.locator(".rename").getByRole("button", { name: "Rename" }).tap();
      await page.locator(".rename").getByText("cannot be a name").waitFor();
      const box = await restingPlace(page.locator(".cm-tooltip.rename"));
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(390);
      expect(await width()).toBeLessThanOrEqual(390);
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true },
  ));
