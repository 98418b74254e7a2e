// Two programs that differ in a little → what of each has to be worked out again to know whom the difference touches. A figure
// that somebody drags changes one rule in a hundred; the others come to the same for every pupil.

import { periodsOf } from "../runtime/queue.ts";
import { isDeepEqual } from "../support/is-deep-equal.ts";
import type { Ir } from "./ir.ts";
import { readBy } from "./order.ts";

export interface Slices {
  /** The first program and the second, each without what is the same in both and leans on nothing that differs. */
  readonly before: Ir;
  readonly after: Ir;
  /** The facts themselves are read otherwise, such as codes or register times: everything stays in. */
  readonly whole: boolean;
}

export function slicesOf(before: Ir, after: Ir): Slices {
  const factsDiffer = factParts.some((part) => !isDeepEqual(before[part], after[part]));
  if (factsDiffer) return { before, after, whole: true };
  const procedures = touchedProcedures(before, after);
  return { before: sliceOf(before, after, procedures), after: sliceOf(after, before, procedures), whole: false };
}

/** What a pupil's facts are laid out by, and whose answers count. */
const factParts = [
  "codes",
  "sets",
  "absentSet",
  "registers",
  "groups",
  "inForceFrom",
  "decisions",
] as const satisfies (keyof Ir)[];

function sliceOf(ir: Ir, other: Ir, procedures: ReadonlySet<string>): Ir {
  const needed = withWhatTheyRead(ir, procedures);
  const changed = <N extends { readonly name: string }>(mine: readonly N[], theirs: readonly N[]): readonly N[] =>
    mine.filter((each) => !isDeepEqual(each, named(theirs, each.name)));
  return {
    ...ir,
    mornings: morningsOf(ir),
    procedures: ir.procedures.filter(({ name }) => needed.has(name)),
    statuses: changed(ir.statuses, other.statuses),
    bands: changed(ir.bands, other.bands),
    measures: changed(ir.measures, other.measures),
    codings: isDeepEqual(ir.codings, other.codings) ? [] : ir.codings,
  };
}

function named<N extends { readonly name: string }>(list: readonly N[], name: string): N | undefined {
  return list.find((each) => each.name === name);
}

/** Procedures that differ, and those that look at the steps of one that does. */
function touchedProcedures(before: Ir, after: Ir): ReadonlySet<string> {
  const names = new Set([...before.procedures, ...after.procedures].map(({ name }) => name));
  const touched = new Set(
    [...names].filter((name) => !isDeepEqual(named(before.procedures, name), named(after.procedures, name))),
  );
  const readers = [...before.procedures, ...after.procedures].map((procedure) => ({
    name: procedure.name,
    reads: readBy(procedure),
  }));
  for (let size = -1; size !== touched.size;) {
    size = touched.size;
    for (const { name, reads } of readers) if (reads.some((read) => touched.has(read))) touched.add(name);
  }
  return touched;
}

function withWhatTheyRead({ procedures }: Ir, names: ReadonlySet<string>): ReadonlySet<string> {
  const needed = new Set<string>();
  const need = (name: string): void => {
    const procedure = named(procedures, name);
    if (procedure === undefined || needed.has(name)) return;
    needed.add(name);
    readBy(procedure).forEach(need);
  };
  names.forEach(need);
  return needed;
}

/** The periods on whose mornings the rules of a whole program are looked at. */
export function morningsOf({ procedures }: Ir): NonNullable<Ir["mornings"]> {
  const of = (subject: "pupil" | "school") =>
    periodsOf(procedures.filter((procedure) => procedure.subject === subject));
  return { pupil: of("pupil"), school: of("school") };
}
