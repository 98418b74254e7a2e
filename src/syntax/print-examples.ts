// The lines of an example: a pupil, what happened, and what must follow.

import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "./ast.ts";
import { printCondition, printLiteral, printNames, printText, printWords } from "./print-phrases.ts";
import type { Pieces } from "./print-pieces.ts";
import { commaList, prefix, softBreak } from "./print-pieces.ts";
import { printSentenceBody } from "./print-sentences.ts";
import type { Lines } from "./print-statements.ts";
import { printLeaf } from "./print-statements.ts";

export function printExampleItem(item: Ast.ExampleItem, depth: number): Lines {
  return printLeaf(item, depth, printBody(item));
}

function printBody(item: Ast.ExampleItem): Pieces {
  switch (item.kind) {
    case "example-pupil":
      return printPupil(item);
    case "example-staff":
      return [`staff ${item.role.text}`, ...printFields(item.fields)];
    case "example-marks":
      return printMarks(item);
    case "example-record":
      return prefix(`on ${item.at.text} `, printRecord(item));
    case "example-arrival":
      return [`on ${item.at.text} arrives`, ...printFields(item.fields)];
    case "example-assumption":
      return [`assuming ${item.text}`];
    case "example-expectation":
      return [`on ${item.at.text} expect`, ...printExpected(item)];
    default:
      return assertNever(item);
  }
}

function printPupil(pupil: Ast.ExamplePupil): Pieces {
  const facts: readonly Pieces[] = [
    ...pupil.facts.map((fact) => [printField(fact)]),
    ...(pupil.flags.length > 0 ? [prefix("flagged ", printNames(pupil.flags))] : []),
    ...(pupil.parents.length > 0 ? [prefix("parents ", printNames(pupil.parents))] : []),
  ];
  return ["pupil", ...commaList(facts)];
}

function printField({ name, value }: Ast.FieldValue): string {
  return `${name.text} ${value.kind === "words" ? printWords(value) : printLiteral(value)}`;
}

function printFields(fields: readonly Ast.FieldValue[]): Pieces {
  return fields.length === 0 ? [] : [softBreak, ...printFieldValues(fields)];
}

/** At least one of them. */
export function printFieldValues(fields: readonly Ast.FieldValue[]): Pieces {
  return prefix("with ", commaList(fields.map((field) => [printField(field)])));
}

function printMarks(marks: Ast.ExampleMarks): Pieces {
  const opening = marks.unit === "week" ? `week of ${marks.date.text}` : `on ${marks.date.text} marks`;
  return [opening, printText(marks.marks), ...printKnown(marks.known)];
}

function printKnown(known: Ast.ExampleMarks["known"]): Pieces {
  return known === undefined ? [] : [`known ${known.text}`];
}

/** What was done and written down. */
export function printRecord(
  record: Pick<Ast.ExampleRecord, "act" | "object" | "by" | "to" | "fields" | "known">,
): Pieces {
  return [
    `log ${record.act.text}`,
    ...(record.object ? [printWords(record.object)] : []),
    ...(record.by ? [`by ${record.by.text}`] : []),
    ...(record.to.length > 0 ? [softBreak, ...prefix("to ", printNames(record.to))] : []),
    ...printFields(record.fields),
    ...printKnown(record.known),
  ];
}

/** What must follow, or must not. */
export function printExpected({ not, expectation }: Pick<Ast.ExampleExpectation, "not" | "expectation">): Pieces {
  return [...(not ? ["no"] : []), ...printExpectation(expectation)];
}

function printExpectation(expectation: Ast.Expectation): Pieces {
  switch (expectation.kind) {
    case "condition":
      return printCondition(expectation.condition);
    case "obligation":
      return [...(expectation.state ? [expectation.state] : []), ...printSentenceBody(expectation.sentence)];
    case "finding":
      return printFinding(expectation);
    default:
      return assertNever(expectation);
  }
}

function printFinding({ what, subject, of }: Extract<Ast.Expectation, { kind: "finding" }>): Pieces {
  const found =
    subject.kind === "words" ? printWords(subject) : subject.kind === "text" ? printText(subject) : subject.text;
  return [`${what} ${found}`, ...(of ? [`of ${printWords(of)}`] : [])];
}
