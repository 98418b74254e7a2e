// A difference between what was decided then and what would have been → what is to be said of it.

import type { Case } from "../explain/case.ts";
import { sayAct, sayClauses, sayDeadline, sayFigure, sayObligation, sayParties, upperFirst } from "../explain/say.ts";
import { explainBand, explainStatus } from "../explain/why-standing.ts";
import { explainObligation } from "../explain/why.ts";
import { parentName } from "../morning/items.ts";
import { clausesFor, sayWhy } from "../morning/say-why.ts";
import type { Figure } from "../runtime/program.ts";
import type { Irregularity, Obligation, Question } from "../runtime/outcome.ts";
import { oneLine } from "../source/one-line.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import { actedOnObligation, answersTo, recordsNamed, sayState, standsNow } from "./acted-on.ts";
import type { Since } from "./acted-on.ts";
import { isMetEitherWay } from "./differences.ts";
import type { Difference } from "./differences.ts";
import type { Finding } from "./hindsight.ts";
import { whyNotThere } from "./why-otherwise.ts";

export type Said = Omit<Finding, "turnedBy" | "turnedByOthers">;

/** The same pupil at the same moment: as it was known then, and had the late facts been known. */
export interface BothCases {
  readonly then: Case;
  readonly hindsight: Case;
}

export function sayDifference(difference: Difference, cases: BothCases, since: Since): Said {
  switch (difference.kind) {
    case "obligation":
      return sayObligationOf(difference, cases, since);
    case "question":
      return sayQuestion(difference, cases, since);
    case "refusal":
      return sayRefusal(difference, cases);
    case "status":
    case "band":
    case "measure":
      return sayStanding(difference, cases);
  }
}

// ---------------------------------------------------------------- what is asked of people

function sayObligationOf(
  difference: Difference & { readonly kind: "obligation" },
  { then, hindsight }: BothCases,
  since: Since,
): Said {
  const { then: was, hindsight: is } = difference;
  const one = (was ?? is) as Obligation;
  const own = was === undefined ? hindsight : then;
  const about = {
    kind: "obligation",
    what: upperFirst(sayAct(own.policy.model, withoutPerson(one))),
    ...withoutUndefined({ parent: parentName(own, one.person) }),
    clauses: clausesFor(own, one),
    rule: one.rule,
    id: one.id,
  } as const;
  if (was !== undefined && is !== undefined) {
    const verdict = isMetEitherWay(difference) ? "met-either-way" : "otherwise";
    return {
      ...about,
      verdict,
      then: `It was ${sayState(was)}${sayDue(was)}.`,
      hindsight: `It would have been ${sayState(is)}${sayDue(is)}.`,
      acted: verdict === "otherwise" ? actedOnObligation(was, since) : [],
      now: standsNow(is, since.present),
    };
  }
  if (was !== undefined)
    return {
      ...about,
      verdict: "needless",
      then: sentenceOf(then, was),
      hindsight: `It would not have been ${askedFor(was)}${because(whyNotThere(hindsight, then, was))}.`,
      acted: actedOnObligation(was, since),
      now: standsNow(was, since.present),
    };
  return {
    ...about,
    verdict: "missed",
    then: `It was not ${askedFor(one)}${because(whyNotThere(then, hindsight, one))}.`,
    hindsight: sentenceOf(hindsight, one),
    acted: [],
    now: standsNow(one, since.present),
  };
}

/** The person is told beside what is to be done, by name. */
function withoutPerson({ person: _person, ...obligation }: Obligation): Omit<Obligation, "person"> {
  return obligation;
}

/** What is owed, and what it rests on: `The office must … by Mon 9 Mar 2026, 09:30. Absent since Mon 9 Mar, morning.` */
function sentenceOf(opened: Case, obligation: Obligation): string {
  const { sentence, card, reasons } = explainObligation(opened, obligation);
  return reasons.length === 0
    ? withoutClauses(sentence, card.clauses)
    : `${sayObligation(opened.policy.model, obligation)}. ${sayWhy(opened, obligation)}.`;
}

/** The clauses are told once, beside the finding. */
function withoutClauses(sentence: string, clauses: readonly string[]): string {
  const end = `${sayClauses(clauses)}.`;
  return sentence.endsWith(end) ? `${sentence.slice(0, -end.length)}.` : sentence;
}

function askedFor({ modal }: Obligation): string {
  return modal === "may" ? "offered" : modal === "must not" ? "forbidden" : "asked for";
}

function sayDue({ due, state }: Obligation): string {
  return due === undefined || state === "not-needed" ? "" : `, due ${sayDeadline(due)}`;
}

function because(why: string | undefined): string {
  return why === undefined ? "" : `, because ${why}`;
}

function sayQuestion(
  { then: was, hindsight: is }: Difference & { readonly kind: "question" },
  { then, hindsight }: BothCases,
  since: Since,
): Said {
  const question = (was ?? is) as Question;
  const own = was === undefined ? hindsight : then;
  const { model, rules } = own.policy;
  const who = sayParties(model, { members: question.by.map((role) => ({ role })), joined: "or" });
  const life = own.replay.lives.find(
    ({ procedure, instance }) => procedure.name === question.procedure && instance.key === question.instance,
  );
  const title = rules.get(question.procedure)?.title ?? question.procedure;
  const sentence = `${upperFirst(who)} had to answer, for “${title}” to go on`;
  return {
    kind: "question",
    verdict: was === undefined ? "missed" : "needless",
    what: `Decide: ${question.question}`,
    ...withoutUndefined({ parent: parentName(own, life?.instance.person) }),
    then: was === undefined ? "Nobody was asked." : `${sentence}.`,
    hindsight:
      was === undefined ? `${sentence.replace("had to", "would have had to")}.` : "Nobody would have been asked.",
    acted: was === undefined ? [] : answersTo(question, since),
    clauses: clausesFor(own, question),
    rule: question.rule,
  };
}

/** An act stays on record either way (S12); what differs is whether the policy allowed it. */
function sayRefusal(
  { then: was, hindsight: is }: Difference & { readonly kind: "refusal" },
  { then, hindsight }: BothCases,
): Said {
  const refusal = (was ?? is) as Irregularity;
  const own = was === undefined ? hindsight : then;
  const condition = own.policy.rules.get(refusal.rule)?.condition;
  const only = condition === undefined ? "" : `: it is allowed only when ${oneLine(condition.span)}`;
  const acted = recordsNamed(own, [refusal.record]);
  return {
    kind: "refusal",
    verdict: was === undefined ? "needless" : "otherwise",
    what: upperFirst(acted[0]?.what ?? refusal.act),
    then: was === undefined ? "The policy allowed it." : `The policy did not allow it${only}.`,
    hindsight: was === undefined ? `It would not have been allowed${only}.` : "It would have been allowed.",
    acted,
    clauses: refusal.clauses,
    rule: refusal.rule,
  };
}

// ---------------------------------------------------------------- how the pupil stands

function sayStanding(
  difference: Difference & { readonly kind: "status" | "band" | "measure" },
  { then, hindsight }: BothCases,
): Said {
  const { kind, name } = difference;
  const { model } = then.policy;
  const title = { status: model.statuses, band: model.bands, measure: model.measures }[kind].get(name)?.title ?? name;
  const about = { kind, verdict: "standing", what: `“${title}”`, acted: [], rule: name } as const;
  if (kind === "measure") {
    const measure = model.measures.get(name);
    const said = (value: Figure | undefined): string =>
      measure === undefined ? "not known" : sayFigure(value, measure.type);
    return {
      ...about,
      then: `It was ${said(difference.then)}.`,
      hindsight: `It would have been ${said(difference.hindsight)}.`,
      clauses: measure?.origin.clauses ?? [],
    };
  }
  const explain = kind === "status" ? explainStatus : explainBand;
  const [was, is] = [explain(then, name), explain(hindsight, name)];
  return {
    ...about,
    then: was === undefined ? "No row applied." : withoutClauses(was.sentence, was.clauses),
    hindsight: is === undefined ? "No row would have applied." : withoutClauses(is.sentence, is.clauses),
    clauses: (is ?? was)?.clauses ?? [],
  };
}
