// Procedures and duties of the Model → the runtime's own: steps with lists of things to do, each with a rule name that
// explanations and citations go by.

import type * as Model from "../checker/model.ts";
import { assertNever } from "../support/assert-never.ts";
import type { DutySpecOf, OpOf, ProcedureOf, StepOf, TriggerOf } from "../runtime/program.ts";
import { call } from "./ir.ts";
import type { Call, Called } from "./ir.ts";
import { isStanding, lowerCondition, lowerEvent, lowerMoment, lowerValue } from "./lower-expressions.ts";
import type { Lowering } from "./lower-expressions.ts";
import type { RuleBook } from "./rules.ts";

export function lowerProcedure(lowering: Lowering, book: RuleBook, procedure: Model.Procedure): ProcedureOf<Called> {
  const { name, title, origin } = procedure;
  book.add({ rule: name, kind: "procedure", origin, title });
  const trigger = (rule: string, condition: Model.Condition, from: Model.Origin): TriggerOf<Called> => {
    book.add({ rule, kind: "condition", origin: from, title, condition });
    return lowerTrigger(lowering, rule, condition);
  };
  return {
    name,
    title,
    rule: name,
    clauses: origin.clauses,
    subject: procedure.anchor.kind === "school" || procedure.anchor.kind === "class" ? "school" : "pupil",
    anchor: lowerAnchor(lowering, procedure.anchor),
    changesApplyAtOnce: procedure.changesApplyAtOnce,
    startsAgain: procedure.startsAgain,
    anyOrder: procedure.anyOrder,
    ...(procedure.starts === undefined
      ? {}
      : { starts: trigger(`${name}.starts`, procedure.starts.condition, procedure.starts.origin) }),
    ends: procedure.ends.map(({ condition, outcome, origin: from }, index) => ({
      ...trigger(`${name}.ends.${index + 1}`, condition, from),
      ...(outcome === undefined ? {} : { outcome }),
    })),
    pauses: procedure.pauses.map(({ condition, origin: from }, index) =>
      trigger(`${name}.pauses.${index + 1}`, condition, from),
    ),
    steps: procedure.steps.map((step) => lowerStep(lowering, book, procedure, step)),
  };
}

function lowerTrigger(lowering: Lowering, rule: string, condition: Model.Condition): TriggerOf<Called> {
  const test = lowerCondition(lowering, condition);
  return { rule, test, standing: isStanding(test) };
}

function lowerAnchor(lowering: Lowering, anchor: Model.Anchor): ProcedureOf<Called>["anchor"] {
  if (anchor.kind === "absence")
    return { kind: "absence", set: lowering.sets.indexOf({ category: anchor.of, codes: anchor.codes }) };
  if (anchor.kind === "session")
    return { kind: "session", set: lowering.sets.indexOf({ category: "any", codes: anchor.codes }) };
  return anchor;
}

function lowerStep(lowering: Lowering, book: RuleBook, procedure: Model.Procedure, step: Model.Step): StepOf<Called> {
  const rule = `${procedure.name}.${step.name}`;
  book.add({
    rule,
    kind: "step",
    origin: step.origin,
    title: step.title,
    ...(step.trigger.kind === "when" ? { condition: step.trigger.condition } : {}),
    ...(step.guard === undefined ? {} : { guard: step.guard }),
  });
  const sameDay = step.trigger.kind === "on";
  return {
    name: step.name,
    title: step.title,
    rule,
    clauses: step.origin.clauses,
    trigger: lowerStepTrigger(lowering, procedure, step, rule),
    ...(step.guard === undefined ? {} : { guard: lowerCondition(lowering, step.guard) }),
    ops: lowerItems(lowering, book, step.items, rule, sameDay ? call("endOfDay") : undefined),
  };
}

function lowerStepTrigger(
  lowering: Lowering,
  procedure: Model.Procedure,
  step: Model.Step,
  rule: string,
): StepOf<Called>["trigger"] {
  const { trigger } = step;
  switch (trigger.kind) {
    case "start":
      return { kind: "start" };
    case "on":
      return { kind: "on", moment: lowerMoment(lowering, trigger.moment, "start") };
    case "after":
      return { kind: "after", step: procedure.steps.findIndex(({ name }) => name === trigger.step) };
    case "when":
      return { kind: "when", ...lowerTrigger(lowering, rule, trigger.condition) };
    default:
      return assertNever(trigger);
  }
}

/** `unsaid` is the deadline of a sentence that states none: the end of the day in an `on` step, the end of the period in a duty (S27). */
function lowerItems(
  lowering: Lowering,
  book: RuleBook,
  items: readonly Model.Item[],
  rule: string,
  unsaid: Call | undefined,
): readonly OpOf<Called>[] {
  return items.map((item, index) => lowerItem(lowering, book, item, `${rule}.${index + 1}`, unsaid));
}

function lowerItem(
  lowering: Lowering,
  book: RuleBook,
  item: Model.Item,
  rule: string,
  unsaid: Call | undefined,
): OpOf<Called> {
  switch (item.kind) {
    case "sentence":
      return lowerSentence(lowering, book, item, rule, unsaid);
    case "wait":
      book.add({ rule, kind: "wait", origin: item.origin, title: "wait" });
      return { op: "wait", rule, length: lowerValue(lowering, item.n), unit: item.unit };
    case "branch":
      book.add({ rule, kind: "condition", origin: item.origin, title: "if", condition: item.condition });
      return {
        op: "branch",
        rule,
        test: lowerCondition(lowering, item.condition),
        then: lowerItems(lowering, book, item.then, rule, unsaid),
        otherwise: lowerItems(lowering, book, item.otherwise, `${rule}.otherwise`, unsaid),
      };
    case "repeat":
      book.add({ rule, kind: "repeat", origin: item.origin, title: "repeat" });
      return {
        op: "repeat",
        rule,
        cadence: lowerCadence(lowering, item.cadence),
        ...(item.cap === undefined ? {} : { cap: item.cap }),
        body: lowerItems(lowering, book, item.body, rule, call("endOfDay")),
      };
    default:
      return assertNever(item);
  }
}

function lowerCadence(
  lowering: Lowering,
  cadence: Extract<Model.Item, { kind: "repeat" }>["cadence"],
): Extract<OpOf<Called>, { op: "repeat" }>["cadence"] {
  switch (cadence.kind) {
    case "each-school-day":
      return { kind: "each-school-day" };
    case "every":
      return {
        kind: "every",
        length: lowerValue(lowering, cadence.n),
        unit: cadence.unit,
        until: lowerCondition(lowering, cadence.until),
      };
    case "each-time": {
      const { event } = cadence;
      if (event.kind !== "act") return { kind: "each-time", act: "" };
      return { kind: "each-time", act: event.act, ...(event.object === undefined ? {} : { object: event.object }) };
    }
    default:
      return assertNever(cadence);
  }
}

function lowerSentence(
  lowering: Lowering,
  book: RuleBook,
  sentence: Model.Sentence,
  rule: string,
  unsaid: Call | undefined,
): DutySpecOf<Called> {
  const {
    actors,
    modal,
    act,
    object,
    to,
    with: along,
    through,
    using,
    recording,
    about,
    deadline,
    guard,
    origin,
  } = sentence;
  book.add({ rule, kind: "sentence", origin, title: act, sentence, ...(guard === undefined ? {} : { guard }) });
  const due = deadline === undefined ? unsaid : lowerDeadline(lowering, deadline);
  const plain = {
    object,
    to,
    with: along,
    using,
    about,
    due,
    guard: guard === undefined ? undefined : lowerCondition(lowering, guard),
  };
  return { op: "oblige", rule, clauses: origin.clauses, actors, modal, act, through, recording, ...withoutGaps(plain) };
}

function withoutGaps<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** A deadline that the text leaves open is none: the obligation stays open and the hole is reported. */
function lowerDeadline(lowering: Lowering, deadline: Model.Deadline): Call | undefined {
  if (deadline.kind === "within") {
    const of = deadline.of === undefined ? call("whenOpened") : lowerEvent(lowering, deadline.of, "start");
    return call("within", lowerValue(lowering, deadline.n), deadline.unit, of, deadline.closed);
  }
  if (deadline.moment.kind === "hole") return undefined;
  if (deadline.edge === "before") return call("before", lowerMoment(lowering, deadline.moment, "start"));
  return lowerMoment(lowering, deadline.moment, "end");
}

// ---------------------------------------------------------------- duties

/** A duty is a procedure of one step that lives on the period of its cadence (S33); without a cadence it cannot be scheduled. */
export function lowerDuty(lowering: Lowering, book: RuleBook, duty: Model.Duty): ProcedureOf<Called> | undefined {
  const { name, title, origin, every, anchor, items } = duty;
  book.add({ rule: name, kind: "duty", origin, title });
  if (every.kind === "hole") return undefined;
  const unsaid = every.kind === "period" ? call("periodBound", "end", every.unit) : undefined;
  const body = lowerItems(lowering, book, items, `${name}.due`, unsaid);
  const ops: readonly OpOf<Called>[] =
    every.kind === "period"
      ? body
      : [
          {
            op: "repeat",
            rule: `${name}.due`,
            cadence: {
              kind: "every",
              length: call("constant", every.n),
              unit: every.unit,
              until: call("not", call("always")),
            },
            body,
          },
        ];
  return {
    name,
    title,
    rule: name,
    clauses: origin.clauses,
    subject: anchor.kind === "school" || anchor.kind === "class" ? "school" : "pupil",
    anchor: every.kind === "period" ? { kind: "period", unit: every.unit } : lowerAnchor(lowering, anchor),
    changesApplyAtOnce: true,
    startsAgain: false,
    anyOrder: false,
    ends: [],
    pauses: [],
    steps: [{ name: "due", title, rule: `${name}.due`, clauses: origin.clauses, trigger: { kind: "start" }, ops }],
  };
}
