import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { hintOf } from "../../src/diagnostics/template.ts";
import { formatDay, knownDay } from "../../src/school/day.ts";
import { formatMoment } from "../../src/school/moment.ts";
import { quickly, slowly } from "./both-readers.ts";
import { pupilsCsv, plainFiles, read, readWith, said, sentence } from "./read.ts";
import type { Files } from "./read.ts";

const spans = (onRoll: readonly { readonly from: number; readonly to?: number }[]): string[] =>
  onRoll.map(({ from, to }) => `${formatDay(from)}..${to === undefined ? "" : formatDay(to)}`);

describe("a folder", () => {
  it("that is in order is read without a word", async () => {
    const reading = await readWith({});
    expect(said(reading)).toEqual([]);
    expect(reading.school.name).toBe("small");
    expect(reading.calendar.sessionCount).toBe(13);
    expect(reading.tallies).toEqual([
      { file: "pupils.csv", table: "pupils", read: 2, used: 2, refused: 0 },
      { file: "marks.csv", table: "marks", read: 0, used: 0, refused: 0 },
    ]);
  });

  it("without the files it needs says which, and still answers", async () => {
    const reading = await read({});
    expect(said(reading)).toEqual([
      "calendar.yaml:1:1 error data-file-missing",
      "marks.csv:1:1 error data-file-missing",
      "pupils.csv:1:1 error data-file-missing",
    ]);
    expect(reading.school.pupils).toEqual([]);
    expect(reading.calendar.covers(knownDay("2026-05-01"))).toBe(false);
  });

  it("points out a file that nothing reads, and the name it may be meant to have", async () => {
    const { "marks.csv": marksCsv = "", ...rest } = plainFiles;
    const reading = await read({ ...rest, "mark.csv": marksCsv, "notes.docx": "", "spare.xlsx": "" });
    expect(said(reading)).toEqual([
      "mark.csv:1:1 advice data-file-not-used",
      "marks.csv:1:1 error data-file-missing",
      "spare.xlsx:1:1 advice data-file-not-used",
    ]);
  });

  it("with marks in Parquet says who reads them, beside marks in CSV and without", async () => {
    const beside = await readWith({ "marks.parquet": "PAR1" });
    expect(said(beside)).toEqual(["marks.parquet:1:1 advice data-file-not-used"]);
    expect(beside.diagnostics.map(hintOf)).toEqual([expect.stringContaining("`rollcall run --engine duckdb`")]);
    const { "marks.csv": _, ...rest } = plainFiles;
    const without = await read({ ...rest, "marks.parquet": "PAR1" });
    expect(said(without)).toEqual([
      "marks.csv:1:1 error data-file-missing",
      "marks.parquet:1:1 advice data-file-not-used",
    ]);
    expect(hintOf(without.diagnostics[0] as Diagnostic)).toContain("let DuckDB read marks.parquet");
  });

  it("with a broken calendar reads no marks, so that the one fault that matters is not buried", async () => {
    const reading = await readWith({
      "calendar.yaml": "name: x\n",
      "marks.csv": "pupil,date,session,code\nP1,2026-05-01,AM,/\n",
    });
    expect(said(reading).every((line) => line.startsWith("calendar.yaml"))).toBe(true);
    expect(reading.school.pupils).toHaveLength(2);
  });

  it("may hold a workbook under a table's name, an empty table, and text of another time", async () => {
    const latin = Uint8Array.from("id,name,year,from\nP1,Ren\u00e9e,4,2025-09-01\n".split(""), (letter) =>
      letter.charCodeAt(0),
    );
    const reading = await readWith({
      "pupils.csv": latin,
      "parents.csv": Uint8Array.from([0x50, 0x4b, 3, 4]),
      "flags.csv": "\n\n",
      "calendar.yaml": Uint8Array.from([0x50, 0x4b, 3, 4]),
    });
    expect(said(reading)).toEqual([
      "calendar.yaml:1:1 error data-file-not-text",
      "flags.csv:1:1 error data-file-empty",
      "parents.csv:1:1 error data-file-not-text",
      "pupils.csv:2:1 advice data-file-windows-letters",
    ]);
    expect(reading.school.pupils[0]?.pupil.name).toBe("Renée");
  });
});

describe("a row with a zero byte", () => {
  const files: Files = {
    ...plainFiles,
    "pupils.csv": `${pupilsCsv}P3,Ca\0rl,4,4B,2023-09-01,\nP4,Dot,4,4B,2023-09-01,\n`,
    "marks.csv":
      "pupil,date,session,code\nP1,2026-04-28,AM,/\nP\u0000001,2026-04-28,PM,I\nP1,2026-04-29,AM,I\0\nP1,2026-04-29,PM,O\n",
  };

  it("alone is left out, at its line, and the rows around it are read", async () => {
    const reading = await read(files);
    expect(said(reading)).toEqual([
      "marks.csv:3:1 error data-row-damaged",
      "marks.csv:4:1 error data-row-damaged",
      "pupils.csv:4:1 error data-row-damaged",
    ]);
    expect(reading.diagnostics[0]?.span.source.text).toContain("P␀001,2026-04-28,PM,I");
    expect(reading.school.pupils.map(({ pupil }) => pupil.id)).toEqual(["P1", "P2", "P4"]);
    expect(reading.school.pupils[0]?.marks.map(({ code }) => code)).toEqual(["/", "O"]);
  });

  it("is the same to the reader of registers", async () => {
    const folder = new Map(Object.entries(files));
    expect(await quickly(folder)).toEqual(await slowly(folder));
  });

  it("makes a calendar no text", async () => {
    expect(said(await readWith({ "calendar.yaml": "name: x\nyears: \0[]\n" }))).toEqual([
      "calendar.yaml:1:1 error data-file-not-text",
    ]);
  });
});

describe("pupils.csv", () => {
  it("gives pupils with all that is said of them, further columns as attributes", async () => {
    const { school } = await readWith({
      "pupils.csv":
        "ID,Name,Year,Born,From,Until,House Point,constructor,to_String\nP1,Asha,Year 4,2017-02-28,2023-09-01,,7,x,y\n",
    });
    const pupil = school.pupils[0]?.pupil;
    expect(pupil).toMatchObject({ id: "P1", name: "Asha", year: 4, born: knownDay("2017-02-28") });
    expect(Object.entries(pupil?.attributes ?? {})).toEqual([
      ["house-point", "7"],
      ["constructor", "x"],
      ["to-string", "y"],
    ]);
    expect(pupil?.source).toEqual({ file: "pupils.csv", line: 2 });
  });

  it("gives a pupil who left and came back two times on roll, in order", async () => {
    const { school, ...reading } = await readWith({
      "pupils.csv": "id,year,from,until\nP1,4,2026-01-05,\nP1,4,2023-09-01,2025-07-18\n",
    });
    expect(said(reading)).toEqual([]);
    expect(spans(school.pupils[0]?.pupil.onRoll ?? [])).toEqual(["2023-09-01..2025-07-18", "2026-01-05.."]);
  });

  it.each([
    ["P1,4,2023-09-01,2025-07-18\nP1,5,2026-01-05,", "pupils.csv:3:4 error data-pupil-differs"],
    ["P1,4,2023-09-01,2025-07-18\nP1,4,2025-07-18,", "pupils.csv:3:6 error data-roll-overlaps"],
    ["P1,4,2023-09-01,\nP1,4,2023-09-01,", "pupils.csv:3:6 error data-roll-overlaps"],
    ["P1,4,2025-09-01,2025-07-18", "pupils.csv:2:17 error data-dates-backwards"],
    [",4,2025-09-01,", "pupils.csv:2:1 error data-cell-blank"],
    ["P1,,2025-09-01,", "pupils.csv:2:4 error data-cell-blank"],
    ["P1,4,,", "pupils.csv:2:6 error data-cell-blank"],
    ["P1,4B,2025-09-01,", "pupils.csv:2:4 error data-cell-not-a-year-group"],
    ["P1,4,03/04/2025,", "pupils.csv:2:6 error data-cell-ambiguous-date"],
    ["P1,4,31/04/2025,", "pupils.csv:2:6 error data-cell-not-a-date"],
    ["P1,4,2025-09-01", "pupils.csv:2:1 error data-row-length"],
    ["P1,4,2025-09-01,,x", "pupils.csv:2:1 error data-row-length"],
    ['"P1,4,2025-09-01,', "pupils.csv:2:1 error data-quotation-unclosed"],
    ['P1,4,"2025-09-01\nP2,4,"x,2025-09-01,', "pupils.csv:2:1 error data-cell-broken"],
  ])("with the rows %j says where it is wrong", async (rows, ...expected) => {
    expect(said(await readWith({ "pupils.csv": `id,year,from,until\n${rows}\n` }))).toEqual(expected);
  });

  it("lets trailing commas be, which spreadsheets leave behind", async () => {
    const reading = await readWith({ "pupils.csv": "id,year,from\nP1,4,2025-09-01,,\n,,,,\n" });
    expect(said(reading)).toEqual([]);
    expect(reading.school.pupils).toHaveLength(1);
  });

  it("S1: reads dates day first only where the mapping says so", async () => {
    const files = { "pupils.csv": "id,year,from\nP1,4,03/09/2025\n" };
    expect(sentence(await readWith(files))).toBe(
      "The from 03/09/2025 may be 2025-09-03 or 2025-03-09, so this row was left out. Say which comes first in mapping.yaml, dates: day-first or dates: month-first, or write dates like 2026-03-02.",
    );
    const { school } = await readWith({ ...files, "mapping.yaml": "dates: day-first\n" });
    expect(spans(school.pupils[0]?.pupil.onRoll ?? [])).toEqual(["2025-09-03.."]);
  });
});

describe("headings", () => {
  it.each([
    ["id;year;from\nP1;4;2025-09-01", "pupils.csv:1:1 error data-separator-wrong"],
    ["id\tyear\tfrom\n", "pupils.csv:1:1 error data-separator-wrong"],
    ["id,year\nP1,4", "pupils.csv:1:1 error data-heading-missing"],
    ["id,year,from,Year\n", "pupils.csv:1:14 error data-heading-twice"],
    ["id,year,from,notes,Notes\n", "pupils.csv:1:20 error data-heading-twice"],
  ])("%j are refused", async (text, expected) => {
    const reading = await readWith({ "pupils.csv": text });
    expect(said(reading)).toEqual([expected]);
    const tally = reading.tallies.find((each) => each.table === "pupils");
    expect(tally?.refused).toBe(tally?.read);
  });

  it("separated by semicolons or tabs are read when the mapping says so", async () => {
    const reading = await read({
      "mapping.yaml": "separator: semicolon\n",
      "calendar.yaml": plainFiles["calendar.yaml"] ?? "",
      "pupils.csv": "id;year;from\nP1;4;2025-09-01\n",
      "marks.csv": "pupil;date;session;code\nP1;2026-05-01;AM;/\n",
    });
    expect(said(reading)).toEqual([]);
    expect(reading.school.pupils[0]?.marks).toHaveLength(1);
  });

  it("that no column has are told where nothing keeps them", async () => {
    const reading = await readWith({ "flags.csv": "pupil,flag,since\nP1,fsm,2025-09-01\n" });
    expect(said(reading)).toEqual(["flags.csv:1:12 advice data-heading-not-used"]);
  });
});

describe("parents.csv and flags.csv", () => {
  it("S11: link people to pupils by date", async () => {
    const { school, ...reading } = await readWith({
      "parents.csv":
        "pupil,person,name,responsibility,lives-with,cares,from,until\nP1,A1,Maya,yes,yes,yes,,\nP2,A1,Maya,yes,no,no,2025-01-01,2025-12-31\n",
      "flags.csv": "pupil,flag,from,until\nP1,fsm,,\nP1,social-worker,2026-01-05,2026-03-27\n",
    });
    expect(said(reading)).toEqual([]);
    const [one, two] = school.pupils.map((each) => each.pupil);
    expect(one?.parents).toMatchObject([
      { person: "A1", name: "Maya", responsibility: true, livesWith: true, cares: true },
    ]);
    expect(two?.parents).toMatchObject([
      { livesWith: false, from: knownDay("2025-01-01"), until: knownDay("2025-12-31") },
    ]);
    expect(one?.flags.map((flag) => flag.name)).toEqual(["fsm", "social-worker"]);
    expect(one?.parents[0]).not.toHaveProperty("from");
  });

  it.each([
    ["P9,A1,yes,yes,yes", "parents.csv:2:1 error data-pupil-unknown"],
    ["P1,,yes,yes,yes", "parents.csv:2:4 error data-cell-blank"],
    ["P1,A1,perhaps,yes,yes", "parents.csv:2:7 error data-cell-not-a-choice"],
    ["P1,A1,yes,,yes", "parents.csv:2:11 error data-cell-blank"],
  ])("refuse %j", async (row, expected) => {
    const reading = await readWith({ "parents.csv": `pupil,person,responsibility,lives-with,cares\n${row}\n` });
    expect(said(reading)).toEqual([expected]);
  });

  it("take what the export leaves out from the mapping, and not from thin air", async () => {
    const files = { "parents.csv": "pupil,person,responsibility\nP1,A1,yes\n" };
    expect(said(await readWith(files))).toEqual([
      "parents.csv:1:1 error data-heading-missing",
      "parents.csv:1:1 error data-heading-missing",
    ]);
    const mapping = "parents: {assume: {lives-with: yes, cares: no}}\n";
    const { school, ...reading } = await readWith({ ...files, "mapping.yaml": mapping });
    expect(said(reading)).toEqual([]);
    expect(school.pupils[0]?.pupil.parents).toMatchObject([{ livesWith: true, cares: false }]);
  });

  it("suggest the pupil that was probably meant", async () => {
    const reading = await readWith({
      "flags.csv": "pupil,flag\nP1O,fsm\n",
      "pupils.csv": "id,year,from\nP10,4,2025-09-01\n",
    });
    expect(sentence(reading)).toBe(
      'No pupil P1O is in the list of pupils, so this row was left out. Did you mean "P10"?',
    );
  });
});

describe("log.csv, arrivals.csv and staff.csv", () => {
  it("S7, S12: give acts with their moments, people and fields; a date alone is its day's last instant", async () => {
    const { school, ...reading } = await readWith({
      "log.csv": `id,act,object,date,time,known,pupil,person,by,to,reason,Appointment Card
,report-absence,,2026-05-01,08:10,,P1,A1,,,flu,
L7,send,letter-1,2026-05-05,,2026-05-06 09:00,P1,A1,attendance-officer,A1; A2,,yes
,review,,2026-05-06,,,,,headteacher,,,
`,
    });
    expect(said(reading)).toEqual([]);
    const [report, letter] = school.pupils[0]?.log ?? [];
    expect(report).toMatchObject({ id: "log.csv:2", act: "report-absence", pupil: "P1", person: "A1" });
    expect(report).not.toHaveProperty("by");
    expect(Object.entries(report?.fields ?? {})).toEqual([["reason", "flu"]]);
    expect(letter).toMatchObject({ id: "L7", object: "letter-1", by: "attendance-officer", to: ["A1", "A2"] });
    expect(Object.entries(letter?.fields ?? {})).toEqual([["appointment-card", "yes"]]);
    expect(formatMoment(letter?.happened ?? 0)).toBe("2026-05-05 23:59:59");
    expect(formatMoment(letter?.known ?? 0)).toBe("2026-05-06 09:00");
    expect(school.log.map((record) => record.act)).toEqual(["review"]);
  });

  it("S7: keep every version of a record that is known later, and neither of two that contradict each other", async () => {
    const { school, ...reading } = await readWith({
      "log.csv": `id,act,at,known,pupil,outcome
L1,visit,2026-05-01 10:00,,P1,nobody in
L1,visit,2026-05-01 10:00,2026-05-06 09:00,P1,seen
L2,visit,2026-05-05 10:00,,P1,seen
L2,visit,2026-05-05 10:00,,P1,seen
L3,visit,2026-05-06 10:00,,P1,seen
L3,visit,2026-05-06 10:00,,P1,nobody in
`,
    });
    expect(said(reading)).toEqual([
      "log.csv:5:1 warning data-record-twice",
      "log.csv:7:1 error data-record-contradicts",
    ]);
    expect(school.pupils[0]?.log.map((record) => record.id)).toEqual(["L1", "L1", "L2"]);
  });

  it.each([
    [",2026-05-01,08:10,P1", "log.csv:2:1 error data-cell-blank"],
    ["visit,,08:10,P1", "log.csv:2:7 error data-cell-blank"],
    ["visit,2026-05-01,25:10,P1", "log.csv:2:18 error data-cell-not-a-time"],
    ["visit,2026-05-01,08:10,P9", "log.csv:2:24 error data-pupil-unknown"],
  ])("refuse the log row %j", async (row, expected) => {
    const reading = await readWith({ "log.csv": `act,date,time,pupil\n${row}\n` });
    expect(said(reading)).toEqual([expected]);
    expect(reading.school.pupils.flatMap((pupil) => pupil.log)).toEqual([]);
  });

  it("give arrivals, whose time must be known", async () => {
    const { school, ...reading } = await readWith({
      "arrivals.csv": "pupil,date,time,known,signed by\nP1,2026-05-01,09:05,,A1\nP1,2026-05-05,,,A1\n",
    });
    expect(said(reading)).toEqual(["arrivals.csv:3:15 error data-cell-blank"]);
    expect(school.pupils[0]?.arrivals.map((arrival) => formatMoment(arrival.at))).toEqual(["2026-05-01 09:05"]);
    expect(school.pupils[0]?.arrivals[0]?.fields["signed-by"]).toBe("A1");
    const without = await readWith({ "arrivals.csv": "pupil,date\nP1,2026-05-01\n" });
    expect(said(without)).toEqual(["arrivals.csv:1:1 error data-heading-missing"]);
    const together = await readWith({ "arrivals.csv": "pupil,at\nP1,2026-05-01 09:05\nP1,2026-05-05\n" });
    expect(together.school.pupils[0]?.arrivals).toHaveLength(1);
    expect(said(together)).toEqual(["arrivals.csv:3:4 error data-cell-not-a-time"]);
  });

  it("give staff by role", async () => {
    const { school } = await readWith({ "staff.csv": "role,name,phone\nheadteacher,Ms Okoro,'+441632960001\n" });
    expect(school.staff).toMatchObject([{ role: "headteacher", fields: { name: "Ms Okoro", phone: "+441632960001" } }]);
  });
});

describe("a fault found many times", () => {
  it("is told twenty times and then counted, at a place of its own", async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `X${index},fsm`).join("\n");
    const reading = await readWith({ "flags.csv": `pupil,flag\n${rows}\n` });
    expect(said(reading).filter((line) => line.endsWith("data-pupil-unknown"))).toHaveLength(20);
    const [counted] = reading.diagnostics.filter((each) => each.code === "data-more-like-it");
    expect(sentence({ diagnostics: counted === undefined ? [] : [counted] })).toContain(
      "The same is wrong in 480 more places of flags.csv, up to line 501: data-pupil-unknown.",
    );
    expect(reading.tallies.find((tally) => tally.table === "flags")).toMatchObject({
      read: 500,
      used: 0,
      refused: 500,
    });
    expect(pupilsCsv.length).toBeGreaterThan(0);
  });
});
