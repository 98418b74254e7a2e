// Names, values, windows, moments and conditions → pieces, as their author could have written them.

import { assertNever } from "../support/assert-never.ts";
import { edgeWords } from "../units/edge.ts";
import type * as Ast from "./ast.ts";
import type { Piece, Pieces } from "./print-pieces.ts";
import { bracedLines, commaList, deeper, prefix, softBreak, suffix } from "./print-pieces.ts";

// ---------------------------------------------------------------- names and values

export function printWords(words: Ast.Words): string {
  return words.words.map((name) => name.text).join(" ");
}

/** A quotation mark inside is doubled; a text has one line, so a line break becomes a space. */
export function printText(text: Ast.Text): string {
  return `"${text.text.replaceAll('"', '""').replaceAll(/\s*[\r\n]+\s*/g, " ")}"`;
}

export function printNames(names: readonly Ast.Name[]): Pieces {
  return commaList(names.map((name) => [name.text]));
}

export function printCodes(codes: readonly Ast.Code[]): Pieces {
  return commaList(codes.map((code) => [code.text]));
}

export function printLiteral(literal: Ast.Literal): string {
  switch (literal.kind) {
    case "quantity":
      return `${literal.digits} ${printWords(literal.unit)}`;
    case "number":
      return literal.digits;
    case "percent":
      return `${literal.digits}%`;
    case "money":
      return `£${literal.digits.replaceAll(/(?<!\.\d*)\d(?=(?:\d{3})+(?!\d))/g, "$&,")}`;
    case "time":
    case "date":
    case "date-time":
      return literal.text;
    case "text":
      return printText(literal);
    default:
      return assertNever(literal);
  }
}

export function printRef(ref: Ast.Ref): string {
  return ref.kind === "words" ? printWords(ref) : ref.text;
}

/** What is counted from: something that happened, or an end of a stretch of time. */
function printStart(start: Extract<Ast.Moment, { kind: "counted" }>["ref"]): string {
  return start.kind === "end-of-day" || start.kind === "bound" ? printMoment(start) : printRef(start);
}

export function printLength(length: Ast.Length | Ast.Unspecified): string {
  if (length.kind === "unspecified") return "unspecified";
  return length.kind === "name" ? length.text : printLiteral(length);
}

export function printWindow(window: Ast.Window): string {
  switch (window.kind) {
    case "this":
    case "previous":
      return `${window.kind} ${printWords(window.period)}`;
    case "last":
    case "in":
      return `${window.kind} ${printLength(window.length)}`;
    case "since":
      return `since ${printRef(window.start)}`;
    case "between":
      return `between ${printRef(window.start)} and ${printRef(window.end)}`;
    case "over":
      return "over unspecified";
    case "ever":
    case "today":
      return window.kind;
    default:
      return assertNever(window);
  }
}

function printCount(count: Ast.Count): Pieces {
  return [
    `${count.how} of ${printWords(count.what)}`,
    ...(count.coded.length > 0 ? prefix("coded ", printCodes(count.coded)) : []),
    ...(count.window ? [printWindow(count.window)] : []),
  ];
}

function printPhrase(phrase: Ast.Phrase): Pieces {
  return [
    printWords(phrase.words),
    ...(phrase.of ? [`of ${printWords(phrase.of)}`] : []),
    ...(phrase.window ? [printWindow(phrase.window)] : []),
    ...(phrase.at ? [`at ${printRef(phrase.at)}`] : []),
  ];
}

export function printOperand(operand: Ast.Operand): Pieces {
  if (operand.kind === "unspecified") return ["unspecified"];
  if (operand.kind === "count") return printCount(operand);
  if (operand.kind === "phrase") return printPhrase(operand);
  return [printLiteral(operand)];
}

export function printDated(dated: Ast.Dated): Pieces {
  return [...printOperand(dated.value), ...printDates(dated)];
}

export function printDates({ from, until }: Pick<Ast.Dated, "from" | "until">): Pieces {
  return [...(from ? [`from ${from.text}`] : []), ...(until ? [`until ${until.text}`] : [])];
}

export function printAnchor(anchor: Ast.Anchor): Pieces {
  const names = anchor.names.map((name) => name.text).join(" and ");
  return anchor.coded.length > 0 ? [names, ...prefix("coded ", printCodes(anchor.coded))] : [names];
}

// ---------------------------------------------------------------- moments

export function printMoment(moment: Ast.Moment): string {
  switch (moment.kind) {
    case "at":
      return moment.ref.kind === "time" ? moment.ref.text : printRef(moment.ref);
    case "end-of-day":
      return "end of day";
    case "next":
      return `next ${printWords(moment.unit)}`;
    case "day-of":
      return `day ${moment.number} of ${printRef(moment.ref)}`;
    case "counted":
      return `${printLength(moment.length)} ${moment.direction} ${printStart(moment.ref)}`;
    case "choice":
      return `the ${moment.which} of ${printMoment(moment.first)} and ${printMoment(moment.second)}`;
    case "bound":
      return `${moment.which} of ${printWords(moment.of)}`;
    case "unspecified":
      return "unspecified";
    default:
      return assertNever(moment);
  }
}

// ---------------------------------------------------------------- conditions

export function printCondition(condition: Ast.Condition): Pieces {
  switch (condition.kind) {
    case "and":
    case "or":
      return joinConditions(condition.parts, condition.kind);
    case "not":
      return prefix("not ", printCondition(condition.part));
    case "group":
      return deeper(suffix(prefix("(", printCondition(condition.part)), ")"));
    case "some-of":
      return bracedLines(`${condition.quantifier} of`, condition.parts.map(printCondition));
    case "judged":
      return printJudged(condition);
    case "during":
      return [`during ${printWords(condition.act)}`];
    case "is":
      return [...printPhrase(condition.subject), condition.not ? "is not" : "is", printWords(condition.value)];
    case "compare":
      return [...printOperand(condition.left), edgeWords(condition.edge), ...printLimit(condition.right)];
    case "holds":
      return printPhrase(condition.phrase);
    default:
      return assertNever(condition);
  }
}

function joinConditions(parts: readonly Ast.Condition[], joiner: "and" | "or"): Pieces {
  return parts.map(printCondition).flatMap((part, index) => {
    if (index === 0) return part;
    const joined = prefix(`${joiner} `, part);
    return startsReading(joined[0]) ? joined : [softBreak, ...joined];
  });
}

/** A line that begins with `or "…"` or `or chosen` would be another reading. */
function startsReading(piece: Piece | undefined): boolean {
  return typeof piece === "string" && /^or (?:"|chosen\b)/.test(piece);
}

function printJudged(judged: Extract<Ast.Condition, { kind: "judged" }>): Pieces {
  const question = judged.question.kind === "text" ? printText(judged.question) : judged.question.text;
  return judged.by.length === 0
    ? [`judged ${question}`]
    : [`judged ${question}`, ...prefix("by ", printNames(judged.by))];
}

function printLimit(limit: Ast.Operand | Ast.Moment): Pieces {
  switch (limit.kind) {
    case "at":
    case "end-of-day":
    case "next":
    case "day-of":
    case "counted":
    case "choice":
    case "bound":
      return [printMoment(limit)];
    case "unspecified":
    case "count":
    case "phrase":
    case "quantity":
    case "number":
    case "percent":
    case "money":
    case "time":
    case "date":
    case "date-time":
    case "text":
      return printOperand(limit);
    default:
      return assertNever(limit);
  }
}

/** Nothing when there is no condition. */
export function printWhen(condition: Ast.Condition | undefined): Pieces {
  return condition === undefined ? [] : [softBreak, ...prefix("when ", printCondition(condition))];
}

export function printGuard(guard: Ast.Sentence["guard"]): Pieces {
  if (guard === undefined) return [];
  const pieces = prefix(`${guard.sense} `, printCondition(guard.condition));
  return guard.sense === "unless" ? [softBreak, ...pieces] : pieces;
}
