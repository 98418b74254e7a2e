// Examples become records: marks session by session, a log, people, and what is expected when (S32).

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CheckedExample } from "../../src/checker/example.ts";
import { formatDay, knownDay } from "../../src/school/day.ts";
import { formatMoment } from "../../src/school/moment.ts";
import { checkText, said, school } from "./check-text.ts";

const expectation = "on 2026-03-13 expect persistently-absent";

function exampleOf(lines: string): CheckedExample {
  const { examples, diagnostics } = checkText(school(`example "it" {\n${lines}\n}`));
  expect(said(diagnostics)).toEqual([]);
  const [example] = examples;
  if (example === undefined) throw new Error("The text has an example");
  return example;
}

describe("the marks of an example", () => {
  test("are two a day from Monday; a dot is a session as usual, a hyphen a mark not taken (S8, S32)", () => {
    const { marks } = exampleOf(`pupil year 4\nweek of 2026-03-02 "G. .. -N C1C1 /\\"\n${expectation}`);
    expect(marks.map(({ day, half, code }) => `${formatDay(day)} ${half} ${code}`)).toEqual([
      "2026-03-02 AM G",
      "2026-03-04 AM -",
      "2026-03-04 PM N",
      "2026-03-05 AM C1",
      "2026-03-05 PM C1",
      "2026-03-06 AM /",
      "2026-03-06 PM \\",
    ]);
  });

  test("may become known later, a date alone at its last instant (S1, S7)", () => {
    const { marks } = exampleOf(`pupil year 4\non 2026-03-09 marks "NN" known 2026-03-11\n${expectation}`);
    expect(marks.map(({ known }) => known !== undefined && formatMoment(known))).toEqual([
      "2026-03-11 23:59:59",
      "2026-03-11 23:59:59",
    ]);
  });

  test("are read back from any codes in a row, two-character codes before their first letter", () => {
    const codes = ["/", "\\", "L", "I", "M", "C", "C1", "G", "N", "O", "U"];
    const pair = fc.tuple(fc.constantFrom(...codes, ".", "-"), fc.constantFrom(...codes, ".", "-"));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 5, maxLength: 5 }), (week) => {
        const text = week.map((day) => day.join("")).join(" ");
        const { marks } = exampleOf(`pupil year 4\nweek of 2026-03-02 "${text}"\n${expectation}`);
        const monday = knownDay("2026-03-02");
        const read = week.map((_, offset) =>
          ["AM", "PM"].map(
            (half) => marks.find((mark) => mark.day === monday + offset && mark.half === half)?.code ?? ".",
          ),
        );
        expect(read).toEqual(week);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the facts of an example", () => {
  test("make a pupil: year, groups, flags, parents, time on roll (S11)", () => {
    const lines =
      "pupil year reception, group juniors, born 2021-05-01, on-roll 2026-01-05, contacts 2, flagged looked-after, parents mother";
    expect(exampleOf(`${lines}\n${expectation}`).pupil).toEqual({
      id: "example",
      year: 0,
      born: knownDay("2021-05-01"),
      onRoll: [{ from: knownDay("2026-01-05") }],
      flags: [{ name: "juniors" }, { name: "looked-after" }],
      parents: [{ person: "mother", responsibility: true, livesWith: true, cares: true }],
      attributes: { contacts: "2" },
    });
  });

  test("make a log: who, what, to whom, with which fields, and when it became known", () => {
    const { log } = exampleOf(`pupil year 4, parents mother
      on 2026-03-03 09:20 log ask-leave by mother with reason holiday, first-day 2026-05-01
      on 2026-03-04 log send letter-1 to mother, attendance-coordinator known 2026-03-06 10:00
      on 2026-03-05 log decide leave-decision by headteacher with answer granted
      ${expectation}`);
    expect(
      log.map(({ happened, known, ...record }) => [
        formatMoment(happened),
        known === undefined ? "" : formatMoment(known),
        record,
      ]),
    ).toEqual([
      [
        "2026-03-03 09:20",
        "",
        {
          id: "log-1",
          act: "ask-leave",
          pupil: "example",
          person: "mother",
          fields: { reason: "holiday", "first-day": "2026-05-01" },
        },
      ],
      [
        "2026-03-04 23:59:59",
        "2026-03-06 10:00",
        {
          id: "log-2",
          act: "send",
          object: "letter-1",
          pupil: "example",
          person: "mother",
          to: ["mother", "attendance-officer"],
          fields: {},
        },
      ],
      [
        "2026-03-05 23:59:59",
        "",
        {
          id: "log-3",
          act: "decide",
          object: "leave-decision",
          pupil: "example",
          by: "headteacher",
          fields: { answer: "granted" },
        },
      ],
    ]);
  });

  test("cannot be mistaken for anything that every record has, whatever the fields are called", () => {
    const { examples } = checkText(
      school(
        `act note-down recording constructor, to-string\nexample "it" {\npupil year 4\non 2026-03-03 log note-down with constructor "x"\n${expectation}\n}`,
      ),
    );
    const fields = examples[0]?.log[0]?.fields;
    expect(fields?.["constructor"]).toBe("x");
    expect(fields?.["toString"]).toBeUndefined();
  });
});

describe("the expectations of an example", () => {
  test("stand at a moment, a date alone at its last instant, and may be denied (S1)", () => {
    const { expectations, assumeOnTime } = exampleOf(`pupil year 4
      assuming acts done on time
      on 2026-03-13 expect no persistently-absent
      on 2026-03-13 10:00 expect overdue school-office must telephone parents
      on 2026-03-13 expect proposed U`);
    expect(assumeOnTime).toBe(true);
    expect(expectations.map(({ at, not, expectation: { kind } }) => [formatMoment(at), not, kind])).toEqual([
      ["2026-03-13 23:59:59", true, "condition"],
      ["2026-03-13 10:00", false, "obligation"],
      ["2026-03-13 23:59:59", false, "finding"],
    ]);
    expect(expectations[1]?.expectation).toMatchObject({
      state: "overdue",
      sentence: { act: "telephone", modal: "must" },
    });
    expect(expectations[2]?.expectation).toMatchObject({ what: "proposed", subject: "U" });
  });
});
