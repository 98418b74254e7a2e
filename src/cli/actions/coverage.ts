// `rollcall coverage`: which clauses policies evaluate, note or miss; and with --prove, which examples hold their rules.

import { coverageToJson, coverClauses, printCoverage, printProof, proofToJson, provenBy } from "../../index.ts";
import type { ClauseCoverage } from "../../index.ts";
import { suggestName } from "../../wording.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { namedClauses } from "../named-clauses.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import type { OpenPolicy, ReadyPolicy } from "../open-policy.ts";
import { trialOf } from "../open-trial.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";
import { tryWithHelp } from "../trial-helpers.ts";

/** What is said of one policy. */
interface Covered {
  readonly policy: string;
  readonly coverage: ClauseCoverage;
  readonly json: object;
  readonly text: string;
  readonly whole: boolean;
}

export async function coverageAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const only = given.valueOf("clause");
  if (only !== undefined && given.operands.length > 1)
    throw new Refusal(
      "`--clause` asks about a clause of one policy, and here are several.",
      "Name the one it is from.",
    );
  const covered: Covered[] = [];
  let broken = false;
  for (const operand of given.operands) {
    const one = await coverPolicy(operand, given, terminal);
    if (one === undefined) broken = true;
    else covered.push(one);
  }
  terminal.write(isJson(given) ? asJson(covered) : asText(covered));
  return broken || covered.some(({ whole }) => !whole) ? 1 : 0;
}

async function coverPolicy(operand: string, given: Arguments, terminal: Terminal): Promise<Covered | undefined> {
  const opened = await openPolicy(operand, terminal);
  const policy = readyPolicy(opened, terminal);
  if (policy === undefined) return undefined;
  const clauses = namedClauses(opened);
  if (given.has("prove")) return provePolicy(operand, given, { opened, policy, clauses }, terminal);
  const coverage = coverClauses(policy.ast, [...clauses.clauses.keys()]);
  return {
    policy: policy.model.name,
    coverage,
    json: coverageToJson(policy.model.name, coverage),
    text: printCoverage(coverage, clauses, { width: terminal.width, colour: terminal.colour.results }),
    whole: coverage.missing.length === 0,
  };
}

interface Readable {
  readonly opened: OpenPolicy;
  readonly policy: ReadyPolicy;
  readonly clauses: NonNullable<OpenPolicy["compilation"]["clauses"]>;
}

async function provePolicy(
  operand: string,
  given: Arguments,
  { opened, policy, clauses }: Readable,
  terminal: Terminal,
): Promise<Covered | undefined> {
  const only = given.valueOf("clause");
  if (only !== undefined && !clauses.clauses.has(only))
    throw new Refusal(`There is no clause ${only}.`, suggestName(only, clauses.clauses.keys(), "clauses"));
  const order = { operand, edits: "cited", only } as const;
  const trial = trialOf(opened, order, terminal);
  if (trial === undefined) return undefined;
  const report = provenBy(policy.ast, clauses, await tryWithHelp(trial, order, terminal), only);
  const options = { width: terminal.width, colour: terminal.colour.results };
  return {
    policy: policy.model.name,
    coverage: report,
    json: proofToJson(policy.model.name, report),
    text: printProof(report, clauses, { ...options, all: only !== undefined }),
    whole: report.missing.length === 0 && report.failing.length === 0,
  };
}

// ---------------------------------------------------------------- one policy after the other, and all together

function asText(covered: readonly Covered[]): string {
  const [only, ...others] = covered;
  if (only === undefined) return "";
  if (others.length === 0) return only.text;
  const parts = covered.map(({ policy, text }) => `${policy}\n${text}`);
  const { evaluated, noted, missing } = totalOf(covered);
  const all = evaluated + noted + missing;
  const sum = `all ${covered.length} policies: ${all} clauses: ${evaluated} evaluated, ${noted} noted, ${missing} missing`;
  return `${[...parts, sum].join("\n")}\n`;
}

function asJson(covered: readonly Covered[]): string {
  const [only, ...others] = covered;
  if (only !== undefined && others.length === 0) return json(only.json);
  return json({
    format: "rollcall/coverage-of-several",
    version: 1,
    total: totalOf(covered),
    policies: covered.map((each) => each.json),
  });
}

function totalOf(covered: readonly Covered[]) {
  const count = (list: "evaluated" | "noted" | "missing"): number =>
    covered.reduce((sum, { coverage }) => sum + coverage[list].length, 0);
  return { evaluated: count("evaluated"), noted: count("noted"), missing: count("missing") };
}

function isJson(given: Arguments): boolean {
  return given.valueOf("format") === "json";
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
