// Lines that are plain among lines that are not, in any order: a register read from bytes is the one read row by row.

import { describe, expect, it } from "vitest";
import { makeChance, pick } from "../random-record.ts";
import type { Chance } from "../random-record.ts";
import { quickly, slowly } from "./both-readers.ts";
import { plainFiles } from "./read.ts";

const ROUNDS = 150;

/** Rows of `id,name,year,house,from,until,born`. */
const PUPILS = [
  "P1,Asha,4,Red,2023-09-01,,2017-05-04",
  "P1,Asha,4,Red,2026-05-05,,2017-05-04",
  "P2,Ben,R,,2025-09-01,2026-05-05,",
  "P2,Ben,R,,2026-05-06,,",
  "P3,Zo\u00eb,Year 8,Blue,2025-09-01,,",
  "P3,Zoe,9,Blue,2025-09-01,,",
  " P4 ,Dan,3,,1 September 2025,,",
  "'=5,Eve,3,,2025-09-01,,",
  "''=5,Eve,3,,2025-09-01,,",
  "'=5,Eve,3,,2025-09-01,,,",
  "P\u00e9,Fay,-1,,2025-09-01,,",
  "P 7,Gus,12,,2026-05-01,2026-05-01,2014-02-29",
  "P 7,Gus,12,,2026-05-01,2026-05-01,2014-02-28",
  "P8,Hal,15,,2025-09-01,,",
  "P9,Ida,4,,2025-09-01,2025-08-31,",
  "P9,Ida,4,,03/04/2026,,",
  ",Jon,4,,2025-09-01,,",
  "P10,Kim,4,,2025-09-01",
  "P10,Kim,4,,2025-09-01, ,,",
  ",,,,,,",
  "",
  "P11,Lou,7,Red,2025-09-01,2026-07-31,2014-01-01",
  'P12,"Max, the second",7,,2025-09-01,,',
] as const;

const FLAGS = [
  "P1,free-school-meals,2025-09-01",
  "P11,has-social-worker,",
  "P2,free-school-meals,2026-13-01",
  "P99,x,",
];

const IDS = ["P1", "P2", "P3", "P4", "'=5", "=5", "P 7", "P\u00e9", "P11", "P11", "P1", "P99", " P1", '"P1"'] as const;
/** From the first day on; digits mean a code where mapping.yaml says so. */
const STRINGS = [
  "/\\",
  "/\\/\\/\\",
  "II",
  "/-",
  "--",
  "-\\",
  " /",
  "L\\",
  "1/",
  "I1",
  "/?",
  "#",
  "/",
  "'-/",
  "'",
  "\u00e9",
] as const;
const TAME = ["/\\", "/\\", "II", "I1", "1/", "L\\", "-/"] as const;
const STARTS = [
  "2026-04-28",
  "2026-04-28",
  "2026-04-28",
  "2026-04-27",
  "2026-05-05",
  "28/04/2026",
  "2027-01-01",
  "",
] as const;

function few<Value>(chance: Chance, values: readonly Value[], most: number): readonly Value[] {
  return Array.from({ length: 1 + chance(most) }, () => pick(chance, values));
}

function rowsOf(heading: string, rows: readonly string[], end: string): string {
  return [heading, ...rows, ""].join(end);
}

function folderOf(chance: Chance): ReadonlyMap<string, string> {
  const end = pick(chance, ["\n", "\n", "\r\n"]);
  const [first, second, third] = pick(chance, [
    ["pupil", "start", "marks"],
    ["pupil", "start", "marks"],
    ["marks", "pupil", "start"],
    ["start", "pupil", "marks"],
  ] as const);
  const strings = pick(chance, [STRINGS, TAME, TAME]);
  const marks = few(chance, IDS, 6).map((pupil) => {
    const cells = { pupil, start: pick(chance, STARTS), marks: few(chance, strings, 5).join("") };
    return `${cells[first]},${cells[second]},${cells[third]}${pick(chance, ["", "", ",4"])}`;
  });
  const days = pick(chance, ["school-days", "school-days", "every-day"]);
  const codes = pick(chance, ["", '  codes: {"1": "/"}\n']);
  return new Map([
    ["calendar.yaml", plainFiles["calendar.yaml"] as string],
    ["mapping.yaml", `dates: ${pick(chance, ["iso", "day-first"])}\nmarks:\n  string-days: ${days}\n${codes}`],
    ["pupils.csv", rowsOf("id,name,year,house,from,until,born", few(chance, PUPILS, 14), end)],
    ["flags.csv", rowsOf("pupil,flag,from", few(chance, FLAGS, 2), end)],
    ["marks.csv", rowsOf(`${first},${second},${third}${pick(chance, ["", ",minutes-late"])}`, marks, end)],
  ]);
}

describe("a register of lines by chance", () => {
  it("takes a digit after a letter for half a code, even where a digit alone is a mark", async () => {
    const folder = new Map(Object.entries(plainFiles))
      .set("mapping.yaml", 'marks:\n  string-days: school-days\n  codes: {"1": "/"}\n')
      .set("marks.csv", "pupil,start,marks\nP1,2026-04-28,1I//\nP2,2026-04-28,I1//\n");
    const quick = await quickly(folder);
    expect(quick.said).toHaveLength(1);
    expect(quick).toEqual(await slowly(folder));
  });

  it("is the same, and so are its pupils and every word said of it, whichever lines are plain", async () => {
    let [sound, faulty, marked] = [0, 0, 0];
    for (let seed = 1; seed <= ROUNDS * Number(process.env["HOSTILE"] ?? 1); seed++) {
      const folder = folderOf(makeChance(seed));
      const [quick, slow] = [await quickly(folder), await slowly(folder)];
      expect(quick, `${seed}: ${JSON.stringify([...folder])}`).toEqual(slow);
      sound += quick.tallies.reduce((sum, { used }) => sum + used, 0);
      faulty += quick.said.length;
      marked += quick.columns.slots.filter((version) => version > 0 && version < 254).length;
    }
    expect(Math.min(sound, faulty, marked)).toBeGreaterThan(ROUNDS / 2);
  });
});
