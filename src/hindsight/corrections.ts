// Late facts → corrections: what was put right in one go, such as a week's marks that became another code at one moment, and how
// that is said.

import { dayWords, sayMoment, sayWords, sessionWords } from "../explain/say.ts";
import { dayOf, formatTime, secondOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { recordedText } from "../school/recorded-text.ts";
import type { LogRecord } from "../school/record.ts";
import { wordList } from "../support/word-list.ts";
import type { LateFact } from "./late-facts.ts";

/** Facts that became known at one moment and change the same thing in the same way. */
export interface Correction {
  readonly facts: readonly LateFact[];
  readonly known: Moment;
}

/** In the order in which they became known. */
export function correctionsOf(facts: readonly LateFact[]): readonly Correction[] {
  return [...Map.groupBy(facts, alike).values()].flatMap((group) =>
    group[0] === undefined ? [] : [{ facts: group, known: group[0].known }],
  );
}

function alike({ known, between, change }: LateFact): string {
  return JSON.stringify(
    change.kind === "mark"
      ? [known, between > 0, eitherHalf(change.was?.code), eitherHalf(change.is.code)]
      : [known, change.kind, change.kind === "act" ? change.is.id : change.is.at],
  );
}

/** Present is one thing to say, with a sign of its own for either half of the day. */
function eitherHalf(code: string | undefined): string | undefined {
  return code === "\\" ? "/" : code;
}

/** `the mark of Mon 2 Mar, morning, was O and is I, known since Tue 17 Mar 2026, 11:20`; days as seen from `today`. */
export function sayCorrection({ facts, known }: Correction, today: Moment): string {
  const between = Math.max(...facts.map((fact) => fact.between));
  const since = `known since ${sayMoment(known)}`;
  const after =
    between === 0 ? "" : ` after ${between === 1 ? "another correction" : `${between} other corrections`} in between`;
  return `${saysOf(facts, today)}; ${since}${after}`;
}

function saysOf(facts: readonly LateFact[], today: Moment): string {
  const [first, ...rest] = facts;
  const last = rest.at(-1) ?? first;
  if (first === undefined || last === undefined) return "";
  const { change } = first;
  if (change.kind === "arrival") return `signed in ${when(change.is.at, today)}`;
  if (change.kind === "act") return sayAct(change.was, change.is, today);
  const session = ({ change: each }: LateFact): string =>
    each.kind === "mark" ? sessionWords(each.is.day, each.is.half, dayOf(today)) : "";
  const which =
    rest.length === 0
      ? `the mark of ${session(first)}`
      : rest.length === 1
        ? `the marks of ${session(first)}, and ${session(last)}`
        : `${facts.length} marks from ${session(first)}, to ${session(last)}`;
  const [was, is] = rest.length === 0 ? ["was", "is"] : ["were", "are"];
  const now = codesIn(facts.map(({ change: each }) => (each.kind === "mark" ? each.is.code : undefined)));
  if (change.was === undefined) return `${which}, ${was} missing and ${is} ${now}`;
  const before = codesIn(facts.map(({ change: each }) => (each.kind === "mark" ? each.was?.code : undefined)));
  return before === now
    ? `${which}, ${is} still ${now} with other details`
    : `${which}, ${was} ${before} and ${is} ${now}`;
}

function codesIn(codes: readonly (string | undefined)[]): string {
  return wordList([...new Set(codes.filter((code) => code !== undefined))], "or");
}

function sayAct(was: LogRecord | undefined, is: LogRecord, today: Moment): string {
  const thing = ({ act, object }: LogRecord): string =>
    `“${sayWords(act)}${object === undefined ? "" : ` ${sayWords(object)}`}”`;
  const told = `${thing(is)} of ${when(is.happened, today)} (record ${is.id})`;
  if (was === undefined) return `${told} was not in the log yet`;
  const changes = [
    thing(was) === thing(is) ? "" : `said ${thing(was)}`,
    was.happened === is.happened ? "" : `was dated ${when(was.happened, today)}`,
    ...fieldChanges(was, is),
  ].filter((change) => change !== "");
  return `${told} ${changes.length === 0 ? "named other people" : wordList(changes, "and")}`;
}

function fieldChanges({ fields: was }: LogRecord, { fields: is }: LogRecord): readonly string[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => recordedText(was, name) !== recordedText(is, name))
    .map((name) => {
      const [before, after] = [recordedText(was, name), recordedText(is, name)];
      if (before === "") return `had no ${sayWords(name)} (now “${after}”)`;
      return `had the ${sayWords(name)} “${before}”${after === "" ? "" : ` (now “${after}”)`}`;
    });
}

function when(moment: Moment, today: Moment): string {
  return `${dayWords(dayOf(moment), dayOf(today))}, ${formatTime(secondOf(moment))}`;
}
