// What a procedure lives on, in words: the absence, the mark, the request, the notice, the time of year.

import type { Instance } from "../runtime/instance.ts";
import type { Procedure } from "../runtime/program.ts";
import type { Day } from "../school/day.ts";
import { dayOf } from "../school/moment.ts";
import type { ReadCase } from "./reading.ts";
import { dayWords, sessionWords } from "./say.ts";

/** What the procedure lives on, where that says something: the absence, the mark, the request, the notice. */
export function sayAnchor({ world, asOf }: ReadCase, procedure: Procedure, instance: Instance): string {
  const today = dayOf(asOf);
  const { anchor } = procedure;
  switch (anchor.kind) {
    case "absence":
      return `absent since ${sessionOf(world.calendar, instance, today)}`;
    case "session":
      return `the mark of ${sessionOf(world.calendar, instance, today)}`;
    case "act": {
      const saying = world.program.acts.get(anchor.act)?.saying ?? anchor.act;
      return instance.record === undefined ? saying : `${saying} ${dayWords(dayOf(instance.record.happened), today)}`;
    }
    case "period":
      if (anchor.unit === "day") return "every school day";
      return anchor.unit === "school-year" ? "" : `every ${anchor.unit}`;
    case "pupil":
    case "parent":
    case "school":
      return "";
    case "class":
      return `class ${instance.className ?? instance.key}`;
  }
}

function sessionOf(
  { sessionDay, sessionHalf }: ReadCase["world"]["calendar"],
  { session, key }: Instance,
  today: Day,
): string {
  const day = session === undefined ? undefined : sessionDay[session];
  return session === undefined || day === undefined
    ? key
    : sessionWords(day, sessionHalf[session] === 0 ? "AM" : "PM", today);
}
