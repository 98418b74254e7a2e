// What the parser expected, carried through the only thing Chevrotain lets us shape: the message of its exception.

import type { IParserErrorMessageProvider, TokenType } from "chevrotain";
import { tokenLabel, tokenMatcher } from "chevrotain";
import type { IToken } from "chevrotain";
import { Bug } from "../support/bug.ts";

export interface Expectation {
  /** How many of the tokens ahead were still right: the fault is the one after them. */
  readonly matched: number;
  readonly expected: readonly string[];
}

export const expectations: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => write({ matched: 0, expected: [tokenLabel(expected)] }),
  buildNotAllInputParsedMessage: () => write({ matched: 0, expected: ["the end of the line"] }),
  buildNoViableAltMessage: ({ expectedPathsPerAlt, actual, customUserDescription }) =>
    write(furthest(expectedPathsPerAlt.flat(), actual, customUserDescription)),
  buildEarlyExitMessage: ({ expectedIterationPaths, actual, customUserDescription }) =>
    write(furthest(expectedIterationPaths, actual, customUserDescription)),
};

/** Of all paths that could have been taken, those that agree longest with what stands there, and what they want next. */
function furthest(
  paths: readonly TokenType[][],
  actual: readonly IToken[],
  described: string | undefined,
): Expectation {
  const matched = Math.max(0, ...paths.map((path) => agreement(path, actual)));
  if (matched === 0 && described !== undefined) return { matched, expected: [described] };
  const wanted = paths
    .filter((path) => agreement(path, actual) === matched)
    .flatMap((path) => path.slice(matched, matched + 1));
  const labels = withoutGoingOn([...new Set(wanted.map(tokenLabel))]);
  return { matched, expected: described !== undefined && labels.length > mostNamed ? [described] : labels };
}

/** What would merely have gone on with the words before is not what the author forgot. */
function withoutGoingOn(labels: readonly string[]): readonly string[] {
  const forgotten = labels.filter((label) => !goingOn.has(label));
  return forgotten.length === 0 ? labels : forgotten;
}

const goingOn: ReadonlySet<string> = new Set(["`,`", "`and`", "`or`"]);

/** So many things are still named one by one. */
const mostNamed = 5;

function agreement(path: readonly TokenType[], actual: readonly IToken[]): number {
  const stop = path.findIndex((type, index) => {
    const found = actual[index];
    return found === undefined || !tokenMatcher(found, type);
  });
  return stop < 0 ? path.length : stop;
}

function write(expectation: Expectation): string {
  return JSON.stringify(expectation);
}

export function readExpectation(message: string): Expectation {
  const read: unknown = JSON.parse(message);
  if (typeof read !== "object" || read === null || !("expected" in read))
    throw new Bug(`Not an expectation: ${message}`);
  return read as Expectation;
}
