// Why a thing is on the list, in one sentence: what the procedure lives on, and what the rule found when it opened.

import type { Case } from "../explain/case.ts";
import { sayAnchor } from "../explain/say-anchor.ts";
import { dayWords, upperFirst } from "../explain/say.ts";
import { sayTrace } from "../explain/say-trace.ts";
import { traceCondition } from "../explain/trace.ts";
import type { Trace } from "../runtime/trace.ts";
import { explainObligation, ifWords } from "../explain/why.ts";
import type { Context } from "../runtime/context.ts";
import type { Instance } from "../runtime/instance.ts";
import type { Obligation } from "../runtime/outcome.ts";
import type { Procedure } from "../runtime/program.ts";
import { dayOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";

/** One sentence without its full stop. A figure found on an earlier day says which, because it may have moved since. */
export function sayWhy(opened: Case, obligation: Obligation): string {
  const { reasons } = explainObligation(opened, obligation);
  const life = opened.replay.lives.find(
    ({ procedure, instance }) => procedure.name === obligation.procedure && instance.key === obligation.instance,
  );
  const about = life === undefined ? "" : sayAnchor(opened, life.procedure, life.instance);
  const found = reasons.map(({ at, trace }) =>
    obligation.state === "upcoming" && trace.holds !== true
      ? unhyphened(ifWords(trace))
      : `${hasFigure(trace) ? onDay(at, opened.asOf) : ""}${unhyphened(sayTrace(trace))}`,
  );
  return upperFirst([about, ...found].filter((part) => part !== "").join("; "));
}

/** What the thing is about, and the parts of the rule's condition that are known to hold while a judgement is still waited for. */
export function sayKnown(opened: Case, rule: string, procedure: Procedure, instance: Instance): readonly string[] {
  const { policy, replay, asOf } = opened;
  const { condition, guard } = policy.rules.get(rule) ?? {};
  const context: Context = { ...replay.context, now: asOf, from: asOf, instance };
  const traces = [condition, guard].filter((each) => each !== undefined);
  return [
    sayAnchor(opened, procedure, instance),
    ...traces
      .flatMap((each) => holding(traceCondition(policy.lowering, each, context)))
      .map((trace) => unhyphened(sayTrace(trace))),
  ].filter((part) => part !== "");
}

function holding(trace: Trace): readonly Trace[] {
  if (trace.holds === true) return [trace];
  return trace.kind === "and" ? trace.parts.flatMap(holding) : [];
}

/** Names are read aloud as the words they are made of. */
function unhyphened(text: string): string {
  return text.replaceAll(/(?<=[a-z])-(?=[a-z])/g, " ");
}

function hasFigure({ left, parts }: Trace): boolean {
  return left !== undefined || parts.some(hasFigure);
}

function onDay(at: Moment, asOf: Moment): string {
  const words = dayWords(dayOf(at), dayOf(asOf));
  return words === "today" ? "" : words === "yesterday" ? "yesterday: " : `on ${words}: `;
}

/** The clauses of the rule itself, else of the step it stands in, else of the whole procedure. */
export function clausesFor(
  { policy }: Case,
  { rule, procedure }: { readonly rule: string; readonly procedure: string },
): readonly string[] {
  const step = rule.split(".").slice(0, 2).join(".");
  const cited = [rule, step, procedure].map((name) => policy.rules.get(name)?.origin.clauses ?? []);
  return cited.find((clauses) => clauses.length > 0) ?? [];
}
