// What is said to be new is what sets the outcome of one day apart from that of the day before: no more, and no less.

import { expect, test } from "vitest";
import { advance, outcomeAt, startState } from "../../src/runtime/advance.ts";
import { watchChanges } from "../../src/runtime/changes.ts";
import type { ObligationState, Outcome } from "../../src/runtime/outcome.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { knownDay } from "../../src/school/day.ts";
import { calendarOf, compileFile } from "../policy-files.ts";
import { makeChance, randomRecord } from "../random-record.ts";
import { dayByDay } from "./day-by-day.ts";

const pupils = Number(process.env["PUPILS"] ?? 6);
const hour = 3_600_000;
const files = ["properties.rollcall", "../semantics/figures.rollcall", "../../policies/hall-green/hall-green.rollcall"];

const owedIn = ({ obligations }: Outcome): ReadonlyMap<string, ObligationState> =>
  new Map(obligations.filter(({ state }) => state !== "upcoming").map(({ id, state }) => [id, state]));

test.each(files)("%s: what is new each night is what the outcomes differ by", { timeout: hour }, (file) => {
  const compilation = compileFile(new URL(file, import.meta.url));
  const program = compilation.ready?.program;
  if (program === undefined) throw new Error(`${file} is not sound`);
  const world = makeWorld(program, calendarOf(compilation));
  let [found, quiet] = [0, 0];
  for (let seed = 1; seed <= pupils; seed++) {
    const chance = makeChance(seed + 31);
    const from = knownDay("2025-09-01") + chance(60);
    const to = from + 40;
    const record = randomRecord(world.program, world.calendar, seed, from, to);
    const state = startState(world, record.pupil);
    const whatIsNew = watchChanges(state);
    let before: Outcome | undefined;
    for (const day of dayByDay(record, from, to)) {
      advance(state, day);
      const now = outcomeAt(state);
      const { obligations, statuses, overturned } = whatIsNew();
      const [had, has] = [before === undefined ? new Map<string, ObligationState>() : owedIn(before), owedIn(now)];
      const turned = [...has].filter(([id, stands]) => had.get(id) !== stands).map(([id, stands]) => `${id} ${stands}`);
      const whose = `pupil ${seed}, day ${day.date - from}`;
      const said = obligations.filter(({ obligation }) => obligation.state !== "upcoming");
      expect(said.map(({ obligation: { id, state: stands } }) => `${id} ${stands}`).toSorted(), whose).toEqual(
        turned.toSorted(),
      );
      expect(overturned.map(({ obligation }) => obligation.id).toSorted(), whose).toEqual(
        [...had.keys()].filter((id) => !has.has(id)).toSorted(),
      );
      if (before !== undefined)
        expect(
          statuses.map(({ name, holds }) => [name, holds]),
          whose,
        ).toEqual(
          now.statuses
            .filter(({ holds }, place) => holds !== before?.statuses[place]?.holds)
            .map(({ name, holds }) => [name, holds]),
        );
      found += obligations.length + statuses.length;
      if (obligations.length === 0 && statuses.length === 0) quiet++;
      before = now;
    }
  }
  expect(Math.min(found, quiet)).toBeGreaterThan(20);
});
