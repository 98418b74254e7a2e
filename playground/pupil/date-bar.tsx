// The date and time looked at, and steps of a school day or a week.

import { dayOf, formatDay, sayDay, secondOf } from "../../src/wording.ts";
import type { Store } from "../state/store.ts";
import type { CalendarView } from "../worker/protocol.ts";
import { momentFrom, timeValue } from "./date-values.ts";

/** The nearest school day before or after; undefined past the end of the calendar. */
export function schoolDayFrom({ schoolDays }: CalendarView, day: number, step: 1 | -1): number | undefined {
  return step === 1 ? schoolDays.find((each) => each > day) : schoolDays.findLast((each) => each < day);
}

export function DateBar({ store, calendar }: { readonly store: Store; readonly calendar: CalendarView }) {
  const moment = store.asOf.value;
  const day = dayOf(moment);
  const inside = (each: number | undefined): number | undefined =>
    each !== undefined && calendar.years.some(({ from, to }) => from <= each && each <= to) ? each : undefined;
  const step = (to: number | undefined, name: string, shown: string) => (
    <button
      type="button"
      class="button"
      aria-label={name}
      disabled={to === undefined}
      onClick={() => {
        if (to === undefined) return;
        store.lookOn(to, secondOf(moment));
        store.said.value = `Looking at ${sayDay(to)}`;
      }}
    >
      {shown}
    </button>
  );
  const read = (date: string, time: string): void => {
    const next = momentFrom(date, time);
    if (next !== undefined && inside(dayOf(next)) !== undefined) store.lookOn(dayOf(next), secondOf(next));
  };
  const [first, last] = [calendar.years[0]?.from, calendar.years.at(-1)?.to];
  return (
    <fieldset class="date-bar">
      <legend>The date looked at</legend>
      {step(inside(day - 7), "Week before", "‹ Week")}
      {step(schoolDayFrom(calendar, day, -1), "Day before", "‹ Day")}
      <label>
        <span class="unseen">Date looked at</span>
        <input
          type="date"
          value={formatDay(day)}
          {...(first === undefined ? {} : { min: formatDay(first) })}
          {...(last === undefined ? {} : { max: formatDay(last) })}
          onChange={({ currentTarget }) => read(currentTarget.value, timeValue(moment))}
        />
      </label>
      <label>
        <span class="unseen">Time looked at</span>
        <input
          type="time"
          value={timeValue(moment)}
          onChange={({ currentTarget }) => read(formatDay(day), currentTarget.value)}
        />
      </label>
      {step(schoolDayFrom(calendar, day, 1), "Day after", "Day ›")}
      {step(inside(day + 7), "Week after", "Week ›")}
    </fieldset>
  );
}
