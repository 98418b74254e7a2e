// The text of a small YAML file → the value its schema describes, every fault at its own place.
// Every scalar is a text here, so that N, 08 and 2026-09-01 are what they look like. Aliases, tags and odd keys are refused.

import type { ZodType } from "zod";
import { isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Document, YAMLParseError } from "yaml";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggestName } from "../diagnostics/did-you-mean.ts";
import type { SourceText, Span } from "../source/text.ts";
import { makeSpan } from "../source/text.ts";
import { sheetMessages } from "./diagnostics.ts";

export type YamlPath = readonly (string | number)[];

export interface YamlReading<Value> {
  /** Undefined as soon as anything is wrong: half a calendar is no calendar. */
  readonly value: Value | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The place of a value, or of the nearest thing around it that is there. */
  readonly spanAt: (path: YamlPath) => Span;
}

/** Reads a YAML text by a schema made of texts. `words` are the keys it may hold, for suggestions. */
export function readYaml<Value>(
  source: SourceText,
  schema: ZodType<Value>,
  words: readonly string[],
): YamlReading<Value> {
  const document = parseShallow(source);
  if (document === undefined) return brokenYaml(source, "brackets stand within brackets too deep to follow");
  const at = (range: Range | undefined): Span => spanOfRange(source, range);
  const diagnostics: Diagnostic[] = document.errors.map((error) =>
    sheetMessages.dataYamlBroken({ problem: problemOf(error) }, at([error.pos[0], error.pos[1]])),
  );
  const spanAt = (path: YamlPath): Span => at(rangeAt(document, path));
  if (diagnostics.length > 0) return { value: undefined, diagnostics, spanAt };
  const plain = plainValue(document.contents, (message) => diagnostics.push(message), at);
  if (diagnostics.length > 0) return { value: undefined, diagnostics, spanAt };
  const parsed = schema.safeParse(plain ?? Object.create(null));
  for (const issue of parsed.error?.issues ?? []) diagnostics.push(...messagesOf(issue, document, words, at));
  return { value: diagnostics.length === 0 ? parsed.data : undefined, diagnostics, spanAt };
}

type Range = readonly [number, number];
type Issue = NonNullable<ReturnType<ZodType["safeParse"]>["error"]>["issues"][number];

/** The parser goes one call deeper at each bracket; a file made to exhaust it is refused like any other broken one. */
function parseShallow(source: SourceText): Document | undefined {
  try {
    // Told to be silent, it would pass over whatever stands after a second `---`.
    return parseDocument(source.text, { version: "1.2", schema: "failsafe", logLevel: "error", prettyErrors: false });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function brokenYaml<Value>(source: SourceText, problem: string): YamlReading<Value> {
  const span = spanOfRange(source, undefined);
  return { value: undefined, diagnostics: [sheetMessages.dataYamlBroken({ problem }, span)], spanAt: () => span };
}

/** Nodes as texts, lists and prototype-less objects; a key without a value is as good as no key. */
function plainValue(node: unknown, tell: (message: Diagnostic) => void, at: (range?: Range) => Span): unknown {
  const refuse = (what: string, range: Range | undefined): undefined => {
    tell(sheetMessages.dataYamlTooClever({ what }, at(range)));
    return undefined;
  };
  if (isAlias(node)) return refuse("A reference to another value (*)", rangeOf(node));
  if ((isScalar(node) || isSeq(node) || isMap(node)) && node.tag !== undefined && !isPlainTag(node.tag)) {
    return refuse(`The tag ${node.tag}`, rangeOf(node));
  }
  if (isScalar(node)) return node.value === "" && node.type === "PLAIN" ? undefined : String(node.value);
  if (isSeq(node)) return node.items.map((item) => plainValue(item, tell, at));
  if (!isMap(node)) return undefined;
  const object = Object.create(null) as Record<string, unknown>;
  for (const { key, value } of node.items) {
    if (!isScalar(key) || typeof key.value !== "string") refuse("A key that is no single word", rangeOf(key));
    else if (key.value === "__proto__") tell(unknownKey(key.value, [], at(rangeOf(key))));
    else {
      const plain = plainValue(value, tell, at);
      if (plain !== undefined) object[key.value] = plain;
    }
  }
  return object;
}

function isPlainTag(tag: string): boolean {
  return /^tag:yaml\.org,2002:(str|seq|map)$/.test(tag);
}

function messagesOf(
  issue: Issue,
  document: Document,
  words: readonly string[],
  at: (range?: Range) => Span,
): readonly Diagnostic[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  const key = path.findLast((step) => typeof step === "string") ?? "the file";
  const place = at(rangeAt(document, path));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((name) => unknownKey(name, words, at(keyRangeAt(document, [...path, name]))));
  }
  if (issue.code === "invalid_type" && !isThere(document, path)) return [sheetMessages.dataKeyMissing({ key }, place)];
  const { problem, advice } = wordsOf(issue);
  return [sheetMessages.dataValueWrong({ key, problem, advice }, place)];
}

function wordsOf(issue: Issue): { readonly problem: string; readonly advice: string } {
  if (issue.code === "custom") return { problem: issue.message, advice: "Write dates like 2026-03-02." };
  if (issue.code === "invalid_value") {
    return { problem: "it is none of its choices", advice: `It can be ${issue.values.map(String).join(", ")}.` };
  }
  const kind = issue.code === "invalid_type" ? WANTED.get(issue.expected) : undefined;
  const problem = kind === undefined ? "it has not the form it should have" : `it should be ${kind}`;
  return { problem, advice: "Compare it with the description of the file's form." };
}

const WANTED: ReadonlyMap<string, string> = new Map([
  ["string", "a text"],
  ["array", "a list"],
  ["object", "a group of keys and values"],
  ["record", "a group of keys and values"],
]);

function unknownKey(key: string, words: readonly string[], span: Span): Diagnostic {
  return sheetMessages.dataKeyUnknown({ key, suggestion: suggestName(key, words, "words") }, span);
}

function isThere(document: Document, path: YamlPath): boolean {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return node !== undefined && node !== null && !(isScalar(node) && node.value === "" && node.type === "PLAIN");
}

/** The range of the value at a path, or of the nearest value around it. */
function rangeAt(document: Document, path: YamlPath): Range | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range = rangeOf(node);
    if (range !== undefined) return range;
  }
  return undefined;
}

function keyRangeAt(document: Document, path: YamlPath): Range | undefined {
  const holder = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pair = isMap(holder)
    ? holder.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1))
    : undefined;
  return rangeOf(pair?.key) ?? rangeAt(document, path);
}

function rangeOf(node: unknown): Range | undefined {
  if (!isAlias(node) && !isScalar(node) && !isSeq(node) && !isMap(node)) return undefined;
  return node.range === undefined || node.range === null ? undefined : [node.range[0], node.range[1]];
}

/** The whole first line stands in for a place that is not known; a long value is shown by its first line. */
function spanOfRange(source: SourceText, range: Range | undefined): Span {
  const length = source.text.length;
  const from = Math.min(range?.[0] ?? 0, length);
  const lineEnd = source.text.indexOf("\n", from);
  const to = Math.min(range?.[1] ?? length, lineEnd < 0 ? length : lineEnd);
  return makeSpan(source, from, Math.max(from, to));
}

function problemOf({ code, message }: YAMLParseError): string {
  return code === "MULTIPLE_DOCS" ? "a second document begins here, and a file holds one" : firstSentence(message);
}

function firstSentence(text: string): string {
  return (
    text
      .split(/\n| at line /)[0]
      ?.replace(/[.:]$/, "")
      .replaceAll(/[{}]/g, "") ?? ""
  );
}
