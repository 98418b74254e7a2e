// How outcomes are said: figures, moments, windows and duties in the words of the school.

import type { Obligation } from "../runtime/outcome.ts";
import type { Figure, Parties } from "../runtime/program.ts";
import { partsOfDay, weekday } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import { dayOf, formatTime, lastInstant, secondOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { MONTHS } from "../school/months.ts";
import { isParents } from "../school/parents.ts";
import { wordList } from "../support/word-list.ts";
import type { FigureType } from "../units/figure-type.ts";
import { formatPercent } from "../units/ratio.ts";
import type { Ratio } from "../units/ratio.ts";
import { unitWords } from "../units/unit.ts";
import type { Titles } from "./reading.ts";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** `Fri 13 Mar 2026`: the weekday first, because that is how an office plans. */
export function sayDay(day: Day): string {
  const { year, month, date } = partsOfDay(day);
  return `${WEEKDAYS[weekday(day) - 1]} ${date} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
}

/** `today`, `yesterday`, `Tue 17 Mar`, and the year only where it is another one. */
export function dayWords(day: Day, today: Day): string {
  if (day === today) return "today";
  if (day === today - 1) return "yesterday";
  const full = sayDay(day);
  return partsOfDay(day).year === partsOfDay(today).year ? full.replace(/ \d{4}$/, "") : full;
}

/** `this morning`, `Tue 10 Mar, afternoon`. */
export function sessionWords(day: Day, half: "AM" | "PM", today: Day): string {
  const part = half === "AM" ? "morning" : "afternoon";
  return day === today ? `this ${part}` : `${dayWords(day, today)}, ${part}`;
}

export function sayMoment(moment: Moment): string {
  return `${sayDay(dayOf(moment))}, ${formatTime(secondOf(moment))}`;
}

/** A deadline: one that ends a second before the minute is `before` that minute. */
export function sayDeadline(due: Moment): string {
  const second = secondOf(due);
  if (due === lastInstant(dayOf(due))) return `by ${sayDay(dayOf(due))}`;
  return second % 60 === 59 ? `before ${sayDay(dayOf(due))}, ${formatTime(second + 1)}` : `by ${sayMoment(due)}`;
}

/** A figure with its base in view: `94.2% (342 of 363 sessions)`. Rounded for reading only; nothing is decided on it. */
export function sayFigure(value: Figure | undefined, type: FigureType): string {
  if (value === undefined) return "not known";
  if (typeof value === "string") return value;
  if (typeof value === "object") {
    if (type.kind === "quantity") return sayHalves(value.n, value.d, type);
    return isWritten(value)
      ? sayShare(value)
      : `${sayShare(value)} (${value.n} of ${value.d} ${unitWords("session", value.d)})`;
  }
  switch (type.kind) {
    case "money":
      return value % 100 === 0
        ? `£${value / 100}`
        : `£${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;
    case "time":
      return formatTime(value);
    case "date":
      return sayDay(value);
    case "percent":
      return `${value * 100}%`;
    case "quantity":
      return `${value} ${unitWords(type.unit, value)}`;
    case "number":
    case "text":
      return String(value);
  }
}

/** As few decimal places as tell it exactly; of what was counted, at most two. */
export function sayShare(value: Ratio): string {
  const most = isWritten(value) ? String(value.d).length - 3 : 2;
  let places = 0;
  while (places < most && (value.n * 100 * 10 ** places) % value.d !== 0) places++;
  return formatPercent(value, places);
}

/** A percentage that somebody wrote down is out of no count of sessions: 95.25% is kept as 9525 of 10,000. */
function isWritten({ d }: Ratio): boolean {
  return d >= 100 && /^10+$/.test(String(d));
}

function sayHalves(n: number, d: number, type: Extract<FigureType, { kind: "quantity" }>): string {
  const whole = Math.floor(n / d);
  const half = n % d === 0 ? "" : "½";
  return `${whole === 0 && half !== "" ? "" : whole}${half} ${unitWords(type.unit, n > 0 && n <= d ? 1 : 2)}`;
}

export function sayWords(name: string): string {
  return name.replaceAll("-", " ");
}

export function sayName(titles: Titles, name: string): string {
  return titles.words.get(name)?.title ?? titles.documents.get(name)?.title ?? sayWords(name);
}

export function sayParties(titles: Titles, parties: Parties): string {
  const names = parties.members.map(({ role, quantifier }) => {
    // A title may explain itself after a comma or a colon, `The school, whoever acts for it`: a sentence needs the name alone.
    const title = lowerFirst(sayName(titles, role).replace(/[,:].*$/, ""));
    return quantifier === undefined ? withArticle(title) : `${quantifier} ${title}`;
  });
  // Two roles may be one person's: a deputy who is the lead as well is told once.
  return wordList([...new Set(names)], parties.joined);
}

/** `the headteacher`, but `all staff` as they are. */
function withArticle(title: string): string {
  return /^(all|any|each|every|the|this) /.test(title) ? title : `the ${title}`;
}

/** Titles keep their capitals only where they begin a sentence, are an abbreviation, or hold a name: `Department for Education`. */
export function lowerFirst(text: string): string {
  return /^[A-Z]-?[a-z]/.test(text) && !/ [A-Z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is to be done, without who and when: `send stage 1 letter to parents`. */
export function sayAct(
  titles: Titles,
  duty: Pick<Obligation, "act" | "object" | "to" | "with" | "through" | "using" | "recording" | "about" | "person">,
): string {
  const whom = duty.to === undefined ? undefined : sayWhom(titles, duty.to, duty.person);
  const parts = [
    ...(sayToWhomFirst(titles, duty, whom) ?? [
      sayDoing(titles, duty),
      whom === undefined ? undefined : `${sayTo(duty)}${whom}`,
    ]),
    duty.with === undefined ? undefined : `with ${sayParties(titles, duty.with)}`,
    duty.about === undefined ? undefined : `about ${sayThing(titles, duty.about)}`,
    duty.through.length === 0 ? undefined : sayChannels(titles, duty.through),
    duty.using === undefined ? undefined : `using ${sayWords(duty.using)}`,
    duty.recording.length === 0 ? undefined : `and note the ${wordList(duty.recording.map(sayWords), "and")}`,
  ];
  return parts.filter((part) => part !== undefined).join(" ");
}

/** `by telephone or in person`; a channel such as `through the letter box` brings its own word. */
export function sayChannels(titles: Titles, channels: readonly string[]): string {
  const names = channels.map((each) => lowerFirst(sayName(titles, each)));
  const isWhole = (name: string): boolean => /^(in|through|on|at|by|face|told) /.test(name);
  if (!names.some(isWhole)) return `by ${wordList(names, "or")}`;
  return wordList(
    names.map((name) => (isWhole(name) ? name : `by ${name}`)),
    "or",
  );
}

/** A parent by name, where it is to parents at all: whom the duty concerns may be another than whom it goes to. */
function sayWhom(titles: Titles, to: Parties, person: string | undefined): string {
  const isToParents = to.members.some(({ role }) => isParents(role));
  return person !== undefined && isToParents ? person : sayParties(titles, to);
}

/** People are asked for things and told of them: with these verbs they stand before the thing. */
function sayToWhomFirst(
  titles: Titles,
  { act, object }: Pick<Obligation, "act" | "object">,
  whom: string | undefined,
): readonly string[] | undefined {
  const link = act === "ask" ? "for" : act === "tell" ? "of" : undefined;
  return link === undefined || object === undefined || whom === undefined
    ? undefined
    : [`${act} ${whom} ${link} ${sayThing(titles, object)}`];
}

/** The act and what it is done to, which stands within an act such as `take-to-class`: `take the pupil to class`. */
function sayDoing(titles: Titles, { act, object }: Pick<Obligation, "act" | "object">): string {
  if (object === undefined) return sayWords(act);
  const thing = sayThing(titles, object);
  const [, verb, where] = /^([a-z]+)-((?:to|from|into|off|out-of)-.+)$/.exec(act) ?? [];
  return verb === undefined || where === undefined
    ? `${sayWords(act)} ${thing}`
    : `${verb} ${thing} ${sayWords(where)}`;
}

/** A document by its title, people by theirs; anything else by the policy's own words. */
function sayThing(titles: Titles, object: string): string {
  const document = titles.documents.get(object)?.title;
  if (document !== undefined) return withArticle(lowerFirst(document));
  const word = titles.words.get(object);
  if (word?.sort === "role" || word?.sort === "service") return withArticle(lowerFirst(word.title));
  return object === "pupil" ? "the pupil" : sayWords(object);
}

/** One sends a letter to parents, issues a notice to them and reports to them; but telephones, consults and works with them. */
function sayTo({ act, object }: Pick<Obligation, "act" | "object">): string {
  if (object !== undefined || /^(report|write|speak|talk|reply)$/.test(act)) return "to ";
  return act.includes("-") && !/-(with|to|for|from|about|of|on|in|up)$/.test(act) ? "to " : "";
}

/** Who owes what by when: `The attendance officer must send … by Fri 20 Mar 2026, 15:25`. */
export function sayObligation(titles: Titles, obligation: Obligation): string {
  const due = obligation.due === undefined ? "" : ` ${sayDeadline(obligation.due)}`;
  return `${upperFirst(sayParties(titles, obligation.actors))} ${obligation.modal} ${sayAct(titles, obligation)}${due}`;
}

export function sayClauses(clauses: readonly string[]): string {
  return clauses.length === 0 ? "" : ` (${clauses.join(", ")})`;
}
