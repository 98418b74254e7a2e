// Steps that are tables and views of their own → the same under names that are Rollcall's alone. A step is dropped before it is made
// anew, and the database that it lies in has tables of others, which may well be called `roll` or `daily`.

import type { Common, Select, Source } from "./sql.ts";

export interface OwnNames {
  readonly steps: readonly Common[];
  /** A select that reads the steps, by their new names. */
  readonly reading: (select: Select) => Select;
}

const PREFIX = "rollcall_step_";

export function underOwnNames(steps: readonly Common[]): OwnNames {
  const names = new Set(steps.map(({ name }) => name));
  const source = (from: Source): Source => {
    if (from.kind === "query") return { ...from, query: reading(from.query) };
    return names.has(from.name) ? { ...from, name: PREFIX + from.name } : from;
  };
  const reading = (select: Select): Select => ({
    ...select,
    from: source(select.from),
    ...(select.joins === undefined
      ? {}
      : { joins: select.joins.map((join) => ({ ...join, source: source(join.source) })) }),
  });
  return {
    steps: steps.map((step) => ({ ...step, name: PREFIX + step.name, selects: step.selects.map(reading) })),
    reading,
  };
}
