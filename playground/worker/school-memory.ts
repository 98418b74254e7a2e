// Which school is in the worker's memory: one that was made up, and one whose files were read. Neither is ever stored.

import { inventRecords } from "../../src/index.ts";
import type { Calendar, SchoolRecord } from "../../src/index.ts";
import { openShelved, readyOf } from "./ready.ts";
import type { MadeUp, NoSchool, SchoolSide, SchoolSource } from "./school-protocol.ts";
import { MOST_PUPILS } from "./school-protocol.ts";
import { follow } from "./work.ts";
import type { Work } from "./work.ts";

export interface School {
  readonly kind: "ready";
  readonly source: SchoolSource;
  readonly school: SchoolRecord;
  readonly calendar: Calendar;
}

let madeUp: { readonly key: string; readonly school: School } | undefined;
let imported: School | undefined;

export function keepImported(school: SchoolRecord, calendar: Calendar): void {
  imported = { kind: "ready", source: { kind: "imported" }, school, calendar };
}

export function forgetImported(): void {
  imported = undefined;
}

/** The school asked for, made if it is not there yet. */
export async function schoolOf(source: SchoolSource, side: SchoolSide, work: Work): Promise<School | NoSchool> {
  if (source.kind === "imported")
    return (
      imported ?? {
        kind: "none",
        why: "There is no school in memory: its files have been forgotten. Choose them again.",
      }
    );
  const { seed, pupils, until, follows } = source;
  const key = JSON.stringify([seed, pupils, until, follows]);
  if (madeUp?.key === key) return madeUp.school;
  const made = await makeUp(source, side, work);
  if (made.kind === "ready") madeUp = { key, school: made };
  return made;
}

async function makeUp(source: MadeUp, side: SchoolSide, work: Work): Promise<School | NoSchool> {
  const { seed, pupils, until, follows } = source;
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(pupils) || pupils < 1 || pupils > MOST_PUPILS)
    return { kind: "none", why: `A school can be made up with 1 to ${MOST_PUPILS} pupils.` };
  const shelved = await openShelved(follows);
  const followed = await (shelved === undefined ? readyOf(side.policy, side.readings) : readyOf(shelved, []));
  if (followed === undefined) return { kind: "none", why: "The policy cannot run yet, so no school can follow it." };
  const { program } = followed.compilation.ready;
  const steps = inventRecords({ seed, pupils, until, program });
  const invented = await follow(work, "Making up the school", pupils, steps);
  if (invented === undefined)
    return {
      kind: "none",
      why: "A school can be made up for the school years 2023/24 to 2026/27 only. Choose a day of theirs.",
    };
  return { kind: "ready", source, ...invented };
}
