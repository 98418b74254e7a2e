// A table of many policies → text for a screen, Markdown for a page, plain data for programs.

import { makePaint } from "../diagnostics/paint.ts";
import { textTable } from "../support/text-table.ts";
import type { Comparison, Entry, Row } from "./comparison.ts";

export interface PrintComparisonOptions {
  readonly width: number;
  readonly colour: boolean;
  /** Everything in full, instead of the first few words and entries. */
  readonly all: boolean;
}

const NOTHING = "—";

/** Ends in a line break. */
export function printComparison(comparison: Comparison, { width, colour, all }: PrintComparisonOptions): string {
  const paint = makePaint(colour);
  const heading = ["", ...comparison.policies.map(({ name }) => name)];
  const sections = [...Map.groupBy(comparison.rows, ({ section }) => section)];
  const lines = sections.flatMap(([section, rows]) => {
    const cells = rows.map((row) => [
      row.title,
      ...row.cells.map((_, place) => cellText(all ? row : inBrief(row), place)),
    ]);
    return [paint("bold", section), ...textTable([heading, ...cells], width), ""];
  });
  return `${[...lines, ...legend(comparison)].join("\n")}\n`;
}

function legend({ rows }: Comparison): readonly string[] {
  const ranked = rows.some(({ ranks }) => ranks.some((rank) => rank !== undefined));
  const law = rows.some(({ cells }) => cells.flat().some((entry) => entry.law));
  return [
    `${NOTHING} says nothing on it${law ? "; (law) is said by the nation for every school" : ""}${ranked ? "; #1 is the strictest" : ""}.`,
  ];
}

const [mostEntries, mostLetters] = [3, 72];

/** What fits a page: the first few entries, their first words. */
function inBrief(row: Row): Row {
  const cells = row.cells.map((cell) => {
    const told = cell.slice(0, mostEntries).map((entry) => ({ ...entry, says: cut(entry.says) }));
    const [first] = cell;
    const more = cell.length - told.length;
    return first === undefined || more === 0 ? told : [...told, { says: `and ${more} more`, clauses: [], law: false }];
  });
  return { ...row, cells };
}

function cut(text: string): string {
  if (text.length <= mostLetters) return text;
  return `${text.slice(0, text.lastIndexOf(" ", mostLetters - 1)).trimEnd()} …`;
}

function cellText({ cells, ranks }: Row, place: number): string {
  const cell = cells[place] ?? [];
  if (cell.length === 0) return NOTHING;
  const rank = ranks[place];
  return `${rank === undefined ? "" : `#${rank} `}${cell.map(entryText).join("; ")}`;
}

function entryText({ says, law }: Entry): string {
  return law ? `${says} (law)` : says;
}

/** One table; sections are rows of their own. Ends in a line break. */
export function comparisonToMarkdown(comparison: Comparison): string {
  const escaped = (text: string): string => text.replaceAll("\\", "\\\\").replaceAll("|", "\\|");
  const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(" | ")} |`;
  const blanks = comparison.policies.map(() => "");
  const lines = [...Map.groupBy(comparison.rows, ({ section }) => section)].flatMap(([section, rows]) => [
    row([`**${section}**`, ...blanks]),
    ...rows.map((each) => row([each.title, ...each.cells.map((_, place) => cellText(each, place))])),
  ]);
  const heading = [
    row(["", ...comparison.policies.map(({ title }) => title)]),
    row(["---", ...blanks.map(() => "---")]),
  ];
  return `${[...heading, ...lines, "", ...legend(comparison)].join("\n")}\n`;
}

export function comparisonToJson({ policies, rows }: Comparison): object {
  return {
    format: "rollcall/comparison",
    version: 1,
    policies,
    rows: rows.map(({ section, title, cells, ranks }) => ({
      section,
      title,
      cells: cells.map((cell, place) => ({
        policy: policies[place]?.name,
        rank: ranks[place] ?? null,
        says: cell.map(({ says, clauses, law }) => ({ says, clauses, law })),
      })),
    })),
  };
}
