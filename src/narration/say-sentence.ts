// Who must do what, by when → one English sentence, told to parents or to staff.

import type { Condition, Deadline, Parties, Sentence } from "../checker/model.ts";
import { lowerFirst, sayAct, sayName, sayParties, upperFirst } from "../explain/say.ts";
import { wordList } from "../support/word-list.ts";
import { sayCondition } from "./say-condition.ts";
import { sayMomentOf } from "./say-moment.ts";
import { eventWords, sayLength } from "./say-value.ts";
import type { Voice } from "./voice.ts";

const PARENTS: ReadonlySet<string> = new Set(["parent", "parents"]);

export function areParents(parties: Parties | undefined): boolean {
  return parties?.members.some(({ role }) => PARENTS.has(role)) === true;
}

/** `You must report the absence by telephone before 09:30.` */
export function saySentence(voice: Voice, sentence: Sentence): string {
  const deadline = sentence.deadline === undefined ? undefined : sayDeadlineOf(voice, sentence.deadline);
  const parts = [whoWords(voice, sentence.actors), sentence.modal, doingWords(voice, sentence), deadline];
  const said = upperFirst(parts.filter((part) => part !== undefined && part !== "").join(" "));
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

/** What is done, with parents and their child in the words of the voice. */
function doingWords(voice: Voice, sentence: Sentence): string {
  const { to, with: along, through } = sentence;
  const toYou = voice.to === "parents" && areParents(to) ? whoWords(voice, to as Parties) : undefined;
  const act = sayAct(voice.model, { ...sentence, through: [], ...(toYou === undefined ? {} : { person: toYou }) });
  const withYou =
    voice.to === "parents" && along !== undefined && areParents(along)
      ? act.replace(`with ${sayParties(voice.model, along)}`, `with ${whoWords(voice, along)}`)
      : act;
  const by = through.length === 0 ? "" : ` ${channelWords(voice, through)}`;
  return `${voice.to === "parents" ? withYou.replaceAll("the pupil", "your child") : withYou}${by}`;
}

/** `by telephone or in person`; a channel such as `through the letter box` brings its own word. */
function channelWords({ model }: Voice, through: readonly string[]): string {
  const names = through.map((each) => lowerFirst(sayName(model, each)));
  const words = wordList(names, "or");
  return /^(in|through|on|at|by|face) /.test(words) ? words : `by ${words}`;
}

/** `, if …` or `, unless …`; empty where nothing guards. */
export function sayGuard(voice: Voice, guard: Condition | undefined): string {
  if (guard === undefined) return "";
  return guard.kind === "not" ? `, unless ${sayCondition(voice, guard.part)}` : `, if ${sayCondition(voice, guard)}`;
}

function sayDeadlineOf(voice: Voice, deadline: Deadline): string {
  if (deadline.kind === "within") {
    const of = deadline.of === undefined || deadline.of.kind === "start" ? "" : ` of ${eventWords(voice, deadline.of)}`;
    return `within ${sayLength(voice, deadline.n, deadline.unit)}${of}`;
  }
  if (deadline.moment.kind === "hole") return "(no time given)";
  return `${deadline.edge} ${sayMomentOf(voice, deadline.moment)}`;
}
