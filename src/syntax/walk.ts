// The children of every node, and a walk over a tree. A new kind of node breaks the build here until it is served.

import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "./ast.ts";

export type Node =
  | Ast.Policy
  | Ast.Header
  | Ast.Unreadable
  | Ast.Declaration
  | Ast.Reading<Ast.Declaration>
  | Ast.RegisterItem
  | Ast.Reading<Ast.RegisterItem>
  | Ast.Coding["rows"][number]
  | Ast.Reading<Ast.CodingRow>
  | Ast.Act["allowedWhen"][number]
  | Ast.MeasureRow
  | Ast.Band
  | Ast.ProcedureItem
  | Ast.Reading<Ast.ProcedureItem>
  | Ast.Item
  | Ast.Reading<Ast.Item>
  | Ast.Decision["tests"][number]
  | Ast.DocumentLine
  | Ast.ExampleItem
  | Ast.Anchor
  | Ast.Parties
  | Ast.Party
  | Ast.Deadline
  | Ast.Condition
  | Ast.Moment
  | Ast.Window
  | Ast.Operand
  | Ast.Words
  | Ast.Name
  | Ast.Text
  | Ast.Code;

export type NodeKind = Node["kind"];

export type NodeOf<Kind extends NodeKind> = Extract<Node, { readonly kind: Kind }>;

type Children = readonly (Node | undefined)[];

/** Clauses come last, as they are written; everything else in the order in which it is printed. */
const childrenOf: { readonly [Kind in NodeKind]: (node: NodeOf<Kind>) => Children } = {
  policy: ({ name, title, clauses, headers, declarations, unreadable }) => [
    name,
    title,
    ...clauses,
    ...headers,
    ...declarations,
    ...unreadable,
  ],
  header: ({ entry, clauses }) => [...entryChildren(entry), ...clauses],
  unreadable: () => [],

  // Declarations
  readings: ({ question, clauses, alternatives }) => [question, ...clauses, ...alternatives],
  reading: ({ label, because, clauses, body }) => [label, because, ...clauses, ...body],
  parameter: ({ name, values, clauses }) => [
    name,
    ...values.flatMap(({ value, from, until }) => [value, from, until]),
    ...clauses,
  ],
  word: ({ name, title, sameAs, needs, means, clauses }) => [name, title, sameAs, ...needs, means, ...clauses],
  "code-declaration": ({ code, title, category, from, until, clauses }) => [
    code,
    title,
    category,
    from,
    until,
    ...clauses,
  ],
  register: ({ name, group, clauses, items }) => [name, group, ...clauses, ...items],
  "register-moment": ({ moment, time, clauses }) => [moment, time, ...clauses],
  "register-zone": ({ becomes, edges, unless, clauses }) => [
    becomes,
    ...edges.map((edge) => edge.time),
    unless,
    ...clauses,
  ],
  coding: ({ name, clauses, rows }) => [name, ...clauses, ...rows],
  "coding-row": ({ code, when, clauses }) => [code, when, ...clauses],
  act: ({ name, saying, recording, by, clauses, allowedWhen }) => [
    name,
    saying,
    ...recording.flatMap((field) => [field.name, field.type]),
    ...by,
    ...clauses,
    ...allowedWhen,
  ],
  allowed: ({ condition, clauses }) => [condition, ...clauses],
  measure: ({ name, anchor, clauses, rows }) => [name, anchor, ...clauses, ...rows],
  "measure-row": ({ value, when, clauses }) => [value, when, ...clauses],
  status: ({ name, title, rule, clauses }) => [
    name,
    title,
    ...(rule.kind === "when" ? [rule.condition] : [rule.from, rule.until]),
    ...clauses,
  ],
  bands: ({ name, of, clauses, rows }) => [name, of, ...clauses, ...rows],
  band: ({ title, edges, worth, clauses }) => [title, ...edges.map((edge) => edge.value), worth, ...clauses],
  procedure: ({ name, title, anchor, clauses, items }) => [name, title, anchor, ...clauses, ...items],
  transition: ({ condition, outcome, clauses }) => [condition, outcome, ...clauses],
  step: ({ name, title, trigger, guard, clauses, items }) => [
    name,
    title,
    ...triggerChildren(trigger),
    guard?.condition,
    ...clauses,
    ...items,
  ],
  duty: ({ name, title, every, anchor, clauses, items }) => [name, title, every, anchor, ...clauses, ...items],
  decision: ({ name, question, by, within, clauses, tests, answers }) => [
    name,
    question,
    ...by,
    within,
    ...clauses,
    ...tests,
    ...answers,
  ],
  "decision-test": ({ text, clauses }) => [text, ...clauses],
  document: ({ name, title, clauses, lines }) => [name, title, ...clauses, ...lines],
  "document-field": ({ name, type, value, when, clauses }) => [name, type, value, when, ...clauses],
  "document-text": ({ part, text, when, clauses }) => [part, text, when, ...clauses],
  note: ({ says, because, clauses }) => [says, because, ...clauses],

  // Sentences and other items
  sentence: (sentence) => [
    sentence.actors,
    sentence.act,
    sentence.object,
    sentence.to,
    sentence.with,
    sentence.about,
    ...sentence.through,
    sentence.using,
    sentence.deadline,
    ...sentence.recording,
    sentence.guard?.condition,
    ...sentence.clauses,
  ],
  parties: ({ members }) => members,
  party: ({ name }) => [name],
  by: ({ moment }) => [moment],
  within: ({ length, of }) => [length, of],
  wait: ({ length, clauses }) => [length, ...clauses],
  branch: ({ condition, clauses, then, otherwise }) => [condition, ...clauses, ...then, ...otherwise],
  repeat: ({ cadence, cap, clauses, body }) => [...cadenceChildren(cadence, cap?.per), ...clauses, ...body],

  // Examples
  example: ({ title, clauses, items }) => [title, ...clauses, ...items],
  "example-pupil": ({ facts, flags, parents, clauses }) => [...fieldChildren(facts), ...flags, ...parents, ...clauses],
  "example-staff": ({ role, fields, clauses }) => [role, ...fieldChildren(fields), ...clauses],
  "example-marks": ({ date, marks, known, clauses }) => [date, marks, known, ...clauses],
  "example-record": ({ at, act, object, by, to, fields, known, clauses }) => [
    at,
    act,
    object,
    by,
    ...to,
    ...fieldChildren(fields),
    known,
    ...clauses,
  ],
  "example-arrival": ({ at, fields, clauses }) => [at, ...fieldChildren(fields), ...clauses],
  "example-assumption": ({ clauses }) => clauses,
  "example-expectation": ({ at, expectation, clauses }) => [at, ...expectationChildren(expectation), ...clauses],

  // Conditions
  and: ({ parts }) => parts,
  or: ({ parts }) => parts,
  not: ({ part }) => [part],
  group: ({ part }) => [part],
  "some-of": ({ parts }) => parts,
  judged: ({ question, by }) => [question, ...by],
  during: ({ act }) => [act],
  is: ({ subject, value }) => [subject, value],
  compare: ({ left, right }) => [left, right],
  holds: ({ phrase }) => [phrase],

  // Values, moments, windows
  count: ({ what, coded, window }) => [what, ...coded, window],
  phrase: ({ words, of, window, at }) => [words, of, window, at],
  quantity: ({ unit }) => [unit],
  number: () => [],
  percent: () => [],
  money: () => [],
  time: () => [],
  date: () => [],
  "date-time": () => [],
  unspecified: () => [],
  at: ({ ref }) => [ref],
  "end-of-day": () => [],
  next: ({ unit }) => [unit],
  "day-of": ({ ref }) => [ref],
  counted: ({ length, ref }) => [length, ref],
  choice: ({ first, second }) => [first, second],
  bound: ({ of }) => [of],
  this: ({ period }) => [period],
  previous: ({ period }) => [period],
  last: ({ length }) => [length],
  in: ({ length }) => [length],
  over: ({ hole }) => [hole],
  since: ({ start }) => [start],
  between: ({ start, end }) => [start, end],
  ever: () => [],
  today: () => [],

  // Words
  anchor: ({ names, coded }) => [...names, ...coded],
  words: ({ words }) => words,
  name: () => [],
  text: () => [],
  code: () => [],
};

function entryChildren(entry: Ast.Header["entry"]): Children {
  switch (entry.kind) {
    case "extends":
      return [entry.name];
    case "in-force":
      return [entry.from, entry.until];
    case "review-by":
      return [entry.date];
    case "clauses-from":
    case "calendar-from":
    case "accepted-from":
      return [entry.file];
    default:
      return assertNever(entry);
  }
}

function triggerChildren(trigger: Ast.Step["trigger"]): Children {
  switch (trigger.kind) {
    case "on":
      return [trigger.moment];
    case "after":
      return [trigger.step];
    case "when":
      return [trigger.condition];
    case "start":
      return [];
    default:
      return assertNever(trigger);
  }
}

function cadenceChildren(cadence: Ast.Repeat["cadence"], per: Ast.Words | undefined): Children {
  switch (cadence.kind) {
    case "each-time":
      return [cadence.event, per];
    case "each-day-of":
      return [cadence.unit, cadence.of, per];
    case "every":
      return [cadence.length, per, cadence.until];
    default:
      return assertNever(cadence);
  }
}

function expectationChildren(expectation: Ast.Expectation): Children {
  switch (expectation.kind) {
    case "condition":
      return [expectation.condition];
    case "obligation":
      return [expectation.sentence];
    case "finding":
      return [expectation.subject, expectation.of];
    default:
      return assertNever(expectation);
  }
}

function fieldChildren(fields: readonly Ast.FieldValue[]): Children {
  return fields.flatMap((field) => [field.name, field.value]);
}

/** The nodes directly below, in the order of the printed text. */
export function children(node: Node): readonly Node[] {
  const list = childrenOf[node.kind] as (node: Node) => Children;
  return list(node).filter((child) => child !== undefined);
}

/** For each kind of node what to do on reaching it; a kind that is left out is passed through. */
export type Visitor = { readonly [Kind in NodeKind]?: (node: NodeOf<Kind>) => void };

/** Visits a node before its children, and these in the order of the printed text. */
export function walk(node: Node, visitor: Visitor): void {
  const visit = visitor[node.kind] as ((node: Node) => void) | undefined;
  visit?.(node);
  for (const child of children(node)) walk(child, visitor);
}
