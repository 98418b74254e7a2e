// A condition read again at the moment it was tested, part by part: what each part says, what it found, and the marks and
// records it rests on. It uses the same functions as the decision, so it cannot tell another story.

import { interpretCall } from "../backends/interpreter/interpret.ts";
import type * as Model from "../checker/model.ts";
import { lowerCondition, lowerValue, lowerWindow } from "../ir/lower-expressions.ts";
import type { Lowering } from "../ir/lower-expressions.ts";
import { rangeOf } from "../runtime/context.ts";
import type { Context } from "../runtime/context.ts";
import { unknownsOf } from "../runtime/logic.ts";
import { actsIn } from "../runtime/act-figures.ts";
import type { Windowing } from "../runtime/windows.ts";
import type { Figure, Read, Test } from "../runtime/program.ts";
import type { Day } from "../school/day.ts";
import type { Moment } from "../school/moment.ts";
import { spanText } from "../source/text.ts";
import type { Span } from "../source/text.ts";

export interface MarkFound {
  readonly day: Day;
  readonly half: "AM" | "PM";
  readonly code: string;
}

export interface RecordFound {
  readonly id: string;
  readonly act: string;
  readonly at: Moment;
}

export interface FigureFound {
  readonly text: string;
  readonly value: Figure | undefined;
  readonly type: Model.ValueType;
  /** First and last day looked at, where it looks at a window. */
  readonly window?: { readonly from: Day; readonly to: Day };
  /** The marks that were counted. */
  readonly marks: readonly MarkFound[];
  readonly records: readonly RecordFound[];
}

export interface Trace {
  readonly kind: Model.Condition["kind"];
  /** The condition as the policy has it. */
  readonly text: string;
  readonly holds: boolean | undefined;
  readonly left?: FigureFound;
  readonly right?: FigureFound;
  readonly records: readonly RecordFound[];
  /** The question that was put to a role and the answer looked for, where it is a judgement. */
  readonly judgement?: { readonly question: string; readonly answer: string };
  /** Why it is not known, in words. */
  readonly missing: readonly string[];
  readonly parts: readonly Trace[];
}

export function traceCondition(lowering: Lowering, condition: Model.Condition, context: Context): Trace {
  const test = interpretCall(lowerCondition(lowering, condition)) as Test;
  return {
    kind: condition.kind,
    text: oneLine(condition.span),
    holds: test(context),
    ...figuresOf(lowering, condition, context),
    records: recordsFor(lowering, condition, context),
    ...(condition.kind === "judged" ? { judgement: { question: condition.question, answer: condition.answer } } : {}),
    missing: unknownsOf(test, context).map((why) =>
      why.kind === "decision" ? why.question : why.kind === "hole" ? `the policy does not say: ${why.name}` : why.what,
    ),
    parts: partsOf(lowering, condition).map((part) => traceCondition(lowering, part, context)),
  };
}

function recordsFor(lowering: Lowering, condition: Model.Condition, context: Context): readonly RecordFound[] {
  if (condition.kind === "done") return recordsOf(lowering, condition.act, condition.object, condition.window, context);
  if (condition.kind === "during")
    return recordsOf(lowering, condition.act, condition.object, { kind: "ever" }, context);
  return condition.kind === "judged" ? recordsOf(lowering, "decide", condition.decision, undefined, context) : [];
}

export function oneLine(span: Span): string {
  return spanText(span).replace(/--.*$/gm, "").replace(/\s+/g, " ").trim();
}

function partsOf(lowering: Lowering, condition: Model.Condition): readonly Model.Condition[] {
  switch (condition.kind) {
    case "and":
    case "or":
    case "at-least-of":
      return condition.parts;
    case "not":
      return [condition.part];
    case "status": {
      const rule = lowering.model.statuses.get(condition.name)?.rule;
      return rule?.kind === "when" && !lowering.within.includes(condition.name) ? [rule.condition] : [];
    }
    default:
      return [];
  }
}

function figuresOf(
  lowering: Lowering,
  condition: Model.Condition,
  context: Context,
): { readonly left?: FigureFound; readonly right?: FigureFound } {
  if (condition.kind !== "compare") return {};
  return { left: findFigure(lowering, condition.left, context), right: findFigure(lowering, condition.right, context) };
}

export function findFigure(lowering: Lowering, value: Model.Value, context: Context): FigureFound {
  const read = interpretCall(lowerValue(lowering, value)) as Read;
  const figure: FigureFound = {
    text: oneLine(value.span),
    value: read(context),
    type: typeOf(value),
    marks: [],
    records: [],
  };
  if (value.kind === "acts")
    return { ...figure, records: recordsOf(lowering, value.act, value.object, value.window, context) };
  if (value.kind === "measure") return { ...figure, ...insideMeasure(lowering, value.name, context) };
  if (value.kind !== "rate" && value.kind !== "sessions" && value.kind !== "days") return figure;
  const event = value.kind === "days" ? undefined : value.at;
  return {
    ...figure,
    ...marksIn(
      lowering,
      value.of,
      value.window,
      context,
      event === undefined ? undefined : momentOfEvent(lowering, event, context),
    ),
  };
}

function momentOfEvent(lowering: Lowering, event: Model.Event, context: Context): Moment | undefined {
  const windowing = interpretCall(lowerWindow(lowering, { kind: "since", start: event })) as Windowing;
  const window = windowing(context);
  return window?.kind === "since" ? window.moment : undefined;
}

/** A measure of one row is explained by what it counts. */
function insideMeasure(lowering: Lowering, name: string, context: Context): Partial<FigureFound> {
  const rows = lowering.model.measures.get(name)?.rows ?? [];
  const only = rows.length === 1 ? rows[0] : undefined;
  if (only === undefined || only.value.kind === "measure") return {};
  const { window, marks, records } = findFigure(lowering, only.value, context);
  return { marks, records, ...(window === undefined ? {} : { window }) };
}

/** The sessions that count: of a share of attendance, the ones missed, since those are what an office asks about. */
function marksIn(
  lowering: Lowering,
  set: Model.SessionSet,
  window: Model.Window,
  context: Context,
  at: Moment | undefined,
): Partial<FigureFound> {
  const moment = at === undefined ? context : { ...context, now: at };
  const asked = (interpretCall(lowerWindow(lowering, window)) as Windowing)(moment);
  const range = asked === undefined ? undefined : rangeOf(moment, asked);
  if (range === undefined) return {};
  const { facts } = context;
  const { calendar, members, program } = facts.world;
  const shown = set.category === "attended" && set.codes.length === 0 ? program.absentSet : lowering.sets.indexOf(set);
  const marks: MarkFound[] = [];
  for (let session = range.from; session < range.to; session++) {
    const version = facts.sessions[session] as number;
    if (members[shown]?.[version] !== 1) continue;
    marks.push({
      day: calendar.sessionDay[session] as Day,
      half: calendar.sessionHalf[session] === 0 ? "AM" : "PM",
      code: program.codes[version - 1]?.code ?? "-",
    });
  }
  return { window: { from: range.fromDay, to: range.toDay }, marks };
}

function recordsOf(
  lowering: Lowering,
  act: string,
  object: string | undefined,
  window: Model.Window | undefined,
  context: Context,
): readonly RecordFound[] {
  const windowing = window === undefined ? undefined : (interpretCall(lowerWindow(lowering, window)) as Windowing);
  return (actsIn(context, act, object, windowing) ?? []).map(({ id, happened }) => ({ id, act, at: happened }));
}

function typeOf(value: Model.Value): Model.ValueType {
  switch (value.kind) {
    case "constant":
    case "parameter":
    case "field":
    case "measure":
    case "worth":
      return value.type;
    case "rate":
      return { kind: "percent" };
    case "sessions":
      return { kind: "quantity", unit: "session" };
    case "days":
      return { kind: "quantity", unit: "school-day" };
    case "longest-run":
      return { kind: "quantity", unit: value.unit };
    case "occasions":
    case "acts":
      return { kind: "quantity", unit: "occasion" };
    case "elapsed":
      return { kind: "quantity", unit: value.unit };
    case "attribute":
    case "ordinal":
    case "hole":
      return { kind: "number" };
  }
}
