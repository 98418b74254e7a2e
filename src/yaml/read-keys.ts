// A YAML node and the keys it may have → its values by key; keys that are unknown, missing or empty are told.
// What the values mean is for whoever asked.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggestName } from "../diagnostics/did-you-mean.ts";
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

/** The entries that the rules know, by key, in the order of the file. */
export function readKeys(map: YamlMap, rules: KeyRules, tell: Tell): ReadonlyMap<string, YamlEntry> {
  const known = new Set([...rules.needed, ...rules.allowed]);
  const entries = new Map<string, YamlEntry>();
  for (const entry of map.entries) {
    const key = entry.key.text;
    if (known.has(key)) entries.set(key, entry);
    else tell(unknownKey(rules.where, entry.key, known));
  }
  for (const key of rules.needed) {
    if (!entries.has(key)) tell(keyMissing(rules.where, key, map));
  }
  return entries;
}

export function unknownKey(where: string, key: YamlScalar, known: Iterable<string>): Diagnostic {
  const suggestion = suggestName(key.text, known, "keys");
  return formMessages.yamlKeyUnknown({ where, key: key.text === "" ? '""' : key.text, suggestion }, key.span);
}

/** A missing key is told at the first key that is there. */
export function keyMissing(where: string, key: string, node: YamlNode): Diagnostic {
  const advice = `Add ${key}: and its value.`;
  const first = node.kind === "map" ? node.entries[0]?.key : undefined;
  return formMessages.yamlKeyMissing({ where, key, advice }, (first ?? node).span);
}

// ---------------------------------------------------------------- values of one kind

export function wantScalar(node: YamlNode, where: string, tell: Tell): YamlScalar | undefined {
  if (node.kind === "scalar") return node;
  tell(wrongShape(node, where, "a single value"));
  return undefined;
}

export function wantList(node: YamlNode, where: string, tell: Tell): YamlList | undefined {
  if (node.kind === "list") return node;
  tell(wrongShape(node, where, "a list"));
  return undefined;
}

export function wantMap(node: YamlNode, where: string, tell: Tell): YamlMap | undefined {
  if (node.kind === "map") return node;
  tell(wrongShape(node, where, "a group of keys"));
  return undefined;
}

/** An empty place speaks of `#`, because the code # reads as a comment when it is not quoted. */
export function wrongShape(node: YamlNode, where: string, wanted: string): Diagnostic {
  if (node.kind === "nothing") {
    const { text } = node.span.source;
    const comment = /^[ \t]*#/.test(text.slice(node.span.to));
    const advice = comment
      ? 'What follows # is a comment; if the # belongs to the value, put it in quotation marks: "#".'
      : `Write ${wanted} here, or remove the key.`;
    return formMessages.yamlNothingHere({ where, advice }, node.span);
  }
  const advice = adviceFor(node, wanted);
  return formMessages.yamlWrongShape({ where, wanted, found: kindWords(node), advice }, onFirstLine(node));
}

function adviceFor(node: YamlNode, wanted: string): string {
  if (wanted === "a list") return "Begin each of its lines with a hyphen and a space.";
  if (wanted === "a group of keys") return "Write each key on a line of its own, indented, with a colon and its value.";
  return node.kind === "map"
    ? "If the colon belongs to the text, put the text in quotation marks."
    : "Write one value.";
}

/** A group can be long; its first line is enough to show. */
function onFirstLine(node: YamlNode): YamlNode["span"] {
  const { source, from, to } = node.span;
  const lineEnd = source.text.indexOf("\n", from);
  return { source, from, to: lineEnd < 0 ? to : Math.max(from, Math.min(to, lineEnd)) };
}
