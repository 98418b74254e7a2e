import { describe, expect, test } from "vitest";
import { printMorningList } from "../../src/morning/print-text.ts";
import { morningListToJson } from "../../src/morning/to-json.ts";
import { lineOf, linesOf, listAsOf } from "./hill-top.ts";

const friday = "2026-03-13 08:45";

describe("what stands on the list", () => {
  test("overdue first, then today, and nothing that was done", async () => {
    expect(linesOf(await listAsOf(friday), "school-office")).toEqual([
      "overdue P2 Telephone the parents and note the comment (was due Wed 11 Mar by 10:00)",
      "overdue Share attendance data with the local authority (was due yesterday, end of day)",
      "today Share attendance data with the local authority (today, end of day)",
    ]);
  });

  test("the first call is for today once the register has closed, and not a moment earlier", async () => {
    const calls = async (moment: string): Promise<readonly string[]> =>
      linesOf(await listAsOf(moment), "school-office").filter((line) => line.includes("Telephone"));
    expect(await calls("2026-03-10 09:09:59")).toEqual([
      "overdue P1 Telephone the parents and note the comment (was due yesterday by 09:30)",
      "today P1 Telephone the parents and note the comment (today by 10:00)",
    ]);
    expect(await calls("2026-03-10 09:10")).toContain(
      "today P2 Telephone the parents and note the comment (today by 09:30)",
    );
  });

  test("a decision stands on the list of each role that may make it, with what is known already", async () => {
    const list = await listAsOf(friday);
    expect(linesOf(list, "headteacher")).toEqual([
      "undated P2 Is the attendance causing concern? (an answer is waited for)",
    ]);
    expect(linesOf(list, "attendance-officer")).toEqual(linesOf(list, "headteacher"));
    expect(list.roles.find(({ role }) => role === "headteacher")?.items[0]?.why).toBe(
      "Attendance this year is 25% (2 of 8 sessions), below 95%; “Attendance concern” cannot go on without it",
    );
  });

  test("an answered decision leads on to the letter, with a deadline in school days", async () => {
    const answered = await listAsOf(friday, (file, text) =>
      file === "log.csv" ? `${text}L9,decide,causing-concern,2026-03-12,16:00,,P2,headteacher,,,yes\n` : text,
    );
    expect(linesOf(answered, "headteacher")).toEqual([]);
    expect(linesOf(answered, "attendance-officer")).toEqual([]);
    const evening = await listAsOf("2026-03-13", (file, text) => {
      if (file === "log.csv") return `${text}L9,decide,causing-concern,2026-03-12,16:00,,P2,headteacher,,,yes\n`;
      return file === "marks.csv" ? `${text}P2,2026-03-13,AM,N,\nP2,2026-03-13,PM,N,\n` : text;
    });
    expect(linesOf(evening, "attendance-officer")).toEqual([
      "later P2 Send the first letter to the parents (Fri 20 Mar, end of day)",
    ]);
  });

  test("a record that lacks a field completes nothing and is to be put right", async () => {
    expect((await listAsOf(friday)).irregular.map(lineOf)).toEqual([
      "undated P2 Write down what “telephone” lacks: comment (record L5, Wed 11 Mar)",
    ]);
  });

  test("S30 what a late mark took away is told the morning after, and then no more", async () => {
    expect((await listAsOf(friday)).overturned.map(({ pupil, what }) => `${pupil?.id ?? ""} ${what}`)).toEqual([
      "P1 No longer owed: telephone the parents and note the comment",
      "P1 No longer owed: telephone the parents and note the comment",
    ]);
    expect((await listAsOf("2026-03-17 08:45")).overturned).toEqual([]);
  });

  test("codes are asked for from where the register given begins", async () => {
    const codes = (await listAsOf("2026-03-13 09:30")).codes.map(lineOf);
    expect(codes).toEqual([
      "today P1 Record N: no reason known yet (this morning)",
      "today P2 Record N: no reason known yet (this morning)",
      "today P3 Record N: no reason known yet (this morning)",
    ]);
  });

  test("nobody is late for a deadline before the policy came into force", async () => {
    const list = await listAsOf(friday, (_, text) =>
      text.replace("in force from 2025-09-01", "in force from 2026-03-12"),
    );
    expect(linesOf(list, "school-office").filter((line) => line.includes("Telephone"))).toEqual([]);
  });

  test("vacancies, duties without a time, and what is left unsaid", async () => {
    const list = await listAsOf(friday, (file, text) =>
      file === "staff.csv" ? text.replace(/headteacher,.*\n/, "") : text,
    );
    expect(list.vacancies.map(lineOf)).toEqual([
      "undated Name somebody as Headteacher (in the staff list)",
      "undated Write down the phone of the Attendance officer (in the staff list)",
    ]);
    expect(list.unscheduled.map(({ what }) => what)).toEqual(["Attendance in the newsletter"]);
    expect(list.silences).toHaveLength(1);
  });
});

describe("whose list it is", () => {
  test("roles on the staff list come first, those with something pressing before the others", async () => {
    const list = await listAsOf(friday, (file, text) =>
      file === "staff.csv" ? text.replace(/school-office,.*\n/, "") : text,
    );
    expect(list.roles.map(({ role, inSchool }) => `${role} ${inSchool ? "in" : "out"}`)).toEqual([
      "headteacher in",
      "attendance-officer in",
      "school-office out",
    ]);
    expect((await listAsOf(friday)).roles.map(({ role }) => role)).toEqual([
      "school-office",
      "headteacher",
      "attendance-officer",
    ]);
  });

  test("a parent with a part of their own is named", async () => {
    const list = await listAsOf(friday, (file, text) =>
      file === "hill-top.rollcall"
        ? text
            .replaceAll("must telephone parents", "must telephone each parent")
            .replace("role parents", 'role parent "Parent"\nrole parents')
        : text,
    );
    const calls = list.roles.flatMap(({ items }) => items).filter(({ what }) => what.startsWith("Telephone"));
    expect(calls.map(({ pupil, parent, what }) => [pupil?.id, parent, what])).toEqual([
      ["P2", "Tom", "Telephone each parent and note the comment"],
    ]);
    expect(printMorningList(list, { width: 100, colour: false })).toContain("P2 Ben (4A), Tom  Was due");
  });

  test("only first names are given", async () => {
    const list = await listAsOf(friday, (_, text) => text.replace("P2,Ben", 'P2,"Ward, Ben James"'));
    expect(list.roles[0]?.items[0]?.pupil).toEqual({ id: "P2", firstName: "Ben", class: "4A" });
  });
});

describe("the same list", () => {
  test("whatever the order of the rows", async () => {
    const backwards = (file: string, text: string): string => {
      if (!file.endsWith(".csv")) return text;
      const [head = "", ...rows] = text.trimEnd().split("\n");
      return `${[head, ...rows.toReversed()].join("\n")}\n`;
    };
    const [given, turned] = [await listAsOf(friday), await listAsOf(friday, backwards)];
    expect(morningListToJson(turned)).toEqual(morningListToJson(given));
  });

  test("whatever the width, only its lines differ", async () => {
    const list = await listAsOf(friday);
    const words = (width: number): readonly string[] =>
      printMorningList(list, { width, colour: false })
        .split(/[\s─]+/)
        .toSorted();
    expect(words(60)).toEqual(words(110));
    const long = printMorningList(list, { width: 60, colour: false }).split("\n");
    expect(long.filter((line) => line.length > 60)).toEqual([]);
  });

  test("with colours says the same as without", async () => {
    const list = await listAsOf(friday);
    const colourful = printMorningList(list, { width: 100, colour: true });
    // oxlint-disable-next-line no-control-regex -- colours are control characters
    expect(colourful.replaceAll(/\u001B\[\d+m/g, "")).toBe(printMorningList(list, { width: 100, colour: false }));
  });
});
