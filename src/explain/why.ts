// Why is this owed? One sentence, a card, and the whole trace, read again from the rule at the moment it opened.

import type { Context } from "../runtime/context.ts";
import type { Instance } from "../runtime/instance.ts";
import type { Obligation } from "../runtime/outcome.ts";
import type { Procedure, Step } from "../runtime/program.ts";
import { traceOf } from "../runtime/trace.ts";
import type { FigureFound, Trace } from "../runtime/trace.ts";
import type { Moment } from "../school/moment.ts";
import type { Life } from "../runtime/life.ts";
import type { ReadCase } from "./reading.ts";
import { sayAnchor } from "./say-anchor.ts";
import { sayClauses, sayObligation, upperFirst } from "./say.ts";
import { figuresIn, sayTrace } from "./say-trace.ts";

export interface Reason {
  /** `started` the procedure, `opened` the step, or let the sentence through its `if`. */
  readonly what: "started" | "opened" | "applies";
  readonly at: Moment;
  readonly trace: Trace;
}

export interface Explanation {
  readonly sentence: string;
  readonly card: Card;
  readonly reasons: readonly Reason[];
}

export interface Card {
  readonly procedure: string;
  readonly step: string;
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly file: string;
  readonly line: number;
  readonly state: Obligation["state"];
  readonly opened: Moment;
  readonly due?: Moment;
  readonly figures: readonly FigureFound[];
  /** The record that the procedure lives on, or that completed the obligation. */
  readonly records: readonly string[];
}

export function explainObligation(opened: ReadCase, obligation: Obligation): Explanation {
  const { reading, replay } = opened;
  const life = replay.lives.find(
    ({ procedure, instance }) => procedure.name === obligation.procedure && instance.key === obligation.instance,
  );
  const rule = reading.rule(obligation.rule);
  const reasons = life === undefined ? [] : reasonsFor(opened, obligation, life.instance);
  const clauses = clausesOf(opened, obligation);
  // What is still to come is shown whether or not its `if` holds by now.
  const isAhead = obligation.state === "upcoming";
  const met = reasons.filter(({ trace }) => !isAhead || trace.holds === true);
  const ifs = reasons.filter((reason) => !met.includes(reason)).map(({ trace }) => `, ${ifWords(trace)}`);
  const because =
    met.length === 0 ? begunBecause(opened, obligation, life) : met.map(({ trace }) => sayTrace(trace)).join("; ");
  return {
    sentence: upperFirst(
      `${sayObligation(reading.titles, obligation)}${ifs.join("")}, because ${because}${sayClauses(clauses)}.`,
    ),
    card: {
      procedure: obligation.procedure,
      step: obligation.step,
      rule: obligation.rule,
      clauses,
      file: rule?.file ?? "",
      line: rule?.line ?? 0,
      state: obligation.state,
      opened: obligation.opened,
      ...(obligation.due === undefined ? {} : { due: obligation.due }),
      figures: reasons.flatMap(({ trace }) => figuresIn(trace)),
      records: [life?.instance.record?.id, obligation.doneBy].filter((id) => id !== undefined),
    },
    reasons,
  };
}

/** The words after `unless` hold by not being so. */
export function ifWords({ kind, text }: Trace): string {
  return kind === "not" && !text.startsWith("not ") ? `unless ${text}` : `if ${text}`;
}

/** Clauses of the sentence, its step and its procedure, the closest first. */
function clausesOf({ reading }: ReadCase, obligation: Obligation): readonly string[] {
  const around = [`${obligation.procedure}.${obligation.step}`, obligation.procedure].flatMap(
    (name) => reading.rule(name)?.clauses ?? [],
  );
  return [...new Set([...obligation.clauses, ...around])];
}

function reasonsFor(opened: ReadCase, obligation: Obligation, instance: Instance): readonly Reason[] {
  const [start, ...others] = testsFor(obligation, instance);
  const procedure = opened.world.program.procedures.find(({ name }) => name === obligation.procedure);
  return [
    ...(start === undefined ? [] : reasonOf(opened, start, instance)),
    ...(procedure === undefined ? [] : stepBefore(procedure, obligation.step, instance)),
    ...others.flatMap((test) => reasonOf(opened, test, instance)),
  ];
}

/** Something that had to hold for an obligation to be opened, and when. */
export interface ReasonTest {
  readonly what: Reason["what"];
  readonly at: Moment;
  readonly rule: string;
  readonly part: "condition" | "guard";
}

/** What had to hold, in the order in which it did: first what started the procedure. Not every rule has each part. */
export function testsFor(obligation: Obligation, instance: Instance): readonly ReasonTest[] {
  const opened = instance.steps.get(obligation.step)?.opened ?? obligation.opened;
  const step = `${obligation.procedure}.${obligation.step}`;
  return [
    {
      what: "started",
      at: instance.started ?? instance.begun,
      rule: `${obligation.procedure}.starts`,
      part: "condition",
    },
    { what: "opened", at: opened, rule: step, part: "condition" },
    { what: "opened", at: opened, rule: step, part: "guard" },
    { what: "applies", at: obligation.opened, rule: obligation.rule, part: "guard" },
  ];
}

/** What the test found in a case; nothing where the rule has no such part. */
export function reasonOf(
  { reading, replay }: ReadCase,
  { what, at, rule, part }: ReasonTest,
  instance: Instance,
): readonly Reason[] {
  const condition = reading.rule(rule)?.[part];
  if (condition === undefined) return [];
  const context: Context = { ...replay.context, now: at, from: at, instance };
  return [{ what, at, trace: traceOf(condition, context) }];
}

/** The step that has to be done before another opens, if any. */
export function precedingStep({ steps }: Procedure, name: string): Step | undefined {
  const place = steps.findIndex((step) => step.name === name);
  const trigger = steps[place]?.trigger;
  return trigger?.kind === "after" ? steps[trigger.step] : trigger?.kind === "when" ? steps[place - 1] : undefined;
}

/** The step that had to be done first, and when it was. */
function stepBefore(procedure: Procedure, name: string, instance: Instance): readonly Reason[] {
  const before = precedingStep(procedure, name);
  const at = before === undefined ? undefined : instance.steps.get(before.name)?.done;
  if (before === undefined || at === undefined) return [];
  const trace: Trace = {
    kind: "step",
    text: `“${before.title}” was done`,
    holds: true,
    records: [{ id: before.name, act: before.name, at }],
    missing: [],
    parts: [],
  };
  return [{ what: "opened", at, trace }];
}

/** Nothing was tested: it follows from the thing itself, such as an absence, a request or the time of year. */
function begunBecause(opened: ReadCase, obligation: Obligation, life: Life | undefined): string {
  const about = life === undefined ? "" : sayAnchor(opened, life.procedure, life.instance);
  switch (about === "" ? undefined : life?.procedure.anchor.kind) {
    case "absence":
      return `the pupil is ${about}`;
    case "session":
      return `of ${about}`;
    case "period":
      return `it is due ${about}`;
    case undefined:
      return `it is part of “${opened.reading.rule(obligation.procedure)?.title ?? obligation.procedure}”`;
    default:
      return `of this: ${about}`;
  }
}
