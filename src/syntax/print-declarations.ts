// Declarations → lines.

import { assertNever } from "../support/assert-never.ts";
import { edgeWords } from "../units/edge.ts";
import type * as Ast from "./ast.ts";
import { printExampleItem } from "./print-examples.ts";
import {
  printAnchor,
  printCondition,
  printDated,
  printDates,
  printGuard,
  printLength,
  printLiteral,
  printMoment,
  printNames,
  printOperand,
  printText,
  printWhen,
  printWords,
} from "./print-phrases.ts";
import type { Pieces } from "./print-pieces.ts";
import { commaList, prefix, softBreak } from "./print-pieces.ts";
import { printBecause, printItem, printItems, printReadings } from "./print-sentences.ts";
import type { Lines } from "./print-statements.ts";
import { printBlock, printLeaf, printPerhapsBlock, printSequence } from "./print-statements.ts";

export function printDeclaration(declaration: Ast.Declaration, depth: number): Lines {
  switch (declaration.kind) {
    case "parameter": {
      const values = commaList(declaration.values.map(printDated));
      return printLeaf(declaration, depth, [`parameter ${declaration.name.text} is`, ...values]);
    }
    case "word":
      return printLeaf(declaration, depth, printWord(declaration));
    case "code-declaration":
      return printLeaf(declaration, depth, printCodeDeclaration(declaration));
    case "register":
      return printRegister(declaration, depth);
    case "coding":
      return printCoding(declaration, depth);
    case "act":
      return printAct(declaration, depth);
    case "measure":
      return printMeasure(declaration, depth);
    case "status":
      return printLeaf(declaration, depth, printStatus(declaration));
    case "bands":
      return printBands(declaration, depth);
    case "procedure":
      return printProcedure(declaration, depth);
    case "duty":
      return printDuty(declaration, depth);
    case "decision":
      return printDecision(declaration, depth);
    case "document":
      return printDocument(declaration, depth);
    case "note":
      return printLeaf(declaration, depth, [
        `note ${printText(declaration.says)}`,
        ...printBecause(declaration.because),
      ]);
    case "example": {
      const items = printSequence(declaration.items, (item) => printExampleItem(item, depth + 1));
      return printBlock(declaration, depth, [`example ${printText(declaration.title)}`], items);
    }
    case "readings":
      return printReadings(declaration, depth, printDeclaration);
    default:
      return assertNever(declaration);
  }
}

/** `role office "The office"` */
function named(opening: string, name: Ast.Name, title: Ast.Text | undefined): Pieces {
  return [`${opening} ${name.text}`, ...(title ? [printText(title)] : [])];
}

// ---------------------------------------------------------------- words and codes

function printWord(word: Ast.Word): Pieces {
  return [
    ...named(word.sort, word.name, word.title),
    ...(word.sameAs ? [`same as ${word.sameAs.text}`] : []),
    ...(word.people ? [`${word.people.digits} people`] : []),
    ...(word.needs.length > 0 ? prefix("needs ", printNames(word.needs)) : []),
    ...(word.means ? prefix("means ", printCondition(word.means)) : []),
  ];
}

function printCodeDeclaration(code: Ast.CodeDeclaration): Pieces {
  return [
    `code ${code.code.text} ${printText(code.title)} ${code.category.text}`,
    ...(code.onSite ? ["on site"] : []),
    ...printDates(code),
  ];
}

// ---------------------------------------------------------------- registers and coding

function printRegister(register: Ast.Register, depth: number): Lines {
  const group = register.group ? [`for ${register.group.text}`] : [];
  const items = printSequence(register.items, (item) => printRegisterItem(item, depth + 1));
  return printBlock(register, depth, [`register ${register.name.text}`, ...group], items);
}

function printRegisterItem(item: Ast.RegisterItem, depth: number): Lines {
  switch (item.kind) {
    case "register-moment": {
      const time = item.time.kind === "unspecified" ? "unspecified" : item.time.text;
      return printLeaf(item, depth, [`${printWords(item.moment)} ${time}`]);
    }
    case "register-zone":
      return printLeaf(item, depth, printZone(item));
    case "readings":
      return printReadings(item, depth, printRegisterItem);
    default:
      return assertNever(item);
  }
}

function printZone(zone: Ast.RegisterZone): Pieces {
  const unless = zone.unless ? [softBreak, ...prefix("unless ", printCondition(zone.unless))] : [];
  return [zone.becomes.text, ...printZoneEdges(zone.edges), ...unless];
}

export function printZoneEdges(edges: Ast.RegisterZone["edges"]): Pieces {
  return edges.map(({ edge, time }) => `${edgeWords(edge)} ${time.text}`);
}

function printCoding(coding: Ast.Coding, depth: number): Lines {
  const rows = printSequence(coding.rows, (row) =>
    row.kind === "readings" ? printReadings(row, depth + 1, printCodingRow) : printCodingRow(row, depth + 1),
  );
  return printBlock(coding, depth, [`coding ${coding.name.text}`], rows);
}

function printCodingRow(row: Ast.CodingRow, depth: number): Lines {
  const pieces = row.when ? prefix(`${row.code.text} when `, printCondition(row.when)) : [`otherwise ${row.code.text}`];
  return printLeaf(row, depth, pieces);
}

// ---------------------------------------------------------------- acts, measures, statuses, bands

function printAct(act: Ast.Act, depth: number): Lines {
  const heading = [
    ...named("act", act.name, act.saying),
    ...(act.recording.length > 0 ? [softBreak, ...prefix("recording ", printFields(act.recording))] : []),
    ...(act.by.length > 0 ? prefix("by ", printNames(act.by)) : []),
  ];
  const allowed = printSequence(act.allowedWhen, (only) =>
    printLeaf(only, depth + 1, prefix("allowed only when ", printCondition(only.condition))),
  );
  return printPerhapsBlock(act, depth, heading, allowed);
}

export function printFields(fields: readonly Ast.Field[]): Pieces {
  return commaList(fields.map(({ name, type }) => [type ? `${name.text} as ${type.text}` : name.text]));
}

function printMeasure(measure: Ast.Measure, depth: number): Lines {
  const anchor = measure.anchor ? prefix("for each ", printAnchor(measure.anchor)) : [];
  const heading = [`measure ${measure.name.text}`, ...anchor, "is"];
  const [only, ...others] = measure.rows;
  const single = only !== undefined && others.length === 0 && isPlainRow(only) && !measure.comments.trailing?.length;
  if (single) return printLeaf(measure, depth, [...heading, ...printOperand(only.value)]);
  const rows = printSequence(measure.rows, (row) => printLeaf(row, depth + 1, printMeasureRow(row)));
  return printBlock(measure, depth, heading, rows);
}

/** A row with nothing of its own to say needs no block. */
export function isPlainRow({ when, lock, clauses, comments }: Ast.MeasureRow): boolean {
  return !when && !lock && clauses.length === 0 && comments.before.length === 0 && !comments.after;
}

function printMeasureRow(row: Ast.MeasureRow): Pieces {
  const value = printOperand(row.value);
  return row.when ? [...value, ...printWhen(row.when)] : prefix("otherwise ", value);
}

function printStatus(status: Ast.Status): Pieces {
  const heading = named("status", status.name, status.title);
  if (status.rule.kind === "when") return [...heading, ...printWhen(status.rule.condition)];
  const { from, until } = status.rule;
  const end = until.kind === "unspecified" ? "unspecified" : printWords(until);
  return [...heading, `from ${printWords(from)} until ${end}`];
}

function printBands(bands: Ast.Bands, depth: number): Lines {
  const rows = printSequence(bands.rows, (band) => printLeaf(band, depth + 1, printBand(band)));
  return printBlock(bands, depth, [`bands ${bands.name.text} of`, ...printOperand(bands.of)], rows);
}

function printBand(band: Ast.Band): Pieces {
  const worth = band.worth ? [`worth ${printLiteral(band.worth)}`] : [];
  return [printText(band.title), ...printBandEdges(band.edges), ...worth];
}

export function printBandEdges(edges: Ast.Band["edges"]): Pieces {
  return edges.map(({ edge, value }) => `${edgeWords(edge)} ${printLiteral(value)}`);
}

// ---------------------------------------------------------------- procedures and duties

function printProcedure(procedure: Ast.Procedure, depth: number): Lines {
  const anchor = prefix("for each ", printAnchor(procedure.anchor));
  const heading = commaList([
    [...named("procedure", procedure.name, procedure.title), ...anchor],
    ...procedure.options.map((option) => [option]),
  ]);
  const items = printSequence(procedure.items, (item) => printProcedureItem(item, depth + 1));
  return printBlock(procedure, depth, heading, items);
}

function printProcedureItem(item: Ast.ProcedureItem, depth: number): Lines {
  switch (item.kind) {
    case "transition":
      return printLeaf(item, depth, printTransition(item));
    case "step":
      return printBlock(item, depth, printStepHeading(item), printItems(item.items, depth + 1));
    case "readings":
      return printReadings(item, depth, printProcedureItem);
    default:
      return assertNever(item);
  }
}

function printTransition(transition: Ast.Transition): Pieces {
  const opening = transition.what === "pauses" ? "pauses while " : `${transition.what} when `;
  const outcome = transition.outcome ? [`as ${transition.outcome.text}`] : [];
  return [...prefix(opening, printCondition(transition.condition)), ...outcome];
}

function printStepHeading(step: Ast.Step): Pieces {
  return [...named("step", step.name, step.title), ...printTrigger(step.trigger), ...printGuard(step.guard)];
}

export function printTrigger(trigger: Ast.Step["trigger"]): Pieces {
  switch (trigger.kind) {
    case "on":
      return [`on ${printMoment(trigger.moment)}`];
    case "after":
      return [`after ${trigger.step.text}`];
    case "when":
      return printWhen(trigger.condition);
    case "start":
      return ["on start"];
    default:
      return assertNever(trigger);
  }
}

function printDuty(duty: Ast.Duty, depth: number): Lines {
  const every = duty.every.kind === "words" ? printWords(duty.every) : printLength(duty.every);
  const anchor = duty.anchor ? prefix("for each ", printAnchor(duty.anchor)) : [];
  const items = printSequence(duty.items, (item) => printItem(item, depth + 1));
  return printBlock(duty, depth, [...named("duty", duty.name, duty.title), `every ${every}`, ...anchor], items);
}

// ---------------------------------------------------------------- decisions and documents

function printDecision(decision: Ast.Decision, depth: number): Lines {
  const heading = [
    ...named("decision", decision.name, decision.question),
    ...(decision.by.length > 0 ? prefix("by ", printNames(decision.by)) : []),
    ...(decision.within ? [softBreak, `within ${printLength(decision.within)}`] : []),
  ];
  const tests = printSequence(decision.tests, (test) => printLeaf(test, depth + 1, [`test ${printText(test.text)}`]));
  const { answers, span } = decision;
  const answered =
    answers.length > 0 ? printLeaf({ ...bare, span }, depth + 1, prefix("answers ", printNames(answers))) : [];
  return printPerhapsBlock(decision, depth, heading, [...tests, ...answered]);
}

/** A line that carries nothing. */
const bare = { clauses: [], comments: { before: [] } } as const;

function printDocument(document: Ast.Document, depth: number): Lines {
  const lines = printSequence(document.lines, (line) =>
    printLeaf(line, depth + 1, [...printDocumentLine(line), ...printWhen(line.when)]),
  );
  return printBlock(document, depth, named("document", document.name, document.title), lines);
}

function printDocumentLine(line: Ast.DocumentLine): Pieces {
  if (line.kind === "document-text")
    return [
      line.part === undefined ? `says ${printText(line.text)}` : `says ${line.part.text} ${printText(line.text)}`,
    ];
  const type = line.type === undefined ? "" : ` as ${line.type.text}`;
  const value = line.value === undefined ? [] : prefix("is ", printOperand(line.value));
  return [`${line.need} ${line.name.text}${type}`, ...value];
}
