// The text of a YAML file → its nodes with their places, and everything that is wrong with it as YAML.
// Never throws: what is broken, circular, endless or too deep is told, and nothing is guessed in its stead.

import type { Node, Pair, Range, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { isAlias, isNode, isScalar, isSeq, parseDocument } from "yaml";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span, SourceText } from "../source/text.ts";
import { joinSpans, makeSpan, pointSpan, spanText } from "../source/text.ts";
import { messages as syntaxMessages } from "../syntax/diagnostics.ts";
import { longestText } from "../syntax/parse.ts";
import { brokenYaml } from "./broken-yaml.ts";
import { yamlMessages } from "./diagnostics.ts";
import type { YamlEntry, YamlNode, YamlScalar } from "./document.ts";
import { kindWords } from "./document.ts";
import { quoted } from "./read-keys.ts";
import type { ScalarStyle } from "./scalar-offsets.ts";
import { scalarOffsets } from "./scalar-offsets.ts";

export interface DocumentReading {
  /** Undefined when the file is not sound YAML: half a tree would be guesswork. */
  readonly root: YamlNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const deepest = 100;
const mostCopies = 10_000;

interface Reading {
  readonly source: SourceText;
  readonly diagnostics: Diagnostic[];
  /** The collections around the present one, to notice a value that holds itself, and one that lies too deep. */
  readonly around: Node[];
  /** What is marked with & so far. */
  readonly marked: Map<string, Node>;
  /** How many references are being followed, and how many values they have given so far. */
  following: number;
  copies: number;
  /** Whether a value could not be found at all, so that whatever is missing would be told for the wrong reason. */
  lost: boolean;
}

export function readDocument(source: SourceText): DocumentReading {
  const { length } = source.text;
  if (length > longestText) {
    const fault = syntaxMessages.fileTooLong({ length, limit: longestText }, pointSpan(source, 0));
    return { root: undefined, diagnostics: [fault] };
  }
  const document = parseText(source.text);
  if (document === undefined)
    return { root: undefined, diagnostics: [yamlMessages.yamlTooDeep({}, pointSpan(source, deepPlace(source)))] };
  const broken = brokenYaml(source, document.errors);
  if (broken.length > 0) return { root: undefined, diagnostics: broken };
  const reading: Reading = {
    source,
    diagnostics: [],
    around: [],
    marked: new Map(),
    following: 0,
    copies: 0,
    lost: false,
  };
  const root = readNode(reading, document.contents, pointSpan(source, 0));
  return { root: reading.lost ? undefined : root, diagnostics: reading.diagnostics };
}

/** Undefined where lists or keys open within one another so often that the library runs out of room to follow them. */
function parseText(text: string): ReturnType<typeof parseDocument> | undefined {
  try {
    return parseDocument(text, {
      version: "1.2",
      schema: "failsafe",
      // It would compare each key with each other one; readEntries looks once at each.
      uniqueKeys: false,
      prettyErrors: false,
      // Silence would also hide a second document behind the first.
      logLevel: "error",
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Where hyphens or question marks, each of which opens a list or a key, stand in a long row; else the beginning. */
function deepPlace({ text }: SourceText): number {
  return Math.max(0, text.search(/(?:[-?][ \t]+){100}/));
}

/** `place` is where a value would stand if there were one. */
function readNode(reading: Reading, node: unknown, place: Span): YamlNode {
  if (!isNode(node)) return { kind: "nothing", span: place };
  const span = spanOf(reading, node.range) ?? place;
  if (isAlias(node)) return readReference(reading, node.source, span);
  if (!mayReadOn(reading, span)) return { kind: "nothing", span };
  if (node.anchor !== undefined) reading.marked.set(node.anchor, node);
  if (node.tag !== undefined && !isPlainTag(node.tag))
    lose(reading, yamlMessages.yamlTag({ tag: asWritten(node.tag) }, span));
  if (isScalar(node)) return isNothing(node) ? { kind: "nothing", span } : scalarOf(node, span);
  reading.around.push(node);
  const read = isSeq(node) ? readItems(reading, node, span) : readMap(reading, node, span);
  reading.around.pop();
  return read;
}

function readItems(reading: Reading, list: YAMLSeq, span: Span): YamlNode {
  const items = list.items.map((item) => readNode(reading, item, span));
  return { kind: "list", items, span: withoutComments(span, items) };
}

function readMap(reading: Reading, map: YAMLMap, span: Span): YamlNode {
  const entries = readEntries(reading, map.items, span);
  return { kind: "map", entries, span: withoutComments(span, entries) };
}

/** The library lets a block reach over the comments below it; it ends with the last thing in it. */
function withoutComments(span: Span, inside: readonly { readonly span: Span }[]): Span {
  if (/[[{]/.test(span.source.text.charAt(span.from))) return span;
  const ends = inside.map((node) => node.span.to).filter((to) => span.from < to && to <= span.to);
  return makeSpan(span.source, span.from, Math.max(span.from, ...ends.slice(-1)));
}

function mayReadOn(reading: Reading, span: Span): boolean {
  const fault =
    reading.around.length >= deepest
      ? yamlMessages.yamlTooDeep({}, span)
      : reading.following > 0 && ++reading.copies > mostCopies
        ? yamlMessages.yamlTooManyReferences({ limit: mostCopies }, span)
        : undefined;
  if (fault === undefined) return true;
  reading.lost = true;
  if (!reading.diagnostics.some((told) => told.code === fault.code)) tell(reading, fault);
  return false;
}

function tell(reading: Reading, diagnostic: Diagnostic): void {
  reading.diagnostics.push(diagnostic);
}

/** Without the value there is no telling what is missing. */
function lose(reading: Reading, diagnostic: Diagnostic): void {
  reading.lost = true;
  tell(reading, diagnostic);
}

function asWritten(tag: string): string {
  return tag.replace(/^tag:yaml\.org,2002:/, "!!");
}

function isPlainTag(tag: string): boolean {
  return /^tag:yaml\.org,2002:(?:str|seq|map)$/.test(tag);
}

function isNothing(scalar: Scalar): boolean {
  return scalar.value === null || (scalar.value === "" && scalar.type === "PLAIN");
}

function readReference(reading: Reading, name: string, span: Span): YamlNode {
  const marked = reading.marked.get(name);
  if (marked !== undefined && !reading.around.includes(marked)) {
    reading.following++;
    const read = readNode(reading, marked, span);
    reading.following--;
    return read;
  }
  const { yamlReferenceUnknown, yamlReferenceCircular } = yamlMessages;
  lose(reading, (marked === undefined ? yamlReferenceUnknown : yamlReferenceCircular)({ name }, span));
  return { kind: "nothing", span };
}

// ---------------------------------------------------------------- keys

function readEntries(reading: Reading, pairs: readonly Pair[], map: Span): readonly YamlEntry[] {
  const entries = new Map<string, YamlEntry>();
  for (const pair of pairs) {
    const key = readNode(reading, pair.key, map);
    const value = readNode(reading, pair.value, placeAfter(key.span));
    if (key.kind !== "scalar") {
      tell(reading, yamlMessages.yamlKeyNotAWord({ what: kindWords(key) }, key.span));
      continue;
    }
    const first = entries.get(key.text);
    if (first === undefined) entries.set(key.text, { key, value, span: entrySpan(key.span, value.span) });
    else tell(reading, keyTwice(first.key, key));
  }
  return [...entries.values()];
}

function keyTwice(first: YamlScalar, second: YamlScalar): Diagnostic {
  const labels = [{ span: first.span, text: "it stands here already" }];
  return yamlMessages.yamlKeyTwice({ key: quoted(second.text) }, second.span, { labels });
}

function placeAfter(key: Span): Span {
  return pointSpan(key.source, key.to);
}

/** A value that a reference gives stands elsewhere; its entry is the key alone. */
function entrySpan(key: Span, value: Span): Span {
  return value.from < key.to ? key : joinSpans(key, value);
}

// ---------------------------------------------------------------- scalars

const styles: Readonly<Record<string, ScalarStyle>> = {
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "block",
  BLOCK_FOLDED: "block",
};

function scalarOf(scalar: Scalar, span: Span): YamlScalar {
  const text = String(scalar.value);
  const style = styles[scalar.type ?? ""] ?? "plain";
  let offsets: readonly number[] | undefined;
  const offsetOf = (index: number): number => {
    offsets ??= offsetsIn(span, text, style);
    return offsets[index] ?? (index === 0 ? span.from : span.to);
  };
  return { kind: "scalar", text, quoted: style !== "plain", span, offsetOf };
}

/** Empty when the text cannot be found in what was written: every place in it is then the whole scalar. */
function offsetsIn(span: Span, text: string, style: ScalarStyle): readonly number[] {
  const written = spanText(span);
  const header = style === "block" ? (/^[^\n]*\n?/.exec(written)?.[0].length ?? 0) : 0;
  const offsets = scalarOffsets(written.slice(header), text, style) ?? [];
  return offsets.map((offset) => span.from + header + offset);
}

function spanOf(reading: Reading, range: Range | null | undefined): Span | undefined {
  return range === null || range === undefined ? undefined : makeSpan(reading.source, range[0], range[1]);
}
