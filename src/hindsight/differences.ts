// Two outcomes for one pupil at one moment, decided on less and on more → every decision in which they differ. Pure data.

import type { Figure } from "../runtime/program.ts";
import type { Irregularity, Obligation, Outcome, Question } from "../runtime/outcome.ts";
import { dayOf } from "../school/moment.ts";
import { isDeepEqual } from "../support/is-deep-equal.ts";

interface Sides<T> {
  /** As it was decided then; absent where it was not. */
  readonly then: T | undefined;
  /** As it would have been decided on what is known now; absent where it would not. */
  readonly hindsight: T | undefined;
}

export type Difference =
  | ({ readonly kind: "obligation"; readonly key: string } & Sides<Obligation>)
  | ({ readonly kind: "question"; readonly key: string } & Sides<Question>)
  /** An act on record that the policy did not allow. */
  | ({ readonly kind: "refusal"; readonly key: string } & Sides<Irregularity>)
  | ({ readonly kind: "status"; readonly key: string; readonly name: string } & Sides<boolean>)
  | ({ readonly kind: "band"; readonly key: string; readonly name: string } & Sides<string>)
  | ({ readonly kind: "measure"; readonly key: string; readonly name: string } & Sides<Figure>);

/** What is asked of people first, then how the pupil stands. Two of the same decision have one key. */
export function differencesOf(then: Outcome, hindsight: Outcome): readonly Difference[] {
  return [
    ...obligationsIn(then, hindsight),
    ...differing("question", keyed(then.questions, questionKey), keyed(hindsight.questions, questionKey)),
    ...differing("refusal", keyed(refusals(then), refusalKey), keyed(refusals(hindsight), refusalKey)),
    ...named("status", then.statuses, hindsight.statuses, ({ holds }) => holds),
    ...named("band", then.bands, hindsight.bands, ({ row }) => row),
    ...named("measure", then.measures, hindsight.measures, ({ value }) => value),
  ];
}

// ---------------------------------------------------------------- obligations

function obligationsIn(then: Outcome, hindsight: Outcome): readonly Difference[] {
  const [was, is] = [keyed(then.obligations.filter(isAsked), idOf), keyed(hindsight.obligations.filter(isAsked), idOf)];
  const found: (Difference & { readonly kind: "obligation" })[] = [];
  for (const [id, own] of was) {
    const other = is.get(id);
    if (other === undefined || !sameDecision(own, other)) found.push(obligation(own, other));
  }
  for (const [id, own] of is) if (!was.has(id)) found.push(obligation(undefined, own));
  return paired(found).filter(({ then: own, hindsight: other }) =>
    // What nobody had to do any more, on one side, and was never asked for on the other, is no decision.
    own === undefined || other === undefined
      ? (own ?? other)?.state !== "not-needed"
      : own.id === other.id || !sameDecision(own, other),
  );
}

function obligation(
  then: Obligation | undefined,
  hindsight: Obligation | undefined,
): Difference & { readonly kind: "obligation" } {
  return { kind: "obligation", key: `obligation ${then?.id ?? ""} ${hindsight?.id ?? ""}`, then, hindsight };
}

/** What is only to come is a plan. */
function isAsked({ state }: Obligation): boolean {
  return state !== "upcoming";
}

function sameDecision(a: Obligation, b: Obligation): boolean {
  if (a.state === "not-needed" && b.state === "not-needed") return true;
  return a.state === b.state && a.opened === b.opened && a.due === b.due && a.doneBy === b.doneBy;
}

/**
 * An absence that turns out to begin in the afternoon is another absence, and still the same call on the same day: what one
 * rule asks for of the same people on one day, on either side once, is one decision.
 */
function paired(found: readonly (Difference & { readonly kind: "obligation" })[]): readonly (Difference & {
  readonly kind: "obligation";
})[] {
  const groups = Map.groupBy(found, ({ then, hindsight }) => {
    const one = then ?? hindsight;
    return one === undefined || (then !== undefined && hindsight !== undefined)
      ? ""
      : JSON.stringify([one.rule, one.person, dayOf(one.opened)]);
  });
  return [...groups].flatMap(([key, group]) => {
    const [was, is] = [group.flatMap(({ then }) => then ?? []), group.flatMap(({ hindsight }) => hindsight ?? [])];
    return key !== "" && was.length === 1 && is.length === 1 ? [obligation(was[0], is[0])] : group;
  });
}

/** Both sides saw it done, in time or late alike: whatever else differs, nobody did or left anything in error. */
export function isMetEitherWay({ then, hindsight }: Sides<Obligation>): boolean {
  const met = then?.state === "done" || then?.state === "done-late";
  return met && then.state === hindsight?.state;
}

// ---------------------------------------------------------------- everything else

function idOf({ id }: Obligation): string {
  return id;
}

function questionKey({ decision, procedure, instance }: Question): string {
  return `question ${decision}/${procedure}/${instance}`;
}

function refusals({ irregularities }: Outcome): readonly Irregularity[] {
  return irregularities.filter(({ kind }) => kind === "refused");
}

function refusalKey({ record, rule }: Irregularity): string {
  return `refusal ${record}/${rule}`;
}

function keyed<T>(list: readonly T[], key: (each: T) => string): ReadonlyMap<string, T> {
  return new Map(list.map((each) => [key(each), each]));
}

/** Those that stand on one side alone. */
function differing<K extends "question" | "refusal", T>(
  kind: K,
  then: ReadonlyMap<string, T>,
  hindsight: ReadonlyMap<string, T>,
): readonly ({ readonly kind: K; readonly key: string } & Sides<T>)[] {
  return [...new Set([...then.keys(), ...hindsight.keys()])]
    .filter((key) => then.has(key) !== hindsight.has(key))
    .map((key) => ({ kind, key, then: then.get(key), hindsight: hindsight.get(key) }));
}

function named<K extends "status" | "band" | "measure", T extends { readonly name: string }, V>(
  kind: K,
  then: readonly T[],
  hindsight: readonly T[],
  valueOf: (each: T) => V | undefined,
): readonly ({ readonly kind: K; readonly key: string; readonly name: string } & Sides<V>)[] {
  const after = new Map(hindsight.map((each) => [each.name, valueOf(each)]));
  return then
    .map((each) => ({ name: each.name, then: valueOf(each), hindsight: after.get(each.name) }))
    .filter((each) => !isDeepEqual(each.then, each.hindsight))
    .map((each) => ({ kind, key: `${kind} ${each.name}`, ...each }));
}
