import { describe, expect, test } from "vitest";
import { codesOn, readMarks, typeCode } from "../../playground/pupil/marks-text.ts";
import type { RegisterCode } from "../../playground/worker/protocol.ts";
import { sessionsOf } from "./school-weeks.ts";

// Days since 1970-01-01: Mon 2 Mar 2026.
const MONDAY = 20514;

const codes: readonly RegisterCode[] = [
  { code: "/", means: "Present", category: "attending" },
  { code: "\\", means: "Present", category: "attending" },
  { code: "G", means: "Holiday", category: "unauthorised" },
  { code: "C", means: "Leave", category: "authorised" },
  { code: "C1", means: "Performance", category: "authorised" },
  { code: "Y1", means: "No transport", category: "not-possible", from: 19954 },
  { code: "H", means: "Agreed holiday", category: "authorised", until: 19953 },
  { code: "#", means: "Closed", category: "administrative" },
];
const sessions = sessionsOf(MONDAY, 2);
const first = sessions[0] as string;

function read(text: string, from = first): readonly string[] {
  const { marks, problem } = readMarks(text, sessions, from, codes);
  expect(problem).toBeUndefined();
  return marks.map(([session, code]) => `${sessions.indexOf(session)} ${code ?? "as usual"}`);
}

function refused(text: string): string {
  const { marks, problem } = readMarks(text, sessions, first, codes);
  expect(marks).toEqual([]);
  return problem ?? "nothing was refused";
}

describe("a pasted row of marks", () => {
  test("goes in session by session, whatever blanks and line ends stand between", () => {
    expect(read("GG g\tC\r\n#\u00A0")).toEqual(["0 G", "1 G", "2 G", "3 C", "4 #"]);
  });

  test("begins at the chosen session", () => {
    expect(read("GG", sessions[3])).toEqual(["3 G", "4 G"]);
  });

  test("takes slashes and dots for attended, and a dash for no mark", () => {
    expect(read("/\\.-")).toEqual(["0 as usual", "1 as usual", "2 as usual", "3 -"]);
  });

  test("takes a code of two letters before one of a single letter", () => {
    expect(read("C1CY1")).toEqual(["0 C1", "1 C", "2 Y1"]);
  });

  test("changes nothing where a letter is no code on its date, and says which", () => {
    expect(refused("GGH")).toBe("“H”, mark 3, is no code on its date. Nothing was changed.");
    expect(refused("<script>")).toContain("“<”, mark 1");
    expect(refused("Y")).toContain("“Y”, mark 1");
  });

  test("does not print what cannot be seen", () => {
    expect(refused("\u0000")).toContain("a character that cannot be shown");
    expect(refused("\u202E")).toContain("a character that cannot be shown");
  });

  test("that is longer than the year, or empty, is refused", () => {
    expect(refused("G".repeat(21))).toContain("The school year ends after 20 of these marks");
    expect(refused(" \n ")).toBe("There are no marks in what was pasted.");
  });

  test("needs a session to begin at", () => {
    expect(readMarks("G", sessions, "1 AM", codes).problem).toContain("Choose a session first");
  });
});

describe("a code typed in the register", () => {
  const today = codesOn(codes, MONDAY);

  test("of one letter marks at once, in either case", () => {
    expect(typeCode("", "g", today)).toEqual({ kind: "mark", code: "G", typed: "G" });
  });

  test("of two letters marks with the first where that is a code, and again with both", () => {
    expect(typeCode("", "c", today)).toEqual({ kind: "mark", code: "C", typed: "C" });
    expect(typeCode("C", "1", today)).toEqual({ kind: "mark", code: "C1", typed: "C1" });
  });

  test("of two letters waits for the second where the first is no code by itself", () => {
    expect(typeCode("", "y", today)).toEqual({ kind: "begun", typed: "Y" });
    expect(typeCode("Y", "1", today)).toEqual({ kind: "mark", code: "Y1", typed: "Y1" });
  });

  test("begins anew where the two letters together are nothing", () => {
    expect(typeCode("Y", "g", today)).toEqual({ kind: "mark", code: "G", typed: "G" });
  });

  test("that ended before the date is no code", () => {
    expect(typeCode("", "h", today)).toEqual({ kind: "no-code", letter: "h" });
    expect(typeCode("", "h", codesOn(codes, 19953))).toEqual({ kind: "mark", code: "H", typed: "H" });
  });
});
