// The same bands stated twice, in per cent and in days or in per cent again, which put one pupil into different bands.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { ratio } from "../../units/ratio.ts";
import { ownTables } from "../bands.ts";
import type { BandTable } from "../bands.ts";
import { contains } from "../interval.ts";
import { pairsOf } from "../pairs.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { isSameTopic, topicOf } from "../topic.ts";
import { SESSIONS_IN_YEAR, shareWords } from "../witness.ts";
import { citation, headOf, plural } from "../wording.ts";

export const messages = defineMessages({
  "bands-disagree": {
    ...warning,
    message:
      'A pupil who misses {missed} of a year of {year} sessions, and so attends {share}, is in "{first}" by `{firstBands}` ({firstClause}) and in "{second}" by `{secondBands}` ({secondClause}).',
    hint: "State the bands once, or let the edges of both meet at the same pupil: a year has 190 days of two sessions.",
  },
});

/** Two tables whose bands are called alike, one after the other, over one and the same time. */
export const bandsDisagree: Rule = (survey) =>
  pairsOf(ownTables(survey)).flatMap(([first, second]) =>
    areOneTable(first, second) ? disagreement(first, second) : [],
  );

function disagreement(first: BandTable, second: BandTable): readonly Diagnostic[] {
  for (let missed = 0; missed <= SESSIONS_IN_YEAR; missed++) {
    const [one, other] = [rowOf(first, missed), rowOf(second, missed)];
    if (one === undefined || other === undefined || one === other) continue;
    const [firstRow, secondRow] = [first.stretches[one]?.row, second.stretches[other]?.row];
    if (firstRow === undefined || secondRow === undefined) continue;
    const args = {
      missed: plural(missed, "session"),
      year: SESSIONS_IN_YEAR,
      share: shareWords(SESSIONS_IN_YEAR - missed, SESSIONS_IN_YEAR),
      first: firstRow.title,
      firstBands: first.bands.name,
      firstClause: citation(firstRow.origin),
      second: secondRow.title,
      secondBands: second.bands.name,
      secondClause: citation(secondRow.origin),
    };
    const labels = [{ span: firstRow.origin.span, text: "by this row" }];
    const witness = { missed, possible: SESSIONS_IN_YEAR };
    return [messages.bandsDisagree(args, headOf(secondRow.origin), { labels, witness })];
  }
  return [];
}

/** Which row takes a pupil who has missed so many sessions of a whole year. */
function rowOf({ figure, stretches }: BandTable, missed: number): number | undefined {
  const attended = SESSIONS_IN_YEAR - missed;
  const figureOfPupil =
    figure.kind === "share"
      ? ratio(attended, SESSIONS_IN_YEAR)
      : ratio(countsAbsence(figure) ? missed : attended, figure.kind === "days" ? 2 : 1);
  const row = stretches.findIndex(({ interval }) => contains(interval, figureOfPupil));
  return row === -1 ? undefined : row;
}

function countsAbsence({ value }: BandTable["figure"]): boolean {
  return "of" in value && value.of.category === "absent";
}

function areOneTable(first: BandTable, second: BandTable): boolean {
  const rows = first.stretches.length;
  return (
    rows === second.stretches.length &&
    isOfYear(first) &&
    isOfYear(second) &&
    first.stretches.every(({ row }, index) => {
      const other = second.stretches[index]?.row.title;
      return other !== undefined && isSameTopic(wordsOnly(row.title), wordsOnly(other));
    })
  );
}

/** What a band is called, without its figures: `Good, 96 to 98%` and `Good, 4 to 7 days` are one band. */
function wordsOnly(title: string): ReadonlySet<string> {
  const [name = ""] = title.split(/[,:(]/);
  return topicOf(name);
}

/** All attendance or all absence of this pupil this year. */
function isOfYear({ figure: { value, window } }: BandTable): boolean {
  if (window?.kind !== "this" || window.period !== "school-year" || !("of" in value)) return false;
  const { category, codes } = value.of;
  const ofPupil = !("population" in value) || value.population.kind === "pupil";
  return ofPupil && codes.length === 0 && (category === "absent" || category === "attended");
}
