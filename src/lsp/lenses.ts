// Code lenses in the words of the protocol: where they stand at once, what they say when one is looked at, and what happens when
// one is clicked. Work that takes long goes on in small pieces, so that it can be stopped.

import { setImmediate } from "node:timers/promises";
import type { CancellationToken, CodeLens } from "vscode-languageserver/node";
import { codeLenses, exampleLens, sayTouched, touchedSince } from "../index.ts";
import type { Draft, PopulationDiff } from "../index.ts";
import type { Asked } from "./answer-words.ts";
import { rangeOf, uriOf } from "./places.ts";

export const commands = { runExample: "rollcall.runExample", sinceCommit: "rollcall.sinceCommit" } as const;

interface LensData {
  readonly uri: string;
  readonly kind: "example" | "since-commit";
  readonly from: number;
}

export function lensesOf({ draft, path }: Asked): readonly CodeLens[] {
  return codeLenses(draft).map(({ kind, span }): CodeLens => {
    const { start } = rangeOf(span);
    const data: LensData = { uri: uriOf(path), kind, from: span.from };
    return { range: { start, end: start }, data };
  });
}

export function lensData({ data }: CodeLens): LensData | undefined {
  const { uri, kind, from } = (data ?? {}) as { readonly [key: string]: unknown };
  if (typeof uri !== "string" || typeof from !== "number") return undefined;
  return kind === "example" || kind === "since-commit" ? { uri, kind, from } : undefined;
}

/** What it says once somebody looks; `known` is what was worked out since the last commit, of the text as it stands. */
export function resolvedLens(lens: CodeLens, asked: Asked, known: string | undefined): CodeLens {
  const data = lensData(lens);
  if (data === undefined) return lens;
  if (data.kind === "since-commit") {
    const title = known ?? "Pupils affected since the last commit?";
    return { ...lens, command: { title, command: commands.sinceCommit, arguments: [data.uri] } };
  }
  const title = exampleSays(asked, data.from) ?? "cannot be run";
  return { ...lens, command: { title, command: commands.runExample, arguments: [data.uri, data.from] } };
}

/** `✓ passes`, `✗ fails: …`; undefined where no example begins. */
export function exampleSays({ draft, desk, path }: Asked, from: number): string | undefined {
  const found = exampleLens(draft, from, desk.calendar(path));
  return found === undefined ? undefined : `${found.passed ? "✓" : "✗"} ${found.says}`;
}

// ---------------------------------------------------------------- since the last commit

export interface Since {
  readonly says: string;
  readonly diff: PopulationDiff | undefined;
}

/** Undefined where it was stopped on the way. */
export async function sinceCommit(
  { draft, desk, files, path }: Asked,
  stop: CancellationToken,
  told: (done: number) => void,
): Promise<Since | undefined> {
  const text = await files.committed(path);
  if (text === undefined) return { says: "no earlier version of this file has been committed", diff: undefined };
  if (text === draft.source.text) return { says: "nothing has changed since the last commit", diff: undefined };
  const [before] = desk.redraft(new Map([[path, text]]));
  const [first, second] = [runnable(before), runnable(draft)];
  if (first === undefined) return { says: "the version committed last has errors, and cannot be run", diff: undefined };
  if (second === undefined) return { says: "the policy has errors, and cannot be run", diff: undefined };
  const steps = touchedSince(first, second, files.today());
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      const diff = step.value;
      return { says: diff === undefined ? "no day to try it on" : sayTouched(diff), diff };
    }
    told(step.value);
    await setImmediate();
    if (stop.isCancellationRequested) return undefined;
  }
}

function runnable(draft: Draft | undefined) {
  const { ready, model } = draft ?? {};
  return ready === undefined || model === undefined ? undefined : { ...ready, model };
}
