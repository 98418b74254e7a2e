// The facts of an invented pupil, told from the day asked backwards, so that they can be set on any date of any calendar.
// Plain values; how they are found and where they are set stand beside.

import type { Day } from "../school/day.ts";
import type { Moment, SecondOfDay } from "../school/moment.ts";
import type { Arrival, Fields, LogRecord, Mark, Pupil } from "../school/record.ts";
import type { Unit } from "../units/unit.ts";

/** A session attended as usual. */
export const ATTENDED = ".";
/** A session without a mark. */
export const UNMARKED = "-";

export interface PlainFacts {
  /**
   * One code a session, whole days, the last of them the day asked; {@link ATTENDED} and {@link UNMARKED} stand for
   * themselves. Where `joins`, the pupil is on roll from the first of them, else from the start of the school year.
   */
  readonly sessions: readonly string[];
  readonly joins: boolean;
  /** The last sessions of the school year before, for figures that look back to it; the pupil then joined with the first of them. */
  readonly lastYear: readonly string[];
  readonly year: number;
  readonly flags: readonly string[];
  readonly parents: readonly string[];
  readonly records: readonly PlainRecord[];
  /** Times at which the pupil came through the door on the day asked. */
  readonly arrivals: readonly SecondOfDay[];
}

/** Something done and written down so long before the day asked; without an `ago`, on the day itself. */
export interface PlainRecord {
  readonly act: string;
  readonly object?: string;
  readonly by?: string;
  readonly person?: string;
  readonly fields: Fields;
  readonly ago?: { readonly n: number; readonly unit: Unit };
}

/** A pupil on a calendar: what an example says, ready for any program. */
export interface WitnessPupil {
  readonly facts: PlainFacts;
  /** The moment to ask about: the end of the day asked. */
  readonly at: Moment;
  readonly day: Day;
  readonly pupil: Pupil;
  /** Only what is not attended as usual; `-` for a mark that is missing. */
  readonly marks: readonly Mark[];
  readonly arrivals: readonly Arrival[];
  readonly log: readonly LogRecord[];
}

/** A child in the middle of primary school, of whom nothing is known. */
export const nobodyInParticular: PlainFacts = {
  sessions: [],
  joins: false,
  lastYear: [],
  year: 4,
  flags: [],
  parents: [],
  records: [],
  arrivals: [],
};

/** Small is what is quickly told: few sessions first, then few records and marks. */
export function sizeOf({ sessions, lastYear, records, flags, parents, arrivals, year }: PlainFacts): number {
  const told = [...sessions, ...lastYear].filter((code) => code !== ATTENDED).length;
  const others = records.length + flags.length + parents.length + arrivals.length;
  return (sessions.length + lastYear.length) * 100 + others * 20 + told + (year === nobodyInParticular.year ? 0 : 5);
}
