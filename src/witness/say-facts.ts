// An invented pupil in one sentence: what the register holds, what is on record, and the day asked.

import { shareWords } from "../analysis/witness.ts";
import { formatDay } from "../school/day.ts";
import { formatTime, secondOf } from "../school/moment.ts";
import type { LogRecord } from "../school/record.ts";
import { wordList } from "../support/word-list.ts";
import { ATTENDED, UNMARKED } from "./plain-facts.ts";
import type { WitnessPupil } from "./plain-facts.ts";

/** `A pupil of year 4 who attends 19 of 20 sessions, exactly 95% (1 coded O), seen at the end of 2026-03-20.` */
export function sayFacts({ facts, day, pupil, arrivals, log }: WitnessPupil): string {
  const { sessions, joins, lastYear } = facts;
  const parts = [
    ...registerWords(sessions, joins, ""),
    ...registerWords(lastYear, true, " at the end of the school year before"),
    ...arrivals.map(({ at }) => `comes through the door at ${formatTime(secondOf(at))}`),
    ...(pupil.flags.length === 0 ? [] : [`is flagged ${pupil.flags.map(({ name }) => name).join(", ")}`]),
    ...(pupil.parents.length === 0
      ? []
      : [`has ${pupil.parents.length === 1 ? "one parent" : `${pupil.parents.length} parents`}`]),
    ...recordWords(log),
  ];
  const what = parts.length === 0 ? "attends every session" : wordList(parts, "and");
  const year = facts.year === 0 ? "of Reception" : facts.year < 0 ? "of the nursery" : `of year ${facts.year}`;
  return `A pupil ${year} who ${what}, seen at the end of ${formatDay(day)}.`;
}

/** The same thing on record several times is said once, with how often. */
function recordWords(log: readonly LogRecord[]): readonly string[] {
  return [...Map.groupBy(log.map(oneRecord), (words) => words)].map(
    ([words, same]) => `has on record ${words}${same.length === 1 ? "" : `, ${same.length} times`}`,
  );
}

function oneRecord({ act, object, fields }: LogRecord): string {
  const words = (name: string | undefined): string => (name ?? "").replaceAll("-", " ");
  if (act === "decide") return `the answer ${fields["answer"] ?? ""} to “${words(object)}”`;
  return `“${`${words(act)} ${words(object)}`.trim()}”`;
}

function registerWords(sessions: readonly string[], joins: boolean, when: string): readonly string[] {
  const told = sessions.filter((code) => code !== UNMARKED);
  const absent = Map.groupBy(
    told.filter((code) => code !== ATTENDED),
    (code) => code,
  );
  const codes = [...absent].map(([code, all]) => `${all.length} coded ${code}`);
  if (told.length === 0) return [];
  if (!joins) return codes.length === 0 ? [] : [`has ${wordList(codes, "and")} and attends all other sessions`];
  const attended = told.filter((code) => code === ATTENDED || code === "L").length;
  const because = codes.length === 0 ? "" : ` (${wordList(codes, "and")})`;
  return [`attends ${shareWords(attended, told.length)}${because}${when}`];
}
