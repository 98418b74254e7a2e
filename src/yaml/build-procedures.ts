// Procedures, duties, decisions, documents and notes: from YAML nodes to the tree.

import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { readingsBuilder } from "./build-readings.ts";
import type { Place } from "./comments.ts";
import type { YamlNode } from "./document.ts";
import { readList } from "./read-list.ts";
import type { Part, Reading } from "./read-statement.ts";
import { readStatement } from "./read-statement.ts";

// ---------------------------------------------------------------- procedures

export function buildProcedure(
  reading: Reading,
  node: YamlNode,
  place: Place,
  name: Ast.Name | undefined,
): Ast.Procedure | undefined {
  return readStatement(reading, "procedure", node, place, ({ values, parts }) => {
    const items = readCourse(reading, parts.course);
    if (values === undefined || name === undefined) return undefined;
    const { title, "for-each": anchor, options = [] } = values;
    const chosen = options.map((option) => option.value);
    return withoutUndefined({ kind: "procedure" as const, name, title, anchor, options: chosen, items });
  });
}

function readCourse(reading: Reading, part: Part | undefined): readonly Ast.ProcedureItem[] {
  return readList<Ast.ProcedureItem>(reading, part, "The course of a procedure", {
    transition: buildTransition,
    step: buildStep,
    "procedure-readings": readingsBuilder("procedure", readCourse),
  });
}

function buildTransition(reading: Reading, node: YamlNode, place: Place): Ast.Transition | undefined {
  return readStatement(reading, "transition", node, place, ({ values }) => {
    if (values === undefined) return undefined;
    const { starts, ends, pauses, as: outcome } = values;
    const condition = starts ?? ends ?? pauses;
    const what = starts ? ("starts" as const) : ends ? ("ends" as const) : ("pauses" as const);
    return condition && withoutUndefined({ kind: "transition" as const, what, condition, outcome });
  });
}

function buildStep(reading: Reading, node: YamlNode, place: Place): Ast.Step | undefined {
  return readStatement(reading, "step", node, place, ({ values, parts }) => {
    const items = readItems(reading, parts.do);
    if (values === undefined) return undefined;
    const { step: name, title, at, after, when, if: holds, unless } = values;
    const trigger = at ?? after ?? when;
    return trigger && withoutUndefined({ kind: "step" as const, name, title, trigger, guard: holds ?? unless, items });
  });
}

// ---------------------------------------------------------------- what is to be done

function readItems(reading: Reading, part: Part | undefined): readonly Ast.Item[] {
  return readList<Ast.Item>(reading, part, "What is to be done", {
    wait: buildWait,
    branch: buildBranch,
    repeat: buildRepeat,
    "item-readings": readingsBuilder("item", readItems),
    sentence: buildSentence,
  });
}

function buildSentence(reading: Reading, node: YamlNode, place: Place): Ast.Sentence | undefined {
  return readStatement(reading, "sentence", node, place, ({ values }) => values?.sentence);
}

function buildWait(reading: Reading, node: YamlNode, place: Place): Ast.Wait | undefined {
  return readStatement(reading, "wait", node, place, ({ values }) => values && { kind: "wait", length: values.wait });
}

function buildBranch(reading: Reading, node: YamlNode, place: Place): Ast.Branch | undefined {
  return readStatement(reading, "branch", node, place, ({ values, parts }) => {
    const then = readItems(reading, parts.then);
    const otherwiseComments = commentsOfKey(reading, parts.otherwise);
    const otherwise = readItems(reading, parts.otherwise);
    return (
      values && withoutUndefined({ kind: "branch" as const, condition: values.if, then, otherwise, otherwiseComments })
    );
  });
}

/** The comments before a second block and on the line of its key. */
function commentsOfKey({ comments }: Reading, part: Part | undefined): Ast.Comments | undefined {
  if (part === undefined) return undefined;
  const before = comments.takeBefore(part.from);
  const after = comments.takeOnLine(part.from);
  if (before.length === 0 && after === undefined) return undefined;
  return withoutUndefined({ before, after });
}

function buildRepeat(reading: Reading, node: YamlNode, place: Place): Ast.Repeat | undefined {
  return readStatement(reading, "repeat", node, place, ({ values, parts }) => {
    const body = readItems(reading, parts.do);
    return values && { kind: "repeat", ...values.repeat, body };
  });
}

// ---------------------------------------------------------------- duties, decisions, documents, notes

export function buildDuty(
  reading: Reading,
  node: YamlNode,
  place: Place,
  name: Ast.Name | undefined,
): Ast.Duty | undefined {
  return readStatement(reading, "duty", node, place, ({ values, parts }) => {
    const items = readList(reading, parts.do, "What a duty consists of", { sentence: buildSentence });
    if (values === undefined || name === undefined) return undefined;
    const { title, every, "for-each": anchor } = values;
    return withoutUndefined({ kind: "duty" as const, name, title, every, anchor, items });
  });
}

export function buildDecision(
  reading: Reading,
  node: YamlNode,
  place: Place,
  name: Ast.Name | undefined,
): Ast.Decision | undefined {
  return readStatement(reading, "decision", node, place, ({ values, parts }) => {
    const tests = readList(reading, parts.tests, "The tests of a decision", { "decision-test": buildDecisionTest });
    if (values === undefined || name === undefined) return undefined;
    const { asks: question, by = [], within, answers = [] } = values;
    return withoutUndefined({ kind: "decision" as const, name, question, by, within, tests, answers });
  });
}

function buildDecisionTest(reading: Reading, node: YamlNode, place: Place): Ast.Decision["tests"][number] | undefined {
  return readStatement(
    reading,
    "decision-test",
    node,
    place,
    ({ values }) => values && { kind: "decision-test", text: values.test },
  );
}

export function buildDocument(
  reading: Reading,
  node: YamlNode,
  place: Place,
  name: Ast.Name | undefined,
): Ast.Document | undefined {
  return readStatement(reading, "document", node, place, ({ values, parts }) => {
    const lines = readList<Ast.DocumentLine>(reading, parts.fields, "What a document holds and says", {
      "document-field": buildDocumentField,
      "document-text": buildDocumentText,
    });
    return values && name && { kind: "document", name, title: values.title, lines };
  });
}

function buildDocumentField(reading: Reading, node: YamlNode, place: Place): Ast.DocumentField | undefined {
  return readStatement(reading, "document-field", node, place, ({ values }) => {
    if (values === undefined) return undefined;
    const { needs, "may-have": mayHave, as: type, is: value, when } = values;
    const name = needs ?? mayHave;
    const need = needs ? ("needs" as const) : ("may have" as const);
    return name && withoutUndefined({ kind: "document-field" as const, need, name, type, value, when });
  });
}

function buildDocumentText(reading: Reading, node: YamlNode, place: Place): Ast.DocumentText | undefined {
  return readStatement(reading, "document-text", node, place, ({ values }) => {
    if (values === undefined) return undefined;
    const { says: text, part, when } = values;
    return withoutUndefined({ kind: "document-text" as const, part, text, when });
  });
}

export function buildNote(reading: Reading, node: YamlNode, place: Place): Ast.Note | undefined {
  return readStatement(
    reading,
    "note",
    node,
    place,
    ({ values }) => values && withoutUndefined({ kind: "note" as const, says: values.says, because: values.because }),
  );
}
