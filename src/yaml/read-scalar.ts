// A YAML scalar → the piece of the tree that its shape asks for; syntax/ reads the words of the language.
// What cannot be read is told at its own place inside the scalar.

import { suggestName } from "../diagnostics/did-you-mean.ts";
import type { Span } from "../source/text.ts";
import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { messages as syntaxMessages } from "../syntax/diagnostics.ts";
import type { PhraseKind, PhraseNode } from "../syntax/parse-phrase.ts";
import { parsePhrase } from "../syntax/parse-phrase.ts";
import { formMessages } from "./diagnostics.ts";
import type { YamlNode, YamlScalar } from "./document.ts";
import type { Tell } from "./read-keys.ts";
import { shorten, wrongShape } from "./read-keys.ts";
import type { ScalarShape } from "./shape.ts";

export type DateLiteral = Extract<Ast.Literal, { kind: "date" }>;
export type DateTimeLiteral = Extract<Ast.Literal, { kind: "date-time" }>;
export type TimeLiteral = Extract<Ast.Literal, { kind: "time" }>;

export interface Chosen<Choice> {
  readonly value: Choice;
  readonly span: Span;
}

/** The tree that a scalar of some shape becomes. */
export type ScalarValue<Shape extends ScalarShape> = Shape extends {
  readonly kind: "phrase";
  readonly phrase: infer Kind extends PhraseKind;
}
  ? PhraseNode<Kind>
  : Shape extends { readonly kind: "choice"; readonly choices: readonly (infer Choice)[] }
    ? Chosen<Choice>
    : Shape["kind"] extends keyof Values
      ? Values[Shape["kind"]]
      : never;

interface Values {
  readonly text: Ast.Text;
  readonly yes: boolean;
  readonly code: Ast.Code;
  readonly clause: Ast.Code;
  readonly date: DateLiteral;
  readonly "date-time": DateTimeLiteral;
  readonly "date-or-moment": DateLiteral | DateTimeLiteral;
  readonly "time-or-hole": TimeLiteral | Ast.Unspecified;
  readonly "words-or-hole": Ast.Words | Ast.Unspecified;
  readonly "code-or-name": Ast.Code | Ast.Name;
  readonly rhythm: Ast.Words | Ast.Quantity | Ast.Unspecified;
  readonly count: { readonly digits: string; readonly span: Span };
  readonly facts: readonly Ast.FieldValue[];
}

/** `where` begins a message: "The key when of a step". Undefined when it was told that the value cannot be read. */
export function readScalar(shape: ScalarShape, node: YamlNode, where: string, tell: Tell): unknown {
  if (shape.kind === "facts" && node.kind === "nothing") return [];
  if (node.kind !== "scalar") {
    tell(wrongShape(node, where, ["a single value"]));
    return undefined;
  }
  const wrong = (wanted: string, example: string): undefined => {
    tell(formMessages.yamlWrongValue({ where, wanted, text: shorten(node.text), example }, node.span));
    return undefined;
  };
  switch (shape.kind) {
    case "text":
      return readText(node, where, tell);
    case "phrase":
      return readPhrase(shape.phrase, node, tell, shape.opening);
    case "facts":
      return readPhrase("field-values", node, tell, "with ");
    case "choice":
      return readChoice(shape.choices, node, where, tell);
    case "yes":
      return readYes(node) ?? wrong("yes or no", "yes");
    case "code":
      return isCode(node.text) ? codeOf(node) : wrong("a code of the register", 'U, C1, or "#" in quotation marks');
    case "clause":
      return clauseNumber.test(node.text) ? codeOf(node) : wrong("a clause number", "HAL-049");
    case "code-or-name":
      return isCode(node.text) ? codeOf(node) : readPhrase("name", node, tell);
    case "date":
    case "date-time":
    case "date-or-moment":
      return readDate(shape.kind, node, tell, wrong);
    case "time-or-hole":
      return isHole(node) ? holeOf(node) : readTime(node, tell, wrong);
    case "words-or-hole":
      return isHole(node) ? holeOf(node) : readPhrase("words", node, tell);
    case "rhythm":
      if (isHole(node)) return holeOf(node);
      return /^\s*\d/.test(node.text) ? readPhrase("quantity", node, tell) : readPhrase("unit", node, tell);
    case "count":
      return readCount(node, tell);
    default:
      return assertNever(shape);
  }
}

// ---------------------------------------------------------------- words of the language

/** `opening` is what the text form writes before the phrase and a YAML key says instead. */
export function readPhrase<Kind extends PhraseKind>(
  kind: Kind,
  scalar: YamlScalar,
  tell: Tell,
  opening = "",
): PhraseNode<Kind> | undefined {
  const offsetOf = (offset: number): number => scalar.offsetOf(Math.max(0, offset - opening.length));
  const { node, diagnostics } = parsePhrase(kind, opening + scalar.text, { source: scalar.span.source, offsetOf });
  diagnostics.forEach(tell);
  return node;
}

/** What syntax/ can cite. */
export const clauseNumber = /^[A-Z][A-Z0-9]*(?:-[A-Za-z0-9.()]+)+$/;

export function isCode(text: string): boolean {
  return /^(?:[A-Z][0-9]?|[/\\#])$/.test(text);
}

export function codeOf(scalar: YamlScalar): Ast.Code {
  return { kind: "code", text: scalar.text, span: scalar.span };
}

function isHole(scalar: YamlScalar): boolean {
  return scalar.text.trim() === "unspecified";
}

function holeOf(scalar: YamlScalar): Ast.Unspecified {
  return { kind: "unspecified", span: scalar.span };
}

type Wrong = (wanted: string, example: string) => undefined;

function readDate(
  kind: "date" | "date-time" | "date-or-moment",
  scalar: YamlScalar,
  tell: Tell,
  wrong: Wrong,
): unknown {
  const literal = readPhrase("literal", scalar, tell);
  if (literal === undefined) return undefined;
  if (kind === "date") return literal.kind === "date" ? literal : wrong("a date", "2026-09-01");
  if (literal.kind === "date-time" || (kind === "date-or-moment" && literal.kind === "date")) return literal;
  return kind === "date-time"
    ? wrong("a date and a time", "2026-09-01 09:12")
    : wrong("a date, with a time if it matters", "2026-09-01");
}

function readTime(scalar: YamlScalar, tell: Tell, wrong: Wrong): unknown {
  const literal = readPhrase("literal", scalar, tell);
  return literal === undefined || literal.kind === "time" ? literal : wrong("a time, or unspecified", "08:55");
}

/** Whole, and no larger than a school. */
function readCount(scalar: YamlScalar, tell: Tell): unknown {
  if (/^\d{1,6}$/.test(scalar.text)) return { digits: scalar.text, span: scalar.span };
  tell(syntaxMessages.notAWholeNumber({ digits: shorten(scalar.text) }, scalar.span));
  return undefined;
}

/** However it is capitalised: a spreadsheet makes Yes and TRUE of it. */
function readYes(scalar: YamlScalar): boolean | undefined {
  if (/^(?:yes|true)$/i.test(scalar.text)) return true;
  return /^(?:no|false)$/i.test(scalar.text) ? false : undefined;
}

// ---------------------------------------------------------------- words between people

/** The text form has no line breaks in its texts; a folded block ends with one that nobody meant. */
export function readText(scalar: YamlScalar, where: string, tell: Tell): Ast.Text | undefined {
  const text = scalar.text.replace(/\n+$/, "");
  if (!/[\r\n]/.test(text)) return { kind: "text", text, span: scalar.span };
  tell(formMessages.yamlTextOfLines({ where }, scalar.span));
  return undefined;
}

function readChoice(
  choices: readonly string[],
  scalar: YamlScalar,
  where: string,
  tell: Tell,
): Chosen<string> | undefined {
  const value = choices.find((choice) => choice === scalar.text.trim());
  if (value !== undefined) return { value, span: scalar.span };
  tell(notAChoice(choices, scalar, where));
  return undefined;
}

export function notAChoice(choices: readonly string[], scalar: YamlScalar, where: string) {
  const suggestion = suggestName(scalar.text, choices, "choices");
  return formMessages.yamlNotAChoice({ where, text: shorten(scalar.text), suggestion }, scalar.span);
}
