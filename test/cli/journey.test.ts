// The whole way of somebody who leads on attendance, from an empty folder: a policy is begun, its holes are filled, it is checked and
// tested, a small school's tables are read with it, and the letters go out. In both forms of the language.

import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { call } from "./call.ts";

/** As somebody fills the empty file in, leaving open what nobody could tell them yet. */
const answers = {
  school: "Oak Hill Primary School",
  "in-force-from": "2026-09-01",
  "review-by": "2027-07-31",
  target: "96",
  "morning-opens": "8:50",
  "morning-closes": "09:20",
  "afternoon-opens": "13:00",
  "afternoon-closes": "13:30",
  "day-ends": "15:20",
  "report-by": "09:00",
  "report-through": "phone, email",
  calls: "school-office",
  "call-by": "10:00",
  "visit-on-day": "3",
  "authority-told-on-day": "5",
  "counted-over": "this year",
  "counted-from": "10",
  "first-letter-below": "95%",
  "weeks-between": "2",
  "recovered-at": "96%",
  "letters-by": "attendance-officer",
  "leave-asked-before": "10",
  "leave-decided-within": "5",
  "figures-looked-at-by": "attendance-officer",
} as const;

/** What they are told when they ask, as it is to stand in the rule file. */
const toldLater = {
  "lates-before-letter": "3 sessions",
  "second-letter-line": "90%",
  "meeting-line": "85%",
  "warning-line": "6 sessions",
} as const;

/** Four pupils who came after the half-term; a string has a mark for each session of each school day. */
const tables = {
  "mapping.yaml": "school: Oak Hill Primary School\nmarks:\n  string-days: school-days\n",
  "pupils.csv": `id,name,year,class,born,from
OH1,Alba,4,4A,2018-03-02,2026-11-02
OH2,Bram,4,4A,2018-05-12,2026-11-02
OH3,Cleo,6,6B,2016-01-20,2026-11-02
OH4,Dara,R,RA,2022-02-01,2026-11-02
`,
  "parents.csv": `pupil,person,name,responsibility,lives-with,cares
OH1,A1,Ms Alder,yes,yes,yes
OH2,A2,Mr Birch,yes,yes,yes
OH2,A3,Ms Birch,yes,yes,yes
OH3,A4,Ms Cedar,yes,yes,yes
OH4,A5,Mr Dogwood,yes,yes,yes
`,
  "marks.csv": String.raw`pupil,start,marks
OH1,2026-11-02,/\/\/\/\/\/\/\/\/\/\
OH2,2026-11-02,/\/\/\/\/\OOOO/\/\/\
OH3,2026-11-02,L\L\L\/\/\/\/\/\/\/\
OH4,2026-11-02,/\/\/\/\/\/\/\/\/\II
`,
  "log.csv": `id,act,object,date,time,pupil,by,to,reason,channel
1,report-absence,,2026-11-09,08:40,OH2,parents,,holiday,phone
2,report-absence,,2026-11-10,08:40,OH2,parents,,holiday,phone
3,report-absence,,2026-11-13,08:40,OH4,parents,,illness,phone
`,
  "staff.csv": "role,name\nschool-office,Ms Hale\nattendance-officer,Mr Moss\nheadteacher,Ms Reed\n",
} as const;

const firstLetter = `# First letter about attendance

Oak Hill Primary School, 16 November 2026

Dear Mr Birch and Ms Birch,

Bram has attended 77.78% of sessions in this school year. We write to every family once that is below 95%.

Our school aims for 96%.

Please tell us what keeps Bram from coming, and what would help.

The attendance officer
`;

const MORNING = "2026-11-16T08:30";
const scratch = mkdtempSync(join(tmpdir(), "rollcall-journey-"));
afterAll(() => rmSync(scratch, { recursive: true }));

describe.each(["text", "yaml"] as const)("in the %s form", (form) => {
  const home = mkdtempSync(join(scratch, `${form}-`));
  const folder = join(home, "oak-hill");
  const policy = join(folder, `oak-hill.rollcall${form === "yaml" ? ".yaml" : ""}`);
  const register = join(folder, "register");
  const letters = join(home, "letters");
  const atSchool = ["--data", register, "--as-of", MORNING];

  test("a few answers make a policy, and the check asks for the rest", async () => {
    const { written: blank } = await call(["init", "--questions"]);
    const filled = Object.entries(answers).reduce((text, [key, answer]) => {
      expect(text).toContain(`\n${key}:\n`);
      return text.replace(`\n${key}:\n`, `\n${key}: ${answer}\n`);
    }, blank);
    const file = join(home, "answers.yaml");
    writeFileSync(file, filled);
    const begun = await call(["init", folder, "--answers", file, "--form", form]);
    expect(begun).toMatchObject({ exit: 0, said: "" });
    expect(begun.written).toContain("4 of 28 questions are open");
    const checked = await call(["check", folder, "--full", "--as-of", "2026-09-01"]);
    expect(checked.exit).toBe(0);
    for (const name of Object.keys(toldLater))
      expect(checked.written).toContain(`The policy speaks of \`${name}\` without giving its value`);
  });

  test("with its holes filled it is clean, laid out, and keeps what its examples promise", async () => {
    const text = Object.entries(toldLater).reduce(
      (before, [name, value]) => {
        const hole = `${name}${form === "yaml" ? ":" : " is"} unspecified`;
        expect(before).toContain(hole);
        return before.replace(hole, hole.replace("unspecified", value));
      },
      readFileSync(policy, "utf8"),
    );
    expect(text).not.toMatch(/\bis:? unspecified/);
    writeFileSync(policy, text);
    const checked = await call(["check", folder, "--max-warnings", "0", "--as-of", "2026-09-01"]);
    expect(checked).toMatchObject({ exit: 0, said: "" });
    expect(checked.written).toContain("no problems");
    expect(await call(["fmt", folder, "--check"])).toMatchObject({ exit: 0 });
    const tested = await call(["test", folder]);
    expect(tested.exit).toBe(0);
    expect(tested.written).toMatch(/[2-9] examples came out as written, 0 did not/);
  });

  test("a school's tables give the morning's list: whom the rules reach, and nobody else", async () => {
    mkdirSync(register);
    copyFileSync(join(folder, "calendar.yaml"), join(register, "calendar.yaml"));
    for (const [name, table] of Object.entries(tables)) writeFileSync(join(register, name), table);
    const list = await call(["run", folder, ...atSchool]);
    expect(list).toMatchObject({ exit: 0, said: "" });
    expect(list.written).toMatch(
      /Send the first letter about attendance to the parents\s+OH2 Bram \(4A\) {2}Tue 17 Nov/,
    );
    expect(list.written).toMatch(
      /Send the letter about lateness to the parents\s+OH3 Cleo \(6B\) {2}Was due Thu 12 Nov/,
    );
    expect(list.written).not.toMatch(/OH1|OH4/);
    expect(list.written).toMatch(/What the policy extends leaves \d+ things unsaid\./);
  });

  test("each letter that is owed is written in the policy's words, with nothing left blank", async () => {
    const sent = await call(["letters", folder, ...atSchool, "--out", letters]);
    expect(sent).toMatchObject({ exit: 0, said: "" });
    expect(readdirSync(letters).toSorted()).toEqual(["OH2-first-letter.md", "OH3-lateness-letter.md"]);
    expect(readFileSync(join(letters, "OH2-first-letter.md"), "utf8")).toBe(firstLetter);
    const late = readFileSync(join(letters, "OH3-lateness-letter.md"), "utf8");
    expect(late).toContain("Dear Ms Cedar,\n\nCleo has come late to 3 sessions this half-term.");
    expect(late).not.toMatch(/[{}]|undefined/);
  });

  test("once a letter is on record nobody is asked for it again", async () => {
    const log = join(register, "log.csv");
    const sent = (id: number, object: string, pupil: string, by: string): string =>
      `${id},send,${object},2026-11-16,08:35,${pupil},${by},parents,,letter\n`;
    const records = [
      sent(4, "first-letter", "OH2", "attendance-officer"),
      sent(5, "lateness-letter", "OH3", "school-office"),
    ];
    writeFileSync(log, `${readFileSync(log, "utf8")}${records.join("")}`);
    const later = ["--data", register, "--as-of", "2026-11-16T08:40"];
    const list = await call(["run", folder, ...later]);
    expect(list).toMatchObject({ exit: 0, said: "" });
    expect(list.written).not.toMatch(/Send the/);
    const none = await call(["letters", folder, ...later, "--out", join(home, "none")]);
    expect(none).toMatchObject({ exit: 0, said: "" });
    expect(none.written).toContain("No letter is owed now.");
    const why = await call(["explain", folder, "OH2", ...later, "--why-not", "first-letter"]);
    expect(why.written).toMatch(
      /First letter: it is done\. The attendance officer must send the first letter[^]*sessions\)\.\n/,
    );
  });
});
