// A pupil's marks and records, moved by whole weeks: the same pupil before another date, so that two dates can be compared.

import { SECONDS_IN_DAY } from "../../src/wording.ts";
import type { Sketch } from "../worker/pupil-protocol.ts";

/** Days on which that school year has no school lose their marks when the record is made. */
export function movedBy(sketch: Sketch, days: number): Sketch {
  if (days === 0) return sketch;
  const { from, arrivals } = sketch;
  return {
    ...sketch,
    ...(from === undefined ? {} : { from: from + days }),
    marks: sketch.marks.map(([session, code]) => {
      const [day, half] = session.split(" ");
      return [`${Number(day) + days} ${half ?? "AM"}`, code];
    }),
    ...(arrivals === undefined ? {} : { arrivals: arrivals.map((at) => at + days * SECONDS_IN_DAY) }),
    log: sketch.log.map((entry) => ({ ...entry, happened: entry.happened + days * SECONDS_IN_DAY })),
  };
}
