// Thresholds of attendance and what each of them starts: one row for each figure that any of the policies names, from the
// highest down; then the counts of sessions that start something.

import type { PlacedThreshold, Survey } from "../analysis/survey.ts";
import { numberOf } from "../analysis/figures.ts";
import type { PlacedCondition } from "../analysis/places.ts";
import type { SessionSet, Value } from "../checker/model.ts";
import { oneLine } from "../source/one-line.ts";
import { edgeWords } from "../units/edge.ts";
import { compareRatio, formatPercent, ratio } from "../units/ratio.ts";
import type { Ratio } from "../units/ratio.ts";
import { remainder } from "../analysis/exact.ts";
import { distinctEntries, entryOf } from "./comparison.ts";
import type { Entry, Subject } from "./comparison.ts";

/** One subject for each share of attendance that any policy names. */
export function thresholdSubjects(surveys: readonly Survey[]): readonly Subject[] {
  const limits = surveys.flatMap((survey) =>
    [...shareThresholds(survey), ...bandThresholds(survey)].map(({ at }) => at),
  );
  const falling = limits
    .toSorted((a, b) => compareRatio(b, a))
    .filter((at, place, all) => place === 0 || compareRatio(at, all[place - 1] ?? ratio(0, 1)) !== 0);
  const shares = falling.map((at): Subject => ({
    section: "Attendance thresholds, and what each starts",
    title: percentWords(at),
    entries: (survey) =>
      distinctEntries(
        [...shareThresholds(survey), ...bandThresholds(survey)]
          .filter((each) => compareRatio(each.at, at) === 0)
          .map(({ entry }) => entry),
      ),
  }));
  return [...shares, ...countSubjects];
}

interface Placed {
  readonly at: Ratio;
  readonly entry: Entry;
}

function shareThresholds(survey: Survey): readonly Placed[] {
  return survey.thresholds.flatMap((place) => {
    const { figure, limit, comparison } = place.threshold;
    const { value } = figure;
    if (value.kind !== "rate" || value.of.category !== "attended" || value.population.kind !== "pupil") return [];
    const asAbsence = isAbsence(survey, comparison.left);
    const words = asAbsence
      ? `absence ${edgeWords(comparison.edge)} ${percentWords(limit)}`
      : edgeWords(comparison.edge);
    const entry = entryOf(survey, place.origin, `${words}: ${whatFollows(survey, place)}`);
    return [{ at: asAbsence ? remainder(limit) : limit, entry }];
  });
}

/** Whether the author tells it as absence, by that word or by a figure of one's own. */
function isAbsence(survey: Survey, value: Value): boolean {
  if (value.kind === "rate") return value.of.category === "absent";
  const rows = value.kind === "measure" ? (survey.model.measures.get(value.name)?.rows ?? []) : [];
  return rows.some((row) => row.value.kind !== "measure" && isAbsence(survey, row.value));
}

function bandThresholds(survey: Survey): readonly Placed[] {
  const { model, day } = survey;
  return [...model.bands.values()].flatMap(({ of, rows }) =>
    of.kind !== "rate" || of.of.category !== "attended"
      ? []
      : rows.flatMap(({ edges, title, origin }) =>
          edges.flatMap(({ edge, value }) => {
            const at = numberOf(model, day, value);
            const isLower = edge === "from" || edge === "at-least" || edge === "above" || edge === "more-than";
            return at === undefined || !isLower
              ? []
              : [{ at, entry: entryOf(survey, origin, `${edgeWords(edge)}: “${title}”`) }];
          }),
        ),
  );
}

/** The step it opens, the procedure it starts; of a status, also what that starts. */
function whatFollows(survey: Survey, { step, procedure, declaration, part }: PlacedCondition): string {
  const own = step?.title ?? procedure?.title ?? declaration.title;
  const title = `“${own === "" ? (step?.name ?? declaration.name).replaceAll("-", " ") : own}”`;
  if (part === "ends") return `${title} ends`;
  if (part !== "status") return title;
  const started = survey.conditions.filter(
    (place) =>
      place.procedure !== undefined &&
      (place.part === "starts" || place.part === "trigger") &&
      namesStatus(place, declaration.name),
  );
  const titles = [...new Set(started.map((place) => place.step?.title ?? place.procedure?.title ?? ""))].filter(
    (each) => each !== own,
  );
  return titles.length === 0 ? title : `${title}, which starts ${titles.map((each) => `“${each}”`).join(", ")}`;
}

function namesStatus({ condition }: PlacedCondition, name: string): boolean {
  return JSON.stringify(condition, (key, value: unknown) => (key === "span" ? undefined : value)).includes(
    `"kind":"status","name":"${name}"`,
  );
}

const counted: readonly { readonly title: string; readonly takes: (set: SessionSet) => boolean }[] = [
  { title: "unauthorised sessions", takes: ({ category }) => category === "unauthorised" },
  {
    title: "late arrivals",
    takes: ({ category, codes }) =>
      category === "late" || codes.includes("L") || (codes.length === 1 && codes[0] === "U"),
  },
  { title: "illness", takes: ({ codes }) => codes.length === 1 && codes[0] === "I" },
];

const countSubjects: readonly Subject[] = counted.map(({ title, takes }) => ({
  section: "Counts, and what each starts",
  title,
  entries: (survey) =>
    distinctEntries(
      survey.thresholds.flatMap((place) => {
        const { value } = place.threshold.figure;
        if (place.part === "gate" || !isCount(value.kind) || !("of" in value) || !takes(value.of)) return [];
        return [entryOf(survey, place.origin, `${countWords(place)}: ${whatFollows(survey, place)}`)];
      }),
    ),
}));

function isCount(kind: string): boolean {
  return kind === "sessions" || kind === "days" || kind === "occasions" || kind === "run";
}

/** `unauthorised sessions in 10 school weeks at least 10 sessions`: the author's words, and the figure behind a name. */
function countWords({ threshold: { comparison, limit, figure } }: PlacedThreshold): string {
  const written = oneLine(figure.value.span).replace(/^count of /, "");
  const right = comparison.right.kind === "parameter" ? String(limit.n) : oneLine(comparison.right.span);
  return `${written} ${edgeWords(comparison.edge)} ${right}`;
}

function percentWords(at: Ratio): string {
  return formatPercent(at, 6).replace(/\.?0+%$/, "%");
}
