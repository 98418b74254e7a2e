// The attendance of a year and the policy's limits → places in a picture. Only drawing: nothing is decided on these numbers.

import type { Limit, PupilView } from "../worker/pupil-protocol.ts";

export interface Box {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly bottom: number;
  readonly top: number;
}

export interface DrawnLimit {
  readonly letter: string;
  readonly percent: number;
  readonly y: number;
  readonly shown: boolean;
  readonly limits: readonly Limit[];
}

export interface Shape {
  readonly path: string;
  readonly last?: { readonly x: number; readonly y: number };
  readonly ticks: readonly { readonly y: number; readonly percent: number }[];
  readonly months: readonly { readonly x: number; readonly day: number }[];
  readonly limits: readonly DrawnLimit[];
}

/** The first days of a year swing wildly: they are drawn, but do not set the scale. */
const SETTLED = 20;

export function chartShape(
  { line, limits }: Pick<PupilView, "line" | "limits">,
  year: { readonly from: number; readonly to: number },
  box: Box,
): Shape {
  const percents = line.map(({ attended, possible }) => (possible === 0 ? 100 : (attended * 100) / possible));
  const settled = percents.filter((_, index) => (line[index]?.possible ?? 0) >= SETTLED);
  const groups = groupLimits(limits);
  const near = groups.filter(({ percent }) => percent >= 85).map(({ percent }) => percent);
  const lowest = Math.min(100, ...settled, ...near);
  const floor = Math.max(0, Math.floor((lowest - 1) / 5) * 5);
  const x = (day: number): number =>
    box.left + ((day - year.from) * (box.width - box.left - 8)) / Math.max(1, year.to - year.from);
  const y = (percent: number): number =>
    box.top + ((100 - Math.max(percent, floor)) * (box.height - box.top - box.bottom)) / (100 - floor);
  const points = line.map(({ day }, index) => ({ x: x(day), y: y(percents[index] ?? 100) }));
  const step = 100 - floor > 40 ? 20 : 100 - floor > 15 ? 5 : 2;
  const last = points.at(-1);
  return {
    path: points
      .map((point, index) => `${index === 0 ? "M" : "L"}${point.x.toFixed(1)} ${point.y.toFixed(1)}`)
      .join(""),
    ...(last === undefined ? {} : { last }),
    ticks: ticksBetween(floor, step).map((percent) => ({ percent, y: y(percent) })),
    months: monthsOf(line, year).map((day) => ({ day, x: x(day) })),
    limits: groups.map(({ percent, limits: here }, index) => ({
      letter: String.fromCharCode(65 + index),
      percent,
      y: y(percent),
      shown: percent >= floor,
      limits: here,
    })),
  };
}

function ticksBetween(floor: number, step: number): readonly number[] {
  const ticks: number[] = [];
  for (let percent = 100; percent >= floor; percent -= step) ticks.push(percent);
  return ticks;
}

function groupLimits(
  limits: readonly Limit[],
): readonly { readonly percent: number; readonly limits: readonly Limit[] }[] {
  // A status and a procedure may bear one name and draw one line: said once.
  const named = [...new Map(limits.map((limit) => [`${limit.title} ${limit.says}`, limit])).values()];
  const groups = Map.groupBy(named, ({ n, d }) => (n * 100) / d);
  return [...groups].map(([percent, here]) => ({ percent, limits: here })).toSorted((a, b) => b.percent - a.percent);
}

/** Every thirtieth day: a mark to read the date from. */
function monthsOf(line: PupilView["line"], year: { readonly from: number; readonly to: number }): readonly number[] {
  const days: number[] = [];
  const first = line[0]?.day ?? year.from;
  for (let day = first; day < year.to - 20; day += 61) days.push(day);
  return days;
}

/** The end of each week of the line, for the table. */
export function weekEnds(line: PupilView["line"]): PupilView["line"] {
  const weeks = new Map(line.map((point) => [Math.floor((point.day + 3) / 7), point]));
  return [...weeks.values()];
}
