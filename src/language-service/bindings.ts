// A policy that was read, with the names it can see → every word in it that names something, and what it names. All readings are
// looked at, also those that do not stand, so that a name can be followed wherever its author wrote it.

import { knownMerges } from "../checker/check-document-texts.ts";
import type { Names } from "../checker/names.ts";
import type { Scope } from "../checker/scope.ts";
import { phraseText } from "../checker/units.ts";
import type { Layer } from "../draft.ts";
import { remember } from "../support/remember.ts";
import type * as Ast from "../syntax/ast.ts";
import { mergedNames } from "../syntax/merge-text.ts";
import { children } from "../syntax/walk.ts";
import type { Node, NodeKind, NodeOf } from "../syntax/walk.ts";
import { target } from "./target.ts";
import type { TargetTable } from "./target.ts";
import {
  bind,
  bindCounted,
  bindEvent,
  bindIs,
  bindMeaning,
  bindName,
  bindObject,
  bindValue,
  bindWord,
} from "./words-bound.ts";
import type { Binding, Bindings } from "./words-bound.ts";

/** In the order of the text; none where the policy cannot be read at all. */
export const bindingsOf = remember(({ ast, rules }: Layer): Bindings => {
  if (ast === undefined || rules === undefined) return [];
  const found: Binding[] = [];
  const visit = (node: Node, scope: Scope): void => {
    const binder = binders[node.kind] as ((node: Node, scope: Scope) => Bindings) | undefined;
    if (binder !== undefined) found.push(...binder(node, scope));
    if ("clauses" in node)
      for (const clause of node.clauses) found.push(...bind(clause, target("clause", clause.text)));
    const inner = node.kind === "procedure" ? within(scope, node.name.text) : scope;
    for (const child of children(node)) visit(child, inner);
  };
  visit(ast, rules.layer.scope);
  return found.toSorted((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
});

/** The innermost name at a place; its end counts as well, for that is where a cursor stands after writing it. */
export function bindingAt(layer: Layer, offset: number): Binding | undefined {
  const here = bindingsOf(layer).filter(({ span }) => span.from <= offset && offset <= span.to);
  return here.find(({ span }) => offset < span.to) ?? here.at(-1);
}

function within(scope: Scope, name: string): Scope {
  const procedure = scope.names.procedures.get(name);
  return procedure === undefined ? scope : { ...scope, procedure };
}

// ---------------------------------------------------------------- by kind of node

type Binders = { readonly [Kind in NodeKind]?: (node: NodeOf<Kind>, scope: Scope) => Bindings };

const binders: Binders = {
  policy: ({ name }) => bind(name, target("layer", name.text), true),
  header: ({ entry }) => (entry.kind === "extends" ? bind(entry.name, target("layer", entry.name.text)) : []),

  // Declarations
  parameter: declares("parameter"),
  word: (node, scope) => [...declares("word")(node), ...bindWord(scope, node.sameAs)],
  "code-declaration": ({ code }) => bind(code, target("code", code.text), true),
  register: (node, scope) => [...declares("register")(node), ...bindWord(scope, node.group)],
  "register-zone": ({ becomes }, { names }) =>
    becomes.kind === "code" ? bindCodes([becomes], names) : bindName(becomes, "act", names.acts),
  coding: declares("coding"),
  "coding-row": ({ code }, { names }) => bindCodes([code], names),
  act: ({ name, saying, recording, by }, scope) => [
    ...declares("act")({ name }),
    ...(saying === undefined
      ? []
      : [{ span: saying.span, target: target("act", name.text), part: "saying" as const, declares: true }]),
    ...recording.flatMap((field) => bind(field.name, target("field", field.name.text), true)),
    ...by.flatMap((role) => bindWord(scope, role)),
  ],
  measure: declares("measure"),
  status: ({ name, rule }, scope) => [
    ...declares("status")({ name }),
    ...(rule.kind === "when" ? [] : [rule.from, rule.until]).flatMap((event) => bindRef(scope, event)),
  ],
  bands: ({ name, rows }) => [
    ...declares("bands")({ name }),
    ...rows.flatMap(({ title }) => bind(title, target("band", title.text, name.text), true)),
  ],
  procedure: (node) => [
    ...declares("procedure")(node),
    ...stepsIn(node.items).flatMap(({ name }) => bind(name, target("step", name.text, node.name.text), true)),
  ],
  step: ({ trigger }, { procedure }) =>
    trigger.kind === "after" && procedure?.steps.has(trigger.step.text) === true
      ? bind(trigger.step, target("step", trigger.step.text, procedure.name))
      : [],
  duty: declares("duty"),
  decision: ({ name, by, answers, within: length }, scope) => [
    ...declares("decision")({ name }),
    ...by.flatMap((role) => bindWord(scope, role)),
    ...answers.flatMap((answer) => bind(answer, target("answer", answer.text, name.text), true)),
    ...bindLength(scope, length),
  ],
  document: (node, scope) => [...declares("object")(node), ...bindMerges(scope, node)],
  "document-field": ({ name, value }, scope) => [
    ...bind(name, target("field", name.text), true),
    ...(value === undefined ? bindFigure(scope, name) : []),
  ],
  "document-text": ({ part }) => (part === undefined ? [] : bind(part, target("field", part.text))),

  // Sentences and other items
  sentence: ({ act, object, about, through, using, recording }, scope) => [
    ...bindName(act, "act", scope.names.acts),
    ...(object?.kind === "words" ? bindObject(scope, object) : []),
    ...(about === undefined ? [] : bindTopic(scope, about)),
    ...through.flatMap((channel) => bindWord(scope, channel)),
    ...bindName(using, "object", scope.names.documents),
    ...recording.flatMap((field) => bind(field, target("field", field.text))),
  ],
  party: ({ name }, scope) => bindWord(scope, name),
  within: ({ length, of }, scope) => [...bindLength(scope, length), ...bindRef(scope, of)],
  wait: ({ length }, scope) => bindLength(scope, length),
  repeat: ({ cadence }, scope) => {
    if (cadence.kind === "each-time") return bindEvent(scope, cadence.event);
    return cadence.kind === "every" ? bindLength(scope, cadence.length) : [];
  },

  // Conditions, values, moments, windows
  judged: ({ question, by }, scope) => [
    ...(question.kind === "name" ? bindName(question, "decision", scope.names.decisions) : []),
    ...by.flatMap((role) => bindWord(scope, role)),
  ],
  during: ({ act }, scope) => bindEvent(scope, act),
  is: ({ subject, value }, scope) => bindIs(scope, subject, value),
  count: ({ what, coded }, scope) => [...bindCounted(scope, what), ...bindCodes(coded, scope.names)],
  phrase: ({ words, of, at }, scope) => [
    ...bindMeaning(scope, words),
    ...(of !== undefined && scope.names.words.has(phraseText(of)) ? bind(of, target("word", phraseText(of))) : []),
    ...bindRef(scope, at),
  ],
  at: ({ ref }, scope) => bindRef(scope, ref),
  "day-of": ({ ref }, scope) => bindRef(scope, ref),
  counted: ({ length, ref }, scope) => [...bindLength(scope, length), ...bindRef(scope, ref)],
  bound: ({ of }, { names }) => (names.acts.has(phraseText(of)) ? bind(of, target("act", phraseText(of))) : []),
  last: ({ length }, scope) => bindLength(scope, length),
  in: ({ length }, scope) => bindLength(scope, length),
  since: ({ start }, scope) => bindRef(scope, start),
  between: ({ start, end }, scope) => [...bindRef(scope, start), ...bindRef(scope, end)],
  anchor: (node, scope) => [...bindAnchor(scope, node), ...bindCodes(node.coded, scope.names)],

  // Examples
  "example-pupil": ({ facts, flags }, scope) => [
    ...facts.flatMap(({ name, value }) =>
      name.text === "group" && value.kind === "words" ? bindValue(scope, value) : [],
    ),
    ...flags.flatMap((flag) => bindWord(scope, flag)),
  ],
  "example-staff": ({ role, fields }, scope) => [...bindWord(scope, role), ...bindFields(scope, fields)],
  "example-record": ({ act, object, by, to, fields }, scope) => [
    ...bindName(act, "act", scope.names.acts),
    ...(object === undefined ? [] : bindObject(scope, object)),
    ...[...(by === undefined ? [] : [by]), ...to].flatMap((role) => bindWord(scope, role)),
    ...bindFields(scope, fields),
  ],
  "example-arrival": ({ fields }, scope) => bindFields(scope, fields),
  "example-expectation": ({ expectation }, scope) =>
    expectation.kind === "finding" ? bindFinding(scope, expectation) : [],
};

function declares(table: TargetTable): (node: { readonly name: Ast.Name }) => Bindings {
  return ({ name }) => bind(name, target(table, name.text), true);
}

function bindCodes(codes: readonly Ast.Code[], { codes: known }: Names): Bindings {
  return codes.filter(({ text }) => known.has(text)).flatMap((code) => bind(code, target("code", code.text)));
}

function bindLength(scope: Scope, length: Ast.Length | Ast.Unspecified | undefined): Bindings {
  return length?.kind === "name" ? bindName(length, "parameter", scope.names.parameters) : [];
}

function bindRef(scope: Scope, ref: { readonly kind: string } | undefined): Bindings {
  return ref?.kind === "words" ? bindEvent(scope, ref as Ast.Words) : [];
}

function stepsIn(items: readonly Ast.ProcedureItem[]): readonly Ast.Step[] {
  return items.flatMap((item) => {
    if (item.kind === "step") return [item];
    return item.kind === "readings" ? item.alternatives.flatMap(({ body }) => stepsIn(body)) : [];
  });
}

/** Lives on an act, in one name or in words for it once it is done; what is left are the calendar's and the register's own. */
function bindAnchor(scope: Scope, { names: [first, ...others] }: Ast.Anchor): Bindings {
  return first === undefined || others.length > 0 ? [] : bindName(first, "act", scope.names.acts);
}

/** What a letter or a meeting is about may be of many kinds; the checker asks only whether there is such a thing. */
function bindTopic(scope: Scope, topic: Ast.Words): Bindings {
  const name = phraseText(topic).replaceAll(" ", "-");
  const { names } = scope;
  const tables: readonly (readonly [TargetTable, { readonly has: (name: string) => boolean }])[] = [
    ["status", names.statuses],
    ["word", names.words],
    ["measure", names.measures],
    ["bands", names.bands],
    ["procedure", names.procedures],
    ["duty", names.duties],
    ["decision", names.decisions],
    ["parameter", names.parameters],
    ["act", names.acts],
    ["object", names.objects],
  ];
  const found = tables.find(([, known]) => known.has(name));
  return found === undefined ? bindMeaning(scope, topic) : bind(topic, target(found[0], name));
}

/** In braces, as the checker finds them: a field of the document, then what the policy calls so; what every letter knows is no name. */
function bindMerges(scope: Scope, { lines }: Ast.Document): Bindings {
  const fields = new Set(lines.flatMap((line) => (line.kind === "document-field" ? [line.name.text] : [])));
  const merged = lines.flatMap((line) => (line.kind === "document-text" ? mergedNames(line.text) : []));
  return merged.flatMap((name) => {
    if (fields.has(name.text)) return bind(name, target("field", name.text));
    if (Object.hasOwn(knownMerges, name.text)) return [];
    const { bands, words } = scope.names;
    const titled = [...bindName(name, "bands", bands), ...bindName(name, "word", words)];
    return [...bindFigure(scope, name), ...titled].slice(0, 1);
  });
}

/** A field of this name is filled from it. */
function bindFigure({ names }: Scope, name: Ast.Name): Bindings {
  return [...bindName(name, "measure", names.measures), ...bindName(name, "parameter", names.parameters)].slice(0, 1);
}

function bindFields(scope: Scope, fields: readonly Ast.FieldValue[]): Bindings {
  return fields.flatMap(({ name, value }) => [
    ...bindName(name, "field", scope.names.recordable),
    ...(value.kind === "words" ? bindValue(scope, value) : []),
  ]);
}

type Finding = Extract<Ast.Expectation, { kind: "finding" }>;

function bindFinding(scope: Scope, { what, subject, of }: Finding): Bindings {
  const { names } = scope;
  const owner = of === undefined ? [] : bindOwner(scope, of);
  if (subject.kind === "text") return owner;
  if (subject.kind === "code") return [...bindCodes([subject], names), ...owner];
  const name = phraseText(subject).replaceAll(" ", "-");
  switch (what) {
    case "asked":
      return [...bind(subject, target("decision", name)), ...owner];
    case "missing":
      return [...bind(subject, target("field", name)), ...owner];
    case "unfilled":
      return [...bind(subject, target("word", name)), ...owner];
    case "unscheduled":
      return [...bind(subject, target("duty", name)), ...owner];
    case "refused":
    case "overturned":
      return [...bindOwner(scope, subject), ...owner];
    case "proposed":
    case "code":
      return owner;
  }
}

function bindOwner(scope: Scope, words: Ast.Words): Bindings {
  const { names } = scope;
  const name = phraseText(words).replaceAll(" ", "-");
  if (names.acts.has(name)) return bind(words, target("act", name));
  if (names.objects.has(name)) return bindObject(scope, words);
  if (names.procedures.has(name)) return bind(words, target("procedure", name));
  if (names.duties.has(name)) return bind(words, target("duty", name));
  const owners = [...names.procedures.values()].filter(({ steps }) => steps.has(name));
  const [only] = owners;
  return only !== undefined && owners.length === 1 ? bind(words, target("step", name, only.name)) : [];
}
