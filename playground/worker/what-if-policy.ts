// Two policies → what they lay down otherwise, and what that comes to for whom.

import { comparePolicies, dayOf, positionOf, sayVerdictReason, verdictWords, whomItTouches } from "../../src/index.ts";
import type { DiffSide, PolicyDiff } from "../../src/index.ts";
import { sketchOf } from "./pupil-record.ts";
import type { Ready } from "./ready.ts";
import { idleLines } from "./what-if-idle.ts";
import { openSides } from "./what-if-sides.ts";
import type {
  NotRunning,
  OutcomeChange,
  Place,
  PolicyChange,
  PolicyChangeQuestion,
  ProvisionChange,
  ProvisionSide,
} from "./what-if-protocol.ts";

type Change = PolicyDiff["changes"][number];
type Provision = NonNullable<Change["before"]>;
type Judgement = PolicyDiff["outcomes"][number];

export async function changeOfPolicy(ask: PolicyChangeQuestion): Promise<PolicyChange | NotRunning> {
  const sides = await openSides(ask);
  if (sides.kind === "not-running") return sides;
  const { before, after } = sides;
  const diff = comparePolicies(
    sideOf(before, "before", ask.before.asOf, ask.byDays),
    sideOf(after, "after", ask.after.asOf, ask.byDays),
  );
  return {
    kind: "policy-change",
    provisions: diff.changes.map((change) => provisionChange(before, after, change)),
    outcomes: diff.outcomes.flatMap(outcomeChange),
    same: diff.outcomes.filter(({ verdict }) => verdict === "same").length,
    idle: ask.before.policy.name === ask.after.policy.name ? idleLines(before, after, diff.changes) : [],
  };
}

function sideOf({ compilation, calendar }: Ready, label: string, asOf: number, onDay: boolean): DiffSide {
  const { ready, model } = compilation;
  return { label, policy: { ...ready, model }, calendar, day: dayOf(asOf), onDay };
}

// ---------------------------------------------------------------- what is laid down

function provisionChange(before: Ready, after: Ready, { before: was, after: is }: Change): ProvisionChange {
  const one = is ?? was;
  const lock = is === undefined ? undefined : lockOf(after, is);
  return {
    kind: one?.kind ?? "",
    title: one?.title ?? "",
    before: was === undefined ? undefined : provisionSide(before, was),
    after: is === undefined ? undefined : provisionSide(after, is),
    ...(lock === undefined ? {} : { lock }),
  };
}

function provisionSide(ready: Ready, { says, origin }: Provision): ProvisionSide {
  return { says, clauses: origin.clauses, place: placeOf(ready, origin.span) };
}

function placeOf({ compilation }: Ready, span: Provision["origin"]["span"]): Place {
  const says = `${span.source.name.split("/").at(-1) ?? ""}, line ${positionOf(span).line}`;
  return span.source === compilation.source ? { says, span: { from: span.from, to: span.to } } : { says };
}

/** Of a figure with a name: which layer holds it, and which way it may still move. */
function lockOf({ compilation: { model } }: Ready, { id, kind }: Provision): string | undefined {
  const parameter = kind === "parameter" ? model.parameters.get(id.split("|")[1] ?? "") : undefined;
  const holding = parameter?.layers.find(({ lock }) => lock !== "free");
  if (holding === undefined) return undefined;
  const level = model.layers.find(({ name }) => name === holding.layer)?.level ?? "nation";
  const [who, whom] =
    holding.layer === model.name ? ["This policy", "whoever extends it"] : [HOLDERS[level], "every policy below it"];
  const how = {
    fixed: "fixes this figure for",
    "may only rise": "lets this figure only rise in",
    "may only fall": "lets this figure only fall in",
    free: "leaves this figure to",
  }[holding.lock];
  return `${who} ${how} ${whom}.`;
}

const HOLDERS: Readonly<Record<string, string>> = {
  nation: "The law",
  authority: "The local authority",
  trust: "The trust",
  school: "The school",
};

// ---------------------------------------------------------------- what that comes to

function outcomeChange(judgement: Judgement): readonly OutcomeChange[] {
  const { kind, id, title, verdict, proved, before, after, turning, witness } = judgement;
  if (verdict === "same") return [];
  return [
    {
      kind,
      id,
      title,
      verdict,
      judged: verdictWords(verdict),
      proved,
      because: sayVerdictReason(judgement),
      before: before.says,
      after: after.says,
      clauses: [...new Set([...before.origin.clauses, ...after.origin.clauses])],
      whom: whomItTouches(turning),
      ...(witness === undefined
        ? {}
        : {
            witness: {
              says: witness.says,
              before: witness.before,
              after: witness.after,
              sketch: sketchOf(witness.pupil),
              asOf: witness.pupil.at,
            },
          }),
    },
  ];
}
