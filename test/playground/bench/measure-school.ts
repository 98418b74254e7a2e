// A made-up school of a thousand → how long after a figure was turned it stands there who newly has what.

import type { Playground } from "../browser.ts";
import { delays, forget, median, pause, watch, watched } from "./watch.ts";

const PUPILS = 1000;
const TURNS = 12;
/** Milliseconds within which even a busy computer has made up the school, or has worked a figure out. */
const MAKING = 300_000;
const TURNING = 60_000;

export async function measureSchool(playground: Playground): Promise<readonly string[]> {
  const { page, close } = await playground.open();
  await watch(page);
  await page.reload();
  await page.locator(".cm-figure").first().waitFor({ timeout: TURNING });
  await page.evaluate(() => {
    location.hash = "school";
  });
  await page.locator("#school-pupils").fill(String(PUPILS));
  const began = performance.now();
  await page.getByRole("button", { name: "Make it up" }).click();
  await page.locator(".spread").waitFor({ timeout: MAKING });
  const made = performance.now() - began;
  await page.evaluate(() => {
    location.hash = "what-if";
  });
  await page.locator(".what-if .turn input[type=range]").first().focus({ timeout: TURNING });
  const turn = async (key: string): Promise<void> => {
    await forget(page);
    await page.keyboard.press(key);
    await page.waitForFunction(
      () => {
        const { seen } = globalThis as unknown as { readonly seen: { readonly answers: readonly { kind: string }[] } };
        return seen.answers.some(({ kind }) => kind === "schoolChange");
      },
      undefined,
      { timeout: TURNING },
    );
  };
  await turn("ArrowRight");
  const all: number[] = [];
  for (let count = 0; count < TURNS; count++) {
    await pause(600);
    // Never back to where it began, where nothing differs.
    await turn(count % 6 < 3 ? "ArrowRight" : "ArrowLeft");
    const { keys, answers } = await watched(page);
    all.push(...delays(keys.slice(0, 1), answers, ["schoolChange"]));
  }
  await close();
  return [
    `a school of ${PUPILS} made up and worked out in ${(made / 1000).toFixed(1)} s`,
    `from a turned figure to a school of ${PUPILS} ${median(all).toFixed(0)} ms (at most ${Math.max(...all).toFixed(0)}; ${all.length} of them)`,
  ];
}
