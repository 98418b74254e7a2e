// One subject's outcome → the items it puts on somebody's list. What was done, is no longer needed, or opens on a later day
// is on nobody's list.

import type { Case } from "../explain/case.ts";
import { dayWords, lowerFirst, sayAct, sayName, sayWords, sessionWords, upperFirst } from "../explain/say.ts";
import { oneLine } from "../source/one-line.ts";
import type { Irregularity, Obligation, Overturned, Proposal, Question } from "../runtime/outcome.ts";
import { dayOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { assertNever } from "../support/assert-never.ts";
import { wordList } from "../support/word-list.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type { Item, PupilName } from "./morning-list.ts";
import { sayDue } from "./say-due.ts";
import { clausesFor, sayKnown, sayWhy } from "./say-why.ts";

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
  /** The records that were given go back so far, and no further: nobody is asked for what came before. */
  readonly begins: Moment;
  /** Nobody is late for a deadline before the policy came into force. */
  readonly inForce: Moment;
  /** From this moment on a change counts as new. */
  readonly lately: Moment;
}

/** `pupil` is left out for the school as a whole. */
export function itemsOf(opened: Case, office: Office, pupil: PupilName | undefined): Found {
  const { outcome, asOf } = opened;
  const { begins, lately } = office;
  const whom = withoutUndefined({ pupil });
  return {
    owned: [
      ...outcome.obligations
        .filter((obligation) => isToDo(obligation, asOf) && isOfThisPolicy(obligation, office))
        .map((obligation) => toDo(opened, office, obligation, whom)),
      ...outcome.questions.map((question) => toDecide(opened, question, whom)),
    ],
    codes: outcome.proposals
      .filter(({ day }) => day >= dayOf(begins))
      .map((proposal) => toRecord(opened, proposal, whom)),
    irregular: fieldsTogether(
      outcome.irregularities.filter(({ at, kind }) => at >= (isMendable(kind) ? begins : lately)),
    ).map((irregularity) => toPutRight(opened, irregularity, whom)),
    overturned: outcome.overturned
      .filter(({ known }) => known >= lately)
      .map((change) => noLonger(opened, change, whom)),
  };
}

type Whom = { readonly pupil?: PupilName };

function isToDo({ state, opened }: Obligation, asOf: Moment): boolean {
  switch (state) {
    case "open":
    case "overdue":
    case "offered":
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

function isOfThisPolicy({ opened, due }: Obligation, { begins, inForce }: Office): boolean {
  return due === undefined ? opened >= begins : due >= Math.max(begins, inForce);
}

function toDo(opened: Case, { isInSchool }: Office, obligation: Obligation, whom: Whom): Owned {
  const { policy, world, asOf, replay } = opened;
  const roles = obligation.actors.members.map(({ role }) => role);
  const { person, ...duty } = obligation;
  const today = { asOf, calendar: world.calendar, endOfDay: replay.context.facts.timing.endOfDay };
  const offered = obligation.state === "offered";
  const { by, urgency } = sayDue(obligation.due, today, roles.some(isInSchool));
  return {
    roles,
    item: {
      kind: offered ? "may" : "do",
      ...whom,
      ...withoutUndefined({ parent: parentName(opened, person) }),
      what: upperFirst(sayAct(policy.model, duty)),
      since: obligation.opened,
      ...withoutUndefined({ due: obligation.due }),
      by: offered && obligation.due === undefined ? "if need be" : by,
      urgency: offered && urgency === "overdue" ? "undated" : urgency,
      why: sayWhy(opened, obligation),
      clauses: clausesFor(opened, obligation),
      rule: obligation.rule,
      id: obligation.id,
    },
  };
}

/** Parents are known to an office by name; the identifier stands in where there is none. */
export function parentName({ record }: Case, person: string | undefined): string | undefined {
  return record.pupil.parents.find((parent) => parent.person === person)?.name ?? person;
}

function toDecide(opened: Case, question: Question, whom: Whom): Owned {
  const { policy, replay } = opened;
  const life = replay.lives.find(
    ({ procedure, instance }) => procedure.name === question.procedure && instance.key === question.instance,
  );
  const parent = parentName(opened, life?.instance.person);
  const title = policy.rules.get(question.procedure)?.title ?? sayWords(question.procedure);
  const known = life === undefined ? [] : sayKnown(opened, question.rule, life.procedure, life.instance);
  return {
    roles: question.by,
    item: {
      kind: "decide",
      ...whom,
      ...withoutUndefined({ parent }),
      what: question.question,
      by: "an answer is waited for",
      urgency: "undated",
      why: upperFirst([...known, `“${title}” cannot go on without it`].join("; ")),
      clauses: clausesFor(opened, question),
      rule: question.rule,
    },
  };
}

function toRecord({ policy, world, asOf }: Case, proposal: Proposal, whom: Whom): Item {
  const { code, instead, day, half, rule, clauses } = proposal;
  const condition = policy.rules.get(rule)?.condition;
  const otherwise = world.program.codings.flatMap(({ rows }) => rows).some((row) => row.rule === rule && row.otherwise);
  return {
    kind: "code",
    ...whom,
    what: `Record ${code}${instead === undefined ? "" : ` in place of ${instead}`}: ${codeTitle(policy.model.codes, code)}`,
    by: sessionWords(day, half, dayOf(asOf)),
    urgency: day < dayOf(asOf) ? "overdue" : "today",
    why:
      condition !== undefined
        ? upperFirst(oneLine(condition.span))
        : otherwise
          ? "Nothing on record says why the pupil is away"
          : "The pupil signed in at a time that makes it so",
    clauses,
    rule,
  };
}

function codeTitle(codes: Case["policy"]["model"]["codes"], code: string): string {
  return lowerFirst(codes.find(({ name }) => name === code)?.title ?? code);
}

/** Several fields that one record lacks are one thing to put right. */
function fieldsTogether(irregularities: readonly Irregularity[]): readonly Irregularity[] {
  const groups = Map.groupBy(irregularities, ({ kind, record, field, at }) =>
    field === undefined ? {} : JSON.stringify([kind, record, at]),
  );
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (first?.field === undefined) return first === undefined ? [] : [first, ...rest];
    const fields = [...new Set([first, ...rest].map(({ field }) => sayWords(field ?? "")))];
    return [
      {
        ...first,
        field: wordList(fields, "and"),
        clauses: [...new Set([first, ...rest].flatMap(({ clauses }) => clauses))],
      },
    ];
  });
}

/** What a person can still set right stays on the list until it is; what cannot be undone is told once. */
function isMendable(kind: Irregularity["kind"]): boolean {
  return kind === "missing-field" || kind === "unknown-code" || kind === "unknown-act";
}

function toPutRight({ policy, asOf, world }: Case, irregularity: Irregularity, whom: Whom): Item {
  const { kind, act, object, field, record, at, rule, clauses } = irregularity;
  const { model } = policy;
  const thing = `${sayWords(act)}${object === undefined ? "" : ` ${lowerFirst(sayName(model, object))}`}`;
  const says = {
    "missing-field": [`Write down what “${thing}” lacks: ${field ?? ""}`, "The record does not count without it"],
    refused: [`Look again at “${thing}”`, "It is on record, but the policy did not allow it then"],
    "wrong-role": [`Look again at “${thing}”`, "It is on record by somebody whose part it is not"],
    "unknown-code": [`Correct the mark ${act}`, "No code of that name was in force that day"],
    "unknown-act": [`Correct “${sayWords(act)}” in the log`, "The policy knows no such act"],
  } as const satisfies Readonly<Record<Irregularity["kind"], readonly [string, string]>>;
  const condition = policy.rules.get(rule)?.condition;
  const [what, why] = says[kind];
  return {
    kind: "irregular",
    ...whom,
    what,
    by: `${kind === "unknown-code" ? record : `record ${record}`}, ${dayWords(dayOf(at), dayOf(asOf))}`,
    urgency: "undated",
    why:
      kind === "refused" && condition !== undefined
        ? `${why}: it is allowed only when ${oneLine(condition.span)}`
        : why,
    clauses: clauses.length > 0 ? clauses : (world.program.acts.get(act)?.clauses ?? []),
    rule,
  };
}

function noLonger(opened: Case, { obligation, by, known }: Overturned, whom: Whom): Item {
  const { policy, asOf } = opened;
  return {
    kind: "overturned",
    ...whom,
    what: `No longer owed: ${sayAct(policy.model, obligation)}`,
    since: obligation.opened,
    by: `asked for ${dayWords(dayOf(obligation.opened), dayOf(asOf))}, taken back ${dayWords(dayOf(known), dayOf(asOf))}`,
    urgency: "undated",
    why: `A later record changed it: ${by}`,
    clauses: clausesFor(opened, obligation),
    rule: obligation.rule,
    id: obligation.id,
  };
}
