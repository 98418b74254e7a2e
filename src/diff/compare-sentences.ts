// What is owed in steps and duties of one name: the same act for the same people, set side by side for how binding it is and
// by when. Deadlines in one unit from one moment are compared by their figures; others are shown and not judged.

import { standingValue } from "../analysis/figures.ts";
import { sentencesWithin } from "../analysis/walk.ts";
import type { Deadline, Duty, Modal, Sentence, Value } from "../checker/model.ts";
import { writtenCadence, writtenDeadline } from "../explain/written.ts";
import { sayAct, upperFirst } from "../explain/say.ts";
import type { Unit } from "../units/unit.ts";
import { keyOf } from "../analysis/same.ts";
import { stepPairs } from "./compare-steps.ts";
import type { DiffSide } from "./diff-side.ts";
import { meaningOf } from "./meaning.ts";
import { meant } from "./pair.ts";
import type { Pair } from "./pair.ts";
import { stepTitle } from "./provisions-of-procedures.ts";
import type { Comparison, Verdict } from "./verdict.ts";

export function compareSentences(pair: Pair): readonly Comparison[] {
  const inSteps = stepPairs(pair).flatMap(({ before, after }) =>
    matching(sentencesOf(before.step.items), sentencesOf(after.step.items)).flatMap(([one, other]) =>
      compareSentence(
        pair,
        `${before.procedure.name}.${before.step.name}`,
        stepTitle(before.procedure, before.step),
        one,
        other,
      ),
    ),
  );
  const inDuties = dutyPairs(pair).flatMap(([before, after]) => [
    ...compareCadence(pair, before, after),
    ...matching(before.items, after.items).flatMap(([one, other]) =>
      compareSentence(pair, before.name, `“${before.title}”`, one, other),
    ),
  ]);
  return [...inSteps, ...inDuties];
}

function sentencesOf(items: Parameters<typeof sentencesWithin>[0]): readonly Sentence[] {
  return sentencesWithin(items).map(({ sentence }) => sentence);
}

/** The same act about the same thing, the first with the first. */
function matching(before: readonly Sentence[], after: readonly Sentence[]): readonly (readonly [Sentence, Sentence])[] {
  const left = [...after];
  return before.flatMap((sentence) => {
    const place = left.findIndex((other) => actOf(other) === actOf(sentence));
    if (place < 0) return [];
    const [found] = left.splice(place, 1);
    return found === undefined ? [] : [[sentence, found] as const];
  });
}

function actOf({ act, object, about }: Sentence): string {
  return [act, object ?? "", about ?? ""].join("|");
}

function compareSentence(
  pair: Pair,
  place: string,
  title: string,
  before: Sentence,
  after: Sentence,
): readonly Comparison[] {
  const what = upperFirst(sayAct(pair.first.policy.model, before));
  const base = {
    id: `${place}.${actOf(before)}`,
    before: { says: deadlineWords(before), origin: before.origin },
    after: { says: deadlineWords(after), origin: after.origin },
    turning: [],
    facts: [],
  };
  const changes: Comparison[] = [];
  if (before.modal !== after.modal)
    changes.push({
      ...base,
      kind: "duty",
      title: `${what}, in ${title}`,
      ...modalVerdict(before.modal, after.modal),
      before: { says: before.modal, origin: before.origin },
      after: { says: after.modal, origin: after.origin },
    });
  const [due, dueNow] = [lengthOf(pair.first, before.deadline), lengthOf(pair.second, after.deadline)];
  const sameTime = meaningOf(meant(pair.first), before.deadline) === meaningOf(meant(pair.second), after.deadline);
  if (!sameTime && !(due.kind === "none" && dueNow.kind === "none"))
    changes.push({
      ...base,
      kind: "deadline",
      title: `${what}, in ${title}`,
      ...deadlineVerdict(due, dueNow),
    });
  return changes;
}

const binding: readonly Modal[] = ["may", "should", "must"];

function modalVerdict(before: Modal, after: Modal): { verdict: Verdict; proved: boolean; because: string } {
  const [one, other] = [binding.indexOf(before), binding.indexOf(after)];
  if (one < 0 || other < 0)
    return { verdict: "different", proved: true, because: "what was asked is now forbidden, or the other way round" };
  return other > one
    ? { verdict: "stricter", proved: true, because: `what one ${before} do, one now ${after} do` }
    : { verdict: "looser", proved: true, because: `what one ${before} do, one now only ${after} do` };
}

// ---------------------------------------------------------------- deadlines

type Length =
  | { readonly kind: "none" }
  /** Lengths of one base can be compared. */
  | { readonly kind: "length"; readonly base: string; readonly n: number }
  | { readonly kind: "other" };

function lengthOf(side: DiffSide, deadline: Deadline | undefined): Length {
  if (deadline === undefined) return { kind: "none" };
  if (deadline.kind === "within") {
    const n = numberIn(side, deadline.n);
    const base = `within ${deadline.unit} ${deadline.of === undefined ? "" : keyOf(deadline.of)} ${deadline.closed ?? ""}`;
    return n === undefined ? { kind: "other" } : { kind: "length", base, n };
  }
  const { moment, edge } = deadline;
  if (moment.kind === "hole") return { kind: "none" };
  if (moment.kind === "clock") {
    const n = numberIn(side, moment.time);
    if (n === undefined || edge === "at") return { kind: "other" };
    // The last instant in time: before 09:30 ends a second sooner than by 09:30.
    return { kind: "length", base: "clock", n: edge === "before" ? n - 1 : n };
  }
  if (moment.kind === "end-of-day") return { kind: "length", base: "days", n: 0 };
  if (moment.kind === "counted" && moment.direction === "after") {
    const n = numberIn(side, moment.n);
    return n === undefined
      ? { kind: "other" }
      : { kind: "length", base: `counted ${moment.unit} ${keyOf(moment.of)} ${edge}`, n };
  }
  return { kind: "other" };
}

function numberIn({ policy: { model }, day }: DiffSide, value: Value | number): number | undefined {
  if (typeof value === "number") return value;
  if (value.kind === "constant") return typeof value.value === "number" ? value.value : undefined;
  const standing = value.kind === "parameter" ? standingValue(model, day, value.name) : undefined;
  return standing?.kind === "constant" && typeof standing.value === "number" ? standing.value : undefined;
}

function deadlineVerdict(before: Length, after: Length): { verdict: Verdict; proved: boolean; because: string } {
  if (before.kind === "none" && after.kind !== "none")
    return { verdict: "stricter", proved: true, because: "there was no last day before, and now there is" };
  if (before.kind !== "none" && after.kind === "none")
    return { verdict: "looser", proved: true, because: "there was a last day before, and now there is none" };
  if (before.kind === "length" && after.kind === "length" && before.base === after.base && before.n !== after.n)
    return after.n < before.n
      ? { verdict: "stricter", proved: true, because: "it falls due sooner" }
      : { verdict: "looser", proved: true, because: "it falls due later" };
  return { verdict: "different", proved: true, because: "the last moment is told in another way" };
}

function deadlineWords(sentence: Sentence): string {
  return writtenDeadline(sentence) ?? "no time is said";
}

// ---------------------------------------------------------------- duties

function dutyPairs({ first, second }: Pair): readonly (readonly [Duty, Duty])[] {
  return [...first.policy.model.duties.values()].flatMap((before) => {
    const after = second.policy.model.duties.get(before.name);
    return after === undefined ? [] : [[before, after] as const];
  });
}

function compareCadence(pair: Pair, before: Duty, after: Duty): readonly Comparison[] {
  if (meaningOf(meant(pair.first), before.every) === meaningOf(meant(pair.second), after.every)) return [];
  const [one, other] = [before, after].map(({ every, origin }) => ({
    says: writtenCadence({ every }) ?? "how often is not said",
    origin,
  }));
  if (one === undefined || other === undefined) return [];
  const base = {
    kind: "duty",
    id: before.name,
    title: before.title,
    before: one,
    after: other,
    turning: [],
    facts: [],
  } as const;
  return [{ ...base, ...cadenceVerdict(pair, before.every, after.every) }];
}

type Every = Duty["every"];

const periods: readonly (Unit | "day")[] = ["day", "week", "half-term", "term", "school-year"];

function cadenceVerdict(
  { first, second }: Pair,
  before: Every,
  after: Every,
): { verdict: Verdict; proved: boolean; because: string } {
  if (before.kind === "hole" || after.kind === "hole")
    return before.kind === "hole"
      ? { verdict: "stricter", proved: true, because: "how often was not said before, and now it is" }
      : { verdict: "looser", proved: true, because: "how often was said before, and now it is not" };
  const order =
    before.kind === "period" && after.kind === "period"
      ? periods.indexOf(after.unit) - periods.indexOf(before.unit)
      : before.kind === "quantity" && after.kind === "quantity" && before.unit === after.unit
        ? stepFrom(numberIn(first, before.n), numberIn(second, after.n))
        : undefined;
  if (order === undefined || order === 0)
    return { verdict: "different", proved: true, because: "how often is told in another unit" };
  return order < 0
    ? { verdict: "stricter", proved: true, because: "it comes round more often" }
    : { verdict: "looser", proved: true, because: "it comes round less often" };
}

function stepFrom(before: number | undefined, after: number | undefined): number | undefined {
  return before === undefined || after === undefined ? undefined : after - before;
}
