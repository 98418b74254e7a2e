import { describe, expect, it } from "vitest";
import { readCalendarPlan } from "../../src/data/read-calendar.ts";
import { sampleCalendarPlan } from "../../src/data/sample-calendar.ts";
import { writeCalendar } from "../../src/data/write-calendar.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import { formatDay, knownDay } from "../../src/school/day.ts";
import { makeSource } from "../../src/source/text.ts";
import { calendarYaml, said, sentence } from "./read.ts";

const readPlan = (text: string): ReturnType<typeof readCalendarPlan> =>
  readCalendarPlan(makeSource("calendar.yaml", text));
const changed = (from: string, to: string): ReturnType<typeof readCalendarPlan> => {
  expect(calendarYaml).toContain(from);
  return readPlan(calendarYaml.replace(from, to));
};

describe("calendar.yaml", () => {
  it("becomes a plan, a term taking its dates from its half-terms", () => {
    const { plan, diagnostics } = readPlan(calendarYaml);
    expect(diagnostics).toEqual([]);
    expect(plan).toEqual({
      name: "Small calendar",
      years: [
        {
          name: "2025/26",
          from: knownDay("2025-09-01"),
          to: knownDay("2026-08-31"),
          terms: [
            {
              name: "summer term",
              from: knownDay("2026-04-27"),
              to: knownDay("2026-05-08"),
              halfTerms: [{ name: "summer 1", from: knownDay("2026-04-27"), to: knownDay("2026-05-08") }],
            },
          ],
        },
      ],
      bankHolidays: [knownDay("2026-05-04")],
      inset: [knownDay("2026-04-27")],
      closed: [{ day: knownDay("2026-05-07"), why: "polling" }],
      oneSession: [{ day: knownDay("2026-05-08"), half: "AM" }],
    });
    expect(makeCalendar(plan ?? sampleCalendarPlan()).sessionCount).toBe(13);
  });

  it("of the sample school is read back exactly as it was written", () => {
    const plan = {
      ...sampleCalendarPlan(),
      name: "on: #1, a 'name' that YAML would rather \"quote\"",
      closed: [{ day: knownDay("2026-05-07"), why: "polling: all day" }],
      oneSession: [{ day: knownDay("2026-07-17"), half: "AM" as const }],
    };
    expect(readPlan(writeCalendar(plan))).toEqual({ plan, diagnostics: [] });
  });

  it("S14: of a school of six terms gives each term its own two dates", () => {
    const { plan } = readPlan(
      calendarYaml.replace(/ {8}half-terms:\n.*\n/, "        from: 2026-04-27\n        to: 2026-05-08\n"),
    );
    expect(plan?.years[0]?.terms[0]?.halfTerms).toEqual([
      { name: "summer term", from: knownDay("2026-04-27"), to: knownDay("2026-05-08") },
    ]);
  });

  it.each([
    ["2026-05-04]", "2026-05-32]", "calendar.yaml:10:17 error data-value-wrong"],
    ["2026-05-04]", "04/05/2026]", "calendar.yaml:10:17 error data-value-wrong"],
    ["inset:", "insets:", "calendar.yaml:1:1 error data-key-missing", "calendar.yaml:11:1 error data-key-unknown"],
    [
      "why: polling",
      "reason: polling",
      "calendar.yaml:13:5 error data-key-missing",
      "calendar.yaml:13:23 error data-key-unknown",
    ],
    ["half: AM", "half: morning", "calendar.yaml:15:29 error data-value-wrong"],
    ["inset: [2026-04-27]", "inset: 2026-04-27", "calendar.yaml:11:8 error data-value-wrong"],
    ["name: Small calendar", "name: [Small]", "calendar.yaml:1:7 error data-value-wrong"],
    ["name: Small calendar", "name:", "calendar.yaml:1:6 error data-key-missing"],
    [
      "to: 2026-05-08}",
      "to: 2026-04-26}",
      "calendar.yaml:9:52 error calendar-ends-before-it-starts",
      "calendar.yaml:15:5 error calendar-never-a-school-day",
    ],
    ["to: 2026-08-31", "to: 2026-05-07", "calendar.yaml:9:52 error calendar-outside-what-holds-it"],
    ["to: 2026-08-31", "to: 2027-08-31", "calendar.yaml:5:9 error calendar-year-too-long"],
    ["[2026-05-04]", "[2026-05-04, 2026-05-04]", "calendar.yaml:10:29 error calendar-listed-twice"],
    ["inset: [2026-04-27]", "inset: [2026-04-25]", "calendar.yaml:11:9 error calendar-never-a-school-day"],
    [
      "        half-terms:",
      "        from: 2026-04-27\n        half-terms:",
      "calendar.yaml:7:9 error data-value-wrong",
    ],
    ["bank-holidays: [", "bank-holidays: [*x, ", "calendar.yaml:10:17 error data-yaml-too-clever"],
    ["bank-holidays: [", "bank-holidays: [&x 2026-05-25, *x, ", "calendar.yaml:10:32 error data-yaml-too-clever"],
    ["name: Small", "name: !secret Small", "calendar.yaml:1:15 error data-yaml-too-clever"],
    ["name: Small", "__proto__: {years: []}\nname: Small", "calendar.yaml:1:1 error data-key-unknown"],
    ["inset:", "bank-holidays: []\ninset:", "calendar.yaml:11:1 error data-yaml-broken"],
    ["inset: [", "inset: [[", "calendar.yaml:12:1 error data-yaml-broken"],
    ["inset:", "---\ninset:", "calendar.yaml:11:1 error data-yaml-broken"],
  ])("with %j as %j is refused at its place", (from, to, ...expected) => {
    const reading = changed(from, to);
    expect(said(reading)).toEqual(expected);
    expect(reading.plan).toBeUndefined();
  });

  it.each(["", "- a\n- b\n", "just words", "? [a, b]\n: c\n", "a: 1\n---\nb: 2\n", "\u0000", "{", "- !!set {a, b}"])(
    "that is %j is refused and nothing is thrown",
    (text) => {
      const { plan, diagnostics } = readPlan(text);
      expect(plan).toBeUndefined();
      expect(diagnostics.length).toBeGreaterThan(0);
    },
  );

  it("made to exhaust its reader is refused and nothing is thrown", () => {
    const { plan, diagnostics } = readPlan("[".repeat(20_000));
    expect(plan).toBeUndefined();
    expect(diagnostics[0]?.code).toBe("data-yaml-broken");
  });

  it("says what a date might have been", () => {
    expect(sentence(changed("2026-05-04]", "04/05/2026]"))).toContain("04/05/2026 may be 2026-05-04 or 2026-04-05");
  });

  it("suggests the key that was probably meant", () => {
    const { diagnostics } = changed("one-session:", "one-sesion:");
    expect(sentence({ diagnostics })).toBe('one-sesion is not a word of this file. Did you mean "one-session"?');
  });

  it("names two years and the gap between them", () => {
    const later = calendarYaml.replace(
      "bank-holidays",
      "  - {name: 2027/28, from: 2027-09-01, to: 2028-08-31, terms: []}\nbank-holidays",
    );
    expect(sentence(readPlan(later))).toContain("Between 2025/26 and 2027/28 a whole year seems to be missing.");
    expect(formatDay(knownDay("2027-09-01"))).toBe("2027-09-01");
  });
});
