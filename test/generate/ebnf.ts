// The parser's rules and the token table → the grammar as EBNF, for people and for other tools.

import type { ISerializedGast } from "chevrotain";
import { deepest } from "../../src/syntax/layout.ts";
import { PolicyParser } from "../../src/syntax/parser.ts";
import type { TokenEntry } from "../../src/syntax/tokens.ts";
import { continuationWords, tokenGroups, tokenTable, unitPhrases } from "../../src/syntax/tokens.ts";

const widest = 120;

const opening = `(* The text form of Rollcall. Generated from the parser: \`npm run generate\` writes this file.

   "word"  these words      name      another rule      NAME      a token, at the end of this file
   [ x ]   x or nothing     { x }     any number of x   { x }-    one x or more     x | y     either

   LINE-END ends a statement: a line break, or the brace that closes the block. A line goes on with the one above when
   it stands inside ( ) or [ ], when the one above ends with a comma, or when it begins with one of
   ${wrapWords([...continuationWords].map((word) => `"${word}"`))}
   -- but \`or\` before a text or "chosen" begins another reading, and "otherwise" with a brace goes on after a closing one.

   Words are reserved only where a phrase would otherwise not know where to stop; all others are names too: any-name.
   A sentence is told from a condition by its modal. Brackets may lie ${deepest} deep. A comment runs from -- to the line's end. *)
`;

export function writeEbnf(): string {
  const rules = new PolicyParser().getSerializedGastProductions();
  const inOrder = rules.toSorted((a, b) => rankOf(a) - rankOf(b));
  const written = inOrder.map((rule) => define(ruleName(rule), alternativesOf(rule)));
  const groups = tokenGroups.map((group) => define(kebab(group), membersOf(group)));
  const tokens = tokenTable.filter((entry) => entry.pattern instanceof RegExp).map(defineToken);
  return [opening, ...written, "", "(* Groups of words *)", ...groups, "", "(* Tokens *)", ...tokens, ""].join("\n");
}

// ---------------------------------------------------------------- rules

/** The whole first, then what it is made of: the reverse of the order in which the parser has to define them. */
function rankOf(rule: ISerializedGast): number {
  return ruleName(rule) === "policy" ? 0 : 1;
}

function ruleName(rule: ISerializedGast): string {
  return kebab(nameOf(rule));
}

function nameOf(production: ISerializedGast): string {
  return "name" in production ? String(production.name) : "";
}

function kebab(name: string): string {
  return name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).toLowerCase();
}

function define(name: string, alternatives: readonly string[]): string {
  const oneLine = `${name} = ${alternatives.join(" | ")} ;`;
  if (oneLine.length <= widest) return oneLine;
  if (alternatives.every((alternative) => !alternative.includes(" ") || alternative.startsWith('"'))) {
    return `${name}\n  = ${wrap(alternatives.join(" | "))} ;`;
  }
  return `${name}\n  = ${alternatives.map((alternative) => wrap(alternative)).join("\n  | ")} ;`;
}

/** Breaks a long sequence at the spaces outside quotation marks. */
function wrap(text: string): string {
  const lines: string[] = [];
  let line = "";
  for (const [part] of text.matchAll(/(?:"[^"]*"|[^\s"])+/g)) {
    if (line !== "" && line.length + part.length + 5 > widest) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? part : ` ${part}`;
  }
  return [...lines, line].join("\n    ");
}

function wrapWords(words: readonly string[]): string {
  return wrap(words.join(" ")).replaceAll("\n    ", "\n   ");
}

function alternativesOf(rule: ISerializedGast): readonly string[] {
  const parts = definitionOf(rule);
  const [only, ...others] = parts;
  if (only?.type === "Alternation" && others.length === 0) return definitionOf(only).map((part) => sequence([part]));
  return [sequence(parts)];
}

function definitionOf(production: ISerializedGast): readonly ISerializedGast[] {
  return "definition" in production ? production.definition : [];
}

function sequence(parts: readonly ISerializedGast[]): string {
  return parts.map(write).join(" ");
}

function write(production: ISerializedGast): string {
  const inside = definitionOf(production);
  switch (production.type) {
    case "Terminal":
      return terminal(production);
    case "NonTerminal":
      return ruleName(production);
    case "Option":
      return `[ ${sequence(inside)} ]`;
    case "Repetition":
      return `{ ${sequence(inside)} }`;
    case "RepetitionMandatory":
      return `{ ${sequence(inside)} }-`;
    case "Alternation":
      return `( ${inside.map((part) => sequence([part])).join(" | ")} )`;
    case "Alternative":
      return sequence(inside);
    case "Rule":
    case "RepetitionWithSeparator":
    case "RepetitionMandatoryWithSeparator":
      throw new Error(`EBNF is not written for: ${production.type}`);
  }
}

const entries: ReadonlyMap<string, TokenEntry> = new Map(tokenTable.map((entry) => [entry.name, entry]));

function terminal(production: ISerializedGast): string {
  const name = nameOf(production);
  const entry = entries.get(name);
  if (entry === undefined) return name === "LineEnd" ? "LINE-END" : kebab(name);
  return typeof entry.pattern === "string" ? `"${entry.pattern}"` : kebab(name).toUpperCase();
}

// ---------------------------------------------------------------- words and tokens

function membersOf(group: TokenEntry["groups"][number]): readonly string[] {
  const members = tokenTable.filter((entry) => entry.groups.includes(group));
  return members.map((entry) =>
    typeof entry.pattern === "string" ? `"${entry.pattern}"` : kebab(entry.name).toUpperCase(),
  );
}

function defineToken(entry: TokenEntry): string {
  const name = kebab(entry.name).toUpperCase();
  if (entry.name === "Unit")
    return define(
      name,
      unitPhrases.map((phrase) => `"${phrase}"`),
    );
  const { source } = entry.pattern instanceof RegExp ? entry.pattern : new RegExp(entry.pattern);
  return `${name} = ? ${source} ? ;  (* ${entry.says} *)`;
}
