// Obligations: opened by a rule, completed by a record, judged against their deadline (S12, S24, S27).

import { dayOf, lastInstant, startOfDay } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { isParents } from "../school/parents.ts";
import { recordedText } from "../school/recorded-text.ts";
import type { LogRecord } from "../school/record.ts";
import type { Context } from "./context.ts";
import type { Instance } from "./instance.ts";
import { parentsOn } from "./pupil-figures.ts";
import type { Obligation, ObligationState } from "./outcome.ts";
import type { DutySpec, Parties, Program } from "./program.ts";

/** An obligation while the simulation runs. */
export interface Owed {
  readonly id: string;
  readonly duty: DutySpec;
  readonly instance: Instance;
  readonly step: string;
  readonly person?: string;
  readonly opened: Moment;
  /** One of a daily series: only a record of its own day completes it, so that today's call never answers for yesterday. */
  readonly daily: boolean;
  done?: LogRecord;
  dropped?: string;
}

/** People to whom `each parent` applies on the day of the thing itself (S11); one nameless obligation where none is known. */
export function personsOf(duty: DutySpec, context: Context): readonly (string | undefined)[] {
  const { instance } = context;
  const each = [duty.actors, duty.to, duty.with].some((parties) => parties !== undefined && eachParent(parties));
  // Where one parent asked for it, each parent is all of them; where it lives on one parent, each is that one.
  if (instance?.person !== undefined && !(each && instance.record !== undefined)) return [instance.person];
  if (!each) return [undefined];
  const persons = parentsOn(context.facts, dayOf(instance?.begun ?? context.now));
  return persons.length === 0 ? [undefined] : persons;
}

function eachParent(parties: Parties): boolean {
  return parties.members.some(({ role, quantifier }) => quantifier === "each" && isParents(role));
}

/** The act that answers a decision; it is part of the language, so no policy declares it. */
export const DECIDE = "decide";

/** An answer by a role that may not give it is kept, and answers nothing (S28). */
export function answersNothing(record: LogRecord, { decisions }: Pick<Program, "decisions">): boolean {
  const decision = record.act === DECIDE && record.object !== undefined ? decisions.get(record.object) : undefined;
  return decision !== undefined && record.by !== undefined && !decision.by.includes(record.by);
}

/** Whether a record is the act that is owed: same act, same thing, same parent where one is named. */
export function fits(owed: Owed, record: LogRecord): boolean {
  const { duty, person } = owed;
  return (
    record.act === duty.act &&
    (!owed.daily || dayOf(record.happened) === dayOf(owed.opened)) &&
    (duty.object === undefined || record.object === undefined || record.object === duty.object) &&
    (person === undefined || record.person === undefined || record.person === person)
  );
}

/** Fields the record should hold and does not; while there is one, it completes nothing (S12). */
export function missingFields(fields: readonly string[], record: LogRecord): readonly string[] {
  return fields.filter((field) => recordedText(record.fields, field).trim() === "");
}

export function isOpen(owed: Owed): boolean {
  return owed.done === undefined && owed.dropped === undefined;
}

/** What a step waits for: all that must be done or, where nothing must, all that should. `may` is only offered (S24). */
export function isWaitedFor(owed: readonly Owed[]): boolean {
  const binding = owed.some(({ duty }) => duty.modal === "must") ? "must" : "should";
  return owed.some((one) => one.duty.modal === binding && isOpen(one));
}

/** Nobody is late for what they could not know (S30): a deadline that passed before the opening is the end of the opening's day. */
export function dueOf(owed: Owed, context: Context): Moment | undefined {
  const due = owed.duty.due?.({ ...context, instance: owed.instance, from: owed.opened });
  if (due === undefined || due >= owed.opened || knewBefore(owed, due, context)) return due;
  const end = context.facts.timing.endOfDay(dayOf(owed.opened));
  return end >= owed.opened ? end : lastInstant(dayOf(owed.opened));
}

/** Parents know that their child stays at home before the register does; a child who left at noon was not at home at half past eight. */
function knewBefore({ duty, instance, opened }: Owed, due: Moment, { facts }: Context): boolean {
  const { calendar } = facts.world;
  const fromTheMorning = instance.session === undefined || calendar.sessionHalf[instance.session] === 0;
  const parentsAlone = duty.actors.members.every(({ role }) => isParents(role));
  return parentsAlone && fromTheMorning && dayOf(due) === dayOf(opened);
}

export function toObligation(owed: Owed, context: Context): Obligation {
  const due = dueOf(owed, context);
  const { op: _op, due: _due, guard: _guard, ...charge } = owed.duty;
  return {
    id: owed.id,
    procedure: owed.instance.procedure,
    instance: owed.instance.key,
    step: owed.step,
    ...charge,
    ...optional("person", owed.person),
    opened: owed.opened,
    ...optional("due", due),
    state: stateOf(owed, due, context.now),
    ...optional("doneBy", owed.done?.id),
    ...optional("doneAt", owed.done?.happened),
    ...optional("because", owed.dropped),
  };
}

function stateOf(owed: Owed, due: Moment | undefined, now: Moment): ObligationState {
  if (owed.duty.modal === "must not") return "forbidden";
  if (owed.done !== undefined) return due !== undefined && owed.done.happened > due ? "done-late" : "done";
  if (owed.dropped !== undefined) return "not-needed";
  if (owed.duty.modal === "may") return "offered";
  if (owed.opened > now) return "upcoming";
  return due !== undefined && due < now ? "overdue" : "open";
}

export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}

/** An act done earlier on the day an obligation opens counts for it (S12). */
export function doneEarlierToday(owed: Owed, context: Context, used: ReadonlySet<string>): LogRecord | undefined {
  return (context.facts.acts.get(owed.duty.act) ?? []).find(
    (record) =>
      record.happened <= context.now &&
      record.happened >= startOfDay(dayOf(owed.opened)) &&
      fits(owed, record) &&
      !answersNothing(record, context.facts.world.program) &&
      !used.has(record.id) &&
      missingFields(owed.duty.recording, record).length === 0,
  );
}
