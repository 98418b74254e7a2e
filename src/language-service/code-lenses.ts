// A policy → the lines above which something can be asked of it: each example, whether it comes out; the policy, whom its changes
// touch. What the answer is is worked out when somebody looks, for it takes longer than reading.

import type { CheckedExample } from "../checker/example.ts";
import type { Draft } from "../draft.ts";
import { examplesOf } from "../draft.ts";
import { runExample } from "../examples/run-example.ts";
import type { Calendar } from "../school/calendar.ts";
import type { Span } from "../source/text.ts";

export type CodeLens =
  | { readonly kind: "example"; readonly span: Span; readonly title: string }
  | { readonly kind: "since-commit"; readonly span: Span };

/** In the order of the text. An example that has a fault of its own has none, nor has any while the rules have one. */
export function codeLenses(draft: Draft): readonly CodeLens[] {
  const { ast, ready } = draft;
  if (ast === undefined || ready === undefined) return [];
  return [
    { kind: "since-commit", span: ast.name.span },
    ...examplesHere(draft).map(({ title, origin: { span } }): CodeLens => ({ kind: "example", span, title })),
  ];
}

function examplesHere(draft: Draft): readonly CheckedExample[] {
  return examplesOf(draft).examples.filter(({ origin }) => origin.span.source === draft.source);
}

export interface ExampleLens {
  readonly passed: boolean;
  /** `passes`, or what was expected and what was found instead. */
  readonly says: string;
}

/** Undefined where there is no such example, or nothing it could be run on. `from` is where the example begins. */
export function exampleLens(draft: Draft, from: number, calendar: Calendar | undefined): ExampleLens | undefined {
  const { ready, model } = draft;
  const example = examplesHere(draft).find(({ origin }) => origin.span.from === from);
  if (ready === undefined || model === undefined || example === undefined) return undefined;
  if (calendar === undefined)
    return { passed: false, says: "cannot be run: the policy names no calendar that can be read" };
  const { passed, results } = runExample({ ...ready, model }, example, calendar);
  const failed = results.filter(({ met }) => !met);
  const [first] = failed;
  if (passed || first === undefined) return { passed, says: "passes" };
  const others = failed.length === 1 ? "" : ` And ${failed.length - 1} more.`;
  return { passed, says: `fails: ${first.found}${others}` };
}
