// A night's work for one pupil whose state was kept, beside evaluating the year anew: on the policy of the bench and on a school's own, with
// all marks in time, and with one in a hundred first written as N and put right some days later.

import { advance, outcomeAt, startState } from "../../../src/runtime/advance.ts";
import { evaluatePupil } from "../../../src/runtime/evaluate.ts";
import type { World } from "../../../src/runtime/world.ts";
import { makeWorld } from "../../../src/runtime/world.ts";
import { makeRandom } from "../../../src/data/random.ts";
import type { Day } from "../../../src/school/day.ts";
import { lastInstant, momentOf } from "../../../src/school/moment.ts";
import type { Mark, PupilRecord } from "../../../src/school/record.ts";
import { isDeepEqual } from "../../../src/support/is-deep-equal.ts";
import { compileFile } from "../../policy-files.ts";
import { openDecision } from "../decision/decision.ts";
import { recordOf } from "../decision/interpreted.ts";
import { drawAll, pupilsOf } from "../decision/pupils.ts";
import { race } from "../race.ts";
import type { Entrant } from "../race.ts";
import { atLeast, eachOf } from "../report.ts";
import type { Report, Section, Target } from "../report.ts";

const YEAR = "the year evaluated anew";
const NIGHT = "one day on, by the state kept";
const ANSWER = "one day on, and all that the policy says then";
const LEAST = 100;
/** One mark in so many is put right later. */
const CORRECTED = 100;

export async function measureNights(quick: boolean): Promise<Report> {
  const { world, calendar } = openDecision();
  const { ready } = compileFile(new URL("../../../policies/hall-green/hall-green.rollcall", import.meta.url));
  if (ready === undefined) throw new Error("policies/hall-green does not compile");
  const reports: { readonly section: Section; readonly target: Target }[] = [];
  for (const [name, on] of [
    ["the bench's policy", world],
    ["hall-green", makeWorld(ready.program, calendar)],
  ] as const)
    for (const corrected of [false, true]) reports.push(await measure(name, on, corrected, quick));
  return { sections: reports.map(({ section }) => section), targets: reports.map(({ target }) => target) };
}

async function measure(
  name: string,
  world: World,
  corrected: boolean,
  quick: boolean,
): Promise<{ readonly section: Section; readonly target: Target }> {
  const records = recordsOf(quick ? 4 : 12, corrected);
  const days = world.calendar.schoolDays;
  const asOf = lastInstant(days.at(-1) as Day);
  const told = records.map(({ marks }) => Map.groupBy(marks, toldOn));
  const through = (look: (state: ReturnType<typeof startState>) => unknown): void => {
    records.forEach((record, pupil) => {
      const state = startState(world, record.pupil);
      for (const date of days) {
        advance(state, { date, marks: told[pupil]?.get(date) ?? [] });
        look(state);
      }
    });
  };
  records.forEach((record, pupil) => {
    const state = startState(world, record.pupil);
    for (const date of days) advance(state, { date, marks: told[pupil]?.get(date) ?? [] });
    if (!isDeepEqual(outcomeAt(state), evaluatePupil(world, record, asOf)))
      throw new Error(`${name}: the state kept says otherwise than the year evaluated anew`);
  });
  const nights = records.length * days.length;
  const entrants: readonly Entrant[] = [
    { name: YEAR, count: records.length, run: () => records.map((record) => evaluatePupil(world, record, asOf)) },
    { name: NIGHT, count: nights, run: () => through(() => undefined) },
    { name: ANSWER, count: nights, run: () => through(outcomeAt) },
  ];
  const lines = await race(entrants, quick ? { rounds: 3, turn: 5 } : { rounds: 9, turn: 50 });
  const late = corrected ? `one mark in ${CORRECTED} put right late` : "every mark in time";
  return {
    section: { title: `A night's work for a pupil: ${name}, ${late}`, unit: "ns", lines, against: NIGHT, notes: [] },
    target: atLeast(
      `the year evaluated anew, against \`advance\` by a day: ${name}, ${late}`,
      LEAST,
      eachOf(lines, YEAR) / eachOf(lines, NIGHT),
    ),
  };
}

function recordsOf(pupils: number, corrected: boolean): readonly PupilRecord[] {
  const { year } = openDecision();
  const bytes = drawAll(pupilsOf(year, 2), pupils, year.slots);
  return Array.from({ length: pupils }, (_, pupil) => {
    const record = recordOf(year, `P${pupil}`, bytes, pupil * year.slots);
    const random = makeRandom(3, pupil);
    const marks = record.marks.flatMap((mark, slot) =>
      corrected && random.below(CORRECTED) === 0 ? putRight(mark, year.dates, slot >> 1, 1 + random.below(5)) : [mark],
    );
    return { ...record, marks };
  });
}

/** The mark as it stood at first, and as it was put right at the end of a later school day. */
function putRight(mark: Mark, dates: Int32Array, day: number, later: number): readonly Mark[] {
  const known = dates[day + later];
  if (known === undefined) return [mark];
  return [
    { ...mark, code: "N" },
    { ...mark, known: momentOf(known, 16 * 3600) },
  ];
}

function toldOn({ day, known }: Mark): Day {
  return known === undefined ? day : Math.floor(known / 86_400);
}
