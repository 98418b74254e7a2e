import { describe, expect, it } from "vitest";
import { readCode, readDate, readHalf, readMoment, readTime, readYearGroup, readYesNo } from "../../src/data/cells.ts";
import type { DateOrder, Reading } from "../../src/data/cells.ts";
import { formatDay } from "../../src/school/day.ts";
import { formatMoment, formatTime } from "../../src/school/moment.ts";

function shown<Value>(reading: Reading<Value>, format: (value: Value) => string): string {
  if (reading.kind === "value") return format(reading.value);
  return reading.kind === "ambiguous" ? `${reading.first} or ${reading.second}` : `no: ${reading.why}`;
}
const date = (text: string, order: DateOrder = "iso"): string => shown(readDate(text, order), formatDay);
const time = (text: string): string => shown(readTime(text), formatTime);
const moment = (text: string): string => shown(readMoment(text, "iso"), formatMoment);

describe("a date in a cell", () => {
  it.each([
    ["2026-03-02", "2026-03-02"],
    ["2026-3-2", "2026-03-02"],
    ["2026-03-02T00:00:00", "2026-03-02"],
    ["2026-03-02 00:00:00.000000", "2026-03-02"],
    ["2 March 2026", "2026-03-02"],
    ["02-Mar-2026", "2026-03-02"],
    ["1 Sept 2025", "2025-09-01"],
    ["25/03/2026", "2026-03-25"],
    ["25.3.2026", "2026-03-25"],
    ["03/25/2026", "2026-03-25"],
    ["05/05/2026", "2026-05-05"],
  ])("%s is %s in any order", (text, expected) => {
    expect(date(text)).toBe(expected);
  });

  it("that may be two dates is neither, until somebody says which number comes first", () => {
    expect(date("03/04/2026")).toBe("2026-04-03 or 2026-03-04");
    expect(date("03/04/2026", "day-first")).toBe("2026-04-03");
    expect(date("03/04/2026", "month-first")).toBe("2026-03-04");
    expect(date("25/03/2026", "month-first")).toBe("no: There is no such day in the calendar.");
  });

  it.each([
    "29/02/2026",
    "2026-13-01",
    "31 June 2026",
    "3 Mai 2026",
    "3 Ma 2026",
    "2026-03-02T08:00",
    "46084",
    "03/04/26",
    "March",
    "",
    "2026/03/02",
    "03/04-2026",
  ])("%j is none", (text) => {
    expect(date(text)).toMatch(/^no:/);
  });

  it("that lost its form in a workbook says how to get it back", () => {
    expect(date("46084")).toContain("workbook");
    expect(date("03/04/26")).toContain("century");
  });
});

describe("a time in a cell", () => {
  it.each([
    ["08:55", "08:55"],
    ["8:55", "08:55"],
    ["08:55:30", "08:55:30"],
    ["08:55:30.000", "08:55:30"],
    ["8:55 AM", "08:55"],
    ["1:05pm", "13:05"],
    ["12:00 am", "00:00"],
    ["12:30 pm", "12:30"],
  ])("%s is %s", (text, expected) => {
    expect(time(text)).toBe(expected);
  });

  it.each(["24:00", "13:05 pm", "0:30 am", "0855", "08:55Z", "08:55+01:00", "", "noon"])("%j is none", (text) => {
    expect(time(text)).toMatch(/^no:/);
  });

  it("S1: in a zone of its own is refused, because times are those of the school's clock", () => {
    expect(time("08:55:00Z")).toContain("time zone");
    expect(moment("2026-03-02T08:55:00+01:00")).toContain("time zone");
  });
});

describe("other cells", () => {
  it("S7: a moment is a date and a time, and a date alone is its day's last instant", () => {
    expect(moment("2026-03-02 08:55")).toBe("2026-03-02 08:55");
    expect(moment("25/03/2026 8:55 am")).toBe("2026-03-25 08:55");
    expect(moment("2026-03-02")).toBe("2026-03-02 23:59:59");
    expect(moment("03/04/2026 08:55")).toBe("2026-04-03 or 2026-03-04");
    expect(moment("08:55")).toMatch(/^no:/);
  });

  it("year groups have many names", () => {
    expect(["4", "Year 4", "Y4", "yr 4", "year4"].map(readYearGroup)).toEqual([4, 4, 4, 4, 4]);
    expect(["R", "Reception", "0", "YR"].map(readYearGroup)).toEqual([0, 0, 0, 0]);
    expect(["N", "N1", "Nursery", "-1"].map(readYearGroup)).toEqual([-1, -1, -1, -1]);
    expect(["", "15", "4B", "Year", "-2", "4.5"].map(readYearGroup)).toEqual(Array(6).fill(undefined));
  });

  it("yes and no, morning and afternoon", () => {
    expect(["yes", "Y", "TRUE", "1", "no", "n", "False", "0", "maybe", ""].map(readYesNo)).toEqual([
      ...Array(4).fill(true),
      ...Array(4).fill(false),
      undefined,
      undefined,
    ]);
    expect(["AM", "am", "Morning", "PM", "afternoon", "A", ""].map(readHalf)).toEqual([
      "AM",
      "AM",
      "AM",
      "PM",
      "PM",
      undefined,
      undefined,
    ]);
  });

  it("S8: a code is kept as recorded, in capitals, and only its shape is judged", () => {
    expect(["/", "\\", "#", "i", "C1", "y7", "Q"].map(readCode)).toEqual(["/", "\\", "#", "I", "C1", "Y7", "Q"]);
    expect(["", "-", "CC", "1", "C12", "I ", "Ä", "ı"].map(readCode)).toEqual(Array(8).fill(undefined));
  });
});
