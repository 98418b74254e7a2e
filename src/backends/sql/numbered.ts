// Pupils by number: the facts call a pupil by name, every step after these two by a number, which engines sort and join far sooner
// than a text. The name comes back in the answer.

import { binary, cast, column, named, table } from "./sql.ts";
import type { Common, Expr, Join } from "./sql.ts";

/** Each pupil's number, in the order of their names, and what is known of them. */
export const NUMBERED = "numbered";

/** Time on roll, by number. */
export const SPANS = "spans";

/** Gives a row of the facts the number of its pupil, under `n`; rows of nobody that is known fall away. */
export function numberOf(name: Expr): Join {
  return { how: "inner", source: table(NUMBERED, "n"), on: binary(column("n", "name"), "=", name) };
}

export function numberedSteps(inputs: { readonly pupils: string; readonly rolls: string }): readonly Common[] {
  const person = (name: string): Expr => column("p", name);
  const span = (name: string): Expr => column("s", name);
  const number: Expr = { kind: "window", name: "row_number", partition: [], order: [person("pupil")], running: false };
  return [
    {
      name: NUMBERED,
      kept: true,
      selects: [
        {
          columns: [
            named(cast(number, "integer"), "pupil"),
            named(person("pupil"), "name"),
            ...["year", "born"].map((name) => named(person(name), name)),
          ],
          from: table(inputs.pupils, "p"),
        },
      ],
    },
    {
      name: SPANS,
      kept: true,
      selects: [
        {
          columns: [
            named(column("n", "pupil"), "pupil"),
            ...["first_day", "last_day"].map((name) => named(span(name), name)),
          ],
          from: table(inputs.rolls, "s"),
          joins: [numberOf(span("pupil"))],
        },
      ],
    },
  ];
}
