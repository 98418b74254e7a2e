// `rollcall test`: a policy's own examples → which come out as written, what they reach, and which edits they would notice.

import { wholeNumber } from "../read-options.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import { Refusal } from "../refusal.ts";
import { acceptSuggestion, suggestAction } from "../suggest.ts";
import type { Terminal } from "../terminal.ts";
import { coverPolicy } from "../test-coverage.ts";
import { playPolicy } from "../test-examples.ts";
import { mutatePolicy } from "../test-score.ts";
import type { Tested } from "../tested.ts";

export async function testAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  checkOptions(given);
  const tested: Tested[] = [];
  let broken = false;
  for (const operand of given.operands) {
    const one = await testPolicy(operand, given, terminal);
    if (one === undefined) broken = true;
    else tested.push(one);
  }
  terminal.write(given.valueOf("format") === "json" ? asJson(tested) : tested.map(({ text }) => text).join("\n"));
  return broken || tested.some(({ passed }) => !passed) ? 1 : 0;
}

/** One question at a time: each has an answer of its own form. */
function checkOptions(given: Arguments): void {
  const asked = ["coverage", "mutate", "suggest", "accept"].filter((option) => given.has(option));
  if (asked.length > 1)
    throw new Refusal(
      `\`--${asked[0] ?? ""}\` and \`--${asked[1] ?? ""}\` are two questions.`,
      "Ask one after the other.",
    );
  if (given.has("least-score") && !given.has("mutate"))
    throw new Refusal("`--least-score` asks for the mutation score.", "Add `--mutate`.");
  if (given.has("accept") && given.operands.length > 1)
    throw new Refusal("`--accept` writes to the file of one policy, and here are several.", "Name one.");
}

async function testPolicy(operand: string, given: Arguments, terminal: Terminal): Promise<Tested | undefined> {
  const opened = await openPolicy(operand, terminal);
  const policy = readyPolicy(opened, terminal);
  if (policy === undefined) return undefined;
  if (given.has("mutate")) {
    const least = wholeNumber(given, "least-score", 0, 0, 100);
    return mutatePolicy({ operand, opened, policy }, least, terminal);
  }
  if (given.has("coverage")) return coverPolicy({ operand, opened, policy }, terminal);
  if (given.has("suggest")) return suggestAction({ operand, opened, policy }, terminal);
  if (given.has("accept"))
    return acceptSuggestion({ operand, opened, policy }, wholeNumber(given, "accept", 1, 1, 9999), terminal);
  return playPolicy({ operand, opened, policy }, given.valueOf("only") ?? "", terminal);
}

function asJson(tested: readonly Tested[]): string {
  const format = tested[0]?.format ?? "rollcall/examples";
  return `${JSON.stringify({ format, version: 1, policies: tested.map(({ json }) => json) }, null, 2)}\n`;
}
