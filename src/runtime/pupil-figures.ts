// What is known of the pupil and of the thing a rule lives on: fields, flags, age, parents (S11).

import { addYears, parseDay, partsOfDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import { parseTime } from "../school/moment.ts";
import { recordedText } from "../school/recorded-text.ts";
import { scopeStart, today, unknown } from "./context.ts";
import type { Context } from "./context.ts";
import type { Facts } from "./facts.ts";
import { holdsBetweenDates, holdsToday, holdsUntilDay, holdsUntilNext } from "./horizon.ts";
import type { Figure, Read, Test } from "./program.ts";

/** The newest value of a field: of the record the rule lives on, else of any record or mark in scope. */
export function fieldText(context: Context, name: string): string | undefined {
  const { facts, instance, now } = context;
  const own = recordedText(instance?.record?.fields ?? {}, name);
  if (own !== "") return own;
  holdsUntilNext(context, facts.log, ({ happened }) => happened);
  const from = scopeStart(context);
  const told = facts.log.findLast(
    ({ happened, fields }) => happened <= now && happened >= from && recordedText(fields, name) !== "",
  );
  if (told !== undefined) return recordedText(told.fields, name);
  const arrivals = facts.arrivals.get(today(context)) ?? [];
  if (facts.arrivals.size > 0) holdsToday(context);
  holdsUntilNext(context, arrivals, ({ at }) => at);
  const arrival = arrivals.findLast(({ at, fields }) => at <= now && recordedText(fields, name) !== "");
  return arrival === undefined ? undefined : recordedText(arrival.fields, name);
}

export type FieldType = "text" | "date" | "time" | "number" | "money";

export function field(name: string, type: FieldType): Read {
  return (context) => {
    const text = fieldText(context, name);
    return text === undefined
      ? unknown(context, { kind: "nothing", what: `${name} is not recorded` })
      : readField(text, type);
  };
}

function readField(text: string, type: FieldType): Figure | undefined {
  switch (type) {
    case "text":
      return text;
    case "date":
      return parseDay(text);
    case "time":
      return parseTime(text);
    case "number":
      return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    case "money": {
      const match = /^£?(\d{1,9})(?:\.(\d\d))?$/.exec(text.replaceAll(",", ""));
      return match === null ? undefined : Number(match[1]) * 100 + Number(match[2] ?? 0);
    }
  }
}

/** The field holds one of these, which are names of one thing. */
export function fieldIs(name: string, values: readonly string[]): Test {
  return (context) => values.includes(fieldText(context, name) ?? "");
}

/** The pupil's record has a flag under one of these names, which are names of one thing. */
export function flag(names: readonly string[]): Test {
  return (context) => {
    holdsBetweenDates(context, context.facts.record.pupil.flags);
    return hasFlag(context.facts, names, today(context));
  };
}

function hasFlag(facts: Facts, names: readonly string[], day: Day): boolean {
  return facts.record.pupil.flags.some(
    (entry) =>
      names.includes(entry.name) &&
      (entry.from === undefined || entry.from <= day) &&
      (entry.until === undefined || entry.until >= day),
  );
}

export function attribute(name: "year" | "age" | "parents" | "contacts"): Read {
  return (context) => {
    const { pupil } = context.facts.record;
    switch (name) {
      case "year":
        return pupil.year;
      case "age":
        return pupil.born === undefined ? undefined : ageToday(context, pupil.born);
      case "parents":
        holdsBetweenDates(context, pupil.parents);
        return parentsOn(context.facts, today(context)).length;
      case "contacts":
        holdsBetweenDates(context, pupil.parents);
        return (
          readField(pupil.attributes["contacts"] ?? "", "number") ?? parentsOn(context.facts, today(context)).length
        );
    }
  };
}

/** Whole years from a birthday to a day. */
export function ageOn(born: Day, day: Day): number {
  const years = partsOfDay(day).year - partsOfDay(born).year;
  return addYears(born, years) > day ? years - 1 : years;
}

/** The age changes on birthdays. */
function ageToday(context: Context, born: Day): number {
  const age = ageOn(born, today(context));
  holdsUntilDay(context, addYears(born, age + 1));
  return age;
}

/** The people who are parents of the pupil in law on a day: responsible, or having care of the child (S11, Education Act 1996 s.576). */
export function parentsOn(facts: Facts, day: Day): readonly string[] {
  const links = facts.record.pupil.parents.filter(
    (link) =>
      (link.from === undefined || link.from <= day) &&
      (link.until === undefined || link.until >= day) &&
      (link.responsibility || (link.livesWith && link.cares)),
  );
  // Two lines about one person, such as an older and a newer, are still one parent.
  return [...new Set(links.map(({ person }) => person))];
}
