// The thresholds of a policy over ready figures say what the interpreter says of the pupils whose figures they are, and explain it
// with the same comparisons.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainBand, explainStatus } from "../../../src/explain/why-standing.ts";
import { openCase } from "../../../src/explain/case.ts";
import { makeJudge } from "./make-judge.ts";
import type { Judge, ReadyFigures } from "./make-judge.ts";
import type { ComparisonMade } from "../../../src/runtime/verdict.ts";
import type { Figure } from "../../../src/runtime/program.ts";
import { makeWorld } from "../../../src/runtime/world.ts";
import type { Trace } from "../../../src/runtime/trace.ts";
import { lastInstant } from "../../../src/school/moment.ts";
import { calendarOf, compileFile } from "../../policy-files.ts";
import { makeChance, randomRecord } from "../../random-record.ts";

const pupils = Number(process.env["PUPILS"] ?? 12);

function open(path: string) {
  const compilation = compileFile(new URL(path, import.meta.url));
  const { ready, model } = compilation;
  if (ready === undefined || model === undefined) throw new Error("the policy is not sound");
  return { ready, model, calendar: calendarOf(compilation), judge: makeJudge(model) };
}

/** The figures that a judge reads, as the interpreter counted them. */
function figuresFor(
  { figures }: Judge,
  measures: readonly { readonly name: string; readonly value: Figure | undefined }[],
): ReadyFigures {
  return Object.fromEntries(
    figures.map(({ name }) => {
      const value = measures.find((measure) => measure.name === name)?.value;
      if (typeof value === "string") throw new Error(`${name} is a text`);
      return [name, value];
    }),
  );
}

/** The comparisons of a trace, in order. */
function comparisonsIn(trace: Trace | undefined): readonly Trace[] {
  if (trace === undefined) return [];
  return trace.parts.length === 0 ? [trace] : trace.parts.flatMap(comparisonsIn);
}

describe.each([
  ["thresholds of the bench", "../../bench/decision/thresholds.rollcall", 6],
  ["newquay", "../../../policies/newquay/newquay.rollcall", 1],
  ["celt", "../../../policies/celt/celt.rollcall", 1],
] as const)("%s", (_name, path, least) => {
  test("says of the figures of pupils by chance what the interpreter says of the pupils, and why", () => {
    const { ready, model, calendar, judge } = open(path);
    const world = makeWorld(ready.program, calendar);
    let told = 0;
    for (let seed = 1; seed <= pupils; seed++) {
      const chance = makeChance(seed);
      const from = calendar.firstDay + chance(calendar.lastDay - calendar.firstDay - 60);
      const asOf = lastInstant(from + 20 + chance(40));
      const record = { ...randomRecord(ready.program, calendar, seed, from, from + 60), log: [] };
      const opened = openCase({ ...ready, model }, world, record, asOf);
      const figures = figuresFor(judge, opened.outcome.measures);
      const [said, why] = [judge.judge(figures), judge.judgeWhy(figures)];
      for (const [name, verdict] of Object.entries(why)) {
        expect(said[name], name).toBe(verdict.is);
        const status = opened.outcome.statuses.find((each) => each.name === name);
        const band = opened.outcome.bands.find((each) => each.name === name);
        expect(verdict.is, name).toBe(status === undefined ? band?.row : status.holds);
        const expected = status === undefined ? explainBand(opened, name) : explainStatus(opened, name);
        if (expected === undefined) continue;
        expect(verdict.rule).toBe(expected.rule);
        expect(verdict.clauses).toEqual(expected.clauses);
        if (status === undefined) expect(verdict.because.every(({ holds }) => holds)).toBe(true);
        else
          expect(verdict.because.map((made) => shown(made, figures))).toEqual(
            comparisonsIn(expected.trace).map(traced),
          );
        told++;
      }
    }
    expect(told).toBeGreaterThanOrEqual(least * pupils);
  });
});

function shown({ text, holds, figure, limit }: ComparisonMade, figures: ReadyFigures): unknown {
  return {
    text,
    holds,
    ...(figure === undefined ? {} : { value: figures[figure] }),
    ...(limit === undefined ? {} : { limit }),
  };
}

/** Of a comparison that is no threshold of a measure, only its words and its answer are told. */
function traced({ text, holds, left, right }: Trace): unknown {
  const isRead = left !== undefined && right !== undefined;
  return { text, holds, ...(isRead ? { value: left.value, limit: right.value } : {}) };
}

const { judge: thresholds } = open("../../bench/decision/thresholds.rollcall");
const count = fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined });

test("S13: an edge is met exactly, whatever the base of a share", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 60 }), (base, more) => {
      const share = { n: 9 * base, d: 10 * base };
      const figures = { "attended-share": share };
      expect(thresholds.judge(figures)["persistently-absent"]).toBe(true);
      const over = { n: 9 * base + 1 + more, d: 10 * base };
      expect(thresholds.judge({ "attended-share": over })["persistently-absent"]).toBe(false);
    }),
  );
});

test("what is not known is not known, and what is known settles what it can", () => {
  fc.assert(
    fc.property(count, count, count, (unauthorised, lately, missed) => {
      const share = missed === undefined ? undefined : { n: 400 - missed, d: 400 };
      const said = thresholds.judge({
        "attended-share": share,
        "unauthorised-absence": unauthorised,
        "unauthorised-lately": lately,
      });
      const parts = [
        missed === undefined ? undefined : 100 * (400 - missed) < 93 * 400,
        unauthorised === undefined ? undefined : unauthorised >= 6,
        lately === undefined ? undefined : lately < 10,
      ];
      const expected = parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
      expect(said["contract-review"]).toBe(expected);
    }),
  );
  expect(thresholds.judge({ "attended-share": { n: 0, d: 0 } })["level"]).toBeUndefined();
});

test.each([
  ["a fraction", { lates: 2.5 }, "lates is 2.5"],
  ["a percentage where a share belongs", { "attended-share": 92 as never }, "attended-share.n is undefined"],
  ["a number below nought", { lates: -1 }, "lates is -1"],
  [
    "a number too large to be exact",
    { "attended-share": { n: 2 ** 40, d: 2 ** 41 } },
    "attended-share.n is 1099511627776",
  ],
  ["no number at all", { lates: Number.NaN }, "lates is NaN"],
  ["null, as a database has it", { "attended-share": null as never }, "attended-share.n is undefined"],
] as const)("%s is refused by name", (_what, figures, message) => {
  expect(() => thresholds.judge(figures)).toThrow(message);
});

test("a status that looks at more than ready figures is named with the words that stand in the way", () => {
  const { beyond } = open("../../../policies/newquay/newquay.rollcall").judge;
  expect(beyond.length).toBeGreaterThan(0);
  expect(beyond.every(({ why }) => why !== "")).toBe(true);
});

test("judgements of few kinds are kept, frozen; of too many kinds each is made anew, and says the same", () => {
  const { model } = open("../../bench/decision/thresholds.rollcall");
  const late = model.statuses.get("persistently-late");
  if (late === undefined) throw new Error("the policy counts nobody as persistently late");
  const more = Array.from({ length: 9 }, (_, place) => ({ ...late, name: `late-${place}` }));
  const many = makeJudge({
    ...model,
    statuses: new Map([...model.statuses, ...more.map((status) => [status.name, status] as const)]),
  });
  for (const lates of [undefined, 4, 5]) {
    const figures = { lates, "attended-share": { n: 91, d: 100 } };
    const [kept, anew] = [thresholds.judge(figures), many.judge(figures)];
    expect(thresholds.judge({ ...figures })).toBe(kept);
    expect(Object.isFrozen(kept)).toBe(true);
    expect(many.judge(figures)).not.toBe(anew);
    expect(anew).toEqual({ ...kept, ...Object.fromEntries(more.map(({ name }) => [name, kept["persistently-late"]])) });
  }
});

test("a policy without a status or bands comes to one judgement, which says nothing", () => {
  const { model } = open("../../bench/decision/thresholds.rollcall");
  const { judge, judgeWhy } = makeJudge({ ...model, statuses: new Map(), bands: new Map() });
  expect(judge({})).toEqual({});
  expect(judge({})).toBe(judge({}));
  expect(judgeWhy({})).toEqual({});
});
