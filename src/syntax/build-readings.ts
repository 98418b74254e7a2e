// Concrete tree → readings: the ways to understand a text, whatever they are readings of.

import type { IToken } from "chevrotain";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "./ast.ts";
import type { Building, Placed } from "./build-context.ts";
import { buildBlock, buildStatement, buildTail, buildText, maybe, nodeSpan, one } from "./build-context.ts";
import type * as Cst from "./cst.ts";

interface ReadingsNode extends Placed {
  readonly children: { readonly OpenBlock: readonly IToken[]; readonly CloseBlock: readonly IToken[] };
}

interface ReadingParts<Node> {
  readonly heading: Cst.ReadingHeading | undefined;
  readonly block: () => { readonly comments: Ast.Comments; readonly items: readonly Node[] };
}

/** Undefined when its first line could not be read; its alternatives are built all the same, for their own faults. */
export function buildReadings<Alternative extends Placed, Node>(
  building: Building,
  readings: ReadingsNode,
  heading: Cst.ReadingsHeading | undefined,
  alternatives: readonly Alternative[] | undefined,
  partsOf: (alternative: Alternative) => ReadingParts<Node>,
): Ast.Readings<Node> | undefined {
  const { comments, items } = buildBlock(building, readings.children, alternatives, (alternative) =>
    buildStatement(building, alternative, () => buildReading(building, alternative, partsOf(alternative))),
  );
  if (heading === undefined) return undefined;
  return {
    kind: "readings",
    ...buildTail(building, one(heading.children.tail)),
    question: buildText(building, one(heading.children.Text)),
    alternatives: items,
    comments,
    span: nodeSpan(building, readings),
  };
}

function buildReading<Node>(
  building: Building,
  node: Placed,
  parts: ReadingParts<Node>,
): Ast.Reading<Node> | undefined {
  const { comments, items } = parts.block();
  if (parts.heading === undefined) return undefined;
  const { Chosen, Text, because, tail } = parts.heading.children;
  const reason = maybe(because);
  return withoutUndefined({
    kind: "reading" as const,
    ...buildTail(building, one(tail)),
    label: buildText(building, one(Text)),
    chosen: Chosen !== undefined,
    because: reason && buildText(building, one(reason.children.Text)),
    body: items,
    comments,
    span: nodeSpan(building, node),
  });
}
