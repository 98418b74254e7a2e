// The packed batch form's word on the decision, in the bench's own form.

import { packRegister } from "../../../src/runtime/packed-register.ts";
import type { PackedRegister } from "../../../src/runtime/packed-register.ts";
import { NOT_KNOWN } from "../../../src/runtime/packed-outcome.ts";
import type { PackedOutcome, PackedProcedure } from "../../../src/runtime/packed-outcome.ts";
import { dayOf } from "../../../src/school/moment.ts";
import { FIELDS, WIDTH } from "./answers.ts";
import type { Decision } from "./decision.ts";
import { recordOf } from "./interpreted.ts";
import type { Year } from "./year.ts";

/** The register that pupils' bytes stand for: the very same bytes, with the columns of the roll beside them. */
export function packed({ world, year }: Decision, bytes: Uint8Array, pupils: number, stride: number): PackedRegister {
  const records = Array.from({ length: pupils }, (_, pupil) => recordOf(year, `P${pupil}`, bytes, pupil * stride));
  const register = packRegister(world, records);
  if (register.stride !== stride || Buffer.compare(register.slots, bytes) !== 0)
    throw new Error("a register of these pupils is laid out otherwise than the bench lays it out");
  return register;
}

export function answersOfPacked(year: Year, outcome: PackedOutcome): Int32Array {
  const answers = new Int32Array(outcome.count * WIDTH);
  for (let pupil = 0; pupil < outcome.count; pupil++)
    FIELDS.forEach((field, index) => (answers[pupil * WIDTH + index] = readers[field](year, outcome, pupil)));
  return answers;
}

type Reader = (year: Year, outcome: PackedOutcome, pupil: number) => number;

const readers: Readonly<Record<(typeof FIELDS)[number], Reader>> = {
  attended: (_, { measures }, pupil) => there(measures["attended-share"]).n[pupil] as number,
  possible: (_, { measures }, pupil) => there(measures["attended-share"]).d[pupil] as number,
  authorised: measure("authorised-absence"),
  unauthorised: measure("unauthorised-absence"),
  penaltyDay: (year, { procedures }, pupil) => schoolDay(year, there(procedures["penalty"]).started[pupil] as number),
  lately: measure("unauthorised-lately"),
  lates: measure("lates"),
  persistentlyLate: status("persistently-late"),
  longestAbsence: measure("longest-absence"),
  band: (_, { bands }, pupil) => there(bands["level"])[pupil] as number,
  persistentlyAbsent: status("persistently-absent"),
  severelyAbsent: status("severely-absent"),
  first: step("first"),
  second: step("second"),
  third: step("third"),
  stillAway: measure("still-away"),
};

function measure(name: string): Reader {
  return (_, { measures }, pupil) => {
    const { n, d } = there(measures[name]);
    if (d[pupil] !== 1) throw new Error(`${name} is no whole number`);
    return n[pupil] as number;
  };
}

function status(name: string): Reader {
  return (_, { statuses }, pupil) => {
    const holds = there(statuses[name])[pupil] as number;
    return holds === NOT_KNOWN ? -1 : holds;
  };
}

function step(name: string): Reader {
  return (year, { procedures }, pupil) => {
    const { steps }: PackedProcedure = there(procedures["letters"]);
    return schoolDay(year, there(steps[name]).opened[pupil] as number);
  };
}

function schoolDay({ dates }: Year, moment: number): number {
  return moment < 0 ? -1 : dates.indexOf(dayOf(moment));
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the packed outcome lacks what the policy decides");
  return value;
}
