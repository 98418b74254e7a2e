// A decision that would have been another → what people did on the strength of it before they knew, and how it stands now.

import type { Case } from "../explain/case.ts";
import { sayAct, sayMoment, sayParties, sayWords } from "../explain/say.ts";
import { DECIDE } from "../runtime/obligations.ts";
import type { Obligation, Question } from "../runtime/outcome.ts";
import type { Moment } from "../school/moment.ts";
import { recordedText } from "../school/recorded-text.ts";
import type { LogRecord } from "../school/record.ts";
import type { Difference } from "./differences.ts";
import type { Acted } from "./hindsight.ts";

/** The case as it stands now, and as it stood just before and just after what turned the decision was all known. */
export interface Since {
  readonly present: Case;
  readonly before: Case;
  readonly after: Case;
}

/** What completed it, whether by the moment of the decision or after it, as long as nobody knew. */
export function actedOnObligation(obligation: Obligation, { before }: Since): readonly Acted[] {
  const record = obligation.doneBy ?? before.outcome.obligations.find(({ id }) => id === obligation.id)?.doneBy;
  return record === undefined ? [] : recordsNamed(before, [record]);
}

/** Acts that were called for only after the moment looked back at, by a procedure that went on from what was needless. */
export function followedFrom(difference: Difference, { before, after }: Since, moment: Moment): readonly Acted[] {
  const { kind, then, hindsight } = difference;
  if (kind !== "obligation" || then === undefined || hindsight !== undefined) return [];
  const stands = new Set(after.outcome.obligations.map(({ id }) => id));
  return recordsNamed(
    before,
    before.outcome.obligations
      .filter(({ procedure, instance }) => procedure === then.procedure && instance === then.instance)
      .filter(({ id, opened }) => opened > moment && !stands.has(id))
      .flatMap(({ doneBy }) => doneBy ?? []),
  );
}

/** Answers that were given before it was known that nobody need ask. */
export function answersTo({ decision, since }: Question, { before }: Since): readonly Acted[] {
  const given = newest(before).filter(
    ({ act, object, happened }) => act === DECIDE && object === decision && happened >= since,
  );
  return recordsNamed(
    before,
    given.map(({ id }) => id),
  );
}

export function recordsNamed(opened: Case, ids: readonly string[]): readonly Acted[] {
  const wanted = new Set(ids);
  return newest(opened)
    .filter(({ id }) => wanted.has(id))
    .toSorted((a, b) => a.happened - b.happened)
    .map((entry) => ({ record: entry.id, at: entry.happened, what: sayRecord(opened, entry) }));
}

/** As the case knows the log: the version of each record that stands. */
function newest({ replay }: Case): readonly LogRecord[] {
  return replay.context.facts.log;
}

function sayRecord({ policy }: Case, { act, object, by, fields }: LogRecord): string {
  const { model } = policy;
  const about = { act, through: [], recording: [], ...(object === undefined ? {} : { object }) };
  const role = by === undefined ? "" : `, by ${sayParties(model, { members: [{ role: by }], joined: "and" })}`;
  return act === DECIDE
    ? `answer “${recordedText(fields, "answer")}” to “${sayWords(object ?? "")}”${role}`
    : `${sayAct(model, about)}${role}`;
}

/** One sentence on how what was asked for in error stands now. */
export function standsNow(obligation: Obligation, { outcome }: Case): string {
  const again = outcome.obligations.find(({ id, state }) => id === obligation.id && state !== "upcoming");
  if (again !== undefined) return `Now it is ${sayState(again)}.`;
  const gone = outcome.overturned.find(({ obligation: one }) => one.id === obligation.id);
  return gone === undefined ? "It is not asked for now." : `It was taken back on ${sayMoment(gone.known)}.`;
}

/** `done on Mon 16 Mar 2026, 10:12`, `overdue, asked for since Tue 17 Mar 2026, 11:20`. */
export function sayState({ state, opened, doneAt, because }: Obligation): string {
  switch (state) {
    case "done":
      return doneAt === undefined ? "done" : `done on ${sayMoment(doneAt)}`;
    case "done-late":
      return doneAt === undefined ? "done late" : `done late, on ${sayMoment(doneAt)}`;
    case "not-needed":
      return `no longer needed${because === undefined ? "" : `: ${because}`}`;
    case "offered":
      return `offered since ${sayMoment(opened)}`;
    case "forbidden":
      return `forbidden since ${sayMoment(opened)}`;
    case "upcoming":
      return `still to come, on ${sayMoment(opened)}`;
    default:
      return `${state}, asked for since ${sayMoment(opened)}`;
  }
}
