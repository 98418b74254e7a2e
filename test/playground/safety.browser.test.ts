// Whatever somebody sends, types or opens: it is words on the page and never runs, nothing reaches another computer, and the page
// goes on working.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pack } from "../../playground/share/handed.ts";
import type { Handed } from "../../playground/share/handed.ts";
import type { OpenedPage } from "./browser.ts";
import { goTo as goToView } from "./moves.ts";
import { walking } from "./walking.ts";

const hallGreen = readFileSync(new URL("../../policies/hall-green/hall-green.rollcall", import.meta.url), "utf8");

const SCRIPT = `<img src=x onerror="window.broken=1"><script>window.broken=1</script>`;
const FRIDAY_13_MARCH = 20_525;

const { walk: walkPage, playground } = walking();

/** Nothing of what is handed to the page may run in it. */
function walk(journey: (page: Page, opened: OpenedPage) => Promise<void>, options = {}, hash?: string): Promise<void> {
  return walkPage(
    async (page, opened) => {
      await journey(page, opened);
      expect(await page.evaluate(() => "broken" in window)).toBe(false);
    },
    options,
    hash,
  );
}

async function hashOf(view: string, policy: Handed["policy"], pupil?: Handed["pupil"]): Promise<string> {
  const handed: Handed = {
    version: 1,
    policy,
    readings: [],
    asOf: FRIDAY_13_MARCH * 86_400 + 57_600,
    ...(pupil === undefined ? {} : { pupil }),
  };
  return `#${view};${(await pack(handed)) ?? ""}`;
}

const DOORS = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "WebTransport",
  "EventSource",
  "importScripts",
  "Worker",
  "BroadcastChannel",
  "indexedDB",
  "caches",
  "eval",
];

/** What an expression comes to in each worker. The browser is asked itself, since whoever asks otherwise needs `eval` there. */
async function inEachWorker(page: Page, expression: string): Promise<readonly unknown[]> {
  const session = await page.context().newCDPSession(page);
  const answers: Promise<unknown>[] = [];
  const waiting = new Map<string, (value: unknown) => void>();
  session.on("Target.receivedMessageFromTarget", ({ sessionId, message }) => {
    const said = JSON.parse(message) as {
      readonly id?: number;
      readonly result?: { readonly result?: { readonly value?: unknown } };
    };
    if (said.id === 1) waiting.get(sessionId)?.(said.result?.result?.value);
  });
  session.on("Target.attachedToTarget", ({ sessionId }) => {
    answers.push(new Promise((settle) => waiting.set(sessionId, settle)));
    void session.send("Target.sendMessageToTarget", {
      sessionId,
      message: JSON.stringify({ id: 1, method: "Runtime.evaluate", params: { expression, returnByValue: true } }),
    });
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  return Promise.all(answers);
}

/** Somebody else's computer, which counts who calls. */
async function openStranger(): Promise<{
  readonly at: string;
  readonly calls: () => number;
  readonly close: () => void;
}> {
  let calls = 0;
  const server = createServer((_request, response) => {
    calls += 1;
    response.end();
  });
  server.on("upgrade", (_request, socket) => {
    calls += 1;
    socket.destroy();
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("nobody listens");
  return { at: `127.0.0.1:${address.port}`, calls: () => calls, close: () => server.close() };
}

/** The views of the page, by the links that lead to them. */
async function everyView(page: Page): Promise<readonly string[]> {
  const hrefs = await page
    .locator(".navigation a, .masthead-tools a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return [...new Set(hrefs)];
}

/** What a view shows once it has been loaded and has been answered. */
const ANSWERED: Readonly<Record<string, string>> = {
  "#policy": ".editor .cm-content",
  "#pupil": ".pupil .figure",
  "#what-if": ".what-if .turn",
  "#compare": ".compare-table",
  "#documents": "#document-title",
};

async function goTo(page: Page, href: string): Promise<void> {
  await goToView(page, href);
  await page
    .locator(ANSWERED[href] ?? `${href}-title`)
    .first()
    .waitFor();
}

describe("words that are scripts elsewhere", () => {
  test("are words on every view: a title, a question, a clause, a pupil, a record", async () => {
    const text = hallGreen
      .replace('"Hall Green Primary School"', `"${SCRIPT.replaceAll('"', '""')}"`)
      .replace(/"Attendance concern"|"Causing concern"/g, `"${SCRIPT.replaceAll('"', '""')}"`);
    expect(text).not.toBe(hallGreen);
    const pupil: NonNullable<Handed["pupil"]> = {
      year: 4,
      flags: ["constructor"],
      parents: [SCRIPT, "__proto__", "constructor"],
      marks: [0, 1, 2, 3, 4].flatMap((day): (readonly [string, string])[] => [
        [`${FRIDAY_13_MARCH - 11 + day} AM`, "G"],
        [`${FRIDAY_13_MARCH - 11 + day} PM`, "ZZ"],
      ]) as [string, string][],
      log: [
        {
          act: "constructor",
          object: SCRIPT,
          person: SCRIPT,
          happened: FRIDAY_13_MARCH * 86_400,
          fields: { constructor: SCRIPT, reasons: "=HYPERLINK(1)" },
        },
      ],
    };
    await walk(
      async (page) => {
        await page.locator(".handed .notice.good").waitFor();
        await page.waitForFunction(() => document.querySelector("h1")?.textContent?.includes("<script>"));
        const hrefs = await everyView(page);
        expect(hrefs.length).toBeGreaterThan(5);
        for (const href of hrefs) {
          await goTo(page, href);
          expect([
            href,
            await page.locator('img:not(.cm-widgetBuffer), iframe, script:not([type="module"])').count(),
          ]).toEqual([href, 0]);
          expect(await page.locator(".error-summary[role=alert]").count()).toBe(0);
          if (href.startsWith("#present")) await goTo(page, "#pupil");
        }
      },
      {},
      await hashOf("pupil", { name: "hall-green/hall-green.rollcall", text }, pupil),
    );
  });

  test("in the code pages and problems of a broken policy stay words too", async () => {
    const text = `school policy a "${SCRIPT.replaceAll('"', '""')}"\nextends nowhere\nrole ${SCRIPT}\nstatus constructor "x" when toString\nstatus __proto__ "x" when hasOwnProperty below 5%\n`;
    await walk(
      async (page) => {
        await page.locator(".handed .notice.good").waitFor();
        await page
          .getByText(/The policy cannot run yet|cannot run/i)
          .locator("visible=true")
          .first()
          .waitFor();
        expect(await page.locator("img, iframe").count()).toBe(0);
        expect(await page.locator(".error-summary[role=alert]").count()).toBe(0);
      },
      {},
      await hashOf("policy", { name: "a/a.rollcall", text }),
    );
  });
});

describe("a spoilt link", () => {
  test("opens the page as usual and says kindly that it could not be opened", () =>
    walk(
      async (page) => {
        await page.locator(".handed .notice.warning").waitFor();
        expect(await page.locator(".handed").innerText()).toMatch(/could not be opened[\s\S]*Ask for it again/);
        await page.waitForSelector(".register [data-session]");
        expect(page.url()).toMatch(/#pupil$/);
      },
      {},
      "#pupil;p=AAAA%3Cscript%3E",
    ));

  test("of any kind leaves what is open as it is", () =>
    walk(async (page) => {
      const bad = [
        "#pupil;p=",
        "#pupil;p=%00%00",
        "#pupil;q=1;r=2",
        "#../../etc/passwd;p=x",
        "#javascript:alert(1)",
        "#<script>window.broken=1</script>",
        `#pupil;p=${"A".repeat(300_000)}`,
        "#__proto__;p=__proto__",
        "#constructor",
        "#%E0%A4%A",
      ];
      for (const hash of bad) {
        await goToView(page, hash);
        if (hash.includes(";")) await page.locator(".handed .notice.warning").waitFor();
        await page.waitForSelector(".register [data-session]");
        expect(await page.locator(".error-summary[role=alert]").count()).toBe(0);
        if (hash.includes(";")) await page.getByRole("button", { name: "Close this message" }).click();
      }
    }));
});

describe("a hostile policy", () => {
  test.each([
    ["5 MB of text", `school policy a "A"\n${'status s "S" when attendance this year below 90%\n'.repeat(78_000)}`],
    ["brackets in brackets", `school policy a "A"\nstatus x "X" when ${"(".repeat(20_000)}b${")".repeat(20_000)}\n`],
    ["blocks never closed", `school policy a "A"\n${'procedure p "P" for each year {\n'.repeat(2000)}`],
    ["itself for a layer", 'school policy a "A"\nextends a\n'],
    ["one line of a million letters", `school policy a "A"\n${"x".repeat(1_000_000)}`],
    ["signs that no keyboard has", `school policy a "A"\n\u202E\u0000\uFFFE\u{1F600} status\n`],
  ])("with %s gives a message, and the next policy opens", (_what, text) =>
    walk(async (page) => {
      await page
        .locator('input[type="file"]')
        .first()
        .setInputFiles({
          name: "a.rollcall",
          mimeType: "text/plain",
          buffer: Buffer.from(text),
        });
      await page.locator(".policy :is(.error-summary, [role=alert])").first().waitFor({ timeout: 30_000 });
      expect(await page.locator("body > div > .error-summary[role=alert]").count()).toBe(0);
      await page.locator("#policy-choice").selectOption("delapre");
      await page.waitForFunction(() => document.querySelector("h1")?.textContent?.includes("Delapr"), undefined, {
        timeout: 30_000,
      });
      await page.waitForSelector(".figure");
    }),
  );
});

describe("nothing reaches another computer", () => {
  test("the page's policy refuses connections, frames, forms and scripts that are not its own", async () => {
    const stranger = await openStranger();
    const opened = await playground().open();
    try {
      const { page } = opened;
      const policy = (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content")) ?? "";
      expect(policy).toMatch(/default-src 'none'/);
      expect(policy).toMatch(/connect-src 'none'/);
      expect(policy).toMatch(/form-action 'none'/);
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      const tried = await page.evaluate(async (at) => {
        const refused = (work: () => Promise<unknown>): Promise<boolean> =>
          Promise.resolve()
            .then(work)
            .then(
              () => false,
              () => true,
            );
        const inline = document.createElement("script");
        inline.textContent = "window.broken = 1";
        document.body.append(inline);
        const picture = new Image();
        const pictureRefused = new Promise<boolean>((settle) => {
          picture.addEventListener("error", () => settle(true));
          picture.addEventListener("load", () => settle(false));
          picture.src = `http://${at}/x.png`;
        });
        return {
          fetch: await refused(() => fetch(`http://${at}/`)),
          fetchHere: await refused(() => fetch("./index.html")),
          socket: await refused(
            () =>
              new Promise((settle, fail) => {
                const socket = new WebSocket(`ws://${at}/`);
                socket.addEventListener("open", settle);
                socket.addEventListener("error", fail);
              }),
          ),
          inline: !("broken" in window),
          picture: await pictureRefused,
        };
      }, stranger.at);
      expect(tried).toEqual({ fetch: true, fetchHere: true, socket: true, inline: true, picture: true });
      // Each was refused by the page's own policy, before anything was asked of anybody.
      expect(stranger.calls()).toBe(0);
    } finally {
      await opened.close();
      stranger.close();
    }
  });

  test("the workers have no way out at all", () =>
    walk(async (page) => {
      await expect.poll(() => page.workers().length).toBe(2);
      // A worker that has answered has run its script; this one is asked nothing before.
      await goTo(page, "#compare");
      const doors = await inEachWorker(
        page,
        `[${DOORS.map((door) => `"${door}"`).join(",")}].filter((door) => globalThis[door] !== undefined)
          .concat(navigator.storage === undefined ? [] : ["storage"])
          .concat(navigator.serviceWorker === undefined ? [] : ["serviceWorker"])
          .join()`,
      );
      expect(doors).toEqual(["", ""]);
    }));

  test("a walk over every view asks nothing of anybody but the page's own files, and keeps nothing", () =>
    walk(async (page, { complaints }) => {
      for (const href of await everyView(page)) {
        if (href.startsWith("#present")) continue;
        await goTo(page, href);
      }
      expect(complaints).toEqual([]);
      const kept = await page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        document.cookie.length,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
      ]);
      expect(kept).toEqual([0, 0, 0, 0, 0]);
    }));
});
