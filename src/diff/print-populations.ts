// What a change does to a school's own pupils and staff → text: who newly gets what, who no longer does, work week by week.

import { makePaint } from "../diagnostics/paint.ts";
import { sayDay, sayMoment } from "../explain/say.ts";
import { textTable } from "../support/text-table.ts";
import { wrap } from "../support/wrap.ts";
import type { PopulationDiff, Workload } from "./compare-populations.ts";
import type { PrintDiffOptions } from "./print-diff.ts";

/** Ends in a line break. */
export function printPopulations(diff: PopulationDiff, { width, colour }: PrintDiffOptions): string {
  const paint = makePaint(colour);
  const { changes, workload, pupils, asOf } = diff;
  const changing = workload.filter(({ weeks }) => weeks.some(({ before, after }) => before !== after));
  const lines = [
    "",
    paint("bold", `Of ${pupils} pupils, as of ${sayMoment(asOf)}`),
    ...(changes.length === 0 ? ["Nobody is treated otherwise."] : []),
    ...changes.flatMap(({ title, newly, noLonger }) => [
      title,
      ...pupilLines("newly", newly, width),
      ...pupilLines("no longer", noLonger, width),
    ]),
    "",
    paint("bold", "Work for each role, week by week"),
    ...(changing.length === 0 ? ["No week of anybody's changes."] : chart(changing, width)),
  ];
  return `${lines.join("\n")}\n`;
}

function pupilLines(word: string, pupils: readonly string[], width: number): readonly string[] {
  return pupils.length === 0 ? [] : wrap(`${word} ${pupils.length}: ${pupils.join(", ")}`, width, "    ");
}

const BARS = ["·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** One row of bars before and one after for each role whose work changes, all to one scale. */
function chart(workload: readonly Workload[], width: number): readonly string[] {
  const weeks = workload[0]?.weeks ?? [];
  const [first, last] = [weeks[0], weeks.at(-1)];
  const rows = workload.flatMap(({ title, weeks: all }) => {
    const most = Math.max(...all.flatMap(({ before, after }) => [before, after]));
    const row = (name: string, label: string, counts: readonly number[]): readonly string[] => [
      name,
      label,
      counts.map((count) => bar(count, most)).join(""),
      String(counts.reduce((total, count) => total + count, 0)),
      String(Math.max(...counts)),
    ];
    return [
      row(
        title,
        "before",
        all.map(({ before }) => before),
      ),
      row(
        "",
        "after",
        all.map(({ after }) => after),
      ),
    ];
  });
  const span =
    first === undefined || last === undefined ? "" : `weeks of ${sayDay(first.monday)} to ${sayDay(last.monday)}`;
  return textTable([["role", "", span, "in all", "busiest"], ...rows], width);
}

/** Exact counts stand beside; the bar only shows the shape, and anything above nought shows. */
function bar(count: number, most: number): string {
  if (count === 0) return BARS[0] ?? "";
  return BARS[Math.max(1, Math.ceil((count * (BARS.length - 1)) / most))] ?? "";
}
