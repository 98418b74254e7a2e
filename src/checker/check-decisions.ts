// Decisions that only people can make: the question, who answers it, within how long, by which tests (S28).

import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkLength } from "./check-lengths.ts";
import { checkRoles } from "./check-roles.ts";
import { answersOf } from "./own-names.ts";
import { nameMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import { namedOf } from "./named.ts";
import { about, originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";

export function checkDecision(outer: Scope, decision: Ast.Decision): Model.Decision {
  const name = decision.name.text;
  const scope = about(outer, name, `the decision \`${name}\``, decision);
  const what = `within how long \`${name}\` is decided`;
  const within = decision.within === undefined ? undefined : checkLength(scope, decision.within, "within", what);
  reportSameAnswers(scope, decision);
  return withoutUndefined({
    ...namedOf(scope, decision),
    title: decision.question.text,
    question: decision.question.text,
    by: checkRoles(scope, decision.by),
    within,
    tests: decision.tests.map((test) => ({ text: test.text.text, origin: originOf(scope, test) })),
    answers: answersOf(decision),
  });
}

function reportSameAnswers(scope: Scope, { answers }: Ast.Decision): void {
  answers.forEach((answer, index) => {
    const first = answers.find((each) => each.text === answer.text);
    if (first === undefined || answers.indexOf(first) === index) return;
    const labels = [{ span: first.span, text: "the first" }];
    scope.report(nameMessages.nameDeclaredTwice({ what: "answer", name: answer.text }, answer.span, { labels }));
  });
}
