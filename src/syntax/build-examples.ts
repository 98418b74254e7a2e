// Concrete tree → examples: a pupil, what happened, and what must follow.

import { withoutUndefined } from "../support/without-undefined.ts";
import { Bug } from "../support/bug.ts";
import type * as Ast from "./ast.ts";
import { buildCondition } from "./build-conditions.ts";
import type { Building } from "./build-context.ts";
import {
  buildBlock,
  buildCode,
  buildStatement,
  buildTail,
  buildText,
  lineFacts,
  maybe,
  nodeSpan,
  one,
  refuse,
} from "./build-context.ts";
import { buildExpectedSentence } from "./build-sentences.ts";
import type { DateLiteral, DateTimeLiteral } from "./build-values.ts";
import { buildDate, buildDateOrMoment, buildLiteral, buildName, buildNames, buildWords } from "./build-values.ts";
import type * as Cst from "./cst.ts";
import { messages } from "./diagnostics.ts";

export function buildExample(building: Building, example: Cst.Example): Ast.Example | undefined {
  const { comments, items } = buildBlock(building, example.children, example.children.exampleItem, (item) =>
    buildStatement(building, item, () => buildExampleItem(building, item)),
  );
  const heading = maybe(example.children.exampleHeading);
  if (heading === undefined) return undefined;
  return {
    kind: "example",
    ...buildTail(building, one(heading.children.tail)),
    title: buildText(building, one(heading.children.Text)),
    items,
    comments,
    span: nodeSpan(building, example),
  };
}

function buildExampleItem(building: Building, item: Cst.ExampleItem): Ast.ExampleItem | undefined {
  const { examplePupil, exampleStaff, exampleWeek, exampleDay, exampleAssumption } = item.children;
  if (examplePupil !== undefined) return buildPupil(building, one(examplePupil));
  if (exampleStaff !== undefined) return buildStaff(building, one(exampleStaff));
  if (exampleWeek !== undefined) return buildWeek(building, one(exampleWeek));
  if (exampleDay !== undefined) return buildDay(building, one(exampleDay));
  const assumption = one(exampleAssumption);
  const facts = lineFacts(building, assumption, one(assumption.children.tail));
  return { kind: "example-assumption", ...facts, text: "acts done on time" };
}

// ---------------------------------------------------------------- people

function buildPupil(building: Building, pupil: Cst.ExamplePupil): Ast.ExamplePupil {
  const facts = (pupil.children.pupilFact ?? []).map((fact) => fact.children);
  const [flags, moreFlags] = facts.flatMap((fact) => fact.flags ?? []);
  const [parents, moreParents] = facts.flatMap((fact) => fact.parents ?? []);
  if (moreFlags) refuse(building, messages.saidTwice({ what: "What is flagged" }, nodeSpan(building, moreFlags)));
  if (moreParents)
    refuse(building, messages.saidTwice({ what: "Who the parents are" }, nodeSpan(building, moreParents)));
  return {
    kind: "example-pupil",
    ...lineFacts(building, pupil, one(pupil.children.tail)),
    facts: facts.flatMap((fact) => fact.fieldValue ?? []).map((value) => buildFieldValue(building, value)),
    flags: buildNames(building, flags),
    parents: buildNames(building, parents),
  };
}

function buildStaff(building: Building, staff: Cst.ExampleStaff): Ast.ExampleStaff {
  const { name, fieldValues, tail } = staff.children;
  return {
    kind: "example-staff",
    ...lineFacts(building, staff, one(tail)),
    role: buildName(building, one(name)),
    fields: buildFieldValues(building, maybe(fieldValues)),
  };
}

export function buildFieldValues(building: Building, values: Cst.FieldValues | undefined): readonly Ast.FieldValue[] {
  return (values?.children.fieldValue ?? []).map((value) => buildFieldValue(building, value));
}

function buildFieldValue(building: Building, value: Cst.FieldValue): Ast.FieldValue {
  const { name, literal, words } = value.children;
  return {
    name: buildName(building, one(name)),
    value: literal ? buildLiteral(building, one(literal)) : buildWords(building, one(words)),
  };
}

// ---------------------------------------------------------------- marks, arrivals, the log

function buildWeek(building: Building, week: Cst.ExampleWeek): Ast.ExampleMarks {
  const { CalendarDate, Text, knownFrom, tail } = week.children;
  return withoutUndefined({
    kind: "example-marks" as const,
    ...lineFacts(building, week, one(tail)),
    unit: "week" as const,
    date: buildDate(building, one(CalendarDate)),
    marks: buildText(building, one(Text)),
    known: buildKnown(building, knownFrom),
  });
}

function buildKnown(
  building: Building,
  known: readonly Cst.KnownFrom[] | undefined,
): DateLiteral | DateTimeLiteral | undefined {
  return known && buildDateOrMoment(building, one(one(known).children.dateOrMoment));
}

function buildDay(building: Building, day: Cst.ExampleDay): Ast.ExampleItem | undefined {
  const { dateOrMoment, dayMarks, arrival, logged, expectation, tail } = day.children;
  const facts = lineFacts(building, day, one(tail));
  const at = buildDateOrMoment(building, one(dateOrMoment));
  if (dayMarks !== undefined) return buildDayMarks(building, facts, at, one(dayMarks));
  if (arrival !== undefined) return buildArrival(building, facts, at, one(arrival));
  if (logged !== undefined) return { kind: "example-record", ...facts, at, ...buildRecord(building, one(logged)) };
  const expected = buildExpected(building, one(one(expectation).children.expected));
  return { kind: "example-expectation", ...facts, at, ...expected };
}

type LineFacts = ReturnType<typeof lineFacts>;

function buildDayMarks(
  building: Building,
  facts: LineFacts,
  date: DateLiteral | DateTimeLiteral,
  { children }: Cst.DayMarks,
): Ast.ExampleMarks | undefined {
  if (date.kind === "date-time") {
    refuse(building, messages.marksWithTime({}, date.span));
    return undefined;
  }
  const marks = buildText(building, one(children.Text));
  const known = buildKnown(building, children.knownFrom);
  return withoutUndefined({ kind: "example-marks" as const, ...facts, unit: "day" as const, date, marks, known });
}

function buildArrival(
  building: Building,
  facts: LineFacts,
  at: DateLiteral | DateTimeLiteral,
  { children }: Cst.Arrival,
): Ast.ExampleArrival | undefined {
  if (at.kind === "date") {
    refuse(building, messages.arrivalWithoutTime({}, at.span));
    return undefined;
  }
  return { kind: "example-arrival", ...facts, at, fields: buildFieldValues(building, maybe(children.fieldValues)) };
}

export function buildRecord(building: Building, logged: Cst.Logged) {
  const { name, words, loggedPart, knownFrom } = logged.children;
  const parts = (loggedPart ?? []).map((part) => part.children);
  const [by, moreBy] = parts.flatMap((part) => part.name ?? []);
  const [to, moreTo] = parts.flatMap((part) => part.names ?? []);
  const [fields, moreFields] = parts.flatMap((part) => part.fieldValues ?? []);
  if (moreBy) refuse(building, messages.saidTwice({ what: "By whom" }, nodeSpan(building, moreBy)));
  if (moreTo) refuse(building, messages.saidTwice({ what: "To whom" }, nodeSpan(building, moreTo)));
  if (moreFields) refuse(building, messages.saidTwice({ what: "What was recorded" }, nodeSpan(building, moreFields)));
  return withoutUndefined({
    act: buildName(building, one(name)),
    object: words && buildWords(building, one(words)),
    by: by && buildName(building, by),
    to: buildNames(building, to),
    fields: buildFieldValues(building, fields),
    known: buildKnown(building, knownFrom),
  });
}

// ---------------------------------------------------------------- expectations

type FindingWord = Extract<Ast.Expectation, { kind: "finding" }>["what"];
type ObligationState = NonNullable<Extract<Ast.Expectation, { kind: "obligation" }>["state"]>;

const findingWords = {
  asked: true,
  refused: true,
  missing: true,
  unfilled: true,
  unscheduled: true,
  proposed: true,
  code: true,
  overturned: true,
} as const satisfies Readonly<Record<FindingWord, true>>;

const states = {
  open: true,
  done: true,
  "done-late": true,
  overdue: true,
  "not-needed": true,
  upcoming: true,
} as const satisfies Readonly<Record<ObligationState, true>>;

function isFindingWord(image: string): image is FindingWord {
  return Object.hasOwn(findingWords, image);
}

function isState(image: string): image is ObligationState {
  return Object.hasOwn(states, image);
}

/** What must follow, or must not. */
export function buildExpected(
  building: Building,
  expected: Cst.Expected,
): Pick<Ast.ExampleExpectation, "not" | "expectation"> {
  return { not: expected.children.No !== undefined, expectation: buildExpectation(building, expected) };
}

function buildExpectation(building: Building, { children }: Cst.Expected): Ast.Expectation {
  const { finding, expectedSentence, condition } = children;
  if (finding !== undefined) return buildFinding(building, one(finding));
  if (condition !== undefined) return { kind: "condition", condition: buildCondition(building, one(condition)) };
  const { ObligationState, sentenceBody } = one(expectedSentence).children;
  const sentence = buildExpectedSentence(building, one(sentenceBody));
  if (ObligationState === undefined) return { kind: "obligation", sentence };
  const state = one(ObligationState).image;
  if (!isState(state)) throw new Bug(`No obligation is ever ${state}`);
  return { kind: "obligation", state, sentence };
}

function buildFinding(building: Building, { children }: Cst.Finding): Ast.Expectation {
  const { FindingWord, words, Text, RegisterCode, whole } = children;
  const what = one(FindingWord).image;
  if (!isFindingWord(what)) throw new Bug(`Nothing is ever found ${what}`);
  const subject = words
    ? buildWords(building, one(words))
    : Text
      ? buildText(building, one(Text))
      : buildCode(building, one(RegisterCode));
  return withoutUndefined({ kind: "finding" as const, what, subject, of: whole && buildWords(building, one(whole)) });
}
