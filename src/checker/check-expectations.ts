// What an example expects: a condition, an obligation, or a finding → the same with every name bound. A finding about
// something that is nowhere in the policy could never be found, so it is a fault and no harmless `expect no`.

import { suggestName } from "../diagnostics/did-you-mean.ts";
import type { Span } from "../source/text.ts";
import { assertNever } from "../support/assert-never.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkCode } from "./check-code-names.ts";
import { checkCondition } from "./check-conditions.ts";
import { checkMoment } from "./check-example-moments.ts";
import { checkSentence } from "./check-sentences.ts";
import { exampleMessages } from "./diagnostics.ts";
import type { CheckedExpectation } from "./example.ts";
import type * as Model from "./model.ts";
import { objectName } from "./objects.ts";
import type { Scope } from "./scope.ts";
import { walk } from "./walk-model.ts";
import { reportUnknownName } from "./unknown-names.ts";
import type { NameKind } from "./unknown-names.ts";

const calledOf: readonly string[] = ["morning", "afternoon", "name", "phone", "email"];

/** The questions that rules ask, worked out when an example first names one. */
export type Questions = () => ReadonlySet<string> | undefined;

export function checkExpectation(
  scope: Scope,
  item: Ast.ExampleExpectation,
  asked: Questions,
): readonly CheckedExpectation[] {
  const at = checkMoment(scope, item.at);
  const expectation = checkExpected(scope, item.expectation, asked);
  return at === undefined || expectation === undefined ? [] : [{ at, not: item.not, expectation, span: item.span }];
}

type Expected = CheckedExpectation["expectation"];

function checkExpected(scope: Scope, expected: Ast.Expectation, asked: Questions): Expected | undefined {
  switch (expected.kind) {
    case "condition": {
      const condition = checkCondition(scope, expected.condition);
      return condition === undefined ? undefined : { kind: "condition", condition };
    }
    case "obligation": {
      const sentence = checkSentence(scope, expected.sentence);
      return sentence === undefined
        ? undefined
        : withoutUndefined({ kind: "obligation" as const, state: expected.state, sentence });
    }
    case "finding":
      return checkFinding(scope, expected, asked);
    default:
      return assertNever(expected);
  }
}

type Finding = Extract<Ast.Expectation, { kind: "finding" }>;

function checkFinding(scope: Scope, { what, subject, of }: Finding, asked: Questions): Expected | undefined {
  if (subject.kind === "code") {
    return checkCode(scope, subject)
      ? withoutUndefined({ kind: "finding" as const, what, subject: subject.text, of: nameIn(of) })
      : undefined;
  }
  if (subject.kind === "text") {
    const questions = asked() ?? new Set<string>();
    if (questions.has(subject.text))
      return withoutUndefined({ kind: "finding" as const, what, subject: subject.text, of: nameIn(of) });
    const suggestion = suggestName(subject.text, questions, "questions");
    scope.report(exampleMessages.questionNotAsked({ question: subject.text, suggestion }, subject.span));
    return undefined;
  }
  const { kind, candidates } = subjectsOf(scope, what);
  if (!isKnown(scope, objectName(subject), subject.span, kind, candidates)) return undefined;
  const ofKnown = of === undefined || isKnown(scope, objectName(of), of.span, "owner", ownersOf(scope));
  return ofKnown
    ? withoutUndefined({ kind: "finding" as const, what, subject: objectName(subject), of: nameIn(of) })
    : undefined;
}

function nameIn(words: Ast.Words | undefined): string | undefined {
  return words === undefined ? undefined : objectName(words);
}

interface Subjects {
  readonly kind: NameKind;
  readonly candidates: readonly string[];
}

function subjectsOf({ names }: Scope, what: Finding["what"]): Subjects {
  const acts = [...names.acts.keys(), ...names.objects];
  switch (what) {
    case "asked":
      return { kind: "decision", candidates: [...names.decisions.keys()] };
    case "refused":
    case "overturned":
      return { kind: "finding", candidates: acts };
    case "missing": {
      const inDocuments = [...names.documents.values()].flatMap((document) => document.fields);
      return { kind: "field", candidates: [...names.fields.keys(), ...inDocuments] };
    }
    case "unfilled": {
      const roles = [...names.words.values()].filter(({ sort }) => sort === "role").map(({ name }) => name);
      return { kind: "role", candidates: roles };
    }
    case "unscheduled":
      return { kind: "duty", candidates: [...names.duties.keys()] };
    case "proposed":
    case "code":
      return { kind: "code", candidates: [...names.codes.keys()] };
    default:
      return assertNever(what);
  }
}

function ownersOf({ names }: Scope): readonly string[] {
  return [
    ...names.acts.keys(),
    ...names.objects,
    ...names.procedures.keys(),
    ...names.duties.keys(),
    ...[...names.procedures.values()].flatMap((procedure) => [...procedure.steps.keys()]),
    ...calledOf,
  ];
}

function isKnown(scope: Scope, name: string, span: Span, kind: NameKind, candidates: readonly string[]): boolean {
  if (candidates.includes(name)) return true;
  reportUnknownName(scope, kind, { text: name, span }, candidates);
  return false;
}

/** Everything that some rule leaves to a person to judge. */
export function questionsOf(model: Model.Model): ReadonlySet<string> {
  const questions = new Set<string>();
  walk(Object.values(model), (node) => {
    if (node.kind === "judged" && "question" in node) questions.add(node.question);
  });
  return questions;
}
