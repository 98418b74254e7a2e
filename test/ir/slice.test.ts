// A slice tells of the same differences as the whole: random changes of a real policy, on random pupils.

import { describe, expect, test } from "vitest";
import { interpret } from "../../src/backends/interpreter/interpret.ts";
import { makeSource } from "../../src/source/text.ts";
import { compile } from "../../src/compile.ts";
import type { Ir } from "../../src/ir/ir.ts";
import { slicesOf } from "../../src/ir/slice.ts";
import { figuresOf, stepped } from "../../src/language-service/figures.ts";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import type { Outcome } from "../../src/runtime/outcome.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { knownDay } from "../../src/school/day.ts";
import { lastInstant } from "../../src/school/moment.ts";
import { calendarOf, libraryOf, readText } from "../policy-files.ts";
import { makeChance, randomRecord } from "../random-record.ts";

const changes = Number(process.env["PUPILS"] ?? 6);
const hour = 3_600_000;
const file = new URL("../../policies/hall-green/hall-green.rollcall", import.meta.url);
const source = readText(file);
if (source === undefined) throw new Error("no policy");
const plain = compile(source, libraryOf(file));
const calendar = calendarOf(plain);

/** What holds and what is owed, each in one line. */
function said({ statuses, bands, measures, obligations }: Outcome): ReadonlySet<string> {
  return new Set([
    ...statuses.map((status) => `status ${JSON.stringify(status)}`),
    ...bands.map((band) => `band ${JSON.stringify(band)}`),
    ...measures.map((measure) => `measure ${JSON.stringify(measure)}`),
    ...obligations.map((obligation) => `owed ${JSON.stringify(obligation)}`),
  ]);
}

function differences(one: Outcome, other: Outcome): readonly string[] {
  const [mine, theirs] = [said(one), said(other)];
  return [
    ...[...mine].filter((line) => !theirs.has(line)),
    ...[...theirs].filter((line) => !mine.has(line)),
  ].toSorted();
}

describe("slices", () => {
  const before = plain.ready?.ir;
  const ast = plain.ast;
  if (before === undefined || ast === undefined) throw new Error("the policy is not sound");
  const figures = figuresOf(ast).filter(({ kind }) => kind !== "date");
  const world = (ir: Ir) => makeWorld(interpret(ir), calendar);

  test(
    `${changes} figures turned a step differ for the same pupils in the slice as in the whole`,
    { timeout: hour },
    () => {
      let [sliced, differed] = [0, 0];
      for (let seed = 1; seed <= changes; seed++) {
        const chance = makeChance(seed);
        const figure = figures[chance(figures.length)];
        const turned = figure === undefined ? undefined : stepped(figure.kind, figure.text, chance(2) === 0 ? 1 : -1);
        if (figure === undefined || turned === undefined) continue;
        const text = source.text.slice(0, figure.span.from) + turned + source.text.slice(figure.span.to);
        const after = compile(makeSource(source.name, text), libraryOf(file)).ready?.ir;
        if (after === undefined) continue;
        const slices = slicesOf(before, after);
        if (!slices.whole) sliced += 1;
        const worlds = [before, after, slices.before, slices.after].map(world);
        for (let pupil = 1; pupil <= 3; pupil++) {
          const from = knownDay("2025-09-03");
          const record = randomRecord(interpret(before), calendar, seed * 10 + pupil, from, from + 150);
          const [whole, wholeAfter, part, partAfter] = worlds.map((each) =>
            evaluatePupil(each, record, lastInstant(from + 150)),
          ) as [Outcome, Outcome, Outcome, Outcome];
          const expected = differences(whole, wholeAfter);
          expect(differences(part, partAfter), `${figure.text} → ${turned}, pupil ${seed * 10 + pupil}`).toEqual(
            expected,
          );
          if (expected.length > 0) differed += 1;
        }
      }
      expect(sliced).toBeGreaterThan(0);
      expect(differed).toBeGreaterThan(0);
    },
  );

  test("a policy set against itself leaves nothing to work out", () => {
    const { whole, after } = slicesOf(before, before);
    expect(whole).toBe(false);
    expect([...after.procedures, ...after.statuses, ...after.measures, ...after.bands]).toEqual([]);
  });
});
