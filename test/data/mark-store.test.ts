import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeMarkStore } from "../../src/data/mark-store.ts";
import type { NewMark } from "../../src/data/mark-store.ts";
import type { Mark } from "../../src/school/record.ts";
import { markText } from "./read.ts";

const ids = ["A", "B", "C"];
const newMark: fc.Arbitrary<NewMark> = fc.record(
  {
    pupil: fc.nat(2),
    day: fc.integer({ min: -3, max: 3 }),
    half: fc.constantFrom("AM", "PM"),
    code: fc.constantFrom("/", "N", "I"),
    known: fc.constantFrom(undefined, 0, 5),
    minutesLate: fc.constantFrom(undefined, 3),
    setting: fc.constantFrom(undefined, "Elm"),
    file: fc.constantFrom("a.csv", "b.csv"),
    line: fc.nat(9),
  },
  { requiredKeys: ["pupil", "day", "half", "code", "file", "line"] },
);

/** The same by sorting and grouping objects: what the columns must agree with. */
function plainly(marks: readonly NewMark[]): { kept: Map<string, string[]>; clashes: number } {
  const keyOf = ({ pupil, day, half, setting, known }: NewMark): string => [pupil, day, half, setting, known].join();
  let clashes = 0;
  const kept = new Map(ids.map((id) => [id, [] as string[]]));
  const groups = [...Map.groupBy(marks, keyOf).values()].toSorted(([a], [b]) => (a && b ? order(a, b) : 0));
  for (const [first, ...others] of groups) {
    if (first === undefined) continue;
    clashes += others.length;
    if (others.some((other) => other.code !== first.code || other.minutesLate !== first.minutesLate)) continue;
    kept.get(ids[first.pupil] ?? "")?.push(textOf(first));
  }
  return { kept, clashes };
}

function order(a: NewMark, b: NewMark): number {
  return (
    a.day - b.day ||
    (a.half === b.half ? 0 : a.half === "AM" ? -1 : 1) ||
    (a.setting ?? "").localeCompare(b.setting ?? "") ||
    (a.known ?? -1) - (b.known ?? -1)
  );
}

function textOf(mark: NewMark): string {
  const { minutesLate, setting, known } = mark;
  const optional = Object.fromEntries(
    Object.entries({ minutesLate, setting, known }).filter(([, value]) => value !== undefined),
  );
  return `${markText({ pupil: ids[mark.pupil] ?? "", day: mark.day, half: mark.half, code: mark.code, ...optional })} ${mark.file}:${mark.line}`;
}

describe("the mark store", () => {
  it("gives each pupil's marks in order and without clashes, as sorting objects would", () => {
    fc.assert(
      fc.property(fc.array(newMark, { maxLength: 40 }), (marks) => {
        const store = makeMarkStore();
        for (const mark of marks) store.add(mark);
        let clashes = 0;
        const marksOf = store.finish(ids, () => (clashes += 1));
        const expected = plainly(marks);
        ids.forEach((id, pupil) => {
          const read = marksOf(pupil).map((mark) => `${markText(mark)} ${mark.source?.file}:${mark.source?.line}`);
          expect(read).toEqual(expected.kept.get(id));
        });
        expect(clashes).toBe(expected.clashes);
      }),
    );
  });

  it("keeps thousands of marks in order of time, and makes the same array while one pupil is looked at", () => {
    const store = makeMarkStore();
    for (let day = 5000; day > 0; day--)
      store.add({ pupil: day % 2, day, half: "PM", code: "/", file: "a", line: day });
    const marksOf = store.finish(["A", "B"], () => expect.fail("no clash"));
    expect(marksOf(0)).toHaveLength(2500);
    expect(marksOf(0)).toBe(marksOf(0));
    const days = marksOf(1).map((mark: Mark) => mark.day);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(marksOf(0)[0]).toEqual({ pupil: "A", day: 2, half: "PM", code: "/", source: { file: "a", line: 2 } });
  });
});
