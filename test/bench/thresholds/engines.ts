// Rule engines, each given the twelve rules in the way that its own pages call the fastest: made ready once, then asked.

import { preparsePolicySet, statefulIsAuthorized } from "@cedar-policy/cedar-wasm/nodejs";
import { ZenEngine, evaluateExpressionSync } from "@gorules/zen-engine";
import { Environment } from "@marcbachmann/cel-js";
import { evaluate as evaluateFeel } from "feelin";
import { LogicEngine } from "json-logic-engine";
import { Engine } from "json-rules-engine";
import { maskOf, maskOfList, rules } from "./rules.ts";
import type { Facts, Operator, Test } from "./rules.ts";

export interface RuleEngine {
  readonly name: string;
  /** Decides all of these; what it gives is not looked at while it is timed. */
  readonly run: (facts: readonly Facts[]) => unknown;
  /** The same in bits. */
  readonly answer: (facts: Facts) => number | Promise<number>;
}

/** Gives the last answer, so that none is left out for nobody looking. */
function askEach(facts: readonly Facts[], ask: (facts: Facts) => unknown): unknown {
  let answer: unknown;
  for (const each of facts) answer = ask(each);
  return answer;
}

const joined = (
  tests: readonly Test[],
  and: string,
  name: (fact: string) => string,
  number: (value: number) => string,
) => tests.map(({ fact, operator, value }) => `${name(fact)} ${operator} ${number(value)}`).join(and);

const bare = (text: string | number): string => String(text);

/** One compiled function that gives a list of twelve answers. */
function jsonLogic(compiled: boolean): RuleEngine {
  const engine = new LogicEngine();
  const logic = rules.map(({ all }) => {
    const tests = all.map(({ fact, operator, value }) => ({ [operator]: [{ var: fact }, value] }));
    return tests.length === 1 ? tests[0] : { and: tests };
  });
  const decide = (compiled ? engine.build(logic) : (facts: Facts) => engine.run(logic, facts)) as (
    facts: Facts,
  ) => readonly unknown[];
  return {
    name: compiled ? "json-logic-engine, compiled" : "json-logic-engine, interpreted",
    run: (facts) => askEach(facts, decide),
    answer: (facts) => maskOfList(decide(facts)),
  };
}

/** Parsed once against declared variables; numbers are declared as CEL's doubles, which are plain numbers of JavaScript. */
function cel(): RuleEngine {
  const environment = new Environment();
  for (const fact of ["pct", "unauthWindow", "lates", "currentRun", "unauth"])
    environment.registerVariable(fact, "double");
  const text = rules.map(({ all }) => joined(all, " && ", bare, (value) => value.toFixed(1))).join(", ");
  const decide = environment.parse(`[${text}]`) as unknown as (facts: Facts) => readonly unknown[];
  return {
    name: "@marcbachmann/cel-js, parsed",
    run: (facts) => askEach(facts, decide),
    answer: (facts) => maskOfList(decide(facts)),
  };
}

/** One expression that gives a list; the only call of ZEN that does not go through a promise. */
function zenExpression(): RuleEngine {
  const text = `[${rules.map(({ all }) => joined(all, " and ", bare, bare)).join(", ")}]`;
  return {
    name: "ZEN, one expression",
    run: (facts) => askEach(facts, (each) => evaluateExpressionSync(text, each) as unknown),
    answer: (facts) => maskOfList(evaluateExpressionSync(text, facts) as readonly unknown[]),
  };
}

/** A decision table that collects every row that applies; all questions are in flight at once. */
function zenTable(): RuleEngine {
  const columns = ["pct", "unauthWindow", "lates", "currentRun", "unauth"];
  const inputs = columns.map((field) => ({ id: field, name: field, type: "expression", field }));
  const rows = rules.map(({ name, all }) => {
    const cells = columns.map((column) => {
      const tests = all.filter(({ fact }) => fact === column);
      return [column, joined(tests, " and ", () => "$", bare)];
    });
    return { _id: name, ...Object.fromEntries(cells), rule: `"${name}"` };
  });
  const table = {
    id: "table",
    name: "table",
    type: "decisionTableNode",
    position: { x: 0, y: 0 },
    content: {
      hitPolicy: "collect",
      inputs,
      outputs: [{ id: "rule", name: "rule", type: "expression", field: "rule" }],
      rules: rows,
    },
  };
  const ends = ["input", "output"].map((id) => ({ id, name: id, type: `${id}Node`, position: { x: 0, y: 0 } }));
  const edges = [
    { id: "in", type: "edge", sourceId: "input", targetId: "table" },
    { id: "out", type: "edge", sourceId: "table", targetId: "output" },
  ];
  const decision = new ZenEngine().createDecision({
    contentType: "application/vnd.gorules.decision",
    nodes: [...ends, table],
    edges,
  });
  return {
    name: "ZEN, decision table in flight",
    run: (facts) => Promise.all(facts.map((each) => decision.evaluate(each))),
    answer: async (facts) => {
      const { result } = await decision.evaluate(facts);
      return maskOf((result as readonly { readonly rule: string }[]).map(({ rule }) => rule));
    },
  };
}

const OPERATORS: Readonly<Record<Operator, string>> = {
  ">=": "greaterThanInclusive",
  "<=": "lessThanInclusive",
  "<": "lessThan",
};

function jsonRules(): RuleEngine {
  const engine = new Engine(
    rules.map(({ name, all }) => ({
      conditions: { all: all.map(({ fact, operator, value }) => ({ fact, operator: OPERATORS[operator], value })) },
      event: { type: name },
    })),
  );
  return {
    name: "json-rules-engine",
    run: async (facts) => {
      for (const each of facts) await engine.run({ ...each });
    },
    answer: async (facts) => maskOf((await engine.run({ ...facts })).events.map(({ type }) => type)),
  };
}

/** A policy for each rule, parsed once; the reasons for the answer are the rules that hold. */
function cedar(): RuleEngine {
  const staticPolicies = Object.fromEntries(
    rules.map(({ name, all }) => {
      // Cedar compares whole numbers with all of these operators.
      return [
        name,
        `permit(principal, action, resource) when { ${joined(all, " && ", (fact) => `context.${fact}`, bare)} };`,
      ];
    }),
  );
  const parsed = preparsePolicySet("thresholds", { staticPolicies });
  if (parsed.type !== "success") throw new Error(JSON.stringify(parsed.errors));
  const ask = (facts: Facts): readonly string[] => {
    const answer = statefulIsAuthorized({
      principal: { type: "Pupil", id: "p" },
      action: { type: "Action", id: "judge" },
      resource: { type: "School", id: "s" },
      context: { ...facts },
      preparsedPolicySetId: "thresholds",
      entities: [],
    });
    if (answer.type !== "success") throw new Error(JSON.stringify(answer.errors));
    return answer.response.diagnostics.reason;
  };
  return { name: "Cedar (wasm), parsed", run: (facts) => askEach(facts, ask), answer: (facts) => maskOf(ask(facts)) };
}

/** It has no form that is parsed beforehand. */
function feel(): RuleEngine {
  const text = `[${rules.map(({ all }) => joined(all, " and ", bare, bare)).join(", ")}]`;
  const ask = (facts: Facts): readonly unknown[] => evaluateFeel(text, { ...facts }).value as readonly unknown[];
  return { name: "feelin", run: (facts) => askEach(facts, ask), answer: (facts) => maskOfList(ask(facts)) };
}

export function ruleEngines(): readonly RuleEngine[] {
  return [jsonLogic(true), jsonLogic(false), cel(), zenExpression(), zenTable(), cedar(), jsonRules(), feel()];
}
