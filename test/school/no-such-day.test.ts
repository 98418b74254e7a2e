// A date that no calendar has, and why not.

import { expect, test } from "vitest";
import { sayNoSuchDay, whyNoSuchDay } from "../../src/school/no-such-day.ts";

test.each([
  ["2026-06-31", "June has 30 days"],
  ["2026-01-32", "January has 31 days"],
  ["2026-02-29", "February 2026 has 28 days"],
  ["2028-02-30", "February 2028 has 29 days"],
  ["2026-13-01", "a year has the months 01 to 12"],
  ["2026-00-01", "a year has the months 01 to 12"],
  ["2026-05-00", "May begins with 01"],
  ["2026-06-31T08:45", "June has 30 days"],
])("%s: %s", (text, why) => {
  expect(whyNoSuchDay(text)).toBe(why);
  expect(sayNoSuchDay(text)).toBe(`There is no date ${text.slice(0, 10)}: ${why}.`);
});

test.each(["2028-02-29", "2026-06-30T25:00", "31/06/2026", "tomorrow", ""])("nothing of %j", (text) => {
  expect(whyNoSuchDay(text)).toBeUndefined();
});
