// Believable term dates for a school that has not put in its own yet, and a word at the top that says so.

import { sampleCalendarPlan } from "../data/sample-calendar.ts";
import { writeCalendar } from "../data/write-calendar.ts";

/** The text of calendar.yaml. */
export function sampleCalendar(school: string): string {
  return `# Believable term dates, made up: put in your own. The bank holidays are the real ones.\n${writeCalendar({ ...sampleCalendarPlan(), name: school })}`;
}
