// What was reached while forms were compared, counted by kind: an agreement about things that never happen proves nothing.

import type { Outcome } from "../../src/runtime/outcome.ts";
import type { Op, Procedure, Program } from "../../src/runtime/program.ts";
import { library } from "../../src/runtime/library.ts";
import { isCall } from "../../src/ir/ir.ts";
import type { ReadyPolicy } from "./ready-policy.ts";

export type Tally = Map<string, number>;

export function add(tally: Tally, what: string, times = 1): void {
  tally.set(what, (tally.get(what) ?? 0) + times);
}

export function addAll(tally: Tally, other: Iterable<readonly [string, number]>): void {
  for (const [what, times] of other) add(tally, what, times);
}

/** How the parts of one policy are counted: by the rule that an outcome names, the kinds of thing that rule is. */
export interface Reach {
  readonly byRule: ReadonlyMap<string, readonly string[]>;
  readonly stepKinds: ReadonlyMap<string, string>;
  readonly anchors: ReadonlyMap<string, string>;
  readonly duties: ReadonlySet<string>;
}

/** Every kind of declaration, of step and of state that a long run must reach. */
export const MUST_REACH: readonly string[] = [
  ...["parameter", "role", "flag", "group", "reason", "channel", "code", "register", "coding", "act", "measure", "status", "bands", "procedure", "duty", "decision", "document", "note", "readings", "layer"].map((kind) => `declared: ${kind}`), // prettier-ignore
  ...["holds", "does not hold", "is not known"].map((what) => `status: ${what}`),
  ...["has a row", "has none"].map((what) => `bands: ${what}`),
  ...["is known", "is not known"].map((what) => `measure: ${what}`),
  ...["pupil", "period", "absence", "session", "act", "parent"].map((kind) => `instance: each ${kind}`),
  ...["started", "ended", "again"].map((what) => `instance: ${what}`),
  ...["start", "on", "after", "when"].flatMap((kind) => [`step: ${kind}, opened`, `step: ${kind}, done`]),
  ...["a sentence", "after a wait", "in a branch", "repeated each time", "repeated every so often", "repeated each school day", "a duty"].map((kind) => `owed: ${kind}`), // prettier-ignore
  ...["upcoming", "open", "done", "done-late", "overdue", "not-needed", "offered", "forbidden"].map((state) => `obligation: ${state}`), // prettier-ignore
  ...["refused", "missing-field", "wrong-role", "unknown-code"].map((kind) => `on record: ${kind}`),
  ...Object.keys(library).map((name) => `vocabulary: ${name}`),
  ...["procedure", "status", "band", "measure"].map((what) => `batch: ${what} in the kernel`),
  ...["asked", "proposed by a coding", "proposed by a register", "overturned"].map((what) => `said: ${what}`),
];

/** What is in the policy, counted once for each policy; and how its outcomes are to be read. */
export function reachOf(tally: Tally, { model, ready }: ReadyPolicy): Reach {
  const { program, ir } = ready;
  const declared: readonly (readonly [string, number])[] = [
    ["parameter", model.parameters.size],
    ...["role", "flag", "group", "reason", "channel"].map(
      (sort) => [sort, [...model.words.values()].filter((word) => word.sort === sort).length] as const,
    ),
    ["code", model.codes.length],
    ["register", model.registers.length],
    ["coding", model.codings.length],
    ["act", model.acts.size],
    ["measure", model.measures.size],
    ["status", model.statuses.size],
    ["bands", model.bands.size],
    ["procedure", model.procedures.size],
    ["duty", model.duties.size],
    ["decision", model.decisions.size],
    ["document", model.documents.size],
    ["note", model.notes.length],
    ["readings", model.readings.length],
    ["layer", model.layers.length > 1 ? 1 : 0],
  ];
  for (const [kind, times] of declared) if (times > 0) add(tally, `declared: ${kind}`, times);
  for (const name of callsIn(ir)) add(tally, `vocabulary: ${name}`);
  return {
    byRule: rulesOf(program, new Set(model.duties.keys())),
    stepKinds: new Map(
      program.procedures.flatMap(({ name, steps }) =>
        steps.map((step) => [`${name} ${step.name}`, step.trigger.kind] as const),
      ),
    ),
    anchors: new Map(program.procedures.map(({ name, anchor }) => [name, anchor.kind])),
    duties: new Set(model.duties.keys()),
  };
}

/** The functions of the runtime's vocabulary that a program is made of. */
function callsIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== "object" || value === null) return found;
  if (isCall(value)) found.add(value.call);
  const inner = value instanceof Map ? [...value.values()] : Object.values(value);
  for (const entry of inner) callsIn(entry, found);
  return found;
}

function rulesOf({ procedures }: Program, duties: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, readonly string[]>();
  const walk = (ops: readonly Op[], within: readonly string[]): void => {
    let waited: readonly string[] = [];
    for (const op of ops) {
      if (op.op === "oblige") rules.set(op.rule, ["a sentence", ...within, ...waited]);
      else if (op.op === "wait") waited = ["after a wait"];
      else if (op.op === "branch") {
        walk(op.then, [...within, ...waited, "in a branch"]);
        walk(op.otherwise, [...within, ...waited, "in a branch"]);
      } else walk(op.body, [...within, ...waited, REPEATS[op.cadence.kind]]);
    }
  };
  const walkProcedure = ({ name, steps }: Procedure): void => {
    for (const step of steps) walk(step.ops, duties.has(name) ? ["a duty"] : []);
  };
  procedures.forEach(walkProcedure);
  return rules;
}

const REPEATS = {
  "each-time": "repeated each time",
  every: "repeated every so often",
  "each-school-day": "repeated each school day",
} as const;

/** Counts what one outcome says. */
export function countOutcome(tally: Tally, { byRule, stepKinds, anchors }: Reach, outcome: Outcome): void {
  for (const { holds } of outcome.statuses)
    add(tally, holds === undefined ? "status: is not known" : holds ? "status: holds" : "status: does not hold");
  for (const { row } of outcome.bands) add(tally, row === undefined ? "bands: has none" : "bands: has a row");
  for (const { value } of outcome.measures)
    add(tally, value === undefined ? "measure: is not known" : "measure: is known");
  for (const { procedure, key, started, ended, steps } of outcome.instances) {
    add(tally, `instance: each ${anchors.get(procedure) ?? "thing"}`);
    if (started !== undefined) add(tally, "instance: started");
    if (ended !== undefined) add(tally, "instance: ended");
    if (key.includes(" again ")) add(tally, "instance: again");
    for (const { step, opened, done } of steps) {
      const kind = stepKinds.get(`${procedure} ${step}`) ?? "unknown";
      if (opened !== undefined) add(tally, `step: ${kind}, opened`);
      if (done !== undefined) add(tally, `step: ${kind}, done`);
    }
  }
  for (const { rule, state } of outcome.obligations) {
    add(tally, `obligation: ${state}`);
    for (const kind of byRule.get(rule) ?? []) add(tally, `owed: ${kind}`);
  }
  for (const { kind } of outcome.irregularities) add(tally, `on record: ${kind}`);
  for (const { rule } of outcome.proposals)
    add(tally, rule.startsWith("coding-") ? "said: proposed by a coding" : "said: proposed by a register");
  if (outcome.questions.length > 0) add(tally, "said: asked", outcome.questions.length);
  if (outcome.overturned.length > 0) add(tally, "said: overturned", outcome.overturned.length);
}
