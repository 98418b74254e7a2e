// One pupil, or the school, and what was put right of them → the decisions that would have been others, each with the fewest
// corrections that turned it, and what was done meanwhile.

import type { Case } from "../explain/case.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import { followedFrom } from "./acted-on.ts";
import type { Correction } from "./corrections.ts";
import { differencesOf } from "./differences.ts";
import type { Difference } from "./differences.ts";
import { sayDifference } from "./findings.ts";
import type { HindsightCase } from "./hindsight.ts";
import type { Interval } from "./late-facts.ts";
import type { Subject } from "./subjects.ts";
import { fewestThat } from "./turned-by.ts";

/** What may turn a decision: a correction, or the marks of other pupils in the rate of a class, year group or school. */
type Source = Correction | "others";

/** Nothing where nothing became known late and nothing would have been decided otherwise. */
export function caseInHindsight(
  subject: Subject,
  { then: moment, now }: Interval,
  corrections: readonly Correction[],
  byOthers: boolean,
): readonly HindsightCase[] {
  const sources: readonly Source[] = [...corrections, ...(byOthers ? (["others"] as const) : [])];
  if (sources.length === 0) return [];
  const open = (known: readonly Source[]): Case =>
    subject.hadBeenKnown(
      known.filter((each) => each !== "others"),
      known.includes("others"),
    );
  const [then, hindsight] = [open([]), open(sources)];
  const differences = differencesOf(then.outcome, hindsight.outcome);
  if (differences.length === 0 && corrections.length === 0) return [];
  const made = signsBy(sources, (known) => differencesOf(then.outcome, open(known).outcome));
  const at = oncePerMoment(subject.at);
  // Days are told as they are seen by whoever looks back.
  const cases = { then: { ...then, asOf: now }, hindsight: { ...hindsight, asOf: now } };
  const found = differences.map((difference) => {
    const by = fewestThat((known) => made(known).has(signOf(difference)), sources);
    const turnedBy = by.filter((each) => each !== "others");
    // Where others' marks alone turned it, it was believed until now.
    const turned = turnedBy.length === 0 ? now : Math.max(...turnedBy.map(({ known }) => known));
    const since = { present: at(now), before: at(Math.max(moment, turned - 1)), after: at(turned) };
    const finding = {
      ...sayDifference(difference, cases, since),
      turnedBy,
      turnedByOthers: by.includes("others"),
    };
    return { finding, followed: followedFrom(difference, since, moment) };
  });
  const followed = new Map(found.flatMap((each) => each.followed.map((acted) => [acted.record, acted])));
  return [
    {
      ...withoutUndefined({ pupil: subject.pupil }),
      corrections,
      findings: found.map(({ finding }) => finding),
      followed: [...followed.values()].toSorted((a, b) => a.at - b.at),
    },
  ];
}

function oncePerMoment<T>(make: (moment: number) => T): (moment: number) => T {
  const made = new Map<number, T>();
  return (moment) => {
    const one = made.get(moment) ?? make(moment);
    made.set(moment, one);
    return one;
  };
}

/** The differences that some of the sources make, each choice of them decided once. */
function signsBy(
  all: readonly Source[],
  decide: (known: readonly Source[]) => readonly Difference[],
): (known: readonly Source[]) => ReadonlySet<string> {
  const decided = new Map<string, ReadonlySet<string>>();
  return (known) => {
    const key = known.map((each) => all.indexOf(each)).join(" ");
    const signs = decided.get(key) ?? new Set(decide(known).map(signOf));
    decided.set(key, signs);
    return signs;
  };
}

/** What makes a difference the same one: the decision, and what would have been decided. */
function signOf({ key, kind, hindsight }: Difference): string {
  if (kind !== "obligation" || hindsight === undefined) return JSON.stringify([key, hindsight]);
  const { state, opened, due, doneBy } = hindsight;
  return JSON.stringify([key, state, opened, due, doneBy]);
}
