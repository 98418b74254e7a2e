// The command line → a few files without dependencies, each loaded when a command first wants it. Only what writes TypeScript, and
// what a command may be told to use, stay packages of their own: they weigh more than all the rest.

import { readFileSync } from "node:fs";
import { defineConfig } from "rolldown";

export default defineConfig({
  // A worker is found beside the part that hires it.
  input: { main: "src/cli/main.ts", "parts/trial-worker": "src/cli/trial-worker.ts" },
  platform: "node",
  external: [/^ts-morph$/, /^@duckdb\//],
  plugins: [
    {
      name: "the-file-that-npm-links",
      generateBundle() {
        this.emitFile({ type: "asset", fileName: "bin.cjs", source: readFileSync("src/cli/bin.cjs", "utf8") });
      },
    },
  ],
  output: {
    dir: "dist/command",
    cleanDir: true,
    entryFileNames: "[name].js",
    chunkFileNames: "parts/[name]-[hash].js",
    minify: true,
  },
});
