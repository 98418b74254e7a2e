// The plugin for Vite, driven by Vite itself: a build whose output runs in Node, and a page of its development server in Chromium.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, createServer } from "vite";
import type { ViteDevServer } from "vite";
import { afterAll, describe, expect, test, vi } from "vitest";
import { rollcall } from "../../src/vite.ts";
import { launch } from "../playground/launch.ts";
import { typeCheck } from "../backends/typescript/written-modules.ts";

const hillTop = fileURLToPath(new URL("../cli/fixtures/hill-top/", import.meta.url));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A project that evaluates one pupil, and shows what is owed. */
function project(): string {
  const folder = mkdtempSync(join(tmpdir(), "rollcall-vite-"));
  folders.push(folder);
  cpSync(hillTop, join(folder, "hill-top"), { recursive: true });
  const files = {
    "package.json": '{ "type": "module", "private": true }',
    "index.html": '<main></main><script type="module" src="./page.ts"></script>',
    "morning.ts": `import policy, { parseDay } from "./hill-top/hill-top.rollcall";
const day = (text: string): number => parseDay(text) ?? 0;
const period = { name: "2025/26", from: day("2025-09-01"), to: day("2026-08-31") };
const years = [{ ...period, terms: [{ ...period, halfTerms: [period] }] }];
const calendar = { name: "Hill Top", years, bankHolidays: [], inset: [], closed: [], oneSession: [] };
const pupil = { id: "P1", year: 4, onRoll: [{ from: day("2025-09-01") }], flags: [], parents: [], attributes: {} };
const marks = [{ pupil: "P1", day: day("2026-03-02"), half: "AM" as const, code: "N" }];
export const morning = (): string[] =>
  policy.evaluate({ calendar, pupil, marks, arrivals: [], log: [] }, "2026-03-02 12:00").obligations.map(({ act, due }) => act + " " + policy.formatMoment(due ?? 0));
`,
    "page.ts": `import { morning } from "./morning.ts";
const show = (list: string[]): void => void (document.querySelector("main")!.textContent = list.join(", "));
show(morning());
document.body.dataset["loaded"] = "once";
import.meta.hot?.accept("./morning.ts", (next) => show(next?.["morning"]()));
`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const plain = { configFile: false, logLevel: "silent" } as const;

async function built(folder: string): Promise<string> {
  await build({
    ...plain,
    root: folder,
    plugins: [rollcall({ declarations: true })],
    build: { lib: { entry: "morning.ts", formats: ["es"], fileName: "morning" }, minify: false, sourcemap: true },
  });
  return join(folder, "dist", "morning.js");
}

describe("a build", () => {
  test("takes a policy as a module, which says in Node what it says in the sources", { timeout: 120_000 }, async () => {
    const folder = project();
    const file = await built(folder);
    const { morning } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { morning: () => string[] };
    expect(morning()).toEqual(expect.arrayContaining([expect.stringMatching(/^telephone 2026-03-02 09:30/)]));
    // What nobody calls has fallen out, and what is left can be traced to the policy.
    expect(readFileSync(file, "utf8")).not.toContain("import ");
    expect(readFileSync(`${file}.map`, "utf8")).toContain("hill-top.rollcall");
  });

  test("knows the policy's names in the types that it writes beside it", { timeout: 120_000 }, async () => {
    const folder = project();
    await built(folder);
    expect(readFileSync(join(folder, "hill-top", "hill-top.d.rollcall.ts"), "utf8")).toContain("StepNames");
    writeFileSync(
      join(folder, "slip.ts"),
      `import policy from "./hill-top/hill-top.rollcall";
import type { PolicyOutcome, PolicyRecord, StatusName } from "./hill-top/hill-top.rollcall";
// @ts-expect-error a status that is misspelt
export const status: StatusName = "persistantly-absent";
export const outcome = (record: PolicyRecord): PolicyOutcome => policy.evaluate(record, "2026-03-02");
`,
    );
    rmSync(join(folder, "page.ts"));
    const paths = { "rollcall/runtime": [fileURLToPath(new URL("../../src/runtime.ts", import.meta.url))] };
    expect(await typeCheck(folder, { allowArbitraryExtensions: true, isolatedDeclarations: false, paths })).toBe("");
  });

  test("knows the types of the module that explains, too", { timeout: 120_000 }, async () => {
    const folder = project();
    writeFileSync(
      join(folder, "morning.ts"),
      `import { explain } from "./hill-top/hill-top.rollcall?explain";
import type { PolicyRecord } from "./hill-top/hill-top.rollcall?explain";
export const why = (record: PolicyRecord): string | undefined => explain(record, "2026-03-02").obligation("none")?.sentence;
// @ts-expect-error a status that is misspelt
export const none = (record: PolicyRecord): unknown => explain(record, "2026-03-02").status("persistantly-absent");
`,
    );
    await built(folder);
    rmSync(join(folder, "page.ts"));
    const paths = {
      "rollcall/runtime": [fileURLToPath(new URL("../../src/runtime.ts", import.meta.url))],
    };
    const options = { allowArbitraryExtensions: true, isolatedDeclarations: false, paths };
    expect(await typeCheck(folder, options, ["*.ts", "hill-top/*.ts"])).toBe("");
  });

  test("fails at the line of the policy, in the words of `rollcall check`", { timeout: 120_000 }, async () => {
    const folder = project();
    const policy = join(folder, "hill-top", "hill-top.rollcall");
    const lines = readFileSync(policy, "utf8").split("\n");
    writeFileSync(policy, [...lines, 'status "Broken" when', ""].join("\n"));
    await expect(built(folder)).rejects.toMatchObject({
      errors: [
        expect.objectContaining({ loc: { file: policy, line: lines.length + 1, column: 7 }, plugin: "rollcall" }),
      ],
    });
  });
});

async function served(folder: string): Promise<ViteDevServer> {
  const server = await createServer({
    ...plain,
    root: folder,
    plugins: [rollcall()],
    server: { port: 0, host: "127.0.0.1" },
  });
  return server.listen();
}

test(
  "a page follows the policy while it is edited, and shows what is wrong with it",
  { timeout: 300_000 },
  async () => {
    const folder = project();
    const policy = join(folder, "hill-top", "hill-top.rollcall");
    const text = readFileSync(policy, "utf8");
    const server = await served(folder);
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.goto(server.resolvedUrls?.local[0] ?? "");
      const main = page.locator("main");
      await page.waitForFunction('document.body.dataset["loaded"] === "once"');
      const before = await main.textContent();
      expect(before).toContain("telephone 2026-03-02 09:30");

      writeFileSync(policy, `${text}\nstatus "Broken" when\n`);
      const overlay = page.locator("vite-error-overlay");
      await overlay.waitFor();
      const shown = (await overlay.locator(".message").textContent()) ?? "";
      expect(shown).toContain("expected a name. Write it like this: status");
      expect(await overlay.locator(".file").textContent()).toContain(
        `hill-top.rollcall:${text.split("\n").length + 1}:`,
      );

      writeFileSync(policy, text.replaceAll("parents by 09:30", "parents by 09:45"));
      await page.waitForFunction(`document.querySelector("main").textContent !== ${JSON.stringify(before)}`);
      expect(await main.textContent()).toContain("telephone 2026-03-02 09:45");
    } finally {
      await browser.close();
      await server.close();
    }
  },
);

test(
  "a page that could not begin is loaded again once a layer is mended or put there",
  { timeout: 120_000 },
  async () => {
    const folder = project();
    const policy = join(folder, "hill-top", "own.rollcall");
    const layer = join(folder, "hill-top", "trusty.rollcall");
    const sound = 'trust policy trusty "Trust"\n';
    writeFileSync(policy, 'school policy own "Own"\nextends trusty\n');
    const server = await served(folder);
    const { client } = server.environments;
    const load = (): Promise<unknown> => client.transformRequest("/hill-top/own.rollcall?rollcall-module");
    const reloaded = async (change: () => void): Promise<void> => {
      const sent = vi.spyOn(client.hot, "send");
      // Written again and again: who watches may not be watching yet.
      const heard = (): void => {
        change();
        expect(sent).toHaveBeenCalledWith({ type: "full-reload" });
      };
      await vi.waitFor(heard, { timeout: 30_000, interval: 1_000 });
      sent.mockRestore();
    };
    try {
      await expect(load()).rejects.toMatchObject({ message: expect.stringContaining("no such policy was found") });
      await reloaded(() => writeFileSync(layer, `${sound}status when\n`));
      await expect(load()).rejects.toMatchObject({ loc: { file: layer, line: 2 } });
      await reloaded(() => writeFileSync(layer, Buffer.from([0x23, 0xe9])));
      await expect(load()).rejects.toMatchObject({
        message: expect.stringMatching(
          /trusty\.rollcall` is not a text in UTF-8\. Save it anew as UTF-8 text in your editor\.$/,
        ),
      });
      await reloaded(() => writeFileSync(layer, sound));
      await expect(load()).resolves.toMatchObject({ code: expect.stringContaining("export function evaluate") });
    } finally {
      await server.close();
    }
  },
);
