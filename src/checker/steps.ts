// Finds the step that words speak of: `letter done`, `letter`, or `concern letter done` where several procedures have a letter.
// The procedure at hand comes first; elsewhere a step is known by its name as long as no other procedure has the same.

import { remember } from "../support/remember.ts";
import type * as Model from "./model.ts";
import type { Names, ProcedureName } from "./names.ts";
import type { Scope } from "./scope.ts";

export type StepState = Extract<Model.Condition, { kind: "step" }>["state"] | "due";

export type StepMeaning =
  | { readonly kind: "step"; readonly procedure: string; readonly step: string; readonly state?: StepState }
  | {
      readonly kind: "shared-step";
      readonly step: string;
      readonly procedures: readonly string[];
      readonly state?: StepState;
    };

const states: ReadonlyMap<string, StepState> = new Map<string, StepState>([
  ["done", "done"],
  ["opened", "opened"],
  ["overdue", "overdue"],
  ["due", "due"],
]);

export function findStep(scope: Scope, words: readonly string[]): StepMeaning | undefined {
  const state = words.length > 1 ? states.get(words.at(-1) ?? "") : undefined;
  const [first, second, ...rest] = state === undefined ? words : words.slice(0, -1);
  if (first === undefined || rest.length > 0) return undefined;
  const owner = second === undefined ? undefined : scope.names.procedures.get(first);
  const found = second === undefined ? byStepName(scope, first) : ownStep(owner, second);
  return found === undefined || state === undefined ? found : { ...found, state };
}

function byStepName(scope: Scope, step: string): StepMeaning | undefined {
  const here = ownStep(scope.procedure, step);
  if (here !== undefined) return here;
  const owners = ownersOf(scope.names).get(step) ?? [];
  if (owners.length > 1) return { kind: "shared-step", step, procedures: owners.map((procedure) => procedure.name) };
  return ownStep(owners[0], step);
}

/** By the step's name, the procedures that have such a step. */
const ownersOf = remember((names: Names) => {
  const owners = new Map<string, ProcedureName[]>();
  for (const procedure of names.procedures.values()) {
    for (const step of procedure.steps.keys()) owners.set(step, [...(owners.get(step) ?? []), procedure]);
  }
  return owners;
});

function ownStep(procedure: ProcedureName | undefined, step: string): StepMeaning | undefined {
  return procedure?.steps.has(step) === true ? { kind: "step", procedure: procedure.name, step } : undefined;
}

/** What can be said of the steps that are known without naming their procedure. */
export function stepSayings({ names, procedure }: Scope): readonly string[] {
  const known = [procedure, ...names.procedures.values()].flatMap((each) => [...(each?.steps.keys() ?? [])]);
  return [...new Set(known)].flatMap((step) => [step, `${step} done`]);
}
