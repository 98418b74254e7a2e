// A program → everything that it can oblige somebody to, wherever in its procedures that stands.

import type { Called, Ir } from "./ir.ts";
import type { Charge, OpOf } from "../runtime/program.ts";
import { assertNever } from "../support/assert-never.ts";

export function chargesOf({ procedures }: Pick<Ir, "procedures">): readonly Charge[] {
  return procedures.flatMap(({ steps }) => steps.flatMap(({ ops }) => ops.flatMap(chargesIn)));
}

function chargesIn(op: OpOf<Called>): readonly Charge[] {
  switch (op.op) {
    case "oblige":
      return [op];
    case "wait":
      return [];
    case "branch":
      return [...op.then, ...op.otherwise].flatMap(chargesIn);
    case "repeat":
      return op.body.flatMap(chargesIn);
    default:
      return assertNever(op);
  }
}
