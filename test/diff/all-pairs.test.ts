import { describe, expect, test } from "vitest";
import { diffToJson } from "../../src/diff/diff-to-json.ts";
import { printDiff } from "../../src/diff/print-diff.ts";
import type { Verdict } from "../../src/diff/verdict.ts";
import { allPairs, schools, summaryTable, turned } from "./all-pairs.ts";

const pairs = allPairs(false);

test("every two of the five schools are compared", () => {
  expect(pairs).toHaveLength((schools.length * (schools.length - 1)) / 2);
  expect(summaryTable(pairs, 120)).toHaveLength(pairs.length + 2);
});

const named = pairs.map((pair) => [pair.names.join(" → "), pair] as const);

describe.each(named)("%s", (_, { diff }) => {
  test("says nothing that makes no sense, as text or as data", () => {
    const text = printDiff(diff, { width: 110, colour: false, all: true });
    expect(text).not.toMatch(/undefined|\bNaN\b|\[object|Infinity/);
    expect(() => JSON.stringify(diffToJson(diff))).not.toThrow();
    expect(diff.changes.length).toBeGreaterThan(0);
  });

  test("claims stricter and looser only where proved, and calls different only what a pupil or the words show", () => {
    for (const { verdict, proved, witness, kind } of diff.outcomes) {
      if (verdict === "stricter" || verdict === "looser" || verdict === "same") expect(proved).toBe(true);
      if (verdict === "different") expect(proved || witness !== undefined).toBe(true);
      if (verdict === "not-shown") expect(witness).toBeUndefined();
      if (witness !== undefined) expect(witness.before === witness.after && kind !== "gate").toBe(false);
    }
  });
});

test.each(named.filter((_, place) => place % 4 === 0))(
  "%s: seen from the other side it is the other way round",
  (_, pair) => {
    const back = turned(pair).diff.outcomes;
    const opposite: Readonly<Partial<Record<Verdict, Verdict>>> = {
      stricter: "looser",
      looser: "stricter",
      same: "same",
    };
    for (const { id, kind, verdict } of pair.diff.outcomes) {
      const mirrored = back.filter((each) => each.id === id && each.kind === kind);
      const expected = opposite[verdict];
      if (expected !== undefined && mirrored.length === 1) expect([id, mirrored[0]?.verdict]).toEqual([id, expected]);
    }
  },
);
