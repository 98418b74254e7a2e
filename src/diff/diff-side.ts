// One of two policies that are compared: what runs, the calendar it is played on, and the day whose values count.

import type { Policy } from "../explain/case.ts";
import type { Calendar } from "../school/calendar.ts";
import type { Day } from "../school/day.ts";

export interface DiffSide {
  /** How a reader calls it: `hall-green`, `read as “both are needed”`, `2024-08-18`. */
  readonly label: string;
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly day: Day;
  /** It was compared on this very day, so the pupil is looked at then; otherwise on a day that suits both. */
  readonly onDay: boolean;
}
