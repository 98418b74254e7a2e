// Concrete tree → measures, statuses and bands.

import { edgeFromWords } from "../units/edge.ts";
import { Bug } from "../support/bug.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "./ast.ts";
import { buildCondition } from "./build-conditions.ts";
import type { Building } from "./build-context.ts";
import {
  buildBlock,
  buildStatement,
  buildTail,
  buildText,
  lineFacts,
  maybe,
  nodeSpan,
  one,
  tokenSpan,
} from "./build-context.ts";
import { buildAnchor } from "./build-procedures.ts";
import { buildLiteral, buildName, buildOperand, buildUnspecified, buildWords } from "./build-values.ts";
import type * as Cst from "./cst.ts";

// ---------------------------------------------------------------- measures

export function buildMeasure(building: Building, measure: Cst.Measure): Ast.Measure | undefined {
  const block = maybe(measure.children.measureBlock);
  return block === undefined ? buildSingle(building, measure) : buildTable(building, measure, block);
}

/** A measure of one value: the line carries the clauses and comments, its only row none. */
function buildSingle(building: Building, measure: Cst.Measure): Ast.Measure | undefined {
  const facts = lineFacts(building, measure, one(measure.children.tail));
  const operand = buildOperand(building, one(measure.children.operand));
  const row: Ast.MeasureRow = {
    kind: "measure-row",
    span: operand.span,
    comments: { before: [] },
    clauses: [],
    value: operand,
  };
  return withHeading(building, measure, (heading) => ({ kind: "measure", ...facts, ...heading, rows: [row] }));
}

function buildTable(building: Building, measure: Cst.Measure, block: Cst.MeasureBlock): Ast.Measure | undefined {
  const { comments, items } = buildBlock(building, block.children, block.children.measureRow, (row) =>
    buildStatement(building, row, () => buildRow(building, row)),
  );
  const tail = buildTail(building, one(measure.children.tail));
  const span = nodeSpan(building, measure);
  return withHeading(building, measure, (heading) => ({
    kind: "measure",
    ...tail,
    ...heading,
    rows: items,
    comments,
    span,
  }));
}

function withHeading(
  building: Building,
  measure: Cst.Measure,
  build: (heading: Pick<Ast.Measure, "name" | "anchor">) => Ast.Measure,
): Ast.Measure | undefined {
  const heading = maybe(measure.children.measureHeading);
  if (heading === undefined) return undefined;
  const { name, anchor } = heading.children;
  return build(
    withoutUndefined({ name: buildName(building, one(name)), anchor: anchor && buildAnchor(building, one(anchor)) }),
  );
}

function buildRow(building: Building, row: Cst.MeasureRow): Ast.MeasureRow {
  const { operand, condition, tail } = row.children;
  return withoutUndefined({
    kind: "measure-row" as const,
    ...lineFacts(building, row, one(tail)),
    value: buildOperand(building, one(operand)),
    when: condition && buildCondition(building, one(condition)),
  });
}

// ---------------------------------------------------------------- statuses

export function buildStatus(building: Building, status: Cst.Status): Ast.Status {
  const { name, Text, condition, statusSwitch, tail } = status.children;
  return withoutUndefined({
    kind: "status" as const,
    ...lineFacts(building, status, one(tail)),
    name: buildName(building, one(name)),
    title: Text && buildText(building, one(Text)),
    rule: condition
      ? { kind: "when" as const, condition: buildCondition(building, one(condition)) }
      : buildSwitch(building, one(statusSwitch)),
  });
}

function buildSwitch(building: Building, { children }: Cst.StatusSwitch): Ast.Status["rule"] {
  const { words, end, Unspecified } = children;
  return {
    kind: "switch",
    from: buildWords(building, one(words)),
    until: end ? buildWords(building, one(end)) : buildUnspecified(building, one(Unspecified)),
  };
}

// ---------------------------------------------------------------- bands

export function buildBands(building: Building, bands: Cst.Bands): Ast.Bands | undefined {
  const { comments, items } = buildBlock(building, bands.children, bands.children.band, (band) =>
    buildStatement(building, band, () => buildBand(building, band)),
  );
  const heading = maybe(bands.children.bandsHeading);
  if (heading === undefined) return undefined;
  return {
    kind: "bands",
    ...buildTail(building, one(heading.children.tail)),
    name: buildName(building, one(heading.children.name)),
    of: buildOperand(building, one(heading.children.operand)),
    rows: items,
    comments,
    span: nodeSpan(building, bands),
  };
}

function buildBand(building: Building, band: Cst.Band): Ast.Band {
  const { Text, bandEdges, literal, tail } = band.children;
  return withoutUndefined({
    kind: "band" as const,
    ...lineFacts(building, band, one(tail)),
    title: buildText(building, one(Text)),
    edges: buildBandEdges(building, one(bandEdges)),
    worth: literal && buildLiteral(building, one(literal)),
  });
}

export function buildBandEdges(building: Building, edges: Cst.BandEdges): Ast.Band["edges"] {
  return edges.children.bandEdge.map((edge) => buildBandEdge(building, edge));
}

function buildBandEdge(building: Building, node: Cst.BandEdge): Ast.Band["edges"][number] {
  const token = one(node.children.Edge);
  const edge = edgeFromWords(token.image);
  if (edge === undefined) throw new Bug(`No edge is called ${token.image} at ${tokenSpan(building, token).from}`);
  return { edge, value: buildLiteral(building, one(node.children.literal)), span: nodeSpan(building, node) };
}
