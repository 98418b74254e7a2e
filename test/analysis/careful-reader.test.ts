// What careful readers wrote down of each school's policy, in policies/<school>/findings.md: whatever they say the compiler
// reports, `rollcall check` reports on the school or on the trust above it, under that code.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../../src/analysis/rules.ts";
import { compile } from "../../src/compile.ts";
import { messageOf } from "../../src/diagnostics/template.ts";
import { knownDay } from "../../src/school/day.ts";
import type { Span } from "../../src/source/text.ts";
import { libraryOf, readText } from "../policy-files.ts";
import { root } from "../source-files.ts";

const today = knownDay("2026-03-02");

interface Row {
  readonly finding: string;
  readonly clauses: readonly string[];
  readonly codes: readonly string[];
}

interface Reported {
  readonly code: string;
  /** Its sentence, and the lines that it points to with the clauses at their ends. */
  readonly words: string;
}

/** Rows of the table that name a code of the analysis as where the finding is reported. */
function rowsOf(school: string): readonly Row[] {
  const text = readFileSync(`${root}policies/${school}/findings.md`, "utf8");
  return text.split("\n").flatMap((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    const told = /reported (?:by the compiler )?as ((?:`[a-z-]+`(?:, | and )?)+)/.exec(cells.at(-2) ?? "")?.[1] ?? "";
    const codes = [...told.matchAll(/`([a-z-]+)`/g)].map(([, code = ""]) => code).filter((code) => rules.has(code));
    return codes.length === 0 ? [] : [{ finding: cells[1] ?? "", clauses: clausesIn(line), codes }];
  });
}

/** `SLA-009 to SLA-013` is all five. */
function clausesIn(line: string): readonly string[] {
  const single = line.match(/\b[A-Z]{3}-\d{3}\b/g) ?? [];
  const ranges = [...line.matchAll(/\b([A-Z]{3})-(\d{3}) (?:to|–) [A-Z]{3}-(\d{3})\b/g)].flatMap(
    ([, letters = "", from = "", to = ""]) =>
      Array.from(
        { length: Number(to) - Number(from) + 1 },
        (_, index) => `${letters}-${String(Number(from) + index).padStart(3, "0")}`,
      ),
  );
  return [...new Set([...single, ...ranges])];
}

/** On the school's own policy and on every layer above it but the nation's. */
function reportedOn(school: string): readonly Reported[] {
  const file = new URL(`file://${root}policies/${school}/${school}.rollcall`);
  const source = readText(file);
  if (source === undefined) throw new Error(`no policy of ${school}`);
  const { diagnostics, model } = compile(source, libraryOf(file), undefined, today);
  const above = (model?.layers ?? []).filter(({ name, level }) => name !== school && level !== "nation");
  const own = diagnostics.map((diagnostic) => {
    const places = [diagnostic.span, ...diagnostic.labels.map(({ span }) => span)];
    return { code: diagnostic.code, words: [messageOf(diagnostic), ...places.map(linesAt)].join("\n") };
  });
  return [...own, ...above.flatMap(({ name }) => reportedOn(name))];
}

function linesAt({ source, from, to }: Span): string {
  const start = source.text.lastIndexOf("\n", from) + 1;
  const end = source.text.indexOf("\n", to);
  return source.text.slice(start, end === -1 ? undefined : end);
}

const schools = readdirSync(`${root}policies`)
  .filter((name) => existsSync(`${root}policies/${name}/findings.md`))
  .filter((name) => rowsOf(name).length > 0)
  .toSorted();

test("careful readers have written down what they found in every school", () => {
  expect(schools.length).toBeGreaterThanOrEqual(5);
});

describe.each(schools)("what a careful reader found in %s", (school) => {
  const reported = reportedOn(school);

  test.each(rowsOf(school).map((row) => [row.finding, row] as const))("%s is reported", (_, { codes, clauses }) => {
    for (const code of codes) {
      const words = reported.filter((each) => each.code === code).map((each) => each.words);
      expect(words, `${code} on ${school}`).not.toEqual([]);
      // A quarrel is between clauses; other findings may stand where none is cited, such as a policy's head.
      if (code !== "clauses-disagree" || clauses.length === 0) continue;
      const meant = words.filter((each) => clauses.some((clause) => each.includes(clause)));
      expect(meant, `${code} of ${clauses.join(", ")}`).not.toEqual([]);
    }
  });
});
