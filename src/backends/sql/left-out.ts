// What a query leaves out → diagnostics at their places in the policy: what SQL cannot follow, and what the register does not decide.

import type { Model } from "../../checker/model.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Ir } from "../../ir/ir.ts";
import type { Beyond } from "../../ir/register-part.ts";
import type { Rule } from "../../ir/rules.ts";
import type { Span } from "../../source/text.ts";
import { assertNever } from "../../support/assert-never.ts";
import { Bug } from "../../support/bug.ts";
import type { Refused } from "./decide.ts";
import { needMessages, queryMessages } from "./diagnostics.ts";
import type { HindranceCode } from "./hindrance.ts";

/** A policy that runs, as a draft of it has it. */
export interface WrittenPolicy {
  readonly ir: Ir;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly model: Pick<Model, "words" | "layers">;
}

type Say = (args: { readonly subject: string; readonly why: string }, span: Span) => Diagnostic;

const hindrances: Readonly<Record<HindranceCode, Say>> = {
  "query-pauses": queryMessages.queryPauses,
  "query-starts-again": queryMessages.queryStartsAgain,
  "query-wakes-between": queryMessages.queryWakesBetween,
  "query-if-not-known": queryMessages.queryIfNotKnown,
  "query-step-order": queryMessages.queryStepOrder,
  "query-not-counted": queryMessages.queryNotCounted,
  "query-length-open": queryMessages.queryLengthOpen,
  "query-value": queryMessages.queryValue,
  "query-group": queryMessages.queryGroup,
  "query-beyond-register": queryMessages.queryBeyondRegister,
};

/**
 * Everything of the policy that is not in its query: `refused` is what `sqlFor` gave, `beyond` what `registerPart` did. Where the
 * clock of a group is not known nothing is in the query, and that is said of the group alone.
 */
export function leftOut(
  { refused, beyond }: { readonly refused: readonly Refused[]; readonly beyond: readonly Beyond[] },
  policy: WrittenPolicy,
): readonly Diagnostic[] {
  const clock = refused.filter(({ what }) => what === "group");
  const told = beyond.some(({ what }) => what === "group") ? [] : clock.length > 0 ? clock : refused;
  return [
    ...told.map(({ rule, what, code, why }) =>
      hindrances[code]({ subject: subject(what, rule), why }, spanOf(policy, rule)),
    ),
    ...beyond.map((each) => need(each, policy)),
  ];
}

function need({ rule, what, why }: Beyond, policy: WrittenPolicy): Diagnostic {
  const span = spanOf(policy, rule);
  const args = { subject: subject(what, rule) };
  switch (why.kind) {
    case "log":
      return needMessages.queryNeedsLog(args, span);
    case "judgement": {
      const { by = [], question = why.decision } = policy.ir.decisions.get(why.decision) ?? {};
      return needMessages.queryNeedsDecision({ ...args, who: by.join(" or "), question }, span);
    }
    case "arrivals":
      return needMessages.queryNeedsArrivals(args, span);
    case "other-pupils":
      return needMessages.queryNeedsOtherPupils(args, span);
    case "another-moment":
      return needMessages.queryNeedsAnotherMoment(args, span);
    case "people":
      return needMessages.queryNeedsPeople(args, span);
    case "step":
      return needMessages.queryNeedsSteps({ ...args, steps: stepsIn(why) }, span);
    case "school":
      return needMessages.queryAboutSchool(args, span);
    case "group":
      return needMessages.queryNeedsGroup({ ...args, group: why.group }, span);
    default:
      return assertNever(why);
  }
}

function stepsIn({ procedure, step }: { readonly procedure: string; readonly step?: string }): string {
  return step === undefined ? `the steps of \`${procedure}\`` : `the step \`${step}\` of \`${procedure}\``;
}

function subject(what: Beyond["what"], rule: string): string {
  return `The ${what === "band" ? "table of bands" : what === "obligation" ? "sentence" : what} \`${rule}\``;
}

/** A rule has its place; of a group it is where the word is declared. What has none of its own is told at the head of the policy. */
function spanOf({ rules, model }: WrittenPolicy, rule: string): Span {
  const origin = rules.get(rule)?.origin ?? model.words.get(rule)?.origin;
  const span = origin?.span ?? model.layers.at(-1)?.span;
  if (span === undefined) throw new Bug(`a policy without a layer: ${rule}`);
  return span;
}
