// A small school with letters, made in memory: a policy, one pupil below its limit, and what the office wrote.

import { compile } from "../../src/compile.ts";
import { knownDay } from "../../src/school/day.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import type { CalendarPlan } from "../../src/school/calendar-plan.ts";
import { lastInstant } from "../../src/school/moment.ts";
import type { LogRecord, PupilRecord, SchoolRecord } from "../../src/school/record.ts";
import { makeSource } from "../../src/source/text.ts";
import { fieldsOf } from "../../src/data/fields.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import type { Policy } from "../../src/explain/case.ts";
import { makeLetters } from "../../src/letters/make-letters.ts";
import type { LetterOutcome } from "../../src/letters/letter.ts";
import type { OfficeValues } from "../../src/letters/read-values.ts";

const day = knownDay;

export const head = `school policy hill-top "Hill Top Primary School"
in force from 2025-09-01
code / "Present in the morning" attending on site
code \\ "Present in the afternoon" attending on site
code O "Absent without leave" unauthorised
role office "The school office"
role parents "Parents"
flag has-interpreter "Speaks through an interpreter"
parameter target is 96%
parameter first-notice is £160
parameter unsaid is unspecified
decision invited "Are they invited?" by office
act send "sent"
act ask-leave "leave asked" recording first-day as date, reason by parents
bands level of attendance this year { "Poor" below 90%
  "Fine" at least 90%
}
`;

/** With these lines in the letter, which the office owes from the first day below 95% on. */
export function policyWith(lines: string, more = ""): Policy {
  const text = `${head}
document concern-letter "About attendance" {
${lines}
}
procedure concern "Concern" for each year {
  step letter when attendance this year below 95% { office must send concern-letter to parents within 5 school days }
}
${more}`;
  const compilation = compile(makeSource("hill-top.rollcall", text), {
    layer: () => undefined,
    beside: () => undefined,
  });
  const { model, ready } = compilation;
  if (model === undefined || ready === undefined)
    throw new Error(
      `not sound: ${compilation.diagnostics.map(({ code, args }) => `${code} ${JSON.stringify(args)}`).join("; ")}`,
    );
  return { ...ready, model };
}

const year = { name: "2025/26", from: day("2025-09-01"), to: day("2026-08-31") };

export const plan: CalendarPlan = {
  name: "Hill Top",
  years: [{ ...year, terms: [{ ...year, halfTerms: [year] }] }],
  bankHolidays: [],
  inset: [],
  closed: [],
  oneSession: [],
};

export const asOf = lastInstant(day("2025-09-05"));

/** Eight sessions of a week attended, and two missed on Friday. */
const week = ["2025-09-01", "2025-09-02", "2025-09-03", "2025-09-04", "2025-09-05"].flatMap((date, index) =>
  (["AM", "PM"] as const).map((half) => ({
    pupil: "P1",
    day: day(date),
    half,
    code: index === 4 ? "O" : half === "AM" ? "/" : "\\",
  })),
);

export function recordWith(pupil: Partial<PupilRecord["pupil"]> = {}, log: readonly LogRecord[] = []): PupilRecord {
  const parent = { responsibility: true, livesWith: true, cares: true };
  return {
    pupil: {
      id: "P1",
      name: "Kovač, Maja",
      year: 4,
      class: "4B",
      born: day("2017-03-02"),
      onRoll: [{ from: day("2025-09-01") }],
      flags: [],
      parents: [
        { person: "A1", name: "Ana Kovač", ...parent },
        { person: "A2", name: "Ivo Kovač", ...parent },
      ],
      attributes: fieldsOf([]),
      ...pupil,
    },
    marks: week,
    arrivals: [],
    log,
  };
}

export function valuesOf(values: Readonly<Record<string, string>>): OfficeValues {
  return { valueOf: ({ field }) => values[field], diagnostics: [] };
}

export interface Asked {
  readonly record?: PupilRecord;
  readonly values?: Readonly<Record<string, string>>;
  readonly attributes?: SchoolRecord["attributes"];
  readonly more?: string;
}

export function lettersOf(
  lines: string,
  { record = recordWith(), values = {}, attributes = fieldsOf([]), more }: Asked = {},
) {
  const policy = policyWith(lines, more);
  return makeLetters({
    policy,
    world: makeWorld(policy.program, makeCalendar(plan)),
    school: { name: "Hill Top", staff: [], log: [], pupils: [record], attributes },
    asOf,
    values: valuesOf(values),
  });
}

/** The paragraphs of the one letter, or what it lacks, as `name: why`. */
export function said(lines: string, asked: Asked = {}): readonly string[] {
  const { outcomes } = lettersOf(lines, asked);
  const [only] = outcomes;
  if (only === undefined || outcomes.length > 1) throw new Error(`${outcomes.length} letters`);
  return only.written ? only.paragraphs : lacksOf(only);
}

export function lacksOf(outcome: LetterOutcome): readonly string[] {
  return outcome.written ? [] : outcome.lacks.map(({ name, why }) => `${name}: ${why}`);
}
