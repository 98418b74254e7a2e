// A policy and a school's records → the morning list as of a moment. Pure: the moment, the records and the calendar are given.

import { openCase, readingOf } from "../explain/case.ts";
import type { Case, Policy } from "../explain/case.ts";
import { sayName, sayWords, upperFirst } from "../explain/say.ts";
import { factsOf } from "../runtime/dossier.ts";
import { examineSchool, vacanciesOf } from "../runtime/evaluate.ts";
import type { Facts } from "../runtime/facts.ts";
import type { Vacancy } from "../runtime/outcome.ts";
import type { World } from "../runtime/world.ts";
import type { Day } from "../school/day.ts";
import { dayOf, startOfDay } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { Pupil, SchoolRecord, StaffMember } from "../school/record.ts";
import { compareText } from "../support/compare-text.ts";
import { finished } from "../support/finished.ts";
import type { Steps } from "../support/finished.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import { itemsOf } from "./items.ts";
import type { Found, Office, Owned } from "./items.ts";
import type { Item, MorningList, PupilName, RoleList, Urgency } from "./morning-list.ts";

export interface MorningQuestion {
  readonly policy: Policy;
  readonly world: World;
  readonly school: SchoolRecord;
  readonly asOf: Moment;
}

/** `told` hears how many pupils have been looked at. */
export function makeMorningList(question: MorningQuestion, told?: (done: number, all: number) => void): MorningList {
  return finished(makingMorningList(question), (done) => told?.(done, question.school.pupils.length));
}

/** Yields the number of pupils that have been looked at. */
export function* makingMorningList(question: MorningQuestion): Steps<MorningList> {
  const { policy, world, school, asOf } = question;
  const office = officeOf(question);
  const everyone: Facts[] = [];
  for (const record of school.pupils) {
    everyone.push(factsOf(world, record, asOf));
    yield 0;
  }
  const found: Found[] = [];
  for (const record of school.pupils) {
    found.push(itemsOf(openCase(policy, world, record, asOf, everyone), office, nameOf(record.pupil)));
    yield found.length;
  }
  const whole = [...found, itemsOf(schoolCase(question, everyone), office, undefined)];
  const gather = (key: Exclude<keyof Found, "owned">): readonly Item[] =>
    whole.flatMap((each) => each[key]).toSorted(byUrgency);
  return {
    policy: policy.model.name,
    title: policy.model.title,
    school: school.name,
    asOf,
    pupils: school.pupils.length,
    roles: roleLists(
      question,
      office,
      whole.flatMap((each) => each.owned),
    ),
    codes: gather("codes"),
    irregular: gather("irregular"),
    overturned: gather("overturned"),
    vacancies: vacanciesOf(world, school).map((vacancy) => toFill(policy, vacancy)),
    unscheduled: world.program.unscheduled.map(({ title, rule, clauses }) => ({
      kind: "unscheduled",
      urgency: "undated",
      what: title,
      by: "no time said",
      why: "The policy does not say how often",
      clauses,
      rule,
    })),
    silences: policy.model.holes.map(({ what, origin: { layer, clauses } }) => ({ what, layer, clauses })),
  };
}

function officeOf({ policy, world, school, asOf }: MorningQuestion): Office {
  const held = new Set(school.staff.map(({ role }) => role));
  const holderOf = new Map(world.program.roles.map(({ name, holder }) => [name, holder]));
  const before = world.calendar.schoolDays[world.calendar.schoolDayIndex(dayOf(asOf) - 1)];
  return {
    isInSchool: (role) => held.has(role) || held.has(holderOf.get(role) ?? role),
    begins: startOfDay(firstMark(school)),
    inForce: startOfDay(policy.model.inForce?.from ?? 0),
    lately: startOfDay(before ?? dayOf(asOf)),
  };
}

/** Where the register that was given begins. */
function firstMark({ pupils }: SchoolRecord): Day {
  let first = Number.MAX_SAFE_INTEGER;
  for (const { marks } of pupils) for (const { day } of marks) first = Math.min(first, day);
  return first === Number.MAX_SAFE_INTEGER ? 0 : first;
}

/** What the school as a whole owes, as a case like a pupil's; `everyone` are the facts of all pupils. */
export function schoolCase({ policy, world, school, asOf }: MorningQuestion, everyone: readonly Facts[]): Case {
  const examined = examineSchool(world, school, asOf, everyone);
  const { record } = examined.replay.context.facts;
  return { policy, reading: readingOf(policy), world, record, asOf, ...examined };
}

/** First names only: the list is read aloud and left on desks. */
export function nameOf(pupil: Pupil): PupilName {
  const name = pupil.name?.includes(",") === true ? pupil.name.split(",")[1] : pupil.name;
  const firstName = name?.trim().split(/\s+/)[0];
  return {
    id: pupil.id,
    ...withoutUndefined({ firstName: firstName === "" ? undefined : firstName, class: pupil.class }),
  };
}

// ---------------------------------------------------------------- by role

/** Roles of the school first, those with something for today before the others; then whoever else owes something. */
function roleLists(
  { policy, world, school }: MorningQuestion,
  office: Office,
  owned: readonly Owned[],
): readonly RoleList[] {
  const holderOf = new Map(world.program.roles.map(({ name, holder }) => [name, holder]));
  const order = new Map(world.program.roles.map(({ name }, index) => [name, index]));
  const lists = new Map<string, Item[]>();
  for (const { roles, item } of owned) {
    for (const role of new Set(roles.map((each) => holderOf.get(each) ?? each))) {
      const list = lists.get(role);
      if (list === undefined) lists.set(role, [item]);
      else list.push(item);
    }
  }
  return [...lists]
    .map(([role, items]): RoleList => ({
      role,
      title: upperFirst(sayName(policy.model, role)),
      holders: school.staff
        .filter((member) => holds(member, role, holderOf))
        .map(({ fields }) => fields["name"] ?? "")
        .filter((name) => name !== ""),
      inSchool: office.isInSchool(role),
      items: items.toSorted(byUrgency),
    }))
    .toSorted(
      (a, b) =>
        Number(b.inSchool) - Number(a.inSchool) ||
        Number(isPressing(b)) - Number(isPressing(a)) ||
        (order.get(a.role) ?? order.size) - (order.get(b.role) ?? order.size) ||
        compareText(a.role, b.role),
    );
}

function holds({ role }: StaffMember, wanted: string, holderOf: ReadonlyMap<string, string>): boolean {
  return role === wanted || holderOf.get(role) === wanted;
}

function isPressing({ items }: RoleList): boolean {
  return items.some(({ urgency }) => urgency === "overdue" || urgency === "today");
}

const urgencies: readonly Urgency[] = ["overdue", "today", "later", "undated"];

/** What is only offered comes last, the newest first. */
function byUrgency(a: Item, b: Item): number {
  return (
    Number(a.kind === "may") - Number(b.kind === "may") ||
    (a.kind === "may" ? (b.since ?? 0) - (a.since ?? 0) : 0) ||
    urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
    (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER) ||
    (a.since ?? 0) - (b.since ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(a.pupil?.id ?? "", b.pupil?.id ?? "")
  );
}

// ---------------------------------------------------------------- the staff

function toFill({ model }: Policy, { role, field, short, rule, clauses }: Vacancy): Item {
  const title = sayName(model, role);
  return {
    kind: "vacancy",
    urgency: "undated",
    what:
      field === undefined
        ? `Name ${short === 1 ? "somebody" : `${short} more people`} as ${title}`
        : `Write down the ${sayWords(field)} of the ${title}`,
    by: "in the staff list",
    why: field === undefined ? "The policy needs somebody in this role" : "The policy wants it known",
    clauses,
    rule,
  };
}
