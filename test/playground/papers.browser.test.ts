// A policy's papers as pages in a real browser: what a screen reader would stumble over, how they fit a telephone, and how they print.

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeNote, clauseTable, evidencePaper, parentsPage, staffProtocol, toHtml } from "../../src/documents.ts";
import { comparePolicies, parseDay } from "../../src/index.ts";
import type { DiffSide } from "../../src/index.ts";
import { lastInstant } from "../../src/school/moment.ts";
import { packOf, sample } from "../pack/sample-term.ts";
import { calendarOf, compileFile } from "../policy-files.ts";
import { axeFindings } from "./axe.ts";
import { launch } from "./launch.ts";

const day = parseDay("2026-03-13") ?? 0;

function side(name: string): DiffSide & { readonly whole: Parameters<typeof clauseTable>[0] } {
  const compilation = compileFile(new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url));
  const { ready, model, ast, clauses } = compilation;
  if (ready === undefined || model === undefined || ast === undefined || clauses === undefined)
    throw new Error(`${name} is not sound`);
  const policy = { ...ready, model };
  return { label: name, policy, calendar: calendarOf(compilation), day, onDay: false, whole: { model, ast, clauses } };
}

const [trust, school] = [side("celt"), side("newquay")];
const { model } = school.policy;
const [pupil] = sample.school.pupils.filter(({ pupil: { id } }) => id === "P0046");
if (pupil === undefined) throw new Error("the sample has lost its pupil");
const pages = {
  "the page for parents": toHtml(parentsPage(model, day)),
  "the protocol for staff": toHtml(staffProtocol(model, day)),
  "the table of clauses": toHtml(clauseTable(trust.whole, day)),
  "the note for governors": toHtml(changeNote({ diff: comparePolicies(trust, school) })),
  "a pupil's evidence": toHtml(evidencePaper(packOf(pupil, lastInstant(day)))),
};

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => browser.close());

async function looking<T>(html: string, how: BrowserContextOptions, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(how);
  try {
    const page = await context.newPage();
    await page.setContent(html);
    return await look(page);
  } finally {
    await context.close();
  }
}

describe.each(Object.entries(pages))("%s", (_, html) => {
  test.each([
    ["on a desk", { viewport: { width: 1280, height: 900 } }],
    ["on a telephone", { viewport: { width: 360, height: 740 } }],
    ["in the dark", { viewport: { width: 1280, height: 900 }, colorScheme: "dark" }],
  ] as const)("%s: nothing for a screen reader to stumble over, and nothing beyond the edge", async (_where, how) => {
    const [findings, [needed, there]] = await looking(html, how, async (page) => [
      await axeFindings(page),
      await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const),
    ]);
    expect(findings).toEqual([]);
    expect(needed).toBeLessThanOrEqual(there);
  });

  test("has one heading above all, its language, and tables whose cells are read with their row and column", async () => {
    // Laid out row by row on a telephone, a table stays one to a screen reader.
    const found = await looking(html, { viewport: { width: 360, height: 740 } }, async (page) => ({
      heads: await page.getByRole("heading", { level: 1 }).count(),
      language: await page.locator("html").getAttribute("lang"),
      tables: await page.getByRole("table").count(),
      captions: await page.locator("table > caption:first-child").count(),
      rows: await page.locator("tbody tr").count(),
      rowHeads: await page.getByRole("rowheader").count(),
      cellsWithoutHead: await page.locator("td:not([data-head])").count(),
      headsWithoutScope: await page.locator("th:not([scope])").count(),
    }));
    expect(found).toMatchObject({ heads: 1, language: "en-GB", cellsWithoutHead: 0, headsWithoutScope: 0 });
    expect(found.captions).toBe(found.tables);
    expect(found.rowHeads).toBe(found.rows);
  });

  test("prints black on white in the width of the paper, with each table's head on every sheet", async () => {
    const printed = await looking(
      html,
      { viewport: { width: 700, height: 990 }, colorScheme: "dark" },
      async (page) => {
        await page.emulateMedia({ media: "print" });
        return page.evaluate(() => ({
          ink: getComputedStyle(document.body).color,
          paper: getComputedStyle(document.body).backgroundColor,
          over: document.documentElement.scrollWidth - window.innerWidth,
          heads: [...document.querySelectorAll("thead")].map((each) => getComputedStyle(each).display),
        }));
      },
    );
    expect(printed).toMatchObject({ ink: "rgb(0, 0, 0)", paper: "rgb(255, 255, 255)" });
    expect(printed.over).toBeLessThanOrEqual(0);
    expect(new Set(printed.heads)).toEqual(new Set(["table-header-group"]));
  });
});
