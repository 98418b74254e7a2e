// A whole register decided at once says of every pupil what the interpreter says of each: on every policy, by chance, on calendars
// of all sorts, and at the edges that a kernel could fall over. An ordinary run takes a few pupils; a long one takes many.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { interpret } from "../../../src/backends/interpreter/interpret.ts";
import { makeDecideAll } from "./make-decide-all.ts";
import { draft } from "../../../src/draft.ts";
import { registerPart } from "../../../src/ir/register-part.ts";
import type { Ir } from "../../../src/ir/ir.ts";
import { evaluatePupil } from "../../../src/runtime/evaluate.ts";
import { NO_SESSION, packRegister } from "../../../src/runtime/packed-register.ts";
import type { PackedRegister } from "../../../src/runtime/packed-register.ts";
import type { Program } from "../../../src/runtime/program.ts";
import { unpackRecord } from "../../../src/runtime/unpack-record.ts";
import { makeWorld, OFF_ROLL } from "../../../src/runtime/world.ts";
import { makeCalendar } from "../../../src/school/calendar.ts";
import type { Calendar } from "../../../src/school/calendar.ts";
import type { CalendarPlan } from "../../../src/school/calendar-plan.ts";
import { knownDay } from "../../../src/school/day.ts";
import type { Day } from "../../../src/school/day.ts";
import { lastInstant } from "../../../src/school/moment.ts";
import type { Mark, PupilRecord } from "../../../src/school/record.ts";
import { makeSource } from "../../../src/source/text.ts";
import { answerOf, unpacked } from "../../agreement/register-answer.ts";
import { randomPlan } from "../../agreement/random/calendar.ts";
import { chanceOf } from "../../agreement/random/chance-of.ts";
import { knownAtOnce } from "../../agreement/random/pupil.ts";
import { calendarOf, compileFile } from "../../policy-files.ts";
import { makeChance, randomRecord } from "../../random-record.ts";

const many = Number(process.env["PUPILS"] ?? 3);

/** As the register holds it: what stands, known in time, and nothing else. */
function asRegister(record: PupilRecord): PupilRecord {
  return { ...knownAtOnce(record), arrivals: [], log: [] };
}

/** Compares what is said of every pupil, both ways; gives how often a status held or a step was open. */
function compareAll(ir: Ir, calendar: Calendar, records: readonly PupilRecord[], days: readonly Day[]): number {
  const program = interpret(registerPart(ir).part);
  const world = makeWorld(program, calendar);
  const { decideAll } = makeDecideAll(ir);
  const register = packRegister(world, records);
  let reached = 0;
  for (const asOf of days) {
    const outcome = decideAll(register, asOf);
    records.forEach((record, pupil) => {
      const expected = answerOf(program, evaluatePupil(world, record, lastInstant(asOf)));
      expect(unpacked(program, outcome, pupil), `${record.pupil.id} as of ${asOf}`).toEqual(expected);
      reached += Object.values(expected.statuses).filter((holds) => holds === true).length;
      for (const { steps } of Object.values(expected.procedures))
        reached += Object.values(steps).filter(({ opened }) => opened !== undefined).length;
    });
  }
  return reached;
}

function irOf(text: string): Ir {
  const { ready, found } = draft(makeSource("policy.rollcall", text), {
    layer: () => undefined,
    beside: () => undefined,
  });
  if (ready === undefined) throw new Error(found.map(({ code }) => code).join(", "));
  return ready.ir;
}

function recordsFor(program: Program, calendar: Calendar, count: number, seed = 0): readonly PupilRecord[] {
  const { firstDay, lastDay } = calendar;
  return Array.from({ length: count }, (_none, index) => {
    const chance = makeChance(seed + index + 1);
    const from = firstDay + chance(Math.max(1, lastDay - firstDay - 20));
    const to = Math.min(lastDay, from + 5 + chance(220));
    return asRegister(randomRecord(program, calendar, seed + index, from, to));
  });
}

describe.each(["england", "hall-green", "delapre", "rufford", "newquay", "slade", "invictus", "celt", "atlp"])(
  "%s",
  (name) => {
    test("pupils by chance are decided all at once as they are one by one", { timeout: 3_600_000 }, () => {
      const compilation = compileFile(new URL(`../../../policies/${name}/${name}.rollcall`, import.meta.url));
      const calendar = calendarOf(compilation);
      const ir = compilation.ready?.ir;
      if (ir === undefined) throw new Error("the policy is not sound");
      const { firstDay, lastDay } = calendar;
      const span = lastDay - firstDay;
      const days = many > 3 ? [firstDay + Math.floor(span / 2), lastDay] : [firstDay + Math.floor(span / 2)];
      const records = recordsFor(interpret(registerPart(ir).part), calendar, many);
      expect(compareAll(ir, calendar, records, days)).toBeGreaterThan(0);
    });
  },
);

// ---------------------------------------------------------------- one policy, calendars of all sorts

const POLICY = `school policy edges "Edges of a kernel"
in force from 2023-09-01

code / "Present" attending on site
code \\ "Present" attending on site
code L "Late" attending on site
code I "Ill" authorised
code O "Away" unauthorised
code N "Not known" unauthorised
code D "Elsewhere" not-possible

register morning {
  opens 08:50
  closes 09:20
}
register afternoon {
  opens 13:00
  closes 13:20
  day ends 15:20
}

role office "Office"
act send "sent"
document letter-1 "First letter" { needs figure }

measure share is attendance this year
measure lately is count of unauthorised sessions in 2 school weeks
measure last-term is attendance previous term
measure days-missed is count of absent days this half-term
measure spell is longest run of absent days this year
measure still-away is current run of absent days this year
measure still-half-away is current run of absent sessions ever
measure away-lately is current run of absent days last 4 school days
measure half-days is longest run of absent sessions ever
measure times is count of absences this year

bands level of share {
  "good" at least 97%
  "fair" at least 90%
  "poor" below 90%
}

status low when share below 95%
status hit when lately at least 4 sessions
status either-way when share below 95% or lately at least 4 sessions
status better when not share at most 90% and share at most 100%

procedure warning "Warning" for each term, may start again {
  starts when lately at least 3 sessions
  ends when lately fewer than 2 sessions
  step tell on start { office must send letter-1 within 2 school days }
}

procedure ladder "Ladder" for each year, in any order {
  step one when share below 96% { office must send letter-1 within 5 school days }
  step two when share below 92% and count of calendar days since one opened at least 14 calendar days { office must send letter-1 by end of day }
  step three when share below 90% and count of school days since two opened at least 3 school days { office may send letter-1 }
}

procedure weekly "Weekly" for each week {
  starts when attendance this week below 80%
  step look on start { office must send letter-1 by end of week }
}
`;

/** Autumn and spring of two years, with the stated oddities. */
function planOf(odd: Partial<CalendarPlan> = {}): CalendarPlan {
  const term = (name: string, from: string, to: string): CalendarPlan["years"][number]["terms"][number] => {
    const span = { name, from: knownDay(from), to: knownDay(to) };
    return { ...span, halfTerms: [span] };
  };
  return {
    name: "two years",
    years: [
      {
        name: "2023/24",
        from: knownDay("2023-09-01"),
        to: knownDay("2024-08-31"),
        terms: [term("autumn", "2023-09-04", "2023-12-20"), term("spring", "2024-01-08", "2024-03-28")],
      },
      {
        name: "2024/25",
        from: knownDay("2024-09-01"),
        to: knownDay("2025-08-31"),
        terms: [term("autumn", "2024-09-02", "2024-12-18"), term("spring", "2025-01-06", "2025-04-04")],
      },
    ],
    bankHolidays: [],
    inset: [],
    closed: [],
    oneSession: [],
    ...odd,
  };
}

const oddities: readonly (readonly [string, Partial<CalendarPlan>])[] = [
  ["as planned", {}],
  [
    "with days of one session, mornings and afternoons",
    {
      oneSession: [
        { day: knownDay("2023-09-04"), half: "PM" },
        { day: knownDay("2024-01-10"), half: "AM" },
        { day: knownDay("2024-03-28"), half: "AM" },
      ],
    },
  ],
  [
    "with closures inside windows",
    { closed: ["2023-09-11", "2023-09-12", "2024-02-01"].map((day) => ({ day: knownDay(day), why: "snow" })) },
  ],
  ["with an odd number of school days", { inset: [knownDay("2023-09-04")] }],
];

/** A pupil whose marks are told day by day: a letter for each half, `.` for none. */
function pupilOf(id: string, calendar: Calendar, marks: string, onRoll: PupilRecord["pupil"]["onRoll"]): PupilRecord {
  const entries = marks.split("").flatMap((code, session): readonly Mark[] => {
    const day = calendar.sessionDay[session];
    if (day === undefined || code === ".") return [];
    return [{ pupil: id, day, half: calendar.sessionHalf[session] === 0 ? "AM" : "PM", code }];
  });
  const pupil = { id, year: 4, onRoll, flags: [], parents: [], attributes: {} };
  return { pupil, marks: entries, arrivals: [], log: [] };
}

const codes = fc.constantFrom("/", "\\", "/", "\\", "L", "I", "O", "O", "N", "D", ".");

test.each(oddities)("two years %s are decided all at once as one by one, whatever the marks", (_name, odd) => {
  const ir = irOf(POLICY);
  const calendar = makeCalendar(planOf(odd));
  const first = calendar.schoolDays[0] as Day;
  const pupils = fc.array(
    fc.record({
      marks: fc.string({ unit: codes, maxLength: calendar.sessionCount }),
      joins: fc.integer({ min: -5, max: 200 }),
      stays: fc.option(fc.integer({ min: 0, max: 400 })),
    }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(pupils, fc.integer({ min: 0, max: 660 }), (drawn, later) => {
      const records = drawn.map(({ marks, joins, stays }, index) => {
        const from = first + joins;
        return pupilOf(`P${index}`, calendar, marks, [{ from, ...(stays === null ? {} : { to: from + stays }) }]);
      });
      compareAll(ir, calendar, records, [first + later, calendar.lastDay]);
    }),
    { numRuns: Math.max(8, many) },
  );
});

test("calendars by chance, with no school weeks at all among them, are decided alike", () => {
  const ir = irOf(POLICY);
  const program = interpret(registerPart(ir).part);
  for (let seed = 1; seed <= Math.max(6, many / 2); seed++) {
    const calendar = makeCalendar(randomPlan(chanceOf(seed, 7)));
    const records = calendar.sessionCount === 0 ? [] : recordsFor(program, calendar, 3, 100 * seed);
    compareAll(ir, calendar, records, [calendar.firstDay, calendar.firstDay + 70, calendar.lastDay]);
  }
});

test("S7: of two marks for one session the later known is packed, and what was recorded before the roll began counts for nothing", () => {
  const ir = irOf(POLICY);
  const calendar = makeCalendar(planOf());
  const world = makeWorld(interpret(registerPart(ir).part), calendar);
  const day = knownDay("2023-09-05");
  const marks: readonly Mark[] = [
    { pupil: "A", day: day - 1, half: "PM", code: "O" },
    { pupil: "A", day, half: "AM", code: "N" },
    { pupil: "A", day, half: "AM", code: "I", known: (day + 3) * 86_400 },
  ];
  const pupil = { id: "A", year: 4, onRoll: [{ from: day }], flags: [], parents: [], attributes: {} };
  const register = packRegister(world, [{ pupil, marks, arrivals: [], log: [] }]);
  const version = (code: string): number => world.versionsOf.get(code)?.[0] as number;
  expect([...register.slots.subarray(0, 5)]).toEqual([OFF_ROLL, OFF_ROLL, version("I"), 0, 0]);
});

test("what is packed can be unpacked: the same sessions, roll and flags", () => {
  const ir = irOf(POLICY);
  const calendar = makeCalendar(planOf(oddities[1]?.[1]));
  const world = makeWorld(interpret(registerPart(ir).part), calendar);
  const records = recordsFor(world.program, calendar, 20, 500);
  const register = packRegister(world, records);
  const again = packRegister(
    world,
    records.map((_record, pupil) => unpackRecord(register, world, pupil)),
  );
  const columns = ["slots", "onRollFrom", "onRollTo", "year", "born", "flagFrom", "flagUntil"] as const;
  for (const column of columns) expect(again[column], column).toEqual(register[column]);
});

test("a row is filled up so that two days can be read at once, and a half that the calendar lacks holds its own value", () => {
  const calendar = makeCalendar(planOf({ inset: [knownDay("2024-03-27")], ...oddities[1]?.[1] }));
  const register = packRegister(makeWorld(interpret(registerPart(irOf(POLICY)).part), calendar), [
    pupilOf("A", calendar, "", [{ from: calendar.firstDay }]),
  ]);
  const row = [...register.slots];
  expect(row.length % 4).toBe(0);
  expect(row.filter((slot) => slot === NO_SESSION).length).toBe(row.length - calendar.sessionCount);
});

test("the arrays of an outcome can be used again, and nobody's answer stays in them", () => {
  const ir = irOf(POLICY);
  const calendar = makeCalendar(planOf());
  const program = interpret(registerPart(ir).part);
  const world = makeWorld(program, calendar);
  const { decideAll } = makeDecideAll(ir);
  const pack = (seed: number): PackedRegister => packRegister(world, recordsFor(program, calendar, 6, seed));
  const out = decideAll(pack(1), calendar.lastDay);
  const other = pack(900);
  expect(decideAll(other, calendar.lastDay, out)).toBe(out);
  expect(out).toEqual(decideAll(other, calendar.lastDay));
});

test("what has no packed form is named, and what the register does not decide is named with its reason", () => {
  const { beyond, replayed } = makeDecideAll(
    irOf(`${POLICY}
procedure chase "Chase" for each absence {
  step ask on start { office must send letter-1 by end of day }
}
status wrote when letter-1 sent
`),
  );
  expect(replayed).toContainEqual({ name: "chase", what: "procedure" });
  for (const packed of ["warning", "ladder", "weekly"]) expect(replayed.map(({ name }) => name)).not.toContain(packed);
  expect(beyond).toContainEqual({ rule: "wrote", what: "status", why: { kind: "log" } });
});
