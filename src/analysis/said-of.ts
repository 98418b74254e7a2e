// The policy's own sentences grouped by what is to be done, for rules that ask whether two places agree about one act.

import type { Origin, Parties, Sentence } from "../checker/model.ts";
import { pairsOf } from "./pairs.ts";
import { citedOf, citedStep } from "./places.ts";
import type { PlacedSentence } from "./places.ts";
import type { Survey } from "./survey.ts";
import { listOf } from "./wording.ts";

interface SaidOfAct {
  /** `report missing-from-education` */
  readonly words: string;
  readonly sentences: readonly PlacedSentence[];
}

/** What everybody does to everybody (telephone parents, refer a pupil) says too little to be compared. */
const generalObjects: ReadonlySet<string> = new Set(
  "pupil parents reasons advice views information support help consent agreement concern concerns".split(" "),
);

/** Acts that change somebody's standing: those that only some may do, and those that the law or the policy allows only when. */
export function isWeighty({ model }: Survey, { act }: Sentence): boolean {
  const declared = model.acts.get(act);
  return declared !== undefined && (declared.by.length > 0 || declared.allowedWhen.length > 0);
}

function ownSentencesByAct(survey: Survey): readonly SaidOfAct[] {
  const own = survey.sentences.filter(({ sentence }) => survey.isOwn(sentence) && isOfWeight(survey, sentence));
  const grouped = Map.groupBy(own, ({ sentence }) => [sentence.act, sentence.object ?? ""].join(" ").trim());
  return [...grouped].map(([words, sentences]) => ({ words, sentences }));
}

/** Weighty, or a thing told to somebody who is not a parent. */
function isOfWeight(survey: Survey, sentence: Sentence): boolean {
  if (isWeighty(survey, sentence) || isOfSeries(sentence)) return true;
  const told = namesOf(sentence.to).filter((name) => name !== "parents" && name !== "parent");
  return sentence.object !== undefined && !generalObjects.has(sentence.object) && told.length > 0;
}

/** A later letter of a ladder, from the second on: who gets it has gone through the ones before. */
function isOfSeries({ object }: Sentence): boolean {
  return object !== undefined && /(?:^|-)letter-(?:[2-9]|\d\d)$/.test(object);
}

export function namesOf(parties: Parties | undefined): readonly string[] {
  return parties?.members.map(({ role }) => role) ?? [];
}

export function partyWords(parties: Parties | undefined): string {
  return listOf(namesOf(parties));
}

interface Disagreement {
  /** What is to be done: `report missing-from-education`. */
  readonly words: string;
  readonly first: PlacedSentence;
  readonly second: PlacedSentence;
}

/**
 * For each act the first two sentences, in different declarations and on different clauses, that stand apart as told: one
 * clause may well say a thing in two steps.
 */
export function disagreements(
  survey: Survey,
  areApart: (first: PlacedSentence, second: PlacedSentence) => boolean,
): readonly Disagreement[] {
  return ownSentencesByAct(survey).flatMap(({ words, sentences }) => {
    const pair = pairsOf(sentences).find(
      ([first, second]) =>
        restOnDifferentClauses(first, second) && !areOfDifferentEvents(first, second) && areApart(first, second),
    );
    return pair === undefined ? [] : [{ words, first: pair[0], second: pair[1] }];
  });
}

/** What is owed after a payment and what is owed after a request are two things, though one word is used for both. */
function areOfDifferentEvents({ procedure: one }: PlacedSentence, { procedure: other }: PlacedSentence): boolean {
  return one?.anchor.kind === "act" && other?.anchor.kind === "act" && one.anchor.act !== other.anchor.act;
}

function restOnDifferentClauses(first: PlacedSentence, second: PlacedSentence): boolean {
  const [one, other] = [clausesOf(first), clausesOf(second)];
  return first.declaration !== second.declaration && ![...one].some((clause) => other.has(clause));
}

function clausesOf(place: PlacedSentence): ReadonlySet<string> {
  return new Set(citedSentence(place).clauses);
}

/** The sentence with its own clauses, else those of its step, else those of its declaration. */
export function citedSentence({ sentence, step, declaration }: PlacedSentence): Origin {
  const ofStep = step === undefined ? [] : [citedStep(step)];
  return citedOf(citedOf(sentence.origin, ofStep), [declaration.origin]);
}
