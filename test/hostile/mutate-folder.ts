// The files of a school, and chance → the same files, damaged: as spreadsheets, hurried exports and broken copies damage them.

import { pick } from "../random-record.ts";
import type { Chance } from "../random-record.ts";
import type { Files } from "./folder-bases.ts";
import { hostileNames, hostileNumbers, hostileTexts } from "./hostile-words.ts";

export interface DamagedFolder {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** What was done, in order. */
  readonly done: readonly string[];
}

type Damage = (text: string, chance: Chance) => string;

/** One to four damages to the texts, and now and then to the files as such. */
export function damageFolder(files: Files, chance: Chance): DamagedFolder {
  const texts = new Map(Object.entries(files));
  const done: string[] = [];
  for (let times = 1 + chance(4); times > 0; times--) {
    const file = pick(chance, [...texts.keys()]);
    const [name, damage] = pick(
      chance,
      file.endsWith(".csv") ? [...anyDamages, ...tableDamages] : [...anyDamages, ...sheetDamages],
    );
    texts.set(file, damage(texts.get(file) ?? "", chance));
    done.push(`${file}: ${name}`);
  }
  const damaged = new Map<string, string | Uint8Array>(texts);
  if (chance(6) === 0) {
    const file = pick(chance, [...texts.keys()]);
    const [name, damage] = pick(chance, fileDamages);
    damage(damaged, file, texts.get(file) ?? "", chance);
    done.push(`${file}: ${name}`);
  }
  return { files: damaged, done };
}

const anyDamages: readonly (readonly [string, Damage])[] = [
  ["cut", (text, chance) => changeStretch(text, chance, 40, () => "")],
  ["doubled", (text, chance) => changeStretch(text, chance, 200, (stretch) => stretch + stretch)],
  ["strange letters", (text, chance) => changeStretch(text, chance, 2, () => pick(chance, hostileTexts))],
  ["letters by chance", (text, chance) => changeStretch(text, chance, 6, () => someLetters(chance))],
  ["ends early", (text, chance) => text.slice(0, chance(text.length + 1))],
  ["empty", () => ""],
  [
    "a line often",
    (text, chance) => changeLine(text, chance, (line) => Array.from({ length: 2 + chance(400) }, () => line)),
  ],
  ["a line taken away", (text, chance) => changeLine(text, chance, () => [])],
  ["other line ends", (text, chance) => text.replaceAll("\n", pick(chance, ["\r\n", "\r", "\n\n", "\u2028"]))],
  ["a date for another", (text, chance) => changeMatch(text, chance, DATE, () => someDate(text, chance))],
  ["a time for another", (text, chance) => changeMatch(text, chance, TIME, () => pick(chance, times))],
];

const DATE = /\d{4}-\d\d-\d\d/g;
const TIME = /\d\d:\d\d(?::\d\d)?/g;

const dates = [
  "0001-01-01",
  "1899-12-31",
  "1970-01-01",
  "2026-02-29",
  "2028-02-29",
  "9999-12-31",
  "03/04/2026",
  "31/12/25",
];
const times = ["00:00", "23:59:59", "24:00", "08:55:30", "8:55", "9.10", "noon"];

const tableDamages: readonly (readonly [string, Damage])[] = [
  ["a cell for another", (text, chance) => changeCell(text, chance, () => someCell(text, chance))],
  ["a cell for another of its column", sameColumn],
  ["a monstrous number", (text, chance) => changeCell(text, chance, () => pick(chance, hostileNumbers))],
  ["a property's name", (text, chance) => changeCell(text, chance, () => pick(chance, hostileNames))],
  ["a property's name throughout", (text, chance) => renameThroughout(text, chance)],
  ["a blank cell", (text, chance) => changeCell(text, chance, () => "")],
  ["a formula", (text, chance) => changeCell(text, chance, (cell) => `=cmd|'${cell}'!A1`)],
  [
    "quotation marks",
    (text, chance) =>
      changeCell(text, chance, (cell) => pick(chance, [`"${cell}`, `${cell}"`, `"${cell}"x`, `"""${cell}`, `"a\nb"`])),
  ],
  ["a heading for another", (text, chance) => changeHeading(text, chance)],
  ["rows in another order", (text, chance) => shuffledRows(text, chance)],
  ["a very long cell", (text, chance) => changeCell(text, chance, (cell) => (cell || "x").repeat(1 + chance(20_000)))],
  ["another separator", (text, chance) => text.replaceAll(",", pick(chance, [";", "\t", "|", ", "]))],
];

const sheetDamages: readonly (readonly [string, Damage])[] = [
  [
    "indented otherwise",
    (text, chance) => changeLine(text, chance, (line) => [`${" ".repeat(chance(5))}${line.trimStart()}`]),
  ],
  [
    "a property's name",
    (text, chance) => changeMatch(text, chance, /[a-z][a-z-]+(?=:)/g, () => pick(chance, hostileNames)),
  ],
  [
    "a clever value",
    (text, chance) =>
      changeLine(text, chance, (line) => [
        line.replace(/: ?/, () => `: ${pick(chance, ["&a ", "*a", "!!set ", "{", "[", "'", "|\n", "? "])}`),
      ]),
  ],
  [
    "a value for another",
    (text, chance) => changeMatch(text, chance, /: .+/g, () => pick(chance, text.match(/: .+/g) ?? [": x"])),
  ],
];

const fileDamages: readonly (readonly [
  string,
  (files: Map<string, string | Uint8Array>, file: string, text: string, chance: Chance) => void,
])[] = [
  ["not there", (files, file) => void files.delete(file)],
  ["under another name", (files, file, text) => void (files.delete(file) && files.set(file.toUpperCase(), text))],
  [
    "in Windows-1252",
    (files, file, text) =>
      void files.set(
        file,
        Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
      ),
  ],
  ["in UTF-16", (files, file, text) => void files.set(file, new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le")))],
  [
    "a workbook",
    (files, file, text) => void files.set(file, new Uint8Array(Buffer.from(`PK\u0003\u0004${text}`, "latin1"))),
  ],
  [
    "bytes",
    (files, file, _text, chance) =>
      void files.set(
        file,
        Uint8Array.from({ length: chance(2_000) }, () => chance(256)),
      ),
  ],
  ["another table's", (files, file, _text, chance) => void files.set(file, pick(chance, [...files.values()]))],
];

// ---------------------------------------------------------------- where it is damaged

function changeStretch(text: string, chance: Chance, most: number, change: (stretch: string) => string): string {
  const from = chance(text.length + 1);
  const to = Math.min(text.length, from + chance(most + 1));
  return text.slice(0, from) + change(text.slice(from, to)) + text.slice(to);
}

function changeLine(text: string, chance: Chance, change: (line: string) => readonly string[]): string {
  const lines = text.split("\n");
  const at = chance(lines.length);
  return lines.flatMap((line, index) => (index === at ? change(line) : [line])).join("\n");
}

function changeMatch(text: string, chance: Chance, pattern: RegExp, change: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  const match = found[chance(Math.max(1, found.length))];
  if (match === undefined) return text;
  return text.slice(0, match.index) + change(match[0]) + text.slice(match.index + match[0].length);
}

function changeCell(text: string, chance: Chance, change: (cell: string) => string): string {
  return changeLine(text, chance, (line) => {
    const cells = line.split(",");
    const at = chance(cells.length);
    return [cells.map((cell, index) => (index === at ? change(cell) : cell)).join(",")];
  });
}

function sameColumn(text: string, chance: Chance): string {
  const lines = text.split("\n");
  const donor = pick(chance, lines).split(",");
  return changeLine(text, chance, (line) => {
    const cells = line.split(",");
    const at = chance(cells.length);
    return [cells.map((cell, index) => (index === at ? (donor[at] ?? "") : cell)).join(",")];
  });
}

/** A cell becomes a property's name wherever it stands in the file. */
function renameThroughout(text: string, chance: Chance): string {
  const cell = someCell(text, chance);
  const name = pick(chance, hostileNames);
  const lines = text.split("\n").map((line) => line.split(",").map((each) => (each === cell ? name : each)));
  return lines.map((cells) => cells.join(",")).join("\n");
}

function changeHeading(text: string, chance: Chance): string {
  const [headings = "", ...rows] = text.split("\n");
  const cells = headings.split(",");
  const at = chance(cells.length);
  const other = chance(2) === 0 ? pick(chance, cells) : pick(chance, hostileNames);
  return [cells.map((cell, index) => (index === at ? other : cell)).join(","), ...rows].join("\n");
}

function shuffledRows(text: string, chance: Chance): string {
  const [headings = "", ...rows] = text.split("\n");
  const keyed = rows.map((row): readonly [number, string] => [chance(1_000_000), row]);
  return [headings, ...keyed.toSorted(([a], [b]) => a - b).map(([, row]) => row)].join("\n");
}

// ---------------------------------------------------------------- with what

function someCell(text: string, chance: Chance): string {
  return pick(chance, pick(chance, text.split("\n")).split(","));
}

function someDate(text: string, chance: Chance): string {
  return chance(2) === 0 ? pick(chance, dates) : pick(chance, text.match(DATE) ?? dates);
}

function someLetters(chance: Chance): string {
  const most = pick(chance, [0x7f, 0xff, 0xffff]);
  return Array.from({ length: 1 + chance(20) }, () => String.fromCharCode(chance(most + 1))).join("");
}
