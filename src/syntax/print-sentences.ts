// Sentences, the other items of a step, and readings → lines.

import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "./ast.ts";
import {
  printCondition,
  printGuard,
  printLength,
  printMoment,
  printNames,
  printRef,
  printText,
  printWords,
} from "./print-phrases.ts";
import type { Pieces } from "./print-pieces.ts";
import { commaList, indent, prefix, softBreak } from "./print-pieces.ts";
import type { Carried, Line, Lines } from "./print-statements.ts";
import {
  printBlock,
  printClosing,
  printComment,
  printLeaf,
  printOpening,
  printSequence,
  trailingLines,
} from "./print-statements.ts";

// ---------------------------------------------------------------- sentences

function printParty(party: Ast.Party): string {
  return party.quantifier === undefined ? party.name.text : `${party.quantifier} ${party.name.text}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function printParties({ members, joined }: Ast.Parties): Pieces {
  const parties = members.map((member) => [printParty(member)]);
  const last = parties.pop() ?? [];
  return parties.length === 0 ? last : [...commaList(parties), softBreak, ...prefix(`${joined} `, last)];
}

/** Who, must or may, do what, to whom, how and by when: always in this order, so that a condition comes last. */
export function printSentenceBody(sentence: Ast.Sentence): Pieces {
  return [
    ...printParties(sentence.actors),
    sentence.modal,
    sentence.act.text,
    ...(sentence.object ? printObject(sentence.object) : []),
    ...complement("to", sentence.to && printParties(sentence.to)),
    ...complement("with", sentence.with && printParties(sentence.with)),
    ...complement("about", sentence.about && [printWords(sentence.about)]),
    ...complement("through", sentence.through.length > 0 ? printNames(sentence.through) : undefined),
    ...complement("using", sentence.using && [sentence.using.text]),
    ...(sentence.deadline ? printDeadline(sentence.deadline) : []),
    ...complement("recording", sentence.recording.length > 0 ? printNames(sentence.recording) : undefined),
    ...printGuard(sentence.guard),
  ];
}

function complement(opening: string, pieces: Pieces | undefined): Pieces {
  return pieces === undefined ? [] : [softBreak, ...prefix(`${opening} `, pieces)];
}

function printObject(object: Ast.Words | Ast.Parties): Pieces {
  return object.kind === "words" ? [printWords(object)] : printParties(object);
}

function printDeadline(deadline: Ast.Deadline): Pieces {
  if (deadline.kind === "by") {
    const said = `${deadline.edge} ${printMoment(deadline.moment)}`;
    return deadline.edge === "before" ? [softBreak, said] : [said];
  }
  return [
    softBreak,
    `within ${printLength(deadline.length)}`,
    ...(deadline.of ? [`of ${printRef(deadline.of)}`] : []),
    ...(deadline.closed ? [softBreak, deadline.closed] : []),
  ];
}

// ---------------------------------------------------------------- items

export function printItems(items: readonly Ast.Item[], depth: number): Lines {
  return printSequence(items, (item) => printItem(item, depth));
}

export function printItem(item: Ast.Item, depth: number): Lines {
  switch (item.kind) {
    case "sentence":
      return printLeaf(item, depth, printSentenceBody(item));
    case "wait":
      return printLeaf(item, depth, [`wait ${printLength(item.length)}`]);
    case "branch":
      return printBranch(item, depth);
    case "repeat":
      return printBlock(item, depth, printCadence(item), printItems(item.body, depth + 1));
    case "readings":
      return printReadings(item, depth, printItem);
    default:
      return assertNever(item);
  }
}

function printBranch(branch: Ast.Branch, depth: number): Lines {
  const heading = prefix("if ", printCondition(branch.condition));
  const then = printItems(branch.then, depth + 1);
  const { otherwiseComments } = branch;
  if (branch.otherwise.length === 0 && otherwiseComments === undefined) return printBlock(branch, depth, heading, then);
  const otherwise = printItems(branch.otherwise, depth + 1);
  return [
    ...printOpening(branch, depth, heading),
    ...then,
    ...trailingLines(otherwiseComments?.before, depth + 1, then),
    printOtherwise(otherwiseComments?.after, depth),
    ...otherwise,
    ...printClosing(branch, depth, otherwise),
  ];
}

function printOtherwise(after: Ast.Comment | undefined, depth: number): Line {
  const text = `${indent(depth)}} otherwise {`;
  return after === undefined ? { text } : { text, comment: printComment(after) };
}

/** How often, and at most how often. */
export function printCadence({ cadence, cap }: Pick<Ast.Repeat, "cadence" | "cap">): Pieces {
  const capped = cap ? [`at most ${cap.times} per ${printWords(cap.per)}`] : [];
  switch (cadence.kind) {
    case "each-time":
      return [`each time ${printWords(cadence.event)}`, ...capped];
    case "each-day-of":
      return [`each ${printWords(cadence.unit)} of ${cadence.of.text}`, ...capped];
    case "every":
      return [`every ${printLength(cadence.length)}`, ...capped, ...prefix("until ", printCondition(cadence.until))];
    default:
      return assertNever(cadence);
  }
}

// ---------------------------------------------------------------- readings

export function printReadings<Node extends Carried>(
  readings: Ast.Readings<Node>,
  depth: number,
  printNode: (node: Node, depth: number) => Lines,
): Lines {
  const [first] = readings.alternatives;
  const inside = printSequence(readings.alternatives, (reading) => {
    const body = printSequence(reading.body, (node) => printNode(node, depth + 2));
    return printBlock(reading, depth + 1, printReadingHeading(reading, reading === first), body);
  });
  return printBlock(readings, depth, [`readings ${printText(readings.question)}`], inside);
}

function printReadingHeading(reading: Ast.Reading<unknown>, isFirst: boolean): Pieces {
  const opening = reading.chosen ? "chosen " : isFirst ? "" : "or ";
  return [`${opening}${printText(reading.label)}`, ...printBecause(reading.because)];
}

export function printBecause(because: Ast.Text | undefined): Pieces {
  return because === undefined ? [] : [softBreak, `because ${printText(because)}`];
}
