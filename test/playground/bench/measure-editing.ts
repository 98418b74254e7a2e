// A policy open in the editor → how long after a key its diagnostics stand, and how long after the pointer has turned a figure the
// pupil does.

import type { Page } from "playwright-core";
import type { Playground } from "../browser.ts";
import { delays, forget, median, pause, stagesOf, watch, watched } from "./watch.ts";
import type { Answer, Watched } from "./watch.ts";

const KEYS = 40;
const TURNS = 60;
/** Milliseconds from one frame to the next. */
const FRAME = 16;
/** What makes one step of a figure. */
const STEP = 9;

/** `landmark` is a declaration with a percentage, as the editor lists it. */
export async function measureEditing(
  playground: Playground,
  name: string,
  landmark: string,
): Promise<readonly string[]> {
  const { page, close } = await playground.open();
  await watch(page);
  await page.reload();
  await page.waitForSelector(".editor .cm-content", { state: "attached" });
  await openPolicy(page, name);
  await page.locator(".go-to input").fill(landmark);
  await page.keyboard.press("Enter");
  await page.locator(figures, { hasText: percentage }).first().waitFor();
  const told = [await measureKeys(page, name), await measureTurns(page, name)];
  await close();
  return told;
}

/** Until its advice is told, and the editor knows its landmarks. */
async function openPolicy(page: Page, name: string): Promise<void> {
  if ((await page.locator("#policy-choice").inputValue()) !== name) {
    await forget(page);
    await page.locator("#policy-choice").selectOption(name);
  }
  for (let waited = 0; !isSettled(await watched(page)); waited += 100) {
    if (waited > 120_000) throw new Error(`${name} was never read to the end`);
    await pause(100);
  }
}

/** Landmarks are read once more when the advice is there. */
function isSettled({ answers }: Watched): boolean {
  const judged = answers.find(({ kind }) => kind === "judge");
  return judged !== undefined && answers.some(({ kind, asked }) => kind === "survey" && asked >= judged.shown);
}

const figures = "#panel-rules .cm-figure";
const percentage = /^\d+(?:\.\d)?%$/;

/** Somebody types at an even pace at the end of a line of the rules, words that mean nothing and then their removal. */
async function measureKeys(page: Page, name: string): Promise<string> {
  await page.keyboard.press("End");
  await pause(1500);
  await forget(page);
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(key % 8 < 4 ? "x" : "Backspace");
    await pause(180);
  }
  await pause(500);
  const { keys, answers } = await watched(page);
  return `${name}: from a key to its diagnostics ${sayTimes(keys, answers, "compile")}`;
}

async function measureTurns(page: Page, name: string): Promise<string> {
  const figure = page.locator(figures, { hasText: percentage }).first();
  await figure.scrollIntoViewIfNeeded();
  const box = await figure.boundingBox();
  if (box === null) throw new Error(`no figure of ${name} can be seen`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - STEP, y);
  await pause(1500);
  await forget(page);
  for (let turn = 1; turn <= TURNS; turn++) {
    // There and back again, so that the figure stays one that means something.
    const far = 1 + (turn % 10 < 5 ? turn % 10 : 10 - (turn % 10));
    await Promise.all([page.mouse.move(x - far * STEP, y), pause(FRAME)]);
  }
  await page.mouse.up();
  await pause(1000);
  const { moves, answers } = await watched(page);
  const quick = answers.filter(({ kind }) => kind === "turn").length;
  return `${name}: from a turned figure to its pupil ${sayTimes(moves, answers, "turn")}; ${quick} of ${TURNS} turns were shown one by one`;
}

function sayTimes(times: readonly number[], answers: readonly Answer[], kind: string): string {
  const all = delays(times, answers, [kind]);
  const high = all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.9)] ?? Number.NaN;
  const [before, work, after] = stagesOf(times, answers, [kind]).map((stage) => median(stage).toFixed(1));
  return `${median(all).toFixed(1)} ms: ${before} until the worker is asked, ${work} in it, ${after} until all is shown (nine in ten within ${high.toFixed(1)}; ${all.length} of them)`;
}
