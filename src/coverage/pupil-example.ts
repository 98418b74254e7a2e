// A pupil at a moment → an example for the policy's file that says what the policy makes of that pupil today, in its own words.
// What an example cannot say, or what would not come out as written, is left out and counted; nothing is claimed that was not tried.

import { examinePupil } from "../runtime/evaluate.ts";
import type { Obligation, ObligationState, Outcome } from "../runtime/outcome.ts";
import { makeWorld } from "../runtime/world.ts";
import { formatDay } from "../school/day.ts";
import { dayOf } from "../school/moment.ts";
import { exampleText } from "../witness/example-text.ts";
import type { ToldPupil } from "../witness/example-text.ts";
import { recordOf } from "../witness/place-facts.ts";
import { exampleTitles, titleUnlike } from "./example-titles.ts";
import { owedSentence } from "./owed-sentence.ts";
import { provenExamples } from "./proven-examples.ts";
import type { ExampleGround } from "./proven-examples.ts";

export interface PupilExample {
  /** The example in the text form; undefined where the pupil cannot be told in the policy's words. */
  readonly text: string | undefined;
  /** What holds and is owed, and what of it the example expects. */
  readonly found: number;
  readonly expected: number;
}

/** More would hide what matters. */
const MOST = 12;

/** `marks` are only those that are not attended as usual. Names of parents are written as the language writes names. */
export function pupilExample(ground: ExampleGround, wished: string, told: ToldPupil): PupilExample {
  const pupil = withPlainNames(told);
  const { policy, calendar } = ground;
  const world = makeWorld(policy.program, calendar);
  const { outcome } = examinePupil(world, recordOf(calendar, pupil), pupil.at);
  const all = expectationsOf(outcome);
  const title = titleUnlike(wished, new Set(exampleTitles(ground.ast)));
  const tries = all.slice(0, MOST).flatMap((choices, place) =>
    choices.map((words, choice) => {
      const own = `${title}, ${place + 1}.${choice + 1}`;
      return { title: own, place, words, text: exampleText(own, pupil, [words]) };
    }),
  );
  const proven = provenExamples(ground, tries);
  const kept = Map.groupBy(proven, ({ place }) => place);
  const expected = [...kept.values()].flatMap(([best]) => (best === undefined ? [] : [best.words]));
  const whole = { title, text: exampleText(title, pupil, expected) };
  const [text] = expected.length === 0 ? [] : provenExamples(ground, [whole]);
  return { text: text?.text, found: all.length, expected: text === undefined ? 0 : expected.length };
}

/** Of each, the fullest way to say it first. */
function expectationsOf({ statuses, obligations }: Outcome): readonly (readonly string[])[] {
  const owed = new Map<string, readonly string[]>();
  for (const state of ORDER)
    for (const obligation of obligations)
      if (obligation.state === state) {
        const ways = waysToSay(obligation);
        owed.set(ways[0] ?? "", ways);
      }
  const standing = statuses.filter(({ holds }) => holds === true).map(({ name }) => [name]);
  return [...owed.values(), ...standing];
}

/** The most pressing first. */
const ORDER: readonly ObligationState[] = ["overdue", "open", "forbidden", "offered", "done-late", "done"];

function waysToSay(obligation: Obligation): readonly string[] {
  const { state, due } = obligation;
  const sentence = owedSentence(obligation);
  // What is offered or refused has no word for its state: the sentence says it.
  const said = state === "offered" || state === "forbidden" ? sentence : `${state} ${sentence}`;
  return due === undefined ? [said] : [`${said} by ${formatDay(dayOf(due))}`, said];
}

/** A name of the language has small letters, digits and hyphens; two people stay two. */
function withPlainNames(told: ToldPupil): ToldPupil {
  const names = new Map<string, string>();
  for (const { person } of told.pupil.parents) {
    const plain = plainName(person);
    let name = plain;
    for (let count = 2; [...names.values()].includes(name); count++) name = `${plain}-${count}`;
    names.set(person, name);
  }
  const rename = (person: string): string => names.get(person) ?? plainName(person);
  return {
    ...told,
    pupil: { ...told.pupil, parents: told.pupil.parents.map((link) => ({ ...link, person: rename(link.person) })) },
    log: told.log.map(({ person, ...record }) =>
      person === undefined ? record : { ...record, person: rename(person) },
    ),
  };
}

function plainName(person: string): string {
  const plain = person
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "");
  return plain === "" ? "parent" : plain;
}
