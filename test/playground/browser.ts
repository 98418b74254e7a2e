// Builds the page once, serves it on this computer alone, and opens it in Chromium. Whatever a page says on its console, whatever
// its security policy refuses, and whatever it asks of another address is kept, so that a test can hold it to nothing at all.

import { createServer } from "node:http";
import type { Server } from "node:http";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { build } from "vite";
import { launch } from "./launch.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

export interface OpenedPage {
  readonly page: Page;
  /** Console errors and warnings, faults, refusals of the security policy, and requests to anywhere else. Empty, if all is well. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export interface Playground {
  readonly url: string;
  /** `hash` is where on the page, such as `#share`; unsaid, the pupil's side. `file` is another file beside the page. */
  readonly open: (options?: BrowserContextOptions, hash?: string, file?: string) => Promise<OpenedPage>;
  readonly close: () => Promise<void>;
}

/** To be opened before all tests of a file, and closed after them. `single` is the one file, opened from the disk. */
export async function openPlayground(mode: "production" | "single" = "production"): Promise<Playground> {
  const folder = await buildOnce(mode);
  const served = mode === "single" ? openedFromDisk(folder) : await servedFrom(folder);
  const browser = await launch();
  return {
    url: served.url,
    open: (options, hash, file = served.url) => openPage(browser, new URL(file, served.url).href, options, hash),
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}

const built = new Map<string, Promise<string>>();

/** Test files share a process, and so a page; its folder goes when the process does. */
function buildOnce(mode: string): Promise<string> {
  const known = built.get(mode) ?? buildPage(mode);
  built.set(mode, known);
  return known;
}

async function buildPage(mode: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "rollcall-page-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: fileURLToPath(new URL("../../playground/vite.config.ts", import.meta.url)),
    mode,
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
  });
  return folder;
}

interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

function openedFromDisk(folder: string): Served {
  return { url: pathToFileURL(join(folder, "rollcall-playground.html")).href, close: () => Promise.resolve() };
}

async function servedFrom(folder: string): Promise<Served> {
  const server = await serve(folder);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the page is served at no port");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => {
        server.close(done);
      });
    },
  };
}

async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://127.0.0.1").pathname);
    const file = join(folder, path === "/" ? "index.html" : path);
    try {
      if (!file.startsWith(folder)) throw new Error("outside");
      response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
      response.end(readFileSync(file));
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  return server;
}

/**
 * The editor's own remark that lines which were never in view are of other heights than it had guessed, as where long lines
 * are wrapped: it draws them once more, and nobody sees a difference.
 */
const MEASURED_AGAIN = "Measure loop restarted";

/** What becomes of a file that a page still waits for when it is loaded anew. */
const ASKED_AND_LEFT = "net::ERR_ABORTED";

async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  hash = "",
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    const [kind, text] = [message.type(), message.text()];
    if (kind === "error" || (kind === "warning" && !text.startsWith(MEASURED_AGAIN)))
      complaints.push(`console: ${text}`);
  });
  page.on("pageerror", (fault) => complaints.push(`fault: ${fault.message}`));
  page.on("request", (request) => {
    const to = request.url();
    if (!to.startsWith(url) && !/^(?:data|blob):/.test(to)) complaints.push(`request: ${to}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    if (why !== ASKED_AND_LEFT) complaints.push(`failed: ${request.url()} ${why}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      console.error(`security policy: ${violatedDirective} refused ${blockedURI}`);
    });
  });
  await page.goto(`${url}${hash}`);
  for (const shown of hash === "" ? [".register [data-session]", ".figure"] : ["main h1"])
    await page.waitForSelector(shown, { state: hash === "" ? "visible" : "attached" });
  if (hash === "") await beginAfresh(page);
  return { page, complaints, close: () => context.close() };
}

/** With a pupil who is always in school, on a Friday, instead of the story that the page opens with. */
async function beginAfresh(page: Page): Promise<void> {
  await page.selectOption("#story", "");
  await page.getByLabel("Date looked at").fill("2026-03-13");
  // The story goes before the date does, and each has an answer of its own.
  await page.locator(".figure", { hasText: /100\.0%.*Fri 13 Mar 2026/ }).waitFor();
}
