// `rollcall test`: a policy's own examples → which come out as written, and what was found where one does not.

import { makePaint, positionOf, runExample } from "../../index.ts";
import type { ExampleResult } from "../../index.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import { exampleCalendar } from "../play-examples.ts";
import { makeProgress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";

interface Tested {
  readonly policy: string;
  readonly results: readonly ExampleResult[];
}

export async function testAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const tested: Tested[] = [];
  let broken = false;
  for (const operand of given.operands) {
    const one = await testPolicy(operand, given.valueOf("only") ?? "", terminal);
    if (one === undefined) broken = true;
    else tested.push(one);
  }
  terminal.write(given.valueOf("format") === "json" ? asJson(tested) : asText(tested, terminal));
  return broken || tested.some(({ results }) => results.some(({ passed }) => !passed)) ? 1 : 0;
}

async function testPolicy(operand: string, words: string, terminal: Terminal): Promise<Tested | undefined> {
  const opened = await openPolicy(operand, terminal);
  const policy = readyPolicy(opened, terminal);
  if (policy === undefined) return undefined;
  const wanted = opened.compilation.examples.filter(({ title }) => title.toLowerCase().includes(words.toLowerCase()));
  const calendar = wanted.length === 0 ? undefined : exampleCalendar(opened, terminal);
  if (wanted.length > 0 && calendar === undefined) return undefined;
  const progress = makeProgress(terminal, "examples");
  const results = wanted.map((example, index) => {
    progress.at(index, wanted.length);
    return runExample(policy, example, calendar as NonNullable<typeof calendar>);
  });
  progress.end();
  return { policy: opened.compilation.source.name, results };
}

function asText(tested: readonly Tested[], { colour }: Terminal): string {
  const paint = makePaint(colour.results);
  return tested
    .map(({ policy, results }) => {
      const failed = results.filter(({ passed }) => !passed);
      const sum = `${policy}: ${results.length - failed.length} examples came out as written, ${failed.length} did not`;
      return [
        ...failed.flatMap((result) => failureLines(result)),
        paint(failed.length === 0 ? "green" : "red", sum),
        "",
      ].join("\n");
    })
    .join("\n");
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

function asJson(tested: readonly Tested[]): string {
  const policies = tested.map(({ policy, results }) => ({
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
  }));
  return `${JSON.stringify({ format: "rollcall/examples", version: 1, policies }, null, 2)}\n`;
}
