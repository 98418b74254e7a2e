// The analysis against brute force: random policies over small domains, each judged by trying every pupil, arrival or day
// there is. What the analysis says must be so, and of the classes named here nothing that is so may be missed.
// `npm run proofs` takes ten thousand policies, an ordinary run a few hundred.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../src/analysis/analyse.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { modelOf, nationModel } from "../analysis/rule-fixtures.ts";
import { anyCondition, attendanceTest, bracketed, everybody, joined, somebody } from "./small-worlds.ts";
import type { RandomCondition } from "./small-worlds.ts";

const CLASSES = 12;
const numRuns = Math.ceil(Number(process.env["PROOFS"] ?? "360") / CLASSES);

const head = `school policy brook "Brook School"
extends nation
in force from 2026-01-05
review by 2026-12-18

`;

function findings(body: string): readonly Diagnostic[] {
  return analyse(modelOf("random.rollcall", `${head}${body}\n`, nationModel()));
}

function codesIn(body: string): ReadonlySet<string> {
  return new Set(findings(body).map(({ code }) => code));
}

function check<Drawn>(drawn: fc.Arbitrary<Drawn>, judge: (one: Drawn) => void): void {
  fc.assert(fc.property(drawn, judge), { numRuns });
}

describe("conditions of figures, flags and counts, by and, or, not", () => {
  test("are called never true exactly where nobody meets them, and always true where everybody does", () => {
    check(anyCondition, (condition) => {
      const codes = codesIn(`status tested when ${condition.words}`);
      expect(codes.has("never-true"), condition.words).toBe(!somebody(condition.holds));
      expect(codes.has("always-true"), condition.words).toBe(everybody(condition.holds));
    });
  });

  test("are judged alike when parts of them are named, as a status or as the value of a parameter", () => {
    check(fc.tuple(anyCondition, anyCondition), ([first, second]) => {
      const whole = joined("and", [first, second]);
      const body = `parameter limit is 60%
status inner when ${first.words}
status tested when inner and ${bracketed(second)}
status beyond when tested and attendance this year below limit and attendance this year above limit`;
      const told = findings(body).filter(({ code }) => code === "never-true");
      const ofTested = told.some(({ args }) => args["words"] === "the status `tested`");
      expect(ofTested, body).toBe(!somebody(whole.holds));
      expect(told.some(({ args }) => args["words"] === "the status `beyond`")).toBe(true);
    });
  });

  test("have an idle part exactly where leaving one out changes nothing for anybody", () => {
    const parts = fc.array(anyCondition, { minLength: 2, maxLength: 3 });
    check(fc.record({ by: fc.constantFrom("and" as const, "or" as const), parts }), ({ by, parts: drawn }) => {
      const whole = joined(by, drawn);
      const settled = !somebody(whole.holds) || everybody(whole.holds);
      const idle = drawn.some((_, index) => {
        const rest = joined(by, drawn.toSpliced(index, 1));
        return everybody((pupil) => rest.holds(pupil) === whole.holds(pupil));
      });
      const told = findings(`status tested when ${whole.words}`)
        .filter(({ code }) => code === "part-without-effect")
        .some(({ args }) => args["condition"] === shown(whole.words));
      expect(told, whole.words).toBe(!settled && idle);
    });
  });

  test("of rows are never reached exactly where the rows above have taken everybody", () => {
    check(fc.array(anyCondition, { minLength: 2, maxLength: 4 }), (rows) => {
      const lines = rows.map(({ words }, index) => `  ${index + 1} points when ${words}`);
      const body = `measure ranks is {\n${lines.join("\n")}\n  otherwise 9 points\n}`;
      const hidden = rows.filter(({ holds }, index) => {
        const above = rows.slice(0, index);
        return (
          index > 0 && somebody(holds) && !somebody((pupil) => holds(pupil) && !above.some((row) => row.holds(pupil)))
        );
      });
      const told = findings(body).filter(({ code }) => code === "row-never-reached");
      expect(told.length, body).toBe(hidden.length);
    });
  });
});

/** A long quotation is cut. */
function shown(words: string): string {
  return words.length <= 70 ? words : `${words.slice(0, 69).trimEnd()}…`;
}

describe("bands", () => {
  const edge = fc.constantFrom("from", "above", "at least");
  const upper = fc.constantFrom("below", "at most");
  const limit = fc.integer({ min: 0, max: 20 }).map((fives) => fives * 5);
  const row = fc.record({ low: fc.option(fc.tuple(edge, limit)), high: fc.option(fc.tuple(upper, limit)) });
  const rows = fc.array(
    row.filter(({ low, high }) => low !== null || high !== null),
    { minLength: 1, maxLength: 4 },
  );
  type Row = { readonly low: readonly [string, number] | null; readonly high: readonly [string, number] | null };

  /** In hundredths, so that nothing is rounded: `part` of `whole` against per cents, or a count against counts. */
  const holds = ({ low, high }: Row, figure: number, scale: number): boolean => {
    const over = low === null || (low[0] === "above" ? figure > low[1] * scale : figure >= low[1] * scale);
    const under = high === null || (high[0] === "below" ? figure < high[1] * scale : figure <= high[1] * scale);
    return over && under;
  };

  const lines = (drawn: readonly Row[], unit: string): string =>
    drawn
      .map(({ low, high }, index) => {
        const edges = [low, high].flatMap((side) => (side === null ? [] : [`${side[0]} ${side[1]}${unit}`]));
        return `  "Row ${"ABCD".charAt(index)}" ${edges.join(" ")}`;
      })
      .join("\n");

  const shares = Array.from({ length: 41 }, (_, attended) => attended);

  test("of per cents have a gap exactly where somebody stands in no row, and overlap where somebody stands in two", () => {
    check(rows, (drawn) => {
      const codes = codesIn(`bands level of attendance this year {\n${lines(drawn, "%")}\n}`);
      const rowsOf = (attended: number): number => drawn.filter((one) => holds(one, attended * 100, 40)).length;
      expect(codes.has("band-gap"), lines(drawn, "%")).toBe(shares.some((attended) => rowsOf(attended) === 0));
      expect(codes.has("band-overlap"), lines(drawn, "%")).toBe(shares.some((attended) => rowsOf(attended) > 1));
    });
  });

  test("of sessions do so for whole sessions, of which nobody has two and a half", () => {
    const counts = Array.from({ length: 381 }, (_, missed) => missed);
    check(rows, (drawn) => {
      const text = lines(drawn, " sessions").replaceAll(/\b1 sessions/g, "1 session");
      const codes = codesIn(`bands level of count of absent sessions this year {\n${text}\n}`);
      const rowsOf = (missed: number): number => drawn.filter((one) => holds(one, missed, 1)).length;
      expect(codes.has("band-gap"), text).toBe(counts.some((missed) => rowsOf(missed) === 0));
      expect(codes.has("band-overlap"), text).toBe(counts.some((missed) => rowsOf(missed) > 1));
    });
  });

  test("stated in per cent and in sessions disagree exactly where some pupil of a whole year is in two", () => {
    const cut = fc.record({ percent: fc.integer({ min: 80, max: 99 }), sessions: fc.integer({ min: 0, max: 80 }) });
    check(cut, ({ percent, sessions }) => {
      const body = `bands level of attendance this year {
  "Good" from ${percent}%
  "Poor" below ${percent}%
}

bands level-by-sessions of count of absent sessions this year {
  "Good" at most ${sessions} sessions
  "Poor" more than ${sessions} sessions
}`.replaceAll(/\b1 sessions/g, "1 session");
      const differs = Array.from({ length: 381 }, (_, missed) => missed).some(
        (missed) => (380 - missed) * 100 >= percent * 380 !== missed <= sessions,
      );
      expect(codesIn(body).has("bands-disagree"), body).toBe(differs);
    });
  });
});

describe("steps", () => {
  const step = (name: string, { words }: RandomCondition): string =>
    `  step ${name} when ${words} {\n    attendance-officer must send letter to parents within 5 school days\n  }`;

  test("of one figure rise exactly where all who came to the first meet the second, and others besides", () => {
    check(fc.tuple(attendanceTest, attendanceTest), ([first, second]) => {
      const body = `procedure ladder for each year {\n${step("one", first)}\n${step("two", second)}\n}`;
      const contained = everybody((pupil) => !first.holds(pupil) || second.holds(pupil));
      const more = somebody((pupil) => second.holds(pupil) && !first.holds(pupil));
      // A first step that nobody comes to has been told of as such.
      const reached = somebody(first.holds);
      expect(codesIn(body).has("ladder-not-falling"), body).toBe(reached && contained && more);
    });
  });

  test("are beyond reach exactly where nobody meets trigger and guard, or the procedure ends whenever the trigger holds", () => {
    const drawn = fc.record({ trigger: anyCondition, guard: anyCondition, ends: anyCondition });
    check(drawn, ({ trigger, guard, ends }) => {
      const body = `procedure ladder for each year {
  ends when ${ends.words} as settled
  step one when ${trigger.words} if ${bracketed(guard)} {
    attendance-officer must send letter to parents within 5 school days
  }
}`;
      const opens = somebody(trigger.holds);
      const barred = !somebody((pupil) => trigger.holds(pupil) && guard.holds(pupil));
      const ended = !somebody((pupil) => trigger.holds(pupil) && !ends.holds(pupil));
      expect(codesIn(body).has("step-unreachable"), body).toBe(opens && (barred || ended));
    });
  });
});

describe("the days of a procedure", () => {
  const trigger = fc.oneof(
    fc.constant({ kind: "after" as const, n: 0 }),
    fc.record({ kind: fc.constant("day" as const), n: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ kind: fc.constant("later" as const), n: fc.integer({ min: 1, max: 6 }) }),
  );
  const steps = fc.array(
    fc.record({ trigger, wait: fc.integer({ min: 0, max: 4 }), due: fc.option(fc.integer({ min: 1, max: 9 })) }),
    {
      minLength: 2,
      maxLength: 5,
    },
  );
  type Drawn = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

  function written(drawn: Drawn): string {
    const lines = drawn.map(({ trigger: { kind, n }, wait, due }, index) => {
      const opening =
        index === 0
          ? "on start"
          : kind === "after"
            ? `after s${index - 1}`
            : kind === "day"
              ? `on day ${n} of absence`
              : `on ${n} school days after start`;
      const deadline = due === null ? "by end of day" : `by day ${due} of absence`;
      const waits = wait === 0 ? "" : `\n    wait ${wait} school days`;
      return `  step s${index} ${opening} {\n    attendance-officer must report s${index}-letter to local-authority ${deadline}${waits}\n  }`;
    });
    return `procedure clock for each away-absence {\n${lines.join("\n")}\n}`;
  }

  /** Day after day, as if everybody acted at once: a step opens on the first day on which it may. */
  function lived(drawn: Drawn): readonly { readonly opens: number; readonly over: number }[] {
    const opened: (number | undefined)[] = drawn.map(() => undefined);
    for (let day = 1; day <= 60; day++) {
      drawn.forEach(({ trigger: { kind, n } }, index) => {
        if (opened[index] !== undefined) return;
        const before = opened[index - 1];
        const done = before !== undefined && day >= before + (drawn[index - 1]?.wait ?? 0);
        const comes = index === 0 || (kind === "after" ? done : kind === "day" ? day >= n : day >= 1 + n);
        if (comes) opened[index] = day;
      });
    }
    return drawn.map(({ wait }, index) => ({ opens: opened[index] ?? 0, over: (opened[index] ?? 0) + wait }));
  }

  const count = (body: string, code: string): number => findings(body).filter((each) => each.code === code).length;

  test("miss a named day exactly where a wait before it is not over on that day", () => {
    check(steps, (drawn) => {
      const days = lived(drawn);
      const missed = drawn.filter(({ trigger: { kind, n } }, index) => {
        if (index === 0 || kind !== "day") return false;
        return days.slice(0, index).some(({ opens, over }) => over > opens && over > n);
      });
      expect(count(written(drawn), "named-day-missed"), written(drawn)).toBe(missed.length);
    });
  });

  test("have a deadline before its step exactly where the day that is due comes before the day on which the step opens", () => {
    check(steps, (drawn) => {
      const days = lived(drawn);
      const early = drawn.filter(({ due }, index) => due !== null && due < (days[index]?.opens ?? 0));
      // Of a crowd of findings in one place only the first few are told; here each step is a place of its own.
      expect(count(written(drawn), "deadline-before-start"), written(drawn)).toBe(early.length);
    });
  });
});

describe("registers", () => {
  const minute = fc.integer({ min: 0, max: 40 });
  const clock = (of: number): string => `${of < 20 ? "08" : "09"}:${String((of + 40) % 60).padStart(2, "0")}`;
  const zone = fc.record({
    from: fc.constantFrom("from", "after"),
    low: minute,
    length: fc.integer({ min: 1, max: 20 }),
    until: fc.constantFrom("until", "before"),
  });

  test("claim an arrival twice exactly where some second of the morning falls into two zones", () => {
    check(fc.array(zone, { minLength: 2, maxLength: 3 }), (zones) => {
      const high = (low: number, length: number): number => Math.min(low + length, 60);
      const lines = zones.map(
        ({ from, low, length, until }, index) =>
          `  ${["present", "L", "U"][index] ?? "U"} ${from} ${clock(low)} ${until} ${clock(high(low, length))}${index === 2 ? " unless appointment shown" : ""}`,
      );
      const body = `register morning {\n  opens 08:40\n${lines.join("\n")}\n}`;
      const taking = (second: number): number =>
        zones.filter(({ from, low, length, until }) => {
          const [begin, end] = [low * 60, high(low, length) * 60];
          return (
            (from === "from" ? second >= begin : second > begin) && (until === "until" ? second <= end : second < end)
          );
        }).length;
      const twice = Array.from({ length: 61 * 60 }, (_, second) => second).some((second) => taking(second) > 1);
      expect(codesIn(body).has("arrivals-coded-twice"), body).toBe(twice);
    });
  });
});
