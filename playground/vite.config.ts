// How the playground is built: as static files, or with `--mode single` as one page that opens from a disk.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import type { Plugin } from "vite";
import { calendarPlans } from "./texts/calendar-plans.ts";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  readonly version: string;
};
const here = fileURLToPath(new URL(".", import.meta.url));

/** Nothing may be fetched, framed, posted or evaluated; scripts and styles are the page's own. */
function policyOf(script: string, style: string, worker: string): string {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    "img-src data: blob:",
    `worker-src ${worker}`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function meta(content: string): string {
  return `<meta http-equiv="Content-Security-Policy" content="${content}" />`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** The policy stands in the page itself, since a file on a disk has no server to send it. */
function contentSecurity(): Plugin {
  return {
    name: "rollcall-content-security",
    apply: "build",
    transformIndexHtml: (html) => html.replace("<head>", `<head>\n    ${meta(policyOf("'self'", "'self'", "'self'"))}`),
  };
}

/** Everything in one file: the script and the style inside the page, allowed by their own hashes. */
function singleFile(): Plugin {
  return {
    name: "rollcall-single-file",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      const page = Object.values(bundle).find(({ fileName }) => fileName.endsWith(".html"));
      if (page?.type !== "asset") throw new Error("the build made no page");
      const code = Object.values(bundle).flatMap((part) => (part.type === "chunk" ? [part.code] : []));
      const styles = Object.values(bundle).flatMap((part) =>
        part.type === "asset" && part.fileName.endsWith(".css") ? [String(part.source)] : [],
      );
      if (code.length !== 1) throw new Error(`one script was expected, and there are ${code.length}`);
      // An end tag inside a text of the script would end the script. What Vite would load ahead is all here already, and the
      // word that stands for the list of it would otherwise stay in the script.
      const script = `\n${(code[0] as string).replaceAll("</script", "<\\/script").replaceAll("__VITE_PRELOAD__", "[]")}\n`;
      const style = styles.join("\n");
      const html = String(page.source)
        .replace(/<script type="module"[^>]*><\/script>/, "")
        .replace(/<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, "")
        .replace("<head>", () => `<head>\n    ${meta(policyOf(hashOf(script), hashOf(style), "blob:"))}`)
        .replace("</head>", () => `<style>${style}</style></head>`)
        // Where a saved page keeps what was open in it: data, which the browser runs no more than a picture.
        .replace("</body>", () => `<script type="application/json" id="kept"></script></body>`)
        .replace("</body>", () => `<script type="module">${script}</script></body>`);
      for (const name of Object.keys(bundle)) delete bundle[name];
      this.emitFile({ type: "asset", fileName: "rollcall-playground.html", source: html });
    },
  };
}

/** Of comments, licences are kept alone; and what is loaded late elsewhere stands in the one file from the start. */
function written(mode: string) {
  const comments = { legal: true, annotation: false, jsdoc: false };
  return { output: mode === "single" ? { comments, codeSplitting: false } : { comments } };
}

export default defineConfig(({ mode }) => ({
  root: here,
  define: { "import.meta.env.VITE_ROLLCALL_VERSION": JSON.stringify(version) },
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: {
    alias: [
      // The reader of CSV in the form that needs nothing of Node's.
      { find: /^csv-parse$/, replacement: "csv-parse/browser/esm" },
      ...(mode === "single"
        ? [
            { find: /\/worker\/open-worker\.ts$/, replacement: "/worker/open-worker.single.ts" },
            { find: /\/program\.ts$/, replacement: "/program.single.ts" },
          ]
        : []),
    ],
  },
  // A page that opens from a disk may start no module worker: Chromium refuses one whose page has no origin.
  worker: {
    plugins: () => [calendarPlans()],
    format: mode === "single" ? "iife" : "es",
    rolldownOptions: written(mode),
  },
  plugins: [calendarPlans(), mode === "single" ? singleFile() : contentSecurity()],
  build: {
    outDir: fileURLToPath(
      new URL(mode === "single" ? "../dist/playground-single" : "../dist/playground", import.meta.url),
    ),
    emptyOutDir: true,
    target: "es2024",
    // What light-dark() needs: it is written once there, and not twice into every file.
    cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
    modulePreload: { polyfill: false },
    assetsInlineLimit: mode === "single" ? Number.MAX_SAFE_INTEGER : 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: written(mode),
  },
}));
