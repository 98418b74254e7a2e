// Drafts of examples → those that can be said in the policy's words and come out as written.

import { compile } from "../compile.ts";
import type { Library } from "../draft.ts";
import { examplePasses } from "../examples/run-example.ts";
import type { RunnablePolicy } from "../examples/runnable.ts";
import type { Calendar } from "../school/calendar.ts";
import { makeSource } from "../source/text.ts";
import type { SourceText, Span } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { printPolicy } from "../syntax/print.ts";

/** A policy that runs, with what its examples are played on. */
export interface ExampleGround {
  readonly policy: RunnablePolicy;
  readonly ast: Ast.Policy;
  readonly source: SourceText;
  readonly calendar: Calendar;
  readonly library: Library;
}

export interface ExampleDraft {
  /** Unlike that of any example there is. */
  readonly title: string;
  /** In the text form. */
  readonly text: string;
}

/** All drafts are put under the policy once, and those that cannot be said or do not come true are dropped. */
export function provenExamples<D extends ExampleDraft>(ground: ExampleGround, drafts: readonly D[]): readonly D[] {
  const { ast, source, library, calendar } = ground;
  if (drafts.length === 0) return [];
  const whole = `${printPolicy(ast)}\n${drafts.map(({ text }) => text).join("\n")}`;
  // The files that the policy names lie beside the file it came from.
  const beside: Library["beside"] = (policy, file) => library.beside(policy === trial ? source : policy, file);
  const trial = makeSource(source.name.replace(/\.ya?ml$/, ""), whole);
  const tried = compile(trial, { ...library, beside });
  const broken = tried.diagnostics.filter(({ severity }) => severity === "error");
  if (broken.length > 0) {
    const sayable = drafts.filter((_, index) => !broken.some(({ span }) => lies(span, ast, drafts, index)));
    return sayable.length === drafts.length ? [] : provenExamples(ground, sayable);
  }
  const { ready, model, examples } = tried;
  if (ready === undefined || model === undefined) return [];
  const byTitle = new Map(examples.map((example) => [example.title, example]));
  return drafts.filter(({ title }) => {
    const example = byTitle.get(title);
    return example !== undefined && examplePasses({ ...ready, model }, example, calendar);
  });
}

/** The place lies in the draft of that number. */
function lies(span: Span, ast: Ast.Policy, drafts: readonly ExampleDraft[], index: number): boolean {
  const before = drafts.slice(0, index).reduce((sum, { text }) => sum + text.length + 1, printPolicy(ast).length + 1);
  return span.from >= before && span.from <= before + (drafts[index]?.text.length ?? 0);
}
