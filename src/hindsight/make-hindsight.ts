// A school's records and two moments → what was decided at the first on what was known then, against what would have been decided
// on what had become known by the second. Pure: nothing that became known later than that has a part in it.

import { factsOf } from "../runtime/dossier.ts";
import { timingOf } from "../runtime/world.ts";
import type { PupilRecord } from "../school/record.ts";
import { finished } from "../support/finished.ts";
import type { Steps } from "../support/finished.ts";
import { caseInHindsight } from "./case-in-hindsight.ts";
import { correctionsOf } from "./corrections.ts";
import type { Correction } from "./corrections.ts";
import type { Hindsight, HindsightCase } from "./hindsight.ts";
import { lateFactsOf } from "./late-facts.ts";
import { everyoneIn, looksAtOthers, newsOf, nobody, pupilSubject, schoolSubject } from "./subjects.ts";
import type { HindsightQuestion } from "./subjects.ts";

/** `told` hears how many pupils have been looked at. */
export function makeHindsight(question: HindsightQuestion, told?: (done: number, all: number) => void): Hindsight {
  return finished(makingHindsight(question), (done) => told?.(done, question.school.pupils.length));
}

/** Yields the number of pupils that have been looked at. */
export function* makingHindsight(question: HindsightQuestion): Steps<Hindsight> {
  const { policy, school, then, now, pupil } = question;
  const asked = school.pupils.filter((record) => pupil === undefined || record.pupil.id === pupil);
  const others = looksAtOthers(policy);
  // What was put right of one pupil alone turns nothing for another whose rules look at that pupil alone.
  const late = lateIn(question, others ? school.pupils : asked);
  const everyone = everyoneIn(question, late);
  const cases: HindsightCase[] = [];
  for (const [index, record] of asked.entries()) {
    const corrections = late.get(record) ?? [];
    const byOthers = others && late.size > (late.has(record) ? 1 : 0);
    const subject = pupilSubject(question, record, others ? everyone : nobody);
    cases.push(...caseInHindsight(subject, question, corrections, byOthers));
    yield index + 1;
  }
  if (pupil === undefined) {
    const corrections = correctionsOf(
      lateFactsOf(newsOf(school), question.world, timingOf(question.world, new Set()), question),
    );
    cases.push(...caseInHindsight(schoolSubject(question, everyone), question, corrections, late.size > 0));
  }
  return {
    policy: policy.model.name,
    title: policy.model.title,
    school: school.name,
    then,
    now,
    pupils: asked.length,
    pupilsWithLateFacts: asked.filter((record) => late.has(record)).length,
    cases,
  };
}

/** Those of whom something became known late, with what was put right. */
function lateIn(
  { world, then, now }: HindsightQuestion,
  pupils: readonly PupilRecord[],
): ReadonlyMap<PupilRecord, readonly Correction[]> {
  const late = new Map<PupilRecord, readonly Correction[]>();
  for (const record of pupils) {
    const { timing } = factsOf(world, record, then);
    const corrections = correctionsOf(lateFactsOf(record, world, timing, { then, now }));
    if (corrections.length > 0) late.set(record, corrections);
  }
  return late;
}
