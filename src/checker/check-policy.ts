// Ast → Model: what a policy means, and everything that keeps it from meaning something.
// It always gives a model; only `sound` turns it into one that may be compiled.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { reportUnknownClauses } from "./check-clauses.ts";
import type { ClauseFile } from "./check-clauses.ts";
import { checkDeclarations } from "./check-declarations.ts";
import { reportDuplicates } from "./check-duplicates.ts";
import { checkExample } from "./check-examples.ts";
import { checkHeaders } from "./check-headers.ts";
import { reportCircles } from "./check-circles.ts";
import { reportLostReliance } from "./check-reliance.ts";
import { allReadings, checkReadings } from "./check-readings.ts";
import type { PlacedReadings } from "./check-readings.ts";
import type { CheckedExample } from "./example.ts";
import { layerMessages, nameMessages } from "./diagnostics.ts";
import { sortDeclarations } from "./declarations.ts";
import { gatherNames } from "./gather-names.ts";
import { makeHoles } from "./holes.ts";
import { mergeLayers } from "./merge-layers.ts";
import type * as Model from "./model.ts";
import type { Choices } from "./readings.ts";
import type { Scope } from "./scope.ts";

export interface PolicyInput {
  readonly policy: Ast.Policy;
  /** The layer that this one extends. */
  readonly parent?: Model.Model | undefined;
  readonly clauses?: ClauseFile | undefined;
  /** Question → label of the reading to run instead of the chosen one. */
  readonly choose?: Choices | undefined;
}

export interface Checked {
  readonly model: Model.Model;
  readonly diagnostics: readonly Diagnostic[];
  readonly examples: readonly CheckedExample[];
}

/** Checks the policy as its chosen readings have it, and then once more for every reading that was not chosen. */
export function checkPolicy(input: PolicyInput): Checked {
  const choices: Choices = input.choose ?? new Map();
  const placed = allReadings(input.policy);
  const checked = checkAs(input, choices, placed);
  if (choices.size > 0) return checked;
  return { ...checked, diagnostics: [...checked.diagnostics, ...faultsOfOthers(input, placed, checked)] };
}

function checkAs(input: PolicyInput, choices: Choices, placed: readonly PlacedReadings[]): Checked {
  const { policy, parent, clauses } = input;
  const layer = policy.name.text;
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const declarations = sortDeclarations(policy, choices);
  const holes = makeHoles(parent?.holes ?? []);
  const scope: Scope = {
    layer,
    names: gatherNames(declarations, parent, layer, choices, () => scope),
    choices,
    report,
    hole: holes.add,
    subject: { key: layer, words: "this policy", clauses: [] },
  };
  reportDuplicates(declarations, report);
  reportUnknownClauses(policy, clauses, parent, report);
  const headers = checkHeaders(scope, policy, parent);
  const own = checkDeclarations(scope, declarations, parent);
  const merged = mergeLayers({ own, parent, inForceFrom: headers.inForce?.from, report });
  const model: Model.Model = withoutUndefined({
    level: policy.level,
    name: layer,
    title: policy.title.text,
    inForce: headers.inForce,
    reviewBy: headers.reviewBy,
    layers: [
      ...(parent?.layers ?? []),
      { name: layer, title: policy.title.text, level: policy.level, span: policy.span },
    ],
    ...merged,
    notes: [...(parent?.notes ?? []), ...own.notes],
    readings: [...(parent?.readings ?? []), ...checkReadings(placed, layer, choices, report)],
    holes: holes.list(merged.replaced),
  });
  reportCircles(model, layer, report);
  if (parent !== undefined) reportLostReliance(model, layer, report);
  const examples = declarations.examples.map((example) => checkExample(scope, example, model));
  return { model, diagnostics: withoutEchoes(diagnostics), examples };
}

/** Where the layer above is missing, so are its names: that is said once, not at every place that uses one. */
function withoutEchoes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!diagnostics.some(({ code }) => code === layerMessages.layerNotGiven.code)) return diagnostics;
  const { unknownName, unknownWords, unknownEvent, unknownObject } = nameMessages;
  const echoes = new Set([unknownName, unknownWords, unknownEvent, unknownObject].map(({ code }) => code));
  return diagnostics.filter(({ code }) => !echoes.has(code));
}

/** What goes wrong only under a reading that is not the chosen one: every reading has to make sense. */
function faultsOfOthers(
  input: PolicyInput,
  placed: readonly PlacedReadings[],
  checked: Checked,
): readonly Diagnostic[] {
  const known = new Set(checked.diagnostics.map(keyOf));
  const found: Diagnostic[] = [];
  for (const { readings, within } of placed) {
    for (const { label } of readings.alternatives) {
      const choices = new Map([...within, [readings.question.text, label.text]]);
      for (const diagnostic of checkAs(input, choices, placed).diagnostics) {
        if (known.has(keyOf(diagnostic))) continue;
        known.add(keyOf(diagnostic));
        found.push({ ...diagnostic, labels: [...diagnostic.labels, { span: label.span, text: "under this reading" }] });
      }
    }
  }
  return found;
}

function keyOf({ code, span, args }: Diagnostic): string {
  return JSON.stringify([code, span.source.name, span.from, span.to, args]);
}
