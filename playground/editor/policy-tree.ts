// The words and blocks that the worker found in a text → the editor's tree of it. The tree is put together from one part for each
// outer block; a part whose words are as they were is taken over, so that a key costs what its own block costs.

import { languageDataProp, defineLanguageFacet, foldNodeProp } from "@codemirror/language";
import { NodeSet, NodeType, Tree } from "@lezer/common";
import { styleTags, tags } from "@lezer/highlight";
import type { Colours } from "../worker/protocol.ts";
import { roleNames } from "./roles.ts";

export const languageData = defineLanguageFacet({ commentTokens: { line: "--" } });
const top = NodeType.define({
  id: 0,
  name: "Policy",
  top: true,
  props: [languageDataProp.add({ Policy: languageData })],
});
const block = NodeType.define({
  id: 1,
  name: "Block",
  props: [foldNodeProp.add({ Block: ({ from, to }) => ({ from, to }) })],
});
const roleTypes = roleNames.map((name, index) => NodeType.define({ id: index + 2, name }));
/** Of no name: what walks the tree passes through it. */
const part = NodeType.define({ id: roleNames.length + 2 });

const nodeSet = new NodeSet([top, block, ...roleTypes, part]).extend(
  styleTags({
    keyword: tags.keyword,
    connective: tags.operatorKeyword,
    modal: tags.controlKeyword,
    edge: tags.compareOperator,
    name: tags.name,
    code: tags.atom,
    clause: tags.annotation,
    value: tags.literal,
    unit: tags.unit,
    punctuation: tags.punctuation,
    comment: tags.comment,
  }),
);

export interface PolicyTree {
  readonly tree: Tree;
  readonly colours: Colours;
  readonly parts: readonly Part[];
}

/** One outer block with what stands before it, or what stands after the last. */
interface Part {
  readonly from: number;
  readonly to: number;
  /** Its numbers in the colours: from this one, up to that one. */
  readonly tokens: readonly [number, number];
  readonly folds: readonly [number, number];
  readonly tree: Tree;
}

export const noColours: Colours = { tokens: new Int32Array(), folds: new Int32Array() };

export function policyTree(colours: Colours, length: number, before?: PolicyTree): PolicyTree {
  const places = placesOf(colours, length);
  const old = before?.parts ?? [];
  const shift = places.length - old.length;
  const parts = places.map((place, index): Part => {
    // What is edited lies between parts that stay: those above it keep their number, and those below it theirs from the end.
    const known = [old[index], old[index - shift]].find(
      (each) => each !== undefined && before !== undefined && isSame(before.colours, each, colours, place),
    );
    return { ...place, tree: known?.tree ?? treeOfPart(colours, place) };
  });
  const tree = new Tree(
    nodeSet.types[0] as NodeType,
    parts.map((each) => each.tree),
    parts.map(({ from }) => from),
    length,
  );
  return { tree, colours, parts };
}

type Place = Omit<Part, "tree">;

function placesOf({ tokens, folds }: Colours, length: number): readonly Place[] {
  const places: Place[] = [];
  let [from, token, fold] = [0, 0, 0];
  const close = (to: number, folded: number): void => {
    let next = token;
    while (next < tokens.length && (tokens[next] as number) < to) next += 3;
    if (to > from) places.push({ from, to, tokens: [token, next], folds: [fold, folded] });
    [from, token, fold] = [Math.max(from, to), next, folded];
  };
  for (let at = 0; at < folds.length;) {
    const to = Math.min(folds[at + 1] as number, length);
    let next = at + 2;
    while (next < folds.length && (folds[next] as number) < to) next += 2;
    close(to, next);
    at = next;
  }
  close(length, folds.length);
  return places;
}

function isSame(before: Colours, old: Place, now: Colours, place: Place): boolean {
  const by = place.from - old.from;
  return (
    old.to + by === place.to &&
    isShifted(before.tokens, old.tokens, now.tokens, place.tokens, by, 3) &&
    isShifted(before.folds, old.folds, now.folds, place.folds, by, 2)
  );
}

/** Of every `size` numbers the first two are places. */
function isShifted(
  before: Int32Array,
  [from, to]: readonly [number, number],
  now: Int32Array,
  [start, end]: readonly [number, number],
  by: number,
  size: 2 | 3,
): boolean {
  if (to - from !== end - start) return false;
  for (let at = 0; at < to - from; at++)
    if ((before[from + at] as number) + (at % size < 2 ? by : 0) !== now[start + at]) return false;
  return true;
}

/** Its places are counted from its beginning. */
function treeOfPart({ tokens, folds }: Colours, place: Place): Tree {
  const buffer: number[] = [];
  let [token, fold] = [place.tokens[0], place.folds[0]];
  const [lastToken, lastFold] = [place.tokens[1], place.folds[1]];
  const inside = (value: number | undefined, limit: number): number => Math.min(value as number, limit) - place.from;
  const take = (end: number): void => {
    for (;;) {
      const from = token < lastToken ? (tokens[token] as number) : Number.POSITIVE_INFINITY;
      const opens = fold < lastFold ? (folds[fold] as number) : Number.POSITIVE_INFINITY;
      if (Math.min(from, opens) >= end) return;
      if (opens <= from) {
        const closes = Math.min(folds[fold + 1] as number, end);
        const start = buffer.length;
        fold += 2;
        take(closes);
        buffer.push(1, opens - place.from, closes - place.from, buffer.length - start + 4);
      } else {
        const to = inside(tokens[token + 1], end);
        if (from - place.from < to) buffer.push((tokens[token + 2] as number) + 2, from - place.from, to, 4);
        token += 3;
      }
    }
  };
  take(place.to);
  return Tree.build({ buffer, nodeSet, topID: part.id, length: place.to - place.from });
}
