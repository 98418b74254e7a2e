// What the tests of the queries ask about: policies with their calendars, days to ask on, and pupils by chance.

import { sqlFor } from "../../../src/backends/sql/decide.ts";
import type { Sql } from "../../../src/backends/sql/decide.ts";
import type { DialectName } from "../../../src/backends/sql/dialect.ts";
import type { CheckedExample } from "../../../src/checker/example.ts";
import { registerPart } from "../../../src/ir/register-part.ts";
import type { Ir } from "../../../src/ir/ir.ts";
import type { Calendar } from "../../../src/school/calendar.ts";
import { knownDay } from "../../../src/school/day.ts";
import type { Day } from "../../../src/school/day.ts";
import type { PupilRecord } from "../../../src/school/record.ts";
import type { Program } from "../../../src/runtime/program.ts";
import { calendarOf, compileFile } from "../../policy-files.ts";
import { makeChance, randomRecord } from "../../random-record.ts";
import { registerOnly } from "./differences.ts";

export interface Policy {
  readonly name: string;
  readonly ir: Ir;
  readonly program: Program;
  readonly calendar: Calendar;
  /** What the policy itself says must follow of its pupils. */
  readonly examples: readonly CheckedExample[];
}

export const policyNames = [
  "hall-green",
  "delapre",
  "rufford",
  "newquay",
  "slade",
  "invictus",
  "celt",
  "atlp",
] as const;

export function policyNamed(name: string): Policy {
  return policyIn(new URL(`../../../policies/${name}/${name}.rollcall`, import.meta.url), name);
}

export function policyIn(file: URL, name: string, calendar?: Calendar): Policy {
  const compilation = compileFile(file);
  const { ready, examples } = compilation;
  if (ready === undefined) throw new Error(`${name} is not sound`);
  return { name, ir: ready.ir, program: ready.program, calendar: calendar ?? calendarOf(compilation), examples };
}

export function queryOf({ ir, calendar }: Policy, dialect: DialectName, asOf: Day): Sql {
  const { part, beyond } = registerPart(ir);
  return sqlFor({ part, whole: { ir, beyond }, calendar, asOf, dialect, inputs: { settings: true } });
}

/** Pupils on roll about the day asked, some of them only for a while, with birthdays on every date a leap year has. */
export function pupilsAbout(
  { program, calendar }: Policy,
  asOf: Day,
  count: number,
  seed: number,
): readonly PupilRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const chance = makeChance(seed * 7919 + index);
    const from = asOf - 20 - chance(chance(3) === 0 ? 400 : 120);
    const record = registerOnly(randomRecord(program, calendar, seed * 1000 + index, from, asOf + chance(10)));
    const born = knownDay("2012-02-29") + chance(3000);
    return { ...record, pupil: { ...record.pupil, born, flags: dated(record.pupil.flags, chance, from) } };
  });
}

/** Some flags begin on a day and end on another, weekends among them. */
function dated(flags: PupilRecord["pupil"]["flags"], chance: (below: number) => number, from: Day) {
  return flags.map(({ name }) => {
    const begins = from + chance(90);
    return chance(2) === 0
      ? { name }
      : { name, from: begins, ...(chance(2) === 0 ? { until: begins + chance(60) } : {}) };
  });
}
