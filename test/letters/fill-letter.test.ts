// What a letter is filled with, what is left out of it, and what it is refused for.

import { describe, expect, test } from "vitest";
import { fieldsOf } from "../../src/data/fields.ts";
import { knownDay } from "../../src/school/day.ts";
import { lastInstant } from "../../src/school/moment.ts";
import type { LogRecord } from "../../src/school/record.ts";
import { lettersOf, recordWith, said } from "./hill-top.ts";

function logged(act: string, date: string, fields: Readonly<Record<string, string>>, object?: string): LogRecord {
  return {
    id: `${act} ${date}`,
    act,
    happened: lastInstant(knownDay(date)),
    pupil: "P1",
    ...(object === undefined ? {} : { object }),
    fields: fieldsOf(Object.entries(fields)),
  };
}

describe("a letter is filled", () => {
  test("with what every letter knows", () => {
    expect(
      said(`says "{pupil}, {year-group}, class {class}, born {born}: to {parents}."
      says "{school}, {today}; due {due}. {sender}"
      says "{sender} writes."`),
    ).toEqual([
      "Maja Kovač, Year 4, class 4B, born 2 March 2017: to Ana Kovač and Ivo Kovač.",
      "Hill Top, 5 September 2025; due 12 September 2025. the school office",
      "The school office writes.",
    ]);
  });

  test("from the decision: figures of its own, parameters, rows of bands, titles of roles", () => {
    expect(
      said(`needs share is attendance this year
      needs missed is count of unauthorised sessions this year
      needs level
      needs target
      says "{share}, {missed}, {level}, of {target}; {first-notice}; {office}"`),
    ).toEqual(["80%, 2 sessions, Poor, of 96%; £160; The school office"]);
  });

  test("of a share that comes out uneven with two places, and never rounded into the whole", () => {
    const marks = recordWith().marks.filter(({ day, half }) => day !== knownDay("2025-09-01") || half !== "AM");
    expect(
      said(
        `needs share is attendance this year
      says "{share}"`,
        { record: { ...recordWith(), marks } },
      ),
    ).toEqual(["77.78%"]);
  });

  test("from the first that knows it: the log before the tables, and these before the office", () => {
    const lines = `needs room
    says "{room}"`;
    const record = recordWith({ attributes: fieldsOf([["room", "of the pupil"]]) }, [
      logged("send", "2025-09-05", { room: "of the record" }, "concern-letter"),
    ]);
    const values = { room: "of the office" };
    const attributes = fieldsOf([["room", "of the school"]]);
    // What is sent already is not owed: the record must be of another act on the letter.
    const drafted = { ...record, log: record.log.map((each) => ({ ...each, act: "draft" })) };
    expect(said(lines, { record: drafted, values, attributes })).toEqual(["of the record"]);
    expect(said(lines, { record: { ...record, log: [] }, values, attributes })).toEqual(["of the pupil"]);
    expect(said(lines, { values, attributes })).toEqual(["of the school"]);
    expect(said(lines, { values })).toEqual(["of the office"]);
  });

  test("from the record that its procedure lives on, read as what the field is", () => {
    const record = recordWith({}, [
      logged("ask-leave", "2025-09-03", { "first-day": "2025-10-01", reason: "a wedding" }),
    ]);
    const { outcomes } = lettersOf(`says "unused"`, {
      record,
      more: `document answer "Answer" {
  needs first-day
  needs reason
  says "You asked for {first-day}: {reason}."
}
procedure asked "Asked" for each ask-leave { step reply on start { office must send answer to parents } }`,
    });
    const answer = outcomes.find(({ document }) => document === "answer");
    expect(answer).toMatchObject({ written: true, paragraphs: ["You asked for 1 October 2025: a wedding."] });
  });

  test("with dates, times, amounts and shares as one says them, from however they were written", () => {
    const lines = `needs met-on as date
    needs at-time as time
    needs fee as money
    needs goal as percent
    needs lessons as number
    says "{met-on}, {at-time}, {fee}, {goal}, {lessons}"`;
    const values = { "met-on": "2 March 2026", "at-time": "3:30 pm", fee: "80", goal: "95.5", lessons: "12" };
    expect(said(lines, { values })).toEqual(["2 March 2026, 15:30, £80, 95.5%, 12"]);
  });

  test("with a line to sign on, where somebody signs by hand", () => {
    expect(said(`needs mark as signature\nsays "Signed: {mark}"`)).toEqual([`Signed: ${".".repeat(40)}`]);
  });

  test("with what stands on several lines as paragraphs of their own", () => {
    expect(said(`needs address\nsays "{address}"`, { values: { address: "1 High Street\r\n Hill Top" } })).toEqual([
      "1 High Street",
      "Hill Top",
    ]);
  });
});

describe("a paragraph is left out as a whole", () => {
  test("where its condition does not hold", () => {
    expect(
      said(`says "Low." when attendance this year below 90%
      says "High." when attendance this year at least 90%`),
    ).toEqual(["Low."]);
  });

  test("where it prints what the letter may have and nobody knows", () => {
    const lines = `may have helper
    says "Always."
    says "{helper} will come too."`;
    expect(said(lines)).toEqual(["Always."]);
    expect(said(lines, { values: { helper: "Jo" } })).toEqual(["Always.", "Jo will come too."]);
  });

  test("where it prints, or is, what is needed only on a condition that does not hold", () => {
    const lines = `needs helper when has-interpreter
    needs thanks when has-interpreter
    needs mark as signature when has-interpreter
    says "Always."
    says "{helper} will interpret."
    says "{mark}"
    says thanks "Thank you for telling us."`;
    expect(said(lines)).toEqual(["Always."]);
    expect(said(lines, { values: { helper: "Jo" } })).toEqual(["Always."]);
    const record = recordWith({ flags: [{ name: "has-interpreter" }] });
    expect(said(lines, { record, values: { helper: "Jo" } })).toEqual([
      "Always.",
      "Jo will interpret.",
      ".".repeat(40),
      "Thank you for telling us.",
    ]);
  });
});

describe("a letter is refused, and nothing of it is written,", () => {
  test.each([
    [
      "a value that nobody knows",
      `needs room\nsays "{room}"`,
      {},
      ["room: “About attendance” needs `room`, and nothing on record gives it."],
    ],
    [
      "a blank value",
      `needs room\nsays "{room}"`,
      { record: recordWith({ attributes: fieldsOf([["room", "  "]]) }) },
      ["room: “About attendance” needs `room`, and nothing on record gives it."],
    ],
    [
      "a value on record that is not what the field holds",
      `may have met-on as date\nsays "{met-on}"`,
      { record: recordWith({ attributes: fieldsOf([["met-on", "soon"]]) }) },
      ["met-on: The pupil's row holds “soon” for `met-on`, which is not a date, like 2026-03-02."],
    ],
    [
      "a pupil without a name",
      `says "{pupil}"`,
      { record: recordWith({ name: " " }) },
      ["pupil: pupils.csv gives no name for P1."],
    ],
    [
      "a parent without a name",
      `says "{parents}"`,
      { record: recordWith({ parents: [{ person: "A1", responsibility: true, livesWith: true, cares: true }] }) },
      ["parents: parents.csv gives no name for A1."],
    ],
    [
      "no parent at all",
      `says "{parents}"`,
      { record: recordWith({ parents: [] }) },
      ["parents: parents.csv knows no parent of P1 on this day."],
    ],
    ["what the policy leaves open", `says "{unsaid}"`, {}, ["unsaid: The policy does not say what `unsaid` is."]],
    [
      "a paragraph of which nobody knows whether it stands",
      `says "Come." when invited`,
      {},
      ["paragraph: Whether “Come.” stands in it is not known yet: Are they invited?"],
    ],
    [
      "a field of which nobody knows whether it has to be there",
      `needs room when invited\nsays "{room}"`,
      {},
      ["room: Whether `room` has to be there is not known yet: Are they invited?"],
    ],
  ] as const)("for %s", (_, lines, asked, lacks) => {
    expect(said(lines, asked)).toEqual(lacks);
  });

  test("for all that it lacks at once, each told once", () => {
    const lines = `needs room
    needs time-of-day as time
    says "{room}, {time-of-day}, {pupil}"
    says "{room} once more, {pupil}"`;
    expect(said(lines, { record: recordWith({ name: "" }) }).map((each) => each.split(":")[0])).toEqual([
      "room",
      "time-of-day",
      "pupil",
    ]);
  });
});

describe("what is not written", () => {
  test("is a document that says nothing, which is counted", () => {
    const { outcomes, wordless } = lettersOf("needs room");
    expect(outcomes).toEqual([]);
    expect([...wordless].map(([{ name }, count]) => [name, count])).toEqual([["concern-letter", 1]]);
  });

  test("is a letter that was sent, and one that is not owed", () => {
    const record = recordWith({}, [logged("send", "2025-09-05", {}, "concern-letter")]);
    expect(lettersOf(`says "Dear {parents}"`, { record }).outcomes).toEqual([]);
    const marks = recordWith().marks.map((mark) => ({ ...mark, code: "/" }));
    expect(lettersOf(`says "Dear {parents}"`, { record: { ...recordWith(), marks } }).outcomes).toEqual([]);
  });

  test("is what somebody only looks at again, or may hand on and was not asked for", () => {
    const more = `procedure looking "Looking" for each year {
  step look when attendance this year below 95% { office must review concern-letter }
}
procedure offering "Offering" for each year {
  step offer when attendance this year below 95% { office may give concern-letter to parents }
}
act review "reviewed"
act give "given"`;
    const { outcomes, offered } = lettersOf(`says "Dear {parents}"`, { more });
    expect(outcomes).toHaveLength(1);
    expect([...offered.values()]).toEqual([1]);
  });
});
