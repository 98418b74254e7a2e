// What a piece of a model comes to, as a text that is equal exactly where the meaning is: values in force put in place of the
// names of parameters, places and titles left out. With it, which names of two models mean the same all the way down.

import { standingValue } from "../analysis/figures.ts";
import { lowestTerms } from "../analysis/exact.ts";
import { isRatio } from "../analysis/same.ts";
import type { Model, Procedure, SessionSet, Step } from "../checker/model.ts";
import type { Day } from "../school/day.ts";

export interface Meant {
  readonly model: Model;
  readonly day: Day;
}

const beside: ReadonlySet<string> = new Set([
  "span",
  "origin",
  "title",
  "lock",
  "layers",
  "type",
  "clauses",
  "replaces",
]);

/** `title` counts only where it is all that a thing is known by, as a row of bands is. */
export function meaningOf({ model, day }: Meant, node: unknown): string {
  const stand = (value: unknown, within: readonly string[]): unknown => {
    if (Array.isArray(value)) return value.map((each) => stand(each, within));
    if (value instanceof Map) return [...value].map((each) => stand(each, within));
    if (typeof value !== "object" || value === null) return value;
    if (isRatio(value)) return lowestTerms(value);
    const record = value as Readonly<Record<string, unknown>>;
    if (record["kind"] === "parameter" && typeof record["name"] === "string") {
      const { name } = record;
      const standing = within.includes(name) ? undefined : standingValue(model, day, name);
      return standing === undefined ? { kind: "hole" } : stand(standing, [...within, name]);
    }
    if (record["kind"] === "hole") return { kind: "hole" };
    return Object.fromEntries(
      Object.entries(record)
        .filter(([key]) => !beside.has(key))
        .map(([key, part]) => [key, stand(part, within)]),
    );
  };
  return JSON.stringify(stand(node, []));
}

/**
 * Kind and name of everything that one model has and the other has not, or that means another thing there, at any depth. A step
 * is judged with all that its opening rests on, and nothing that comes after it.
 */
export function differingNames(
  first: Meant,
  second: Meant,
  countsOtherwise: (set: SessionSet) => boolean,
): ReadonlySet<string> {
  const [one, other] = [partsByName(first.model), partsByName(second.model)];
  const meaning = (meant: Meant, part: unknown): string | undefined =>
    part === undefined ? undefined : meaningOf(meant, part);
  const names = [...new Set([...one.keys(), ...other.keys()])];
  const differing = new Set(names.filter((name) => meaning(first, one.get(name)) !== meaning(second, other.get(name))));
  for (const name of names) if (setsWithin(one.get(name)).some(countsOtherwise)) differing.add(name);
  const speaksOf = new Map(names.map((name) => [name, namesWithin([one.get(name), other.get(name)])]));
  for (let grown = true; grown;) {
    grown = false;
    for (const [name, others] of speaksOf)
      if (!differing.has(name) && others.some((each) => differing.has(each))) {
        differing.add(name);
        grown = true;
      }
  }
  return differing;
}

function partsByName(model: Model): ReadonlyMap<string, unknown> {
  const tables: readonly (readonly [string, Iterable<{ readonly name: string }>])[] = [
    ["measure", model.measures.values()],
    ["status", model.statuses.values()],
  ];
  return new Map<string, unknown>([
    ...tables.flatMap(([kind, nodes]) => [...nodes].map((node) => [`${kind} ${node.name}`, node] as const)),
    ...[...model.words.values()].flatMap(({ name, means }) => {
      const alike = sameNames(model, name);
      return [[`word ${name}`, alike] as const, [`flag ${name}`, [means, alike]] as const];
    }),
    // The question and its tests are for whoever decides: what follows from the answer is the same.
    ...[...model.decisions.values()].map(({ name, by, answers }) => [`decision ${name}`, [by, answers]] as const),
    ...[...model.bands.values()].map(
      ({ name, of, rows }) => [`bands ${name}`, [of, rows.map((row) => [row.title, row])]] as const,
    ),
    ...[...model.procedures.values()].flatMap((procedure) =>
      procedure.steps.map((step) => [`step ${procedure.name}.${step.name}`, [wayOf(procedure, step), step]] as const),
    ),
  ]);
}

/** All names of the thing that a word names. */
function sameNames({ words }: Model, name: string): readonly string[] {
  const first = words.get(name)?.sameAs ?? name;
  return [...words.values()]
    .filter((word) => word.name === first || word.sameAs === first)
    .map((word) => word.name)
    .toSorted();
}

/** What has a say in when a step opens, besides the step itself. */
function wayOf(procedure: Procedure, step: Step): unknown {
  const { anchor, startsAgain, anyOrder, changesApplyAtOnce, starts, ends, pauses } = procedure;
  const conditions = [...(starts === undefined ? [] : [starts]), ...ends, ...pauses].map(({ condition }) => condition);
  return [
    anchor,
    startsAgain,
    anyOrder,
    changesApplyAtOnce,
    starts === undefined,
    conditions,
    stepsBefore(procedure, step),
  ];
}

/** A step on the start or on a moment opens then, whatever was left undone before it. */
export function stepsBefore({ steps, anyOrder }: Procedure, step: Step): readonly Step[] {
  const waits = step.trigger.kind === "when" || step.trigger.kind === "after";
  return waits && !anyOrder ? steps.slice(0, steps.indexOf(step)) : [];
}

/** Every set of sessions that is counted somewhere in it. */
export function setsWithin(node: unknown): readonly SessionSet[] {
  if (Array.isArray(node)) return node.flatMap(setsWithin);
  if (typeof node !== "object" || node === null) return [];
  const own = isSet(node) ? [node] : [];
  return [
    ...own,
    ...Object.entries(node).flatMap(([key, part]) => (key === "span" || key === "origin" ? [] : setsWithin(part))),
  ];
}

export function isSet(value: unknown): value is SessionSet {
  return typeof value === "object" && value !== null && "category" in value && "codes" in value;
}

function namesWithin(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(namesWithin);
  if (typeof node !== "object" || node === null) return [];
  const own = nameIn(node);
  return [
    ...(own === undefined ? [] : [own]),
    ...Object.entries(node).flatMap(([key, part]) => (beside.has(key) ? [] : namesWithin(part))),
  ];
}

/** Kind and name of what a node speaks of, as {@link differingNames} has them. */
export function nameIn(node: object): string | undefined {
  const { kind, name, procedure, step, decision, bands, value } = node as Readonly<Record<string, unknown>>;
  const named = (what: string, called: unknown): string | undefined =>
    typeof called === "string" ? `${what} ${called}` : undefined;
  if (kind === "step")
    return typeof procedure === "string" && typeof step === "string" ? `step ${procedure}.${step}` : undefined;
  if (kind === "field-is") return named("word", value);
  if (kind === "judged") return named("decision", decision);
  if (kind === "worth" || kind === "in-band") return named("bands", bands);
  return kind === "status" || kind === "measure" || kind === "flag" ? named(kind, name) : undefined;
}

/** Whether something that is named in it means another thing on the other side. */
export function speaksOfAny(names: ReadonlySet<string>, node: unknown): boolean {
  return namesWithin(node).some((name) => names.has(name));
}
