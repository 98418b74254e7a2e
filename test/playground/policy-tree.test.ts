// The editor's tree of a policy, put together from the worker's words and blocks.

import type { Tree } from "@lezer/common";
import { expect, test } from "vitest";
import { policyTree } from "../../playground/editor/policy-tree.ts";
import { roleNames } from "../../playground/editor/roles.ts";
import { makeColours } from "../../playground/worker/colours.ts";
import { makeSource, parsePolicy } from "../../src/index.ts";
import { policyText } from "../syntax/random-edits.ts";

function coloursOf(text: string) {
  const source = makeSource("celt/celt.rollcall", text);
  return makeColours()({ source, ast: parsePolicy(source).policy });
}

interface Found {
  readonly words: readonly (readonly [number, number, string])[];
  readonly blocks: readonly (readonly [number, number])[];
}

function readBack(tree: Tree): Found {
  const words: [number, number, string][] = [];
  const blocks: [number, number][] = [];
  tree.iterate({
    enter: ({ name, from, to }) => {
      if (name === "Block") blocks.push([from, to]);
      else if (name !== "Policy") words.push([from, to, name]);
    },
  });
  return { words, blocks };
}

function told({ tokens, folds }: ReturnType<typeof coloursOf>): Found {
  const words = Array.from({ length: tokens.length / 3 }, (_, at): [number, number, string] => [
    tokens[at * 3] ?? 0,
    tokens[at * 3 + 1] ?? 0,
    roleNames[tokens[at * 3 + 2] ?? 0] ?? "",
  ]);
  const blocks = Array.from({ length: folds.length / 2 }, (_, at): [number, number] => [
    folds[at * 2] ?? 0,
    folds[at * 2 + 1] ?? 0,
  ]);
  return { words, blocks };
}

test("the tree has every word and every block of a long policy where the worker found it", () => {
  const text = policyText("celt");
  const colours = coloursOf(text);
  expect(told(colours).blocks.length).toBeGreaterThan(100);
  expect(readBack(policyTree(colours, text.length).tree)).toEqual(told(colours));
});

test("after an edit the tree is that of the new text, and the parts above and below the edited block are taken over", () => {
  const text = policyText("celt");
  const at = text.indexOf("95%", text.length / 2);
  const edited = `${text.slice(0, at)}100${text.slice(at + 2)}`;
  const before = policyTree(coloursOf(text), text.length);
  const after = policyTree(coloursOf(edited), edited.length, before);
  expect(readBack(after.tree)).toEqual(told(coloursOf(edited)));
  const kept = new Set(before.parts.map(({ tree }) => tree));
  expect(after.parts.filter(({ tree }) => !kept.has(tree))).toHaveLength(1);
});

test("a whole block that is put in or taken out leaves the parts around it as they were", () => {
  const text = policyText("celt");
  const at = text.indexOf("\nprocedure ");
  const longer = `${text.slice(0, at)}\nduty tidy every week {\n  school-office must resolve n-marks by end of week\n}\n${text.slice(at)}`;
  const [short, long] = [policyTree(coloursOf(text), text.length), policyTree(coloursOf(longer), longer.length)];
  for (const [before, now, size] of [
    [short, coloursOf(longer), longer.length],
    [long, coloursOf(text), text.length],
  ] as const) {
    const after = policyTree(now, size, before);
    expect(readBack(after.tree)).toEqual(told(now));
    const kept = new Set(before.parts.map(({ tree }) => tree));
    expect(after.parts.filter(({ tree }) => !kept.has(tree)).length).toBeLessThan(3);
  }
});
