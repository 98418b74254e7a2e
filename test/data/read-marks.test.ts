import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCalendarPlan } from "../../src/data/read-calendar.ts";
import { writeCsv } from "../../src/data/write-csv.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import { formatDay, knownDay } from "../../src/school/day.ts";
import { makeSource } from "../../src/source/text.ts";
import { calendarYaml, marks, readWith, said, sentence } from "./read.ts";
import type { Files } from "./read.ts";

const plan = readCalendarPlan(makeSource("calendar.yaml", calendarYaml)).plan;
if (plan === undefined) throw new Error("the small calendar is broken");
const calendar = makeCalendar(plan);

/** A register: for each pupil, the code of each session of the calendar in order, blank for a missing mark. */
type Register = Readonly<Record<string, readonly string[]>>;

const slots = [...calendar.sessionDay].map((day, session) => ({
  day,
  half: calendar.sessionHalf[session] === 0 ? ("AM" as const) : ("PM" as const),
}));

function longLayout(register: Register): string {
  const rows = Object.entries(register).flatMap(([pupil, codes]) =>
    codes.map((code, session) => [pupil, formatDay(slots[session]?.day ?? 0), slots[session]?.half ?? "", code]),
  );
  return writeCsv(["pupil", "date", "session", "code"], rows);
}

function dayLayout(register: Register): string {
  const rows = Object.entries(register).flatMap(([pupil, codes]) =>
    [...calendar.schoolDays].map((day) => {
      const code = (half: "AM" | "PM"): string => codes[calendar.sessionOrdinal(day, half)] ?? "";
      return [pupil, formatDay(day), code("AM"), code("PM")];
    }),
  );
  return writeCsv(["pupil", "date", "AM", "PM"], rows);
}

function sessionsLayout(register: Register): string {
  const headings = slots.map(({ day, half }) => `${formatDay(day)} ${half}`);
  return writeCsv(
    ["pupil", ...headings],
    Object.entries(register).map(([pupil, codes]) => [pupil, ...codes]),
  );
}

/** Two marks for every calendar day from the first half-term's first day, closed days filled as exports fill them. */
function stringLayout(register: Register, separator: string): string {
  const rows = Object.entries(register).map(([pupil, codes]) => {
    const string: string[] = [];
    for (let day = knownDay("2026-04-27"); day <= knownDay("2026-05-08"); day++) {
      for (const half of ["AM", "PM"] as const) {
        const session = calendar.sessionOrdinal(day, half);
        string.push(session < 0 ? "#" : codes[session] === "" ? "-" : (codes[session] ?? ""));
      }
    }
    return [pupil, "2026-04-27", string.join(separator)];
  });
  return writeCsv(["pupil", "start", "marks"], rows);
}

const read = (marksCsv: string, files: Files = {}): ReturnType<typeof readWith> => {
  const pupils = "id,year,from\nP1,4,2025-09-01\nP2,4,2025-09-01\n";
  return readWith({ "pupils.csv": pupils, "marks.csv": marksCsv, ...files });
};
const stringMapping = (more = ""): Files => ({ "mapping.yaml": `marks: {string-days: every-day${more}}\n` });
const codeOf = fc.constantFrom("/", "\\", "L", "I", "N", "O", "C1", "Y7", "#", "");
const registerOf = fc.record({
  P1: fc.array(codeOf, { minLength: 13, maxLength: 13 }),
  P2: fc.array(codeOf, { minLength: 13, maxLength: 13 }),
});

describe("a register", () => {
  it("S8: is the same in all four layouts, and a missing mark is no mark in each", async () => {
    await fc.assert(
      fc.asyncProperty(registerOf, async (register) => {
        const expected = Object.entries(register).flatMap(([pupil, codes]) =>
          codes.flatMap((code, session) => {
            const slot = slots[session];
            return code === "" || slot === undefined ? [] : [`${pupil} ${formatDay(slot.day)} ${slot.half} ${code}`];
          }),
        );
        const readings = await Promise.all([
          read(longLayout(register)),
          read(dayLayout(register)),
          read(sessionsLayout(register)),
          read(stringLayout(register, " "), stringMapping(', mark-separator: " "')),
        ]);
        for (const reading of readings) {
          expect(said(reading)).toEqual([]);
          expect(marks(reading)).toEqual(expected);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("S7: does not depend on the order of its rows", async () => {
    const rows = [
      "P1,2026-05-01,AM,I,2026-05-06 10:00",
      "P1,2026-05-01,AM,N,",
      "P1,2026-04-28,PM,/,",
      "P2,2026-04-28,AM,/,",
      "P1,2026-04-28,AM,L,",
    ];
    const head = "pupil,date,session,code,known";
    const expected = marks(await read([head, ...rows].join("\n")));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        expect(marks(await read([head, ...shuffled].join("\n")))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
    expect(expected.map((mark) => mark.slice(0, 18))).toEqual([
      "P1 2026-04-28 AM L",
      "P1 2026-04-28 PM /",
      "P1 2026-05-01 AM N",
      "P1 2026-05-01 AM I",
      "P2 2026-04-28 AM /",
    ]);
  });

  it("keeps minutes late, setting, reason and the known moment of each mark", async () => {
    const reading = await read(
      "pupil,date,session,code,known,minutes late,setting,reason\nP1,2026-05-01,AM,L,,12,,bus\nP1,2026-05-01,PM,D,2026-05-05,,Elm School,\n",
    );
    const [late, dual] = reading.school.pupils[0]?.marks ?? [];
    expect(late).toMatchObject({ code: "L", minutesLate: 12, reason: "bus", source: { file: "marks.csv", line: 2 } });
    expect(late).not.toHaveProperty("known");
    expect(dual).toMatchObject({ code: "D", setting: "Elm School" });
    expect(dual?.known).toBe(knownDay("2026-05-06") * 86_400 - 1);
  });

  it("comes from several files where the mapping says so", async () => {
    const head = "pupil,date,session,code\n";
    const reading = await read("", {
      "mapping.yaml": "marks: {files: [april.csv, may.csv]}\n",
      "april.csv": `${head}P1,2026-04-28,AM,/\n`,
      "may.csv": `${head}P1,2026-05-01,AM,L\n`,
    });
    expect(marks(reading)).toEqual(["P1 2026-04-28 AM /", "P1 2026-05-01 AM L"]);
    expect(reading.school.pupils[0]?.marks[1]?.source).toEqual({ file: "may.csv", line: 2 });
    expect(said(reading)).toEqual(["marks.csv:1:1 advice data-file-not-used"]);
  });

  it("in the codes of another program is translated by the mapping", async () => {
    const mapping = 'marks: {codes: {"1": /, Ill: I}}\n';
    const reading = await read("pupil,date,session,code\nP1,2026-05-01,AM,1\nP1,2026-05-01,PM,Ill\n", {
      "mapping.yaml": mapping,
    });
    expect(marks(reading)).toEqual(["P1 2026-05-01 AM /", "P1 2026-05-01 PM I"]);
  });
});

describe("one row a mark", () => {
  it.each([
    ["P1,2026-05-01,AM,XX", "marks.csv:2:18 error data-mark-not-a-code"],
    ["P1,2026-05-01,AM,5", "marks.csv:2:18 error data-mark-not-a-code"],
    ["P9,2026-05-01,AM,/", "marks.csv:2:1 error data-pupil-unknown"],
    ["P1,,AM,/", "marks.csv:2:4 error data-cell-blank"],
    ["P1,01/05/2026,AM,/", "marks.csv:2:4 error data-cell-ambiguous-date"],
    ["P1,2026-05-01,noon,/", "marks.csv:2:15 error data-cell-not-a-choice"],
    ["P1,2026-05-01,,/", "marks.csv:2:15 error data-cell-blank"],
    ["P1,2026-05-01,AM,L,,late", "marks.csv:2:21 error data-cell-not-a-number"],
    ["P1,2026-05-01,AM,L,soon,", "marks.csv:2:20 error data-cell-not-a-date"],
    ["P1,2027-05-01,AM,/", "marks.csv:2:18 error data-mark-outside-calendar"],
    ["P1,2026-05-02,AM,/", "marks.csv:2:18 error data-mark-without-session"],
    ["P1,2026-05-04,AM,/", "marks.csv:2:18 error data-mark-without-session"],
    ["P1,2026-04-27,AM,/", "marks.csv:2:18 error data-mark-without-session"],
    ["P1,2026-05-07,AM,I", "marks.csv:2:18 error data-mark-without-session"],
    ["P1,2026-05-08,PM,/", "marks.csv:2:18 error data-mark-without-session"],
    ["P1,2026-05-01,AM,/\nP1,2026-05-01,AM,/", "marks.csv:3:1 warning data-mark-twice"],
    ["P1,2026-05-01,AM,/\nP1,2026-05-01,AM,L", "marks.csv:3:1 error data-mark-contradicts"],
  ])("%j is refused at its place", async (rows, ...expected) => {
    const plain = rows.replaceAll(/^([^,]*,){3}[^,]*$/gm, "$&,,");
    expect(said(await read(`pupil,date,session,code,known,minutes-late\n${plain}\n`))).toEqual(expected);
  });

  it("never takes a mark away, and says so where one stands", async () => {
    const told = async (rows: string): Promise<readonly string[]> =>
      said(await read(`pupil,date,session,code,known\n${rows}\n`));
    expect(await told("P1,2026-05-01,AM,N,\nP1,2026-05-01,AM,-,2026-05-05 10:00")).toEqual([
      "marks.csv:3:18 warning data-mark-taken-away",
    ]);
    expect(await told("P1,2026-05-01,AM,,2026-05-05 10:00\nP1,2026-05-01,AM,N,")).toEqual([
      "marks.csv:2:18 warning data-mark-taken-away",
    ]);
    // A session that had no mark before, or gets one later, loses none.
    expect(await told("P1,2026-05-01,AM,-,2026-05-05 10:00")).toEqual([]);
    expect(await told("P1,2026-05-01,AM,-,2026-05-05 10:00\nP1,2026-05-01,AM,I,2026-05-06 10:00")).toEqual([]);
    expect(await told("P1,2026-05-01,AM,N,\nP1,2026-05-01,AM,-,")).toEqual([]);
  });

  it("says why a day has no session", async () => {
    const why = async (date: string, half = "AM"): Promise<string> =>
      sentence(await read(`pupil,date,session,code\nP1,${date},${half},/\n`)).replace(/.*\((.*)\).*/, "$1");
    expect(await why("2026-05-02")).toBe("a weekend");
    expect(await why("2026-05-04")).toBe("a bank holiday");
    expect(await why("2026-04-27")).toBe("an INSET day");
    expect(await why("2026-05-07")).toBe("a planned closure");
    expect(await why("2026-05-08", "PM")).toBe("a day of one session");
    expect(await why("2026-05-11")).toBe("a holiday");
  });

  it("lets # stand on a closed day, where it says what the calendar says", async () => {
    const reading = await read("pupil,date,session,code\nP1,2026-05-02,AM,#\nP1,2026-05-04,PM,#\n");
    expect([...said(reading), ...marks(reading)]).toEqual([]);
  });

  it("S14: warns of a mark outside the time on roll, and keeps it", async () => {
    const reading = await readWith({
      "marks.csv": "pupil,date,session,code\nP2,2026-05-06,AM,/\nP2,2026-05-06,PM,Z\n",
    });
    expect(said(reading)).toEqual(["marks.csv:2:18 warning data-mark-off-roll"]);
    expect(marks(reading)).toEqual(["P2 2026-05-06 AM /", "P2 2026-05-06 PM Z"]);
  });

  it("S14: does not say of a mark of another school that it counts for nothing, for off roll it counts too", async () => {
    const reading = await readWith({
      "marks.csv": "pupil,date,session,code,setting\nP2,2026-05-06,AM,/,Elm\n",
    });
    expect(said(reading)).toEqual([]);
  });

  it("S8: keeps two marks of one session that two settings took, and a correction known later", async () => {
    const rows =
      "P1,2026-05-01,AM,D,,\nP1,2026-05-01,AM,/,,Elm\nP1,2026-05-01,PM,N,,\nP1,2026-05-01,PM,I,2026-05-06,\n";
    const reading = await read(`pupil,date,session,code,known,setting\n${rows}`);
    expect(said(reading)).toEqual([]);
    expect(marks(reading)).toHaveLength(4);
  });

  it("uses neither of two marks that contradict each other, and shows both", async () => {
    const reading = await read("pupil,date,session,code\nP1,2026-05-01,AM,/\nP1,2026-05-01,PM,/\nP1,2026-05-01,AM,L\n");
    expect(marks(reading)).toEqual(["P1 2026-05-01 PM /"]);
    expect(sentence(reading)).toContain("has both / and L on 2026-05-01 AM, so neither is used");
    expect(reading.diagnostics[0]?.labels).toHaveLength(1);
  });

  it("names the columns that it lacks", async () => {
    expect(said(await read("pupil,date,session\nP1,2026-05-01,AM\n"))).toEqual([
      "marks.csv:1:1 error data-heading-missing",
    ]);
    const reading = await read("pupil,when,session,code\nP1,2026-05-01,AM,/\n", {
      "mapping.yaml": "marks: {columns: {date: when}}",
    });
    expect(said(reading)).toEqual([]);
  });
});

describe("a column a session", () => {
  it("knows its sessions by date and half, weekdays before and other columns beside", async () => {
    const reading = await read(
      'pupil,name,2026-05-01 AM,Tue 28/04/2026-PM,"Wednesday, 29/04/2026 am"\nP1,Asha,/,\\,L\n',
    );
    expect(marks(reading)).toEqual(["P1 2026-04-28 PM \\", "P1 2026-04-29 AM L", "P1 2026-05-01 AM /"]);
    expect(said(reading)).toEqual(["marks.csv:1:7 advice data-heading-not-used"]);
  });

  it("refuses headings that may be two sessions, or none", async () => {
    const reading = await read("pupil,2026-05-01 AM,01/05/2026 PM,31/04/2026 AM,Exam\nP1,/,/,/,/\n");
    expect(said(reading)).toEqual([
      "marks.csv:1:21 error data-session-heading",
      "marks.csv:1:35 error data-session-heading",
      "marks.csv:1:49 advice data-heading-not-used",
    ]);
    expect(marks(reading)).toEqual(["P1 2026-05-01 AM /"]);
  });

  it("points at the very cell, and keeps the row's other marks", async () => {
    const reading = await read("pupil,2026-04-28 AM,2026-04-28 PM,2026-04-29 AM\nP1,/,??,L\n");
    expect(said(reading)).toEqual(["marks.csv:2:6 error data-mark-not-a-code"]);
    expect(marks(reading)).toEqual(["P1 2026-04-28 AM /", "P1 2026-04-29 AM L"]);
  });
});

describe("a string of marks", () => {
  const strings = (rows: string, more?: string): ReturnType<typeof readWith> =>
    read(`pupil,start,marks\n${rows}\n`, stringMapping(more));

  it("fills mornings and afternoons from its first day, blanks being missing marks", async () => {
    const reading = await strings('P1,2026-04-28,/\\L ##I-\nP2,2026-05-05,"  N"');
    expect(said(reading)).toEqual(["marks.csv:2:19 warning data-mark-off-roll"].slice(1));
    expect(marks(reading)).toEqual([
      "P1 2026-04-28 AM /",
      "P1 2026-04-28 PM \\",
      "P1 2026-04-29 AM L",
      "P1 2026-04-30 AM #",
      "P1 2026-04-30 PM #",
      "P1 2026-05-01 AM I",
      "P2 2026-05-06 AM N",
    ]);
  });

  it("may count school days alone", async () => {
    const files = { "mapping.yaml": "marks: {string-days: school-days}\n" };
    const reading = await read("pupil,start,marks\nP1,2026-05-01,/\\L\\\nP2,2026-05-04,II\n", files);
    expect(marks(reading)).toEqual([
      "P1 2026-05-01 AM /",
      "P1 2026-05-01 PM \\",
      "P1 2026-05-05 AM L",
      "P1 2026-05-05 PM \\",
      "P2 2026-05-05 AM I",
      "P2 2026-05-05 PM I",
    ]);
  });

  it("is not read until somebody says which days it counts", async () => {
    const reading = await read("pupil,start,marks\nP1,2026-05-01,/\\\n");
    expect(said(reading)).toEqual(["marks.csv:1:1 error data-string-days-unsaid"]);
    expect(marks(reading)).toEqual([]);
  });

  it("keeps its other marks where one of them is refused", async () => {
    const reading = await strings("P1,2026-04-28,?\\LI");
    expect(said(reading)).toEqual(["marks.csv:2:15 error data-mark-not-a-code"]);
    expect(marks(reading).map((mark) => mark.slice(14))).toEqual(["PM \\", "AM L", "PM I"]);
  });

  it("with a code of two characters is refused whole, at that code", async () => {
    const reading = await strings("P1,2026-04-28,/\\C1/\\\nP2,2026-04-28,/\\\n");
    expect(said(reading)).toEqual(["marks.csv:2:17 error data-string-two-characters"]);
    expect(marks(reading)).toEqual(["P2 2026-04-28 AM /", "P2 2026-04-28 PM \\"]);
    const separated = await strings("P1,2026-04-28,/;\\;C1;y7", ', mark-separator: ";"');
    expect(marks(separated).map((mark) => mark.slice(17))).toEqual(["/", "\\", "C1", "Y7"]);
  });

  it.each([
    [
      "P1,2026-05-01,//II",
      "marks.csv:2:17 error data-mark-without-session",
      "marks.csv:2:18 error data-mark-without-session",
    ],
    ["P1,2026-04-28,/?", "marks.csv:2:16 error data-mark-not-a-code"],
    [
      "P1,2026-08-31,####",
      "marks.csv:2:17 error data-mark-outside-calendar",
      "marks.csv:2:18 error data-mark-outside-calendar",
    ],
    ["P1,,//", "marks.csv:2:4 error data-cell-blank"],
    ['P1,2026-04-28,"/ ?"', "marks.csv:2:18 error data-mark-not-a-code"],
  ])("%j is refused at the very mark", async (row, ...expected) => {
    expect(said(await strings(row))).toEqual(expected);
  });
});

describe("presets", () => {
  it.each([
    ["sims", "UPN,Legal Surname,Legal Forename,Year,Reg,Date,AM,PM", "P1,Khan,Asha,4,4B,01/05/2026,/,L"],
    ["sims", "UPN,Date,Session,Mark,Minutes Late,Comment", "P1,01/05/2026,AM,/,,\nP1,01/05/2026,PM,L,5,bus"],
    ["arbor", "Student ID,recordDate,AM/PM,attendanceMark,minutesLate", "P1,01/05/2026,AM,/,\nP1,01/05/2026,PM,L,5"],
    [
      "wonde",
      "student_id,date,session,attendance_code,comment,minutes_late",
      "P1,2026-05-01,AM,/,,\nP1,2026-05-01,PM,L,,5",
    ],
    ["bromcom", "PersonID,Calendar Date,AM/PM,Mark,Minutes Late", "P1,01/05/2026,AM,/,\nP1,01/05/2026,PM,L,5"],
  ])("%s knows the headings %s", async (preset, head, rows) => {
    const reading = await readWith({
      "mapping.yaml": `preset: ${preset}\npupils: {columns: {id: id, from: from, year: year}}\n`,
      "pupils.csv": "id,year,from\nP1,4,2025-09-01\n",
      "marks.csv": `${head}\n${rows}\n`,
    });
    expect(said(reading).filter((line) => !line.includes("advice"))).toEqual([]);
    expect(marks(reading).map((mark) => mark.slice(0, 18))).toEqual(["P1 2026-05-01 AM /", "P1 2026-05-01 PM L"]);
  });

  it.each([
    ["presets: sims\n", "mapping.yaml:1:1 error data-key-unknown"],
    ["preset: simms\n", "mapping.yaml:1:9 error data-value-wrong"],
    ["marks: {columns: {mark: Mark}}\n", "mapping.yaml:1:25 error data-key-unknown"],
    ["marks: {files: []}\n", "mapping.yaml:1:16 error data-value-wrong"],
    ["pupils: [a]\n", "mapping.yaml:1:9 error data-value-wrong"],
    ["a: b: c\n", "mapping.yaml:1:4 error data-yaml-broken"],
  ])("a mapping that says %j is refused at its place", async (text, expected) => {
    expect(said(await readWith({ "mapping.yaml": text }))).toContain(expected);
  });

  it("the mapping names the school and its attributes", async () => {
    const { school } = await readWith({
      "mapping.yaml": "school: Elm Primary\nattributes: {phase: primary, constructor: x}\n",
    });
    expect(school.name).toBe("Elm Primary");
    expect(Object.entries(school.attributes)).toEqual([
      ["phase", "primary"],
      ["constructor", "x"],
    ]);
  });
});
