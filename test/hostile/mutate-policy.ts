// A policy's text, and chance → the same text, damaged: as slips of the hand, broken editors, clumsy merges and ill will
// damage it. Knows no grammar; it cuts words, lines and blocks as anybody would see them, in either form.

import type { Library } from "../../src/draft.ts";
import { makeSource } from "../../src/source/text.ts";
import type { SourceText } from "../../src/source/text.ts";
import { makeChance, pick } from "../random-record.ts";
import type { Chance } from "../random-record.ts";
import { hostileNames, hostileNumbers, hostileTexts } from "./hostile-words.ts";

export interface Damaged {
  readonly text: string;
  /** What was done, in order. */
  readonly done: readonly string[];
}

type Damage = (text: string, chance: Chance) => string;

const WORD = /"[^"\n]*"|[A-Za-z_][\w-]*|\d[\w:.%-]*|[^\S\n]+|[^]/g;
const NAME = /[a-z][a-z0-9]*(?:-[a-z0-9]+)*/g;
const NUMBER = /\d+(?:\.\d+)?/g;

/** One to three damages, half of them such that the text may still mean something: those get furthest. */
export function damagePolicy(text: string, form: "text" | "yaml", chance: Chance): Damaged {
  const rough = form === "yaml" ? [...roughDamages, ...yamlDamages] : roughDamages;
  const done: string[] = [];
  let damaged = text;
  for (let times = pick(chance, [1, 1, 1, 2, 3]); times > 0; times--) {
    const [name, damage] = pick(chance, chance(2) === 0 ? mildDamages : rough);
    damaged = damage(damaged, chance);
    done.push(name);
  }
  return { text: damaged, done };
}

/** The policy is sound, and what it names is not: the layer above it, its clauses, its calendar. */
export function damageLibrary(
  library: Library,
  chance: Chance,
): { readonly library: Library; readonly done: readonly string[] } {
  const seed = chance(1_000_000);
  const damaged = (source: SourceText | undefined): SourceText | undefined => {
    if (source === undefined) return undefined;
    const form = source.name.endsWith(".yaml") ? "yaml" : "text";
    return makeSource(source.name, damagePolicy(source.text, form, makeChance(seed)).text);
  };
  const what = pick(chance, ["layer", "beside"] as const);
  return {
    library: {
      layer: (name) => (what === "layer" ? damaged(library.layer(name)) : library.layer(name)),
      beside: (policy, file) =>
        what === "beside" ? damaged(library.beside(policy, file)) : library.beside(policy, file),
    },
    done: [`${what} damaged by ${seed}`],
  };
}

const mildDamages: readonly (readonly [string, Damage])[] = [
  ["a line taken away", (text, chance) => changeLines(text, chance, 1, () => [])],
  ["lines doubled", (text, chance) => changeLines(text, chance, 3, (lines) => [...lines, ...lines])],
  [
    "lines from elsewhere",
    (text, chance) => changeLines(text, chance, 1, (line) => [...line, ...someLines(text, chance)]),
  ],
  ["lines swapped", (text, chance) => changeLines(text, chance, 2, (lines) => lines.toReversed())],
  ["a name for another", (text, chance) => changeMatch(text, chance, NAME, () => someMatch(text, chance, NAME))],
  ["a number for another", (text, chance) => changeMatch(text, chance, NUMBER, () => someMatch(text, chance, NUMBER))],
  [
    "a number moved",
    (text, chance) => changeMatch(text, chance, NUMBER, (number) => `${Number(number) + chance(9) - 4}`),
  ],
  ["a monstrous number", (text, chance) => changeMatch(text, chance, NUMBER, () => pick(chance, hostileNumbers))],
  ["a property's name", (text, chance) => changeMatch(text, chance, NAME, () => pick(chance, hostileNames))],
  ["a name changed throughout", renameThroughout],
];

const roughDamages: readonly (readonly [string, Damage])[] = [
  ["a word taken away", (text, chance) => changeWord(text, chance, () => "")],
  ["words taken away", (text, chance) => changeWords(text, chance, 12, () => "")],
  ["a word put in", (text, chance) => changeWord(text, chance, (word) => `${word} ${someWord(text, chance)} `)],
  ["a word for another", (text, chance) => changeWord(text, chance, () => someWord(text, chance))],
  ["words swapped", swapWords],
  ["words doubled", (text, chance) => changeWords(text, chance, 30, (words) => words + words)],
  ["cut short", (text, chance) => text.slice(0, chance(text.length + 1))],
  ["begun late", (text, chance) => text.slice(chance(text.length + 1))],
  ["strange letters", (text, chance) => changeWord(text, chance, (word) => word + pick(chance, hostileTexts))],
  ["letters by chance", (text, chance) => changeWords(text, chance, 4, () => someLetters(chance))],
  ["nested deep", nestDeep],
  ["a block very often", sayOften],
  [
    "a line said very often",
    (text, chance) => changeLines(text, chance, 1, ([line = ""]) => repeated(line, 20 + chance(300))),
  ],
  ["a very long word", (text, chance) => changeWord(text, chance, (word) => longWord(word, 2 + chance(2_000)))],
  [
    "tabs for blanks",
    (text, chance) => changeLines(text, chance, 4, (lines) => lines.map((line) => line.replace(/^ +/, "\t"))),
  ],
  ["other line ends", (text, chance) => text.replaceAll("\n", pick(chance, ["\r\n", "\r", "\u2028", "\n\r"]))],
];

const yamlDamages: readonly (readonly [string, Damage])[] = [
  [
    "indented otherwise",
    (text, chance) => changeLines(text, chance, 3, (lines) => lines.map((line) => " ".repeat(chance(4)) + line)),
  ],
  [
    "an alias",
    (text, chance) =>
      changeLines(text, chance, 1, ([line = ""]) => [valued(line, "&a "), `${marginOf(line)}again: *a`]),
  ],
  [
    "a merge key",
    (text, chance) => changeLines(text, chance, 1, ([line = ""]) => [valued(line, "&a "), `${marginOf(line)}<<: *a`]),
  ],
  ["a tag", (text, chance) => changeLines(text, chance, 1, ([line = ""]) => [valued(line, `${pick(chance, tags)} `)])],
  ["another document", (text, chance) => changeLines(text, chance, 1, (line) => [...line, pick(chance, yamlLines)])],
  ["aliases of aliases", (text) => aliasesOfAliases + text],
];

const tags = ["!!js/function", "!!binary", "!!set", "!!float", "!!map", "!x", "!", "!<>"];
const yamlLines = [
  "---",
  "...",
  "%YAML 9.9",
  "? x",
  "- - - -",
  "{",
  "[",
  "|",
  "'",
  ": x",
  "? [a, b]",
  "!!null",
  "<<: x",
];

/** Each of them nine times the one before: written out, more than there are atoms. */
const aliasesOfAliases = Array.from({ length: 25 }, (_, index) => {
  const letter = (place: number): string => String.fromCharCode(97 + place);
  const items = index === 0 ? "x" : Array.from({ length: 9 }, () => `*${letter(index - 1)}`).join(", ");
  return `${letter(index)}: &${letter(index)} [${items}]\n`;
}).join("");

// ---------------------------------------------------------------- where it is damaged

function changeWord(text: string, chance: Chance, change: (word: string) => string): string {
  return changeMatch(text, chance, WORD, change);
}

/** Some words that follow each other. */
function changeWords(text: string, chance: Chance, most: number, change: (words: string) => string): string {
  const places = [...text.matchAll(WORD)].map(({ index }) => index);
  const first = chance(places.length + 1);
  const [from, to] = [places[first] ?? text.length, places[first + 1 + chance(most)] ?? text.length];
  return text.slice(0, from) + change(text.slice(from, to)) + text.slice(to);
}

function changeLines(
  text: string,
  chance: Chance,
  most: number,
  change: (lines: readonly string[]) => readonly string[],
): string {
  const lines = text.split("\n");
  const first = chance(lines.length);
  const last = first + 1 + chance(most);
  return [...lines.slice(0, first), ...change(lines.slice(first, last)), ...lines.slice(last)].join("\n");
}

function changeMatch(text: string, chance: Chance, pattern: RegExp, change: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  const match = found[chance(Math.max(1, found.length))];
  if (match === undefined) return text;
  return text.slice(0, match.index) + change(match[0]) + text.slice(match.index + match[0].length);
}

function swapWords(text: string, chance: Chance): string {
  const words = text.match(WORD) ?? [];
  const [a, b] = [chance(Math.max(1, words.length)), chance(Math.max(1, words.length))];
  const [first, second] = [words[a] ?? "", words[b] ?? ""];
  return words.map((word, index) => (index === a ? second : index === b ? first : word)).join("");
}

/** A word of the policy becomes another wherever it stands, so that all that spoke of it still does. */
function renameThroughout(text: string, chance: Chance): string {
  const name = someMatch(text, chance, NAME);
  const other = chance(2) === 0 ? pick(chance, hostileNames) : someMatch(text, chance, NAME);
  return text.replaceAll(new RegExp(`(?<![\\w-])${name}(?![\\w-])`, "g"), () => other);
}

/** A declaration said a hundred times over, each time under a name of its own: a policy may be long. */
function sayOften(text: string, chance: Chance): string {
  const blocks = text.split(/\n(?=[a-z])/);
  const at = chance(blocks.length);
  const block = blocks[at] ?? "";
  const name = pick(chance, block.match(NAME)?.slice(0, 3) ?? ["x"]);
  const times = Math.min(20 + chance(300), Math.floor(60_000 / (1 + block.length)));
  const said = Array.from({ length: times }, (_, index) => block.replace(name, () => `${name}-${index}`));
  return [...blocks.slice(0, at + 1), ...said, ...blocks.slice(at + 1)].join("\n");
}

function nestDeep(text: string, chance: Chance): string {
  const [open, close] = pick(chance, [
    ["(", ")"],
    ["{", "}"],
    ["[", "]"],
    ["not ", ""],
    ["not (", ")"],
    ["all of {\n", "\n}"],
    ["if absent {\n", "\n}"],
    ["the earlier of ", ""],
    ["- ", ""],
    ["? ", ""],
    ["{a: ", "}"],
  ]);
  const times = 1 + chance(pick(chance, [4, 40, 400, 8_000]));
  return changeWords(text, chance, 20, (words) => open.repeat(times) + words + close.repeat(times));
}

// ---------------------------------------------------------------- with what

function someMatch(text: string, chance: Chance, pattern: RegExp): string {
  const found = text.match(pattern) ?? [];
  return found.length === 0 ? "x" : pick(chance, found);
}

function someWord(text: string, chance: Chance): string {
  switch (chance(6)) {
    case 0:
      return pick(chance, hostileNames);
    case 1:
      return pick(chance, hostileNumbers);
    case 2:
      return pick(chance, hostileTexts);
    default:
      return someMatch(text, chance, WORD);
  }
}

function someLines(text: string, chance: Chance): readonly string[] {
  const lines = text.split("\n");
  const first = chance(lines.length);
  return lines.slice(first, first + 1 + chance(12));
}

function someLetters(chance: Chance): string {
  const most = pick(chance, [0x7f, 0xff, 0x2fff, 0xffff]);
  return Array.from({ length: 1 + chance(30) }, () => String.fromCharCode(chance(most + 1))).join("");
}

function repeated(line: string, times: number): readonly string[] {
  return Array.from({ length: times }, () => line);
}

function longWord(word: string, times: number): string {
  return word.repeat(Math.max(1, Math.min(times, Math.floor(40_000 / Math.max(1, word.length)))));
}

function valued(line: string, before: string): string {
  return line.replace(/: ?/, () => `: ${before}`);
}

function marginOf(line: string): string {
  return /^[ -]*/.exec(line)?.[0].replaceAll("-", " ") ?? "";
}
