// A hindsight → the sentences that every form of it has in common: what it asks, how many decisions, and what each rests on.

import { sayMoment, upperFirst } from "../explain/say.ts";
import { wordList } from "../support/word-list.ts";
import { sayCorrection } from "./corrections.ts";
import type { Acted, Finding, Hindsight, HindsightCase, Verdict } from "./hindsight.ts";

/** What was asked, in one sentence. */
export function sayAsked({ then, now, title }: Hindsight): string {
  return `What was decided on ${sayMoment(then)}, under the policy “${title}”, beside what would have been decided had everything been known that became known by ${sayMoment(now)}.`;
}

/** What came of it: that nothing would have been otherwise, or how much of what. */
export function saySum({ then, now, pupils, pupilsWithLateFacts, cases }: Hindsight): string {
  if (cases.every(({ corrections, findings }) => corrections.length + findings.length === 0))
    return now === then
      ? "Both moments are one, so nothing can have become known between them: every decision stands as it was made."
      : `Nothing about the time before became known between the two moments (${pupilWords(pupils)} looked at): every decision stands as it was made.`;
  const late = [
    ...(pupilsWithLateFacts === 0 ? [] : [pupils === 1 ? "the pupil" : `${pupilsWithLateFacts} of ${pupils} pupils`]),
    ...(cases.some(({ pupil, corrections }) => pupil === undefined && corrections.length > 0)
      ? ["the school as a whole"]
      : []),
  ];
  const known = `Something became known late of ${late.join(" and of ")}.`;
  const findings = cases.flatMap((each) => each.findings);
  if (findings.length === 0) return `${known} Nothing would have been decided otherwise for it.`;
  const count = (verdict: Verdict): number => findings.filter((each) => each.verdict === verdict).length;
  const acted = findings.filter((each) => each.verdict === "needless" && each.acted.length > 0).length;
  const parts: readonly (readonly [number, string])[] = [
    [count("needless"), `asked for needlessly${acted === 0 ? "" : ` (${acted} acted on already)`}`],
    [count("missed"), "missed"],
    [count("otherwise"), "at another time or with another result"],
    [count("met-either-way"), "met either way"],
    [count("standing"), "about how a pupil stands"],
  ];
  const some = parts.filter(([number]) => number > 0);
  const many = findings.length === 1 ? "One decision" : `${findings.length} decisions`;
  const said =
    some.length === 1
      ? `, ${findings.length === 1 ? "" : "all "}${some[0]?.[1] ?? ""}`
      : `: ${wordList(
          some.map(([number, words]) => `${number} ${words}`),
          "and",
        )}`;
  return `${known} ${many} would have been otherwise${said}.`;
}

function pupilWords(count: number): string {
  return count === 1 ? "one pupil" : `${count} pupils`;
}

/** `(a)` and so on: by which a pupil's corrections are spoken of; after z comes aa. */
export function letterOf(place: number): string {
  const letter = String.fromCodePoint(97 + (place % 26));
  return place < 26 ? letter : `${letterOf(Math.floor(place / 26) - 1)}${letter}`;
}

/** What became known late, each a sentence with its letter before it. */
export function sayCorrections({ corrections }: HindsightCase, { now }: Hindsight): readonly string[] {
  return corrections.map((each, place) => `(${letterOf(place)}) ${upperFirst(sayCorrection(each, now))}.`);
}

/** `(a) and the marks of other pupils`; empty where the pupil has one correction alone, which goes without saying. */
export function sayTurnedBy({ turnedBy, turnedByOthers }: Finding, { corrections }: HindsightCase): string {
  if (corrections.length === 1 && !turnedByOthers) return "";
  const letters = turnedBy.map((each) => `(${letterOf(corrections.indexOf(each))})`);
  return wordList([...letters, ...(turnedByOthers ? ["marks of other pupils"] : [])], "and");
}

/** `send stage 1 letter, by the attendance officer, on Mon 16 Mar 2026, 10:12 (record P0012-4)`. */
export function sayActed({ what, at, record }: Acted): string {
  return `${what}, on ${sayMoment(at)} (record ${record})`;
}

/** `P0012 Maya (4B)`; the school as a whole by its own words. */
export function sayWhose({ pupil }: HindsightCase, together = " "): string {
  if (pupil === undefined) return "The school as a whole";
  const { id, firstName, class: group } = pupil;
  return [id, firstName, group === undefined ? undefined : `(${group})`]
    .filter((part) => part !== undefined)
    .join(together);
}
