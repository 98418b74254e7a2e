// Every policy's module in a real browser: it loads as it was written, and says there what it says in Node.

import { writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ModuleFile } from "../../../src/build.ts";
import { knownDay } from "../../../src/school/day.ts";
import { formatMoment, momentOf } from "../../../src/school/moment.ts";
import { launch } from "../../playground/launch.ts";
import { calendarOf } from "../../policy-files.ts";
import { randomRecord } from "../../random-record.ts";
import { compilePolicy, filesOf, packageFolder, policies } from "./written-modules.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const home = "http://policy.test/";

/** One as it is written in JavaScript; the others with their types blanked out, which is done sooner. */
function scriptsOf(name: string): readonly ModuleFile[] {
  if (name === "hall-green") return filesOf(compilePolicy(name), { language: "js" });
  const [module, ...map] = filesOf(compilePolicy(name));
  return [{ name: `${name}.js`, text: stripTypeScriptTypes(module?.text ?? "") }, ...map];
}

/** A page that finds the files under one address, and nothing else anywhere. */
async function pageWith(files: readonly ModuleFile[]): Promise<Page> {
  const page = await browser.newPage();
  await page.route("**/*", (route) => {
    const file = files.find(({ name }) => route.request().url() === `${home}${name}`);
    if (file !== undefined) return route.fulfill({ body: file.text, contentType: "text/javascript" });
    return route.request().url() === home ? route.fulfill({ body: "", contentType: "text/html" }) : route.abort();
  });
  await page.goto(home);
  return page;
}

test.each(policies.filter((name) => name !== "england"))("%s says in a browser what it says in Node", async (name) => {
  const compilation = compilePolicy(name);
  const { ready } = compilation;
  if (ready === undefined) throw new Error("the policy is not sound");
  const files = scriptsOf(name);
  const folder = packageFolder();
  for (const file of files) writeFileSync(join(folder, file.name), file.text);
  const calendar = calendarOf(compilation);
  const from = knownDay("2026-01-12");
  const record = { ...randomRecord(ready.program, calendar, 5, from, from + 40), calendar: calendar.plan };
  const asOf = formatMoment(momentOf(from + 40, 12 * 3600));
  const module = pathToFileURL(join(folder, `${name}.js`)).href;
  const node = (await import(/* @vite-ignore */ module)) as {
    evaluate: (...asked: unknown[]) => { obligations: unknown[] };
  };
  const said = node.evaluate(record, asOf);
  const page = await pageWith(files);
  const asked = JSON.stringify({ record, asOf });
  const inBrowser = await page.evaluate(
    `import("${home}${name}.js").then(({ evaluate }) => { const asked = ${asked}; return JSON.stringify(evaluate(asked.record, asked.asOf)); })`,
  );
  expect(said.obligations.length).toBeGreaterThan(3);
  expect(JSON.parse(String(inBrowser))).toEqual(JSON.parse(JSON.stringify(said)));
  await page.close();
});
