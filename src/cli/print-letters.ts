// What became of the letters → lines for the screen: how many were written and where, what each of the others lacks, what to do next.

import type { Letters, RefusedLetter } from "../index.ts";
import { TOGETHER, wrap } from "../wording.ts";

export interface LettersReport {
  readonly letters: Letters;
  readonly files: readonly string[];
  /** As it was given. */
  readonly folder: string;
  readonly refused: readonly RefusedLetter[];
  readonly template: { readonly rows: number; readonly path: string } | undefined;
}

export function printLetters(report: LettersReport, width: number): string {
  const blocks = [
    writtenLines(report),
    refusedLines(report.refused, width),
    offeredLines(report.letters, width),
    wordlessLines(report.letters, width),
    nextLines(report, width),
  ];
  const filled = blocks.filter((lines) => lines.length > 0);
  return `${filled.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function writtenLines({ files, folder, refused }: LettersReport): readonly string[] {
  if (files.length === 0) return [refused.length === 0 ? "No letter is owed now." : "No letter was written."];
  const are = files.length === 1 ? "One letter is" : `${files.length} letters are`;
  return [`${are} in ${folder}:`, ...files.map((file) => `  ${file}`)];
}

function refusedLines(refused: readonly RefusedLetter[], width: number): readonly string[] {
  if (refused.length === 0) return [];
  const head = refused.length === 1 ? "One letter was refused:" : `${refused.length} letters were refused:`;
  return [head, ...refused.flatMap((letter) => refusal(letter, width))];
}

/** What the office can write is listed, whatever else is wrong is said. */
function refusal({ pupil, person, title, lacks }: RefusedLetter, width: number): readonly string[] {
  const whose = person === undefined ? pupil : `${pupil}, to ${person}`;
  const office = lacks.filter(({ where }) => where === "values");
  const names = office.map(({ name, kind = "" }) => (kind === "words" ? name : `${name} (${kind})`));
  const said = lacks.filter(({ where }) => where !== "values").map(({ why }) => why);
  return [
    `  ${whose}: ${title}`,
    ...(names.length === 0 ? [] : wrap(`lacks ${names.join(", ")}`, width, "    ")),
    ...said.flatMap((why) => wrap(why, width, "    ")),
  ];
}

function offeredLines({ offered }: Letters, width: number): readonly string[] {
  const [first] = offered.keys();
  if (first === undefined) return [];
  const said = `May be handed on, but need not be: ${titlesOf(offered)}. To write them, add ${command(`--document ${first.name}`)} or \`--pupil\` and whose.`;
  return wrap(said, width);
}

function wordlessLines({ wordless }: Letters, width: number): readonly string[] {
  if (wordless.size === 0) return [];
  const said = `Owed too, but the policy gives no words for it: ${titlesOf(wordless)}. Lines that begin with \`says\` would.`;
  return wrap(said, width);
}

function titlesOf(counted: Letters["wordless"]): string {
  return [...counted].map(([{ title }, count]) => (count === 1 ? `“${title}”` : `“${title}” (${count})`)).join(", ");
}

function nextLines({ template, refused }: LettersReport, width: number): readonly string[] {
  const missing = refused.some(({ lacks }) => lacks.some(({ where }) => where === "values"));
  const tables = refused.some(({ lacks }) => lacks.some(({ where }) => where !== "values"));
  const elsewhere = tables ? "What the tables or the policy do not say has to be mended there." : "";
  if (!missing) return elsewhere === "" ? [] : wrap(elsewhere, width);
  const { path, rows } = template ?? { path: "", rows: 0 };
  const values = rows === 1 ? "One value is" : `${rows} values are`;
  const next =
    template === undefined
      ? `For a file that asks for what the letters lack, add ${command("--template values.csv")}; fill it in and give it with ${command("--values values.csv")}.`
      : `${values} asked for in ${path}. Fill in its last column and run this again with ${command(`--values ${path}`)}.`;
  return wrap([next, elsewhere].filter((part) => part !== "").join(" "), width);
}

/** Words to be typed stay on one line. */
function command(words: string): string {
  return `\`${words.replaceAll(" ", TOGETHER)}\``;
}
