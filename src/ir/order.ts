// The order in which procedures are read at one instant (S20): after those whose steps their rules look at.

import type { ProcedureOf } from "../runtime/program.ts";
import { remember } from "../support/remember.ts";
import type { Called } from "./ir.ts";

/** Stable: nothing depends on file order, yet equal policies give equal lists. A cycle (which the checker reports) keeps the order of names. */
export function inDependencyOrder(procedures: readonly ProcedureOf<Called>[]): readonly ProcedureOf<Called>[] {
  const byName = new Map(procedures.map((procedure) => [procedure.name, procedure]));
  const ordered = new Set<ProcedureOf<Called>>();
  const visiting = new Set<string>();
  const visit = (procedure: ProcedureOf<Called>): void => {
    if (visiting.has(procedure.name)) return;
    visiting.add(procedure.name);
    for (const name of readBy(procedure)) {
      const other = byName.get(name);
      if (other !== undefined) visit(other);
    }
    ordered.add(procedure);
  };
  for (const name of [...byName.keys()].toSorted()) visit(byName.get(name) as ProcedureOf<Called>);
  return [...ordered];
}

/** The other procedures whose steps this one's rules look at. */
export const readBy = remember((procedure: ProcedureOf<Called>): readonly string[] => {
  const names = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look);
    if (typeof value !== "object" || value === null) return;
    if (
      "call" in value &&
      "args" in value &&
      Array.isArray(value.args) &&
      (value.call === "stepState" || value.call === "whenStep")
    )
      names.add(String(value.args[0]));
    Object.values(value).forEach(look);
  };
  look(procedure);
  names.delete(procedure.name);
  return [...names].toSorted();
});
