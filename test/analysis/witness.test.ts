// The pupil who shows a finding: the smallest register there is, told exactly.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains, intervalOf } from "../../src/analysis/interval.ts";
import type { Interval } from "../../src/analysis/interval.ts";
import { shareWords, simplestWitness } from "../../src/analysis/witness.ts";
import { ratio } from "../../src/units/ratio.ts";

const bound = fc.record({ n: fc.integer({ min: 0, max: 200 }), included: fc.boolean() });
const anyInterval: fc.Arbitrary<Interval> = fc
  .record({ low: bound, high: bound }, { requiredKeys: [] })
  .map(({ low, high }) => ({
    ...(low === undefined ? {} : { low: { at: ratio(low.n, 200), included: low.included } }),
    ...(high === undefined ? {} : { high: { at: ratio(high.n, 200), included: high.included } }),
  }));

/** By trying every register up to a length, shortest first. */
function byTrying(interval: Interval, most: number): { sessions: number; possible: number } | undefined {
  for (let possible = 1; possible <= most; possible++) {
    for (let sessions = 0; sessions <= possible; sessions++) {
      if (contains(interval, ratio(sessions, possible))) return { sessions, possible };
    }
  }
  return undefined;
}

describe("the simplest witness", () => {
  test("of a share has the shortest register of all that lie in the stretch", () => {
    fc.assert(
      fc.property(anyInterval, (interval) => {
        const found = simplestWitness("share", interval, 60);
        const expected = byTrying(interval, 60);
        expect(found).toEqual(expected === undefined ? undefined : { kind: "share", ...expected });
      }),
    );
  });

  test("of a share between 95% and 96% is no whole per cent", () => {
    const between = { low: { at: ratio(95, 100), included: false }, high: { at: ratio(96, 100), included: false } };
    expect(simplestWitness("share", between)).toEqual({ kind: "share", sessions: 20, possible: 21 });
  });

  test("of a count is a whole number, so that nobody stands between three and four", () => {
    const between = { low: { at: ratio(3, 1), included: false }, high: { at: ratio(4, 1), included: false } };
    expect(simplestWitness("count", between)).toBeUndefined();
    expect(simplestWitness("count", intervalOf("at-least", ratio(4, 1)))).toEqual({ kind: "count", count: 4 });
  });

  test("of days may be half a day, for a session is half of one (S10)", () => {
    const between = { low: { at: ratio(3, 1), included: false }, high: { at: ratio(4, 1), included: false } };
    expect(simplestWitness("days", between)).toEqual({ kind: "days", sessions: 7 });
  });

  test("does not exist where no register of one year reaches", () => {
    const sliver = { low: { at: ratio(1, 1000), included: false }, high: { at: ratio(1, 900), included: false } };
    expect(simplestWitness("share", sliver)).toBeUndefined();
  });
});

describe("a share in words", () => {
  test.each([
    [342, 380, "342 of 380 sessions, exactly 90%"],
    [19, 20, "19 of 20 sessions, exactly 95%"],
    [191, 200, "191 of 200 sessions, exactly 95.5%"],
    [21, 22, "21 of 22 sessions, about 95.45%"],
  ])("%i of %i", (sessions, possible, words) => {
    expect(shareWords(sessions, possible)).toBe(words);
  });
});
