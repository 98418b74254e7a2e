// A hindsight → plain data for other programs in an envelope that says what it is, and rows for a spreadsheet.

import { formatDay } from "../school/day.ts";
import { formatMoment } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import { sayCorrection } from "./corrections.ts";
import type { Correction } from "./corrections.ts";
import type { Acted, Finding, Hindsight } from "./hindsight.ts";
import type { LateFact } from "./late-facts.ts";
import { sayActed } from "./say-hindsight.ts";

/** Moments are texts such as `2026-03-13 08:45`, school-local; a correction is spoken of by its place in its pupil's list, from 0. */
export function hindsightToJson(hindsight: Hindsight): object {
  const { policy, title, school, then, now, pupils, pupilsWithLateFacts, cases } = hindsight;
  return {
    format: "rollcall/hindsight",
    version: 1,
    policy: { name: policy, title },
    school,
    then: formatMoment(then),
    now: formatMoment(now),
    pupils,
    pupilsWithLateFacts,
    cases: cases.map(({ pupil, corrections, findings, followed }) => ({
      ...withoutUndefined({ pupil }),
      corrections: corrections.map((each) => correctionToJson(each, now)),
      findings: findings.map((finding) => findingToJson(finding, corrections)),
      followed: followed.map(actedToJson),
    })),
  };
}

function correctionToJson(correction: Correction, today: Moment): object {
  const { facts, known } = correction;
  return { says: sayCorrection(correction, today), known: formatMoment(known), facts: facts.map(factToJson) };
}

function factToJson({ between, change }: LateFact): object {
  const corrected = between === 0 ? {} : { correctedInBetween: between };
  switch (change.kind) {
    case "mark": {
      const { day, half, code } = change.is;
      return {
        kind: "mark",
        day: formatDay(day),
        half,
        ...withoutUndefined({ was: change.was?.code }),
        is: code,
        ...corrected,
      };
    }
    case "act": {
      const { id, act, object, happened } = change.is;
      const was = change.was === undefined ? undefined : formatMoment(change.was.happened);
      return {
        kind: "act",
        record: id,
        act,
        ...withoutUndefined({ object, was }),
        is: formatMoment(happened),
        ...corrected,
      };
    }
    case "arrival":
      return { kind: "arrival", is: formatMoment(change.is.at) };
  }
}

function findingToJson({ turnedBy, acted, ...finding }: Finding, corrections: readonly Correction[]): object {
  return {
    ...finding,
    acted: acted.map(actedToJson),
    turnedBy: turnedBy.map((each) => corrections.indexOf(each)),
  };
}

function actedToJson({ at, ...acted }: Acted): object {
  return { ...acted, at: formatMoment(at) };
}

export const hindsightHeadings = [
  "pupil",
  "first name",
  "class",
  "parent",
  "verdict",
  "what",
  "then",
  "had it been known",
  "already done",
  "now",
  "turned by",
  "clauses",
  "rule",
] as const;

/** One row for each decision that would have been another. */
export function hindsightRows({ cases, now }: Hindsight): readonly (readonly string[])[] {
  return cases.flatMap(({ pupil, findings }) =>
    findings.map((finding) => [
      pupil?.id ?? "",
      pupil?.firstName ?? "",
      pupil?.class ?? "",
      finding.parent ?? "",
      finding.verdict.replaceAll("-", " "),
      finding.what,
      finding.then,
      finding.hindsight,
      finding.acted.map(sayActed).join("; "),
      finding.now ?? "",
      [
        ...finding.turnedBy.map((each) => sayCorrection(each, now)),
        ...(finding.turnedByOthers ? ["marks of other pupils"] : []),
      ].join("; "),
      finding.clauses.join(" "),
      finding.rule,
    ]),
  );
}
