// The facts a policy is decided on: pupils, their parents, marks, arrivals, logged acts and staff, as plain values (S7 to S12).
// Knows no file format and no policy; texts such as codes, acts and flags are kept as recorded, for others to judge.

import type { Half } from "./calendar-plan.ts";
import type { Day } from "./day.ts";
import type { Moment } from "./moment.ts";

/** The place a fact was read from, for messages; absent where a fact was made rather than read. */
export interface FactSource {
  readonly file: string;
  /** From 1, the heading row included. */
  readonly line: number;
}

/** Free fields by name. Made without a prototype by whoever reads input, so that no field name is special. */
export type Fields = Readonly<Record<string, string>>;

export interface Pupil {
  readonly id: string;
  readonly name?: string;
  /** Reception is 0, nursery -1. */
  readonly year: number;
  readonly class?: string;
  readonly born?: Day;
  /** Time on roll, in order; two spans for a pupil who left and came back. Both ends belong. */
  readonly onRoll: readonly { readonly from: Day; readonly to?: Day }[];
  readonly flags: readonly Flag[];
  readonly parents: readonly ParentLink[];
  readonly attributes: Fields;
  readonly source?: FactSource;
}

/** A named circumstance such as `free-school-meals` or `has-social-worker`; both ends belong, and an absent end is open. */
export interface Flag {
  readonly name: string;
  readonly from?: Day;
  readonly until?: Day;
  readonly source?: FactSource;
}

/** A dated link between a person and a pupil (S11). */
export interface ParentLink {
  readonly person: string;
  readonly name?: string;
  readonly responsibility: boolean;
  readonly livesWith: boolean;
  readonly cares: boolean;
  readonly from?: Day;
  readonly until?: Day;
  readonly source?: FactSource;
}

/** One mark of the register (S8). A session without one is missing: neither attended nor absent. */
export interface Mark {
  readonly pupil: string;
  readonly day: Day;
  readonly half: Half;
  readonly code: string;
  /** When the mark became known; unsaid, when its register closes (S7). A later-known mark of the same key replaces an earlier one. */
  readonly known?: Moment;
  readonly minutesLate?: number;
  /** The other school or provider that took the mark, where it was not this school. */
  readonly setting?: string;
  readonly reason?: string;
  readonly source?: FactSource;
}

/** A pupil signed in, whatever the mark then says. */
export interface Arrival {
  readonly pupil: string;
  readonly at: Moment;
  readonly known?: Moment;
  readonly fields: Fields;
  readonly source?: FactSource;
}

/** A dated fact that is no mark: a contact, letter, meeting, notice, decision (S7, S12). A later-known record of the same id replaces it. */
export interface LogRecord {
  readonly id: string;
  readonly act: string;
  /** What the act was about or made, such as `letter-1`. */
  readonly object?: string;
  readonly happened: Moment;
  readonly known?: Moment;
  readonly pupil?: string;
  /** The parent it concerns. */
  readonly person?: string;
  /** The role that acted. */
  readonly by?: string;
  readonly to?: readonly string[];
  readonly fields: Fields;
  readonly source?: FactSource;
}

export interface StaffMember {
  readonly role: string;
  /** Name, phone, email and whatever else the school lists. */
  readonly fields: Fields;
  readonly source?: FactSource;
}

export interface PupilRecord {
  readonly pupil: Pupil;
  readonly marks: readonly Mark[];
  readonly arrivals: readonly Arrival[];
  readonly log: readonly LogRecord[];
}

export interface SchoolRecord {
  readonly name: string;
  readonly staff: readonly StaffMember[];
  /** Records that concern no single pupil. */
  readonly log: readonly LogRecord[];
  readonly pupils: readonly PupilRecord[];
  readonly attributes: Fields;
}
