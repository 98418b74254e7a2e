// Values, words, codes, registers, codings, acts, measures, statuses and bands: from YAML nodes to the tree.

import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import type { Place } from "./comments.ts";
import type { YamlNode } from "./document.ts";
import { readingsBuilder } from "./build-readings.ts";
import { readList } from "./read-list.ts";
import type { Part, Reading, Values } from "./read-statement.ts";
import { readStatement } from "./read-statement.ts";

// ---------------------------------------------------------------- values, words, codes

export function buildParameter(
  reading: Reading,
  node: YamlNode,
  place: Place,
  name: Ast.Name | undefined,
): Ast.Parameter | undefined {
  return readStatement(
    reading,
    "parameter",
    node,
    place,
    ({ values }) => values && name && { kind: "parameter", name, values: values.is },
  );
}

export function buildWord(
  reading: Reading,
  node: YamlNode,
  place: Place,
  name: Ast.Name | undefined,
): Ast.Word | undefined {
  return readStatement(reading, "word", node, place, ({ values }) => {
    if (values === undefined || name === undefined) return undefined;
    const { kind, title, "same-as": sameAs, people, needs = [], means } = values;
    return withoutUndefined({ kind: "word" as const, sort: kind.value, name, title, sameAs, people, needs, means });
  });
}

export function buildCode(
  reading: Reading,
  node: YamlNode,
  place: Place,
  code: Ast.Code | undefined,
): Ast.CodeDeclaration | undefined {
  return readStatement(reading, "code", node, place, ({ values }) => {
    if (values === undefined || code === undefined) return undefined;
    const { means: title, category, "on-site": onSite = false, from, until } = values;
    return withoutUndefined({ kind: "code-declaration" as const, code, title, category, onSite, from, until });
  });
}

// ---------------------------------------------------------------- registers and codings

export function buildRegister(
  reading: Reading,
  node: YamlNode,
  place: Place,
  name: Ast.Name | undefined,
): Ast.Register | undefined {
  return readStatement(reading, "register", node, place, ({ values, parts }) => {
    const items = readTimes(reading, parts.times);
    return values && name && withoutUndefined({ kind: "register" as const, name, group: values.for, items });
  });
}

function readTimes(reading: Reading, part: Part | undefined): readonly Ast.RegisterItem[] {
  return readList<Ast.RegisterItem>(reading, part, "The times of a register", {
    "register-moment": buildRegisterMoment,
    "register-zone": buildRegisterZone,
    "register-readings": readingsBuilder("register", readTimes),
  });
}

function buildRegisterMoment(reading: Reading, node: YamlNode, place: Place): Ast.RegisterMoment | undefined {
  return readStatement(
    reading,
    "register-moment",
    node,
    place,
    ({ values }) => values && { kind: "register-moment", moment: values.moment, time: values.is },
  );
}

function buildRegisterZone(reading: Reading, node: YamlNode, place: Place): Ast.RegisterZone | undefined {
  return readStatement(reading, "register-zone", node, place, ({ values }) => {
    if (values === undefined) return undefined;
    const { becomes, arrival: edges, unless } = values;
    return withoutUndefined({ kind: "register-zone" as const, becomes, edges, unless: unless?.condition });
  });
}

export function buildCoding(
  reading: Reading,
  node: YamlNode,
  place: Place,
  name: Ast.Name | undefined,
): Ast.Coding | undefined {
  return readStatement(reading, "coding", node, place, ({ values, parts }) => {
    const rows = readList<Ast.Coding["rows"][number]>(reading, parts.rows, "The rows of a coding", {
      ...codingRows,
      "coding-readings": readingsBuilder("coding", readCodingRows),
    });
    return values && name && { kind: "coding", name, rows };
  });
}

function readCodingRows(reading: Reading, part: Part | undefined): readonly Ast.CodingRow[] {
  return readList<Ast.CodingRow>(reading, part, "The rows of a coding", codingRows);
}

const codingRows = {
  "coding-row": (reading: Reading, node: YamlNode, place: Place): Ast.CodingRow | undefined =>
    readStatement(
      reading,
      "coding-row",
      node,
      place,
      ({ values }) => values && { kind: "coding-row", code: values.code, when: values.when },
    ),
  "coding-otherwise": (reading: Reading, node: YamlNode, place: Place): Ast.CodingRow | undefined =>
    readStatement(
      reading,
      "coding-otherwise",
      node,
      place,
      ({ values }) => values && { kind: "coding-row", code: values.otherwise },
    ),
};

// ---------------------------------------------------------------- acts

export function buildAct(
  reading: Reading,
  node: YamlNode,
  place: Place,
  name: Ast.Name | undefined,
): Ast.Act | undefined {
  return readStatement(reading, "act", node, place, ({ values, parts }) => {
    const allowedWhen = readList(reading, parts["allowed-only-when"], "When an act is allowed", {
      allowed: buildAllowed,
    });
    if (values === undefined || name === undefined) return undefined;
    const { says: saying, recording = [], by = [] } = values;
    return withoutUndefined({ kind: "act" as const, name, saying, recording, by, allowedWhen });
  });
}

function buildAllowed(reading: Reading, node: YamlNode, place: Place): Ast.Act["allowedWhen"][number] | undefined {
  return readStatement(
    reading,
    "allowed",
    node,
    place,
    ({ values }) => values && { kind: "allowed", condition: values.when },
  );
}

// ---------------------------------------------------------------- measures, statuses, bands

export function buildMeasure(
  reading: Reading,
  node: YamlNode,
  place: Place,
  name: Ast.Name | undefined,
): Ast.Measure | undefined {
  return readStatement(reading, "measure", node, place, ({ values, parts }) => {
    const rows = readList<Ast.MeasureRow>(reading, parts.rows, "The rows of a measure", measureRows);
    if (values === undefined || name === undefined) return undefined;
    const { "for-each": anchor, is } = values;
    return withoutUndefined({ kind: "measure" as const, name, anchor, rows: is === undefined ? rows : [onlyRow(is)] });
  });
}

/** The only value of a measure; its clauses and comments are the measure's. */
function onlyRow(value: Ast.Operand): Ast.MeasureRow {
  return { kind: "measure-row", span: value.span, comments: { before: [] }, clauses: [], value };
}

const measureRows = {
  "measure-row": (reading: Reading, node: YamlNode, place: Place): Ast.MeasureRow | undefined =>
    readStatement(
      reading,
      "measure-row",
      node,
      place,
      ({ values }) => values && { kind: "measure-row", value: values.is, when: values.when },
    ),
  "measure-otherwise": (reading: Reading, node: YamlNode, place: Place): Ast.MeasureRow | undefined =>
    readStatement(
      reading,
      "measure-otherwise",
      node,
      place,
      ({ values }) => values && { kind: "measure-row", value: values.otherwise },
    ),
};

export function buildStatus(
  reading: Reading,
  node: YamlNode,
  place: Place,
  name: Ast.Name | undefined,
): Ast.Status | undefined {
  return readStatement(reading, "status", node, place, ({ values }) => {
    if (values === undefined || name === undefined) return undefined;
    const rule = statusRule(values);
    return rule && withoutUndefined({ kind: "status" as const, name, title: values.title, rule });
  });
}

/** The table of shapes sees to it that one of the two is there. */
function statusRule({ when: condition, from, until }: Values<"status">): Ast.Status["rule"] | undefined {
  if (condition !== undefined) return { kind: "when", condition };
  return from && until && { kind: "switch", from, until };
}

export function buildBands(
  reading: Reading,
  node: YamlNode,
  place: Place,
  name: Ast.Name | undefined,
): Ast.Bands | undefined {
  return readStatement(reading, "bands", node, place, ({ values, parts }) => {
    const rows = readList(reading, parts.rows, "The rows of a table of bands", { band: buildBand });
    return values && name && { kind: "bands", name, of: values.of, rows };
  });
}

function buildBand(reading: Reading, node: YamlNode, place: Place): Ast.Band | undefined {
  return readStatement(reading, "band", node, place, ({ values }) => {
    if (values === undefined) return undefined;
    const { name: title, where: edges, worth } = values;
    return withoutUndefined({ kind: "band" as const, title, edges, worth });
  });
}
