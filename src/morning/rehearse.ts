// A school's records → the same with the log that its staff would have left behind, had they followed the policy nearly always.
// For invented schools: who forgot what is drawn from a seed, and the same seed gives the same log.

import { fieldsOf } from "../data/fields.ts";
import { makeRandom } from "../data/random.ts";
import type { Random } from "../data/random.ts";
import { examinePupil, examineSchool, obligationsOf } from "../runtime/evaluate.ts";
import type { Examination } from "../runtime/evaluate.ts";
import type { Obligation, Question } from "../runtime/outcome.ts";
import { questionsOf } from "../runtime/questions.ts";
import type { World } from "../runtime/world.ts";
import { dayOf, momentOf, secondOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { LogRecord, PupilRecord, SchoolRecord } from "../school/record.ts";
import type { Steps } from "../support/finished.ts";

export interface Rehearsal {
  readonly world: World;
  readonly school: SchoolRecord;
  readonly asOf: Moment;
  readonly seed: number;
}

/** Out of a million: things never done, not done yet although lately asked for, done late, and questions answered yes. */
const FORGOTTEN = 2_000;
const NOT_YET = 250_000;
const LATE = 15_000;
const YES = 450_000;
/** So many school days back is lately. */
const LATELY = 8;
/** What a role may do and need not. */
const TAKEN_UP = 150_000;
/** One act opens the next; a policy that asks for ever is followed this far. */
const ROUNDS = 80;

/** Yields the number of pupils that were gone through. */
export function* rehearse(rehearsal: Rehearsal): Steps<SchoolRecord> {
  const { world, school, asOf } = rehearsal;
  const pupils: PupilRecord[] = [];
  for (const record of school.pupils) {
    const log = followed(rehearsal, record.log, record.pupil.id, (own) =>
      examinePupil(world, { ...record, log: own }, asOf),
    );
    pupils.push({ ...record, log });
    yield pupils.length;
  }
  const log = followed(rehearsal, school.log, undefined, (own) => examineSchool(world, { ...school, log: own }, asOf));
  return { ...school, pupils, log };
}

function followed(
  rehearsal: Rehearsal,
  given: readonly LogRecord[],
  pupil: string | undefined,
  examine: (log: readonly LogRecord[]) => Examination,
): readonly LogRecord[] {
  let log = given;
  const known = new Set(given.map(({ id }) => id));
  for (let round = 0; round < ROUNDS; round++) {
    const { replay } = examine(log);
    const fresh = [
      ...obligationsOf(replay).flatMap((obligation) => actOn(rehearsal, obligation, pupil) ?? []),
      ...questionsOf(replay).flatMap((question) => answer(rehearsal, question, pupil) ?? []),
    ].filter(({ id }) => !known.has(id));
    if (fresh.length === 0) break;
    for (const { id } of fresh) known.add(id);
    log = [...log, ...fresh];
  }
  return log.toSorted((a, b) => a.happened - b.happened || (a.id < b.id ? -1 : 1));
}

function drawFor({ seed }: Rehearsal, id: string): Random {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return makeRandom(seed, hash);
}

// ---------------------------------------------------------------- acts

/** The record of doing it, or undefined where nobody did, or not yet. */
function actOn(rehearsal: Rehearsal, obligation: Obligation, pupil: string | undefined): LogRecord | undefined {
  const { id, act, object, actors, modal, person, recording, opened, due, state } = obligation;
  if (state !== "open" && state !== "overdue" && state !== "offered") return undefined;
  const draw = drawFor(rehearsal, `${pupil ?? ""} ${id}`);
  if (modal === "may" ? !draw.chance(TAKEN_UP) : draw.chance(isLately(rehearsal, opened) ? NOT_YET : FORGOTTEN))
    return undefined;
  const when = momentFor(rehearsal, draw, opened, due, draw.chance(LATE));
  if (when === undefined) return undefined;
  const first = actors.members[0]?.role;
  return {
    id: recordId(pupil, id, draw),
    act,
    ...(object === undefined ? {} : { object }),
    happened: when,
    ...(pupil === undefined ? {} : { pupil }),
    ...(person === undefined ? {} : { person }),
    ...(first === undefined ? {} : { by: first }),
    fields: fieldsFor(rehearsal, obligation, recording),
  };
}

function isLately({ world, asOf }: Rehearsal, opened: Moment): boolean {
  const { calendar } = world;
  return calendar.schoolDayIndex(dayOf(asOf)) - calendar.schoolDayIndex(dayOf(opened)) <= LATELY;
}

/** Short, and the same whenever the obligation is. */
function recordId(pupil: string | undefined, id: string, draw: Random): string {
  const rule = id.split("/").at(-1) ?? id;
  return `${pupil ?? "school"}-${rule.replaceAll(/[^a-z0-9]+/gi, "-")}-${String(draw.below(1_000_000)).padStart(6, "0")}`;
}

/** What fields hold that take a word of the policy, by the names of the national layer. */
const ORDINARY: ReadonlyMap<string, string> = new Map([
  ["reason", "medical-appointment"],
  ["channel", "phone"],
]);

/** What the act and the rule want written down. Date and time are the record's own. */
function fieldsFor(
  { world }: Rehearsal,
  { act, object, person }: Obligation,
  recording: readonly string[],
): LogRecord["fields"] {
  const { acts, documents } = world.program;
  const inside = documents.get(object ?? "")?.fields.map(({ name }) => name) ?? [];
  const wanted = new Set([...(acts.get(act)?.fields ?? []), ...recording, ...inside]);
  return fieldsOf(
    [...wanted]
      .filter((field) => field !== "date" && field !== "time")
      .map((field) => [field, (field === "parent" ? person : ORDINARY.get(field)) ?? "on file"]),
  );
}

/** A time in the school day, early rather than late; undefined where it lies ahead of the moment asked. */
function momentFor(
  { world, asOf }: Rehearsal,
  draw: Random,
  opened: Moment,
  due: Moment | undefined,
  late: boolean,
): Moment | undefined {
  const { calendar } = world;
  const from = calendar.schoolDayIndex(dayOf(opened) - 1) + 1;
  const last = due === undefined || late ? from + 6 : Math.max(from, calendar.schoolDayIndex(dayOf(due)));
  const day = calendar.schoolDays[Math.min(last, from + draw.weighted([50, 25, 15, 10]))] ?? dayOf(opened);
  const planned = momentOf(day, draw.between(9 * 60 + 30, 15 * 60) * 60);
  // On its own day, an act comes after what calls for it, and in time unless somebody was late.
  const earliest = Math.max(planned, opened + 60 * draw.between(2, 20));
  const moment = due === undefined || late ? earliest : Math.min(earliest, Math.max(opened, due));
  return moment > asOf
    ? undefined
    : moment - (secondOf(moment) % 60 === 0 || moment === due ? 0 : secondOf(moment) % 60);
}

// ---------------------------------------------------------------- decisions

function answer(rehearsal: Rehearsal, question: Question, pupil: string | undefined): LogRecord | undefined {
  const { decision, by, procedure, instance, since } = question;
  const id = `decide/${decision}/${procedure}/${instance}`;
  const draw = drawFor(rehearsal, `${pupil ?? ""} ${id}`);
  const answers = rehearsal.world.program.decisions.get(decision)?.answers ?? ["yes", "no"];
  const said = draw.chance(YES)
    ? answers[0]
    : draw.pick((answers.length > 1 ? answers.slice(1) : answers) as [string, ...string[]]);
  const when = momentFor(rehearsal, draw, since, undefined, false);
  if (when === undefined || said === undefined || draw.chance(isLately(rehearsal, since) ? NOT_YET : FORGOTTEN))
    return undefined;
  const first = by[0];
  return {
    id: recordId(pupil, `${decision.replaceAll(" ", "-")}-${procedure}`, draw),
    act: "decide",
    object: decision,
    happened: when,
    ...(pupil === undefined ? {} : { pupil }),
    ...(first === undefined ? {} : { by: first }),
    fields: fieldsOf([["answer", said]]),
  };
}
