// The policy's side of the page in a real browser: its text written, its figures turned, its problems mended, its forms exchanged.

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings } from "./axe.ts";
import { goTo, goToRule, restingPlace } from "./moves.ts";
import { walking } from "./walking.ts";

const { walk: walkPage } = walking();

/** Begins once the editor is open. */
function walk(journey: (page: Page) => Promise<void>, options = {}): Promise<void> {
  return walkPage(async (page) => {
    await page.waitForSelector(".editor .cm-content", { state: "attached" });
    await journey(page);
  }, options);
}

/** Milliseconds for which a list that has just opened takes no key, lest one be meant for the text. */
const READY = 600;

/** The text as the page has it, however little of it is drawn. */
async function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const content = document.querySelector("#panel-rules .editor")?.shadowRoot?.querySelector(".cm-content");
    const { view } = (content as unknown as Drawn).cmTile;
    return view.state.doc.toString();
  });
}

/** The editor behind what it draws, by which it finds itself. */
interface Drawn {
  readonly cmTile: { readonly view: { readonly state: { readonly doc: { readonly toString: () => string } } } };
}

async function goToEnd(page: Page): Promise<void> {
  await page.locator("#panel-rules .cm-content").focus();
  await page.keyboard.press("Control+End");
}

/** Types a line at the end of the policy. */
async function addLine(page: Page, text: string): Promise<void> {
  await goToEnd(page);
  await page.keyboard.press("Enter");
  await page.keyboard.type(text);
}

async function checkSays(page: Page, words: RegExp): Promise<void> {
  await page.waitForFunction(
    (source) => new RegExp(source).test(document.querySelector(".check > p")?.textContent ?? ""),
    words.source,
  );
}

/** Goes to the rule that sends stage 1, and gives its 95%. */
async function stageOne(page: Page) {
  const step = await goToRule(page, "step “Stage 1”", 'step letter "Stage 1"');
  return step.locator(".cm-figure", { hasText: /^95%$/ });
}

describe("writing", () => {
  test("no key is lost, an error is told at once, and its fix mends it and can be undone", () =>
    walk(async (page) => {
      await goToEnd(page);
      const added = 'status often-late "Often late" when atendance this year below 80%';
      await page.keyboard.press("Enter");
      await page.keyboard.type(added);
      await page.keyboard.press("Escape");
      expect((await textOf(page)).endsWith(added)).toBe(true);
      await checkSays(page, /^1 error/);
      const summary = page.locator(".error-summary", { hasText: "atendance" });
      await summary.waitFor();
      await summary.getByRole("button", { name: /attendance$/ }).click();
      await checkSays(page, /^It can run\./);
      expect(await textOf(page)).toContain("when attendance this year below 80%");
      await page.locator("#panel-rules .cm-content").focus();
      await page.keyboard.press("Control+z");
      await checkSays(page, /^1 error/);
    }));

  test("by keys alone: the next problem, what would mend it, and the fix", () =>
    walk(async (page) => {
      await addLine(page, 'status often-late "Often late" when atendance this year below 80%');
      await page.keyboard.press("Escape");
      await page.locator(".error-summary", { hasText: "atendance" }).waitFor();
      // What was advised before stays until it has been judged anew, and then nothing is left but the error.
      await page.locator(".problems").waitFor({ state: "detached" });
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("F8");
      await page.locator(".cursor-problem.error").waitFor();
      await page.keyboard.press("Control+.");
      await page.locator("[data-fix]:focus").waitFor();
      await page.keyboard.press("Enter");
      await checkSays(page, /^It can run\./);
    }));

  test("the words that may stand there are offered, and the chosen one is written", () =>
    walk(async (page) => {
      await addLine(page, "duty d every school day {");
      // A list that is open by now would take the next key.
      await page.keyboard.press("Escape");
      await page.keyboard.press("Enter");
      await page.keyboard.type("senior-att");
      await page.locator(".cm-tooltip-autocomplete li", { hasText: "senior-attendance-champion" }).waitFor();
      await page.waitForTimeout(READY);
      await page.keyboard.press("Tab");
      await page.keyboard.type(" must mon");
      await page.locator(".cm-tooltip-autocomplete li", { hasText: /^monitor/ }).waitFor();
      await page.waitForTimeout(READY);
      await page.keyboard.press("Tab");
      expect((await textOf(page)).slice(-60)).toContain("senior-attendance-champion must monitor");
    }));

  test("a name, a clause and a code say what they are when they are pointed at", () =>
    walk(async (page) => {
      await goToRule(page, "coding reasons", "coding reasons");
      const clause = page.locator(".cm-line span", { hasText: /^HAL-023$/ }).first();
      await clause.hover();
      await page.locator(".cm-tooltip .told", { hasText: "Clause HAL-023" }).waitFor();
      await page.mouse.move(5, 5);
      await page.locator(".cm-line span", { hasText: /^I$/ }).first().hover();
      await page.locator(".cm-tooltip .told", { hasText: "authorised absence" }).waitFor();
      // The same by keys, at the cursor: the line begins with the code.
      await page
        .locator(".cm-line", { hasText: "I when reason is illness" })
        .first()
        .click({ position: { x: 60, y: 8 } });
      await page.keyboard.press("Home");
      await page.keyboard.press("F1");
      await page.locator(".cursor-word", { hasText: "Register code I" }).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.locator(".cursor-word").waitFor({ state: "detached" });
    }));
});

describe("turning a figure", () => {
  test("a figure is dragged, the pupil follows, and one undo takes the whole drag back", () =>
    walk(async (page) => {
      const before = await textOf(page);
      const box = await restingPlace(await stageOne(page));
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 30, y, { steps: 6 });
      const bubble = page.locator(".cm-tooltip.told .value");
      await expect.poll(() => bubble.innerText()).toBe("93.5%");
      await page.mouse.move(x + 20, y, { steps: 6 });
      await expect.poll(() => bubble.innerText()).toBe("96%");
      await page.mouse.up();
      await bubble.waitFor({ state: "detached" });
      expect(await textOf(page)).toBe(before.replace(/(step letter "Stage 1" [^]*?)95%/, "$196%"));
      await page.locator(".pupil", { hasText: "attendance this year below 96%" }).waitFor();
      await page.locator("#panel-rules .cm-content").focus();
      await page.keyboard.press("Control+z");
      expect(await textOf(page)).toBe(before);
    }));

  test("by keys: the next number is gone to, named, and stepped", () =>
    walk(async (page) => {
      await stageOne(page);
      const before = await textOf(page);
      await page.locator("#panel-rules .cm-content").focus();
      await page.keyboard.press("Alt+PageDown");
      await page.locator(".cursor-value", { hasText: /95%.*From 0% to 100%/ }).waitFor();
      await page.keyboard.press("Alt+ArrowUp");
      await page.keyboard.press("Alt+ArrowUp");
      await page.locator(".cursor-value strong", { hasText: "96%" }).waitFor();
      await page.keyboard.press("Alt+ArrowDown");
      await page.locator(".cursor-value strong", { hasText: "95.5%" }).waitFor();
      await page.getByRole("button", { name: /^Lower / }).click();
      await page.locator(".cursor-value strong", { hasText: /^95%$/ }).waitFor();
      expect(await textOf(page)).toBe(before);
    }));

  test("a value beyond what the trust allows says so at once", () =>
    walk(async (page) => {
      await page.selectOption("#policy-choice", "slade");
      await page.locator("#policy-title", { hasText: "Slade" }).waitFor();
      await checkSays(page, /^It can run\./);
      await addLine(page, "parameter register-open-at-most is 30 minutes");
      await page.keyboard.press("Escape");
      const value = page.locator(".cursor-value");
      await expect
        .poll(() => value.innerText())
        .toMatch(/^30 minutes[^]*At most 30 minutes: by the trust, “Arthur Terry Learning Partnership”/);
      await page.keyboard.press("Alt+ArrowUp");
      await value.locator(".error-message", { hasText: "Out of range. At most 30 minutes" }).waitFor();
      await checkSays(page, /^1 error/);
      await page.keyboard.press("Alt+ArrowDown");
      await checkSays(page, /^It can run\./);
    }));

  test("a finger drags a figure sideways", () =>
    walk(
      async (page) => {
        await goTo(page, "policy");
        await page.getByRole("tab", { name: "Rules" }).click();
        const figure = await stageOne(page);
        expect(await figure.evaluate((mark) => getComputedStyle(mark).touchAction)).toBe("pan-y");
        const box = await restingPlace(figure);
        const session = await page.context().newCDPSession(page);
        const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number) =>
          session.send("Input.dispatchTouchEvent", {
            type,
            touchPoints: type === "touchEnd" ? [] : [{ x, y: box.y + box.height / 2 }],
          });
        const x = box.x + box.width / 2;
        await touch("touchStart", x);
        for (const far of [5, 10, 15, 20, 28]) await touch("touchMove", x + far);
        await touch("touchEnd", x + 28);
        await page
          .locator(".cm-figure", { hasText: /^96\.5%$/ })
          .first()
          .waitFor();
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true },
    ));
});

describe("the other form", () => {
  test("YAML is the same policy: shown, changed there, and back as text with its comments", () =>
    walk(async (page) => {
      const before = await textOf(page);
      await page.getByRole("tab", { name: "YAML" }).click();
      const yaml = page.locator("#panel-yaml .cm-content");
      await yaml.locator(".cm-line", { hasText: "school-policy:" }).waitFor();
      await page.getByRole("tab", { name: "Rules" }).click();
      expect(await textOf(page)).toBe(before);
      await page.getByRole("tab", { name: "YAML" }).click();
      await yaml.locator(".cm-line", { hasText: "review-by: 2027-02-28" }).click();
      await page.keyboard.press("End");
      // In one step: a date of one digit less cannot be read, and a text that cannot be read is not left.
      await page.keyboard.press("Shift+ArrowLeft");
      await page.keyboard.type("7");
      await page.getByRole("tab", { name: "Rules" }).click();
      await page.waitForFunction(() => document.querySelector("#panel-rules")?.hasAttribute("hidden") === false);
      await expect.poll(() => textOf(page)).toContain("review by 2027-02-27");
      const after = await textOf(page);
      expect(after.match(/^ *--/gm)?.length).toBe(before.match(/^ *--/gm)?.length);
    }));

  test("YAML that cannot be read says where, keeps one there, and can be left for the rules as they were", () =>
    walk(async (page) => {
      const before = await textOf(page);
      await page.getByRole("tab", { name: "YAML" }).click();
      await page.locator("#panel-yaml .cm-line", { hasText: "extends: england" }).click();
      await page.keyboard.press("End");
      // In one step: what can be read of it on the way would be followed by the rules.
      await page.keyboard.insertText(": : [");
      await checkSays(page, /error/);
      await page.locator(".error-summary", { hasText: "Line 8" }).waitFor();
      await page.locator("#panel-yaml .notice.bad").waitFor();
      await page.getByRole("tab", { name: "Rules" }).click();
      await page.locator(".state-said", { hasText: "cannot be read yet" }).waitFor();
      expect(await page.getByRole("tab", { name: "YAML" }).getAttribute("aria-selected")).toBe("true");
      await page.getByRole("button", { name: "Go back to the rules without these changes" }).click();
      expect(await textOf(page)).toBe(before);
    }));
});

describe("policies and files", () => {
  test("changes are put away only when somebody says so", () =>
    walk(async (page) => {
      await addLine(page, "-- mine");
      await page.selectOption("#policy-choice", "slade");
      const warning = page.locator(".policy-picker .notice");
      await warning.getByRole("button", { name: "Stay here" }).click();
      expect(await textOf(page)).toContain("-- mine");
      await page.selectOption("#policy-choice", "slade");
      await warning.getByRole("button", { name: "Open it" }).click();
      await page.locator("#policy-title", { hasText: "Slade" }).waitFor();
      await page.waitForFunction(() => document.querySelector<HTMLSelectElement>("#policy-choice")?.value === "slade");
      await page.locator("#panel-rules .cm-content").focus();
      await page.keyboard.press("Control+z");
      expect(await textOf(page)).toContain('school policy slade "Slade"');
    }));

  test("a file from a disk is opened with its clauses, and what is no policy is refused kindly", () =>
    walk(async (page) => {
      const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
      const input = page.locator(".file-button input");
      await input.setInputFiles([file("shopping.txt", "eggs, <b>milk</b>")]);
      await page.locator(".policy-picker .notice", { hasText: "No policy was found there" }).waitFor();
      const clauses = "policy:\n  title: Hill\nclauses: []\n";
      const policy =
        'school policy hill "Hill <script>alert(1)</script>"\r\nextends england\r\nclauses from "./clauses.yaml"\r\n';
      await input.setInputFiles([file("hill.rollcall", policy), file("clauses.yaml", clauses)]);
      await page.locator("#policy-title", { hasText: "Hill <script>alert(1)</script>" }).waitFor();
      expect(await page.locator(".policy-picker .notice").count()).toBe(0);
      expect(await textOf(page)).toBe(policy.replaceAll("\r\n", "\n"));
      expect(await page.locator("#policy-choice").inputValue()).toBe("");
    }));

  test("a policy that cannot run is never given the answers of the one before it", () =>
    walk(
      async (page) => {
        const text = 'school policy hill "Hill"\nextends nowhere\n';
        const register = page.locator(".register [data-session]").first();
        expect(await register.isVisible()).toBe(true);
        const input = page.locator(".file-button input");
        await input.setInputFiles([{ name: "hill.rollcall", mimeType: "text/plain", buffer: Buffer.from(text) }]);
        await page.locator("#pupil-title + p", { hasText: "as soon as the policy can run" }).waitFor();
        expect(await register.count()).toBe(0);
        // On a telephone the errors stand on another page.
        expect(await page.locator("p.desk-title").innerText()).toContain("The policy cannot run yet");
        expect(await page.locator("h1.desk-title").innerText()).toBe("Hill");
      },
      { viewport: { width: 390, height: 844 } },
    ));

  test("the text is tidied at a press, and a text that cannot be read is left as it is", () =>
    walk(async (page) => {
      await addLine(page, "parameter   my-figure    is 5   sessions");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Shift+Alt+f");
      await page.locator(".state-said", { hasText: "Tidied" }).waitFor();
      expect(await textOf(page)).toContain("\nparameter my-figure is 5 sessions");
      await goToEnd(page);
      await page.keyboard.type("parameter is is");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Tidy" }).click();
      await page.locator(".state-said", { hasText: "can be tidied once it can be read" }).waitFor();
    }));

  test("another reading is followed, and the policy's own again", () =>
    walk(async (page) => {
      await page.locator(".readings > summary").click();
      const half = page.getByRole("group", { name: /^Over what time late/ }).getByLabel("the half-term so far");
      await half.check();
      await page.locator(".readings > summary", { hasText: "1 read otherwise here" }).waitFor();
      await page.getByRole("button", { name: "Read all as the policy does" }).click();
      await page.waitForFunction(
        () => document.querySelector(".readings > summary")?.textContent?.includes("otherwise") === false,
      );
      await expect.poll(() => half.isChecked()).toBe(false);
    }));
});

describe("before the editor is there", () => {
  test("the text stands in the same place and type, and a press into it puts the cursor there", () =>
    walk(async (page) => {
      const placeOf = (selector: string) =>
        page.locator(selector).evaluate((element) => {
          const words = document.createRange();
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const at = node.textContent?.indexOf("extends") ?? -1;
            if (at < 0) continue;
            words.setStart(node, at);
            words.setEnd(node, at + 1);
            const { x, y, height } = words.getBoundingClientRect();
            // The page itself may have been scrolled meanwhile: the text stands where it stood below its tabs.
            const tabs = document.querySelector(".tabs")?.getBoundingClientRect() ?? { x: 0, y: 0 };
            const below = { x: Math.round(x - tabs.x), y: Math.round(y - tabs.y) };
            return { x, y, height: Math.round(height), below };
          }
          return undefined;
        });
      let release = (): void => {};
      const held = new Promise<void>((done) => {
        release = done;
      });
      await page.route(/open-editor/, async (route) => {
        await held;
        await route.continue();
      });
      await page.reload();
      await page.locator(".plain-text", { hasText: "extends england" }).waitFor();
      // What is advised comes after what is wrong, and takes a line above the text.
      await checkSays(page, /^It can run\. \d/);
      const plain = await placeOf(".plain-text");
      if (plain === undefined) throw new Error("the plain text is not drawn");
      await page.mouse.click(plain.x + 2, plain.y + plain.height / 2);
      release();
      await page.locator("#panel-rules .cm-activeLine", { hasText: "extends england" }).waitFor();
      await page.waitForFunction(() =>
        document.querySelector("#panel-rules .editor")?.shadowRoot?.activeElement?.className.includes("cm-content"),
      );
      await page.keyboard.press("Control+Home");
      const movedBy = async (): Promise<number> => {
        const edited = await placeOf("#panel-rules .cm-content");
        if (edited?.height !== plain.height) return Number.POSITIVE_INFINITY;
        return Math.max(Math.abs(edited.below.x - plain.below.x), Math.abs(edited.below.y - plain.below.y));
      };
      // The editor scrolls to what a key asks for at its next measure, not at once; and the two may round a half differently.
      await expect.poll(movedBy).toBeLessThanOrEqual(1);
    }));
});

describe.each([
  ["light", "light", 1440, 900],
  ["dark", "dark", 1440, 900],
  ["a phone", "light", 390, 844],
] as const)("in %s", (_name, colorScheme, width, height) => {
  test("axe finds nothing on the policy's side, and nothing is wider than the window", () =>
    walk(
      async (page) => {
        await goTo(page, "policy");
        if (width < 500)
          await page.locator("#panel-form .topic, #panel-form fieldset, #panel-form input").first().waitFor();
        await page.getByRole("tab", { name: "Rules" }).click();
        await checkSays(page, /^It can run\. \d/);
        for (const summary of await page.locator(".policy details > summary").all()) await summary.click();
        await page.locator(".what-is-this button").first().click();
        await page.locator(".code-page").waitFor();
        expect(await axeFindings(page, ".policy")).toEqual([]);
        await addLine(page, 'status often-late "Often late" when atendance this year below 80%');
        await page.keyboard.press("Escape");
        await page.locator(".error-summary", { hasText: "atendance" }).waitFor();
        await page.locator(".problems").waitFor({ state: "detached" });
        expect(await axeFindings(page, ".policy")).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      },
      { viewport: { width, height }, colorScheme, reducedMotion: "reduce" },
    ));
});
