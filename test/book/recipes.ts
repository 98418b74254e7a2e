// The pages of the cookbook → its recipes: what the school says, the rule that says it, its examples, and the traps.

import { readdirSync, readFileSync } from "node:fs";
import { root } from "../source-files.ts";
import { blocksOf } from "./blocks.ts";
import type { Block } from "./blocks.ts";

export interface Recipe {
  /** The file, such as `letters.md`. */
  readonly page: string;
  readonly title: string;
  /** The number of its clause, such as `LETTER-2`; empty where it has none. */
  readonly clause: string;
  /** What the school says, in its own words. */
  readonly says: string;
  /** Policies that stand above the school's own in this recipe, in order. */
  readonly layers: readonly Block[];
  /** What the rule speaks of and is not the point. */
  readonly given: readonly Block[];
  readonly rule: readonly Block[];
  /** Wrong forms of the rule, each to stand in its place. */
  readonly instead: readonly Block[];
  readonly examples: readonly Block[];
  /** All blocks, in order. */
  readonly blocks: readonly Block[];
  /** All that stands outside of them. */
  readonly prose: string;
}

export const kitchen = "grammar/book/cookbook/";

/** The words behind a fence that say what a block of rules is for. The rule itself bears none. */
export const uses = ["layer", "given", "instead", "examples"] as const;

/** By page in the order of the alphabet, the contents page left aside. */
export function readRecipes(): readonly Recipe[] {
  return readdirSync(`${root}${kitchen}`)
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .toSorted()
    .flatMap((file) => recipesOf(file, readFileSync(`${root}${kitchen}${file}`, "utf8")));
}

const quotation = /^(?:> .*\n)+/m;
const clauseNumber = / \[([A-Z]+-\d+)\]$/;

function recipesOf(page: string, text: string): readonly Recipe[] {
  const all = blocksOf(text);
  const lines = text.split("\n");
  const outside = lines.map((_, index) => !all.some((block) => isWithin(block, index + 1)));
  const starts = lines.flatMap((line, index) => (line.startsWith("## ") && outside[index] === true ? [index] : []));
  return starts.map((start, number) => {
    const end = starts[number + 1] ?? lines.length;
    const blocks = all.filter(({ line }) => line > start && line <= end);
    const rules = blocks.filter(({ language }) => language === "rollcall");
    const used = (use: (typeof uses)[number]): readonly Block[] => rules.filter(({ words }) => words.includes(use));
    const prose = lines.filter((_, index) => index > start && index < end && outside[index] === true).join("\n");
    const quoted = (quotation.exec(`${prose}\n`)?.[0] ?? "").replaceAll(/^> /gm, "").trim().replaceAll("\n", " ");
    return {
      page,
      title: (lines[start] ?? "").slice("## ".length),
      clause: clauseNumber.exec(quoted)?.[1] ?? "",
      says: quoted.replace(clauseNumber, ""),
      layers: used("layer"),
      given: used("given"),
      rule: rules.filter(({ words }) => words.length === 0),
      instead: used("instead"),
      examples: used("examples"),
      blocks,
      prose,
    };
  });
}

/** Whether a line, counted from 1, is one of the two fences or stands between them. */
function isWithin({ line, text }: Block, asked: number): boolean {
  return line <= asked && asked <= line + text.split("\n").length;
}
