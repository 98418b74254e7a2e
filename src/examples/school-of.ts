// An example's school: the pupil it describes, with every session it does not mention attended, and its staff.

import type { CheckedExample } from "../checker/example.ts";
import type { World } from "../runtime/world.ts";
import type { Day } from "../school/day.ts";
import { dayOf } from "../school/moment.ts";
import type { Mark, SchoolRecord } from "../school/record.ts";

/** The pupil is on roll from the start of the school year of the earliest day the example speaks of, unless it says otherwise. */
export function schoolOf(world: World, example: CheckedExample): SchoolRecord {
  const { calendar } = world;
  const earliest = Math.min(
    ...example.marks.map(({ day }) => day),
    ...example.log.map(({ happened }) => dayOf(happened)),
    ...example.expectations.map(({ at }) => dayOf(at)),
  );
  const from = calendar.period("school-year", earliest)?.from ?? Math.max(earliest, calendar.firstDay);
  const pupil = { ...example.pupil, onRoll: example.pupil.onRoll.length > 0 ? example.pupil.onRoll : [{ from }] };
  return {
    name: "example",
    staff: example.staff,
    log: example.log.filter((record) => record.pupil === undefined),
    pupils: [{ pupil, marks: fillIn(world, example, from), arrivals: example.arrivals, log: example.log }],
    attributes: {},
  };
}

function fillIn(world: World, example: CheckedExample, from: Day): readonly Mark[] {
  const { calendar } = world;
  const said = new Set(example.marks.map(({ day, half }) => `${day} ${half}`));
  const unmentioned: Mark[] = [];
  for (let session = calendar.firstSessionOnOrAfter(from); session < calendar.sessionCount; session++) {
    const day = calendar.sessionDay[session] as Day;
    const half = calendar.sessionHalf[session] === 0 ? "AM" : "PM";
    if (!said.has(`${day} ${half}`))
      unmentioned.push({ pupil: example.pupil.id, day, half, code: half === "AM" ? "/" : "\\" });
  }
  return [...unmentioned, ...example.marks.filter(({ code }) => code !== "-")];
}
