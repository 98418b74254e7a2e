// What a change would do at a school whose records were read → tables for governors: pupils, letters and calls, and work by role.
// Governors know the families, so that counts of fewer than five, and those from which such a one could be reckoned, are withheld.

import type { PopulationChange, PopulationDiff, Workload } from "../diff/compare-populations.ts";
import { sayDay, sayMoment } from "../explain/say.ts";
import { dayOf, lastInstant } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { guardSmall } from "../support/small-numbers.ts";
import { heading, paragraph } from "./document.ts";
import type { Block } from "./document.ts";

const FEW = "fewer than 5";
const WITHHELD = "withheld";

export function schoolEffects({ asOf, pupils, touched, changes, workload }: PopulationDiff): readonly Block[] {
  const rows = changes.map((change) => ({ change, cells: countCells(change, pupils) }));
  const hidden = rows.some(({ cells }) => cells.some((cell) => cell === FEW || cell === WITHHELD));
  const some = hidden || guardSmall(touched, pupils) === "hidden";
  const whom =
    touched === 0 ? "Nobody is treated otherwise." : `${some ? "Some" : touched} of them would be treated otherwise.`;
  const table = (caption: string, kinds: ReadonlySet<string>): readonly Block[] => {
    const mine = rows.filter(({ change }) => kinds.has(change.kind));
    if (mine.length === 0) return [];
    return [{ kind: "table", caption, head: HEAD, rows: mine.map(({ change, cells }) => [change.title, ...cells]) }];
  };
  return [
    heading(2, "What it would do at this school"),
    paragraph(`The records of ${pupils} pupils were read as they stood ${whenWords(asOf)}. ${whom}`),
    ...(hidden
      ? [
          paragraph(
            `No pupil is named here. A count from 1 to 4 is shown as “${FEW}”. A count from which it could be worked out is withheld.`,
          ),
        ]
      : []),
    ...table("Letters, calls and other things done, by the number of pupils", new Set(["duty"])),
    ...table("What holds of pupils, or is asked about them", new Set(["status", "band", "question"])),
    ...workTable(workload),
  ];
}

function whenWords(asOf: Moment): string {
  const day = dayOf(asOf);
  return asOf === lastInstant(day) ? `at the end of ${sayDay(day)}` : `on ${sayMoment(asOf)}`;
}

const HEAD = ["What", "Before", "After", "Newly", "No longer"];

/** Of four counts each follows from the other three: where one is small, another is withheld with it. */
function countCells(
  { before, after, newly, noLonger }: PopulationChange,
  pupils: number,
): readonly [string, string, string, string] {
  const [was, is, more, fewer] = [before, after, newly.length, noLonger.length].map((count) => ({
    count,
    hidden: guardSmall(count, pupils) === "hidden",
  })) as [Count, Count, Count, Count];
  const moves = [said(more), said(fewer)] as const;
  if (was.hidden || is.hidden) {
    // The small one is told as small; the other would tell it.
    return [was.hidden ? said(was) : WITHHELD, is.hidden ? said(is) : WITHHELD, ...moves];
  }
  return [said(was), more.hidden || fewer.hidden ? WITHHELD : said(is), ...moves];
}

interface Count {
  readonly count: number;
  readonly hidden: boolean;
}

function said({ count, hidden }: Count): string {
  return !hidden ? String(count) : count < 5 ? FEW : WITHHELD;
}

/** Every thing to do is counted once for each role that shares it. */
function workTable(workload: readonly Workload[]): readonly Block[] {
  const rows = workload.flatMap(({ title, weeks }) => {
    const sum = (side: "before" | "after"): number => weeks.reduce((total, week) => total + week[side], 0);
    const [before, after] = [sum("before"), sum("after")];
    if (weeks.every((week) => week.before === week.after)) return [];
    const change = Math.abs(after - before);
    const way = after > before ? "more" : "fewer";
    const comparison =
      change === 0 ? "as many, in other weeks" : `${guardSmall(change) === "hidden" ? FEW : change} ${way}`;
    return [[title.replace(/,.*$/, ""), guardSmall(before) === "hidden" ? FEW : String(before), comparison]];
  });
  if (rows.length === 0) return [paragraph("Nobody has more or less to do.")];
  return [
    {
      kind: "table",
      caption: "Things to do in the school year so far, by role",
      head: ["Role", "Before", "After, in comparison"],
      rows,
    },
  ];
}
