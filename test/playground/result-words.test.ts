// One sentence of what a change comes to, for a pupil and for a school.

import { describe, expect, test } from "vitest";
import { sayForPupil, sayForSchool } from "../../playground/what-if/result-words.ts";
import type { SchoolChange, ThingChange } from "../../playground/worker/school-protocol.ts";
import type { Difference } from "../../playground/worker/what-if-protocol.ts";

function status(title: string, before: boolean): Difference {
  return { kind: "status", name: title, title, before, after: !before, reasons: {} };
}

function question(title: string): Difference {
  const answers = [{ answer: "yes", opens: ["Send stage 1 letter"] }];
  return { kind: "question", id: title, title, by: "champion", before: false, after: true, answers, reasons: {} };
}

function thing(kind: ThingChange["kind"], title: string, newly: number, noLonger: number): ThingChange {
  const ids = (count: number): string[] => Array.from({ length: count }, (_, at) => `P${at}`);
  const counts = { before: 0, after: 0, newly: ids(newly), noLonger: ids(noLonger) };
  return { kind, name: title, title, ...counts, years: [], groups: [] };
}

function change(touched: number, things: readonly ThingChange[]): SchoolChange {
  return { kind: "change", asOf: 0, pupils: 1200, touched, things, people: [], workload: [], took: 1, extent: "slice" };
}

describe("for a pupil", () => {
  test("nothing", () => {
    expect(sayForPupil([])).toBe("For this pupil nothing changes.");
  });

  test("the most pressing comes first, and the others are counted", () => {
    expect(sayForPupil([status("Below target", false), question("Is it causing concern?"), status("Late", true)])).toBe(
      "For this pupil: newly “Is it causing concern?”, and 2 things more.",
    );
    expect(sayForPupil([status("Below target", true)])).toBe("For this pupil: no longer “Below target”.");
  });
});

describe("for a school", () => {
  test("nobody", () => {
    expect(sayForSchool(change(0, []))).toBe("Of 1,200 pupils none is treated otherwise.");
  });

  test("what has to be done, where that is certain", () => {
    const things = [thing("status", "Below target", 30, 0), thing("duty", "Send letter 1", 12, 3)];
    expect(sayForSchool(change(30, things))).toBe(
      "Of 1,200 pupils, 30 are treated otherwise: 12 newly, 3 no longer “Send letter 1”.",
    );
  });

  test("that somebody must decide, where no task is certain", () => {
    const things = [thing("status", "Below target", 30, 0), thing("question", "Is it causing concern?", 25, 1)];
    expect(sayForSchool(change(30, things))).toBe(
      "Of 1,200 pupils, 30 are treated otherwise. No letter or other task is certain: for 25 pupils more it must first be decided, for 1 pupil it need not be decided any more: “Is it causing concern?”",
    );
  });

  test("what holds, where nobody has to do or decide anything else", () => {
    expect(sayForSchool(change(1, [thing("status", "Below target", 1, 0)]))).toBe(
      "Of 1,200 pupils, 1 is treated otherwise. Nobody has to do anything else: 1 newly “Below target”.",
    );
  });
});
