// The token table → a TextMate grammar and snippets, for editors that colour before any server answers. The patterns are the lexer's own,
// tried in its order; only their dialect of regular expressions is another.

import { forms } from "../../src/syntax/forms.ts";
import { lex } from "../../src/syntax/lex.ts";
import type { TokenEntry, TokenRole } from "../../src/syntax/tokens.ts";
import { tokenTable, wordsPattern } from "../../src/syntax/tokens.ts";
import type { GeneratedFile } from "./generated-file.ts";

/** What editors call the roles that words play. */
export const scopeOf: Readonly<Record<TokenRole, string>> = {
  keyword: "keyword.other.rollcall",
  connective: "keyword.operator.word.rollcall",
  modal: "keyword.control.modal.rollcall",
  edge: "keyword.operator.comparison.rollcall",
  name: "variable.other.rollcall",
  code: "constant.language.code.rollcall",
  clause: "entity.other.attribute-name.clause.rollcall",
  value: "constant.numeric.rollcall",
  unit: "support.type.unit.rollcall",
  punctuation: "punctuation.rollcall",
  comment: "comment.line.double-dash.rollcall",
};

export const textScope = "string.quoted.double.rollcall";

export const textmateFiles: readonly GeneratedFile[] = [
  { path: "grammar/rollcall.tmLanguage.json", write: () => `${JSON.stringify(textmateGrammar(), null, 2)}\n` },
  { path: "grammar/rollcall.snippets.json", write: () => `${JSON.stringify(snippets(), null, 2)}\n` },
];

// ---------------------------------------------------------------- colours

interface Pattern {
  readonly match: string;
  readonly name?: string;
}

export function textmateGrammar() {
  return {
    $schema: "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
    comment: "Generated from the lexer's table of tokens by `npm run generate`; nothing else writes it.",
    name: "Rollcall",
    scopeName: "source.rollcall",
    fileTypes: ["rollcall"],
    patterns: patternsOf(tokenTable),
  };
}

/** Neighbours that are coloured alike stand in one pattern; what fits none is no word and keeps no colour. */
function patternsOf(table: readonly TokenEntry[]): readonly Pattern[] {
  const patterns: { match: string; name: string }[] = [];
  for (const entry of table) {
    const name = entry.name === "Text" ? textScope : scopeOf[entry.role];
    const match = inOniguruma(sourceOf(entry));
    const last = patterns.at(-1);
    if (last?.name === name) last.match += `|${match}`;
    else patterns.push({ match, name });
  }
  return [...patterns, { match: '"[^"]*|[^\\s"{}()\\[\\],]+' }];
}

function sourceOf({ pattern }: TokenEntry): string {
  if (typeof pattern !== "string") return pattern.source;
  return /^[a-z]/.test(pattern) ? wordsPattern(pattern).source : pattern.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** There `\w` and `\d` take letters and digits of every script, and a character by its number is written otherwise. */
function inOniguruma(source: string): string {
  let inSet = false;
  return source.replaceAll(/\\u([0-9A-F]{4})|\\.|\[|\]/g, (part, point: string | undefined) => {
    if (part === "[") inSet = true;
    if (part === "]") inSet = false;
    if (point !== undefined) return `\\x{${point}}`;
    if (part === "\\w") return inSet ? "A-Za-z0-9_" : "[A-Za-z0-9_]";
    if (part === "\\d") return inSet ? "0-9" : "[0-9]";
    return part;
  });
}

// ---------------------------------------------------------------- snippets

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** One for each form of statement: what an author would choose are the places to go through. */
export function snippets(): Readonly<Record<string, Snippet>> {
  return Object.fromEntries(
    Object.entries(forms).map(([form, example]) => {
      const prefix = /^[a-z]+(?: policy)?(?= |$)/.exec(example)?.[0] ?? spaced(form);
      return [spaced(form), { prefix, description: example, body: bodyOf(example) }];
    }),
  );
}

function spaced(form: string): string {
  return form.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

const chosen: ReadonlySet<string> = new Set([
  "Name",
  "Text",
  "RegisterCode",
  "ClauseId",
  "DateTime",
  "CalendarDate",
  "ClockTime",
  "Percent",
  "Money",
  "Number",
]);

function bodyOf(example: string): readonly string[] {
  let [body, reached, place] = ["", 0, 0];
  for (const { image, startOffset, tokenType } of lex(example).tokens) {
    body += escaped(example.slice(reached, startOffset));
    // An empty block is there to be filled.
    if (tokenType.name === "CloseBlock" && body.endsWith("{ ")) body += `\${${++place}} `;
    const quoted = tokenType.name === "Text";
    const inner = quoted ? image.slice(1, -1) : image;
    const stop = chosen.has(tokenType.name)
      ? `\${${++place}:${escaped(inner).replaceAll("}", "\\}")}}`
      : escaped(inner);
    body += quoted ? `"${stop}"` : stop;
    reached = startOffset + image.length;
  }
  return laidOut(body + escaped(example.slice(reached)));
}

/** What stands for itself in a snippet. */
function escaped(text: string): string {
  return text.replaceAll(/[\\$]/g, "\\$&");
}

/** Blocks on lines of their own; braces of the places to go through are no blocks. */
function laidOut(body: string): readonly string[] {
  let depth = 0;
  const lines: string[] = [];
  for (const part of body.split(/(?<= \{) +|(?= \}(?: |$))/)) {
    const closes = part.startsWith(" }");
    if (closes) depth--;
    lines.push(`${"\t".repeat(Math.max(0, depth))}${part.trim()}`);
    if (part.endsWith(" {")) depth++;
  }
  return lines;
}
