// Findings an example can expect besides conditions and obligations: questions, refusals, missing fields, empty roles,
// duties without a cadence, proposed codes, codes of the day, and what a correction overturned.

import type { CheckedExpectation } from "../checker/example.ts";
import type { Irregularity, Vacancy } from "../runtime/outcome.ts";
import { dayOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { Stage } from "./stage.ts";

export type FindingExpectation = Extract<CheckedExpectation["expectation"], { kind: "finding" }>;

export function matchesFinding(
  stage: Stage,
  expected: FindingExpectation,
  at: Moment,
  vacancies: readonly Vacancy[],
): boolean {
  return findingsOf(stage, expected.what, at, vacancies).some(
    (found) =>
      found.subjects.includes(expected.subject) && (expected.of === undefined || found.of.includes(expected.of)),
  );
}

interface Found {
  readonly subjects: readonly string[];
  readonly of: readonly string[];
}

/** Everything of one kind that stands at the moment, by the names it can be called. */
export function findingsOf(
  stage: Stage,
  what: FindingExpectation["what"],
  at: Moment,
  vacancies: readonly Vacancy[],
): readonly Found[] {
  const { pupil, duties, world } = stage;
  const irregularities = (): readonly Irregularity[] => [
    ...pupil().outcome.irregularities,
    ...duties().outcome.irregularities,
  ];
  switch (what) {
    case "asked":
      return [...pupil().outcome.questions, ...duties().outcome.questions].map(({ decision, question, procedure }) => ({
        subjects: [decision, question],
        of: [procedure],
      }));
    case "refused":
      return irregularities()
        .filter(({ kind }) => kind === "refused" || kind === "wrong-role")
        .map(({ act, object, rule }) => ({ subjects: names(act, object), of: names(rule, object) }));
    case "missing":
      return irregularities()
        .filter(({ kind }) => kind === "missing-field")
        .map(({ act, object, field }) => ({ subjects: names(field), of: names(act, object) }));
    case "unfilled":
      return vacancies.map(({ role, field }) => ({ subjects: [role], of: names(field) }));
    case "unscheduled":
      return world.program.unscheduled.map(({ name }) => ({ subjects: [name], of: [] }));
    case "proposed":
      return pupil()
        .outcome.proposals.filter(({ day }) => day === dayOf(at))
        .map(({ code, half }) => ({ subjects: [code], of: [half === "AM" ? "morning" : "afternoon"] }));
    case "code": {
      const day = dayOf(at);
      return world.program.codes
        .filter(({ from, until }) => (from ?? day) <= day && day <= (until ?? day))
        .map(({ code }) => ({ subjects: [code], of: [] }));
    }
    case "overturned":
      return pupil().outcome.overturned.map(({ obligation: { act, object, procedure } }) => ({
        subjects: names(act, object),
        of: [procedure],
      }));
  }
}

function names(...parts: readonly (string | undefined)[]): readonly string[] {
  return parts.filter((part) => part !== undefined);
}
