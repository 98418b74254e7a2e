// Why does a status hold or not, a row of the bands apply, or a question wait? The rule's own condition, read at the moment asked.

import { wordList } from "../support/word-list.ts";
import type { Instance } from "../runtime/instance.ts";
import type { Question } from "../runtime/outcome.ts";
import { figureFound, traceOf } from "../runtime/trace.ts";
import type { FigureFound, Trace } from "../runtime/trace.ts";
import type { ConditionSketch } from "../runtime/sketch.ts";
import type { ReadCase } from "./reading.ts";
import { sayClauses, sayFigure, upperFirst } from "./say.ts";
import { figuresIn, sayTrace } from "./say-trace.ts";

/** What a rule comes to for the pupil now: a sentence, what it looked at, and the clauses it rests on. */
export interface Standing {
  readonly sentence: string;
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly trace?: Trace;
  readonly figures: readonly FigureFound[];
}

/** Undefined where the policy has no status of the name. */
export function explainStatus(opened: ReadCase, name: string): Standing | undefined {
  const { reading, outcome, world } = opened;
  const rule = reading.rule(ruleOf(world.program.statuses, name));
  const found = outcome.statuses.find((status) => status.name === name);
  if (rule === undefined || found === undefined) return undefined;
  const holds = found.holds === undefined ? "is not known" : found.holds ? "holds" : "does not hold";
  const read = { title: `“${rule.title}” ${holds}`, rule: rule.rule, clauses: rule.clauses };
  return rule.condition === undefined
    ? { ...standingOf(read.title, rule.rule, rule.clauses), figures: [] }
    : explainCondition(opened, { ...read, condition: rule.condition }, opened.replay.context.instance);
}

/** The row that applies, and the figure it is read from. Undefined where no row does. */
export function explainBand(opened: ReadCase, name: string): Standing | undefined {
  const { reading, outcome, replay, world } = opened;
  const table = ruleOf(world.program.bands, name);
  const bands = reading.rule(table);
  const row = outcome.bands.find((each) => each.name === name)?.row;
  if (bands?.figure === undefined || row === undefined) return undefined;
  const rule = reading.rule(`${table}.${row}`) ?? bands;
  const figure = figureFound(bands.figure, replay.context);
  const clauses = [...new Set([...rule.clauses, ...bands.clauses])];
  return {
    ...standingOf(
      `“${row}” applies, because ${figure.text} is ${sayFigure(figure.value, figure.type)}`,
      rule.rule,
      clauses,
    ),
    figures: [figure],
  };
}

/** A rule is mostly called what it is the rule of; not where two kinds of thing share a name. */
function ruleOf(list: readonly { readonly name: string; readonly rule: string }[], name: string): string {
  return list.find((each) => each.name === name)?.rule ?? name;
}

/** What the rule that asks has found so far: everything else in its condition holds, and this is missing. */
export function explainQuestion(opened: ReadCase, question: Question): Standing | undefined {
  const { reading, replay } = opened;
  const rule = reading.rule(question.rule);
  const life = replay.lives.find(
    ({ procedure, instance }) => procedure.name === question.procedure && instance.key === question.instance,
  );
  if (rule === undefined) return undefined;
  const title = `“${question.question}” is asked for “${rule.title}”`;
  const condition = rule.condition ?? rule.guard;
  const { clauses } = rule;
  if (condition === undefined) return { ...standingOf(title, question.rule, clauses), figures: [] };
  const context = life === undefined ? replay.context : { ...replay.context, instance: life.instance };
  const trace = traceOf(condition, context);
  const met = metParts(trace);
  const because = met.length === 0 ? "" : `, because ${wordList(met.map(sayTrace), "and")}`;
  return {
    ...standingOf(`${title}${because}; what follows hangs on the answer`, question.rule, clauses),
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
  { replay }: ReadCase,
  asked: {
    readonly title: string;
    readonly rule: string;
    readonly clauses: readonly string[];
    readonly condition: ConditionSketch;
  },
  instance: Instance | undefined,
): Standing {
  const context = instance === undefined ? replay.context : { ...replay.context, instance };
  const trace = traceOf(asked.condition, context);
  return {
    ...standingOf(`${asked.title}, because ${sayTrace(trace)}`, asked.rule, asked.clauses),
    trace,
    figures: figuresIn(trace),
  };
}

function standingOf(sentence: string, rule: string, clauses: readonly string[]): Omit<Standing, "figures"> {
  return { sentence: upperFirst(`${sentence}${sayClauses(clauses)}.`), rule, clauses };
}
