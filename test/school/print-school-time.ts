// Prints a stretch of school-time arithmetic, for a test that runs it on computers set to different time zones.

import { sampleCalendarPlan } from "../../src/data/sample-calendar.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import { addMonths, formatDay, knownDay, weekdayName } from "../../src/school/day.ts";
import { formatMoment, lastInstant, momentOf } from "../../src/school/moment.ts";
import { windowSessions } from "../../src/school/window.ts";

const calendar = makeCalendar(sampleCalendarPlan());
const clock = {
  opensAt: (session: number): number => momentOf(calendar.sessionDay[session] as number, 32_100),
  closesAt: (session: number): number => momentOf(calendar.sessionDay[session] as number, 33_000),
};

for (let day = knownDay("2025-09-01"); day <= knownDay("2026-08-31"); day++) {
  const range = windowSessions(calendar, { kind: "in-school-weeks", count: 10 }, lastInstant(day), clock);
  const moved = calendar.addUnits(day, 7, "school-day") ?? day;
  console.log(
    [formatMoment(momentOf(day, 5400)), weekdayName(day), formatDay(addMonths(day, 1)), formatDay(moved), range?.from],
    calendar.dayKind(day),
  );
}
