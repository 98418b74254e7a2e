// From an empty folder to a policy that is checked, tested and run: by a file of answers, by typing, in both forms.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { questions } from "../../src/index.ts";
import { call } from "./call.ts";

const scratch = mkdtempSync(join(tmpdir(), "rollcall-init-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const full: Readonly<Record<string, string>> = {
  school: 'Oak "Hill" Primary School',
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
  "authority-told-on-day": "5 school days",
  "lates-at-most": "5",
  "counted-over": "this year",
  "counted-from": "40",
  "first-letter-below": "95%",
  "second-letter-below": "92.5 %",
  "meeting-below": "90 per cent",
  "weeks-between": "4",
  "recovered-at": "96%",
  "letters-by": "attendance-officer",
  "leave-asked-before": "10",
  "leave-decided-within": "5",
  "warned-at": "6",
  "figures-looked-at-by": "attendance-officer",
};

function answersFile(answers: Readonly<Record<string, string>>): string {
  const file = join(mkdtempSync(join(scratch, "answers-")), "answers.yaml");
  writeFileSync(
    file,
    Object.entries(answers)
      .map(([key, answer]) => `${key}: ${JSON.stringify(answer)}\n`)
      .join(""),
  );
  return file;
}

function newFolder(name = "oak-hill"): string {
  return join(mkdtempSync(join(scratch, "school-")), name);
}

test("the answers of this test are all the questions there are", () => {
  expect(Object.keys(full)).toEqual(questions.map(({ key }) => key));
});

describe.each(["text", "yaml"])("in the %s form", (form) => {
  test("from an empty folder: init, a clean check, a clean test, an invented school, and its morning list", async () => {
    const folder = newFolder();
    const written = await call(["init", folder, "--answers", answersFile(full), "--form", form]);
    expect(written).toMatchObject({ exit: 0, said: "" });
    expect(written.written).toContain("Next: rollcall check");
    const checked = await call(["check", folder, "--max-warnings", "0", "--as-of", "2026-09-01"]);
    expect(checked.written).toContain("no problems");
    expect(await call(["fmt", folder, "--check"])).toMatchObject({ exit: 0 });
    const tested = await call(["test", folder]);
    expect(tested.written).toContain("2 examples came out as written, 0 did not");
    const data = join(folder, "sample");
    const asOf = ["--as-of", "2026-11-13T10:30"];
    expect(await call(["sample", data, "--pupils", "40", "--policy", folder, ...asOf])).toMatchObject({ exit: 0 });
    const list = await call(["run", folder, "--data", data, ...asOf]);
    expect(list.exit).toBe(0);
    expect(list.written).toContain("School office");
  }, 60_000);
});

describe("what the policy does not say", () => {
  test("stands as a hole that the compiler asks for, and nothing is made up", async () => {
    const folder = newFolder();
    const { school = "", "in-force-from": from = "" } = full;
    const { written } = await call(["init", folder, "--answers", answersFile({ school, "in-force-from": from })]);
    expect(written).toContain(`${questions.length - 2} of ${questions.length} questions are open`);
    const { exit, written: findings } = await call(["check", folder]);
    expect(exit).toBe(0);
    expect(findings).toContain("value-unsaid");
    expect(findings).toContain("register-time-unsaid");
    const text = readFileSync(join(folder, "oak-hill.rollcall"), "utf8");
    const rules = text.slice(0, text.indexOf("example ")).replaceAll(/^--.*$/gm, "");
    expect(rules).not.toMatch(/\d%|\d\d:\d\d|\d sessions/);
    expect((await call(["test", folder])).exit).toBe(0);
  });

  test.each(questions.filter(({ needed }) => needed !== true).map(({ key }) => key))(
    "a policy without an answer to `%s` is still sound, and its examples hold",
    async (key) => {
      const folder = newFolder();
      const { [key]: _left, ...rest } = full;
      await call(["init", folder, "--answers", answersFile(rest)]);
      const { exit, written } = await call(["check", folder]);
      expect(exit, written).toBe(0);
      expect((await call(["test", folder])).exit).toBe(0);
    },
  );
});

describe("answers that cannot be used", () => {
  test.each([
    ["afternoon-opens", "1:15", "`1:15` would be in the night. Write an afternoon's time as 13:15."],
    ["morning-opens", "13.15 pm", "`13.15 pm` is not a time of the day"],
    ["morning-opens", "8:75", "`8:75` is not a time of the day"],
    ["morning-opens", "24:00", "`24:00` is not a time of the day"],
    ["morning-opens", "ten to nine", "`ten to nine` is not a time of the day. Write it as 08:50."],
    ["first-letter-below", "950%", "is not a percentage up to 100"],
    ["first-letter-below", "95,5%", "is not a percentage up to 100"],
    ["lates-at-most", "many", "is not a whole number of sessions from 1 to 70"],
    ["calls", "the caretaker", "is none of the answers"],
    ["in-force-from", "1 September", "is not a date. Write it as 2026-09-01."],
    ["in-force-from", "2026-06-31", "There is no date 2026-06-31: June has 30 days."],
    ["school", "a\nb", "must fit on one line"],
  ])("`%s: %s` is told at its place, with the question", async (key, answer, says) => {
    const folder = newFolder();
    const { exit, said } = await call(["init", folder, "--answers", answersFile({ ...full, [key]: answer })]);
    expect(exit).toBe(1);
    expect(said).toContain(says);
    expect(said).toMatch(/answers\.yaml:\d+:\d+/);
    expect(existsSync(folder)).toBe(false);
  });

  test("a key that is no question is told, with the one that was meant", async () => {
    const { exit, said } = await call([
      "init",
      newFolder(),
      "--answers",
      answersFile({ ...full, "morning-open": "x" }),
    ]);
    expect(exit).toBe(1);
    expect(said).toContain("morning-opens");
  });
});

test.each([
  ["8:50", "08:50"],
  ["8.50am", "08:50"],
  ["850", "08:50"],
  ["0850", "08:50"],
  ["9", "09:00"],
  ["9 am", "09:00"],
  ["12 pm", "12:00"],
  ["1.15 PM", "13:15"],
  ["13:15", "13:15"],
])("`%s` is taken for the time %s, as people write it", async (written, opens) => {
  const folder = newFolder();
  const { school = "", "in-force-from": from = "" } = full;
  const answered = await call([
    "init",
    folder,
    "--answers",
    answersFile({ school, "in-force-from": from, "day-ends": written }),
  ]);
  expect(answered).toMatchObject({ exit: 0, said: "" });
  expect(readFileSync(join(folder, "oak-hill.rollcall"), "utf8")).toContain(`day ends ${opens}`);
});

describe("asked one by one", () => {
  test("a wrong answer is asked for again, a number chooses, Enter leaves a question open", async () => {
    const folder = newFolder();
    const typed = questions.flatMap(({ key, answer }): string[] => {
      if (key === "target") return [""];
      if (key === "calls") return ["1"];
      if (key === "morning-closes") return ["soon", "09:20"];
      return [answer.kind === "several" ? "1, 4" : (full[key] ?? "")];
    });
    const { exit, said } = await call(["init", folder], { answers: typed });
    expect(exit).toBe(0);
    expect(said).toContain("`soon` is not a time of the day");
    const text = readFileSync(join(folder, "oak-hill.rollcall"), "utf8");
    expect(text).toContain("parameter target is unspecified");
    expect(text).toContain("through phone, email");
    expect(text).toContain("school-office must telephone parents by 10:00");
  });

  test("where the input ends before what is needed, nothing is written", async () => {
    const folder = newFolder();
    const { exit, said } = await call(["init", folder], { answers: ["Oak Hill"] });
    expect(exit).toBe(2);
    expect(said).toContain("there is no policy to write");
    expect(existsSync(folder)).toBe(false);
  });
});

test("the empty file of answers holds every question, and filling it in is all there is to do", async () => {
  const { written } = await call(["init", "--questions"]);
  for (const { key, asks } of questions) {
    expect(written).toContain(`\n${key}:\n`);
    expect(written.replaceAll(/\n# /g, " ")).toContain(asks);
  }
  const file = join(mkdtempSync(join(scratch, "blank-")), "answers.yaml");
  writeFileSync(
    file,
    written.replace("school:", "school: Oak Hill").replace("in-force-from:", "in-force-from: 2026-09-01"),
  );
  expect((await call(["init", newFolder(), "--answers", file])).exit).toBe(0);
});

test("nothing is written over, and a name that no rule could speak of is refused", async () => {
  const folder = newFolder();
  const file = answersFile(full);
  expect((await call(["init", folder, "--answers", file])).exit).toBe(0);
  expect(await call(["init", folder, "--answers", file])).toMatchObject({ exit: 2 });
  expect((await call(["init", newFolder("Oak Hill"), "--answers", file])).said).toContain("cannot be a policy's name");
  expect((await call(["init", newFolder(), "--answers", file, "--extends", "nowhere"])).said).toContain(
    "No layer is called",
  );
});
