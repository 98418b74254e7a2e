// A policy → every name that it can say, each with its plain meaning and its clauses: what types and schemas are written from.

import type { Model } from "../checker/model.ts";
import { chargesOf } from "./charges.ts";
import type { Ir } from "./ir.ts";

export interface Named {
  readonly name: string;
  readonly title: string;
  readonly clauses: readonly string[];
}

/** Names within another: the rows of bands, the steps of a procedure. */
export interface NamedGroup extends Named {
  readonly members: readonly Named[];
}

export interface PolicyNames {
  readonly statuses: readonly Named[];
  readonly bands: readonly NamedGroup[];
  readonly measures: readonly Named[];
  readonly procedures: readonly NamedGroup[];
  readonly acts: readonly Named[];
  readonly decisions: readonly Named[];
  readonly documents: readonly Named[];
  readonly roles: readonly Named[];
  readonly codes: readonly Named[];
}

export function namesOf(model: Model, ir: Ir): PolicyNames {
  return {
    statuses: ir.statuses,
    bands: ir.bands.map(({ name, title, clauses, rows }) => ({
      name,
      title,
      clauses,
      members: rows.map((row) => ({ name: row.title, title: row.title, clauses: row.clauses })),
    })),
    measures: ir.measures,
    procedures: ir.procedures.map(({ name, title, clauses, steps }) => ({ name, title, clauses, members: steps })),
    acts: actsOf(ir),
    decisions: [...ir.decisions.values()].map(({ name, question, clauses }) => ({ name, title: question, clauses })),
    documents: [...ir.documents.values()],
    roles: rolesOf(model, ir),
    codes: model.codes.map(({ name, title, origin }) => ({ name, title, clauses: origin.clauses })),
  };
}

/** Those that the policy declares, and those that its sentences ask for without declaring them. */
function actsOf(ir: Ir): readonly Named[] {
  const declared = [...ir.acts.values()].map(({ name, saying, clauses }) => ({ name, title: saying, clauses }));
  return withOthers(
    declared,
    chargesOf(ir).map(({ act }) => act),
  );
}

function rolesOf(model: Model, ir: Ir): readonly Named[] {
  const declared = [...model.words.values()].filter(({ sort }) => sort === "role" || sort === "service");
  const acting = chargesOf(ir).flatMap(({ actors, to, with: others }) =>
    [actors, to, others].flatMap((parties) => parties?.members.map(({ role }) => role) ?? []),
  );
  return withOthers(
    declared.map(({ name, title, origin }) => ({ name, title, clauses: origin.clauses })),
    acting,
  );
}

function withOthers(declared: readonly Named[], names: readonly string[]): readonly Named[] {
  const known = new Set(declared.map(({ name }) => name));
  const others = [...new Set(names)].filter((name) => !known.has(name)).toSorted();
  return [...declared, ...others.map((name) => ({ name, title: name.replaceAll("-", " "), clauses: [] }))];
}
