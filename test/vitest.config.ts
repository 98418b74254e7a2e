// How the tests are run. `--mode elsewhere` runs the same tests on a computer set to another time zone and language,
// because a letter that falls due must not depend on where the computer believes it is. `--mode many` takes ten thousand
// pupils, ten thousand damaged files and ten thousand policies to be proved, where an ordinary run takes a few.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { calendarPlans } from "../playground/texts/calendar-plans.ts";

export default defineConfig(({ mode }) => {
  if (mode === "elsewhere") {
    // Workers inherit these from this process. 13 hours ahead of Greenwich: every London evening is already tomorrow. (On
    // islands further east the last day of 1994 was left out, and date-fns, our second opinion, rightly knows none there.)
    process.env["TZ"] = "Pacific/Tongatapu";
    process.env["LC_ALL"] = "tr_TR.UTF-8";
  }
  if (mode === "many") {
    process.env["PUPILS"] ??= "10000";
    process.env["HOSTILE"] ??= "10000";
    process.env["PROOFS"] ??= "10000";
  }
  return {
    root: fileURLToPath(new URL("..", import.meta.url)),
    plugins: [calendarPlans()],
    test: {
      include: ["test/**/*.test.ts"],
      // Elsewhere, of the walks through the page those alone that are about days and hours: a browser's walks are slow.
      exclude: mode === "elsewhere" ? ["test/**/!(pupil|school).browser.test.ts"] : [],
      // No room keeps state of its own, so the test files may share a process and load the parser once.
      isolate: false,
      // A busy machine is no fault of the code: only a test that hangs may be ended.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 30_000 } },
      // A missing or different golden file fails; only a request writes it.
      update: process.env["UPDATE"] === "1" ? "all" : "none",
    },
  };
});
