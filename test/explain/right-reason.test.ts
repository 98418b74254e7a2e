// The reason that is given is the one it rests on: of several records one that suffices, of several steps the one that is waited for.

import { describe, expect, test } from "vitest";
import { openCase } from "../../src/explain/case.ts";
import { explainAbsence } from "../../src/explain/why-not.ts";
import { explainStatus } from "../../src/explain/why-standing.ts";
import { sayWhy } from "../../src/morning/say-why.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { knownDay } from "../../src/school/day.ts";
import { lastInstant, momentOf } from "../../src/school/moment.ts";
import type { LogRecord, Mark } from "../../src/school/record.ts";
import { calendarOf, compileFile } from "../policy-files.ts";

const compilation = compileFile(new URL("right-reason.rollcall", import.meta.url));
const { ready, model } = compilation;
if (ready === undefined || model === undefined)
  throw new Error(`the policy is not sound: ${compilation.diagnostics.map(({ code }) => code).join(", ")}`);
const monday = knownDay("2025-09-08");

const marks = [0, 1].flatMap((after) =>
  (["AM", "PM"] as const).map((half): Mark => ({ pupil: "P1", day: monday + after, half, code: "O" })),
);
const pupil = { id: "P1", year: 4, onRoll: [{ from: monday }], flags: [], parents: [], attributes: {} };

function record(id: string, act: string, day: number, time: string, fields: LogRecord["fields"] = {}): LogRecord {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const happened = momentOf(day, hours * 3600 + minutes * 60);
  return { id, act, happened, known: happened, pupil: "P1", fields };
}

const log = [
  record("1", "agree-away", monday - 7, "10:00", { "first-off": "2025-09-08", "last-off": "2025-09-12" }),
  record("2", "agree-away", monday - 4, "10:00", { "first-off": "2025-10-06", "last-off": "2025-10-10" }),
  record("3", "phone-home", monday + 1, "09:10"),
  record("4", "phone-home", monday + 1, "11:15"),
];

const opened = openCase(
  { ...ready, model },
  makeWorld(ready.program, calendarOf(compilation)),
  { pupil, marks, arrivals: [], log },
  lastInstant(monday + 1),
);

describe("of several records", () => {
  test("the one that was in time is the reason, and no later one", () => {
    expect(explainStatus(opened, "in-time")?.sentence).toBe(
      "“In time” holds, because phoned home by 09:30 on Tue 9 Sep 2025, 09:10.",
    );
  });

  test("the one whose days hold the day is the reason, and no newer one", () => {
    expect(explainStatus(opened, "covered")?.sentence).toBe(
      "“Covered” holds, because during away agreed on Mon 1 Sep 2025, 10:00.",
    );
  });
});

test("what is still to come is not asked for because its condition fails", () => {
  const [owed] = opened.outcome.obligations.filter(({ state }) => state === "upcoming");
  expect(owed === undefined ? "" : sayWhy(opened, owed)).toBe("Absent since yesterday, morning; if troubled");
});

test("why a step does not ask for something", () => {
  const said = (step: string): string | undefined => explainAbsence(opened, step)[0]?.sentence;
  expect(said("two")).toBe("Two: it has begun, and did not ask for it, because not troubled.");
  expect(said("three")).toBe("Three: One comes first and is not done.");
  expect(said("four")).toBe(
    "Four: it is upcoming. The office must hear home by Fri 19 Sep 2025, 15:30, if troubled, because the pupil is absent since yesterday, morning.",
  );
});
