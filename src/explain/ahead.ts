// What would change it, when it would next fire, and the way back: the same replay on a future that is supposed.

import { isStanding } from "../ir/lower-expressions.ts";
import { evaluatePupil } from "../runtime/evaluate.ts";
import type { Obligation, Outcome } from "../runtime/outcome.ts";
import type { Day } from "../school/day.ts";
import { lastInstant } from "../school/moment.ts";
import type { Mark, PupilRecord } from "../school/record.ts";
import type { Case } from "./case.ts";

/** The next sessions of the pupil's calendar that no mark stands for yet, as far as the school year goes. */
function sessionsAhead({ world, record, asOf }: Case): readonly { readonly day: Day; readonly half: "AM" | "PM" }[] {
  const { calendar } = world;
  const marked = new Set(record.marks.map(({ day, half }) => `${day} ${half}`));
  const today = Math.floor(asOf / 86_400);
  const end = calendar.period("school-year", today)?.to ?? calendar.lastDay;
  const sessions: { day: Day; half: "AM" | "PM" }[] = [];
  for (let session = calendar.firstSessionOnOrAfter(today); session < calendar.sessionCount; session++) {
    const day = calendar.sessionDay[session] as Day;
    if (day > end) break;
    const half = calendar.sessionHalf[session] === 0 ? "AM" : "PM";
    if (!marked.has(`${day} ${half}`)) sessions.push({ day, half });
  }
  return sessions;
}

function supposing(
  record: PupilRecord,
  sessions: readonly { readonly day: Day; readonly half: "AM" | "PM" }[],
  code: (half: "AM" | "PM") => string,
): PupilRecord {
  const marks: Mark[] = sessions.map(({ day, half }) => ({ pupil: record.pupil.id, day, half, code: code(half) }));
  return { ...record, marks: [...record.marks, ...marks] };
}

/** The code of a session missed without leave: O in England, else the first unauthorised one for a pupil who is not there. */
function missedCode({ world }: Case): string {
  const unauthorised = world.program.codes.filter(({ category, onSite }) => category === "unauthorised" && !onSite);
  return (unauthorised.find(({ code }) => code === "O") ?? unauthorised[0])?.code ?? "O";
}

const present = (half: "AM" | "PM"): string => (half === "AM" ? "/" : "\\");

export interface Turn {
  /** How many sessions in a row it takes, and the last of them. */
  readonly sessions: number;
  readonly day: Day;
  readonly outcome: Outcome;
}

/** The fewest next sessions, all attended or all missed without leave, after which something is true of the outcome; undefined if this year is too short. */
export function fewestSessions(
  opened: Case,
  kind: "attended" | "missed",
  turned: (outcome: Outcome) => boolean,
): Turn | undefined {
  const code = missedCode(opened);
  const ahead = sessionsAhead(opened);
  for (let count = 1; count <= ahead.length; count++) {
    const last = ahead[count - 1];
    if (last === undefined || (last.half === "AM" && ahead[count]?.day === last.day)) continue;
    const record = supposing(opened.record, ahead.slice(0, count), kind === "attended" ? present : () => code);
    const outcome = evaluatePupil(opened.world, record, lastInstant(last.day));
    if (turned(outcome)) return { sessions: count, day: last.day, outcome };
  }
  return undefined;
}

/** The statuses that hold because of marks, and so can end by attending; a fact about the policy itself cannot. */
export function statusesFromMarks({ policy, outcome }: Case): readonly string[] {
  const resting = new Set(policy.ir.statuses.filter(({ test }) => isStanding(test)).map(({ name }) => name));
  return outcome.statuses.filter(({ name, holds }) => holds === true && resting.has(name)).map(({ name }) => name);
}

/** The way back: how many sessions of full attendance until the status no longer holds, or the band is another. */
export function wayBack(opened: Case, status: string): Turn | undefined {
  return fewestSessions(
    opened,
    "attended",
    (outcome) => outcome.statuses.find(({ name }) => name === status)?.holds === false,
  );
}

/** What the rules would open next if the pupil attends every session to come and nobody does anything more. */
export function nextToOpen(opened: Case): Obligation | undefined {
  const ahead = sessionsAhead(opened);
  const last = ahead.at(-1);
  if (last === undefined) return undefined;
  const known = new Set(opened.outcome.obligations.filter(({ state }) => state !== "upcoming").map(({ id }) => id));
  const outcome = evaluatePupil(opened.world, supposing(opened.record, ahead, present), lastInstant(last.day));
  return outcome.obligations.filter(({ id, opened: at }) => !known.has(id) && at > opened.asOf).at(0);
}

/** How many more sessions missed, without leave, would open something the pupil does not have yet, and what. */
export function nextIfAbsent(
  opened: Case,
  interesting: (obligation: Obligation) => boolean,
): { readonly turn: Turn; readonly obligation: Obligation } | undefined {
  const known = new Set(opened.outcome.obligations.map(({ id }) => id));
  const fresh = (outcome: Outcome): Obligation | undefined =>
    outcome.obligations.find(
      (obligation) => !known.has(obligation.id) && obligation.state !== "upcoming" && interesting(obligation),
    );
  const turn = fewestSessions(opened, "missed", (outcome) => fresh(outcome) !== undefined);
  const obligation = turn === undefined ? undefined : fresh(turn.outcome);
  return turn === undefined || obligation === undefined ? undefined : { turn, obligation };
}
