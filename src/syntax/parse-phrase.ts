// One phrase that stands alone, such as a condition in a YAML value → the same tree that it makes inside a policy.

import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/order.ts";
import type { SourceText } from "../source/text.ts";
import { makeSpan } from "../source/text.ts";
import { buildFields } from "./build-acts.ts";
import { buildCondition, buildGuard } from "./build-conditions.ts";
import type { Building } from "./build-context.ts";
import { queueComments } from "./build-context.ts";
import { buildDated } from "./build-declarations.ts";
import { buildExpected, buildFieldValues, buildRecord } from "./build-examples.ts";
import { buildBandEdges } from "./build-measures.ts";
import { buildAnchor, buildTrigger } from "./build-procedures.ts";
import { buildZoneEdges } from "./build-registers.ts";
import { buildCadence, buildExpectedSentence, buildLength, buildParties } from "./build-sentences.ts";
import {
  buildCodes,
  buildLiteral,
  buildMoment,
  buildName,
  buildNames,
  buildOperand,
  buildExtent,
  buildQuantity,
  buildRef,
  buildUnit,
  buildWindow,
  buildWords,
} from "./build-values.ts";
import type * as Cst from "./cst.ts";
import { messages } from "./diagnostics.ts";
import { deepest, layOutPhrase } from "./layout.ts";
import { lex } from "./lex.ts";
import { braceDiagnostic, phraseDiagnostic } from "./read-faults.ts";
import { sharedParser } from "./shared-parser.ts";

interface Phrase<Node> {
  readonly rule: keyof Cst.Rules;
  readonly build: (building: Building, cst: unknown) => Node;
}

function phrase<Rule extends keyof Cst.Rules, Node>(
  rule: Rule,
  build: (building: Building, cst: Cst.Rules[Rule]) => Node,
): Phrase<Node> {
  return { rule, build: (building, cst) => build(building, cst as Cst.Rules[Rule]) };
}

/** A sentence alone has no lock, clauses or comments: in YAML they have keys of their own. */
const phrases = {
  name: phrase("name", buildName),
  names: phrase("names", buildNames),
  words: phrase("words", buildWords),
  codes: phrase("codes", buildCodes),
  unit: phrase("unit", buildUnit),
  /** `3 school weeks` */
  quantity: phrase("quantity", buildQuantity),
  /** A quantity, or the name of a parameter that holds one. */
  extent: phrase("extent", buildExtent),
  /** One of those, or `unspecified`. */
  length: phrase("length", buildLength),
  literal: phrase("literal", buildLiteral),
  operand: phrase("operand", buildOperand),
  ref: phrase("ref", buildRef),
  window: phrase("window", buildWindow),
  moment: phrase("moment", buildMoment),
  condition: phrase("condition", buildCondition),
  /** `if …` or `unless …` */
  guard: phrase("guard", buildGuard),
  parties: phrase("parties", buildParties),
  sentence: phrase("sentenceBody", buildExpectedSentence),
  /** `each time …`, `each school day of …`, `every … until …` */
  cadence: phrase("cadence", buildCadence),
  /** `on …`, `after …`, `when …` */
  trigger: phrase("trigger", buildTrigger),
  anchor: phrase("anchor", buildAnchor),
  /** `£60 until 2024-08-18` */
  dated: phrase("dated", buildDated),
  /** `reason, last-day as date` */
  fields: phrase("fields", buildFields),
  /** `with reason illness, last-day 2026-03-06` */
  "field-values": phrase("fieldValues", buildFieldValues),
  /** `after 09:00 until 09:10` */
  "zone-edges": phrase("zoneEdges", buildZoneEdges),
  /** `at least 96% below 99%` */
  "band-edges": phrase("bandEdges", buildBandEdges),
  /** `log report-absence by parents with reason illness` */
  record: phrase("logged", buildRecord),
  /** What an example expects: `no overdue headteacher must …` */
  expected: phrase("expected", buildExpected),
} as const;

export type PhraseKind = keyof typeof phrases;

export type PhraseNode<Kind extends PhraseKind> = ReturnType<(typeof phrases)[Kind]["build"]>;

export interface ParsedPhrase<Node> {
  /** Undefined when the phrase cannot be read. */
  readonly node: Node | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a phrase stands: its file, and the offset in it of each of its characters and of its end. */
export interface PhrasePlace {
  readonly source: SourceText;
  readonly offsetOf: (offset: number) => number;
}

export function parsePhrase<Kind extends PhraseKind>(
  kind: Kind,
  text: string,
  { source, offsetOf }: PhrasePlace,
): ParsedPhrase<PhraseNode<Kind>> {
  const span = (from: number, to: number) => makeSpan(source, offsetOf(from), offsetOf(to));
  const { tokens, comments } = lex(text);
  const laid = layOutPhrase(tokens);
  const diagnostics: Diagnostic[] = laid.faults.map((fault) => braceDiagnostic(fault, span));
  const comment = comments[0];
  if (comment !== undefined) diagnostics.push(messages.commentInPhrase({}, span(comment.startOffset, text.length)));
  if (laid.depth.tooDeep !== undefined)
    diagnostics.push(messages.nestedTooDeeply({ limit: deepest }, span(0, text.length)));
  if (diagnostics.length > 0) return { node: undefined, diagnostics };
  const parser = sharedParser();
  parser.start(laid.tokens);
  const cst = parser.readPhrase(() => parser[phrases[kind].rule]());
  diagnostics.push(...parser.faults.map((fault) => withoutQuotes(phraseDiagnostic(fault, span, text.length))));
  if (cst === undefined) return { node: undefined, diagnostics };
  const building: Building = {
    text,
    span,
    comments: queueComments(text, [], span),
    diagnostics,
    refused: [],
    spoiled: false,
  };
  const node = phrases[kind].build(building, cst) as PhraseNode<Kind>;
  return { node: building.spoiled ? undefined : node, diagnostics: sortDiagnostics(diagnostics) };
}

/** A fix that puts a quotation mark into a value that itself stands in quotation marks would break the file. */
function withoutQuotes(diagnostic: Diagnostic): Diagnostic {
  const harmless = (fix: Fix) => fix.edits.every((edit) => !/["'\\]/.test(edit.text));
  return { ...diagnostic, fixes: diagnostic.fixes.filter(harmless) };
}
