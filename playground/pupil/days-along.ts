// A stretch of time → the days to write along a picture of it.

import { dayOf, SECONDS_IN_DAY } from "../../src/wording.ts";

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** As many as have room, a whole number of weeks apart where that is more than one day. */
export function daysAlong({ from, to }: Stretch, width: number): readonly number[] {
  const first = Math.ceil(from / SECONDS_IN_DAY);
  const days = dayOf(to) - first;
  const room = Math.max(2, Math.floor(width / 90));
  const weeks = Math.max(1, Math.ceil(days / room / 7));
  const every = days <= room ? 1 : weeks * 7;
  return Array.from({ length: Math.floor((days - 1) / every) + 1 }, (_, place) => first + place * every);
}
