// A condition read again at the moment it was tested, part by part: what each part says, what it found, and the marks and
// records it rests on. It uses the functions that decided, so it cannot tell another story.

import type { Day } from "../school/day.ts";
import type { Moment } from "../school/moment.ts";
import type { FigureType } from "../units/figure-type.ts";
import { actsIn } from "./act-figures.ts";
import { rangeOf } from "./context.ts";
import type { Context } from "./context.ts";
import { unknownsOf } from "./logic.ts";
import type { Figure } from "./program.ts";
import type { ActsSketchOf, ConditionSketch, FigureSketch, RunningSketch } from "./sketch.ts";

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
  readonly type: FigureType;
  /** First and last day looked at, where it looks at a window. */
  readonly window?: { readonly from: Day; readonly to: Day };
  /** The marks that were counted. */
  readonly marks: readonly MarkFound[];
  readonly records: readonly RecordFound[];
}

export interface Trace {
  readonly kind: string;
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

export function traceOf(sketch: ConditionSketch, context: Context): Trace {
  const { kind, text, test, acts, judgement, left, right, parts } = sketch;
  const holds = test(context);
  const records = acts === undefined ? [] : recordsOf(acts, context);
  // Of several records those by which alone it would hold: a call at 11:15 is no reason why one was made by 09:30.
  const enough =
    holds === true && acts !== undefined
      ? records.filter(({ id }) => test(withOnly(acts.act, id, context)) === true)
      : [];
  return {
    kind,
    text,
    holds,
    ...(left === undefined || right === undefined
      ? {}
      : { left: figureFound(left, context), right: figureFound(right, context) }),
    records: enough.length === 0 ? records : enough,
    ...(judgement === undefined ? {} : { judgement }),
    missing: unknownsOf(test, context).map((why) =>
      why.kind === "decision" ? why.question : why.kind === "hole" ? `the policy does not say: ${why.name}` : why.what,
    ),
    parts: parts.map((part) => traceOf(part, context)),
  };
}

function withOnly(act: string, id: string, context: Context): Context {
  const { acts } = context.facts;
  const only = (acts.get(act) ?? []).filter((record) => record.id === id);
  return { ...context, facts: { ...context.facts, acts: new Map([...acts, [act, only]]) } };
}

export function figureFound(sketch: FigureSketch, context: Context): FigureFound {
  const { text, type, read, acts, marks, inside } = sketch;
  const figure = { text, value: read(context), type, marks: [], records: [] };
  if (acts !== undefined) return { ...figure, records: recordsOf(acts, context) };
  if (inside !== undefined) {
    const found = figureFound(inside, context);
    const { window, marks: counted, records } = found;
    return { ...figure, marks: counted, records, ...(window === undefined ? {} : { window }) };
  }
  return marks === undefined ? figure : { ...figure, ...marksIn(marks, context) };
}

/** The sessions that count: of a share of attendance, the ones missed, since those are what an office asks about. */
function marksIn({ set, window, at }: NonNullable<FigureSketch["marks"]>, context: Context): Partial<FigureFound> {
  const since = at?.(context);
  const moment = since?.kind === "since" ? { ...context, now: since.moment } : context;
  const asked = window(moment);
  const range = asked === undefined ? undefined : rangeOf(moment, asked);
  if (range === undefined) return {};
  const { facts } = context;
  const { calendar, members, program } = facts.world;
  const marks: MarkFound[] = [];
  for (let session = range.from; session < range.to; session++) {
    const version = facts.sessions[session] as number;
    if (members[set]?.[version] !== 1) continue;
    marks.push({
      day: calendar.sessionDay[session] as Day,
      half: calendar.sessionHalf[session] === 0 ? "AM" : "PM",
      code: program.codes[version - 1]?.code ?? "-",
    });
  }
  return { window: { from: range.fromDay, to: range.toDay }, marks };
}

function recordsOf({ act, object, window }: ActsSketchOf<RunningSketch>, context: Context): readonly RecordFound[] {
  return (actsIn(context, act, object, window) ?? []).map(({ id, happened }) => ({ id, act, at: happened }));
}
