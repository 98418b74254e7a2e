// The examples of one policy, played: which come out as written, and what was found where one does not.

import { makePaint, positionOf, runExample } from "../index.ts";
import type { ExampleResult } from "../index.ts";
import { exampleCalendar } from "./play-examples.ts";
import { makeProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";
import type { Tested, TestedPolicy } from "./tested.ts";

/** `words` have to stand in the title. Undefined after the faults of the calendar were shown. */
export function playPolicy({ opened, policy }: TestedPolicy, words: string, terminal: Terminal): Tested | undefined {
  const wanted = opened.compilation.examples.filter(({ title }) => title.toLowerCase().includes(words.toLowerCase()));
  const calendar = wanted.length === 0 ? undefined : exampleCalendar(opened, terminal);
  if (wanted.length > 0 && calendar === undefined) return undefined;
  const progress = makeProgress(terminal, "examples");
  const results = wanted.map((example, index) => {
    progress.at(index, wanted.length);
    return runExample(policy, example, calendar as NonNullable<typeof calendar>);
  });
  progress.end();
  const name = opened.compilation.source.name;
  return {
    format: "rollcall/examples",
    text: asText(name, results, terminal),
    json: asJson(name, results),
    passed: results.every(({ passed }) => passed),
  };
}

function asText(policy: string, results: readonly ExampleResult[], { colour }: Terminal): string {
  const paint = makePaint(colour.results);
  const failed = results.filter(({ passed }) => !passed);
  const sum = `${policy}: ${results.length - failed.length} examples came out as written, ${failed.length} did not`;
  return [
    ...failed.flatMap((result) => failureLines(result)),
    paint(failed.length === 0 ? "green" : "red", sum),
    "",
  ].join("\n");
}

function failureLines({ example, results }: ExampleResult): readonly string[] {
  return [
    `✗ ${example.title}`,
    ...results
      .filter(({ met }) => !met)
      .flatMap(({ expectation, found }) => {
        const { span } = expectation;
        return [`  ${span.source.name}:${positionOf(span).line}  ${oneLineOf(span)}`, `      ${found}`];
      }),
    "",
  ];
}

function oneLineOf({ source, from, to }: ExampleResult["example"]["origin"]["span"]): string {
  return source.text.slice(from, to).replaceAll(/\s+/g, " ").trim();
}

function asJson(policy: string, results: readonly ExampleResult[]): object {
  return {
    policy,
    examples: results.map(({ example, passed, results: expectations }) => ({
      title: example.title,
      line: positionOf(example.origin.span).line,
      passed,
      expectations: expectations.map(({ expectation, met, found }) => ({
        line: positionOf(expectation.span).line,
        says: oneLineOf(expectation.span),
        met,
        found,
      })),
    })),
  };
}
