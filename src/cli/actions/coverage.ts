// `rollcall coverage`: which clauses a policy evaluates, notes or misses; and with --prove, which examples hold its rules.

import { coverageToJson, coverClauses, parentOf, printCoverage, printProof, proofToJson, prove } from "../../index.ts";
import { suggestName } from "../../wording.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import type { OpenPolicy } from "../open-policy.ts";
import { exampleCalendar } from "../play-examples.ts";
import { makeProgress } from "../progress.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";

type Clauses = NonNullable<OpenPolicy["compilation"]["clauses"]>;

export async function coverageAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const opened = await openPolicy(given.operands[0] ?? "", terminal);
  const { clauses, source } = opened.compilation;
  const policy = readyPolicy(opened, terminal);
  if (policy === undefined) return 1;
  if (clauses === undefined)
    throw new Refusal(
      `${source.name} names no clauses that can be found, so there is nothing to cover.`,
      'Write `clauses from "./clauses.yaml"` under the policy\'s title, and put the file beside it.',
    );
  if (given.has("prove")) return proveAction(given, opened, clauses, terminal);
  const coverage = coverClauses(policy.ast, [...clauses.clauses.keys()]);
  terminal.write(
    isJson(given)
      ? json(coverageToJson(policy.model.name, coverage))
      : printCoverage(coverage, clauses, { width: terminal.width, colour: terminal.colour.results }),
  );
  return coverage.missing.length === 0 ? 0 : 1;
}

function proveAction(given: Arguments, opened: OpenPolicy, clauses: Clauses, terminal: Terminal): ExitCode {
  const { compilation, library } = opened;
  const { ast, model } = compilation;
  const only = given.valueOf("clause");
  if (only !== undefined && !clauses.clauses.has(only))
    throw new Refusal(`There is no clause ${only}.`, suggestName(only, clauses.clauses.keys(), "clauses"));
  const calendar = exampleCalendar(opened, terminal);
  if (calendar === undefined || ast === undefined || model === undefined) return 1;
  const progress = makeProgress(terminal, "changes");
  const parent = parentOf(ast, library)?.model;
  const report = prove({ compilation: { ...compilation, ast, model }, parent, clauses, calendar, only }, progress.at);
  progress.end();
  const options = { width: terminal.width, colour: terminal.colour.results };
  terminal.write(
    isJson(given)
      ? json(proofToJson(model.name, report))
      : printProof(report, clauses, { ...options, all: only !== undefined }),
  );
  return report.missing.length === 0 && report.failing.length === 0 ? 0 : 1;
}

function isJson(given: Arguments): boolean {
  return given.valueOf("format") === "json";
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
