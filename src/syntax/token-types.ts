// The token table as Chevrotain's token types, for the lexer and the parser. It decides nothing of its own.

import type { ITokenConfig, TokenType } from "chevrotain";
import { createToken, Lexer } from "chevrotain";
import type { FixedWords, TokenEntry, TokenGroup } from "./tokens.ts";
import { declaringWords, groupSays, tokenGroups, tokenName, tokenTable, wordSorts, wordsPattern } from "./tokens.ts";
import { Bug } from "../support/bug.ts";

const groupTypes: ReadonlyMap<TokenGroup, TokenType> = new Map(
  tokenGroups.map((group) => [group, createToken({ name: group, pattern: Lexer.NA, label: groupSays[group] })]),
);

const wordType = createToken(configure(entryNamed("Name")));

/** Ends a statement. Made by the layout from line breaks and closing braces; no author types it. */
const lineEnd = createToken({ name: "LineEnd", pattern: Lexer.NA, label: "the end of the line" });

/** Text that is no word of the language. The parser refuses it where it stands, so that its statement is reported once. */
const stray = createToken({
  name: "Stray",
  pattern:
    // oxlint-disable-next-line no-control-regex -- whatever a file holds, some token must take it
    /"[^"\r\n]*|[\w\u00AA-\u1FFF][\w\u00AA-\u1FFF'’:./-]*|[\uD800-\uDBFF][\uDC00-\uDFFF]|[<>=!]+|[\u0000-\uFFFF]/,
  line_breaks: false,
  label: "something else",
});

const lineBreak = createToken({ name: "LineBreak", pattern: /\r\n|\n|\r/, line_breaks: true });

const blanks = createToken({ name: "Blanks", pattern: /[ \t\u00A0\uFEFF]+/, group: Lexer.SKIPPED });

const entryTypes: ReadonlyMap<string, TokenType> = new Map(
  tokenTable.map((entry) => [entry.name, entry.name === "Name" ? wordType : createToken(configure(entry))]),
);

function configure(entry: TokenEntry): ITokenConfig {
  return {
    name: entry.name,
    // The lexer would find out for itself how words begin, from their pattern, and take longer over it than over a policy.
    ...(isFixedWords(entry)
      ? { pattern: wordsPattern(entry.pattern), start_chars_hint: [entry.pattern.slice(0, 1)] }
      : { pattern: entry.pattern }),
    label: entry.says,
    categories: entry.groups.map(groupType),
    ...(entry.role === "comment" ? { group: "comments" } : {}),
    line_breaks: false,
  };
}

/** Words end where a name would: `of` is not found at the front of `office`. */
function isFixedWords(entry: TokenEntry): entry is TokenEntry & { readonly pattern: string } {
  return typeof entry.pattern === "string" && /^[a-z]/.test(entry.pattern);
}

function entryNamed(name: string): TokenEntry {
  const entry = tokenTable.find((candidate) => candidate.name === name);
  if (entry === undefined) throw new Bug(`No token is called ${name}`);
  return entry;
}

function entryType(name: string): TokenType {
  const type = entryTypes.get(name);
  if (type === undefined) throw new Bug(`No token is called ${name}`);
  return type;
}

export function groupType(group: TokenGroup): TokenType {
  const type = groupTypes.get(group);
  if (type === undefined) throw new Bug(`No words belong to the group ${group}`);
  return type;
}

/** The token type of fixed words: `word("must not")`. */
export function word(fixed: FixedWords): TokenType {
  return entryType(tokenName(fixed));
}

/** The token types that are not fixed words. */
export const token = {
  name: wordType,
  unit: entryType("Unit"),
  code: entryType("RegisterCode"),
  clauseId: entryType("ClauseId"),
  dateTime: entryType("DateTime"),
  date: entryType("CalendarDate"),
  time: entryType("ClockTime"),
  percent: entryType("Percent"),
  money: entryType("Money"),
  number: entryType("Number"),
  text: entryType("Text"),
  openBlock: entryType("OpenBlock"),
  closeBlock: entryType("CloseBlock"),
  openClauses: entryType("OpenClauses"),
  closeClauses: entryType("CloseClauses"),
  openGroup: entryType("OpenGroup"),
  closeGroup: entryType("CloseGroup"),
  comma: entryType("Comma"),
  lineEnd,
  lineBreak,
  stray,
} as const;

/** The words that begin a declaration. */
export const declaringTypes: ReadonlySet<TokenType> = new Set(
  [...declaringWords, ...wordSorts].map((fixed) => word(fixed)),
);

/** A brace behind one of these opens a list of conditions, not the block of a statement. */
export const beforeConditions: ReadonlySet<TokenType> = new Set([word("all of"), word("any of"), word("of")]);

/** In the order in which the lexer tries them. */
export const lexedTypes: readonly TokenType[] = [blanks, lineBreak, ...entryTypes.values(), stray];

/** What the parser's grammar may mention. */
export const vocabulary: readonly TokenType[] = [...lexedTypes, ...groupTypes.values(), lineEnd];
