// Every value in force, through layers and dates: a nation, a trust and a school, each with its own say.

import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { Library } from "../../src/draft.ts";
import { outlineOf } from "../../src/outline/outline.ts";
import type { OutlineEntry } from "../../src/outline/outline.ts";
import { outlineToJson, printOutline } from "../../src/outline/print-outline.ts";
import { knownDay } from "../../src/school/day.ts";
import { makeSource } from "../../src/source/text.ts";
import type { SourceText } from "../../src/source/text.ts";

const texts: ReadonlyMap<string, SourceText> = new Map(
  Object.entries({
    land: `nation policy land "A land"
in force from 2020-09-01
code / "Present" attending on site
code \\ "Present" attending on site
code O "Absent" unauthorised
role office "Office"
role parents "Parents"
act ring "rung"
parameter fine is £60 until 2024-08-18, £80 from 2024-08-19, fixed [LAW-1]
parameter answer-within is 10 school days, may only fall
parameter goal is 90%, may only rise
status low "Low" when attendance this year below 90%
`,
    group: `trust policy group "A trust"
extends land
in force from 2022-09-01
parameter goal is 95%
register morning {
  opens 08:50
  closes 09:20
  U after 09:20
}
code U "Too late" unauthorised on site
procedure calls "Calls" for each absence {
  step call on start {
    office must ring parents by 10:00
  }
}
`,
    hill: `school policy hill "Hill School"
extends group
in force from 2023-09-01
parameter goal is 96%
parameter answer-within is 5 school days
status low "Low" when attendance this year below 96%
register morning {
  opens 08:50
  closes 09:10
  U after 09:10
}
procedure calls "Calls" for each absence {
  step call on start {
    office must ring parents by 09:30
  }
}
duty look "A look at absences" every week {
  office must ring parents by end of day
}
`,
  }).map(([name, text]) => [name, makeSource(`${name}.rollcall`, text)]),
);
const library: Library = { layer: (name) => texts.get(name), beside: () => undefined };

function outlineOn(date: string): ReturnType<typeof outlineOf> {
  const source = texts.get("hill");
  if (source === undefined) throw new Error("no school");
  const { model, diagnostics } = compile(source, library);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code, args }) => [code, args])).toEqual([]);
  if (model === undefined) throw new Error("no model");
  return outlineOf(model, knownDay(date));
}

function entry(section: string, title: string, date = "2023-09-01"): OutlineEntry {
  const found = outlineOn(date)
    .sections.find((each) => each.title === section)
    ?.entries.find((each) => each.title === title);
  if (found === undefined) throw new Error(`no ${title} among ${section}`);
  return found;
}

function pastOf({ history }: OutlineEntry): readonly (readonly [string, string])[] {
  return history.map(({ says, layer }) => [says, layer]);
}

describe("a value", () => {
  test("that every layer set: the school's stands, and those of nation and trust are its history", () => {
    const goal = entry("Values", "Goal");
    expect(goal).toMatchObject({ says: "96%", layer: "hill", lock: "may only rise", lockedBy: "land" });
    expect(pastOf(goal)).toEqual([
      ["90%", "land"],
      ["95%", "group"],
    ]);
  });

  test("that the nation fixed: other dates are its history, on either side of the change", () => {
    const before = entry("Values", "Fine", "2024-08-18");
    const after = entry("Values", "Fine", "2024-08-19");
    expect([before.says, after.says]).toEqual(["£60", "£80"]);
    expect(before).toMatchObject({ layer: "land", lock: "fixed", lockedBy: "land", origin: { clauses: ["LAW-1"] } });
    expect(after.history).toMatchObject([{ says: "£60", until: knownDay("2024-08-18") }]);
  });
});

test("a register's times stand one by one, and only what changed has a history", () => {
  expect(pastOf(entry("Registers", "morning: closes"))).toEqual([["09:20", "group"]]);
  expect(pastOf(entry("Registers", "morning: opens"))).toEqual([]);
  expect(entry("Registers", "morning: U")).toMatchObject({ says: "U after 09:10", layer: "hill" });
});

test("a status said anew shows what the nation said", () => {
  expect(entry("Statuses", "Low").says).toBe("attendance this year below 96%");
  expect(pastOf(entry("Statuses", "Low"))).toEqual([["attendance this year below 90%", "land"]]);
});

test("a deadline shows the one it replaced", () => {
  const call = entry("Deadlines and waits", "“Calls”, Call: ring");
  expect(call.says).toBe("by 09:30");
  expect(pastOf(call)).toEqual([["by 10:00", "group"]]);
});

test("duties and codes stand with the layer that declared them", () => {
  expect(entry("How often", "A look at absences")).toMatchObject({ says: "every week", layer: "hill" });
  expect(entry("Codes", "U (Too late)")).toMatchObject({ says: "unauthorised", layer: "group" });
});

test("as text and as data it says which way is stricter, and who locked it", () => {
  const outline = outlineOn("2023-09-01");
  expect(printOutline(outline, { width: 140, colour: false })).toMatch(
    /Answer within +5 school days +hill:5 +may only fall: lower is stricter, by land +10 school days \(land\)/,
  );
  const data = JSON.stringify(outlineToJson(outline));
  expect(data).toContain('"stricter":"lower"');
  expect(data).toContain('"stricter":"higher"');
});
