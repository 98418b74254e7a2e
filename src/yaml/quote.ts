// A text → the YAML scalar that stands for it, plain where nothing can be mistaken, else quoted.
// Texts that older YAML would take for numbers, times or yes and no are quoted, for the sake of other programs.

import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { Bug } from "../support/bug.ts";

const options = { compat: "yaml-1.1" } as const;
const layout = { lineWidth: 0, flowCollectionPadding: false } as const;

/** A date stays a date for whoever reads older YAML, so it needs no quotation marks. */
const dateAlone = /^\d{4}-\d{2}-\d{2}$/;

/** Behind a key or a hyphen, on one line. */
export function quoteValue(text: string): string {
  if (dateAlone.test(text)) return text;
  const map = new YAMLMap();
  map.add(new Pair(new Scalar("k"), scalarOf(text)));
  return between("k: ", print(map), "");
}

/** Within brackets, where commas and brackets mean something too. */
export function quoteInBrackets(text: string): string {
  if (dateAlone.test(text)) return text;
  const list = new YAMLSeq();
  list.flow = true;
  list.add(scalarOf(text));
  return between("[", print(list), "]");
}

/** Before a colon; a long key does without its colon on the same line. */
export function quoteKey(text: string): string {
  const map = new YAMLMap();
  map.add(new Pair(scalarOf(text), new Scalar(1)));
  const printed = print(map);
  return printed.startsWith("? ") ? between("? ", printed.replace(/\n: 1$/, ""), "") : between("", printed, ": 1");
}

function scalarOf(text: string): Scalar {
  const scalar = new Scalar(text);
  // A break of lines would make a block of it, and a block has no place within a line.
  if (/[\n\r\u0085\u2028\u2029\uFEFF]/.test(text)) scalar.type = "QUOTE_DOUBLE";
  return scalar;
}

/** Making one takes longer than all its uses for a policy; nothing of one use is left for the next. */
const document = new Document(null, options);

function print(contents: YAMLMap | YAMLSeq): string {
  document.contents = contents as never;
  return document.toString(layout).replace(/\n$/, "");
}

function between(start: string, text: string, end: string): string {
  if (!text.startsWith(start) || !text.endsWith(end) || text.includes("\n"))
    throw new Bug(`Not one line of YAML: ${text}`);
  return text.slice(start.length, text.length - end.length);
}
