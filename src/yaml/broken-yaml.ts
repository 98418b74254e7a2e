// A fault that the YAML library found → a diagnostic in plain words, with the likeliest cause and how to mend it.

import type { ErrorCode, YAMLParseError } from "yaml";
import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import type { SourceText, Span } from "../source/text.ts";
import { lineText, makeSpan, positionAt, positionOf, spanText } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { findComments } from "./comments.ts";
import { yamlMessages } from "./diagnostics.ts";
import { lexemesOf } from "./lexemes.ts";

interface Plainly {
  readonly problem: string;
  readonly advice: string;
}

const quoteIt = "Put the whole value in quotation marks, single ones if it holds double ones.";
const closeIt = "Look for a quotation mark, [ or { above that is not closed; # begins a comment unless it is quoted.";

const plainly: Readonly<Record<ErrorCode, Plainly>> = {
  ALIAS_PROPS: {
    problem: "a reference (*) cannot be marked or tagged itself",
    advice: "Remove what stands before the star.",
  },
  BAD_ALIAS: { problem: "a reference (*) needs a name", advice: quoteIt },
  BAD_COLLECTION_TYPE: { problem: "the tag asks for another kind of group", advice: "Remove the tag." },
  BAD_DIRECTIVE: {
    problem: "a line that begins with % is an instruction to the reader",
    advice: "Remove the line, or quote the text.",
  },
  BAD_DQ_ESCAPE: {
    problem: "a backslash in double quotation marks begins a special character, and this is none",
    advice: "Write it twice, or use single quotation marks.",
  },
  BAD_INDENT: { problem: "a bracket above is not closed, or this line is not indented far enough", advice: closeIt },
  BAD_PROP_ORDER: { problem: "a mark (&) or tag (!) stands where it cannot", advice: quoteIt },
  BAD_SCALAR_START: { problem: "a value cannot begin with this character", advice: quoteIt },
  BLOCK_AS_IMPLICIT_KEY: { problem: "a second colon stands in one line", advice: quoteIt },
  BLOCK_IN_FLOW: { problem: "inside brackets stands a second colon, a hyphen or an indented group", advice: quoteIt },
  DUPLICATE_KEY: { problem: "a key stands here twice", advice: "Keep one of them." },
  IMPOSSIBLE: { problem: "it cannot be understood here", advice: closeIt },
  KEY_OVER_1024_CHARS: {
    problem: "a key is longer than 1,024 characters",
    advice: "Look for a quotation mark or bracket that is not closed.",
  },
  MISSING_CHAR: {
    problem: "something is missing here, a colon, a comma, a closing quotation mark or a bracket",
    advice: closeIt,
  },
  MULTILINE_IMPLICIT_KEY: {
    problem: "a key runs over several lines",
    advice: "Write the key on one line, with its colon.",
  },
  MULTIPLE_ANCHORS: { problem: "a value is marked (&) twice", advice: "Keep one mark." },
  MULTIPLE_DOCS: {
    problem: "a line of three hyphens begins a second document",
    advice: "Keep one document in each file.",
  },
  MULTIPLE_TAGS: { problem: "a value has two tags (!)", advice: "Keep one of them." },
  NON_STRING_KEY: { problem: "a key is no text", advice: "Put it in quotation marks." },
  RESOURCE_EXHAUSTION: {
    problem: "brackets stand within brackets too deep to follow",
    advice: "Look for a bracket that opens again and again.",
  },
  TAB_AS_INDENT: { problem: "a tab stands where lines are indented", advice: "Use spaces: two for each level." },
  TAG_RESOLVE_FAILED: { problem: "the tag asks for a kind of value that is not known", advice: "Remove the tag." },
  UNEXPECTED_TOKEN: { problem: "this cannot stand here", advice: quoteIt },
};

/**
 * Most faults below the first are its consequences, so few are told, and one of each line. A code that became a comment
 * explains them all.
 */
export function brokenYaml(source: SourceText, errors: readonly YAMLParseError[]): readonly Diagnostic[] {
  const lost = errors.length === 0 ? [] : lostCodes(findComments(source));
  if (lost.length > 0) return lost;
  const told = new Map<number, Diagnostic>();
  for (const error of errors) {
    const diagnostic = unclosedQuote(source, error) ?? plainDiagnostic(source, error);
    const { line } = positionOf(diagnostic.span);
    if (!told.has(line)) told.set(line, diagnostic);
    if (told.size === mostTold) break;
  }
  return [...told.values()];
}

function plainDiagnostic(source: SourceText, error: YAMLParseError): Diagnostic {
  const known = Object.hasOwn(plainly, error.code) ? plainly[error.code] : plainly.UNEXPECTED_TOKEN;
  return yamlMessages.yamlBroken({ ...known }, onOneLine(source, error.pos[0], error.pos[1]));
}

/** Of `#: {…}`, `[#, …]` and the like: the code # was meant, and a comment was read. */
export function lostCodes(comments: readonly Ast.Comment[]): readonly Diagnostic[] {
  const lost = comments.filter(({ span }) => /^#[:,}\]]/.test(spanText(span)) || /\bcoded$/.test(before(span)));
  return lost.map(({ span }) => yamlMessages.yamlCodeBecameComment({}, span, { fixes: quotedCode(span) }));
}

function before({ source, from }: Span): string {
  return source.text.slice(source.text.lastIndexOf("\n", from) + 1, from).trimEnd();
}

/** Behind `coded` the whole phrase has to be quoted, which mend-lines.ts knows how to do. */
function quotedCode({ source, from }: Span): readonly Fix[] {
  if (/\bcoded$/.test(before(makeSpan(source, from, from)))) return [];
  return [
    { title: "put the code in quotation marks", edits: [{ span: makeSpan(source, from, from + 1), text: '"#"' }] },
  ];
}

/** The library notices at the end of the file; the author has to look where the quotation mark opens. */
function unclosedQuote(source: SourceText, error: YAMLParseError): Diagnostic | undefined {
  const [, mark = ""] = /^Missing closing (["'])quote/.exec(error.message) ?? [];
  const opening = mark === "" ? undefined : lexemesOf(source).findLast(({ text }) => text.startsWith(mark));
  if (opening === undefined) return undefined;
  const advice = opening.text.includes('\\"')
    ? "A backslash takes the quotation mark behind it into the text: write it twice, or use single quotation marks."
    : "Close it.";
  const problem = "the quotation mark that opens here is never closed";
  return yamlMessages.yamlBroken({ problem, advice }, makeSpan(source, opening.from, opening.from + 1));
}

const mostTold = 5;

/** The library's places can run to the end of the file; the first line shows where to look. */
function onOneLine(source: SourceText, from: number, to: number): Span {
  const start = Math.max(0, Math.min(from, source.text.length));
  const { line, column } = positionAt(source, start);
  const lineEnd = start - column + 1 + lineText(source, line).length;
  return makeSpan(source, start, Math.max(start, Math.min(to, lineEnd)));
}
