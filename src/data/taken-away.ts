// Rows that would take a mark away: a register keeps what was entered, so that such a row changes nothing, and is told where an
// earlier mark stands.

import type { Half } from "../school/calendar-plan.ts";
import { formatDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import type { Moment } from "../school/moment.ts";
import type { Mark } from "../school/record.ts";
import { markMessages } from "./diagnostics.ts";
import type { Place } from "./problems.ts";
import type { Reading } from "./read-table.ts";

/** A row without a code that says when that became known. */
export interface TakenAway {
  /** The pupil's number in the list of pupils. */
  readonly pupil: number;
  readonly day: Day;
  readonly half: Half;
  readonly known: Moment;
  readonly place: Place;
}

/** Of sessions that never had a mark there is nothing to say. */
export function reportTakenAway(
  { problems }: Reading,
  rows: readonly TakenAway[],
  pupils: readonly string[],
  marksOf: (pupil: number) => readonly Mark[],
): void {
  for (const { pupil, day, half, known, place } of rows) {
    const before = marksOf(pupil).filter(
      (mark) => mark.day === day && mark.half === half && (mark.known === undefined || mark.known < known),
    );
    const standing = before.at(-1);
    if (standing === undefined) continue;
    const args = { pupil: pupils[pupil] ?? "", day: formatDay(day), half, code: standing.code };
    problems.report(markMessages.dataMarkTakenAway, () => args, place, standing.source);
  }
}
