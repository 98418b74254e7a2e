// A comparison of two policies → plain data for programs.

import { formatDay } from "../school/day.ts";
import { formatMoment } from "../school/moment.ts";
import { positionOf } from "../source/text.ts";
import { exampleText } from "../witness/example-text.ts";
import { sayTurning } from "../witness/say-turning.ts";
import type { PolicyDiff } from "./compare-policies.ts";
import type { PopulationDiff } from "./compare-populations.ts";
import type { DiffSide } from "./diff-side.ts";
import type { Provision } from "./provision-list.ts";
import type { Judgement } from "./verdict.ts";

/** Every witness comes with the text of an example that a policy file can take over. */
export function diffToJson(diff: PolicyDiff, population?: PopulationDiff): object {
  const { first, second, changes, outcomes } = diff;
  return {
    format: "rollcall/diff",
    version: 1,
    before: sideToJson(first),
    after: sideToJson(second),
    provisions: changes.map(({ before, after }) => ({
      kind: (before ?? after)?.kind,
      title: (before ?? after)?.title,
      before: before === undefined ? null : provisionToJson(before),
      after: after === undefined ? null : provisionToJson(after),
    })),
    outcomes: outcomes.map(judgementToJson),
    ...(population === undefined ? {} : { population: populationToJson(population) }),
  };
}

function sideToJson({ label, policy: { model }, day }: DiffSide): object {
  return { policy: model.name, label, on: formatDay(day) };
}

function provisionToJson({ says, origin }: Provision): object {
  const { span, clauses, layer } = origin;
  return { says, clauses, layer, place: `${span.source.name}:${positionOf(span).line}` };
}

function judgementToJson({
  kind,
  id,
  title,
  verdict,
  proved,
  because,
  before,
  after,
  turning,
  witness,
}: Judgement): object {
  return {
    kind,
    id,
    title,
    verdict,
    proved,
    because,
    before: before.says,
    after: after.says,
    clauses: [...new Set([...before.origin.clauses, ...after.origin.clauses])],
    only: turning.map((each) => ({ pupilsWith: sayTurning(each), everyone: each.alone })),
    witness:
      witness === undefined
        ? null
        : {
            says: witness.says,
            on: formatDay(witness.pupil.day),
            onAfter: formatDay(witness.second.day),
            before: witness.before,
            after: witness.after,
            example: exampleText(title, witness.pupil, []),
          },
  };
}

function populationToJson({ asOf, pupils, changes, workload }: PopulationDiff): object {
  return {
    asOf: formatMoment(asOf),
    pupils,
    changes,
    workload: workload.map(({ role, weeks }) => ({
      role,
      weeks: weeks.map(({ monday, before, after }) => ({ monday: formatDay(monday), before, after })),
    })),
  };
}
