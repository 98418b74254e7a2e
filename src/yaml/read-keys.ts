// A YAML node and the keys it may have → its values by key; keys that are unknown, missing or empty are told.
// What the values mean is for whoever asked.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { closestName, suggestName } from "../diagnostics/did-you-mean.ts";
import { wordList } from "../support/word-list.ts";
import { formMessages } from "./diagnostics.ts";
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from "./document.ts";
import { kindWords } from "./document.ts";

export interface KeyRules {
  /** How a message speaks of the group, at the start of a sentence: `A clause`. */
  readonly where: string;
  readonly needed: readonly string[];
  readonly allowed: readonly string[];
}

export type Tell = (diagnostic: Diagnostic) => void;

export interface KeyReading {
  /** What stands under the keys that the rules know, in the order of the file. */
  readonly entries: ReadonlyMap<string, YamlEntry>;
  /** Keys that were merely misspelt: they are told as that, and not as missing. */
  readonly meant: ReadonlySet<string>;
}

export function readKeys(map: YamlMap, rules: KeyRules, tell: Tell): KeyReading {
  const known = new Set([...rules.needed, ...rules.allowed]);
  const entries = new Map<string, YamlEntry>();
  const meant = new Set<string>();
  for (const entry of map.entries) {
    const key = entry.key.text;
    if (known.has(key)) entries.set(key, entry);
    else tell(unknownKey(rules.where, entry.key, known, meant));
  }
  for (const key of rules.needed) {
    if (!entries.has(key) && !meant.has(key)) tell(keyMissing(rules.where, [key], map));
  }
  return { entries, meant };
}

function unknownKey(where: string, key: YamlScalar, known: ReadonlySet<string>, meant: Set<string>): Diagnostic {
  const closest = closestName(key.text, known);
  if (closest !== undefined) meant.add(closest);
  const suggestion =
    key.text === "<<"
      ? "It would join another group to this one, which nobody can read aloud. Write its keys out here."
      : suggestName(key.text, known, "keys");
  const fixes =
    closest === undefined ? [] : [{ title: `write ${closest}`, edits: [{ span: key.span, text: closest }] }];
  return formMessages.yamlKeyUnknown({ where, key: quoted(key.text), suggestion }, key.span, { fixes });
}

/** One of these keys has to be there. Told at the first key that is there. */
export function keyMissing(where: string, keys: readonly string[], node: YamlNode): Diagnostic {
  const [only = "", ...others] = keys;
  const advice = others.length > 0 ? "Add the one that is meant, with its value." : `Add ${only}: and its value.`;
  const first = node.kind === "map" ? node.entries[0]?.key : undefined;
  return formMessages.yamlKeyMissing({ where, key: quotedList(keys, "or"), advice }, (first ?? node).span);
}

export function quotedList(keys: readonly string[], joiner: "and" | "or"): string {
  return wordList(keys.map(quoted), joiner);
}

// ---------------------------------------------------------------- values of one kind

export function wantScalar(node: YamlNode, where: string, tell: Tell): YamlScalar | undefined {
  if (node.kind === "scalar") return node;
  tell(wrongShape(node, where, ["a single value"]));
  return undefined;
}

export function wantList(node: YamlNode, where: string, tell: Tell): YamlList | undefined {
  if (node.kind === "list") return node;
  tell(wrongShape(node, where, ["a list"]));
  return undefined;
}

export function wantMap(node: YamlNode, where: string, tell: Tell): YamlMap | undefined {
  if (node.kind === "map") return node;
  tell(wrongShape(node, where, ["a group of keys"]));
  return undefined;
}

/** An empty place speaks of `#`, because the code # reads as a comment when it is not quoted. */
export function wrongShape(node: YamlNode, where: string, choices: readonly ShapeWords[]): Diagnostic {
  const wanted = wordList(choices, "or");
  if (node.kind === "nothing") {
    const { text } = node.span.source;
    const comment = /^[ \t]*#/.test(text.slice(node.span.to));
    const hint = comment
      ? 'What follows # is a comment; if the # belongs to the value, put it in quotation marks: "#".'
      : `Write ${wanted} here, or remove the key.`;
    return formMessages.yamlNothingHere({ where, advice: hint }, node.span);
  }
  const args = { where, wanted, found: kindWords(node), advice: advice[choices.at(-1) ?? "a single value"] };
  return formMessages.yamlWrongShape(args, onFirstLine(node));
}

export type ShapeWords = "a single value" | "a list" | "a group of keys";

const advice: Readonly<Record<ShapeWords, string>> = {
  "a single value": "Write one value; if a colon belongs to the text, put the text in quotation marks.",
  "a list": "Begin each of its lines with a hyphen and a space.",
  "a group of keys": "Write each key on a line of its own, indented, with a colon and its value.",
};

/** A group can be long; its first line is enough to show. */
function onFirstLine(node: YamlNode): YamlNode["span"] {
  const { source, from, to } = node.span;
  const lineEnd = source.text.indexOf("\n", from);
  return { source, from, to: lineEnd < 0 ? to : Math.max(from, Math.min(to, lineEnd)) };
}

export function quoted(text: string): string {
  return text === "" ? '""' : `"${shorten(text)}"`;
}

/** A long value is recognised by its beginning; an empty one has to be seen at all. */
export function shorten(text: string): string {
  if (text === "") return '""';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
