// Concrete tree → registers and codings.

import { edgeFromWords } from "../units/edge.ts";
import { Bug } from "../support/bug.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "./ast.ts";
import { buildCondition } from "./build-conditions.ts";
import type { Building } from "./build-context.ts";
import { buildBlock, buildCode, buildStatement, buildTail, lineFacts, maybe, nodeSpan, one } from "./build-context.ts";
import { buildReadings } from "./build-readings.ts";
import { buildName, buildTime, buildUnspecified, buildWords } from "./build-values.ts";
import type * as Cst from "./cst.ts";

export function buildRegister(building: Building, register: Cst.Register): Ast.Register | undefined {
  const { comments, items } = buildRegisterBlock(building, one(register.children.registerBlock));
  const heading = maybe(register.children.registerHeading);
  if (heading === undefined) return undefined;
  const { name, group, tail } = heading.children;
  return withoutUndefined({
    kind: "register" as const,
    ...buildTail(building, one(tail)),
    name: buildName(building, one(name)),
    group: group && buildName(building, one(group)),
    items,
    comments,
    span: nodeSpan(building, register),
  });
}

function buildRegisterBlock(building: Building, block: Cst.RegisterBlock) {
  return buildBlock(building, block.children, block.children.registerItem, (item) =>
    buildStatement(building, item, () => buildRegisterItem(building, item)),
  );
}

function buildRegisterItem(building: Building, item: Cst.RegisterItem): Ast.RegisterItem | undefined {
  const { registerReadings, registerZone, registerMoment } = item.children;
  if (registerZone !== undefined) return buildZone(building, one(registerZone));
  if (registerMoment !== undefined) return buildRegisterMoment(building, one(registerMoment));
  const readings = one(registerReadings);
  const { readingsHeading, registerReading } = readings.children;
  return buildReadings(building, readings, maybe(readingsHeading), registerReading, ({ children }) => ({
    heading: maybe(children.readingHeading),
    block: () => buildRegisterBlock(building, one(children.registerBlock)),
  }));
}

function buildRegisterMoment(building: Building, moment: Cst.RegisterMoment): Ast.RegisterMoment {
  const { words, ClockTime, Unspecified, tail } = moment.children;
  return {
    kind: "register-moment",
    ...lineFacts(building, moment, one(tail)),
    moment: buildWords(building, one(words)),
    time: ClockTime === undefined ? buildUnspecified(building, one(Unspecified)) : buildTime(building, one(ClockTime)),
  };
}

function buildZone(building: Building, zone: Cst.RegisterZone): Ast.RegisterZone {
  const { RegisterCode, name, zoneEdges, condition, tail } = zone.children;
  return withoutUndefined({
    kind: "register-zone" as const,
    ...lineFacts(building, zone, one(tail)),
    becomes: RegisterCode ? buildCode(building, one(RegisterCode)) : buildName(building, one(name)),
    edges: buildZoneEdges(building, one(zoneEdges)),
    unless: condition && buildCondition(building, one(condition)),
  });
}

export function buildZoneEdges(building: Building, edges: Cst.ZoneEdges): Ast.RegisterZone["edges"] {
  return edges.children.zoneEdge.map((edge) => buildZoneEdge(building, edge));
}

function buildZoneEdge(building: Building, node: Cst.ZoneEdge): Ast.RegisterZone["edges"][number] {
  const edge = edgeFromWords(one(node.children.Edge).image);
  if (edge === undefined) throw new Bug(`No edge is called ${one(node.children.Edge).image}`);
  return { edge, time: buildTime(building, one(node.children.ClockTime)), span: nodeSpan(building, node) };
}

// ---------------------------------------------------------------- coding

export function buildCoding(building: Building, coding: Cst.Coding): Ast.Coding | undefined {
  const { comments, items } = buildCodingBlock(building, one(coding.children.codingBlock));
  const heading = maybe(coding.children.codingHeading);
  if (heading === undefined) return undefined;
  return {
    kind: "coding",
    ...buildTail(building, one(heading.children.tail)),
    name: buildName(building, one(heading.children.name)),
    rows: items,
    comments,
    span: nodeSpan(building, coding),
  };
}

function buildCodingBlock(building: Building, block: Cst.CodingBlock) {
  return buildBlock(building, block.children, block.children.codingItem, (item) =>
    buildStatement(building, item, () => buildCodingItem(building, item)),
  );
}

function buildCodingItem(building: Building, item: Cst.CodingItem): Ast.Coding["rows"][number] | undefined {
  const { codingReadings, codingRow } = item.children;
  if (codingRow !== undefined) return buildCodingRow(building, one(codingRow));
  const readings = one(codingReadings);
  const { readingsHeading, codingReading } = readings.children;
  return buildReadings(building, readings, maybe(readingsHeading), codingReading, ({ children }) => ({
    heading: maybe(children.readingHeading),
    block: () =>
      buildBlock(building, children, children.codingRow, (row) =>
        buildStatement(building, row, () => buildCodingRow(building, row)),
      ),
  }));
}

function buildCodingRow(building: Building, row: Cst.CodingRow): Ast.CodingRow {
  const { RegisterCode, condition, tail } = row.children;
  return withoutUndefined({
    kind: "coding-row" as const,
    ...lineFacts(building, row, one(tail)),
    code: buildCode(building, one(RegisterCode)),
    when: condition && buildCondition(building, one(condition)),
  });
}
