// Policies from files, for tests: compiled with the layers beside them, and their examples run on their own calendar.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "../src/compile.ts";
import type { Compilation } from "../src/compile.ts";
import { namedFile } from "../src/checker/headers.ts";
import type { CheckedExample } from "../src/checker/example.ts";
import type { Library } from "../src/draft.ts";
import { readCalendarPlan } from "../src/data/read-calendar.ts";
import { runExample } from "../src/examples/run-example.ts";
import type { ExampleResult } from "../src/examples/run-example.ts";
import { makeCalendar } from "../src/school/calendar.ts";
import type { Calendar } from "../src/school/calendar.ts";
import { makeSource } from "../src/source/text.ts";
import type { SourceText } from "../src/source/text.ts";

export function readText(file: URL): SourceText | undefined {
  return existsSync(file) ? makeSource(fileURLToPath(file), readFileSync(file, "utf8")) : undefined;
}

/** The layers and files that a policy may name: beside it, among the semantic examples, or a policy of the repository. */
export function libraryOf(file: URL): Library {
  return {
    layer: (name) =>
      readText(new URL(`${name}.rollcall`, file)) ??
      readText(new URL(`./semantics/${name}.rollcall`, import.meta.url)) ??
      readText(new URL(`../policies/${name}/${name}.rollcall`, import.meta.url)),
    beside: (policy, named) => readText(new URL(named, `file://${policy.name}`)),
  };
}

export function compileFile(file: URL, choose?: ReadonlyMap<string, string>): Compilation {
  const source = readText(file);
  if (source === undefined) throw new Error(`no file ${file.pathname}`);
  return compile(source, libraryOf(file), choose);
}

export function calendarOf(compilation: Pick<Compilation, "ast" | "source">): Calendar {
  const named = compilation.ast === undefined ? undefined : namedFile(compilation.ast, "calendar-from");
  const source = named === undefined ? undefined : readText(new URL(named, `file://${compilation.source.name}`));
  const plan = source === undefined ? undefined : readCalendarPlan(source).plan;
  if (plan === undefined) throw new Error(`${compilation.source.name} has no calendar that can be read`);
  return makeCalendar(plan);
}

export interface RunnableExample {
  readonly title: string;
  readonly example: CheckedExample;
  readonly run: () => ExampleResult;
}

export function runExamplesOf(compilation: Compilation): readonly RunnableExample[] {
  const { ready, model, examples } = compilation;
  if (ready === undefined || model === undefined || examples.length === 0) return [];
  const calendar = calendarOf(compilation);
  return examples.map((example) => ({
    title: example.title,
    example,
    run: () => runExample({ ...ready, model }, example, calendar),
  }));
}
