// The figures a rule can ask for (S13, S14): sessions, rates, days, spells, acts and answers, each exact or not known.

import type { Day } from "../school/day.ts";
import { addYears, partsOfDay, parseDay } from "../school/day.ts";
import { dayOf, parseTime } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { LogRecord } from "../school/record.ts";
import type { SessionRange, Window } from "../school/window.ts";
import type { CountingUnit } from "../school/counting.ts";
import { holdsAt } from "../units/edge.ts";
import type { Edge } from "../units/edge.ts";
import type { Ratio } from "../units/ratio.ts";
import { actsUpToNow, at, rangeOf, scopeStart, today, unknown } from "./context.ts";
import type { Context } from "./context.ts";
import { spellsOf, sumsOf } from "./facts.ts";
import type { Facts, Spell } from "./facts.ts";
import { ruleDay, stepLife } from "./moments.ts";
import type { Figure, Read, Test, When } from "./program.ts";

/** A window whose ends may hang on something that happened. */
export type Windowing = (context: Context) => Window | undefined;

export type Population = "pupil" | "class" | "year-group" | "school" | `flagged ${string}`;

export function fixed(window: Window): Windowing {
  return () => window;
}

export function since(start: When): Windowing {
  return (context) => {
    const moment = start(context);
    return moment === undefined ? undefined : { kind: "since", moment };
  };
}

export function between(start: When, end: When): Windowing {
  return (context) => {
    const [from, to] = [start(context), end(context)];
    return from === undefined || to === undefined ? undefined : { kind: "between", from, to };
  };
}

// ---------------------------------------------------------------- constants and parameters

export function constant(value: Figure): Read {
  return () => value;
}

/** The value in force: on the day of the notice or request the rule lives on, on the day its instance began, else today (S15). */
export function dated(
  name: string,
  history: readonly { readonly read: Read; readonly from?: Day; readonly until?: Day }[],
): Read {
  return (context) => {
    const day = rulesOf(context);
    const found = history.find(
      ({ from, until }) => (from === undefined || day >= from) && (until === undefined || day <= until),
    );
    return found === undefined ? unknown(context, { kind: "hole", name }) : found.read(context);
  };
}

function rulesOf(context: Context): Day {
  const { instance } = context;
  return instance === undefined || instance.changesApplyAtOnce
    ? today(context)
    : dayOf(instance.started ?? instance.begun);
}

export function hole(name: string): () => undefined {
  return ((context: Context) => unknown(context, { kind: "hole", name })) as () => undefined;
}

// ---------------------------------------------------------------- sessions

function population(context: Context, whose: Population): readonly Facts[] {
  const { facts } = context;
  if (whose === "pupil") return [facts];
  const { pupil } = facts.record;
  const className = context.instance?.className ?? pupil.class;
  return facts.school.filter((other) => {
    if (whose === "school") return true;
    if (whose.startsWith("flagged ")) return hasFlag(other, whose.slice("flagged ".length), today(context));
    return whose === "class" ? other.record.pupil.class === className : other.record.pupil.year === pupil.year;
  });
}

function count(context: Context, set: number, range: SessionRange, whose: Population): number {
  let total = 0;
  for (const facts of population(context, whose)) {
    const sums = sumsOf(facts, set);
    total += (sums[range.to] as number) - (sums[range.from] as number);
  }
  return total;
}

function inWindow<T>(
  context: Context,
  windowing: Windowing,
  read: (range: SessionRange) => T | undefined,
): T | undefined {
  const window = windowing(context);
  const range = window === undefined ? undefined : rangeOf(context, window);
  return range === undefined ? unknown(context, { kind: "nothing", what: "no such window yet" }) : read(range);
}

/** A set's share of the possible sessions; not known while none was possible. */
export function rate(set: number, possible: number, windowing: Windowing, whose: Population = "pupil"): Read {
  return (context) =>
    inWindow(context, windowing, (range): Ratio | undefined => {
      const d = count(context, possible, range, whose);
      if (d === 0) return unknown(context, { kind: "nothing", what: "no session was possible" });
      return { n: count(context, set, range, whose), d };
    });
}

export function sessions(set: number, windowing: Windowing, whose: Population = "pupil"): Read {
  return (context) => inWindow(context, windowing, (range) => count(context, set, range, whose));
}

/** A total of days: sessions ÷ two (S10). */
export function days(set: number, windowing: Windowing): Read {
  return (context) =>
    inWindow(context, windowing, (range): Ratio => ({ n: count(context, set, range, "pupil"), d: 2 }));
}

/** Absences that begin in the window (S10). */
export function occasions(set: number, windowing: Windowing): Read {
  return (context) =>
    inWindow(
      context,
      windowing,
      (range) => spellsOf(context.facts, set).filter(({ first }) => first >= range.from && first < range.to).length,
    );
}

/** The longest run in the window, of sessions, or of days all of whose possible sessions belong (S10). */
export function longestRun(set: number, possible: number, unit: "session" | "school-day", windowing: Windowing): Read {
  return (context) => inWindow(context, windowing, (range) => longest(context.facts, set, possible, unit, range));
}

function longest(
  facts: Facts,
  set: number,
  possible: number,
  unit: "session" | "school-day",
  range: SessionRange,
): number {
  const [members, counted] = [facts.world.members[set] as Uint8Array, facts.world.members[possible] as Uint8Array];
  const { sessionDay } = facts.world.calendar;
  let best = 0;
  let run = 0;
  for (let session = range.from; session < range.to;) {
    const day = sessionDay[session];
    let [held, asked] = [0, 0];
    do {
      const version = facts.sessions[session] as number;
      held += members[version] as number;
      asked += counted[version] === 1 || members[version] === 1 ? 1 : 0;
      session++;
    } while (unit === "school-day" && session < range.to && sessionDay[session] === day);
    if (asked === 0) continue;
    run = held === asked ? run + 1 : 0;
    best = Math.max(best, run);
  }
  return best;
}

/** The last closed session of today belongs to the set; not known before the first register closes or where no mark stands. */
export function sessionNow(set: number): Test {
  return (context) => {
    const range = rangeOf(context, { kind: "today" });
    if (range === undefined || range.from === range.to) return false;
    return (context.facts.world.members[set] as Uint8Array)[context.facts.sessions[range.to - 1] as number] === 1;
  };
}

/** The absence going on at a session number, if any. */
export function spellAt(facts: Facts, set: number, session: number): Spell | undefined {
  return spellsOf(facts, set).find((spell) => spell.first <= session && (spell.endedBy < 0 || session < spell.endedBy));
}

// ---------------------------------------------------------------- acts, fields and answers

/** Records of the act inside the window, or in the scope of the rule where no window is given. */
export function actsIn(
  context: Context,
  act: string,
  object: string | undefined,
  windowing: Windowing | undefined,
): readonly LogRecord[] | undefined {
  if (windowing === undefined) return actsUpToNow(context, act, object, scopeStart(context));
  const window = windowing(context);
  if (window === undefined) return undefined;
  const records = actsUpToNow(context, act, object, Number.NEGATIVE_INFINITY);
  if (window.kind === "since") return records.filter((entry) => entry.happened > window.moment);
  if (window.kind === "between")
    return records.filter((entry) => entry.happened > window.from && entry.happened <= window.to);
  if (window.kind === "ever") return records;
  const range = rangeOf(context, window);
  return range === undefined
    ? undefined
    : records.filter((entry) => dayOf(entry.happened) >= range.fromDay && dayOf(entry.happened) <= range.toDay);
}

const standing = (entry: LogRecord): boolean => (entry.fields["withdrawn"] ?? "") === "";

export function acts(act: string, object?: string, windowing?: Windowing): Read {
  return (context) => actsIn(context, act, object, windowing)?.filter(standing).length;
}

/** 1 + the earlier ones of this parent and pupil in the window, not withdrawn (S11). */
export function ordinal(act: string, windowing: Windowing): Read {
  return (context) => {
    const own = context.instance?.record ?? actsUpToNow(context, act, undefined, Number.NEGATIVE_INFINITY).at(-1);
    if (own === undefined) return undefined;
    const earlier = actsIn(at(context, own.happened), act, undefined, windowing);
    return earlier === undefined
      ? undefined
      : 1 + earlier.filter((entry) => entry.id !== own.id && entry.person === own.person && standing(entry)).length;
  };
}

/** The act is on record: in the window or in scope, and where an edge is given, on the right side of the moment. */
export function done(act: string, object?: string, windowing?: Windowing, edge?: Edge, moment?: When): Test {
  return (context) => {
    const records = actsIn(context, act, object, windowing);
    if (records === undefined) return undefined;
    if (edge === undefined || moment === undefined) return records.length > 0;
    const limit = moment(context);
    if (limit === undefined) return undefined;
    return records.some((entry) => holdsAt(edge, entry.happened < limit ? -1 : entry.happened > limit ? 1 : 0));
  };
}

/** The newest value of a field: of the record the rule lives on, else of any record or mark in scope. */
export function fieldText(context: Context, name: string): string | undefined {
  const own = context.instance?.record?.fields[name];
  if (own !== undefined && own !== "") return own;
  const from = scopeStart(context);
  const found = context.facts.log.findLast(
    (entry) => entry.happened <= context.now && entry.happened >= from && (entry.fields[name] ?? "") !== "",
  );
  if (found !== undefined) return found.fields[name];
  const arrival = context.facts.arrivals
    .get(today(context))
    ?.findLast((entry) => entry.at <= context.now && (entry.fields[name] ?? "") !== "");
  return arrival?.fields[name];
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

export function fieldIs(name: string, value: string): Test {
  return (context) => fieldText(context, name) === value;
}

/** An answer by a permitted role; until there is one, the question is open (S28). */
export function judged(decision: string, question: string, by: readonly string[], answer: string): Test {
  return (context) => {
    const answers = actsUpToNow(context, "decide", decision, scopeStart(context)).filter(
      (entry) => entry.by === undefined || by.includes(entry.by),
    );
    const newest = answers.at(-1);
    return newest === undefined
      ? unknown(context, { kind: "decision", decision, question, by })
      : newest.fields["answer"] === answer;
  };
}

export function flag(name: string): Test {
  return (context) => hasFlag(context.facts, name, today(context));
}

function hasFlag(facts: Facts, name: string, day: Day): boolean {
  return facts.record.pupil.flags.some(
    (entry) =>
      entry.name === name &&
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
        return pupil.born === undefined ? undefined : ageOn(pupil.born, today(context));
      case "parents":
        return parentsOn(context.facts, today(context)).length;
      case "contacts":
        return (
          readField(pupil.attributes["contacts"] ?? "", "number") ?? parentsOn(context.facts, today(context)).length
        );
    }
  };
}

function ageOn(born: Day, day: Day): number {
  const years = partsOfDay(day).year - partsOfDay(born).year;
  return addYears(born, years) > day ? years - 1 : years;
}

/** The people who are parents of the pupil in law on a day: responsible, or having care of the child (S11, Education Act 1996 s.576). */
export function parentsOn(facts: Facts, day: Day): readonly string[] {
  return facts.record.pupil.parents
    .filter(
      (link) =>
        (link.from === undefined || link.from <= day) &&
        (link.until === undefined || link.until >= day) &&
        (link.responsibility || (link.livesWith && link.cares)),
    )
    .map((link) => link.person);
}

/** Whole units gone by in the window: since something, or between two moments, one of which may lie ahead. */
export function elapsed(unit: CountingUnit | "minute" | "hour", windowing: Windowing): Read {
  return (context) => {
    const window = windowing(context);
    if (window === undefined) return undefined;
    const [from, to] =
      window.kind === "since"
        ? [window.moment, context.now]
        : window.kind === "between"
          ? [window.from, window.to]
          : [undefined, undefined];
    if (from === undefined || to === undefined) return undefined;
    if (unit === "minute" || unit === "hour") return Math.floor((to - from) / (unit === "hour" ? 3600 : 60));
    return context.facts.world.calendar.countUnits(dayOf(from), dayOf(to), unit);
  };
}

// ---------------------------------------------------------------- states

export function stepState(procedure: string, step: string, state: "opened" | "done" | "overdue"): Test {
  return (context) => {
    const life = stepLife(context, procedure, step);
    if (life === undefined) return false;
    const reached = (moment: Moment | undefined): boolean => moment !== undefined && moment <= context.now;
    if (state !== "overdue") return reached(life[state]);
    return reached(life.opened) && !reached(life.done) && life.due !== undefined && life.due < context.now;
  };
}

/** The pupil came through the door today, on the right side of the time. */
export function arrived(edge?: Edge, moment?: When): Test {
  return (context) => {
    const arrivals = (context.facts.arrivals.get(ruleDay(context)) ?? []).filter((entry) => entry.at <= context.now);
    if (edge === undefined || moment === undefined) return arrivals.length > 0;
    const limit = moment(context);
    if (limit === undefined) return undefined;
    return arrivals.some((entry) => holdsAt(edge, entry.at < limit ? -1 : entry.at > limit ? 1 : 0));
  };
}

export function momentsCompare(left: When, edge: Edge, right: When): Test {
  return (context) => {
    const [a, b] = [left(context), right(context)];
    return a === undefined || b === undefined ? undefined : holdsAt(edge, a < b ? -1 : a > b ? 1 : 0);
  };
}

/** From one event until another: on while the newest of the two is the first. */
export function switched(from: When, until?: When): Test {
  return (context) => {
    const on = from(context);
    const off = until?.(context);
    return on !== undefined && (off === undefined || off < on);
  };
}

export function atMoment(read: Read, event: When): Read {
  return (context) => {
    const moment = event(context);
    return moment === undefined ? undefined : read(at(context, moment));
  };
}

/** The first row whose condition holds; not known while an earlier row is not. */
export function choose(rows: readonly { readonly when?: Test; readonly value: Read }[]): Read {
  return (context) => {
    for (const { when, value } of rows) {
      const holds = when === undefined ? true : when(context);
      if (holds === undefined) return undefined;
      if (holds) return value(context);
    }
    return undefined;
  };
}
