// Looking back at a moment: what would have been decided otherwise, why, what was done meanwhile, and which late fact turned it.

import { describe, expect, test } from "vitest";
import { makeHindsight } from "../../src/hindsight/make-hindsight.ts";
import type { Finding, Hindsight } from "../../src/hindsight/hindsight.ts";
import { printHindsight } from "../../src/hindsight/print-hindsight.ts";
import { sayCorrections, sayTurnedBy } from "../../src/hindsight/say-hindsight.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { parseMoment } from "../../src/school/moment.ts";
import { openHillTop } from "../morning/hill-top.ts";

const LATER = "2026-03-20";

/** Rows appended to the files of the made-up school, by file. */
type Rows = Readonly<Record<string, readonly string[]>>;

async function lookBack(
  then: string,
  rows: Rows = {},
  now = LATER,
  policy = (text: string) => text,
): Promise<Hindsight> {
  const opened = await openHillTop((file, text) =>
    file.endsWith(".rollcall") ? policy(text) : [text.trimEnd(), ...(rows[file] ?? [])].join("\n"),
  );
  expect(opened.diagnostics).toEqual([]);
  const [from, to] = [parseMoment(then, "end"), parseMoment(now, "end")];
  if (from === undefined || to === undefined) throw new Error("no moment");
  const world = makeWorld(opened.policy.program, opened.calendar);
  return makeHindsight({ policy: opened.policy, world, school: opened.school, then: from, now: to });
}

/** What would have been asked of people otherwise. */
function of(hindsight: Hindsight, pupil: string | undefined): readonly Finding[] {
  const findings = hindsight.cases.find((each) => each.pupil?.id === pupil)?.findings ?? [];
  return findings.filter(({ kind }) => kind === "obligation");
}

/** `needless Telephone the parents …: day`, without what stands beside. */
function brief(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ verdict, what }) => `${verdict} ${what}`);
}

function marks(pupil: string, day: string, code: string, known = ""): readonly string[] {
  return ["AM", "PM"].map((half) => `${pupil},${day},${half},${code},${known}`);
}

const CALL = "Telephone the parents and note the comment";

test("a call for an absence that was none was needless, and the reason stands on either side", async () => {
  const hindsight = await lookBack("2026-03-09 09:20");
  const [finding, ...others] = of(hindsight, "P1");
  expect(others.map(({ kind }) => kind)).toEqual([]);
  expect(finding).toMatchObject({
    verdict: "needless",
    what: CALL,
    then: "The school office must telephone the parents and note the comment by Mon 9 Mar 2026, 09:30. Absent since Mon 9 Mar, morning; absence not reported.",
    hindsight: "It would not have been asked for, because the mark of Mon 9 Mar, morning, is /.",
    acted: [],
    now: "It was taken back on Thu 12 Mar 2026, 14:00.",
    clauses: ["HIL-005"],
  });
  const [one] = hindsight.cases;
  expect(one === undefined ? [] : sayCorrections(one, hindsight)).toEqual([
    "(a) The mark of Mon 9 Mar, morning, was N and is /; known since Thu 12 Mar 2026, 14:00.",
  ]);
});

test("of what becomes known only after the other moment nothing is known", async () => {
  const hindsight = await lookBack("2026-03-09 09:20", {}, "2026-03-12 13:59");
  expect(hindsight.cases).toEqual([]);
  expect(printHindsight(hindsight, { width: 100, colour: false })).toContain("decision stands as it was made.");
});

test("both moments one: nothing, and the words for it", async () => {
  const hindsight = await lookBack("2026-03-09 09:20", {}, "2026-03-09 09:20");
  expect(hindsight.cases).toEqual([]);
  expect(printHindsight(hindsight, { width: 100, colour: false })).toContain("Both moments are one");
});

test("what was done on the strength of it, before it was known, stays on record; what was done after that was done knowing", async () => {
  const row = (id: string, at: string): string => `${id},telephone,,${at},,P1,school-office,,no answer,`;
  const before = await lookBack("2026-03-09 09:20", { "log.csv": [row("C1", "2026-03-09,09:25")] });
  expect(of(before, "P1")[0]?.acted).toEqual([
    { record: "C1", at: parseMoment("2026-03-09 09:25"), what: "telephone, by the school office" },
  ]);
  const after = await lookBack("2026-03-09 09:20", { "log.csv": [row("C1", "2026-03-13,09:25")] });
  expect(of(after, "P1")[0]?.acted).toEqual([]);
});

test("an absence that came to light late: a call was missed, and nobody had any reason to make it", async () => {
  const rows = { "marks.csv": marks("P3", "2026-03-10", "N", "2026-03-16 10:00") };
  const hindsight = await lookBack("2026-03-10 10:30", rows);
  expect(of(hindsight, "P3")).toMatchObject([
    {
      verdict: "missed",
      what: CALL,
      then: "It was not asked for, because the mark of Tue 10 Mar, morning, is /.",
      hindsight: expect.stringContaining("Absent since Tue 10 Mar, morning; absence not reported."),
      acted: [],
    },
  ]);
});

test("a call written down late: overdue then, done as is known now", async () => {
  const row = "C1,telephone,,2026-03-12,09:25,2026-03-13 12:00,P2,school-office,,left a message,";
  const policy = (text: string): string =>
    text.replace(
      "step again on next school morning unless absence reported {",
      "step again on next school morning unless absence reported {\n    school-office must share attendance-data with local-authority by 10:00\n",
    );
  const hindsight = await lookBack(
    "2026-03-12 11:00",
    { "log.csv": ["C0,share,,2026-03-11,09:45,,P2,school-office,,,", row] },
    LATER,
    policy,
  );
  const [finding] = of(hindsight, "P2").filter(({ what }) => what === CALL);
  expect(finding?.verdict).toBe("otherwise");
  expect(finding?.then).toMatch(/^It was overdue, asked for since .*, due by /);
  expect(finding?.hindsight).toMatch(/^It would have been done late, on Thu 12 Mar 2026, 09:25/);
});

describe("a correction of a correction", () => {
  const twice = (code: string) => ({
    "marks.csv": [
      ...marks("P3", "2026-03-10", "N", "2026-03-16 10:00"),
      ...marks("P3", "2026-03-10", code, "2026-03-17 10:00"),
    ],
  });

  test("that says again what was known then turns nothing", async () => {
    const rows = {
      "marks.csv": [
        "P3,2026-03-10,AM,N,2026-03-16 10:00",
        "P3,2026-03-10,AM,/,2026-03-17 10:00",
        "P3,2026-03-10,PM,N,2026-03-16 10:00",
        "P3,2026-03-10,PM,\\,2026-03-17 10:00",
      ],
    };
    const hindsight = await lookBack("2026-03-10 15:30", rows);
    expect(hindsight.cases.map(({ pupil }) => pupil?.id)).toEqual(["P1"]);
    expect(brief(of(await lookBack("2026-03-10 15:30", rows, "2026-03-16"), "P3"))).toEqual([`missed ${CALL}`]);
  });

  test("that says something else is told once, with that there was another in between", async () => {
    const hindsight = await lookBack("2026-03-10 15:30", twice("I"));
    const found = hindsight.cases.find(({ pupil }) => pupil?.id === "P3");
    expect(found === undefined ? [] : sayCorrections(found, hindsight)).toEqual([
      "(a) The marks of Tue 10 Mar, morning, and Tue 10 Mar, afternoon, were / or \\ and are I; known since Tue 17 Mar 2026, 10:00 after another correction in between.",
    ]);
    expect(brief(of(hindsight, "P3"))).toEqual([`missed ${CALL}`]);
    expect(found === undefined ? "a" : sayTurnedBy(found.findings[0] as Finding, found)).toBe("");
  });
});

test("a record that turns out to be of a later day had not happened yet", async () => {
  const rows = { "log.csv": ["L1,telephone,,2026-03-12,09:25,2026-03-16 09:00,P2,school-office,,no answer,"] };
  const hindsight = await lookBack("2026-03-10 15:00", rows);
  expect(of(hindsight, "P2")).toMatchObject([
    {
      verdict: "otherwise",
      then: expect.stringContaining("It was done on Tue 10 Mar 2026, 09:25"),
      hindsight: expect.stringContaining("overdue"),
    },
  ]);
  const found = hindsight.cases.find(({ pupil }) => pupil?.id === "P2");
  expect(found === undefined ? [] : sayCorrections(found, hindsight)).toEqual([
    "(a) “telephone” of Thu 12 Mar, 09:25 (record L1) was dated Tue 10 Mar, 09:25; known since Mon 16 Mar 2026, 09:00.",
  ]);
});

test("an absence that began in the afternoon is another absence, and the call that was made for it was made either way", async () => {
  const rows = {
    "marks.csv": ["P2,2026-03-10,AM,/,2026-03-16 09:00"],
    "log.csv": ["C9,telephone,,2026-03-10,13:30,,P2,school-office,,no answer,"],
  };
  const hindsight = await lookBack("2026-03-10 15:00", rows);
  const findings = of(hindsight, "P2");
  expect(brief(findings)).toEqual([`met-either-way ${CALL}`]);
  expect(findings[0]).toMatchObject({
    then: "It was done on Tue 10 Mar 2026, 09:25, due by Tue 10 Mar 2026, 09:30.",
    hindsight: "It would have been done on Tue 10 Mar 2026, 09:25, due by Tue 10 Mar 2026, 15:25.",
  });
  expect(printHindsight(hindsight, { width: 100, colour: false })).toContain(`Done either way: ${CALL}.`);
});

test("the school's own log is looked back at too", async () => {
  const rows = { "log.csv": ["S1,share,attendance-data,2026-03-12,10:00,2026-03-16 09:00,,school-office,,,"] };
  const hindsight = await lookBack("2026-03-12", rows);
  expect(of(hindsight, undefined)).toMatchObject([
    {
      verdict: "otherwise",
      then: expect.stringContaining("It was overdue"),
      hindsight: "It would have been done on Thu 12 Mar 2026, 10:00, due by Thu 12 Mar 2026, 15:25.",
    },
  ]);
});

test("the marks of others turn what rests on the rate of a class, and are named for it", async () => {
  const policy = (text: string): string =>
    text.replace(
      "procedure concern",
      'status poor-class "A class that comes too little" when attendance of class this year below 99%\n\nprocedure concern',
    );
  const rows = {
    "marks.csv": marks("P2", "2026-03-10", "/", "2026-03-16 09:00").concat(
      marks("P2", "2026-03-11", "/", "2026-03-16 09:00"),
      marks("P2", "2026-03-12", "/", "2026-03-16 09:00"),
    ),
  };
  const hindsight = await lookBack("2026-03-12", rows, LATER, policy);
  const found = hindsight.cases.find(({ pupil }) => pupil?.id === "P3");
  expect(found?.corrections).toEqual([]);
  expect(found?.findings).toMatchObject([{ kind: "status", turnedBy: [], turnedByOthers: true }]);
  expect(found === undefined ? "" : sayTurnedBy(found.findings[0] as Finding, found)).toBe("marks of other pupils");
});
