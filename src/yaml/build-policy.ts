// A whole YAML file: its head, its sections and their declarations, in the order in which they stand.

import { positionAt } from "../source/text.ts";
import { assertNever } from "../support/assert-never.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { buildExample } from "./build-examples.ts";
import { buildDecision, buildDocument, buildDuty, buildNote, buildProcedure } from "./build-procedures.ts";
import { readingsBuilder } from "./build-readings.ts";
import {
  buildAct,
  buildBands,
  buildCode,
  buildCoding,
  buildMeasure,
  buildParameter,
  buildRegister,
  buildStatus,
  buildWord,
} from "./build-rules.ts";
import type { Place } from "./comments.ts";
import type { YamlNode } from "./document.ts";
import { noteUnreadable, readList, readNamed } from "./read-list.ts";
import type { Part, Reading } from "./read-statement.ts";
import { readParts, readStatement } from "./read-statement.ts";
import { shapes } from "./shapes.ts";

export type PolicyWithoutFaults = Omit<Ast.Policy, "unreadable" | "span">;

/** Undefined when the file does not say whose policy it is; what follows is read all the same, for its own faults. */
export function buildPolicy(reading: Reading, root: YamlNode): PolicyWithoutFaults | undefined {
  const declarations: Ast.Declaration[] = [];
  let head: Head | undefined;
  for (const [key, part] of readParts(reading, "file", root)) {
    const level = levels.get(key);
    if (level !== undefined) head = buildHead(reading, part, level) ?? head;
    else if (key === "sections") declarations.push(...readSections(reading, part));
    else if (isKind(key)) declarations.push(...readKind(reading, key, part));
  }
  const trailing = reading.comments.takeAll();
  if (head === undefined) return undefined;
  const { before, after } = head.comments;
  const comments = withoutUndefined({ before, after, trailing: trailing.length === 0 ? undefined : trailing });
  return { ...head, comments, declarations };
}

const levels: ReadonlyMap<string, Ast.Level> = new Map([
  ["nation-policy", "nation"],
  ["authority-policy", "authority"],
  ["trust-policy", "trust"],
  ["school-policy", "school"],
]);

// ---------------------------------------------------------------- the head

type Head = Omit<Ast.Policy, "unreadable" | "declarations">;

function buildHead(reading: Reading, part: Part, level: Ast.Level): Head | undefined {
  // Comments below the head belong to what comes next, however they are indented.
  const place: Place = { ...placeOf(reading, part), column: Infinity };
  const head = readStatement(reading, "policy", part.value, place, ({ values, parts }) => {
    const headers = Object.entries(parts).flatMap(([key, header]) => buildHeaders(reading, key, header));
    return values && { kind: "policy" as const, level, name: values.name, title: values.title, headers };
  });
  if (head === undefined) return undefined;
  const { before, after, trailing = [] } = head.comments;
  return { ...head, comments: withoutUndefined({ before: [...before, ...trailing], after }) };
}

/** A header in a list begins with its hyphen. */
function placeOf({ source }: Reading, { from, value }: Part): Place {
  const hyphen = /- *$/.exec(source.text.slice(source.text.lastIndexOf("\n", from) + 1, from))?.[0].length ?? 0;
  return { from: from - hyphen, to: Math.max(from, value.span.to), column: positionAt(source, from - hyphen).column };
}

function buildHeaders(reading: Reading, key: string, part: Part): readonly Ast.Header[] {
  if (key === "also") {
    const more = (_: Reading, node: YamlNode): readonly Ast.Header[] =>
      [...readParts(reading, "more-headers", node)].flatMap(([header, value]) => buildHeaders(reading, header, value));
    return readList(reading, part, "What repeats a key", { "more-headers": more }).flat();
  }
  const entry = headerEntry(reading, key, part);
  if (entry === undefined) noteUnreadable(reading, part.value);
  return entry === undefined ? [] : [entry];
}

function headerEntry(reading: Reading, key: string, part: Part): Ast.Header | undefined {
  const place = placeOf(reading, part);
  const header = (entry: Ast.Header["entry"]) => ({ kind: "header" as const, entry });
  switch (key) {
    case "extends":
      return readStatement(
        reading,
        key,
        part.value,
        place,
        ({ values }) => values && header({ kind: key, name: values.is }),
      );
    case "review-by":
      return readStatement(
        reading,
        key,
        part.value,
        place,
        ({ values }) => values && header({ kind: key, date: values.is }),
      );
    case "clauses-from":
    case "calendar-from":
    case "accepted-from":
      return readStatement(
        reading,
        key,
        part.value,
        place,
        ({ values }) => values && header({ kind: key, file: values.is }),
      );
    case "in-force":
      return readStatement(
        reading,
        key,
        part.value,
        place,
        ({ values }) => values && header(withoutUndefined({ kind: key, ...values })),
      );
    default:
      return undefined;
  }
}

// ---------------------------------------------------------------- sections

type Kind = keyof typeof shapes.section.keys;

function isKind(key: string): key is Kind {
  return Object.hasOwn(shapes.section.keys, key);
}

/** One section, or a list of them: lists keep an order in which kinds of declaration take turns. */
function readSections(reading: Reading, part: Part | undefined): readonly Ast.Declaration[] {
  if (part === undefined) return [];
  const readOne = (_: Reading, node: YamlNode): readonly Ast.Declaration[] =>
    [...readParts(reading, "section", node)].flatMap(([key, kind]) =>
      isKind(key) ? readKind(reading, key, kind) : [],
    );
  if (part.value.kind !== "list") return readOne(reading, part.value);
  return readList(reading, part, "The sections", { section: readOne }).flat();
}

function readKind(reading: Reading, kind: Kind, part: Part): readonly Ast.Declaration[] {
  const named = <Node>(build: Parameters<typeof readNamed<"name", Node>>[4]): readonly Node[] =>
    readNamed(reading, part.value, "name", `What stands under ${kind}`, build);
  switch (kind) {
    case "parameters":
      return named(buildParameter);
    case "words":
      return named(buildWord);
    case "codes":
      return readNamed(reading, part.value, "code", "Each key under codes", buildCode);
    case "registers":
      return named(buildRegister);
    case "codings":
      return named(buildCoding);
    case "acts":
      return named(buildAct);
    case "measures":
      return named(buildMeasure);
    case "statuses":
      return named(buildStatus);
    case "bands":
      return named(buildBands);
    case "procedures":
      return named(buildProcedure);
    case "duties":
      return named(buildDuty);
    case "decisions":
      return named(buildDecision);
    case "documents":
      return named(buildDocument);
    case "notes":
      return readList(reading, part, "What stands under notes", { note: buildNote });
    case "readings":
      return readList<Ast.Declaration>(reading, part, "What stands under readings", {
        "declaration-readings": readingsBuilder("declaration", readSections),
      });
    case "examples":
      return readNamed(reading, part.value, "text", "What stands under examples", buildExample);
    default:
      return assertNever(kind);
  }
}
