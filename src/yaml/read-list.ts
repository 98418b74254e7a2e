// A YAML list or map of statements → the statements it holds, each read by the builder of its sort.
// What cannot be read is left out, and the names it was about to declare are noted.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { closestName } from "../diagnostics/did-you-mean.ts";
import type { SourceText } from "../source/text.ts";
import { joinSpans, positionAt } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import type { Place } from "./comments.ts";
import { formMessages } from "./diagnostics.ts";
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from "./document.ts";
import type { Tell } from "./read-keys.ts";
import { quotedList, wantList, wantMap, wrongShape } from "./read-keys.ts";
import { readPhrase, readScalar, readText } from "./read-scalar.ts";
import type { Part, Reading } from "./read-statement.ts";
import type { StatementShape } from "./shape.ts";
import type { Sort } from "./shapes.ts";
import { shapes } from "./shapes.ts";

/** How to build each sort of statement that a list may hold. */
export type Builders<Node> = {
  readonly [Name in Sort]?: (reading: Reading, node: YamlNode, place: Place) => Node | undefined;
};

/** The statements of a list, in its order. What cannot be read is left out and noted. */
export function readList<Node>(
  reading: Reading,
  part: Part | undefined,
  where: string,
  builders: Builders<Node>,
): readonly Node[] {
  const tell: Tell = (diagnostic) => reading.diagnostics.push(diagnostic);
  const list = part === undefined ? undefined : wantList(part.value, where, tell);
  if (list === undefined) return [];
  return list.items.flatMap((item) => {
    const sort = sortOf(item, Object.keys(builders) as Sort[], tell);
    const built = sort && builders[sort]?.(reading, item, itemPlace(list, item));
    if (built === undefined) noteUnreadable(reading, item);
    return built ?? [];
  });
}

/** In a block list a statement begins with its hyphen, in brackets with itself. */
function itemPlace(list: YamlList, item: YamlNode): Place {
  const { source } = list.span;
  const { from, to } = item.span;
  if (source.text[list.span.from] === "[") return placeFrom(source, from, to);
  let before = from - 1;
  while (before > list.span.from && /\s/.test(source.text[before] ?? "")) before--;
  const { column } = positionAt(source, list.span.from);
  return { from: source.text[before] === "-" ? before : from, to, column };
}

/** A long key begins with a question mark. */
function entryPlace({ span }: YamlEntry): Place {
  const { source, from, to } = span;
  const marked = /\? +$/.exec(source.text.slice(Math.max(0, from - 10), from));
  return placeFrom(source, marked === null ? from : from - marked[0].length, to);
}

function placeFrom(source: SourceText, from: number, to: number): Place {
  return { from, to, column: positionAt(source, from).column };
}

/** The sort with most of the keys that only it has; what is no group of keys is of the sort that can do without. */
function sortOf(node: YamlNode, sorts: readonly Sort[], tell: Tell): Sort | undefined {
  const [only, another] = sorts;
  if (another === undefined) return only;
  if (node.kind !== "map") {
    const short = sorts.find((sort) => shapeOf(sort).main !== undefined);
    if (short !== undefined && node.kind === "scalar") return short;
    tell(
      wrongShape(
        node,
        "Each line of this list",
        short === undefined ? ["a group of keys"] : ["a single value", "a group of keys"],
      ),
    );
    return undefined;
  }
  const hits = sorts.map(
    (sort) => tellingKeys(sort, sorts).filter((key) => node.entries.some((entry) => entry.key.text === key)).length,
  );
  const most = Math.max(...hits);
  if (most > 0) return sorts[hits.indexOf(most)];
  tell(sortUnknown(node, [...new Set(sorts.flatMap((sort) => tellingKeys(sort, sorts)))]));
  return undefined;
}

function shapeOf(sort: Sort): StatementShape {
  return shapes[sort];
}

/** The keys that a statement of this sort needs and no other sort has. */
function tellingKeys(sort: Sort, sorts: readonly Sort[]): readonly string[] {
  const shape = shapeOf(sort);
  const others = new Set(sorts.filter((other) => other !== sort).flatMap((other) => Object.keys(shapeOf(other).keys)));
  return [...shape.needed, ...shape.oneOf.flat()].filter((key) => !others.has(key));
}

function sortUnknown(map: YamlMap, keys: readonly string[]): Diagnostic {
  const slip = map.entries.find((entry) => closestName(entry.key.text, keys) !== undefined)?.key;
  const meant = slip && closestName(slip.text, keys);
  const suggestion = meant === undefined ? "Give it the one that is meant." : `Did you mean "${meant}"?`;
  const span = (slip ?? map.entries[0]?.key ?? map).span;
  return formMessages.yamlSortUnknown({ keys: quotedList(keys, "or"), suggestion }, span);
}

// ---------------------------------------------------------------- under names

interface Keys {
  readonly name: Ast.Name;
  readonly code: Ast.Code;
  readonly text: Ast.Text;
}

/** The statements that stand under names, codes or titles of their own. */
export function readNamed<By extends keyof Keys, Node>(
  reading: Reading,
  node: YamlNode,
  by: By,
  where: string,
  build: (reading: Reading, node: YamlNode, place: Place, key: Keys[By] | undefined) => Node | undefined,
): readonly Node[] {
  const tell: Tell = (diagnostic) => reading.diagnostics.push(diagnostic);
  const map = wantMap(node, where, tell);
  return (map?.entries ?? []).flatMap((entry) => {
    const key = readKey(by, entry.key, where, tell) as Keys[By] | undefined;
    const built = build(reading, entry.value, entryPlace(entry), key);
    if (built === undefined || key === undefined) noteUnreadable(reading, entry.value, entry.key);
    return key === undefined ? [] : (built ?? []);
  });
}

function readKey(by: keyof Keys, key: YamlScalar, where: string, tell: Tell): unknown {
  if (by === "name") return readPhrase("name", key, tell);
  return by === "text" ? readText(key, where, tell) : readScalar({ kind: "code", says: "" }, key, where, tell);
}

// ---------------------------------------------------------------- what could not be read

export function noteUnreadable(reading: Reading, node: YamlNode, name?: YamlScalar): void {
  const declares = [...(name === undefined ? [] : [name.text]), ...declaredNames(node)];
  // What a reference gives stands elsewhere.
  const isBehind = name !== undefined && node.span.from >= name.span.to;
  const span = isBehind ? joinSpans(name.span, node.span) : (name ?? node).span;
  reading.unreadable.push({ kind: "unreadable", declares, span });
}

/** Steps by their key, and whatever stands under the keys of a section. */
function declaredNames(node: YamlNode): readonly string[] {
  if (node.kind === "list") return node.items.flatMap(declaredNames);
  if (node.kind !== "map") return [];
  return node.entries.flatMap(({ key, value }) => {
    if (key.text === "step" && value.kind === "scalar") return [value.text];
    const named = Object.hasOwn(shapes.section.keys, key.text) && value.kind === "map";
    return [...(named ? value.entries.map((entry) => entry.key.text) : []), ...declaredNames(value)];
  });
}
