// A YAML node and the sort of statement it should be → its values, its parts still to be read, its clauses and comments.
// It reads by the table of shapes; what the statement becomes in the tree is for the builders.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceText, Span } from "../source/text.ts";
import { makeSpan } from "../source/text.ts";
import { Bug } from "../support/bug.ts";
import type * as Ast from "../syntax/ast.ts";
import type { CommentQueue, Place } from "./comments.ts";
import { formMessages } from "./diagnostics.ts";
import type { YamlMap, YamlNode } from "./document.ts";
import type { Tell } from "./read-keys.ts";
import { keyMissing, quotedList, readKeys, wrongShape } from "./read-keys.ts";
import type { Chosen, ScalarValue } from "./read-scalar.ts";
import { readScalar } from "./read-scalar.ts";
import type { PartShape, ScalarShape, Shape, StatementShape } from "./shape.ts";
import type { Sort } from "./shapes.ts";
import { shapes } from "./shapes.ts";

export interface Reading {
  readonly source: SourceText;
  readonly comments: CommentQueue;
  readonly diagnostics: Diagnostic[];
  readonly unreadable: Ast.Unreadable[];
}

// ---------------------------------------------------------------- what a statement gives

type ValueOf<Of extends Shape> = Of extends ScalarShape
  ? ScalarValue<Of>
  : Of extends { readonly kind: "many"; readonly of: infer One extends ScalarShape }
    ? ScalarValue<One> extends readonly (infer Item)[]
      ? readonly Item[]
      : readonly ScalarValue<One>[]
    : never;

type KeysOf<Name extends Sort> = (typeof shapes)[Name]["keys"];

type PartKey<Name extends Sort> = {
  [Key in keyof KeysOf<Name>]: KeysOf<Name>[Key] extends PartShape ? Key : never;
}[keyof KeysOf<Name>];

type ValueKey<Name extends Sort> = Exclude<keyof KeysOf<Name>, PartKey<Name> | "lock" | "clauses">;

type NeededKey<Name extends Sort> = (typeof shapes)[Name]["needed"][number];

type ValueAt<Name extends Sort, Key extends keyof KeysOf<Name>> = KeysOf<Name>[Key] extends Shape
  ? ValueOf<KeysOf<Name>[Key]>
  : never;

/** The values of a sound statement: those that it needs are there. */
export type Values<Name extends Sort> = { readonly [Key in ValueKey<Name> & NeededKey<Name>]: ValueAt<Name, Key> } & {
  readonly [Key in Exclude<ValueKey<Name>, NeededKey<Name>>]?: ValueAt<Name, Key>;
};

/** A key whose statements have comments of their own. */
export interface Part {
  /** Where its key begins, or its value if the key goes without saying. */
  readonly from: number;
  readonly value: YamlNode;
}

export interface Statement<Name extends Sort> {
  /** Undefined when something is wrong with them; the parts are to be read all the same, for their own faults. */
  readonly values: Values<Name> | undefined;
  readonly parts: { readonly [Key in PartKey<Name>]?: Part };
}

export interface Facts extends Ast.Tail {
  readonly span: Span;
  readonly comments: Ast.Comments;
}

// ---------------------------------------------------------------- one statement

/** `build` reads the parts; what they leave of the comments, and the clauses, are added to what it gives. */
export function readStatement<Name extends Sort, Body extends object>(
  reading: Reading,
  sort: Name,
  node: YamlNode,
  place: Place,
  build: (statement: Statement<Name>) => Body | undefined,
): (Body & Facts) | undefined {
  const { comments } = reading;
  const before = comments.takeBefore(place.from);
  const after = comments.takeOnLine(place.from);
  const { values, parts, tail, headingEnd } = readEntries(reading, sort, node);
  const heading = comments.takeBefore(headingEnd);
  const body = build({ values, parts: Object.fromEntries(parts) } as unknown as Statement<Name>);
  const inside = comments.takeInside(place);
  const all: Ast.Comments = {
    before: [...before, ...heading, ...(parts.size === 0 ? inside : [])],
    ...(after === undefined ? {} : { after }),
    ...(parts.size > 0 && inside.length > 0 ? { trailing: inside } : {}),
  };
  return (
    body && {
      ...body,
      ...tail,
      span: makeSpan(reading.source, place.from, Math.max(place.from, place.to)),
      comments: all,
    }
  );
}

/** The parts of a group of keys that is no statement, such as the file itself, in the order of the file. */
export function readParts(reading: Reading, sort: Sort, node: YamlNode): ReadonlyMap<string, Part> {
  return readEntries(reading, sort, node).parts;
}

interface Entries {
  readonly values: Readonly<Record<string, unknown>> | undefined;
  readonly parts: ReadonlyMap<string, Part>;
  readonly tail: Ast.Tail;
  /** Where the last key before the parts begins: comments above it are the statement's, those below it a part's. */
  readonly headingEnd: number;
}

function readEntries(reading: Reading, sort: Sort, node: YamlNode): Entries {
  const shape: StatementShape = shapes[sort];
  const faults: Diagnostic[] = [];
  const values = new Map<string, unknown>();
  const parts = new Map<string, Part>();
  let headingEnd = 0;
  for (const [key, part] of givenKeys(shape, node, (fault) => faults.push(fault))) {
    const under = shape.keys[key];
    if (under === undefined) throw new Bug(`A key that ${sort} does not have was let through: ${key}`);
    if (isPart(under)) {
      parts.set(key, part);
      continue;
    }
    if (parts.size === 0) headingEnd = part.from;
    values.set(
      key,
      readValue(shape, key, under, part.value, (fault) => faults.push(fault)),
    );
  }
  reading.diagnostics.push(...faults);
  const tail = takeTail(values);
  return { values: faults.length === 0 ? Object.fromEntries(values) : undefined, parts, tail, headingEnd };
}

function takeTail(values: Map<string, unknown>): Ast.Tail {
  const lock = values.get("lock") as Chosen<Ast.Lock> | undefined;
  const clauses = (values.get("clauses") ?? []) as readonly Ast.Code[];
  values.delete("lock");
  values.delete("clauses");
  return lock === undefined ? { clauses } : { lock, clauses };
}

function isPart(shape: Shape): shape is PartShape {
  return shape.kind === "list" || shape.kind === "named" || shape.kind === "part" || shape.kind === "sections";
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

// ---------------------------------------------------------------- keys

/** What stands under each key; a value that is no group of keys stands under the main one. */
function givenKeys(shape: StatementShape, node: YamlNode, tell: Tell): ReadonlyMap<string, Part> {
  if (node.kind !== "map") return mainKey(shape, node, tell);
  const rules = { where: shape.where, needed: shape.needed, allowed: Object.keys(shape.keys) };
  const { entries, meant } = readKeys(node, rules, tell);
  const there = [...entries.keys(), ...meant];
  for (const group of shape.oneOf) checkOneOf(shape.where, group, there, node, tell);
  checkTogether(shape, there, node, tell);
  return new Map([...entries].map(([key, entry]) => [key, { from: entry.key.span.from, value: entry.value }]));
}

function mainKey({ where, main, keys }: StatementShape, node: YamlNode, tell: Tell): ReadonlyMap<string, Part> {
  const under = main === undefined ? undefined : keys[main];
  if (main !== undefined && under !== undefined && canStandFor(under, node)) {
    return new Map([[main, { from: node.span.from, value: node }]]);
  }
  const short = under === undefined ? [] : [isPart(under) ? ("a list" as const) : ("a single value" as const)];
  tell(wrongShape(node, where, [...short, "a group of keys"]));
  return new Map();
}

function canStandFor(shape: Shape, node: YamlNode): boolean {
  if (shape.kind === "many") return node.kind === "list" || node.kind === "scalar";
  return isPart(shape) ? node.kind === "list" : node.kind === "scalar";
}

function checkOneOf(where: string, group: readonly string[], given: readonly string[], map: YamlMap, tell: Tell): void {
  const there = group.filter((key) => given.includes(key));
  if (there.length === 0) tell(keyMissing(where, group, map));
  const second = map.entries.filter(({ key }) => there.includes(key.text))[1];
  if (second === undefined) return;
  tell(formMessages.yamlKeysExclude({ where, keys: quotedList(there, "and") }, second.key.span));
}

function checkTogether(
  { where, together = [] }: StatementShape,
  given: readonly string[],
  map: YamlMap,
  tell: Tell,
): void {
  const missing = together.filter((key) => !given.includes(key));
  if (missing.length === together.length) return;
  for (const key of missing) tell(keyMissing(where, [key], map));
}

type ValueShape = Exclude<Shape, PartShape>;

function readValue(statement: StatementShape, key: string, shape: ValueShape, node: YamlNode, tell: Tell): unknown {
  const where = `"${key}" of ${lowerFirst(statement.where)}`;
  if (shape.kind !== "many") return readScalar(shape, node, where, tell);
  const items = node.kind === "list" ? node.items : [node];
  if (items.length === 0 && statement.needed.includes(key)) tell(keyMissing(statement.where, [key], node));
  return items.flatMap((item) => readScalar(shape.of, item, where, tell) ?? []);
}
