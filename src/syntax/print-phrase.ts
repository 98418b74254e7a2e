// One phrase that stands alone → its words: the other half of parse-phrase, for values in YAML.

import type { PhraseKind, PhraseNode } from "./parse-phrase.ts";
import { printBandEdges, printFields, printTrigger, printZoneEdges } from "./print-declarations.ts";
import { printExpected, printFieldValues, printRecord } from "./print-examples.ts";
import {
  printAnchor,
  printCodes,
  printCondition,
  printDated,
  printGuard,
  printLength,
  printLiteral,
  printMoment,
  printNames,
  printOperand,
  printRef,
  printWindow,
  printWords,
} from "./print-phrases.ts";
import type { Pieces } from "./print-pieces.ts";
import { layOutPieces } from "./print-pieces.ts";
import { printCadence, printParties, printSentenceBody } from "./print-sentences.ts";

const printers: { readonly [Kind in PhraseKind]: (node: PhraseNode<Kind>) => Pieces } = {
  name: (name) => [name.text],
  names: printNames,
  words: (words) => [printWords(words)],
  codes: printCodes,
  unit: (unit) => [printWords(unit)],
  quantity: (quantity) => [printLiteral(quantity)],
  extent: (extent) => [printLength(extent)],
  length: (length) => [printLength(length)],
  literal: (literal) => [printLiteral(literal)],
  operand: printOperand,
  ref: (ref) => [printRef(ref)],
  window: (window) => [printWindow(window)],
  moment: (moment) => [printMoment(moment)],
  condition: printCondition,
  guard: printGuard,
  parties: printParties,
  sentence: printSentenceBody,
  cadence: printCadence,
  trigger: printTrigger,
  anchor: printAnchor,
  dated: printDated,
  fields: printFields,
  "field-values": printFieldValues,
  "zone-edges": printZoneEdges,
  "band-edges": printBandEdges,
  record: printRecord,
  expected: printExpected,
};

/** On one line, apart from conditions that stand in braces: each of those has a line of its own. */
export function printPhrase<Kind extends PhraseKind>(kind: Kind, node: PhraseNode<Kind>): string {
  const pieces = printers[kind](node).filter((piece) => typeof piece === "string" || piece.kind !== "soft");
  return layOutPieces(pieces, 0).join("\n");
}
