// A compiled module at the hands of plain JavaScript: what is no record, no calendar or no day is refused in words, at once.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { knownDay } from "../../../src/school/day.ts";
import { planOf } from "../../school/plans.ts";
import { compilePolicy, filesOf, packageFolder, write } from "./written-modules.ts";

type Loose = Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;

const folder = packageFolder();
let [decide, explain, batch]: Loose[] = [];

beforeAll(async () => {
  write(folder, filesOf(compilePolicy("england"), { parts: ["decide", "explain", "batch"] }));
  const load = async (name: string): Promise<Loose> => (await import(pathToFileURL(join(folder, name)).href)) as Loose;
  [decide, explain, batch] = [
    await load("england.ts"),
    await load("england.explain.ts"),
    await load("england.batch.ts"),
  ];
});

const day = knownDay("2025-09-08");
const calendar = planOf(["2025-09-01", "2025-10-24"]);
const pupil = { id: "P1", year: 4, onRoll: [{ from: day }], flags: [], parents: [], attributes: {} };
const record = { calendar, pupil, marks: [{ pupil: "P1", day, half: "AM", code: "/" }], arrivals: [], log: [] };

describe.each([
  ["evaluate", (value: unknown) => decide?.["evaluate"]?.(value, "2025-09-09")],
  ["explain", (value: unknown) => explain?.["explain"]?.(value, "2025-09-09")],
  [
    "packSchool",
    (value: unknown) => batch?.["packSchool"]?.((value as typeof record | undefined)?.calendar ?? calendar, [value]),
  ],
])("%s", (_name, call) => {
  test("takes a record", () => expect(() => call(record)).not.toThrow());

  test.each([
    ["nothing", undefined, "should be a group of keys and values, and it is undefined"],
    ["marks that are a text", { ...record, marks: "//" }, 'marks should be a list, and it is "//"'],
    [
      "a mark of no half",
      { ...record, marks: [{ ...record.marks[0], half: "am" }] },
      "marks.0.half should be AM or PM",
    ],
    ["a mark of another pupil", { ...record, pupil: { ...pupil, id: "P2" } }, "a fact of P1 was told of P2"],
    ["a calendar without years", { ...record, calendar: {} }, "calendar.years should be a list, and it is undefined"],
  ])("refuses %s", (_what, value, message) => {
    expect(() => call(value)).toThrow(message);
  });
});

test("evaluate and explain say what a moment is where they are given none", () => {
  for (const none of ["2025-09-09T09:30:00Z", new Date(), undefined])
    for (const ask of [decide?.["evaluate"], explain?.["explain"]])
      expect(() => ask?.(record, none)).toThrow(/^asOf should be a date or a moment on the school's own clock, /);
});

test("why something is not owed is asked of a text", () => {
  type Asked = { readonly whyNot: (words: unknown) => readonly unknown[] };
  const asked = explain?.["explain"]?.(record, "2025-09-09") as Asked | undefined;
  expect(asked?.whyNot("return").length).toBeGreaterThan(0);
  expect(() => asked?.whyNot(undefined)).toThrow(
    "words should be a text, such as the name of a step, and it is undefined",
  );
});

test("decideAll refuses what is no day, where it would look for the end of one for ever", () => {
  const packed = batch?.["packSchool"]?.(calendar, [record]);
  for (const none of [undefined, Number.NaN, "2025-09-09"])
    expect(() => batch?.["decideAll"]?.(packed, none)).toThrow("the day asked for should be a whole number");
});

describe("decideAll refuses a register", () => {
  const packed = (): object => batch?.["packSchool"]?.(calendar, [record]) as object;

  test.each([undefined, null, 7, [], {}])("that is %j", (none) => {
    expect(() => batch?.["decideAll"]?.(none, day)).toThrow("this is no register: `packSchool` gives one");
  });

  test("that went through JSON", () => {
    const said = JSON.parse(JSON.stringify(packed())) as unknown;
    expect(() => batch?.["decideAll"]?.(said, day)).toThrow("which neither JSON nor a message to another thread can");
  });

  test.each([
    ["ids", [], "register.ids should be a list with the id of each pupil"],
    ["count", 2, "register.ids should be a list with the id of each pupil"],
    ["stride", 4, /^register\.stride should be \d+, as its calendar has it, and it is 4$/],
    ["slots", undefined, "register.slots should be a JavaScript Uint8Array, and it is undefined"],
    ["slots", new Uint8Array(0), /^register\.slots should have \d+ places, and it has 0$/],
    [
      "year",
      new Float64Array(1),
      "register.year should be a JavaScript Int16Array, and it is a JavaScript Float64Array",
    ],
    ["flagsFrom", undefined, "register.flagsFrom should be a JavaScript Uint32Array, and it is undefined"],
    ["flagUntil", new Int32Array(3), "register.flagUntil should have 0 places, and it has 3"],
    ["flagNames", undefined, "register.flagNames should be a list"],
    ["codes", [], "this register was packed for a policy of other codes"],
  ])("whose %s is %j", (name, value, message) => {
    expect(() => batch?.["decideAll"]?.({ ...packed(), [name]: value }, day)).toThrow(RangeError);
    expect(() => batch?.["decideAll"]?.({ ...packed(), [name]: value }, day)).toThrow(message);
  });

  test("and an outcome to be filled again that is none", () => {
    const register = packed();
    const out = batch?.["decideAll"]?.(register, day) as object;
    expect(batch?.["decideAll"]?.(register, day, out)).toBe(out);
    for (const none of [null, {}, [], { ...out, statuses: {} }, { ...out, count: 2 }])
      expect(() => batch?.["decideAll"]?.(register, day, none)).toThrow("`out` is no outcome of this policy");
  });

  test("but not a school of nobody, nor one of whom nothing is marked", () => {
    expect(batch?.["decideAll"]?.(batch["packSchool"]?.(calendar, []), day)).toMatchObject({ count: 0 });
    const unmarked = batch?.["packSchool"]?.(calendar, [{ ...record, marks: [], pupil: { ...pupil, onRoll: [] } }]);
    expect(batch?.["decideAll"]?.(unmarked, day)).toMatchObject({ count: 1 });
  });
});

test("start and load refuse what is no pupil and no calendar", () => {
  expect(() => decide?.["start"]?.({ id: "P1" }, calendar)).toThrow("pupil.year should be a whole number");
  expect(() => decide?.["start"]?.(pupil)).toThrow(
    "calendar should be a group of keys and values, and it is undefined",
  );
  const saved = decide?.["save"]?.(decide["start"]?.(pupil, calendar));
  expect(() => decide?.["load"]?.(JSON.stringify(saved), calendar)).toThrow(
    "this is no saved state: it should be what `save` gave, and this is a text: give what JSON.parse makes of it",
  );
  expect(() => decide?.["load"]?.({ ...(saved as object), version: 2 }, calendar)).toThrow("begin anew with `start`");
  expect(() => decide?.["load"]?.(saved)).toThrow("calendar should be a group of keys and values, and it is undefined");
});

test.each(["save", "outcome", "advance", "watchChanges"])("%s refuses what is no state", (name) => {
  const saved = decide?.["save"]?.(decide["start"]?.(pupil, calendar));
  for (const none of [undefined, null, 7, saved])
    expect(() => decide?.[name]?.(none, { date: day })).toThrow("this is no state: `start` gives one");
});
