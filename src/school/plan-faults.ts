// What makes a planned calendar senseless: plan → list of faults, each with the path of the value at fault.
// Knows no file; the reader of a calendar file turns each fault into a message at its own line.

import type { CalendarPlan, DaySpan } from "./calendar-plan.ts";
import { formatDay, weekday } from "./day.ts";
import type { Day } from "./day.ts";

export type PlanFaultKind =
  | "ends-before-it-starts"
  | "overlaps-the-one-before"
  | "outside-what-holds-it"
  | "year-too-long"
  | "years-far-apart"
  | "listed-twice"
  | "never-a-school-day";

export interface PlanFault {
  readonly kind: PlanFaultKind;
  /** Where in the plan: property names and list positions, such as `["years", 0, "terms", 1, "from"]`. */
  readonly path: readonly (string | number)[];
  /** What the fault is about, as text for a message: the name or date at fault, and the one it quarrels with. */
  readonly subject: string;
  readonly other: string;
}

/** The fault as a sentence without its full stop. */
export function sayPlanFault({ kind, subject, other }: PlanFault): string {
  const words: Readonly<Record<PlanFaultKind, string>> = {
    "ends-before-it-starts": `ends before it starts, on ${other}`,
    "overlaps-the-one-before": `begins before ${other} is over`,
    "outside-what-holds-it": `reaches beyond ${other}, which holds it`,
    "year-too-long": `is longer than 53 weeks: it ends on ${other}`,
    "years-far-apart": `begins more than three months after ${other}: a school year seems to be missing`,
    "listed-twice": "is listed twice",
    "never-a-school-day": "is no day on which the school could be open",
  };
  return `${subject} ${words[kind]}`;
}

const LONGEST_YEAR = 371; // 53 weeks
const LONGEST_GAP = 92; // a summer without a planned year is believable, a missing year is not

/** Every fault of a plan in reading order; an empty list is the promise that `makeCalendar` relies on. */
export function faultsOfPlan(plan: CalendarPlan): readonly PlanFault[] {
  return [
    ...faultsOfSpans(plan.years, ["years"], undefined),
    ...plan.years.flatMap((year, index) => faultsOfYear(year, plan.years[index - 1], ["years", index])),
    ...plan.years.flatMap((year, yearIndex) => [
      ...faultsOfSpans(year.terms, ["years", yearIndex, "terms"], year),
      ...year.terms.flatMap((term, index) =>
        faultsOfSpans(term.halfTerms, ["years", yearIndex, "terms", index, "halfTerms"], term),
      ),
    ]),
    ...faultsOfDays(plan),
  ];
}

function faultsOfYear(year: DaySpan, before: DaySpan | undefined, path: PlanFault["path"]): readonly PlanFault[] {
  const faults: PlanFault[] = [];
  if (year.to - year.from + 1 > LONGEST_YEAR) {
    faults.push({ kind: "year-too-long", path: [...path, "to"], subject: year.name, other: formatDay(year.to) });
  }
  if (before !== undefined && year.from - before.to - 1 > LONGEST_GAP) {
    faults.push({ kind: "years-far-apart", path: [...path, "from"], subject: year.name, other: before.name });
  }
  return faults;
}

function faultsOfSpans(
  spans: readonly DaySpan[],
  path: PlanFault["path"],
  holder: DaySpan | undefined,
): readonly PlanFault[] {
  const faults: PlanFault[] = [];
  spans.forEach((span, index) => {
    const add = (kind: PlanFaultKind, key: "from" | "to", other: string): void => {
      faults.push({ kind, path: [...path, index, key], subject: span.name, other });
    };
    const before = spans[index - 1];
    if (span.to < span.from) add("ends-before-it-starts", "to", formatDay(span.from));
    if (before !== undefined && span.from <= before.to) add("overlaps-the-one-before", "from", before.name);
    if (holder !== undefined && span.from < holder.from) add("outside-what-holds-it", "from", holder.name);
    if (holder !== undefined && span.to > holder.to) add("outside-what-holds-it", "to", holder.name);
  });
  return faults;
}

function faultsOfDays(plan: CalendarPlan): readonly PlanFault[] {
  const closed = plan.closed.map((closure) => closure.day);
  const oneSession = plan.oneSession.map((short) => short.day);
  return [
    ...faultsOfRepeats(plan.bankHolidays, "bankHolidays"),
    ...faultsOfRepeats(plan.inset, "inset"),
    ...faultsOfRepeats(closed, "closed"),
    ...faultsOfRepeats(oneSession, "oneSession"),
    ...faultsOfIdleDays(plan, plan.inset, "inset", new Set()),
    ...faultsOfIdleDays(plan, oneSession, "oneSession", new Set([...plan.bankHolidays, ...plan.inset, ...closed])),
  ];
}

function faultsOfRepeats(days: readonly Day[], key: string): readonly PlanFault[] {
  const seen = new Set<Day>();
  return days.flatMap((day, index) => {
    if (!seen.has(day)) {
      seen.add(day);
      return [];
    }
    return [{ kind: "listed-twice", path: [key, index], subject: formatDay(day), other: key }];
  });
}

/** A one-session day must be a day the school is open; an INSET day must at least be a weekday of a planned year. */
function faultsOfIdleDays(
  plan: CalendarPlan,
  days: readonly Day[],
  key: "inset" | "oneSession",
  shut: ReadonlySet<Day>,
): readonly PlanFault[] {
  const within = (day: Day): boolean =>
    plan.years.some((year) =>
      key === "inset"
        ? year.from <= day && day <= year.to
        : year.terms.some((term) => term.halfTerms.some((half) => half.from <= day && day <= half.to)),
    );
  return days.flatMap((day, index) =>
    weekday(day) <= 5 && within(day) && !shut.has(day)
      ? []
      : [{ kind: "never-a-school-day", path: [key, index], subject: formatDay(day), other: key }],
  );
}
