// An outcome → the plain words in which a conformance case expects it.

import type { InstanceOutcome, Obligation, Outcome } from "../../src/runtime/outcome.ts";
import type { Figure, Parties } from "../../src/runtime/program.ts";
import { formatDay } from "../../src/school/day.ts";
import { dayOf, formatMoment, lastInstant } from "../../src/school/moment.ts";
import type { Moment } from "../../src/school/moment.ts";
import { withoutUndefined } from "../../src/support/without-undefined.ts";
import type { InstanceFile, ObligationFile, OutcomeFile } from "./case-file.ts";

/** A day's last instant is written as the day alone. */
export function momentText(moment: Moment): string {
  return moment === lastInstant(dayOf(moment)) ? formatDay(dayOf(moment)) : formatMoment(moment);
}

const optionalMoment = (moment: Moment | undefined): string | undefined =>
  moment === undefined ? undefined : momentText(moment);

export function plainOutcome(outcome: Outcome): OutcomeFile {
  const { statuses, bands, measures } = outcome;
  return withoutUndefined({
    "as-of": momentText(outcome.asOf),
    statuses: table(statuses.map(({ name, holds }) => [name, holds ?? null])),
    bands: table(bands.map(({ name, row }) => [name, row ?? null])),
    measures: table(measures.map(({ name, value }) => [name, plainFigure(value)])),
    instances: list(outcome.instances.map(plainInstance)),
    obligations: list(outcome.obligations.map(plainObligation)),
    questions: list(
      outcome.questions.map(({ decision, procedure, instance, rule, since }) => ({
        decision,
        procedure,
        instance,
        rule,
        since: momentText(since),
      })),
    ),
    proposals: list(
      outcome.proposals.map(({ day, half, code, instead, rule }) =>
        withoutUndefined({ on: formatDay(day), half, code, instead, rule }),
      ),
    ),
    irregularities: list(
      outcome.irregularities.map(({ kind, record, act, object, field, rule, at }) =>
        withoutUndefined({
          kind,
          record,
          act,
          object,
          field,
          rule: rule === "" ? undefined : rule,
          at: momentText(at),
        }),
      ),
    ),
    overturned: list(
      outcome.overturned.map(({ obligation, by, known }) => ({
        obligation: obligation.id,
        by,
        known: momentText(known),
      })),
    ),
  });
}

function table<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> | undefined {
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function list<T>(entries: readonly T[]): readonly T[] | undefined {
  return entries.length === 0 ? undefined : entries;
}

function plainInstance({ procedure, key, started, ended, outcome, steps }: InstanceOutcome): InstanceFile {
  return withoutUndefined({
    procedure,
    key,
    started: optionalMoment(started),
    ended: optionalMoment(ended),
    outcome,
    steps: list(
      steps.map(({ step, opened, done }) =>
        withoutUndefined({ step, opened: optionalMoment(opened), done: optionalMoment(done) }),
      ),
    ),
  });
}

/** A fraction in lowest terms, as a text: no implementation need keep it as any other does. */
export function plainFigure(value: Figure | undefined): number | string | null {
  if (value === undefined) return null;
  if (typeof value !== "object") return value;
  const common = greatestCommon(Math.abs(value.n), Math.abs(value.d)) || 1;
  return `${value.n / common}/${value.d / common}`;
}

function greatestCommon(a: number, b: number): number {
  return b === 0 ? a : greatestCommon(b, a % b);
}

function plainObligation(obligation: Obligation): ObligationFile {
  const { id, step, state, actors, modal, act, object, to, using, about, person, because, doneBy } = obligation;
  return withoutUndefined({
    id,
    step,
    state,
    who: plainParties(actors) ?? "",
    modal,
    act,
    object,
    to: plainParties(to),
    with: plainParties(obligation.with),
    through: list(obligation.through),
    using,
    recording: list(obligation.recording),
    about,
    person,
    clauses: list(obligation.clauses),
    opened: momentText(obligation.opened),
    due: optionalMoment(obligation.due),
    "done-by": doneBy,
    "done-at": optionalMoment(obligation.doneAt),
    because,
  });
}

/** `office and headteacher`, `each parent`, `2 office`. */
function plainParties(parties: Parties | undefined): string | undefined {
  return parties?.members
    .map(({ role, quantifier }) => (quantifier === undefined ? role : `${quantifier} ${role}`))
    .join(` ${parties.joined} `);
}
