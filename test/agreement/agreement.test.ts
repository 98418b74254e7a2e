// The interpreter and the compiled module say the same of every pupil: two ways of making the same calls. `AGREE=10000`
// takes that many pupils for each policy (`npm run agree`); an ordinary run takes fewer.

import { describe, expect, test } from "vitest";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { parseDay } from "../../src/school/day.ts";
import { formatMoment, momentOf } from "../../src/school/moment.ts";
import type { Day } from "../../src/school/day.ts";
import { calendarOf, compileFile } from "../policy-files.ts";
import { makeChance, randomRecord } from "../random-record.ts";
import { loadModule } from "./build-for-test.ts";

const pupils = Number(process.env["AGREE"] ?? 40);
const policies = ["hall-green", "delapre"].map(
  (name) => new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url),
);

describe.each(policies.map((file) => ({ name: file.pathname.split("/").at(-1) ?? "", file })))("$name", ({ file }) => {
  test(
    `${pupils} pupils by chance have the same outcome from interpreter and module`,
    { timeout: 3_600_000 },
    async () => {
      const compilation = compileFile(file);
      const calendar = calendarOf(compilation);
      const program = compilation.ready?.program;
      if (program === undefined) throw new Error("the policy is not sound");
      const world = makeWorld(program, calendar);
      const compiled = await loadModule(compilation);
      const reached = new Set<string>();
      for (let seed = 1; seed <= pupils; seed++) {
        const chance = makeChance(seed + 77);
        const from = (parseDay("2025-09-01") as Day) + chance(120);
        const to = from + 20 + chance(120);
        const record = randomRecord(program, calendar, seed, from, to);
        const asOf = momentOf(to, 8 * 3600 + chance(12 * 3600));
        const interpreted = evaluatePupil(world, record, asOf);
        const compiledSays = compiled.evaluate({ ...record, calendar: calendar.plan }, formatMoment(asOf));
        expect(compiledSays, `pupil ${seed}`).toEqual(interpreted);
        for (const { rule, state } of interpreted.obligations) reached.add(`${rule} ${state}`);
      }
      // An agreement about things that never happen proves nothing.
      expect(reached.size).toBeGreaterThan(30);
    },
  );
});
