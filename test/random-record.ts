// Pupils by chance, for one policy: marks, arrivals, flags, parents and a log in the policy's own vocabulary, some of it known
// late. The same seed gives the same pupil.

import type { Program } from "../src/runtime/program.ts";
import type { Calendar } from "../src/school/calendar.ts";
import type { Day } from "../src/school/day.ts";
import { formatDay } from "../src/school/day.ts";
import { momentOf } from "../src/school/moment.ts";
import type { Arrival, LogRecord, Mark, PupilRecord } from "../src/school/record.ts";

/** A small generator of whole numbers (xorshift, 32 bits). */
export function makeChance(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

export type Chance = ReturnType<typeof makeChance>;

export function pick<T>(chance: Chance, list: readonly T[]): T {
  return list[chance(list.length)] as T;
}

/** A pupil on roll from one day to another, at most; joiners and leavers in between included. */
export function randomRecord(program: Program, calendar: Calendar, seed: number, from: Day, to: Day): PupilRecord {
  const chance = makeChance(seed);
  const id = `P${seed}`;
  const start = chance(4) === 0 ? from + chance(to - from) : from;
  const leaves = chance(8) === 0 ? { to: start + chance(Math.max(1, to - start)) } : {};
  const parents = ["mother", "father"].slice(0, chance(3));
  return {
    pupil: {
      id,
      year: chance(12),
      class: pick(chance, ["red", "blue"]),
      onRoll: [{ from: start, ...leaves }],
      flags: program.statuses.length === 0 ? [] : flagsOf(program, chance, from, to),
      parents: parents.map((person) => ({ person, responsibility: true, livesWith: chance(2) === 0, cares: true })),
      attributes: chance(3) === 0 ? { contacts: String(chance(4)) } : {},
    },
    marks: randomMarks(program, calendar, chance, id, from, to),
    arrivals: randomArrivals(calendar, chance, id, from, to),
    log: randomLog(program, chance, parents, from, to),
  };
}

const FLAGS = [
  "looked-after",
  "has-social-worker",
  "special-needs",
  "education-health-care-plan",
  "speaks-another-language",
];

function flagsOf(_program: Program, chance: Chance, from: Day, to: Day): PupilRecord["pupil"]["flags"] {
  return FLAGS.filter(() => chance(4) === 0).map((name) => ({
    name,
    ...(chance(2) === 0 ? {} : { from: from + chance(to - from) }),
  }));
}

function randomMarks(
  program: Program,
  calendar: Calendar,
  chance: Chance,
  pupil: string,
  from: Day,
  to: Day,
): readonly Mark[] {
  const codes = program.codes.map(({ code }) => code);
  const often = ["O", "I", "N", "G", "U", "L", "M"];
  const badness = pick(chance, [2, 10, 30, 60]);
  const marks: Mark[] = [];
  let spell: { code: string; left: number } | undefined;
  for (let session = calendar.firstSessionOnOrAfter(from); session < calendar.sessionCount; session++) {
    const day = calendar.sessionDay[session] as Day;
    if (day > to) break;
    const half = calendar.sessionHalf[session] === 0 ? "AM" : "PM";
    if (spell === undefined && chance(200) < badness)
      spell = { code: chance(6) === 0 ? pick(chance, codes) : pick(chance, often), left: 1 + chance(12) };
    if (chance(150) === 0) continue;
    const code = spell?.code ?? (half === "AM" ? "/" : "\\");
    const closes = momentOf(day, 16 * 3600);
    marks.push({ pupil, day, half, code, ...(chance(60) === 0 ? { known: closes + chance(5 * 86_400) } : {}) });
    if (code === "N" && chance(2) === 0)
      marks.push({ pupil, day, half, code: pick(chance, often), known: closes + 3600 + chance(8 * 86_400) });
    if (spell !== undefined && --spell.left <= 0) spell = undefined;
  }
  return marks;
}

function randomArrivals(calendar: Calendar, chance: Chance, pupil: string, from: Day, to: Day): readonly Arrival[] {
  const arrivals: Arrival[] = [];
  for (let day = from; day <= to; day++) {
    if (!calendar.isSchoolDay(day) || chance(15) > 0) continue;
    arrivals.push({
      pupil,
      at: momentOf(day, 8 * 3600 + 40 * 60 + chance(3600)),
      fields: chance(2) === 0 ? {} : { reason: "illness" },
    });
  }
  return arrivals;
}

function randomLog(
  program: Program,
  chance: Chance,
  parents: readonly string[],
  from: Day,
  to: Day,
): readonly LogRecord[] {
  const acts = [...program.acts.values()];
  const objects = [...program.documents.keys()];
  const wanted = duties(program);
  const log: LogRecord[] = [];
  if (acts.length === 0) return log;
  const count = chance(60);
  for (let index = 0; index < count; index++) {
    const day = from + chance(to - from + 1);
    const happened = momentOf(day, 7 * 3600 + chance(10 * 3600));
    const act = pick(chance, acts);
    const owed = chance(2) === 0 && wanted.length > 0 ? pick(chance, wanted) : undefined;
    const decision =
      program.decisions.size > 0 && chance(6) === 0 ? pick(chance, [...program.decisions.values()]) : undefined;
    const fields = owed?.recording ?? act.fields;
    log.push({
      id: `r${index}`,
      act: decision === undefined ? (owed?.act ?? act.name) : "decide",
      ...objectOf(
        decision?.name ?? owed?.object ?? (objects.length > 0 && chance(3) === 0 ? pick(chance, objects) : undefined),
      ),
      happened,
      ...(chance(12) === 0 ? { known: happened + chance(6 * 86_400) } : {}),
      ...(decision === undefined ? {} : { by: pick(chance, [...decision.by, "office"]) }),
      ...(parents.length > 0 && chance(3) === 0 ? { person: pick(chance, parents) } : {}),
      fields: {
        ...Object.fromEntries(fields.filter(() => chance(5) > 0).map((field) => [field, valueOf(chance, field, day)])),
        ...(decision === undefined
          ? {}
          : { answer: pick(chance, decision.answers.length > 0 ? decision.answers : ["yes", "no"]) }),
      },
    });
  }
  return log;
}

function objectOf(object: string | undefined): { readonly object?: string } {
  return object === undefined ? {} : { object };
}

function valueOf(chance: Chance, field: string, day: Day): string {
  if (/day|date|from|until/.test(field)) return formatDay(day + chance(30));
  return pick(chance, ["illness", "holiday", "yes", "something", "09:10"]);
}

interface Wanted {
  readonly act: string;
  readonly object?: string;
  readonly recording: readonly string[];
}

/** What the policy's own sentences ask for, so that the log completes things and does not only miss them. */
function duties(program: Program): readonly Wanted[] {
  const found: Wanted[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look);
    if (typeof value !== "object" || value === null) return;
    if ("op" in value && value.op === "oblige") found.push(value as unknown as Wanted);
    Object.values(value).forEach(look);
  };
  look(program.procedures);
  return found;
}
