// `judged "genuine" by headteacher`, `judged exceptional by headteacher` → a condition that waits for a person's answer (S28).

import type { Span } from "../source/text.ts";
import { suggestName } from "../diagnostics/did-you-mean.ts";
import { wordList } from "../support/word-list.ts";
import type * as Ast from "../syntax/ast.ts";
import { canonicalRoles, checkRoles } from "./check-roles.ts";
import { ruleMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import type { DecisionName } from "./names.ts";
import type { Scope } from "./scope.ts";
import { replaceFixes, reportUnknownName } from "./unknown-names.ts";

type Judged = Extract<Ast.Condition, { kind: "judged" }>;

export function checkJudged(scope: Scope, judged: Judged): Model.Condition | undefined {
  const by = checkRoles(scope, judged.by);
  const { question, span } = judged;
  if (question.kind === "text") {
    return { kind: "judged", decision: question.text, question: question.text, by, answer: "yes", span };
  }
  const decision = scope.names.decisions.get(question.text);
  if (decision === undefined) return reportUnknownName(scope, "decision", question, scope.names.decisions.keys());
  const deciders = canonicalRoles(scope.names, decision.by);
  reportStrangers(scope, judged.by, by, decision, deciders);
  if (!decision.answers.includes("yes")) return reportAnswerUnsaid(scope, decision, span);
  return {
    kind: "judged",
    decision: decision.name,
    question: decision.question,
    by: by.length === 0 ? deciders : by,
    answer: "yes",
    span,
  };
}

/** Only those who decide it by its declaration may be asked. */
function reportStrangers(
  scope: Scope,
  names: readonly Ast.Name[],
  by: readonly string[],
  decision: DecisionName,
  deciders: readonly string[],
): void {
  by.forEach((role, index) => {
    if (deciders.includes(role)) return;
    const args = { role, decision: decision.name, by: wordList(deciders, "or") };
    const labels = [{ span: decision.span, text: "the decision is declared here" }];
    scope.report(ruleMessages.mayNotDecide(args, names[index]?.span ?? decision.span, { labels }));
  });
}

export function reportNotAnswer(scope: Scope, answer: string, decision: DecisionName, span: Span): undefined {
  const suggestion = suggestName(answer, decision.answers, "answers");
  const fixes = replaceFixes(span, answer, decision.answers);
  scope.report(ruleMessages.notAnAnswer({ answer, decision: decision.name, suggestion }, span, { fixes }));
  return undefined;
}

/** A decision's bare name asks whether it was yes; where yes is no answer, each of its answers is offered. */
export function reportAnswerUnsaid(scope: Scope, { name, answers }: DecisionName, span: Span): undefined {
  const fixes = answers.map((answer) => ({
    title: `write ${name} is ${answer}`,
    edits: [{ span, text: `${name} is ${answer}` }],
  }));
  const args = { decision: name, answer: answers[0] ?? "yes", answers: wordList(answers, "and") };
  scope.report(ruleMessages.answerNotSaid(args, span, { fixes }));
  return undefined;
}
