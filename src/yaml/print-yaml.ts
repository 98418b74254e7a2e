// A policy → its YAML form: the same tree when it is read again, comments included.
// Declarations of one kind stand under one key; where kinds take turns, sections keep the order.

import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { editorLine } from "./comments.ts";
import { printSections } from "./print-declarations.ts";
import { item, text } from "./print-items.ts";
import type { Entries } from "./print-items.ts";
import type { Head, Item, NamedItem, Value } from "./written.ts";
import { writeFile } from "./write-yaml.ts";

/** `schema` is where editors find the JSON Schema of the form, seen from the file. */
export function toYaml(policy: Ast.Policy, schema?: string): string {
  const [first] = policy.comments.before;
  // A comment of the author's that looks like the editors' line needs one before it, or it would be taken for that.
  const mustLead = first !== undefined && editorLine.test(first.text);
  const lead = schema === undefined ? "# yaml-language-server:" : `# yaml-language-server: $schema=${schema}`;
  const lines = writeFile(printHead(policy), printSections(policy.declarations), policy.comments);
  return `${[...(mustLead || schema !== undefined ? [lead] : []), ...lines].join("\n")}\n`;
}

// ---------------------------------------------------------------- the head

function printHead(policy: Ast.Policy): Head {
  const { entries } = item(policy, [text("name", policy.name), text("title", policy.title)]);
  const kinds = policy.headers.map((header) => header.entry.kind);
  const repeated = kinds.findIndex((kind, index) => kinds.indexOf(kind) < index);
  const unlike = repeated < 0 ? kinds.length : repeated;
  const headers = policy.headers.slice(0, unlike).map(printHeader);
  return { key: `${policy.level}-policy`, entries, headers, also: policy.headers.slice(unlike).map(printRepeated) };
}

function printHeader(header: Ast.Header): NamedItem {
  const { entry } = header;
  return { name: entry.kind, ...item(header, headerValues(entry), { main: "is", brief: true }) };
}

/** In a list the header's comments stand around its line of the list. */
function printRepeated(header: Ast.Header): Item {
  const { name, entries, comments, span } = printHeader(header);
  const [only, ...others] = entries;
  const value: Value = only?.key === "is" && others.length === 0 ? only.value : { kind: "keys", entries };
  return { entries: [{ key: name, value }], comments, span, brief: false };
}

function headerValues(entry: Ast.Header["entry"]): Entries {
  switch (entry.kind) {
    case "extends":
      return [text("is", entry.name)];
    case "in-force":
      return [text("from", entry.from), text("until", entry.until)];
    case "review-by":
      return [text("is", entry.date)];
    case "clauses-from":
    case "calendar-from":
    case "accepted-from":
      return [text("is", entry.file)];
    default:
      return assertNever(entry);
  }
}
