// A policy ready to run → every rule of its own, and every condition and edge in them, with the place of the program at which
// one sees whether it was reached. Rules of the layers above are those layers' own to prove.

import type { Rule } from "../ir/rules.ts";
import type { Call } from "../ir/ir.ts";
import { isCall } from "../ir/ir.ts";
import type { RunnablePolicy } from "../examples/runnable.ts";
import type { SourceText, Span } from "../source/text.ts";
import { conditionPlaces, measurePlaces } from "./condition-places.ts";
import type { ConditionPlace } from "./condition-places.ts";
import type { Inner } from "./watched-program.ts";

export interface RulePlace {
  /** `rule`: it is enough that it is looked at; `branch` and `edge`: it has to hold and to fail. */
  readonly kind: "rule" | "branch" | "edge";
  readonly span: Span;
  readonly place: string;
}

export interface RulePlaces {
  readonly places: readonly RulePlace[];
  /** What has to be watched within expressions. */
  readonly inner: Inner;
}

export function rulePlaces(policy: RunnablePolicy, source: SourceText): RulePlaces {
  const places = new Map<string, RulePlace>();
  const inner = new Map<Call, string[]>();
  const add = (kind: RulePlace["kind"], span: Span, place: string): void => {
    if (span.source === source && !places.has(place)) places.set(place, { kind, span, place });
  };
  const addConditions = (found: readonly ConditionPlace[]): void => {
    for (const { kind, span, call } of found) {
      if (span.source !== source) continue;
      const place = placeOfSpan(span);
      add(kind === "edge" ? "edge" : "branch", span, place);
      inner.set(call, [...new Set([...(inner.get(call) ?? []), place])]);
    }
  };
  lookInto(policy.ir, "", (record, at) => {
    const rule = "rule" in record ? policy.rules.get(String(record["rule"])) : undefined;
    if (rule === undefined) return;
    // A step's trigger bears the step's name too.
    if (rule.kind === "step" && "ops" in record) add("rule", rule.origin.span, `${at}/ops`);
    if (isDone(rule, at)) add("rule", rule.origin.span, at);
    for (const [condition, call] of testsOf(rule, record))
      addConditions(conditionPlaces(policy.model, condition, call));
  });
  for (const { name, read } of policy.ir.measures)
    addConditions(measurePlaces(policy.model, policy.model.measures.get(name), read));
  return { places: [...places.values()].toSorted((a, b) => a.span.from - b.span.from), inner };
}

export function placeOfSpan({ from, to }: Span): string {
  return `condition ${from} to ${to}`;
}

/** Sentences and waits do something when they are come to; a declaration is reached by way of its parts. */
function isDone({ kind }: Rule, at: string): boolean {
  return at.startsWith("procedures/") && (kind === "sentence" || kind === "wait" || kind === "repeat");
}

type Plain = Readonly<Record<string, unknown>>;

/** A rule's own condition stands beside its name as a test, as a trigger's, or in a cadence; its `if` as a guard. */
function testsOf({ condition, guard }: Rule, record: Plain) {
  const { test, trigger, guard: guarded } = record;
  const inTrigger = typeof trigger === "object" && trigger !== null && "test" in trigger ? trigger.test : undefined;
  const own = isCall(test) ? test : inTrigger;
  return [
    ...(condition !== undefined && isCall(own) ? [[condition, own] as const] : []),
    ...(guard !== undefined && isCall(guarded) ? [[guard, guarded] as const] : []),
  ];
}

/** Every record of the program with its place, as watched-program.ts names places. */
function lookInto(value: unknown, at: string, visit: (record: Plain, at: string) => void): void {
  if (typeof value !== "object" || value === null || isCall(value)) return;
  const below = (key: string): string => (at === "" ? key : `${at}/${key}`);
  if (Array.isArray(value)) {
    value.forEach((each: unknown, index) => lookInto(each, below(keyOf(each, index)), visit));
    return;
  }
  if (value instanceof Map) {
    for (const [key, entry] of value) lookInto(entry, below(String(key)), visit);
    return;
  }
  visit(value as Plain, at);
  for (const [key, part] of Object.entries(value)) lookInto(part, below(key), visit);
}

function keyOf(value: unknown, index: number): string {
  return typeof value === "object" && value !== null && "name" in value ? String(value.name) : String(index);
}
