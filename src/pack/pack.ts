// A decision with everything it was made of: the policy's texts, the calendar, the facts that were known, the version of the compiler,
// and what came of it with its reasons. Enough for somebody else to make the same decision again, letter for letter.

import type { Explanation } from "../explain/why.ts";
import { explainObligation } from "../explain/why.ts";
import type { Case, Policy } from "../explain/case.ts";
import { textOfIr } from "../ir/fingerprint-of-policy.ts";
import { vocabularyOf } from "../morning/vocabulary-of.ts";
import type { Outcome } from "../runtime/outcome.ts";
import type { CalendarPlan } from "../school/calendar-plan.ts";
import { dayOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { PupilRecord } from "../school/record.ts";
import { canonicalText } from "../support/canonical-text.ts";
import { compareText } from "../support/compare-text.ts";
import { remember } from "../support/remember.ts";
import type { Hash, PackedFile } from "./packed-library.ts";

/** Each over its own text, as JSON: a part that was changed shows. */
export interface Hashes {
  readonly policy: string;
  readonly calendar: string;
  /** The codes and words by which the records are read, as the policy and its layers have them. */
  readonly vocabulary: string;
  /** What this version of the compiler makes of the policy: all that it decides by. */
  readonly meaning: string;
  readonly facts: string;
  readonly decided: string;
  /** All of these, with the moment and the version of Rollcall: nothing in a pack is without a hash. */
  readonly whole: string;
}

export interface Decided {
  readonly outcome: Outcome;
  /** Of everything that is or was owed, in the order of the outcome. */
  readonly explanations: readonly Explanation[];
}

export interface Pack {
  readonly format: "rollcall/evidence";
  readonly version: 2;
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

export interface Decision {
  readonly opened: Case;
  readonly files: readonly PackedFile[];
  readonly compiler: string;
}

/** The case must have been opened on the record that `knownBy` gives, and without other pupils. */
export function makePack({ opened, files, compiler }: Decision, hash: Hash): Pack {
  const { asOf, record, world, policy } = opened;
  const calendar = world.calendar.plan;
  const parts = { files, calendar, record, decided: decidedIn(opened) };
  const hashes = { ...hashesOf(parts, hash), ...hashesOfMeaning(policy, hash) };
  return sealed({ format: "rollcall/evidence", version: 2, compiler, asOf, ...parts, hashes }, hash);
}

type Unsealed = Omit<Pack, "hashes"> & { readonly hashes: Omit<Hashes, "whole"> };

function sealed(pack: Unsealed, hash: Hash): Pack {
  return { ...pack, hashes: { ...pack.hashes, whole: hashOfWhole(pack, hash) } };
}

/** Over what has no hash of its own, and the hashes of all that has. */
export function hashOfWhole({ format, version, compiler, asOf, hashes }: Unsealed, hash: Hash): string {
  const { policy, calendar, vocabulary, meaning, facts, decided } = hashes;
  const each = { policy, calendar, vocabulary, meaning, facts, decided };
  return hash(JSON.stringify({ format, version, compiler, asOf, hashes: each }));
}

/** The one text of a pack, byte for byte: whatever order its keys were in, and with nothing between them but this. */
export function writePack({ format, version, compiler, asOf, files, calendar, record, decided, hashes }: Pack): string {
  const { policy, calendar: ofCalendar, vocabulary, meaning, facts, decided: ofDecided, whole } = hashes;
  const inOrder = { policy, calendar: ofCalendar, vocabulary, meaning, facts, decided: ofDecided, whole };
  const pack: Pack = { format, version, compiler, asOf, files, calendar, record, decided, hashes: inOrder };
  return `${JSON.stringify(pack, null, 1)}\n`;
}

export function decidedIn(opened: Case): Decided {
  const explanations = opened.outcome.obligations.map((obligation) => explainObligation(opened, obligation));
  return { outcome: opened.outcome, explanations };
}

export function hashesOf(
  { files, calendar, record, decided }: Pick<Pack, "files" | "calendar" | "record" | "decided">,
  hash: Hash,
): Pick<Hashes, "policy" | "calendar" | "facts" | "decided"> {
  return {
    policy: hash(JSON.stringify(files)),
    calendar: hash(JSON.stringify(calendar)),
    facts: hash(JSON.stringify(record)),
    decided: hash(JSON.stringify(decided)),
  };
}

/** What a policy reads records by, and what it decides by. */
export function hashesOfMeaning(policy: Policy, hash: Hash): Pick<Hashes, "vocabulary" | "meaning"> {
  const { vocabulary, meaning } = textsOfMeaning(policy);
  return { vocabulary: hash(vocabulary), meaning: hash(meaning) };
}

const textsOfMeaning = remember(({ model, ir, program }: Policy) => ({
  vocabulary: canonicalText({ codes: program.codes, words: plain(vocabularyOf(model)) }),
  meaning: textOfIr(ir),
}));

/** Sets and maps as lists in order, whatever order they were gathered in. */
function plain(value: unknown): unknown {
  if (value instanceof Set) return [...value].map(String).toSorted(compareText);
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([name, each]): [string, unknown] => [String(name), plain(each)]));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]): [string, unknown] => [name, plain(each)]));
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
