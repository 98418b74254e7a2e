// One subject's outcome → the items it puts on somebody's list. What was done, is no longer needed, or opens on a later day
// is on nobody's list.

import type { Case } from "../explain/case.ts";
import { lowerFirst, sayAct, sayName, sayWords, upperFirst } from "../explain/say.ts";
import { oneLine } from "../explain/trace.ts";
import type { Irregularity, Obligation, Overturned, Proposal, Question } from "../runtime/outcome.ts";
import type { Day } from "../school/day.ts";
import { dayOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { assertNever } from "../support/assert-never.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type { Item, PupilName } from "./morning-list.ts";
import { dayWords, sayDue } from "./say-due.ts";
import { sayAnchor, sayWhy } from "./say-why.ts";

/** An item, and the roles on whose lists it stands. */
export interface Owned {
  readonly roles: readonly string[];
  readonly item: Item;
}

export interface Found {
  readonly owned: readonly Owned[];
  readonly codes: readonly Item[];
  readonly irregular: readonly Item[];
  readonly overturned: readonly Item[];
}

export interface Office {
  readonly isInSchool: (role: string) => boolean;
  /** From this moment on a change counts as new. */
  readonly lately: Moment;
}

/** `pupil` is left out for the school as a whole. */
export function itemsOf(opened: Case, office: Office, pupil: PupilName | undefined): Found {
  const { outcome } = opened;
  const whom = withoutUndefined({ pupil });
  return {
    owned: [
      ...outcome.obligations
        .filter((obligation) => isToDo(obligation, opened.asOf))
        .map((obligation) => toDo(opened, office, obligation, whom)),
      ...outcome.questions.map((question) => toDecide(opened, question, whom)),
    ],
    codes: outcome.proposals.map((proposal) => toRecord(opened, proposal, whom)),
    irregular: outcome.irregularities
      .filter((irregularity) => isMendable(irregularity) || irregularity.at >= office.lately)
      .map((irregularity) => toPutRight(opened, irregularity, whom)),
    overturned: outcome.overturned
      .filter(({ known }) => known >= office.lately)
      .map((change) => noLonger(opened, change, whom)),
  };
}

type Whom = { readonly pupil?: PupilName };

function isToDo({ state, opened }: Obligation, asOf: Moment): boolean {
  switch (state) {
    case "open":
    case "overdue":
    case "offered":
    case "waiting":
      return true;
    case "upcoming":
      return dayOf(opened) <= dayOf(asOf);
    case "done":
    case "done-late":
    case "not-needed":
    case "forbidden":
      return false;
    default:
      return assertNever(state);
  }
}

function toDo(opened: Case, { isInSchool }: Office, obligation: Obligation, whom: Whom): Owned {
  const { policy, world, asOf, record, replay } = opened;
  const roles = obligation.actors.members.map(({ role }) => role);
  const person = record.pupil.parents.find((parent) => parent.person === obligation.person)?.name ?? obligation.person;
  const { timing } = replay.context.facts;
  const today = { asOf, calendar: world.calendar, endOfDay: timing.endOfDay };
  const offered = obligation.state === "offered";
  const { by, urgency } = sayDue(obligation.due, today, roles.some(isInSchool));
  return {
    roles,
    item: {
      kind: offered ? "may" : "do",
      ...whom,
      what: upperFirst(sayAct(policy.model, { ...obligation, ...withoutUndefined({ person }) })),
      ...withoutUndefined({ due: obligation.due }),
      by: offered && obligation.due === undefined ? "if you wish" : by,
      urgency: offered && urgency === "overdue" ? "undated" : urgency,
      why: sayWhy(opened, obligation),
      clauses: obligation.clauses,
      rule: obligation.rule,
      id: obligation.id,
    },
  };
}

function toDecide(opened: Case, question: Question, whom: Whom): Owned {
  const { policy, world, asOf, replay } = opened;
  const life = replay.lives.find(
    ({ procedure, instance }) => procedure.name === question.procedure && instance.key === question.instance,
  );
  const about = life === undefined ? "" : sayAnchor(opened, life.procedure, life.instance);
  const title = policy.rules.get(question.procedure)?.title ?? sayWords(question.procedure);
  return {
    roles: question.by,
    item: {
      kind: "decide",
      ...whom,
      what: `Decide: ${question.question}`,
      by: `asked ${sinceWords(question.since, asOf)}`,
      urgency: "undated",
      why: upperFirst([about, `${lowerFirst(title)} cannot go on without it`].filter((part) => part !== "").join("; ")),
      clauses:
        policy.rules.get(question.rule)?.origin.clauses ??
        world.program.decisions.get(question.decision)?.clauses ??
        [],
      rule: question.rule,
    },
  };
}

function sinceWords(since: Moment, asOf: Moment): string {
  return dayOf(since) === dayOf(asOf) ? "today" : `since ${dayWords(dayOf(since), dayOf(asOf))}`;
}

function sessionWords(day: Day, half: "AM" | "PM", today: Day): string {
  const part = half === "AM" ? "morning" : "afternoon";
  return day === today ? `this ${part}` : `${dayWords(day, today)}, ${part}`;
}

function toRecord({ policy, world, asOf }: Case, proposal: Proposal, whom: Whom): Item {
  const { code, instead, day, half, rule, clauses } = proposal;
  const condition = policy.rules.get(rule)?.condition;
  return {
    kind: "code",
    ...whom,
    what: `Record ${code}${instead === undefined ? "" : ` in place of ${instead}`}`,
    by: sessionWords(day, half, dayOf(asOf)),
    urgency: day < dayOf(asOf) ? "overdue" : "today",
    why: upperFirst(
      condition === undefined
        ? `the register's times make it ${codeTitle(policy.model.codes, code)}`
        : oneLine(condition.span),
    ),
    clauses:
      clauses.length > 0
        ? clauses
        : (world.program.codings.flatMap(({ rows }) => rows).find((row) => row.rule === rule)?.clauses ?? []),
    rule,
  };
}

function codeTitle(codes: Case["policy"]["model"]["codes"], code: string): string {
  return lowerFirst(codes.find(({ name }) => name === code)?.title ?? code);
}

/** What a person can still set right stays on the list until it is; what cannot be undone is told once. */
function isMendable({ kind }: Irregularity): boolean {
  return kind === "missing-field" || kind === "unknown-code" || kind === "unknown-act";
}

function toPutRight({ policy, asOf, world }: Case, irregularity: Irregularity, whom: Whom): Item {
  const { kind, act, object, field, record, at, rule, clauses } = irregularity;
  const { model } = policy;
  const thing = `${sayWords(act)}${object === undefined ? "" : ` ${lowerFirst(sayName(model, object))}`}`;
  const says = {
    "missing-field": [`Write down the ${sayWords(field ?? "")} of “${thing}”`, "the record does not count without it"],
    refused: [`Look again at “${thing}”`, "it is on record, but the policy did not allow it then"],
    "wrong-role": [`Look again at “${thing}”`, "it is on record by somebody whose part it is not"],
    "unknown-code": [`Correct the mark ${act}`, "no code of that name was in force that day"],
    "unknown-act": [`Correct “${sayWords(act)}” in the log`, "the policy knows no such act"],
  } as const satisfies Readonly<Record<Irregularity["kind"], readonly [string, string]>>;
  const condition = policy.rules.get(rule)?.condition;
  const [what, why] = says[kind];
  const because =
    kind === "refused" && condition !== undefined ? `${why}: it is allowed only when ${oneLine(condition.span)}` : why;
  return {
    kind: "irregular",
    ...whom,
    what,
    by: `${record}, ${dayWords(dayOf(at), dayOf(asOf))}`,
    urgency: "undated",
    why: upperFirst(because),
    clauses: clauses.length > 0 ? clauses : (world.program.acts.get(act)?.clauses ?? []),
    rule,
  };
}

function noLonger({ policy, asOf }: Case, { obligation, by, known }: Overturned, whom: Whom): Item {
  return {
    kind: "overturned",
    ...whom,
    what: `No longer owed: ${sayAct(policy.model, obligation)}`,
    by: `known ${dayWords(dayOf(known), dayOf(asOf))}`,
    urgency: "undated",
    why: upperFirst(`a later record changed it: ${by}`),
    clauses: obligation.clauses,
    rule: obligation.rule,
    id: obligation.id,
  };
}
