// Photographs the page for the README: `npm run playground:pictures`. Each picture is of a state that anybody can come to by hand.

import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { openPlayground } from "./browser.ts";
import { goTo } from "./moves.ts";

const folder = fileURLToPath(new URL("../../playground/pictures", import.meta.url));

interface Picture {
  readonly name: string;
  readonly colorScheme: "light" | "dark";
  readonly viewport: { readonly width: number; readonly height: number };
  readonly arrange: (page: Page) => Promise<void>;
}

const desktop = { width: 1440, height: 900 };

const pictures: readonly Picture[] = [
  {
    name: "pupil",
    colorScheme: "light",
    viewport: desktop,
    arrange: async (page) => {
      await page.waitForSelector("#panel-rules .cm-content", { state: "attached" });
      await page.selectOption("#story", "holiday");
      await page.getByRole("button", { name: /^The headteacher must consider penalty notice/ }).click();
      await page.waitForSelector(".why-sentence");
      await page.locator(".pupil-desk").evaluate((desk) => desk.scrollIntoView());
      await page.waitForSelector("#panel-rules .lit-line");
    },
  },
  {
    name: "what-if",
    colorScheme: "light",
    viewport: desktop,
    arrange: async (page) => {
      await goTo(page, "what-if");
      await page.selectOption("#school-size", "300");
      await page.getByRole("button", { name: "Try it on a whole school" }).click();
      const turn = page.locator(".turn", { has: page.getByText("Stage 1", { exact: true }) }).first();
      for (let steps = 0; steps < 2; steps++) await turn.getByRole("button", { name: /One step up/ }).click();
      const answer = page.locator("[aria-labelledby=school-change-title]");
      await answer
        .getByText(/treated otherwise/)
        .first()
        .waitFor({ timeout: 120_000 });
      await answer.evaluate((part) => part.scrollIntoView());
    },
  },
  {
    name: "school",
    colorScheme: "light",
    viewport: desktop,
    arrange: async (page) => {
      await goTo(page, "school");
      await page.locator("#school-pupils").fill("300");
      await page.getByRole("button", { name: "Make it up" }).click();
      await page.locator(".spread").waitFor({ timeout: 120_000 });
      await page.locator(".spread").evaluate((picture) => picture.scrollIntoView({ block: "center" }));
    },
  },
  {
    name: "compare",
    colorScheme: "dark",
    viewport: desktop,
    arrange: async (page) => {
      await goTo(page, "compare");
      await page.locator(".compare-table").waitFor({ timeout: 60_000 });
      await page.locator(".section-links button", { hasText: "Penalty notices" }).click();
    },
  },
];

const playground = await openPlayground();
for (const { name, arrange, ...options } of pictures) {
  const { page, close } = await playground.open(options);
  await arrange(page);
  // Whatever moves has come to rest.
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await close();
  console.log(`${name}.png`);
}
await playground.close();
