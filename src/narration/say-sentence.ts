// Who must do what, by when → one English sentence, told to parents or to staff.

import type { Condition, Deadline, Parties, Sentence } from "../checker/model.ts";
import { lowerFirst, sayAct, sayChannels, sayParties, sayWords, upperFirst } from "../explain/say.ts";
import { wordList } from "../support/word-list.ts";
import { sayCondition } from "./say-condition.ts";
import { sayMomentOf } from "./say-moment.ts";
import { sayActWithin, sayObject } from "./say-object.ts";
import { eventWords, sayLength, sayLimit } from "./say-value.ts";
import type { Voice } from "./voice.ts";

const PARENTS: ReadonlySet<string> = new Set(["parent", "parents"]);

export function areParents(parties: Parties | undefined): boolean {
  return parties?.members.some(({ role }) => PARENTS.has(role)) === true;
}

/** `You must report the absence by telephone before 09:30.` */
export function saySentence(voice: Voice, sentence: Sentence): string {
  const deadline = sentence.deadline === undefined ? undefined : sayDeadlineOf(voice, sentence.deadline);
  const who = whoWords(voice, sentence.actors);
  // `All staff must not` would leave it open to some of them.
  const parts = [
    sentence.modal === "must not" ? who.replace(/^all /, "") : who,
    sentence.modal,
    doingWords(voice, sentence),
    deadline,
  ];
  const words = parts.filter((part) => part !== undefined && part !== "").join(" ");
  const said = upperFirst(voice.to === "parents" ? words.replaceAll(/\bthe pupils?\b/g, "your child") : words);
  return `${said}${sayGuard(voice, sentence.guard)}.`;
}

function whoWords(voice: Voice, parties: Parties): string {
  if (voice.to === "staff" || !areParents(parties)) return sayParties(voice.model, parties);
  const others = parties.members.filter(({ role }) => !PARENTS.has(role));
  const each = parties.members.some(({ role, quantifier }) => PARENTS.has(role) && quantifier === "each");
  const you = each ? "each of you" : "you";
  return wordList(
    [you, ...others.map((other) => sayParties(voice.model, { ...parties, members: [other] }))],
    parties.joined,
  );
}

/** What is done, with parents and their child in the words of the voice. What staff note down is no part of what parents read. */
function doingWords(voice: Voice, sentence: Sentence): string {
  const { to, with: along, through, actors } = sentence;
  const forParents = voice.to === "parents";
  const toYou = forParents && areParents(to) ? whoWords(voice, to as Parties) : undefined;
  const act = sayAct(voice.model, {
    ...sentence,
    ...asked(sentence),
    through: [],
    recording: forParents && !areParents(actors) ? [] : sentence.recording,
    ...(toYou === undefined ? {} : { person: toYou }),
  });
  const withYou =
    forParents && along !== undefined && areParents(along)
      ? act.replace(`with ${sayParties(voice.model, along)}`, `with ${whoWords(voice, along)}`)
      : act;
  const by = through.length === 0 ? "" : ` ${sayChannels(voice.model, through)}`;
  const told = forParents ? withYou.replace(" and note the ", " and give the ") : withYou;
  return `${withArticles(voice, { ...sentence, ...asked(sentence) }, told)}${by}`;
}

/** `ask-details` to somebody is to ask somebody for details. */
function asked({ act, object, to }: Sentence): Partial<Pick<Sentence, "act" | "object">> {
  const [, verb, thing] = /^(ask|tell)-(.+)$/.exec(act) ?? [];
  return verb === undefined || thing === undefined || object !== undefined || to === undefined
    ? {}
    : { act: verb, object: thing };
}

/** Things that have no title stand bare in the rules, and with their article in a sentence. */
export function withArticles(
  voice: Pick<Voice, "model">,
  {
    act,
    object,
    using,
    about,
  }: Pick<Sentence, "act"> & Partial<Record<"object" | "using" | "about", string | undefined>>,
  said: string,
): string {
  const whole = object === undefined ? said.replace(sayWords(act), bareActWords(act)) : thingWords(voice, object, said);
  const used = using === undefined ? whole : whole.replace(`using ${sayWords(using)}`, `using the ${sayWords(using)}`);
  return about === undefined || isTitled(voice, about)
    ? used
    : used.replace(`about ${sayWords(about)}`, `about ${sayObject(about)}`);
}

/** `ask-evidence` of nobody in particular is to ask for evidence. */
function bareActWords(act: string): string {
  return sayActWithin(act)
    .replace(/^ask (?!for )/, "ask for ")
    .replace(/^tell (?=.)/, "tell of ");
}

/** Papers and people are said by their titles already. */
function isTitled({ model }: Pick<Voice, "model">, name: string): boolean {
  const sort = model.words.get(name)?.sort;
  return model.documents.has(name) || sort === "role" || sort === "service" || name === "pupil";
}

function thingWords(voice: Pick<Voice, "model">, object: string, said: string): string {
  const title = voice.model.documents.get(object)?.title;
  // A title such as `Leave refused` or `About the placement` is no name of a thing.
  if (title !== undefined && /^(?:about|for|on|please|to) |ed$/i.test(title))
    return said.replace(`the ${lowerFirst(title)}`, `the paper “${title}”`);
  const words = ` ${sayWords(object)}`;
  const question = voice.model.decisions.get(object)?.question;
  if (question !== undefined) return said.replace(words, `: “${question}”`);
  const place = isTitled(voice, object) ? -1 : said.indexOf(words, 1);
  return place < 0 ? said : `${said.slice(0, place)} ${sayObject(object)}${said.slice(place + words.length)}`;
}

/** `, if …` or `, unless …`; empty where nothing guards. */
export function sayGuard(voice: Voice, guard: Condition | undefined): string {
  if (guard === undefined) return "";
  return guard.kind === "not" ? `, ${unlessWords(voice, guard.part)}` : `, if ${sayCondition(voice, guard)}`;
}

/** `unless …`, or `if …` of what is denied already. */
export function unlessWords(voice: Voice, condition: Condition): string {
  return condition.kind === "not"
    ? `if ${sayCondition(voice, condition.part)}`
    : `unless ${sayCondition(voice, condition)}`;
}

/** Where a day that is counted out may be no school day (S6). */
function closedWords(closed: "next" | "last" | undefined): string {
  if (closed === undefined) return "";
  return `, or by the ${closed === "next" ? "next school day" : "last school day before"} where that ends on a day without school`;
}

function sayDeadlineOf(voice: Voice, deadline: Deadline): string {
  if (deadline.kind === "within") {
    const isFree = deadline.of === undefined || sayLimit(voice, deadline.n) === undefined;
    const of = isFree ? "" : ` of ${eventWords(voice, deadline.of)}`;
    return `within ${sayLength(voice, deadline.n, deadline.unit)}${of}${closedWords(deadline.closed)}`;
  }
  // To parents it is said once for the whole page.
  if (deadline.moment.kind === "hole") return voice.to === "parents" ? "" : "(no time given)";
  if (deadline.moment.kind === "counted" && deadline.moment.direction === "beginning with")
    return `within ${sayMomentOf(voice, deadline.moment)}`;
  return `${deadline.edge} ${sayMomentOf(voice, deadline.moment)}`;
}
