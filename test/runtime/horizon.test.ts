// Nothing sleeps through a change: an engine that asks every question at every instant comes to the same outcome as one that
// asks only where an answer may have changed.

import { describe, expect, test } from "vitest";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { knownDay } from "../../src/school/day.ts";
import { momentOf } from "../../src/school/moment.ts";
import { calendarOf, compileFile } from "../policy-files.ts";
import { makeChance, randomRecord } from "../random-record.ts";
import { sleepless } from "./sleepless.ts";

const pupils = Number(process.env["PUPILS"] ?? 40);
const hour = 3_600_000;

const policies = ["hall-green", "delapre"].map((name) => `../../policies/${name}/${name}.rollcall`);

/** Every word of the vocabulary, once at least. */
const meanings = ["facts", "figures", "procedures", "time"].map((name) => `../semantics/${name}.rollcall`);

describe.each([...policies, ...meanings, "properties.rollcall"])("%s", (file) => {
  test(`${pupils} pupils by chance fare the same whether answers are asked again or held`, { timeout: hour }, () => {
    const compilation = compileFile(new URL(file, import.meta.url));
    const calendar = calendarOf(compilation);
    const program = compilation.ready?.program;
    if (program === undefined) throw new Error("the policy is not sound");
    const [held, asked] = [makeWorld(program, calendar), makeWorld(sleepless(program), calendar)];
    for (let seed = 1; seed <= pupils; seed++) {
      const chance = makeChance(seed + 4711);
      const from = knownDay("2024-05-01") + chance(500);
      const to = from + 15 + chance(150);
      const record = randomRecord(program, calendar, seed, from, to);
      const asOf = momentOf(to, 8 * 3600 + chance(12 * 3600));
      const [one, other] = [evaluatePupil(held, record, asOf), evaluatePupil(asked, record, asOf)];
      if (JSON.stringify(one) !== JSON.stringify(other)) expect(one, `pupil ${seed}`).toEqual(other);
    }
  });
});
