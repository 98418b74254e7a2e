// A bare phrase that holds or does not: `contact made today`, `letter done`, `away`, `looked-after`, `exceptional` → a condition.

import { spanText } from "../source/text.ts";
import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { reportAnswerUnsaid } from "./check-judged.ts";
import { canonicalRoles } from "./check-roles.ts";
import { reportNoCondition } from "./no-condition.ts";
import { mayHaveNoTime } from "./no-time.ts";
import { checkWindow } from "./check-windows.ts";
import { ruleMessages, unitMessages } from "./diagnostics.ts";
import { findMeaning } from "./meanings.ts";
import type { Meaning } from "./meanings.ts";
import type * as Model from "./model.ts";
import type { Scope } from "./scope.ts";
import type { StepMeaning } from "./steps.ts";
import { reportSharedStep } from "./suggestions.ts";
import { partsOf, phraseText } from "./units.ts";

export function checkHolds(scope: Scope, phrase: Ast.Phrase): Model.Condition | undefined {
  const { span, words } = phrase;
  const meaning = findMeaning(scope, partsOf(words));
  if (meaning === undefined || phrase.of !== undefined) return reportNoCondition(scope, phrase, meaning);
  switch (meaning.kind) {
    case "act":
      return checkDone(scope, phrase, meaning);
    case "step":
      return checkStepState(scope, phrase, meaning);
    case "shared-step":
      reportSharedStep(scope, meaning, words.span);
      return undefined;
    case "session-now":
      return mayHaveNoCourse(scope, phrase) ? { kind: "session-now", of: meaning.of, span } : undefined;
    case "arrived":
      return mayHaveNoTime(scope, phrase, "it is asked of today") ? { kind: "arrived", span } : undefined;
    case "named":
      return checkNamed(scope, phrase, meaning);
    case "strange-object":
    case "rate":
    case "session-phrase":
    case "unit":
    case "bare-day":
    case "start":
    case "today":
    case "attribute":
    case "several":
      return reportNoCondition(scope, phrase, meaning);
    default:
      return assertNever(meaning);
  }
}

function checkDone(
  scope: Scope,
  phrase: Ast.Phrase,
  { act, object }: Extract<Meaning, { kind: "act" }>,
): Model.Condition | undefined {
  const done = { kind: "done", act, span: phrase.span, ...(object === undefined ? {} : { object }) } as const;
  if (phrase.at !== undefined) return mayHaveNoTime(scope, phrase, "an act has a moment of its own") ? done : undefined;
  if (phrase.window === undefined) return done;
  const window = checkWindow(scope, phrase.window);
  return window === undefined ? undefined : { ...done, window };
}

function checkStepState(
  scope: Scope,
  phrase: Ast.Phrase,
  { procedure, step, state }: Extract<StepMeaning, { kind: "step" }>,
): Model.Condition | undefined {
  if (!mayHaveNoTime(scope, phrase, "a step is read as it stands")) return undefined;
  const { span } = phrase;
  if (state !== undefined && state !== "due") return { kind: "step", procedure, step, state, span };
  const words = phraseText(phrase.words);
  const plain = state === "due" ? words.replace(/ due$/, "") : words;
  const fixes = ["done", "opened", "overdue"].map((wanted) => ({
    title: `write ${plain} ${wanted}`,
    edits: [{ span: phrase.words.span, text: `${plain} ${wanted}` }],
  }));
  const what = state === "due" ? "the moment a step is due" : "a step";
  const hint = `Write \`${plain} done\`, \`${plain} opened\` or \`${plain} overdue\`.`;
  scope.report(ruleMessages.neitherHoldsNorFails({ words, what, hint }, phrase.words.span, { fixes }));
  return undefined;
}

/** `absent` speaks of the session now; over a stretch of time sessions are counted. */
function mayHaveNoCourse(scope: Scope, phrase: Ast.Phrase): boolean {
  if (phrase.window === undefined) return mayHaveNoTime(scope, phrase, "it is asked of the session now");
  const words = phraseText(phrase.words);
  const why = `\`${words}\` alone is asked of the session now`;
  const hint = `Count instead, as in \`count of ${words} sessions this week at least 1 session\`.`;
  scope.report(
    unitMessages.windowDoesNotFit({ window: spanText(phrase.window.span), words, why, hint }, phrase.window.span),
  );
  return false;
}

function checkNamed(
  scope: Scope,
  phrase: Ast.Phrase,
  meaning: Extract<Meaning, { kind: "named" }>,
): Model.Condition | undefined {
  const { name } = meaning.declared;
  const { span } = phrase;
  switch (meaning.sort) {
    case "status":
      return mayHaveNoTime(scope, phrase, "a status is read as it stands") ? { kind: "status", name, span } : undefined;
    case "flag":
    case "group":
      return mayHaveNoTime(scope, phrase, "it is read as it stands") ? { kind: "flag", name, span } : undefined;
    case "decision":
      return mayHaveNoTime(scope, phrase, "the newest answer counts") ? answeredYes(scope, phrase, name) : undefined;
    case "measure":
    case "parameter":
    case "bands":
    case "field":
    case "reason":
    case "channel":
    case "service":
    case "role":
    case "document":
    case "procedure":
    case "duty":
      return reportNoCondition(scope, phrase, meaning);
    default:
      return assertNever(meaning.sort);
  }
}

function answeredYes(scope: Scope, phrase: Ast.Phrase, name: string): Model.Condition | undefined {
  const decision = scope.names.decisions.get(name);
  if (decision === undefined) return undefined;
  const { question, answers } = decision;
  const by = canonicalRoles(scope.names, decision.by);
  if (!answers.includes("yes")) return reportAnswerUnsaid(scope, decision, phrase.span);
  return { kind: "judged", decision: name, question, by, answer: "yes", span: phrase.span };
}
