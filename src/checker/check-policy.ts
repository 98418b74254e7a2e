// Ast → Model: what a policy means, and everything that keeps it from meaning something.
// It always gives a model; only `sound` turns it into one that may be compiled.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportUnknownClauses } from "./check-clauses.ts";
import { checkExample } from "./check-examples.ts";
import { questionsOf } from "./check-expectations.ts";
import { checkLayer } from "./check-layer.ts";
import type { LayerInput } from "./check-layer.ts";
import { reportIdleLocks } from "./check-idle-locks.ts";
import { allReadings, checkReadings } from "./check-readings.ts";
import type { ClauseFile } from "./check-clauses.ts";
import type { CheckedExample } from "./example.ts";
import { lazily } from "./lazily.ts";
import type * as Model from "./model.ts";
import { faultsOfOtherReadings } from "./other-readings.ts";
import type { Choices } from "./readings.ts";

export interface PolicyInput extends LayerInput {
  readonly clauses?: ClauseFile | undefined;
  /** Question → label of the reading to run instead of the chosen one. */
  readonly choose?: Choices | undefined;
}

export interface Checked {
  readonly model: Model.Model;
  readonly diagnostics: readonly Diagnostic[];
  readonly examples: readonly CheckedExample[];
}

/** Checks the policy as its chosen readings have it, and all other readings besides; with `choose`, as those have it alone. */
export function checkPolicy(input: PolicyInput): Checked {
  const choices: Choices = input.choose ?? new Map();
  const placed = allReadings(input.policy);
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  reportUnknownClauses(input.policy, input.clauses, input.parent, report);
  reportIdleLocks(input.policy, report);
  const own = checkReadings(placed, input.policy.name.text, choices, report);
  const layer = checkLayer(input, choices);
  const asked = lazily(() => questionsOf(layer.model));
  const examples = layer.declarations.examples.map((example) => checkExample(layer.scope, example, asked));
  diagnostics.push(...layer.diagnostics());
  if (choices.size === 0) diagnostics.push(...faultsOfOtherReadings(input, placed, layer, diagnostics));
  const model = { ...layer.model, readings: [...layer.model.readings, ...own] };
  return { model, diagnostics, examples };
}
