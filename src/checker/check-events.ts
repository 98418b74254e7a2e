// Words and dates that name something with a moment → events: an act done, a step, a field that holds a date, the start.
// Which record of several is meant is decided when the policy runs; here only that there is such a thing.

import { parseMoment } from "../school/moment.ts";
import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { nameMessages, ruleMessages } from "./diagnostics.ts";
import { describeMeaning } from "./kind-words.ts";
import { noSuchDate, readDay } from "./literals.ts";
import { findAct, findMeaning } from "./meanings.ts";
import type { Meaning } from "./meanings.ts";
import type * as Model from "./model.ts";
import type { Scope } from "./scope.ts";
import { findStep } from "./steps.ts";
import type { StepMeaning } from "./steps.ts";
import { offer, reportSharedStep, reportStrangeObject } from "./suggestions.ts";
import { partsOf, phraseText } from "./units.ts";

export function checkEvent(scope: Scope, ref: Ast.Ref): Model.Event | undefined {
  switch (ref.kind) {
    case "date": {
      const day = readDay(scope, ref);
      return day === undefined ? undefined : { kind: "date", day, span: ref.span };
    }
    case "date-time": {
      const moment = parseMoment(ref.text);
      if (moment === undefined) scope.report(noSuchDate(ref.text, ref.span));
      return moment === undefined ? undefined : { kind: "moment", moment, span: ref.span };
    }
    case "words":
      return checkEventWords(scope, ref);
    default:
      return assertNever(ref);
  }
}

/** Acts first, then steps, then a field that holds a date; a step's bare name is the moment it was done. */
export function checkEventWords(scope: Scope, words: Ast.Words): Model.Event | undefined {
  const parts = partsOf(words);
  const { span } = words;
  const act = findAct(scope, parts);
  if (act?.kind === "act") return actEvent(act, words);
  const step = findStep(scope, parts);
  if (step !== undefined) return stepEvent(scope, step, words);
  const text = phraseText(words);
  const named = scope.names.acts.get(text);
  if (named !== undefined) return { kind: "act", act: named.name, span };
  if (text === "start") return { kind: "start", span };
  const field = scope.names.fields.get(text);
  if (field?.type === "date") return { kind: "field", field: field.name, span };
  const parameter = scope.names.parameters.get(text);
  const type = parameter?.type();
  if (parameter !== undefined && type?.kind === "date") return { kind: "parameter", name: text, type, span };
  reportNoEvent(scope, words, act ?? findMeaning(scope, parts));
  return undefined;
}

function actEvent(act: Extract<Meaning, { kind: "act" }>, { span }: Ast.Words): Model.Event {
  return { kind: "act", act: act.act, ...(act.object === undefined ? {} : { object: act.object }), span };
}

function stepEvent(scope: Scope, step: StepMeaning, words: Ast.Words): Model.Event | undefined {
  if (step.kind === "shared-step") {
    reportSharedStep(scope, step, words.span);
    return undefined;
  }
  const { procedure, step: name, state = "done" } = step;
  if (state !== "overdue") return { kind: "step", procedure, step: name, when: state, span: words.span };
  const hint = `Write \`${name} due\` for the moment from which it is overdue.`;
  scope.report(ruleMessages.notAMoment({ words: phraseText(words), what: "a state that lasts", hint }, words.span));
  return undefined;
}

function reportNoEvent(scope: Scope, words: Ast.Words, meaning: Meaning | undefined): void {
  const text = phraseText(words);
  if (meaning?.kind === "strange-object") return reportStrangeObject(scope, meaning.object, words);
  if (meaning === undefined) {
    const { suggestion, fixes } = offer(scope, words, "event");
    return scope.report(nameMessages.unknownEvent({ words: text, suggestion }, words.span, { fixes }));
  }
  const what = describeMeaning(meaning);
  scope.report(ruleMessages.notAMoment({ words: text, what, hint: momentHint(text, meaning) }, words.span));
}

function momentHint(text: string, meaning: Meaning): string {
  if (meaning.kind === "named" && meaning.sort === "document")
    return `Say what happened to it, as in \`${text} sent\`.`;
  if (meaning.kind === "named" && meaning.sort === "field") {
    return `Only a field that holds a date has a moment: let its act record \`${text} as date\`.`;
  }
  return "Name an act that was done, a step, a date, or a field that holds a date.";
}
