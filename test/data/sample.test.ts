import { describe, expect, it } from "vitest";
import { memoryFolder } from "../../src/data/read-folder.ts";
import { readSchool } from "../../src/data/read-school.ts";
import { makeSample } from "../../src/data/sample.ts";
import type { Sample, SampleOptions } from "../../src/data/sample.ts";
import { writeSchool } from "../../src/data/write-school.ts";
import { formatDay, knownDay } from "../../src/school/day.ts";
import { dayOf, lastInstant, parseMoment, secondOf } from "../../src/school/moment.ts";
import type { Mark, PupilRecord } from "../../src/school/record.ts";
import { compareRatio, ratio } from "../../src/units/ratio.ts";
import { markText, said } from "./read.ts";

const wholeYear: SampleOptions = {
  seed: 1,
  pupils: 400,
  from: knownDay("2025-09-01"),
  until: lastInstant(knownDay("2026-08-31")),
};
const primary = makeSample(wholeYear);
const secondary = makeSample({ ...wholeYear, phase: "secondary", pupils: 400 });

/** The code of each session as it stands in the end. */
function finalCodes(record: PupilRecord): readonly string[] {
  const codes = new Map<string, Mark>();
  for (const mark of record.marks) {
    const key = `${mark.day} ${mark.half}`;
    const before = codes.get(key);
    if (before === undefined || (mark.known ?? -Infinity) > (before.known ?? -Infinity)) codes.set(key, mark);
  }
  return [...codes.values()].map((mark) => mark.code);
}

const NOT_POSSIBLE = new Set(["D", "Q", "X", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7", "Z", "#"]);
const ABSENT = new Set(["C", "C2", "E", "I", "M", "R", "G", "N", "O", "U"]);
const UNAUTHORISED = new Set(["G", "N", "O", "U"]);

interface Figures {
  readonly absent: number;
  readonly unauthorised: number;
  readonly persistent: number;
  readonly illness: number;
  readonly late: number;
}

/** In thousandths: of possible sessions, but `persistent` of pupils. */
function figuresOf({ school }: Sample): Figures {
  let [possible, absent, unauthorised, illness, late, persistent] = [0, 0, 0, 0, 0, 0];
  for (const record of school.pupils) {
    const codes = finalCodes(record).filter((code) => !NOT_POSSIBLE.has(code));
    const own = codes.filter((code) => ABSENT.has(code)).length;
    possible += codes.length;
    absent += own;
    unauthorised += codes.filter((code) => UNAUTHORISED.has(code)).length;
    illness += codes.filter((code) => code === "I").length;
    late += codes.filter((code) => code === "L").length;
    if (codes.length > 0 && compareRatio(ratio(own, codes.length), ratio(1, 10)) >= 0) persistent += 1;
  }
  const thousandths = (count: number, of: number): number => Math.round((1000 * count) / of);
  return {
    absent: thousandths(absent, possible),
    unauthorised: thousandths(unauthorised, possible),
    illness: thousandths(illness, possible),
    late: thousandths(late, possible),
    persistent: thousandths(persistent, school.pupils.length),
  };
}

const within = (value: number, low: number, high: number): void => {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
};

describe("the sample school", () => {
  it("is the same school from the same seed, and another from another", () => {
    const small = { ...wholeYear, pupils: 12 };
    expect(makeSample(small).school).toEqual(makeSample(small).school);
    expect(makeSample({ ...small, seed: 2 }).school.pupils).not.toEqual(makeSample(small).school.pupils);
  });

  it("does not change a pupil when more pupils come after", () => {
    const many = primary.school.pupils.slice(0, 20);
    const few = makeSample({ ...wholeYear, pupils: 40 }).school.pupils.slice(0, 20);
    expect(few).toEqual(many);
  });

  it("misses school about as much as English primary pupils do", () => {
    const figures = figuresOf(primary);
    within(figures.absent, 45, 66); // 55 nationally in 2023/24
    within(figures.unauthorised, 10, 24); // 16
    within(figures.illness, 28, 40); // 35 for all schools
    within(figures.persistent, 100, 190); // 146
    within(figures.late, 10, 19); // 14
  });

  it("and as English secondary pupils do", () => {
    const figures = figuresOf(secondary);
    within(figures.absent, 66, 110); // 89
    within(figures.unauthorised, 24, 56); // 35
    within(figures.persistent, 150, 300);
    within(figures.late, 22, 42); // 32
  });

  it("misses least on Wednesdays, most on Fridays, and more before Christmas than in September", () => {
    const absences = primary.school.pupils.flatMap((record) => record.marks.filter((mark) => ABSENT.has(mark.code) && mark.code !== "N")); // prettier-ignore
    const on = (weekday: number): number => absences.filter((mark) => ((mark.day + 3) % 7) + 1 === weekday).length;
    const rate = (from: string, to: string): number => {
      const sessions =
        primary.calendar.firstSessionOnOrAfter(knownDay(to)) - primary.calendar.firstSessionOnOrAfter(knownDay(from));
      return absences.filter((mark) => mark.day >= knownDay(from) && mark.day < knownDay(to)).length / sessions;
    };
    expect(on(5)).toBeGreaterThan(on(3));
    expect(rate("2025-12-08", "2025-12-20")).toBeGreaterThan(rate("2025-09-03", "2025-09-20"));
  });

  it("has a mark for nearly every session on roll, and for no other", () => {
    const { calendar, school } = primary;
    let [sessions, marked] = [0, 0];
    for (const { pupil, marks } of school.pupils) {
      const seen = new Set(marks.map((mark) => calendar.sessionOrdinal(mark.day, mark.half)));
      expect(seen.has(-1)).toBe(false);
      const strays = marks.filter(
        (mark) => !pupil.onRoll.some(({ from, to }) => from <= mark.day && mark.day <= (to ?? Infinity)),
      );
      expect(strays).toEqual([]);
      const year = calendar.period("school-year", knownDay("2026-03-02"));
      for (const { from, to } of pupil.onRoll) {
        const first = calendar.firstSessionOnOrAfter(Math.max(from, year?.from ?? 0));
        sessions += Math.max(0, calendar.firstSessionOnOrAfter(Math.min(to ?? Infinity, year?.to ?? 0) + 1) - first);
      }
      marked += seen.size;
    }
    within(sessions - marked, 1, Math.round(sessions / 1000));
  });

  it("has pupils who join, leave, and leave and come back; siblings; parents who live apart", () => {
    const pupils = primary.school.pupils.map((record) => record.pupil);
    expect(pupils.some((pupil) => (pupil.onRoll[0]?.from ?? 0) > knownDay("2025-09-05"))).toBe(true);
    expect(pupils.some((pupil) => pupil.onRoll.at(-1)?.to !== undefined)).toBe(true);
    expect(pupils.some((pupil) => pupil.onRoll.length === 2)).toBe(true);
    const families = Map.groupBy(pupils, (pupil) => pupil.parents[0]?.person);
    expect(Math.max(...[...families.values()].map((family) => family.length))).toBe(3);
    expect(pupils.some((pupil) => pupil.parents.some((parent) => !parent.livesWith))).toBe(true);
    expect(
      pupils.some((pupil) => pupil.parents.some((parent) => !parent.responsibility && parent.from !== undefined)),
    ).toBe(true);
    for (const pupil of pupils) {
      const age =
        Number(formatDay(knownDay("2025-08-31")).slice(0, 4)) - Number(formatDay(pupil.born ?? 0).slice(0, 4));
      expect(age - pupil.year).toBeGreaterThanOrEqual(4);
      expect(age - pupil.year).toBeLessThanOrEqual(5);
    }
  });

  it("S1: signs late pupils in, within the register for L and after it for U, each at its very session", () => {
    let [late, afterClose] = [0, 0];
    for (const { marks, arrivals } of primary.school.pupils) {
      const lateMarks = marks.filter((mark) => mark.code === "L" || mark.code === "U");
      expect(arrivals).toHaveLength(lateMarks.length);
      arrivals.forEach(({ at }, index) => {
        const mark = lateMarks[index];
        expect(mark?.day).toBe(dayOf(at));
        const [opens, closes] = mark?.half === "AM" ? [32_100, 33_000] : [46_800, 47_400];
        expect(secondOf(at)).toBeGreaterThan(opens);
        expect(secondOf(at) > closes).toBe(mark?.code === "U");
        expect(mark?.minutesLate).toBe((secondOf(at) - opens) / 60);
        if (mark?.code === "U") afterClose += 1;
        else late += 1;
      });
    }
    expect(late).toBeGreaterThan(afterClose);
    expect(afterClose).toBeGreaterThan(10);
  });

  it("S30: corrects some N codes days later, always after an N that was known first", () => {
    let corrected = 0;
    for (const { marks } of primary.school.pupils) {
      for (const mark of marks.filter((each) => each.known !== undefined)) {
        const first = marks.find(
          (each) => each.day === mark.day && each.half === mark.half && each.known === undefined,
        );
        expect(first?.code).toBe("N");
        expect(mark.code).not.toBe("N");
        expect(mark.known).toBeGreaterThan(lastInstant(mark.day) - 86_400 + 33_000);
        corrected += 1;
      }
    }
    expect(corrected).toBeGreaterThan(50);
  });

  it("S7: a register read earlier is the beginning of the one read later: what is known then, and nothing else", () => {
    for (const text of ["2026-03-13 08:45", "2026-03-13 09:10", "2026-03-13 16:00", "2025-11-03 12:00"]) {
      const until = parseMoment(text) ?? 0;
      const early = makeSample({ ...wholeYear, until, pupils: 60 }).school.pupils;
      primary.school.pupils.slice(0, 55).forEach(({ pupil, marks, arrivals, log }, index) => {
        const record = early[index];
        const closes = (mark: Mark): number => lastInstant(mark.day) - 86_399 + (mark.half === "AM" ? 33_000 : 47_400);
        // who will leave or come back is not known yet
        const left = pupil.onRoll.filter((span, number) => number === 0 || span.from <= dayOf(until));
        expect(record?.pupil).toEqual({
          ...pupil,
          onRoll: left.map((span) => (span.to !== undefined && span.to > dayOf(until) ? { from: span.from } : span)),
        });
        expect(record?.marks.map(markText)).toEqual(
          marks.filter((mark) => (mark.known ?? closes(mark)) <= until).map(markText),
        );
        expect(record?.arrivals).toEqual(arrivals.filter((arrival) => arrival.at <= until));
        expect(record?.log).toEqual(log.filter((entry) => entry.happened <= until));
      });
    }
  });

  it("tells of absences through parents who live with the pupil, by reason and channel", () => {
    const calls = primary.school.pupils.flatMap(({ pupil, log }) => log.map((entry) => ({ pupil, entry })));
    expect(calls.length).toBeGreaterThan(1000);
    for (const { pupil, entry } of calls) {
      expect(entry.act).toBe("report-absence");
      expect(Object.keys(entry.fields)).toEqual(["reason", "channel"]);
      expect(pupil.parents.find((parent) => parent.person === entry.person)?.livesWith).toBe(true);
    }
    expect(new Set(calls.map(({ entry }) => entry.id)).size).toBe(calls.length);
  });

  it("may cover several school years", () => {
    const { school, calendar } = makeSample({ ...wholeYear, pupils: 14, from: knownDay("2023-09-01") });
    const years = new Set(
      school.pupils.flatMap((record) => record.marks.map((mark) => calendar.period("school-year", mark.day)?.name)),
    );
    expect([...years].toSorted((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1))).toEqual(["2023/24", "2024/25", "2025/26"]);
  });
});

describe("a school written to files", () => {
  it("is read back as it was, without a word", async () => {
    const { school, calendar } = makeSample({ ...wholeYear, pupils: 60, seed: 5 });
    const reading = await readSchool(memoryFolder("anywhere", writeSchool(school, calendar.plan)));
    expect(said(reading)).toEqual([]);
    const bare = JSON.parse(
      JSON.stringify(reading.school, (key, value: unknown) => (key === "source" ? undefined : value)),
    );
    expect(bare).toEqual(JSON.parse(JSON.stringify(school)));
    expect(reading.calendar.plan).toEqual(calendar.plan);
  });

  it("is read back with fields, names and codes that spreadsheets and YAML would rather change", async () => {
    const day = knownDay("2026-03-02");
    const { calendar } = primary;
    const fields = { note: '=1+1, "x"\nand more', phone: "+44 1632 960000" };
    const parent = { person: "A1", responsibility: true, livesWith: false, cares: true, from: day, until: day + 1 };
    const pupil = {
      id: "'-1",
      name: 'Zoë "Z" O\'Neill',
      year: -1,
      onRoll: [{ from: day, to: day + 3 }, { from: day + 7 }],
      flags: [
        { name: "fsm", from: day },
        { name: "eal", until: day },
      ],
      parents: [parent],
      attributes: { house: "no" },
    };
    const marks: Mark[] = [
      { pupil: pupil.id, day, half: "AM", code: "\\", reason: "-" },
      { pupil: pupil.id, day, half: "PM", code: "#", known: lastInstant(day + 1), minutesLate: 0, setting: "on" },
    ];
    const log = [
      {
        id: "1",
        act: "visit",
        object: "home",
        happened: lastInstant(day),
        pupil: pupil.id,
        by: "officer",
        to: ["a", "b"],
        fields,
      },
    ];
    const arrivals = [{ pupil: pupil.id, at: lastInstant(day) - 5, known: lastInstant(day + 2), fields: {} }];
    const school = {
      name: "2026: the school",
      staff: [{ role: "head", fields }],
      log: [
        // A field may be called like a column, or like the heading that tells the two apart.
        { id: "2", act: "review", happened: lastInstant(day) - 60, fields: { time: "08:50", "field-time": "noon" } },
      ],
      pupils: [{ pupil, marks, arrivals, log }],
      attributes: { urn: "0123", on: "yes" },
    };
    const reading = await readSchool(memoryFolder("anywhere", writeSchool(school, calendar.plan)));
    expect(said(reading)).toEqual([]);
    const bare = JSON.parse(
      JSON.stringify(reading.school, (key, value: unknown) => (key === "source" ? undefined : value)),
    );
    expect(bare).toEqual(JSON.parse(JSON.stringify(school)));
  });
});
