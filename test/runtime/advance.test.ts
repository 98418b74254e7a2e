// A state taken from day to day says what an evaluation of the whole says, on each of the days: late marks and records, saved
// and loaded in between or not.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advance, outcomeAt, startState } from "../../src/runtime/advance.ts";
import type { SchoolDay, State } from "../../src/runtime/advance.ts";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import type { Context } from "../../src/runtime/context.ts";
import type { Outcome } from "../../src/runtime/outcome.ts";
import type { Program } from "../../src/runtime/program.ts";
import { loadState, saveState } from "../../src/runtime/state-to-json.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import type { World } from "../../src/runtime/world.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import { knownDay } from "../../src/school/day.ts";
import type { Day } from "../../src/school/day.ts";
import { dayOf, lastInstant, momentOf } from "../../src/school/moment.ts";
import type { LogRecord, Mark, PupilRecord } from "../../src/school/record.ts";
import { calendarOf, compileFile } from "../policy-files.ts";
import { makeChance, randomRecord } from "../random-record.ts";
import { dayByDay } from "./day-by-day.ts";

const pupils = Number(process.env["PUPILS"] ?? 2);
const hour = 3_600_000;

function worldOf(path: string): World {
  const compilation = compileFile(new URL(path, import.meta.url));
  const program = compilation.ready?.program;
  if (program === undefined) throw new Error(`${path} is not sound`);
  return makeWorld(program, calendarOf(compilation));
}

const schools = ["hall-green", "delapre", "rufford", "newquay", "slade", "invictus", "celt", "atlp"];
const files = [
  ...schools.map((name) => `../../policies/${name}/${name}.rollcall`),
  ...["facts", "figures", "procedures", "time"].map((name) => `../semantics/${name}.rollcall`),
];

const properties = worldOf("properties.rollcall");
const POLICY = "the fingerprint of a policy";

const throughJson = (state: State): State =>
  loadState(state.world, JSON.parse(JSON.stringify(saveState(state, POLICY))), POLICY);

/** Told apart as text first, since that is quick; only a difference is worth a comparison part by part. */
function expectSame(found: Outcome, expected: Outcome, whose: string): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found, whose).toEqual(expected);
}

const met = { late: 0, overturned: 0, obligations: 0 };

describe.each(files)("%s", (file) => {
  test(`S34 ${pupils} pupils by chance fare day by day as when evaluated at once`, { timeout: hour }, () => {
    const world = worldOf(file);
    for (let seed = 3; seed < pupils + 3; seed++) {
      const chance = makeChance(seed + 271);
      const from = knownDay("2025-09-01") + chance(60);
      const to = from + 15 + chance(15);
      const record = randomRecord(world.program, world.calendar, seed, from, to);
      met.late += [...record.marks, ...record.log].filter(({ known }) => known !== undefined).length;
      let state = startState(world, record.pupil);
      for (const day of dayByDay(record, from, to)) {
        if (chance(12) === 0) state = throughJson(state);
        advance(state, day);
        const outcome = outcomeAt(state);
        expectSame(
          outcome,
          evaluatePupil(world, record, lastInstant(day.date)),
          `pupil ${seed}, day ${day.date - from}`,
        );
        met.overturned += outcome.overturned.length;
        met.obligations += outcome.obligations.length;
      }
    }
  });
});

test("in all of that something was late, something was owed and something was overturned", () => {
  // An agreement about things that never happen proves nothing.
  expect(met.late).toBeGreaterThan(50);
  expect(met.obligations).toBeGreaterThan(1000);
  expect(met.overturned).toBeGreaterThan(10);
});

// ---------------------------------------------------------------- any record at all, made as small as it can be when it fails

const first = knownDay("2025-09-01");
const LENGTH = 40;
const sessions = Array.from({ length: 2 * LENGTH }, (_, place) => place).filter((place) =>
  properties.calendar.isSchoolDay(first + (place >> 1)),
);

const delays = fc.option(fc.integer({ min: 0, max: 9 * 24 }), { nil: undefined });

const marks = fc.array(
  fc.record({
    session: fc.constantFrom(...sessions),
    code: fc.constantFrom("/", "N", "I", "O", "L", "U", "?"),
    delay: delays,
  }),
  { maxLength: 60 },
);

const entries = fc.array(
  fc.record({
    id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
    act: fc.constantFrom(...properties.program.acts.keys(), "decide", "unheard-of"),
    object: fc.option(fc.constantFrom(...properties.program.documents.keys(), ...properties.program.decisions.keys()), {
      nil: undefined,
    }),
    hours: fc.integer({ min: 0, max: LENGTH * 24 - 1 }),
    delay: delays,
    answer: fc.constantFrom("yes", "no"),
  }),
  { maxLength: 8 },
);

const arrivals = fc.array(fc.record({ hours: fc.integer({ min: 0, max: LENGTH * 24 - 1 }), delay: delays }), {
  maxLength: 3,
});

const records = fc.record({ marks, entries, arrivals }).map((drawn): PupilRecord => {
  const known = (from: number, delay: number | undefined) =>
    delay === undefined ? {} : { known: from + delay * 3600 };
  return {
    pupil: {
      id: "P",
      year: 5,
      onRoll: [{ from: first - 100 }],
      flags: [],
      parents: [{ person: "mother", responsibility: true, livesWith: true, cares: true }],
      attributes: {},
    },
    marks: drawn.marks.map(({ session, code, delay }): Mark => {
      const day = first + (session >> 1);
      return { pupil: "P", day, half: session % 2 === 0 ? "AM" : "PM", code, ...known(momentOf(day, 8 * 3600), delay) };
    }),
    arrivals: drawn.arrivals.map(({ hours, delay }) => {
      const at = momentOf(first, hours * 3600);
      return { pupil: "P", at, fields: {}, ...known(at, delay) };
    }),
    log: drawn.entries.map(({ id, act, object, hours, delay, answer }): LogRecord => {
      const happened = momentOf(first, hours * 3600);
      const what = object === undefined ? {} : { object };
      return { id, act, ...what, happened, ...known(happened, delay), fields: { answer } };
    }),
  };
});

/** How many days are told at once, and whether the state is kept as JSON before. */
const nights = fc.array(fc.record({ days: fc.integer({ min: 1, max: 6 }), kept: fc.boolean() }), {
  minLength: 1,
  maxLength: LENGTH,
});

test("S34 any record, told in any portions and kept as JSON or not, comes to what it comes to when told at once", () => {
  fc.assert(
    fc.property(records, nights, (record, portions) => {
      let state = startState(properties, record.pupil);
      let next = first;
      for (const { days, kept } of portions) {
        const date = next + days - 1;
        const told = dayByDay(record, first, date).slice(next - first);
        if (kept) state = throughJson(state);
        advance(state, {
          date,
          marks: told.flatMap((day) => day.marks ?? []),
          arrivals: told.flatMap((day) => day.arrivals ?? []),
          log: told.flatMap((day) => day.log ?? []),
        });
        expect(outcomeAt(state)).toEqual(evaluatePupil(properties, record, lastInstant(date)));
        next = date + 1;
      }
    }),
    { numRuns: pupils * 30 },
  );
});

// ---------------------------------------------------------------- what the state is told

const someone = (seed: number): PupilRecord =>
  randomRecord(properties.program, properties.calendar, seed, first, first + LENGTH);

function stateOf(record: PupilRecord, until: Day): State {
  const state = startState(properties, record.pupil);
  for (const day of dayByDay(record, first, until)) advance(state, day);
  return state;
}

describe("a state", () => {
  test("takes in what is told after its day, as if it had been told then", () => {
    const { pupil, marks: all, arrivals: came, log } = someone(3);
    const [early, late] = [all.filter((_, place) => place % 5 > 0), all.filter((_, place) => place % 5 === 0)];
    const state = stateOf({ pupil, marks: early, arrivals: came, log }, first + 30);
    advance(state, { date: first + 31, marks: late });
    const record = { pupil, marks: [...early, ...late], arrivals: came, log };
    // The day's own log was not told.
    const told = { ...record, ...toldBy(record, first + 30) };
    expect(outcomeAt(state)).toEqual(
      evaluatePupil(properties, { ...told, marks: [...told.marks, ...late] }, lastInstant(first + 31)),
    );
  });

  test("holds back what is told before it becomes known", () => {
    const record = someone(5);
    const state = startState(properties, record.pupil);
    const { pupil: _pupil, ...everything } = record;
    advance(state, { date: first, ...everything });
    for (let date = first + 1; date <= first + LENGTH; date++) {
      advance(state, { date });
      expect(outcomeAt(state)).toEqual(evaluatePupil(properties, record, lastInstant(date)));
    }
  });

  test("tells the past anew when the pupil is known otherwise", () => {
    const record = someone(7);
    const state = stateOf(record, first + 20);
    const pupil = { ...record.pupil, onRoll: [{ from: first + 3 }], parents: [] };
    advance(state, { date: first + 21, pupil });
    const told = { ...toldBy(record, first + 20), pupil };
    expect(outcomeAt(state)).toEqual(evaluatePupil(properties, told, lastInstant(first + 21)));
  });

  test("is taken to later days only, and told its own pupil's facts only", () => {
    const record = someone(9);
    const state = stateOf(record, first + 5);
    const before = outcomeAt(state);
    expect(() => advance(state, { date: first + 5 })).toThrow(/the state of P9 is that of 2025-09-06: .* a later day/);
    const [mark] = someone(10).marks;
    expect(() => advance(state, { date: first + 6, marks: [mark as Mark] })).toThrow("a fact of P10 was told of P9");
    expect(outcomeAt(state)).toEqual(before);
  });

  test.each([
    [
      "no date",
      {},
      "date should be a whole number: days since 1970-01-01, as `parseDay` gives them, and it is undefined",
    ],
    [
      "a date that is no number",
      { date: Number.NaN },
      "date should be a whole number: days since 1970-01-01, as `parseDay` gives them, and it is NaN",
    ],
    [
      "a date in text",
      { date: "2025-09-07" },
      'date should be a whole number: days since 1970-01-01, as `parseDay` gives them, and it is "2025-09-07"',
    ],
    ["no day", undefined, "a day is told as a group of keys and values"],
    ["marks in a text", { date: first + 6, marks: "//" }, 'marks should be a list, and it is "//"'],
    ["a mark of nothing", { date: first + 6, marks: [{}] }, "marks.0.pupil should be a text, and it is undefined"],
    ["another pupil", { date: first + 6, pupil: someone(10).pupil }, "the state of P9 cannot become that of P10"],
  ])("is not taken on by %s, and stays as it was", (_what, day, message) => {
    const state = stateOf(someone(9), first + 5);
    const before = outcomeAt(state);
    expect(() => advance(state, day as SchoolDay)).toThrow(RangeError);
    expect(() => advance(state, day as SchoolDay)).toThrow(message);
    expect(outcomeAt(state)).toEqual(before);
  });

  test("is told from the JSON of one", () => {
    const saved = JSON.parse(JSON.stringify(saveState(stateOf(someone(9), first + 5), POLICY))) as State;
    expect(() => advance(saved, { date: first + 6 })).toThrow(/^this is no state: /);
    expect(() => outcomeAt(saved)).toThrow(/^this is no state: /);
  });
});

/** What `dayByDay` tells up to a day. */
function toldBy(record: PupilRecord, until: Day): PupilRecord {
  const days = dayByDay(record, first, until);
  return {
    pupil: record.pupil,
    marks: days.flatMap((day) => day.marks ?? []),
    arrivals: days.flatMap((day) => day.arrivals ?? []),
    log: days.flatMap((day) => day.log ?? []),
  };
}

// ---------------------------------------------------------------- nothing new costs nothing

test("on a day with nothing new nobody is asked anything", () => {
  let asked = 0;
  const counting = (value: unknown): unknown => {
    if (typeof value === "function")
      return (context: Context) => {
        asked++;
        return (value as (context: Context) => unknown)(context);
      };
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(counting);
    if (value instanceof Map) return new Map([...value].map(([key, entry]) => [key, counting(entry)]));
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, counting(entry)]));
  };
  const { program, calendar } = worldOf("../bench/decision/decision.rollcall");
  const world = makeWorld(counting(program) as Program, calendar);
  const id = "P";
  const state = startState(world, {
    id,
    year: 8,
    flags: [],
    parents: [],
    attributes: {},
    onRoll: [{ from: calendar.firstDay }],
  });
  const askedOn: number[] = [];
  for (const date of calendar.schoolDays.slice(0, 150)) {
    asked = 0;
    advance(state, {
      date,
      marks: [
        { pupil: id, day: date, half: "AM", code: "/" },
        { pupil: id, day: date, half: "PM", code: "\\" },
      ],
    });
    askedOn.push(asked);
  }
  expect(askedOn[0]).toBeGreaterThan(0);
  // A share of everything is far from any limit, and farther every day: it is looked at again less and less often.
  const daysAsked = (from: number, to: number): number => askedOn.slice(from, to).filter((times) => times > 0).length;
  expect(daysAsked(20, 150)).toBeLessThan(50);
  expect(daysAsked(100, 150)).toBeLessThan(12);
});

// ---------------------------------------------------------------- kept as JSON

describe("a saved state", () => {
  const state = stateOf(someone(3), first + 30);
  const saved = JSON.stringify(saveState(state, POLICY));

  test("is refused under another policy, another calendar and another version", () => {
    const { calendar, program } = properties;
    const other = makeWorld(program, makeCalendar({ ...calendar.plan, closed: [{ day: first + 3, why: "snow" }] }));
    expect(() => loadState(properties, JSON.parse(saved), "another")).toThrow(
      /saved under another policy, .* begin anew/,
    );
    expect(() => loadState(other, JSON.parse(saved), POLICY)).toThrow(/saved under another calendar, .* begin anew/);
    expect(() => loadState(properties, { ...JSON.parse(saved), version: 2 }, POLICY)).toThrow(
      /another version .*\(2\)/,
    );
  });

  test.each([undefined, null, 7, "", [], {}, { format: "rollcall" }])("%j is refused as none", (value) => {
    expect(() => loadState(properties, value, POLICY)).toThrow(/this is no saved state/);
  });

  test("is refused where anything in it was changed", () => {
    const chance = makeChance(11);
    let refused = 0;
    for (let change = 0; change < 300; change++) {
      const place = chance(saved.length);
      const letter = '0123456789abcdef,:{}[]"n'[chance(24)] as string;
      const changed = parsed(saved.slice(0, place) + letter + saved.slice(place + chance(3)));
      if (changed === undefined || JSON.stringify(changed) === saved) continue;
      expect(() => loadState(properties, changed, POLICY)).toThrow(RangeError);
      refused++;
    }
    expect(refused).toBeGreaterThan(50);
  });

  test("may come back with its keys in another order", () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, entry]) => [key, turned(entry)]),
      );
    };
    const loaded = loadState(properties, turned(JSON.parse(saved)), POLICY);
    expect(outcomeAt(loaded)).toEqual(outcomeAt(state));
    expect(dayOf(loaded.at)).toBe(first + 30);
  });
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
