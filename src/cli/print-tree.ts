// Any tree of the compiler → an outline to read: names and values by indentation, places as `line:column`, nothing that is empty.
// Knows no stage.

import { positionOf } from "../index.ts";
import type { Span } from "../index.ts";

const LONGEST = 110;

/** Ends in a line break. */
export function printTree(tree: unknown): string {
  return `${lines(tree, "").join("\n")}\n`;
}

function lines(value: unknown, indent: string): readonly string[] {
  const plain = plainWords(value);
  if (plain !== undefined) return [`${indent}${plain}`];
  return entries(value).flatMap(([key, child]): readonly string[] => {
    if (isEmpty(child)) return [];
    const words = plainWords(child);
    return words === undefined ? [`${indent}${key}`, ...lines(child, `${indent}  `)] : [`${indent}${key} ${words}`];
  });
}

/** What fits on a line: values, places, exact shares, lists of values. */
function plainWords(value: unknown): string | undefined {
  if (typeof value === "string") return /^[\w./-]+$/.test(value) ? value : JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (isSpan(value)) {
    const { line, column } = positionOf(value);
    return `${line}:${column}`;
  }
  if (Array.isArray(value) && value.every((each) => typeof each !== "object")) return value.map(plainWords).join(", ");
  if ("call" in value && "args" in value && Array.isArray(value.args)) return callWords(String(value.call), value.args);
  const keys = Object.keys(value);
  return keys.length === 2 && "n" in value && "d" in value ? `${String(value.n)}/${String(value.d)}` : undefined;
}

/** `compare(constant(19/20), below, …)`, while it fits on a line. */
function callWords(name: string, args: readonly unknown[]): string | undefined {
  const words = args.map(argumentWords);
  const said = `${name}(${words.join(", ")})`;
  return words.includes(undefined) || said.length > LONGEST ? undefined : said;
}

/** Within a call, lists and records stand on the same line. */
function argumentWords(value: unknown): string | undefined {
  if (value === undefined) return "-";
  if (Array.isArray(value)) return joined("[", value.map(argumentWords), "]");
  const plain = plainWords(value);
  if (plain !== undefined || typeof value !== "object" || value === null || "call" in value) return plain;
  const fields = Object.entries(value).map(([key, child]) => {
    const words = argumentWords(child);
    return words === undefined ? undefined : `${key} ${words}`;
  });
  return joined("{", fields, "}");
}

function joined(open: string, words: readonly (string | undefined)[], close: string): string | undefined {
  return words.includes(undefined) ? undefined : `${open}${words.join(", ")}${close}`;
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value))
    return value.map((each: unknown) =>
      plainWords(each) === undefined ? [`- ${titleOf(each)}`.trimEnd(), withoutTitle(each)] : ["-", each],
    );
  if (value instanceof Map) return [...value].map(([key, child]) => [String(key), child]);
  return Object.entries(value as object);
}

/** A member of a list is headed by its kind or the function it calls. */
function titleOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  if ("kind" in value) return String(value.kind);
  return "call" in value ? String(value.call) : "";
}

function withoutTitle(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Map) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== "kind" && key !== "call"));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== "object" || value === null || isSpan(value)) return false;
  return value instanceof Map ? value.size === 0 : Object.values(value).every(isEmpty);
}

function isSpan(value: object): value is Span {
  return "source" in value && "from" in value && "to" in value;
}
