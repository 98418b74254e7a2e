// Moments as written: `day 10 of letter`, `end of term`, `5 school days after meeting` → the same with units and events known.
// A bare clock time means that time on the day the rule is read.

import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkEvent } from "./check-events.ts";
import { checkExtent } from "./check-lengths.ts";
import { ruleMessages, unitMessages } from "./diagnostics.ts";
import { checkLiteral, readWhole } from "./literals.ts";
import type * as Model from "./model.ts";
import { holeAt } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { checkPeriod, periodFromWords, phraseText } from "./units.ts";

/** `part` and `what` name the hole where the moment is unspecified: `deadline`, "by when the letter must be sent". */
export interface Unsaid {
  readonly part: string;
  readonly what: string;
}

export function checkMoment(scope: Scope, moment: Ast.Moment, unsaid: Unsaid): Model.MomentExpression | undefined {
  const { span } = moment;
  switch (moment.kind) {
    case "at":
      return checkAt(scope, moment.ref);
    case "end-of-day":
      return { kind: "end-of-day", span };
    case "next":
      return checkNext(scope, moment);
    case "day-of":
      return checkDayOf(scope, moment);
    case "counted":
      return checkCounted(scope, moment);
    case "choice": {
      const first = checkMoment(scope, moment.first, unsaid);
      const second = checkMoment(scope, moment.second, unsaid);
      if (first === undefined || second === undefined) return undefined;
      return { kind: "choice", which: moment.which, first, second, span };
    }
    case "bound":
      return checkBound(scope, moment);
    case "unspecified":
      return { kind: "hole", name: holeAt(scope, unsaid.part, unsaid.what, span), span };
    default:
      return assertNever(moment);
  }
}

type At = Extract<Ast.Moment, { kind: "at" }>["ref"];

/** A time, a date, something that happened, or a parameter that holds a time. */
export function checkAt(scope: Scope, ref: At): Model.MomentExpression | undefined {
  const { span } = ref;
  if (ref.kind === "time") {
    const time = checkLiteral(scope, ref);
    return time === undefined ? undefined : { kind: "clock", time, span };
  }
  if (ref.kind === "words" && phraseText(ref) === "today") return { kind: "today", span };
  const clock = ref.kind === "words" ? clockParameter(scope, ref) : undefined;
  if (clock !== undefined) return { kind: "clock", time: clock, span };
  const event = checkEvent(scope, ref);
  return event === undefined ? undefined : { kind: "event", event, span };
}

function clockParameter(scope: Scope, words: Ast.Words): Model.Value | undefined {
  const parameter = scope.names.parameters.get(phraseText(words));
  const type = parameter?.type();
  if (parameter === undefined || (type !== undefined && type.kind !== "time")) return undefined;
  return { kind: "parameter", name: parameter.name, type: { kind: "time" }, span: words.span };
}

const mornings: ReadonlyMap<string, "school-day" | "working-day"> = new Map<string, "school-day" | "working-day">([
  ["school morning", "school-day"],
  ["working morning", "working-day"],
]);

function checkNext(scope: Scope, moment: Extract<Ast.Moment, { kind: "next" }>): Model.MomentExpression | undefined {
  const text = phraseText(moment.unit);
  const unit = mornings.get(text);
  if (unit !== undefined) return { kind: "next-morning", unit, span: moment.span };
  const hint = "Write `next school morning` or `next working morning`.";
  const fixes = [...mornings.keys()].map((morning) => ({
    title: `write next ${morning}`,
    edits: [{ span: moment.unit.span, text: morning }],
  }));
  scope.report(
    unitMessages.unitDoesNotFit(
      { unit: `\`${text}\``, use: "only school and working mornings are known", hint },
      moment.unit.span,
      { fixes },
    ),
  );
  return undefined;
}

function checkDayOf(scope: Scope, moment: Extract<Ast.Moment, { kind: "day-of" }>): Model.MomentExpression | undefined {
  const n = readWhole(scope, moment.number, "days", moment.span);
  const of = isAbsence(moment.ref) ? ({ kind: "absence" } as const) : checkEvent(scope, moment.ref);
  if (n === undefined || of === undefined) return undefined;
  if (n > 0) return { kind: "day-of", n, of, span: moment.span };
  const hint = "The first day is day 1.";
  scope.report(ruleMessages.notAMoment({ words: "day 0", what: "before the first day", hint }, moment.span));
  return undefined;
}

function isAbsence(ref: Ast.Ref): boolean {
  return ref.kind === "words" && phraseText(ref) === "absence";
}

function checkCounted(
  scope: Scope,
  moment: Extract<Ast.Moment, { kind: "counted" }>,
): Model.MomentExpression | undefined {
  const length = checkExtent(scope, moment.length);
  const of = checkCountedFrom(scope, moment.ref);
  if (length === undefined || of === undefined) return undefined;
  return { kind: "counted", ...length, direction: moment.direction, of, span: moment.span };
}

/** `30 minutes after end of day`, or after something that happened. */
function checkCountedFrom(scope: Scope, ref: Extract<Ast.Moment, { kind: "counted" }>["ref"]): Model.Event | undefined {
  if (ref.kind === "end-of-day") return { kind: "bound", which: "end", period: "day", span: ref.span };
  if (ref.kind !== "bound") return checkEvent(scope, ref);
  const bound = checkBound(scope, ref);
  return bound?.kind === "event" ? bound.event : bound;
}

/** `end of term`; `start of` what the procedure lives on is its start. */
function checkBound(
  scope: Scope,
  moment: Extract<Ast.Moment, { kind: "bound" }>,
): Extract<Model.MomentExpression, { kind: "event" | "bound" }> | undefined {
  const { of, which, span } = moment;
  if (periodFromWords(phraseText(of)) === undefined && which === "start" && livesOn(scope, phraseText(of))) {
    return { kind: "event", event: { kind: "start", span }, span };
  }
  const period = checkPeriod(scope, of);
  return period === undefined ? undefined : { kind: "bound", which, period, span };
}

function livesOn({ anchor }: Scope, words: string): boolean {
  if (anchor === undefined) return false;
  return anchor.kind === words || (anchor.kind === "act" && anchor.act === words);
}
