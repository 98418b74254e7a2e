// What must be so of every look back, tried on pupils by chance: it says what two evaluations say, and nothing else.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differencesOf } from "../../src/hindsight/differences.ts";
import type { Finding, Hindsight } from "../../src/hindsight/hindsight.ts";
import { hadTheyBeenKnown, lateFactsOf } from "../../src/hindsight/late-facts.ts";
import { makeHindsight } from "../../src/hindsight/make-hindsight.ts";
import { factsOf } from "../../src/runtime/dossier.ts";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import type { Outcome } from "../../src/runtime/outcome.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { knownDay } from "../../src/school/day.ts";
import { dayOf, momentOf, startOfDay } from "../../src/school/moment.ts";
import type { Moment } from "../../src/school/moment.ts";
import type { LogRecord, Mark, PupilRecord } from "../../src/school/record.ts";
import { calendarOf, compileFile } from "../policy-files.ts";
import { randomRecord } from "../random-record.ts";

const compilation = compileFile(new URL("../../policies/delapre/delapre.rollcall", import.meta.url));
const { ready, model } = compilation;
if (ready === undefined || model === undefined) throw new Error("the policy is not sound");
const policy = { ...ready, model };
const calendar = calendarOf(compilation);
const world = makeWorld(policy.program, calendar);

const from = knownDay("2025-09-08");
const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** Ten times as many where many are asked for. */
function runs(ordinary: number): number {
  return Number(process.env["PUPILS"] ?? 10) > 1000 ? ordinary * 10 : ordinary;
}

interface Drawn {
  readonly record: PupilRecord;
  readonly then: Moment;
  readonly now: Moment;
}

/** Three weeks of a pupil, looked back at from some days after a moment within them. */
function draw(seed: number): Drawn {
  const record = randomRecord(policy.program, calendar, seed, from, from + 28);
  const then = momentOf(from + 6 + (seed % 15), 9 * 3600 + (seed % 7) * 3600);
  return { record, then, now: then + (1 + (seed % 6)) * 86_400 };
}

function lookBack({ record, then, now }: Drawn): Hindsight {
  const school = { name: "School", staff: [], log: [], pupils: [record], attributes: {} };
  return makeHindsight({ policy, world, school, then, now, pupil: record.pupil.id });
}

function findingsOf(drawn: Drawn): readonly Finding[] {
  return lookBack(drawn).cases.flatMap(({ findings }) => findings);
}

/** When a fact of the pupil became known, worked out anew: a mark when its register closed, a record on its day. */
function knownAt({ record, then }: Drawn) {
  const { timing } = factsOf(world, record, then);
  return {
    mark: ({ day, half, known }: Mark) => known ?? timing.closesAt(calendar.sessionOrdinal(day, half)),
    entry: ({ happened, known }: LogRecord) => known ?? startOfDay(dayOf(happened)),
  };
}

/** The record as it would have been, session by session and record by record. Records by chance have one version each. */
function bruteForce(drawn: Drawn): PupilRecord {
  const { record, then, now } = drawn;
  const when = knownAt(drawn);
  const newest = (versions: readonly Mark[], cut: Moment): Mark | undefined =>
    versions
      .filter((mark) => when.mark(mark) <= cut)
      .toSorted((a, b) => when.mark(b) - when.mark(a) || (a.code < b.code ? 1 : -1))[0];
  const marks = [...Map.groupBy(record.marks, ({ day, half }) => `${day}${half}`).values()].flatMap((versions) => {
    const [was, is] = [newest(versions, then), newest(versions, now)];
    if (is === undefined || is.code === was?.code) return versions.filter((mark) => when.mark(mark) <= then);
    const { known: _known, ...inTime } = is;
    return [inTime];
  });
  const log = record.log
    .filter((entry) => when.entry(entry) <= now)
    .map(({ known, ...entry }) =>
      known === undefined || known <= then ? { ...entry, ...(known === undefined ? {} : { known }) } : entry,
    );
  return { ...record, marks, log };
}

function asked({ obligations }: Outcome): ReadonlySet<string> {
  return new Set(obligations.filter(({ state }) => state !== "upcoming").map(({ id }) => id));
}

describe("every look back", () => {
  test("says what brute force says: two evaluations, of what was known and of what is", () => {
    let found = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const drawn = draw(seed);
        const then = evaluatePupil(world, drawn.record, drawn.then);
        const hindsight = evaluatePupil(world, bruteForce(drawn), drawn.then);
        const findings = findingsOf(drawn);
        expect(findings.map(({ kind, rule, id }) => `${kind} ${rule} ${id ?? ""}`)).toEqual(
          differencesOf(then, hindsight).map((difference) => nameOf(difference)),
        );
        const [was, is] = [asked(then), asked(hindsight)];
        for (const { kind, verdict, id = "" } of findings) {
          if (kind !== "obligation") continue;
          if (verdict === "needless") expect([was.has(id), is.has(id)], id).toEqual([true, false]);
          if (verdict === "missed") expect([was.has(id), is.has(id)], id).toEqual([false, true]);
        }
        found += findings.length;
      }),
      { numRuns: runs(60) },
    );
    expect(found).toBeGreaterThan(0);
  });

  test("without a late fact nothing differs, whatever came in time", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const drawn = draw(seed);
        const when = knownAt(drawn);
        const isEarly = (known: Moment): boolean => known <= drawn.then || known > drawn.now;
        const record = {
          ...drawn.record,
          marks: drawn.record.marks.filter(
            (mark) => isEarly(when.mark(mark)) || when.mark(mark) === knownInTime(mark, drawn),
          ),
          log: drawn.record.log.filter((entry) => isEarly(when.entry(entry)) || entry.known === undefined),
        };
        expect(lookBack({ ...drawn, record }).cases).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("from one moment at itself nothing differs", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { record, then } = draw(seed);
        expect(lookBack({ record, then, now: then }).cases).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test("what became known only later than the look is nothing to it", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const drawn = draw(seed);
        const when = knownAt(drawn);
        const record = {
          ...drawn.record,
          marks: drawn.record.marks.filter((mark) => when.mark(mark) <= drawn.now),
          log: drawn.record.log.filter((entry) => when.entry(entry) <= drawn.now),
        };
        expect(lookBack({ ...drawn, record })).toEqual(lookBack(drawn));
      }),
      { numRuns: 20 },
    );
  });

  test("the corrections that turned a decision turn it by themselves, and without any one of them they do not", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const drawn = draw(seed);
        const { record, then } = drawn;
        const before = evaluatePupil(world, record, then);
        const turnedWith = (finding: Finding, by: Finding["turnedBy"]): boolean =>
          differencesOf(
            before,
            evaluatePupil(
              world,
              hadTheyBeenKnown(
                record,
                by.flatMap(({ facts }) => facts),
              ),
              then,
            ),
          ).some((difference) => nameOf(difference) === `${finding.kind} ${finding.rule} ${finding.id ?? ""}`);
        for (const finding of findingsOf(drawn)) {
          expect(turnedWith(finding, finding.turnedBy)).toBe(true);
          // A decision that is only another in its times may be turned by fewer facts to yet other times.
          if (finding.verdict !== "needless" && finding.verdict !== "missed") continue;
          for (const one of finding.turnedBy) {
            const others = finding.turnedBy.filter((each) => each !== one);
            if (others.length > 0 && finding.verdict === "needless") expect(turnedWith(finding, others)).toBe(false);
          }
        }
      }),
      { numRuns: runs(40), examples: [[7], [21]] },
    );
  });
});

function knownInTime(mark: Mark, drawn: Drawn): Moment {
  const { timing } = factsOf(world, drawn.record, drawn.then);
  return timing.closesAt(calendar.sessionOrdinal(mark.day, mark.half));
}

function nameOf(difference: ReturnType<typeof differencesOf>[number]): string {
  const { kind } = difference;
  if (kind === "status" || kind === "band" || kind === "measure") return `${kind} ${difference.name} `;
  const one = difference.then ?? difference.hindsight;
  return `${kind} ${one?.rule ?? ""} ${one !== undefined && "id" in one ? one.id : ""}`;
}

describe("a look at the moment before a late record, from the moment at which it was known", () => {
  test("finds gone what the engine calls overturned (S30)", () => {
    let overturned = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const { record } = draw(seed);
        const known = record.marks
          .flatMap((mark) => (mark.known === undefined ? [] : [mark.known]))
          .toSorted((a, b) => a - b)[0];
        if (known === undefined) return;
        const drawn = { record, then: known - 1, now: known };
        const gone = evaluatePupil(world, record, known)
          .overturned.filter((each) => each.known === known && each.obligation.state !== "upcoming")
          .map(({ obligation }) => obligation.id);
        const [was, is] = [
          evaluatePupil(world, record, drawn.then),
          evaluatePupil(world, bruteForce(drawn), drawn.then),
        ].map(asked);
        expect([...(was ?? [])].filter((id) => is?.has(id) === false).toSorted()).toEqual(gone.toSorted());
        overturned += gone.length;
      }),
      { numRuns: runs(60) },
    );
    expect(overturned).toBeGreaterThan(0);
  });
});

test("every late fact is one of the two moments between, about the time before the first", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const drawn = draw(seed);
      const { record, then, now } = drawn;
      for (const { known } of lateFactsOf(record, world, factsOf(world, record, then).timing, { then, now })) {
        expect(known).toBeGreaterThan(then);
        expect(known).toBeLessThanOrEqual(now);
      }
    }),
    { numRuns: 20 },
  );
});
