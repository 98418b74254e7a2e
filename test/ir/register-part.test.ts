// The part that the register decides says what the whole policy says of it, and names whatever it leaves out.

import { describe, expect, test } from "vitest";
import { interpret } from "../../src/backends/interpreter/interpret.ts";
import { REGISTER_CALLS, registerPart } from "../../src/ir/register-part.ts";
import { isCall } from "../../src/ir/ir.ts";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import type { Outcome } from "../../src/runtime/outcome.ts";
import type { Program } from "../../src/runtime/program.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { knownDay } from "../../src/school/day.ts";
import { lastInstant } from "../../src/school/moment.ts";
import { calendarOf, compileFile } from "../policy-files.ts";
import { makeChance, randomRecord } from "../random-record.ts";

const policies = ["england", "hall-green", "delapre", "rufford", "newquay", "slade", "invictus", "celt", "atlp"];

function lowered(name: string) {
  const compilation = compileFile(new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url));
  if (compilation.ready === undefined) throw new Error(`${name} is not sound`);
  return { ...compilation.ready, calendar: calendarOf(compilation) };
}

/** What an outcome of the whole says of the things that a part says too. */
function within(part: Program, { statuses, bands, measures, instances }: Outcome) {
  const has = (list: readonly { readonly name: string }[], name: string): boolean =>
    list.some((one) => one.name === name);
  return {
    statuses: statuses.filter(({ name }) => has(part.statuses, name)),
    bands: bands.filter(({ name }) => has(part.bands, name)),
    measures: measures.filter(({ name }) => has(part.measures, name)),
    openings: instances.flatMap(({ procedure, key, started, steps }) => {
      const own = part.procedures.find(({ name }) => name === procedure);
      if (own === undefined || started === undefined) return [];
      return [
        `${procedure} ${key} ${started}`,
        ...steps
          .filter(({ step }) => has(own.steps, step))
          .map(({ step, opened }) => `${procedure} ${key} ${step} ${opened}`),
      ];
    }),
  };
}

function callsOf(value: unknown): readonly string[] {
  if (value instanceof Map) return [...value.values()].flatMap(callsOf);
  if (typeof value !== "object" || value === null) return [];
  const below = (isCall(value) ? [...value.args] : Object.values(value)).flatMap(callsOf);
  return isCall(value) ? [value.call, ...below] : below;
}

describe.each(policies)("%s", (name) => {
  test("pupils of whom nothing but marks is known: the part says of them what the whole says", () => {
    const { ir, program, calendar } = lowered(name);
    const part = interpret(registerPart(ir).part);
    const [whole, alone] = [makeWorld(program, calendar), makeWorld(part, calendar)];
    for (let seed = 1; seed <= 6; seed++) {
      const from = knownDay("2025-09-01") + makeChance(seed)(120);
      const record = { ...randomRecord(program, calendar, seed, from, from + 75), log: [], arrivals: [] };
      const asOf = lastInstant(from + 75);
      expect(within(part, evaluatePupil(alone, record, asOf)), `pupil ${seed}`).toEqual(
        within(part, evaluatePupil(whole, record, asOf)),
      );
    }
  });

  test("nothing in the part reads anything but the register, and what is left out is named once", () => {
    const { ir } = lowered(name);
    const { part, beyond } = registerPart(ir);
    const { groups: _groups, ...decided } = part;
    expect(callsOf(decided).filter((call) => !REGISTER_CALLS.some((known) => known === call))).toEqual([]);
    const left = [...ir.statuses, ...ir.bands, ...ir.procedures]
      .map(({ rule }) => rule)
      .filter((rule) => ![...part.statuses, ...part.bands, ...part.procedures].some((kept) => kept.rule === rule));
    const named = beyond.filter(({ what }) => what !== "step" && what !== "obligation" && what !== "measure");
    expect(named.map(({ rule }) => rule).toSorted()).toEqual(left.toSorted());
  });
});

test("the part of a real policy is most of what its register says, not a remnant", () => {
  const { ir } = lowered("celt");
  const { part } = registerPart(ir);
  expect(part.statuses.length).toBeGreaterThan(ir.statuses.length / 2);
  expect(part.bands).toHaveLength(ir.bands.length);
  expect(part.procedures.flatMap(({ steps }) => steps).length).toBeGreaterThan(20);
});
