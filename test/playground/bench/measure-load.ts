// What the page asks for until the first pupil is on it, compressed as a server would, and how long that takes.

import { createServer } from "node:http";
import type { Server } from "node:http";
import { brotliCompressSync } from "node:zlib";
import type { Playground } from "../browser.ts";
import { median, watch, watched } from "./watch.ts";

interface Sent {
  readonly path: string;
  /** By the clock of this computer. */
  readonly at: number;
  readonly body: Buffer;
}

const LOADS = 5;

export async function measureLoad(playground: Playground): Promise<readonly string[]> {
  const sent: Sent[] = [];
  const between = await standBetween(playground.url, sent);
  const address = between.address();
  if (address === null || typeof address === "string") throw new Error("nothing stands between page and server");
  const usable: number[] = [];
  const loads: Weighed[] = [];
  for (let load = 0; load < LOADS; load++) {
    sent.length = 0;
    const { page, close } = await playground.open();
    await watch(page);
    await page.goto(`http://127.0.0.1:${address.port}/`);
    await page.waitForFunction(() => document.querySelector(".register [data-session]") !== null);
    await page.waitForFunction(() => document.querySelector(".figure") !== null);
    const first = (await watched(page)).answers.find(({ kind }) => kind === "pupil");
    if (first === undefined) throw new Error("no pupil was answered");
    usable.push(first.shown);
    const opened = await page.evaluate(() => performance.timeOrigin);
    loads.push(weigh(sent.filter(({ path, at }) => path.endsWith(".js") && at < Math.floor(opened + first.heard))));
    await close();
  }
  between.closeAllConnections();
  between.close();
  // What the first pupil calls for is asked for in the same moment, and now and then falls before it.
  const all = median(loads.map(({ bytes }) => bytes));
  const weights = loads.find(({ bytes }) => bytes === all)?.weights ?? [];
  const list = weights.toSorted((a, b) => b.bytes - a.bytes).map(({ path, bytes }) => `${path} ${kilobytes(bytes)}`);
  return [
    `script until the first pupil is on the page: ${kilobytes(all)} in brotli (${list.join(", ")})`,
    `usable after ${median(usable).toFixed(0)} ms, nothing being kept from earlier (median of ${LOADS})`,
  ];
}

interface Weighed {
  readonly weights: readonly { readonly path: string; readonly bytes: number }[];
  readonly bytes: number;
}

function weigh(scripts: readonly Sent[]): Weighed {
  // Two workers ask for much of the same, which a browser keeps.
  const once = new Map(scripts.map(({ path, body }) => [path, body]));
  const weights = [...once].map(([path, body]) => ({ path, bytes: brotliCompressSync(body).length }));
  return { weights, bytes: weights.reduce((sum, { bytes }) => sum + bytes, 0) };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** Passes everything on, and notes what was sent. */
async function standBetween(url: string, sent: Sent[]): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const at = Date.now();
    void fetch(new URL(path, url)).then(async (answer) => {
      const body = Buffer.from(await answer.arrayBuffer());
      sent.push({ path, at, body });
      response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" });
      response.end(body);
    });
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  return server;
}
