// Who does what when a pupil is away, how a school climbs its ladder, and by when parents and staff must act: found by the
// nation's acts and by what procedures live on, whatever a school calls its own.

import { national, outsideRoles } from "../analysis/nation.ts";
import type { PlacedSentence } from "../analysis/places.ts";
import { allItems } from "../analysis/places.ts";
import { conditionsWithin } from "../analysis/walk.ts";
import type { Survey } from "../analysis/survey.ts";
import type { Procedure, Sentence, Step } from "../checker/model.ts";
import { lowerFirst, sayAct, sayChannels, sayName, sayWords } from "../explain/say.ts";
import { written, writtenDeadline } from "../explain/written.ts";
import { isParents } from "../school/parents.ts";
import { wordList } from "../support/word-list.ts";
import { distinctEntries, entryOf } from "./comparison.ts";
import type { Entry, Subject } from "./comparison.ts";
import { openingWords } from "./opening-words.ts";

const [ladder, deadlines, away] = ["Stages and letters", "By when", "When a pupil is away"];

export const dutySubjects: readonly Subject[] = [
  { section: ladder, title: "stages", entries: stages },
  { section: ladder, title: "letters", entries: letters },
  {
    section: deadlines,
    title: "parents report an absence",
    entries: saidBy((sentence) => sentence.act === national.reportAbsence),
    strictest: "least",
  },
  { section: deadlines, title: "leave is asked for", entries: leaveNotice },
  { section: deadlines, title: "leave is answered", entries: saidBy(answersLeave) },
  { section: deadlines, title: "evidence of illness", entries: evidence },
  { section: away, title: "first day", entries: firstDay },
  { section: away, title: "later days", entries: laterDays },
  { section: away, title: "home visit", entries: visits },
  { section: away, title: "told outside the school", entries: handedOn },
];

// ---------------------------------------------------------------- the ladder

/** Procedures that climb: at least two steps, and a figure of attendance or of sessions opens them. */
function stages(survey: Survey): readonly Entry[] {
  return [...survey.model.procedures.values()]
    .filter((procedure) => !survey.isNational(procedure))
    .filter((procedure) => procedure.steps.length > 1 && looksAtFigures(survey, procedure))
    .map((procedure) => {
      const steps = procedure.steps.map(({ name, title }) => (title === "" ? sayWords(name) : title));
      return entryOf(survey, procedure.origin, `${procedure.title}: ${steps.join(" → ")}`);
    });
}

function looksAtFigures(survey: Survey, procedure: Procedure): boolean {
  return survey.thresholds.some(
    (place) =>
      place.procedure === procedure &&
      (place.part === "trigger" || place.part === "starts") &&
      (place.threshold.figure.kind === "share" || /session|late|absent/.test(place.threshold.figure.key)),
  );
}

/** Documents that are sent and are letters by name. */
function letters(survey: Survey): readonly Entry[] {
  const { documents } = survey.model;
  const sent = survey.sentences.flatMap(({ sentence }) => {
    const document = sentence.object === undefined ? undefined : documents.get(sentence.object);
    const named = `${sentence.object ?? ""} ${document?.title ?? ""}`;
    return sentence.modal !== "must not" && /letter/i.test(named)
      ? [{ sentence, title: document?.title ?? sayWords(sentence.object ?? "") }]
      : [];
  });
  return distinctEntries(sent.map(({ sentence, title }) => entryOf(survey, sentence.origin, title)));
}

// ---------------------------------------------------------------- deadlines

function saidBy(takes: (sentence: Sentence) => boolean): Subject["entries"] {
  return (survey) =>
    distinctEntries(
      survey.sentences
        .filter(({ sentence }) => takes(sentence) && sentence.modal !== "must not")
        .map(({ sentence }) => {
          const by = writtenDeadline(sentence) ?? "no time said";
          return entryOf(survey, sentence.origin, `${by}${throughWords(survey, sentence)}`, clockOf(sentence));
        }),
    );
}

function throughWords({ model }: Survey, { through }: Sentence): string {
  return through.length === 0 ? "" : `, ${sayChannels(model, through)}`;
}

function clockOf({ deadline }: Sentence): number | undefined {
  if (deadline?.kind !== "by" || deadline.moment.kind !== "clock") return undefined;
  const { time } = deadline.moment;
  return time.kind === "constant" && typeof time.value === "number" ? time.value : undefined;
}

function answersLeave({ act, object }: Sentence): boolean {
  const words = `${act} ${object ?? ""}`;
  return words.includes("leave") && /decide|answer|reply|decision/.test(words);
}

/** How long before its first day: in what has to hold before leave is agreed, and in what parents are asked. */
function leaveNotice(survey: Survey): readonly Entry[] {
  const gates = survey.tests.filter(
    ({ condition, declaration }) =>
      condition.kind === "compare" &&
      condition.left.kind === "elapsed" &&
      declaration.name.includes("leave") &&
      speaksOfLeave(condition.left.window),
  );
  const asked = survey.sentences.filter(
    ({ sentence }) => sentence.act === "ask-leave" && sentence.modal !== "must not",
  );
  return distinctEntries([
    ...gates.map(({ condition, origin }) => entryOf(survey, origin, written(condition.span))),
    ...asked.map(({ sentence }) => entryOf(survey, sentence.origin, writtenDeadline(sentence) ?? "no time said")),
  ]);
}

function speaksOfLeave(window: unknown): boolean {
  return /"act":"ask-leave"/.test(
    JSON.stringify(window, (key, value: unknown) => (key === "span" ? undefined : value)),
  );
}

/** When it is asked for or has to be shown: the conditions around the sentence that asks. */
function evidence(survey: Survey): readonly Entry[] {
  const asking = survey.sentences.filter(
    ({ sentence: { act, object, modal } }) => modal !== "must not" && /evidence/.test(`${act} ${object ?? ""}`),
  );
  return distinctEntries(
    asking.map((place) => {
      const when = place.when
        .filter((condition) => conditionsWithin(condition).length > 0)
        .map((condition) => written(condition.span));
      const by = writtenDeadline(place.sentence);
      const words = [
        when.length === 0 ? placeTitle(place) : `when ${when.join(" and ")}`,
        ...(by === undefined ? [] : [by]),
      ];
      return entryOf(survey, place.sentence.origin, words.join(", "));
    }),
  );
}

function placeTitle({ procedure, duty, declaration }: PlacedSentence): string {
  return `in “${procedure?.title ?? duty?.title ?? declaration.title}”`;
}

// ---------------------------------------------------------------- away

interface AwayStep {
  readonly procedure: Procedure;
  readonly step: Step;
  readonly sentences: readonly Sentence[];
}

function awaySteps({ model }: Survey): readonly AwayStep[] {
  return [...model.procedures.values()]
    .filter(({ anchor }) => anchor.kind === "absence" && anchor.codes.length === 0)
    .flatMap((procedure) =>
      procedure.steps.map((step) => ({
        procedure,
        step,
        sentences: allItems({ ...procedure, steps: [step] }).filter(
          (item): item is Sentence => item.kind === "sentence",
        ),
      })),
    );
}

function isFirstDay({ step: { trigger } }: AwayStep): boolean {
  return trigger.kind === "start";
}

function ofStaff({ actors, modal }: Sentence): boolean {
  return modal !== "must not" && !actors.members.every(({ role }) => isParents(role));
}

function firstDay(survey: Survey): readonly Entry[] {
  return distinctEntries(
    awaySteps(survey)
      .filter(isFirstDay)
      .flatMap(({ sentences }) => sentences.filter(ofStaff).map((sentence) => deedEntry(survey, sentence))),
  );
}

function deedEntry(survey: Survey, sentence: Sentence, before = ""): Entry {
  const by = writtenDeadline(sentence);
  const plain = { ...sentence, recording: [] };
  const who = wordList(
    sentence.actors.members.map(({ role }) => lowerFirst(sayName(survey.model, role))),
    sentence.actors.joined,
  );
  const may = sentence.modal === "must" ? "" : ` (${sentence.modal})`;
  return entryOf(
    survey,
    sentence.origin,
    `${before}${who}: ${sayAct(survey.model, plain)}${by === undefined || /unspecified/.test(by) ? "" : ` ${by}`}${may}`,
  );
}

function laterDays(survey: Survey): readonly Entry[] {
  return awaySteps(survey)
    .filter((each) => !isFirstDay(each) && each.sentences.some(ofStaff))
    .map(({ step }) =>
      entryOf(survey, step.origin, `${openingWords(step)}: ${step.title === "" ? sayWords(step.name) : step.title}`),
    );
}

function visits(survey: Survey): readonly Entry[] {
  return distinctEntries(
    survey.sentences
      .filter(({ sentence: { act, modal } }) => modal !== "must not" && /^visit\b|home-visit/.test(act))
      .map(({ sentence, step }) => deedEntry(survey, sentence, step === undefined ? "" : `${openingWords(step)}, `)),
  );
}

/** To the authority, social care or the police, about an absence that goes on. */
function handedOn(survey: Survey): readonly Entry[] {
  return distinctEntries(
    awaySteps(survey).flatMap(({ step, sentences }) =>
      sentences
        .filter(
          (sentence) =>
            sentence.modal !== "must not" && sentence.to?.members.some(({ role }) => outsideRoles.has(role)) === true,
        )
        .map((sentence) => deedEntry(survey, sentence, `${openingWords(step)}, `)),
    ),
  );
}
