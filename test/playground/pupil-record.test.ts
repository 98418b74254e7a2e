import { describe, expect, test } from "vitest";
import { makeCalendar } from "../../src/index.ts";
import { entryOf, recordId, recordOf } from "../../playground/worker/pupil-record.ts";
import type { Sketch } from "../../playground/worker/pupil-protocol.ts";
import { momentFrom } from "../../playground/pupil/date-values.ts";

// Days since 1970-01-01: Mon 2 Mar 2026.
const MONDAY = 20514;

const calendar = makeCalendar({
  name: "two weeks",
  years: [
    {
      name: "2025/26",
      from: MONDAY,
      to: MONDAY + 13,
      terms: [
        {
          name: "spring",
          from: MONDAY,
          to: MONDAY + 11,
          halfTerms: [{ name: "spring 2", from: MONDAY, to: MONDAY + 11 }],
        },
      ],
    },
  ],
  bankHolidays: [],
  inset: [],
  closed: [],
  oneSession: [],
});

const nobody: Sketch = { year: 4, flags: [], parents: [], marks: [], log: [] };
const wednesday = momentFrom("2026-03-04", "16:00") as number;

function marksOf(sketch: Sketch): readonly string[] {
  return recordOf(sketch, calendar, wednesday).marks.map(({ day, half, code }) => `${day - MONDAY} ${half} ${code}`);
}

describe("a sketch as a record", () => {
  test("is attended wherever it says nothing, to the end of the day looked at", () => {
    expect(marksOf(nobody)).toEqual(["0 AM /", "0 PM \\", "1 AM /", "1 PM \\", "2 AM /", "2 PM \\"]);
  });

  test("has the marks that it tells, none where a mark is missing, and none of days to come", () => {
    const marks = [
      [`${MONDAY} AM`, "G"],
      [`${MONDAY} PM`, "-"],
      [`${MONDAY + 3} AM`, "G"],
    ] as const;
    expect(marksOf({ ...nobody, marks })).toEqual(["0 AM G", "1 AM /", "1 PM \\", "2 AM /", "2 PM \\"]);
  });

  test("begins on the first day on roll where it says one", () => {
    expect(marksOf({ ...nobody, from: MONDAY + 2 })).toEqual(["2 AM /", "2 PM \\"]);
  });

  test("has its log in order under numbers of its own, and every parent's link", () => {
    const log = [{ act: "telephone", happened: wednesday, fields: { comment: "=1+1" } }];
    const record = recordOf({ ...nobody, parents: ["mother"], log }, calendar, wednesday);
    expect(record.log.map(({ id, act, fields }) => [id, act, fields["comment"]])).toEqual([
      ["entry-1", "telephone", "=1+1"],
    ]);
    expect(record.pupil.parents.map(({ person, cares }) => [person, cares])).toEqual([["mother", true]]);
  });

  test("holds field names that mean something to the language apart", () => {
    const log = [
      { act: "telephone", happened: wednesday, fields: JSON.parse('{"__proto__": "x"}') as Record<string, string> },
    ];
    const [entry] = recordOf({ ...nobody, log }, calendar, wednesday).log;
    expect(Object.getPrototypeOf(entry?.fields)).toBeNull();
  });

  test("finds an entry again by its number, and nothing else", () => {
    expect(entryOf(recordId(7))).toBe(7);
    expect(entryOf("entry-x")).toBeUndefined();
  });
});
