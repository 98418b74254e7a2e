// A policy → the lines above which something can be asked of it: each example, whether it comes out; the policy, whom its changes
// touch. What the answer is is worked out when somebody looks, for it takes longer than reading.

import type { Draft } from "../draft.ts";
import { examplesOf } from "../draft.ts";
import { runExample } from "../examples/run-example.ts";
import type { Calendar } from "../school/calendar.ts";
import type { Span } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";

export type CodeLens =
  | { readonly kind: "example"; readonly span: Span; readonly title: string }
  | { readonly kind: "since-commit"; readonly span: Span };

/** In the order of the text; none while the rules have a fault. Examples are looked at when one of them is resolved. */
export function codeLenses({ ast, ready }: Draft): readonly CodeLens[] {
  if (ast === undefined || ready === undefined) return [];
  const examples: CodeLens[] = [];
  walkExamples(ast.declarations, ({ title, span }) => void examples.push({ kind: "example", span, title: title.text }));
  return [{ kind: "since-commit", span: ast.name.span }, ...examples];
}

function walkExamples(declarations: readonly Ast.Declaration[], see: (example: Ast.Example) => void): void {
  for (const declaration of declarations)
    if (declaration.kind === "example") see(declaration);
    else if (declaration.kind === "readings") for (const { body } of declaration.alternatives) walkExamples(body, see);
}

export interface ExampleLens {
  readonly passed: boolean;
  /** `passes`, or what was expected and what was found instead. */
  readonly says: string;
}

/** Undefined where there is no such example under the readings that stand. `from` is where the example begins. */
export function exampleLens(draft: Draft, from: number, calendar: Calendar | undefined): ExampleLens | undefined {
  const { ready, model } = draft;
  if (ready === undefined || model === undefined) return undefined;
  const example = examplesOf(draft).examples.find(({ origin }) => origin.span.from === from);
  if (example === undefined) return undefined;
  const fault = examplesOf(draft).diagnostics.find(
    ({ span, severity }) => severity === "error" && isWithin(span, example.origin.span),
  );
  if (fault !== undefined) return { passed: false, says: "cannot be run: something in it is wrong" };
  if (calendar === undefined)
    return { passed: false, says: "cannot be run: the policy names no calendar that can be read" };
  const { passed, results } = runExample({ ...ready, model }, example, calendar);
  const failed = results.filter(({ met }) => !met);
  const [first] = failed;
  if (passed || first === undefined) return { passed, says: "passes" };
  const others = failed.length === 1 ? "" : ` And ${failed.length - 1} more.`;
  return { passed, says: `fails: ${first.found}${others}` };
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.source === outer.source && outer.from <= inner.from && inner.to <= outer.to;
}
