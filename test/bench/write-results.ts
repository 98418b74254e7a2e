// The reports of a whole run → all tables in a page of their own, the chart beside it, and in the README what most people ask: which targets
// are met, and how the forms compare.

import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { root } from "../source-files.ts";
import { drawChart } from "./draw-chart.ts";
import type { Chart } from "./draw-chart.ts";
import { printReport } from "./report.ts";
import type { Report } from "./report.ts";

const BEGIN = "<!-- written by `npm run bench -- --write` -->\n";
const END = "<!-- end of what the bench wrote -->\n";
/** The parts whose tables stand in the README. */
const SHOWN = ["decide", "thresholds"];

export function writeResults(reports: ReadonlyMap<string, Report & { readonly chart?: Chart }>): void {
  const all = [...reports.values()];
  const targets = all.flatMap((report) => report.targets);
  const where = `Measured on Node ${process.versions.node} with ${availableParallelism()} cores; figures of different parts are not to be compared, only those of one.\n`;
  const page = printReport({ sections: all.flatMap(({ sections }) => sections), targets });
  writeFileSync(
    `${root}test/bench/results.md`,
    `# What the bench found\n\n${BEGIN}\n${where}\n${page.replaceAll("###", "##")}${END}`,
  );
  for (const { chart } of all) if (chart !== undefined) writeFileSync(`${root}test/bench/growth.svg`, drawChart(chart));
  const shown = SHOWN.flatMap((name) => reports.get(name)?.sections ?? []);
  const path = `${root}README.md`;
  const readme = readFileSync(path, "utf8");
  const [before, rest] = halves(readme, BEGIN);
  const [, after] = halves(rest, END);
  writeFileSync(path, `${before}${BEGIN}\n${where}\n${printReport({ sections: shown, targets })}\n${END}${after}`);
}

function halves(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`the README lacks the line ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
