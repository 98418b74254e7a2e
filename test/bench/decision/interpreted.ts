// The interpreter's word on the decision, in the bench's own form: what every other answer is held to.

import type { InstanceOutcome, Outcome } from "../../../src/runtime/outcome.ts";
import { evaluatePupil } from "../../../src/runtime/evaluate.ts";
import { MISSING, OFF_ROLL } from "../../../src/runtime/world.ts";
import { dayOf, lastInstant } from "../../../src/school/moment.ts";
import type { Mark, PupilRecord } from "../../../src/school/record.ts";
import { FIELDS, WIDTH } from "./answers.ts";
import type { Decision } from "./decision.ts";
import type { Year } from "./year.ts";

/** The record that a pupil's bytes stand for. */
export function recordOf({ dates, slots, letters }: Year, id: string, bytes: Uint8Array, offset: number): PupilRecord {
  const marks: Mark[] = [];
  let joined = 0;
  for (let slot = 0; slot < slots; slot++) {
    const version = bytes[offset + slot] as number;
    if (version === OFF_ROLL) joined = (slot >> 1) + 1;
    if (version === OFF_ROLL || version === MISSING) continue;
    const code = letters[version] as string;
    marks.push({ pupil: id, day: dates[slot >> 1] as number, half: slot % 2 === 0 ? "AM" : "PM", code });
  }
  const from = dates[joined];
  const onRoll = from === undefined ? [] : [{ from }];
  return {
    pupil: { id, year: 8, onRoll, flags: [], parents: [], attributes: {} },
    marks,
    arrivals: [],
    log: [],
  };
}

export function interpret(decision: Decision, bytes: Uint8Array, pupils: number, stride: number): Int32Array {
  const { world, year, asOf } = decision;
  const answers = new Int32Array(pupils * WIDTH);
  for (let pupil = 0; pupil < pupils; pupil++) {
    const record = recordOf(year, `P${pupil}`, bytes, pupil * stride);
    answers.set(answerOf(decision, evaluatePupil(world, record, lastInstant(asOf))), pupil * WIDTH);
  }
  return answers;
}

/** What an evaluation, by the interpreter or a compiled module, says of the decision. */
export function answerOf({ program, year }: Decision, outcome: Outcome): readonly number[] {
  const figure = (name: string): number => {
    const value = outcome.measures.find((measure) => measure.name === name)?.value;
    if (typeof value === "number") return value;
    if (typeof value === "object" && value.d === 1) return value.n;
    throw new Error(`${name} is no whole number`);
  };
  const share = outcome.measures.find(({ name }) => name === "attended-share")?.value;
  const { n, d } = typeof share === "object" ? share : { n: 0, d: 0 };
  const holds = (name: string): number => {
    const held = outcome.statuses.find((status) => status.name === name)?.holds;
    return held === undefined ? -1 : Number(held);
  };
  const row = outcome.bands[0]?.row;
  const titles = program.bands[0]?.rows.map(({ title }) => title) ?? [];
  const schoolDay = (moment: number | undefined): number =>
    moment === undefined ? -1 : year.dates.indexOf(dayOf(moment));
  const [penalty, letters] = [instanceOf(outcome, "penalty"), instanceOf(outcome, "letters")];
  const opened = (step: string): number => schoolDay(letters?.steps.find((each) => each.step === step)?.opened);
  const answer: Record<(typeof FIELDS)[number], number> = {
    attended: n,
    possible: d,
    authorised: figure("authorised-absence"),
    unauthorised: figure("unauthorised-absence"),
    penaltyDay: schoolDay(penalty?.started),
    lately: figure("unauthorised-lately"),
    lates: figure("lates"),
    persistentlyLate: holds("persistently-late"),
    longestAbsence: figure("longest-absence"),
    band: row === undefined ? -1 : titles.indexOf(row),
    persistentlyAbsent: holds("persistently-absent"),
    severelyAbsent: holds("severely-absent"),
    first: opened("first"),
    second: opened("second"),
    third: opened("third"),
    stillAway: figure("still-away"),
  };
  return FIELDS.map((field) => answer[field]);
}

function instanceOf({ instances }: Outcome, procedure: string): InstanceOutcome | undefined {
  return instances.find((instance) => instance.procedure === procedure);
}
