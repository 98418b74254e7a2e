// A figure of a policy → how it is told to somebody who fills in a form: the title of what it stands in, and the author's own words
// before and after it. Knows no form.

import { sayWords, upperFirst } from "../explain/say.ts";
import type { Span } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { children } from "../syntax/walk.ts";
import type { Node } from "../syntax/walk.ts";
import type { PolicyFigure } from "./figures.ts";

export interface FigureWords {
  /** `Stage 1`, `Morning register`, `Target`. */
  readonly title: string;
  /** What the declaration is called, where the title is that of a part of it: `If absence continues`. */
  readonly of?: string;
  /** Of text that can be read in several ways: the question, the way it stands in, and whether that is the chosen one. */
  readonly reading?: { readonly question: string; readonly label: string; readonly chosen: boolean };
  /** The author's words around the figure; its unit is not among them. */
  readonly before: string;
  readonly after: string;
}

export function figureWords({ within, span, unit }: PolicyFigure): FigureWords {
  const own = within.filter(({ kind }) => kind !== "policy" && kind !== "readings" && kind !== "reading");
  const titled = own.filter((node) => titleOf(node) !== "");
  const [declaration, innermost] = [titled[0], titled.at(-1)];
  const phrase = phraseAround(own.at(-1), span);
  const whole = span.source.text;
  const plain = span.source.name.endsWith(".yaml") ? plainYaml : plainText;
  const [title, of] = [innermost === undefined ? "" : titleOf(innermost), declaration && titleOf(declaration)];
  const reading = readingAround(within);
  return {
    title,
    ...(of === undefined || of === title || innermost === declaration ? {} : { of }),
    ...(reading === undefined ? {} : { reading }),
    before: phrase === undefined ? "" : plain(whole.slice(phrase.from, span.from)).trimStart(),
    after: phrase === undefined ? "" : plain(afterUnit(whole.slice(span.to, phrase.to), unit)).trimEnd(),
  };
}

/** The title in quotation marks, or else the name in words; nothing for what has neither, such as a wait. */
function titleOf(node: Node): string {
  switch (node.kind) {
    case "parameter":
    case "measure":
    case "bands":
    case "coding":
      return upperFirst(sayWords(node.name.text));
    case "register":
      return `${upperFirst(sayWords(node.name.text))} register${node.group === undefined ? "" : `, ${sayWords(node.group.text)}`}`;
    case "code-declaration":
      return `${node.code.text}: ${node.title.text}`;
    case "decision":
      return node.question.text;
    case "act":
      return upperFirst(sayWords(node.name.text));
    case "word":
    case "status":
    case "procedure":
    case "duty":
    case "document":
    case "step":
      return upperFirst(node.title?.text ?? sayWords(node.name.text));
    default:
      return "";
  }
}

function readingAround(within: readonly Node[]): FigureWords["reading"] {
  const place = within.findLastIndex(({ kind }) => kind === "reading");
  const [question, reading] = [within[place - 1], within[place]];
  return question?.kind !== "readings" || reading?.kind !== "reading"
    ? undefined
    : { question: question.question.text, label: reading.label.text, chosen: reading.chosen };
}

// ---------------------------------------------------------------- the words around it

/** The comparison it stands in, or the statement without its block; undefined where the title says it all. */
function phraseAround(statement: Node | undefined, figure: Span): Pick<Span, "from" | "to"> | undefined {
  if (statement === undefined) return undefined;
  const inner = innermostPhrase(statement, figure);
  if (inner !== undefined) return inner.span;
  switch (statement.kind) {
    case "parameter":
      return historyOf(statement);
    case "code-declaration":
      return { from: statement.category.span.from, to: statement.span.to };
    default:
      return headOf(statement, figure);
  }
}

function innermostPhrase(node: Node, { from, to }: Span): Node | undefined {
  for (const child of children(node)) {
    if (child.span.from > from || child.span.to < to) continue;
    return innermostPhrase(child, { ...child.span, from, to }) ?? (isPhrase(child) ? child : undefined);
  }
  return undefined;
}

function isPhrase({ kind }: Node): boolean {
  return kind === "compare" || kind === "counted" || kind === "choice" || kind === "day-of";
}

/** One value needs no words; several need their dates. */
function historyOf({ values }: Ast.Parameter): Pick<Span, "from" | "to"> | undefined {
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return first === last && first.from === undefined && first.until === undefined && !("window" in first.value)
    ? undefined
    : { from: first.span.from, to: last.span.to };
}

/** Up to its block; the title stands above already. */
function headOf(node: Node, figure: Span): Pick<Span, "from" | "to"> {
  const { span } = node;
  const block = span.source.text.indexOf("{", figure.to);
  return { from: headingOf(node)?.to ?? span.from, to: block < 0 || block > span.to ? span.to : block };
}

function headingOf(node: Node): Span | undefined {
  switch (node.kind) {
    case "status":
    case "procedure":
    case "duty":
    case "step":
    case "word":
      return (node.title ?? node.name).span;
    case "act":
      return (node.saying ?? node.name).span;
    case "decision":
      return node.question.span;
    default:
      return undefined;
  }
}

/** The unit stands beside the field. */
function afterUnit(text: string, unit: string): string {
  const words = text.trimStart();
  return unit !== "" && words.startsWith(unit) ? words.slice(unit.length) : text;
}

/** On one line, without clauses and comments, and with the hyphens of names as spaces. */
function plainText(text: string): string {
  return text
    .replaceAll(/--[^\n]*/g, " ")
    .replaceAll(/\[[A-Z][A-Z0-9-]*(?:,\s*[A-Z][A-Z0-9-]*)*\]/g, " ")
    .replaceAll(/(?<=[a-z])-(?=[a-z0-9])/g, " ")
    .replaceAll(/\s+/g, " ");
}

/** The words alone: what only says how the YAML form is built goes, and the clauses, which stand last. */
function plainYaml(text: string): string {
  return plainText(
    text
      .replace(/,?\s*clauses:[\s\S]*$/, "")
      .replace(/^\s*- /, "")
      .replaceAll(/[{}"']/g, "")
      .replaceAll(/\b(?:moment|is|sentence): */g, "")
      .replaceAll(/\b([a-z]+): /g, "$1 "),
  );
}
