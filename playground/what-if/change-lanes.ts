// What is owed otherwise → a lane each with a bar before and a bar after, and the stretch of days that shows them all.

import { SECONDS_IN_DAY } from "../../src/wording.ts";
import { isPast } from "../pupil/difference-words.ts";
import type { Owed } from "../worker/pupil-protocol.ts";
import type { Difference } from "../worker/what-if-protocol.ts";

const MOST = 8;

export interface Bar {
  readonly from: number;
  /** When it was done or is due; where neither is said, the moment looked at. */
  readonly to: number;
  readonly due: number | undefined;
}

export interface ChangeLane {
  readonly key: string;
  readonly title: string;
  readonly before: Bar | undefined;
  readonly after: Bar | undefined;
}

export interface Lanes {
  readonly lanes: readonly ChangeLane[];
  readonly from: number;
  readonly to: number;
}

/** Undefined where nothing that has a date is owed otherwise. What is still open comes first. */
export function changeLanes(differences: readonly Difference[], asOf: readonly [number, number]): Lanes | undefined {
  const owed = differences.flatMap((each) => (each.kind === "owed" ? [each] : []));
  const pressing = owed.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b))).slice(0, MOST);
  const lanes = pressing.map(({ id, title, before, after }): ChangeLane => ({
    key: id,
    title,
    before: barOf(before, asOf[0]),
    after: barOf(after, asOf[1]),
  }));
  const moments = lanes.flatMap(({ before, after }) =>
    [before, after].flatMap((bar) => (bar === undefined ? [] : [bar.from, bar.to])),
  );
  if (moments.length === 0) return undefined;
  return {
    lanes,
    from: Math.min(...moments, ...asOf) - 3 * SECONDS_IN_DAY,
    to: Math.max(...moments, ...asOf) + 3 * SECONDS_IN_DAY,
  };
}

function isOver({ before, after }: { readonly before: Owed | undefined; readonly after: Owed | undefined }): boolean {
  return isPast(before) && isPast(after);
}

function barOf(owed: Owed | undefined, asOf: number): Bar | undefined {
  if (owed === undefined) return undefined;
  const { opened, due, doneAt } = owed;
  return { from: opened, to: Math.max(opened, doneAt ?? due ?? asOf), due };
}
