// Ast → Model: what a policy means, and everything that keeps it from meaning something. First the rules; then, for whoever
// wants to know, the examples and the readings that do not stand, which change nothing of what the rules mean.
// It always gives a model; only `sound` turns it into one that may be compiled.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportUnknownClauses } from "./check-clauses.ts";
import { checkExample } from "./check-examples.ts";
import { questionsOf } from "./check-expectations.ts";
import { checkLayer } from "./check-layer.ts";
import type { CheckedLayer, LayerInput } from "./check-layer.ts";
import { reportIdleLocks } from "./check-idle-locks.ts";
import { allReadings, checkReadings } from "./check-readings.ts";
import type { PlacedReadings } from "./check-readings.ts";
import type { ClauseFile } from "./check-clauses.ts";
import { withoutEchoes } from "./echoes.ts";
import type { CheckedExample } from "./example.ts";
import { lazily } from "./lazily.ts";
import type * as Model from "./model.ts";
import { faultsOfOtherReadings } from "./other-readings.ts";
import type { Choices } from "./readings.ts";
import { statementsOfExamples, statementsOfRules } from "./statements.ts";
import type { Statement } from "./statements.ts";

export interface PolicyInput extends LayerInput {
  readonly clauses?: ClauseFile | undefined;
  /** Question → label of the reading to run instead of the chosen one. */
  readonly choose?: Choices | undefined;
}

export interface CheckedRules {
  readonly model: Model.Model;
  /** Nothing of what is wrong in an example, or under a reading that does not stand. */
  readonly diagnostics: readonly Diagnostic[];
  readonly input: PolicyInput;
  readonly placed: readonly PlacedReadings[];
  readonly layer: CheckedLayer;
}

export interface CheckedExamples {
  readonly examples: readonly CheckedExample[];
  /** What is wrong in them, and under other readings: without choices, all readings are checked that do not stand. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Checked extends CheckedExamples {
  readonly model: Model.Model;
}

/** Checks the policy as its chosen readings have it, and all other readings besides; with `choose`, as those have it alone. */
export function checkPolicy(input: PolicyInput): Checked {
  const rules = checkRules(input);
  const { examples, diagnostics } = checkExamples(rules);
  return { model: rules.model, examples, diagnostics: [...rules.diagnostics, ...diagnostics] };
}

export function checkRules(input: PolicyInput): CheckedRules {
  const choices: Choices = input.choose ?? new Map();
  const placed = allReadings(input.policy);
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  checkTails(statementsOfRules(input.policy), input, report);
  const own = checkReadings(placed, input.policy.name.text, choices, report);
  const layer = checkLayer(input, choices);
  const model = { ...layer.model, readings: [...layer.model.readings, ...own] };
  const all = withoutEchoes([...diagnostics, ...layer.diagnostics()], input.policy);
  return { model, diagnostics: all, input, placed, layer };
}

export function checkExamples({ input, placed, layer, ...rules }: CheckedRules): CheckedExamples {
  const asked = lazily(() => questionsOf(layer.model));
  const found: Diagnostic[] = [];
  const scope = { ...layer.scope, report: (diagnostic: Diagnostic) => void found.push(diagnostic) };
  checkTails(statementsOfExamples(input.policy), input, scope.report);
  const examples = layer.declarations.examples.map((example) => checkExample(scope, example, asked));
  const own = withoutEchoes(found, input.policy, rules.diagnostics);
  if ((input.choose?.size ?? 0) > 0) return { examples, diagnostics: own };
  const known = [...rules.diagnostics, ...own];
  return { examples, diagnostics: [...own, ...faultsOfOtherReadings(input, placed, layer, known)] };
}

/** What stands at the end of every statement: the clauses it rests on, and its lock. */
function checkTails(
  statements: readonly Statement[],
  { clauses, parent }: PolicyInput,
  report: (diagnostic: Diagnostic) => void,
): void {
  reportUnknownClauses(statements, clauses, parent, report);
  reportIdleLocks(statements, report);
}
