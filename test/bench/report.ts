// What was measured → tables that read alike in a terminal and on a page, and which targets were met.

import type { Result } from "./race.ts";

/** One thing measured and shown; `ratio` is set against the line of the part that is marked so. */
export interface Line {
  readonly name: string;
  readonly each: number;
}

export interface Section {
  readonly title: string;
  /** What the figures are, such as `ns a pupil`. */
  readonly unit: string;
  readonly lines: readonly Line[];
  /** The line that all are set against. */
  readonly against?: string;
  readonly notes: readonly string[];
}

export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly found: string;
  readonly met: boolean;
}

export interface Report {
  readonly sections: readonly Section[];
  readonly targets: readonly Target[];
}

export function eachOf(results: readonly Result[], name: string): number {
  const found = results.find((result) => result.name === name);
  if (found === undefined) throw new Error(`nobody called ${name} was measured`);
  return found.each;
}

/** The fastest of those whose name is among these. */
export function fastest(results: readonly Result[], names: readonly string[]): Result {
  const [first, ...others] = results.filter(({ name }) => names.includes(name)).toSorted((a, b) => a.each - b.each);
  if (first === undefined || others.length + 1 < names.length)
    throw new Error(`not all were measured: ${names.join()}`);
  return first;
}

/** How often the second is as long as the first, held to a limit. */
export function atMost(what: string, limit: number, found: number): Target {
  return { what, wanted: `at most ${limit} ×`, found: `${ratio(found)} ×`, met: found <= limit };
}

export function atLeast(what: string, limit: number, found: number): Target {
  return { what, wanted: `at least ${limit} ×`, found: `${ratio(found)} ×`, met: found >= limit };
}

export function printReport({ sections, targets }: Report): string {
  return [...sections.map(printSection), ...(targets.length === 0 ? [] : [printTargets(targets)])].join("\n");
}

function printSection({ title, unit, lines, against, notes }: Section): string {
  const base = lines.find(({ name }) => name === against)?.each;
  const rows = lines.map(({ name, each }) => [
    name,
    figure(each),
    ...(base === undefined ? [] : [`${ratio(each / base)} ×`]),
  ]);
  const head = ["", unit, ...(base === undefined ? [] : [`against ${against}`])];
  return [
    `### ${title}`,
    "",
    ...markdownTable([head, ...rows]),
    "",
    ...notes,
    ...(notes.length === 0 ? [] : [""]),
  ].join("\n");
}

function printTargets(targets: readonly Target[]): string {
  const rows = targets.map(({ what, wanted, found, met }) => [what, wanted, found, met ? "met" : "**missed**"]);
  return ["### Targets", "", ...markdownTable([["", "wanted", "found", ""], ...rows]), ""].join("\n");
}

/** The first column to the left, figures to the right, in columns that line up as text too. */
function markdownTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(3, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)];
}

/** Three digits that count, thousands apart. */
function figure(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en-GB");
  return value.toPrecision(value >= 10 ? 2 : 2);
}

function ratio(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en-GB");
  return value >= 10 ? value.toFixed(0) : value.toFixed(2);
}
