// A hindsight → a page to read aloud: for each pupil what became known late, and each decision that it would have turned.

import { makePaint } from "../diagnostics/paint.ts";
import type { Ink, Paint } from "../diagnostics/paint.ts";
import { wordList } from "../support/word-list.ts";
import { TOGETHER, wrap } from "../support/wrap.ts";
import type { Finding, Hindsight, HindsightCase, Verdict } from "./hindsight.ts";
import { sayActed, sayAsked, sayCorrections, saySum, sayTurnedBy, sayWhose } from "./say-hindsight.ts";

export interface HindsightPage {
  readonly width: number;
  readonly colour: boolean;
}

interface Page {
  readonly width: number;
  readonly paint: Paint;
}

/** Number, label, and then the words. */
const MARGIN = " ".repeat(14);

const LABELS = {
  needless: ["NEEDLESS", "red"],
  missed: ["MISSED", "yellow"],
  otherwise: ["otherwise", "green"],
  "met-either-way": ["met", "green"],
  standing: ["note", "blue"],
} as const satisfies Readonly<Record<Verdict, readonly [string, Ink]>>;

/** Ends in a line break. */
export function printHindsight(hindsight: Hindsight, { width, colour }: HindsightPage): string {
  const page: Page = { width, paint: makePaint(colour) };
  const turned = hindsight.cases.filter(({ findings }) => findings.length > 0);
  const blocks = [
    [page.paint("bold", hindsight.school), ...wrap(sayAsked(hindsight), width), ...wrap(saySum(hindsight), width)],
    ...turned.map((each) => caseLines(page, each, hindsight)),
    ...unturnedLines(page, hindsight),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function caseLines(page: Page, each: HindsightCase, hindsight: Hindsight): readonly string[] {
  const { width, paint } = page;
  const met = each.findings.filter(({ verdict }) => verdict === "met-either-way");
  const others = each.findings.filter(({ verdict }) => verdict !== "met-either-way");
  return [
    paint("bold", sayWhose(each)),
    paint("blue", "─".repeat(width)),
    ...sayCorrections(each, hindsight).flatMap((sentence) => wrap(sentence, width, "    ")),
    ...[...Map.groupBy(others, (finding) => alike(finding, each)).values()].flatMap((group, index) =>
      findingLines(page, group, each, index + 1),
    ),
    ...metLines(page, met),
    ...followedLines(page, each),
  ];
}

/** The same thing in the same way, such as the reason for the mark of a morning and of an afternoon. */
function alike({ verdict, what, parent, now, rule, turnedBy }: Finding, { corrections }: HindsightCase): string {
  return JSON.stringify([verdict, what, parent, now, rule, turnedBy.map((by) => corrections.indexOf(by))]);
}

/** Of several alike the reasons of the first, and what was done for any of them. */
function findingLines(
  { width, paint }: Page,
  group: readonly Finding[],
  each: HindsightCase,
  number: number,
): readonly string[] {
  const [finding] = group;
  if (finding === undefined) return [];
  const { verdict, what, parent, clauses, then, hindsight, now } = finding;
  const [label, ink] = LABELS[verdict];
  const cited = clauses.length === 0 ? "" : `[${clauses.join(", ")}]`;
  const named = `${what}${parent === undefined ? "" : ` (${parent})`}${group.length === 1 ? "" : ` (${group.length} of them)`}`;
  const [head = "", ...more] = wrap(named, width - cited.length - 2, MARGIN);
  const words = head.slice(MARGIN.length);
  const gap = " ".repeat(Math.max(1, width - MARGIN.length - words.length - cited.length));
  const acted = [...new Set(group.flatMap((one) => one.acted.map(sayActed)))];
  const turnedBy = sayTurnedBy(finding, each);
  return [
    `${String(number).padStart(2)}  ${paint(ink, label.padEnd(10))}${paint("bold", words)}${cited === "" ? "" : gap + paint("blue", cited)}`,
    ...more.map((line) => paint("bold", line)),
    ...wrap(`Then: ${then}`, width, MARGIN),
    ...wrap(`Had it been known: ${hindsight}`, width, MARGIN),
    ...(acted.length === 0 ? [] : wrap(`Already done: ${acted.join("; ")}.`, width, MARGIN)),
    ...(now === undefined ? [] : wrap(now, width, MARGIN)),
    ...(turnedBy === "" ? [] : wrap(`Turned by ${turnedBy}.`, width, MARGIN)),
  ];
}

/** Nobody did or left anything in error: told in a line. */
function metLines({ width, paint }: Page, met: readonly Finding[]): readonly string[] {
  if (met.length === 0) return [];
  const counted = [...Map.groupBy(met, ({ what }) => what)].map(([what, { length }]) =>
    length === 1 ? what : `${what} (${length} times)`,
  );
  const [first = "", ...rest] = wrap(`Done either way: ${counted.join("; ")}.`, width, MARGIN);
  return [`    ${paint("green", LABELS["met-either-way"][0].padEnd(10))}${first.slice(MARGIN.length)}`, ...rest];
}

/** What the same procedures went on to, after the moment looked back at. */
function followedLines({ width, paint }: Page, { followed }: HindsightCase): readonly string[] {
  if (followed.length === 0) return [];
  const words = `And from what was needless there followed: ${followed.map(sayActed).join("; ")}.`;
  const [first = "", ...rest] = wrap(words, width, MARGIN);
  return [`    ${paint("red", "done".padEnd(10))}${first.slice(MARGIN.length)}`, ...rest];
}

/** Of whom something became known late that turned nothing. */
function unturnedLines({ width }: Page, { cases }: Hindsight): readonly (readonly string[])[] {
  const names = cases.filter(({ findings }) => findings.length === 0).map((each) => sayWhose(each, TOGETHER));
  if (names.length === 0 || names.length === cases.length) return [];
  return [
    wrap(`Something became known late, and nothing would have been otherwise: ${wordList(names, "and")}.`, width),
  ];
}
