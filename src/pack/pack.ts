// A decision with everything it was made of: the policy's texts, the calendar, the facts that were known, the version of the compiler,
// and what came of it with its reasons. Enough for somebody else to make the same decision again, letter for letter.

import type { Explanation } from "../explain/why.ts";
import { explainObligation } from "../explain/why.ts";
import type { Case } from "../explain/case.ts";
import type { Outcome } from "../runtime/outcome.ts";
import type { CalendarPlan } from "../school/calendar-plan.ts";
import { dayOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { PupilRecord } from "../school/record.ts";
import type { PackedFile } from "./packed-library.ts";

/** What of a pack has a hash, each over its own text in the pack. */
export interface Hashes {
  readonly policy: string;
  readonly calendar: string;
  readonly facts: string;
  readonly decided: string;
}

export interface Decided {
  readonly outcome: Outcome;
  /** Of everything that is or was owed, in the order of the outcome. */
  readonly explanations: readonly Explanation[];
}

export interface Pack {
  readonly format: "rollcall/evidence";
  readonly version: 1;
  /** The version of Rollcall that decided. */
  readonly compiler: string;
  readonly asOf: Moment;
  /** The policy itself first, then its layers and whatever they name. */
  readonly files: readonly PackedFile[];
  readonly calendar: CalendarPlan;
  /** Of one pupil, as known by the moment; nothing of any other is in the pack, so no rate of a class can be worked out from it. */
  readonly record: PupilRecord;
  /** As JSON, so that it is compared as it was written. */
  readonly decided: Decided;
  readonly hashes: Hashes;
}

/** A text → its hash; SHA-256 in hexadecimal for packs that leave the school. */
export type Hash = (text: string) => string;

export interface Decision {
  readonly opened: Case;
  readonly files: readonly PackedFile[];
  readonly compiler: string;
}

/** The case must have been opened on the record that `knownBy` gives, and without other pupils. */
export function makePack({ opened, files, compiler }: Decision, hash: Hash): Pack {
  const { asOf, record, world } = opened;
  const calendar = world.calendar.plan;
  const decided = decidedIn(opened);
  const parts = { files, calendar, record, decided };
  return { format: "rollcall/evidence", version: 1, compiler, asOf, ...parts, hashes: hashesOf(parts, hash) };
}

export function decidedIn(opened: Case): Decided {
  const explanations = opened.outcome.obligations.map((obligation) => explainObligation(opened, obligation));
  return { outcome: opened.outcome, explanations };
}

export function hashesOf(
  { files, calendar, record, decided }: Pick<Pack, "files" | "calendar" | "record" | "decided">,
  hash: Hash,
): Hashes {
  return {
    policy: hash(JSON.stringify(files)),
    calendar: hash(JSON.stringify(calendar)),
    facts: hash(JSON.stringify(record)),
    decided: hash(JSON.stringify(decided)),
  };
}

/** The facts without what happened or became known only later: nothing of it had a part in the decision (S7). */
export function knownBy(record: PupilRecord, asOf: Moment): PupilRecord {
  const today = dayOf(asOf);
  return {
    pupil: record.pupil,
    marks: record.marks.filter(({ day, known }) => day <= today && (known ?? asOf) <= asOf),
    arrivals: record.arrivals.filter(({ at, known }) => at <= asOf && (known ?? asOf) <= asOf),
    // A record with a date alone happened at the end of that day, and is known on it.
    log: record.log.filter(({ happened, known }) => dayOf(happened) <= today && (known ?? asOf) <= asOf),
  };
}
