// The module that explains tells the same story as the interpreter: of everything that is owed, holds, applies, waits or is not owed.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { openCase } from "../../../src/explain/case.ts";
import type { Case } from "../../../src/explain/case.ts";
import { explainObligation } from "../../../src/explain/why.ts";
import type { Explanation } from "../../../src/explain/why.ts";
import { explainAbsence } from "../../../src/explain/why-not.ts";
import { explainBand, explainQuestion, explainStatus } from "../../../src/explain/why-standing.ts";
import type { Outcome } from "../../../src/runtime/outcome.ts";
import { makeWorld } from "../../../src/runtime/world.ts";
import { knownDay } from "../../../src/school/day.ts";
import { formatMoment, momentOf } from "../../../src/school/moment.ts";
import { calendarOf } from "../../policy-files.ts";
import { randomRecord } from "../../random-record.ts";
import { compilePolicy, filesOf, packageFolder, write } from "./written-modules.ts";

interface Explained {
  readonly outcome: Outcome;
  readonly obligation: (id: string) => Explanation | undefined;
  readonly status: (name: string) => unknown;
  readonly band: (name: string) => unknown;
  readonly question: (decision: string) => readonly unknown[];
  readonly whyNot: (words: string) => readonly unknown[];
}

type Explain = (record: unknown, asOf: string) => Explained;

/** Everything that can be asked of a case, asked of both. */
function expectSameStory(opened: Case, explained: Explained): number {
  const { outcome, world } = opened;
  expect(explained.outcome).toEqual(outcome);
  for (const obligation of outcome.obligations)
    expect(explained.obligation(obligation.id)).toEqual(explainObligation(opened, obligation));
  for (const { name } of outcome.statuses) expect(explained.status(name)).toEqual(explainStatus(opened, name));
  for (const { name } of outcome.bands) expect(explained.band(name)).toEqual(explainBand(opened, name));
  for (const { decision } of outcome.questions) {
    const asked = outcome.questions.filter((each) => each.decision === decision);
    expect(explained.question(decision)).toEqual(asked.flatMap((each) => explainQuestion(opened, each) ?? []));
  }
  for (const { name } of world.program.procedures.filter(({ subject }) => subject === "pupil"))
    expect(explained.whyNot(name)).toEqual(explainAbsence(opened, name));
  return outcome.obligations.length + outcome.questions.length;
}

describe.each(["hall-green", "delapre", "celt"])("%s", (name) => {
  test("is explained by its module as it is by the interpreter", async () => {
    const compilation = compilePolicy(name);
    const { ready, model } = compilation;
    if (ready === undefined || model === undefined) throw new Error("the policy is not sound");
    const folder = packageFolder();
    write(folder, filesOf(compilation, { parts: ["explain"] }));
    const file = pathToFileURL(join(folder, `${name}.explain.ts`)).href;
    const { explain } = (await import(/* @vite-ignore */ file)) as { explain: Explain };
    const calendar = calendarOf(compilation);
    const world = makeWorld(ready.program, calendar);
    let stories = 0;
    for (let seed = 1; seed <= 4; seed++) {
      const from = knownDay("2025-10-06") + seed * 17;
      const record = randomRecord(ready.program, calendar, seed, from, from + 45);
      const asOf = momentOf(from + 45, 12 * 3600);
      const opened = openCase({ ...ready, model }, world, record, asOf);
      stories += expectSameStory(opened, explain({ ...record, calendar: calendar.plan }, formatMoment(asOf)));
    }
    // A story about nothing proves nothing.
    expect(stories).toBeGreaterThan(60);
  });
});

test("what only explanations say weighs nothing on the module that decides", () => {
  const [decides] = filesOf(compilePolicy("hall-green"));
  const [explains] = filesOf(compilePolicy("hall-green"), { parts: ["explain"] });
  const words = "attendance this year below";
  expect(explains?.text).toContain(words);
  expect(decides?.text).not.toContain(words);
  expect(decides?.text).not.toMatch(/^(?:function explain|export interface Explained)/m);
});
