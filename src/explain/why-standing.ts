// Why does a status hold or not, a row of the bands apply, or a question wait? The rule's own condition, read at the moment asked.

import { wordList } from "../support/word-list.ts";
import type { Instance } from "../runtime/instance.ts";
import type { Question } from "../runtime/outcome.ts";
import type { Case } from "./case.ts";
import { sayClauses, sayFigure, upperFirst } from "./say.ts";
import { figuresIn, sayTrace } from "./say-trace.ts";
import { findFigure, traceCondition } from "./trace.ts";
import type { FigureFound, Trace } from "./trace.ts";

/** What a rule comes to for the pupil now: a sentence, what it looked at, and the clauses it rests on. */
export interface Standing {
  readonly sentence: string;
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly trace?: Trace;
  readonly figures: readonly FigureFound[];
}

/** Undefined where the policy has no status of the name. */
export function explainStatus(opened: Case, name: string): Standing | undefined {
  const { policy, outcome } = opened;
  const rule = policy.rules.get(name);
  const found = outcome.statuses.find((status) => status.name === name);
  if (rule === undefined || found === undefined) return undefined;
  const holds = found.holds === undefined ? "is not known" : found.holds ? "holds" : "does not hold";
  const read = { title: `“${rule.title}” ${holds}`, rule: name, clauses: rule.origin.clauses };
  return rule.condition === undefined
    ? { ...standing(read.title, name, rule.origin.clauses), figures: [] }
    : explainCondition(opened, { ...read, condition: rule.condition }, opened.replay.context.instance);
}

/** The row that applies, and the figure it is read from. Undefined where no row does. */
export function explainBand(opened: Case, name: string): Standing | undefined {
  const { policy, outcome, replay } = opened;
  const bands = policy.model.bands.get(name);
  const row = outcome.bands.find((each) => each.name === name)?.row;
  if (bands === undefined || row === undefined) return undefined;
  const rule = policy.rules.get(`${name}.${row}`) ?? policy.rules.get(name);
  const figure = findFigure(policy.lowering, bands.of, replay.context);
  const clauses = [...new Set([...(rule?.origin.clauses ?? []), ...bands.origin.clauses])];
  return {
    ...standing(
      `“${row}” applies, because ${figure.text} is ${sayFigure(figure.value, figure.type)}`,
      rule?.rule ?? name,
      clauses,
    ),
    figures: [figure],
  };
}

/** What the rule that asks has found so far: everything else in its condition holds, and this is missing. */
export function explainQuestion(opened: Case, question: Question): Standing | undefined {
  const { policy, replay } = opened;
  const rule = policy.rules.get(question.rule);
  const life = replay.lives.find(
    ({ procedure, instance }) => procedure.name === question.procedure && instance.key === question.instance,
  );
  if (rule === undefined) return undefined;
  const title = `“${question.question}” is asked for “${rule.title}”`;
  const condition = rule.condition ?? rule.guard;
  const { clauses } = rule.origin;
  if (condition === undefined) return { ...standing(title, question.rule, clauses), figures: [] };
  const context = life === undefined ? replay.context : { ...replay.context, instance: life.instance };
  const trace = traceCondition(policy.lowering, condition, context);
  const met = metParts(trace);
  const because = met.length === 0 ? "" : `, because ${wordList(met.map(sayTrace), "and")}`;
  return {
    ...standing(`${title}${because}; what follows hangs on the answer`, question.rule, clauses),
    trace,
    figures: figuresIn(trace),
  };
}

/** What already holds of a condition of which something is not known yet. */
function metParts(trace: Trace): readonly Trace[] {
  if (trace.holds === true) return [trace];
  return trace.kind === "and" ? trace.parts.flatMap(metParts) : [];
}

function explainCondition(
  { policy, replay }: Case,
  asked: {
    readonly title: string;
    readonly rule: string;
    readonly clauses: readonly string[];
    readonly condition: Parameters<typeof traceCondition>[1];
  },
  instance: Instance | undefined,
): Standing {
  const context = instance === undefined ? replay.context : { ...replay.context, instance };
  const trace = traceCondition(policy.lowering, asked.condition, context);
  return {
    ...standing(`${asked.title}, because ${sayTrace(trace)}`, asked.rule, asked.clauses),
    trace,
    figures: figuresIn(trace),
  };
}

function standing(sentence: string, rule: string, clauses: readonly string[]): Omit<Standing, "figures"> {
  return { sentence: upperFirst(`${sentence}${sayClauses(clauses)}.`), rule, clauses };
}
