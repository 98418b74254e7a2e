// A YAML text, perhaps half written, and a place in it → what the form lets stand there: keys, or the value of a key. It goes by
// indentation and by what stands above, so that it answers while the text cannot be read.

import { shapes } from "../yaml/shapes.ts";
import type { Sort } from "../yaml/shapes.ts";
import { inBraces } from "./yaml-braces.ts";
import type { InBraces, YamlStep } from "./yaml-braces.ts";
import type { ScalarShape, Shape, StatementShape } from "../yaml/shape.ts";

export interface YamlPlace {
  /** Sorts of statement whose keys may stand here; none where a value stands. */
  readonly sorts: readonly Sort[];
  /** Keys that the statement has already. */
  readonly present: readonly string[];
  /** Values that may stand here, each under its key. */
  readonly values: readonly YamlValue[];
  /** What was written so far of the key or value, and where it begins. */
  readonly typed: string;
  readonly from: number;
}

export interface YamlValue {
  readonly key: string;
  readonly of: Sort;
  readonly shape: ScalarShape;
}

/** Undefined in a comment, and behind braces that are closed. */
export function yamlPlaceAt(text: string, offset: number): YamlPlace | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const line = text.slice(start, offset);
  if (/(?:^|\s)#/.test(line.replaceAll(/"[^"]*"?|'[^']*'?/g, ""))) return undefined;
  const { column, hyphens, content } = measured(line);
  const entry = content.startsWith("{") ? null : /^("[^"]*"|'[^']*'|[^\s:#"'][^:#]*):\s+(.*)$/.exec(content);
  const above = text.slice(0, start).split("\n").slice(0, -1);
  const path = pathTo(above, column, hyphens);
  if (entry === null && content.startsWith("{")) {
    const braces = inBraces(content);
    const last = path.at(-1);
    return braces === undefined || last?.kind !== "item"
      ? undefined
      : placeInBraces(braces, along([file], [...path.slice(0, -1), { ...last, keys: braces.outermost }]), offset);
  }
  const within = along([file], path);
  if (entry === null) {
    const typed = typedIn(content, offset);
    const sorts = /^[a-z-]*$/.test(typed.typed) ? within.flatMap(sortsAt) : [];
    // A value without a key stands behind a hyphen, or nowhere.
    const values = hyphens.length === 0 ? [] : within.flatMap(valuesAt);
    return { sorts, present: presentIn(path, above, column), values, ...typed };
  }
  const [, key = "", value = ""] = entry;
  const spots = along(within, [{ kind: "key", key: unquoted(key) }]);
  if (value.startsWith("{")) {
    const braces = inBraces(value);
    return braces === undefined ? undefined : placeInBraces(braces, spots, offset);
  }
  return { sorts: [], present: [], values: spots.flatMap(valuesAt), ...typedIn(value, offset) };
}

/** What stands in braces on one line has no indentation to go by. */
function placeInBraces({ steps, present, written }: InBraces, outer: readonly Spot[], offset: number): YamlPlace {
  const spots = along(outer, steps);
  const typed = typedIn(written, offset);
  if (present === undefined) return { sorts: [], present: [], values: spots.flatMap(valuesAt), ...typed };
  const sorts = /^[a-z-]*$/.test(typed.typed) ? spots.flatMap(sortsAt) : [];
  return { sorts, present, values: [], ...typed };
}

function sortsAt(spot: Spot): readonly Sort[] {
  return spot.kind === "statement" ? [spot.sort] : sortsWithin(spot.shape);
}

function valuesAt(spot: Spot): readonly YamlValue[] {
  return spot.kind === "statement" ? mainOf(spot.sort) : scalarOf(spot);
}

/** Behind the quotation mark or the bracket that opens it, or the last comma in brackets. */
function typedIn(value: string, offset: number): Pick<YamlPlace, "typed" | "from"> {
  const inner = value.startsWith("[") ? value.slice(1).replace(/^.*,\s*/, "") : value;
  const typed = inner.trimStart().replace(/^["']/, "");
  return { typed, from: offset - typed.length };
}

// ---------------------------------------------------------------- by indentation

interface MeasuredLine {
  /** Where its content begins, hyphens left behind. */
  readonly column: number;
  /** Where each of its hyphens stands. */
  readonly hyphens: readonly number[];
  readonly content: string;
}

function measured(line: string): MeasuredLine {
  const hyphens: number[] = [];
  let column = /^ */.exec(line)?.[0].length ?? 0;
  for (let found = /^- */.exec(line.slice(column)); found !== null && isHyphen(line, column);) {
    hyphens.push(column);
    column += found[0].length;
    found = /^- */.exec(line.slice(column));
  }
  return { column, hyphens, content: line.slice(column) };
}

function isHyphen(line: string, at: number): boolean {
  return line[at + 1] === undefined || line[at + 1] === " ";
}

function keyOf({ content }: MeasuredLine): string | undefined {
  const found = /^("[^"]*"|'[^']*'|[^\s:#"'][^:#]*):(?:\s|$)/.exec(content)?.[1];
  return found === undefined ? undefined : unquoted(found);
}

function unquoted(key: string): string {
  return key.replaceAll(/^["']|["']$/g, "");
}

/** From the outermost key to the statement that the place belongs to. */
function pathTo(above: readonly string[], column: number, hyphens: readonly number[]): readonly YamlStep[] {
  const path: YamlStep[] = [];
  let limit = column;
  let keys: string[] = [];
  const open = (at: readonly number[]): void => {
    for (const hyphen of at.toReversed()) {
      path.unshift({ kind: "item", keys });
      keys = [];
      limit = hyphen;
    }
  };
  open(hyphens);
  let listed = hyphens.length > 0;
  for (const text of above.toReversed()) {
    if (text.trim() === "" || text.trim().startsWith("#")) continue;
    const line = measured(text);
    const key = keyOf(line);
    const isParent = line.column < limit || (listed && line.column === limit && line.hyphens.length === 0);
    if (isParent && key !== undefined) {
      path.unshift({ kind: "key", key });
      [limit, keys, listed] = [line.column, [], false];
    } else if (line.column === limit && key !== undefined && !listed) keys.push(key);
    const first = line.hyphens.filter((hyphen) => hyphen < limit);
    if (line.column <= limit && first.length > 0 && !listed) {
      open(first);
      listed = true;
    }
  }
  return path;
}

/** Keys of the same statement, above the place. */
function presentIn(path: readonly YamlStep[], above: readonly string[], column: number): readonly string[] {
  const last = path.at(-1);
  if (last?.kind === "item") return last.keys;
  const keys: string[] = [];
  for (const text of above.toReversed()) {
    const line = measured(text);
    if (text.trim() === "" || text.trim().startsWith("#")) continue;
    if (line.column < column) break;
    const key = line.column === column ? keyOf(line) : undefined;
    if (key !== undefined) keys.push(key);
  }
  return keys;
}

// ---------------------------------------------------------------- by shape

type Spot =
  | { readonly kind: "statement"; readonly sort: Sort }
  | { readonly kind: "shape"; readonly shape: Shape; readonly key: string; readonly of: Sort };

const file: Spot = { kind: "statement", sort: "file" };

function along(spots: readonly Spot[], path: readonly YamlStep[]): readonly Spot[] {
  return path.reduce((reached, step) => reached.flatMap((spot) => into(spot, step)), spots);
}

function into(spot: Spot, step: YamlStep): readonly Spot[] {
  if (spot.kind === "statement") {
    if (step.kind === "key") return under(spot.sort, step.key);
    const { main }: StatementShape = shapes[spot.sort];
    return main === undefined ? [] : under(spot.sort, main).flatMap((inner) => into(inner, step));
  }
  const { shape } = spot;
  if (step.kind === "item") {
    if (shape.kind === "many") return [{ ...spot, shape: shape.of }];
    return sortsWithin(shape)
      .filter((sort) => step.keys.every((key) => Object.hasOwn(keysOf(sort), key)))
      .map((sort) => ({ kind: "statement", sort }));
  }
  if (shape.kind === "named") return [{ kind: "statement", sort: shape.of as Sort }];
  return shape.kind === "part" || shape.kind === "sections"
    ? sortsWithin(shape).flatMap((sort) => under(sort, step.key))
    : [];
}

export function keysOf(sort: Sort): StatementShape["keys"] {
  return shapes[sort].keys;
}

function under(sort: Sort, key: string): readonly Spot[] {
  const shape = Object.hasOwn(keysOf(sort), key) ? keysOf(sort)[key] : undefined;
  return shape === undefined ? [] : [{ kind: "shape", shape, key, of: sort }];
}

/** The sorts of statement that may stand directly under a key. */
function sortsWithin(shape: Shape): readonly Sort[] {
  switch (shape.kind) {
    case "part":
      return [shape.of as Sort];
    case "list":
      return shape.of as readonly Sort[];
    case "sections":
      return ["section"];
    default:
      return [];
  }
}

function scalarOf({ shape, key, of }: Extract<Spot, { kind: "shape" }>): readonly YamlValue[] {
  switch (shape.kind) {
    case "many":
      return [{ key, of, shape: shape.of }];
    case "part":
    case "list":
    case "sections":
      return sortsWithin(shape).flatMap(mainOf);
    case "named":
      return [];
    default:
      return [{ key, of, shape }];
  }
}

/** A value that is no group of keys stands for this key alone. */
function mainOf(sort: Sort): readonly YamlValue[] {
  const { main }: StatementShape = shapes[sort];
  if (main === undefined) return [];
  return under(sort, main).flatMap((spot) => (spot.kind === "shape" ? scalarOf(spot) : []));
}
