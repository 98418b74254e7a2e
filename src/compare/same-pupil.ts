// One pupil of an example under many policies: what each says of the same marks and records at the same moment.

import type { CheckedExample } from "../checker/example.ts";
import type { Origin } from "../checker/model.ts";
import { schoolOf } from "../examples/school-of.ts";
import type { RunnablePolicy } from "../examples/runnable.ts";
import { lowerFirst, sayMoment, sayObligation } from "../explain/say.ts";
import { factsOf } from "../runtime/dossier.ts";
import { evaluatePupil } from "../runtime/evaluate.ts";
import type { Obligation, Outcome } from "../runtime/outcome.ts";
import { makeWorld } from "../runtime/world.ts";
import type { Calendar } from "../school/calendar.ts";
import type { Moment } from "../school/moment.ts";
import { Bug } from "../support/bug.ts";
import { distinctEntries } from "./comparison.ts";
import type { Comparison, Entry, Row } from "./comparison.ts";

export interface SamePupil {
  readonly example: CheckedExample;
  /** The calendar of the example's own policy: the dates are its. */
  readonly calendar: Calendar;
}

/** At the last moment of which the example expects anything. */
export function compareForPupil(policies: readonly RunnablePolicy[], { example, calendar }: SamePupil): Comparison {
  const at = Math.max(...example.expectations.map((expectation) => expectation.at));
  const outcomes = policies.map((policy) => outcomeOf(policy, example, calendar, at));
  return compareOutcomes(policies, outcomes, `The pupil of “${example.title}”, ${lowerFirst(sayMoment(at))}`);
}

/** What each policy made of one pupil, in the order of the policies; the section bears the title given. */
export function compareOutcomes(
  policies: readonly RunnablePolicy[],
  outcomes: readonly Outcome[],
  section: string,
): Comparison {
  const row = (title: string, entries: (outcome: Outcome, policy: RunnablePolicy) => readonly Entry[]): Row => ({
    section,
    title,
    cells: policies.map((policy, place) => distinctEntries(entries(outcomes[place] ?? noOutcome(), policy))),
    ranks: policies.map(() => undefined),
  });
  const rows = [
    row("holds", statusEntries),
    row("bands", bandEntries),
    row("must be done", (outcome, policy) => owedEntries(outcome, policy, ({ modal }) => modal === "must")),
    row("should or may be done", (outcome, policy) =>
      owedEntries(outcome, policy, ({ modal }) => modal !== "must" && modal !== "must not"),
    ),
    row("to be decided", ({ questions }, { model }) =>
      questions.map(({ question, decision }) => entry(question, model.decisions.get(decision)?.origin, false)),
    ),
    row("codes to record", ({ proposals }) =>
      proposals.map(({ code, clauses }): Entry => ({ says: code, clauses, law: false })),
    ),
  ];
  return {
    policies: policies.map(({ model: { name, title } }) => ({ name, title })),
    rows: rows.filter(({ cells }) => cells.some((cell) => cell.length > 0)),
  };
}

function noOutcome(): Outcome {
  throw new Bug("a policy without an outcome");
}

function outcomeOf({ program }: RunnablePolicy, example: CheckedExample, calendar: Calendar, at: Moment): Outcome {
  const world = makeWorld(program, calendar);
  const school = schoolOf(world, example);
  const [record] = school.pupils;
  if (record === undefined) throw new Bug("an example without a pupil");
  return evaluatePupil(world, record, at, [factsOf(world, record, at)]);
}

function entry(says: string, origin: Origin | undefined, law: boolean): Entry {
  return { says, clauses: origin?.clauses ?? [], law, ...(origin === undefined ? {} : { origin }) };
}

function isLaw({ model }: RunnablePolicy, layer: string | undefined): boolean {
  return layer !== model.name && model.layers.some(({ name, level }) => name === layer && level === "nation");
}

function statusEntries({ statuses }: Outcome, policy: RunnablePolicy): readonly Entry[] {
  return statuses
    .filter(({ holds }) => holds === true)
    .flatMap(({ name }) => {
      const status = policy.model.statuses.get(name);
      return status === undefined
        ? []
        : [entry(`“${status.title}”`, status.origin, isLaw(policy, status.origin.layer))];
    });
}

function bandEntries({ bands }: Outcome, { model }: RunnablePolicy): readonly Entry[] {
  return bands.flatMap(({ name, row }) => {
    const table = model.bands.get(name);
    return row === undefined || table === undefined ? [] : [entry(`${table.title}: “${row}”`, table.origin, false)];
  });
}

function owedEntries(
  { obligations }: Outcome,
  policy: RunnablePolicy,
  takes: (obligation: Obligation) => boolean,
): readonly Entry[] {
  return obligations
    .filter(
      (obligation) =>
        (obligation.state === "open" || obligation.state === "overdue" || obligation.state === "offered") &&
        takes(obligation),
    )
    .map((obligation) => {
      const late = obligation.state === "overdue" ? ", and it is overdue" : "";
      const origin = policy.rules.get(obligation.rule)?.origin;
      const says = `${sayObligation(policy.model, { ...obligation, recording: [] })}${late}`;
      return { ...entry(says, origin, isLaw(policy, origin?.layer)), clauses: obligation.clauses };
    });
}
