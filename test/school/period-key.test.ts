// What a period is known by: terms of one name in two years are two periods, and a procedure lives on each of them.

import { expect, test } from "vitest";
import { makeCalendar } from "../../src/school/calendar.ts";
import { knownDay } from "../../src/school/day.ts";
import { periodKey } from "../../src/school/periods.ts";

const year = (first: number) => {
  const span = { from: knownDay(`${first}-09-02`), to: knownDay(`${first}-12-18`) };
  const halfTerms = [{ name: "autumn", ...span }];
  return {
    name: `${first}`,
    from: knownDay(`${first}-09-01`),
    to: knownDay(`${first + 1}-08-31`),
    terms: [{ name: "autumn term", ...span, halfTerms }],
  };
};

test("S22 the autumn terms of two years are known by two names, though they bear one", () => {
  const calendar = makeCalendar({
    name: "two years",
    years: [year(2024), year(2025)],
    bankHolidays: [],
    inset: [],
    closed: [],
    oneSession: [],
  });
  const keys = calendar.periodsOf("term").map((span) => periodKey(calendar, "term", span));
  expect(keys).toEqual(["term autumn term", "term autumn term from 2025-09-02"]);
});
