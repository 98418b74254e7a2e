// Models → one table of what each says, subject by subject, with ranks where one can be stricter than another.

import { surveyOf } from "../analysis/survey.ts";
import type { Model } from "../checker/model.ts";
import type { Comparison, Entry, Row, Subject } from "./comparison.ts";
import { dutySubjects } from "./subjects-of-duties.ts";
import { lawSubjects } from "./subjects-of-law.ts";
import { thresholdSubjects } from "./subjects-of-thresholds.ts";
import { timeSubjects } from "./subjects-of-times.ts";

/** Subjects on which none of them says anything are left out. */
export function compareMany(models: readonly Model[]): Comparison {
  const surveys = models.map((model) => surveyOf(model));
  const subjects = [...timeSubjects, ...thresholdSubjects(surveys), ...dutySubjects, ...lawSubjects];
  const rows = subjects.map((subject): Row => {
    const cells = surveys.map(subject.entries);
    return { section: subject.section, title: subject.title, cells, ranks: ranksOf(subject, cells) };
  });
  return {
    policies: models.map(({ name, title }) => ({ name, title })),
    rows: rows.filter(({ cells }) => cells.some((cell) => cell.length > 0)),
  };
}

/** The strictest size of each policy decides; equal sizes share a rank, and where all are equal there is none. */
function ranksOf({ strictest }: Subject, cells: readonly (readonly Entry[])[]): Row["ranks"] {
  if (strictest === undefined) return cells.map(() => undefined);
  const sign = strictest === "least" ? 1 : -1;
  const sizes = cells.map((cell) => {
    const told = cell.flatMap(({ size }) => (size === undefined ? [] : [size * sign]));
    return told.length === 0 ? undefined : Math.min(...told);
  });
  const order = [...new Set(sizes.filter((size) => size !== undefined))].toSorted((a, b) => a - b);
  return order.length < 2
    ? cells.map(() => undefined)
    : sizes.map((size) => (size === undefined ? undefined : order.indexOf(size) + 1));
}
