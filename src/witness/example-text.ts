// A witness → an `example` of the language: weeks of marks, log lines and the date, which any policy that knows its words can
// run. What must follow is the caller's to say, in the language's own words.

import { formatDay, mondayOf } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import { dayOf, formatMoment, formatTime, lastInstant, secondOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { LogRecord, Mark } from "../school/record.ts";
import { ATTENDED } from "./plain-facts.ts";
import type { WitnessPupil } from "./plain-facts.ts";

/** What of a witness is told. */
export type ToldPupil = Pick<WitnessPupil, "pupil" | "marks" | "arrivals" | "log" | "at">;

/** `expected` are such as `below-target` or `no below-target`; each is asked at the witness's moment. */
export function exampleText(title: string, witness: ToldPupil, expected: readonly string[]): string {
  const { pupil, marks, arrivals, log, at } = witness;
  const lines = [
    pupilLine(witness),
    ...markLines(marks),
    ...arrivals.map((arrival) => `on ${formatDay(dayOf(arrival.at))} ${formatTime(secondOf(arrival.at))} arrives`),
    ...log.map((record) =>
      recordLine(
        record,
        pupil.parents.map(({ person }) => person),
      ),
    ),
    ...expected.map((what) => `on ${momentWords(at)} expect ${what}`),
  ];
  return `example ${quoted(title)} {\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;
}

function pupilLine({ pupil }: ToldPupil): string {
  const flags = pupil.flags.map(({ name }) => name);
  const people = pupil.parents.map(({ person }) => person);
  const from = pupil.onRoll[0]?.from;
  const facts = [
    `year ${pupil.year === 0 ? "reception" : pupil.year === -1 ? "nursery" : pupil.year}`,
    ...(from === undefined ? [] : [`on-roll ${formatDay(from)}`]),
    ...(flags.length === 0 ? [] : [`flagged ${flags.join(", ")}`]),
    ...(people.length === 0 ? [] : [`parents ${people.join(", ")}`]),
  ];
  return `pupil ${facts.join(", ")}`;
}

/** One line for each week that has something to tell. */
function markLines(marks: readonly Mark[]): readonly string[] {
  const codes = new Map(marks.map(({ day, half, code }) => [`${day} ${half}`, code]));
  const dayWords = (day: Day): string => `${codes.get(`${day} AM`) ?? ATTENDED}${codes.get(`${day} PM`) ?? ATTENDED}`;
  const mondays = [...new Set(marks.map(({ day }) => mondayOf(day)))].toSorted((a, b) => a - b);
  return mondays.map((monday) => {
    const week = [0, 1, 2, 3, 4].map((place) => dayWords(monday + place));
    return `week of ${formatDay(monday)} "${week.join(" ")}"`;
  });
}

function recordLine({ act, object, happened, by, person, fields }: LogRecord, parents: readonly string[]): string {
  const withFields = Object.entries(fields).map(([name, value]) => `${name} ${fieldWords(value)}`);
  const doer = by === "parents" ? parents[0] : by;
  return [
    `on ${momentWords(happened)} log ${act}`,
    ...(object === undefined ? [] : [object]),
    ...(doer === undefined ? (by === undefined ? [] : [`by ${by}`]) : [`by ${doer}`]),
    ...(person === undefined || person === doer ? [] : [`to ${person}`]),
    ...(withFields.length === 0 ? [] : [`with ${withFields.join(", ")}`]),
  ].join(" ");
}

/** A day's last instant is the day itself. */
function momentWords(moment: Moment): string {
  const day = dayOf(moment);
  return moment === lastInstant(day) ? formatDay(day) : formatMoment(moment).replace("T", " ");
}

/** Names, dates and numbers stand as they are; anything else in quotation marks. */
function fieldWords(value: string): string {
  return /^([a-z][a-z0-9-]*|\d{4}-\d\d-\d\d|\d+)$/.test(value) ? value : quoted(value);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
