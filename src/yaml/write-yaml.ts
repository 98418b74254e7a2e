// Statements as keys and values → lines of YAML, with their comments and the empty lines that their author left.
// Where a comment stands decides to what it belongs (comments.ts), so every line and column is set here.

import { assertNever } from "../support/assert-never.ts";
import { Bug } from "../support/bug.ts";
import type * as Ast from "../syntax/ast.ts";
import { emptyLineBefore, standsApart } from "../syntax/print-statements.ts";
import { quoteInBrackets, quoteKey, quoteValue } from "./quote.ts";
import type { Lines } from "./write-comments.ts";
import { behind, commentLines, indent, linesAbove, trailingLines } from "./write-comments.ts";
import type { Entry, Group, Head, Item, NamedItem, Section, Value } from "./written.ts";

const widest = 100;

// ---------------------------------------------------------------- statements

/** Statements of a list; `column` is the hyphen's. */
function writeList(items: readonly Item[], column: number): Lines {
  return items.flatMap((item, index) => [
    ...(index > 0 && isApart(item) ? [""] : []),
    ...linesAbove(item.comments, column),
    ...writeBody(item, column, `${indent(column)}-`, true),
    ...trailingLines(item.comments.trailing, column + 2),
  ]);
}

function writeNamed(items: readonly NamedItem[], column: number, spacing: Spacing): Lines {
  return items.flatMap((item, index) => [
    ...(index > 0 && (isApart(item) || (spacing === "airy" && isLarge(item))) ? [""] : []),
    ...linesAbove(item.comments, column),
    ...writeNamedBody(item, column),
    ...trailingLines(item.comments.trailing, column + 2),
  ]);
}

/** At the top of a file what is large stands apart; elsewhere only what its author set apart. */
type Spacing = "airy" | "as-written";

function isApart(item: Item): boolean {
  return standsApart({ ...item, clauses: [] });
}

/** Whether it holds other statements. */
function isLarge(item: Item): boolean {
  return item.entries.some(({ value }) => value.kind === "list" || value.kind === "sections");
}

/** Too long a key is written with a question mark, and its colon on the next line. */
function writeNamedBody(item: NamedItem, column: number): Lines {
  const key = quoteKey(item.name);
  if (key.length <= longestKey) return writeBody(item, column, `${indent(column)}${key}:`, false);
  const { after } = item.comments;
  const bare = { ...item, comments: { before: [] } };
  return [`${indent(column)}? ${key}${behind(after)}`, ...writeBody(bare, column, `${indent(column)}:`, false)];
}

const longestKey = 1000;

/** `opening` is a hyphen, or a key with its colon. */
function writeBody(item: Item, column: number, opening: string, isListed: boolean): Lines {
  const after = behind(item.comments.after);
  const [only, ...others] = item.entries;
  if (only === undefined) return [`${opening} {}${after}`];
  if (others.length === 0 && only.key === item.main && only.comments === undefined) {
    return writeValue(only.value, column, opening, after);
  }
  const line = item.brief ? inBrackets(item.entries) : undefined;
  if (line !== undefined && opening.length + 1 + line.length <= widest) return [`${opening} ${line}${after}`];
  if (!isListed) return [`${opening}${after}`, ...item.entries.flatMap((entry) => writeEntry(entry, column + 2, ""))];
  const [first = "", ...rest] = item.entries.flatMap((entry, index) =>
    writeEntry(entry, column + 2, index === 0 ? after : ""),
  );
  return [`${opening} ${first.trimStart()}`, ...rest];
}

function inBrackets(entries: readonly Entry[]): string | undefined {
  const written: string[] = [];
  for (const { key, value } of entries) {
    if (value.kind === "text" && !value.text.includes("\n"))
      written.push(`${quoteInBrackets(key)}: ${quoteInBrackets(value.text)}`);
    else if (value.kind === "bare") written.push(`${quoteInBrackets(key)}: ${value.text}`);
    else if (value.kind === "texts") written.push(`${quoteInBrackets(key)}: ${textsInBrackets(value.texts)}`);
    else return undefined;
  }
  return `{${written.join(", ")}}`;
}

function textsInBrackets(texts: readonly string[]): string {
  return `[${texts.map(quoteInBrackets).join(", ")}]`;
}

function writeEntry({ key, value, comments }: Entry, column: number, after: string): Lines {
  const above = commentLines(comments?.before, column);
  const [first] = comments?.before ?? [];
  const apart = first !== undefined && emptyLineBefore(first.span) ? [""] : [];
  const opening = `${indent(column)}${quoteKey(key)}:`;
  return [...apart, ...above, ...writeValue(value, column, opening, after + behind(comments?.after))];
}

/** What stands below an opening is one level further in. */
function writeValue(value: Value, column: number, opening: string, after: string): Lines {
  switch (value.kind) {
    case "nothing":
      return [`${opening}${after}`];
    case "bare":
      return [`${opening} ${value.text}${after}`];
    case "text":
      return writeText(value.text, column, opening, after);
    case "texts":
      return writeTexts(value.texts, column, opening, after);
    case "list":
      return value.items.length === 0
        ? [`${opening} []${after}`]
        : [`${opening}${after}`, ...writeList(value.items, column + 2)];
    case "keys":
      return writeKeys(value.entries, column, opening, after);
    case "sections":
      return [
        `${opening}${value.sections.length === 0 ? " {}" : ""}${after}`,
        ...writeSections(value.sections, column + 2, "as-written"),
      ];
    default:
      return assertNever(value);
  }
}

function writeKeys(entries: readonly Entry[], column: number, opening: string, after: string): Lines {
  const line = inBrackets(entries);
  if (line !== undefined && opening.length + 1 + line.length <= widest) return [`${opening} ${line}${after}`];
  return [`${opening}${after}`, ...entries.flatMap((entry) => writeEntry(entry, column + 2, ""))];
}

function writeText(text: string, column: number, opening: string, after: string): Lines {
  if (!text.includes("\n")) return [`${opening} ${quoteValue(text)}${after}`];
  return [`${opening} |-${after}`, ...text.split("\n").map((line) => indent(column + 2) + line)];
}

function writeTexts(texts: readonly string[], column: number, opening: string, after: string): Lines {
  const line = `${opening} ${textsInBrackets(texts)}`;
  if (line.length <= widest || texts.length === 0) return [`${line}${after}`];
  return [`${opening}${after}`, ...texts.map((text) => `${indent(column + 2)}- ${quoteValue(text)}`)];
}

// ---------------------------------------------------------------- sections

/** One section stands alone; several are a list. */
function writeSections(sections: readonly Section[], column: number, spacing: Spacing): Lines {
  const isList = sections.length > 1;
  return sections.flatMap((section, index) =>
    section.flatMap((group, place) => {
      // A list's hyphen stands before the first key of its section.
      const key = isList ? column + 2 : column;
      const start = place === 0 ? column : key;
      const opening = `${indent(start)}${start < key ? "- " : ""}${group.key}:`;
      return writeGroup(group, { start, inner: key + 2, opening, isFirst: index === 0 && place === 0, spacing });
    }),
  );
}

interface GroupPlace {
  /** The columns where its first line begins, and where its statements do. */
  readonly start: number;
  readonly inner: number;
  readonly opening: string;
  readonly isFirst: boolean;
  readonly spacing: Spacing;
}

/** The comments of its first statement are moved above its key, where they read as a heading. */
function writeGroup({ items }: Group, { start, inner, opening, isFirst, spacing }: GroupPlace): Lines {
  const [first, ...others] = items;
  if (first === undefined) throw new Bug("A group of declarations holds at least one");
  const heading = linesAbove(first.comments, start);
  const below: readonly (Item & { readonly name?: string })[] = [
    { ...first, comments: { ...first.comments, before: [] } },
    ...others,
  ];
  const named = below.filter((item): item is NamedItem => item.name !== undefined);
  const apart = !isFirst && (spacing === "airy" || heading.length === 0 || isApart(first));
  // Below the key, too: that is where a reader of the file looks for it.
  const within = !isFirst && spacing === "as-written" && heading.length === 0 && isApart(first);
  return [
    ...(apart ? [""] : []),
    ...heading,
    opening,
    ...(within ? [""] : []),
    ...(named.length === 0 ? writeList(below, inner) : writeNamed(named, inner, spacing)),
  ];
}

/** The lines of a whole file. */
export function writeFile(head: Head, sections: readonly Section[], comments: Ast.Comments): Lines {
  const [repeated] = head.also;
  const also =
    repeated === undefined ? [] : ["  also:", ...(isApart(repeated) ? [""] : []), ...writeList(head.also, 4)];
  const body = writeSections(sections, sections.length > 1 ? 2 : 0, "airy");
  const ending = commentLines(comments.trailing, 0);
  return [
    ...linesAbove(comments, 0),
    `${head.key}:${behind(comments.after)}`,
    ...head.entries.flatMap((entry) => writeEntry(entry, 2, "")),
    ...writeNamed(head.headers, 2, "as-written"),
    ...also,
    ...(body.length > 0 ? [""] : []),
    ...(sections.length > 1 ? ["sections:"] : []),
    ...body,
    ...(ending.length > 0 ? [""] : []),
    ...ending,
  ];
}
