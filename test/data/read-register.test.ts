import { describe, expect, it } from "vitest";
import { memoryFolder } from "../../src/data/read-folder.ts";
import { readRegister } from "../../src/data/read-register.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { damageFolder } from "../hostile/mutate-folder.ts";
import { folderBases } from "../hostile/folder-bases.ts";
import type { Files } from "../hostile/folder-bases.ts";
import { makeChance, pick } from "../random-record.ts";
import { program, quickly, slowly } from "./both-readers.ts";
import { plainFiles } from "./read.ts";

/** The tables that a register is read from, in each of the layouts. */
function bases(): readonly Files[] {
  const ofRegister = /^(calendar|mapping|pupils|parents|flags|marks)\./;
  const kept = (files: Files): Files =>
    Object.fromEntries(Object.entries(files).filter(([name]) => ofRegister.test(name)));
  const [long = {}, day = {}, sessions = {}, strings = {}] = folderBases(program).map(kept);
  const unseparated = (strings["marks.csv"] ?? "").replaceAll(/(?<=[;,])[A-Z]\d(?=;|\n)/g, "C").replaceAll(";", "");
  const mapping = (days: string): string => `marks:\n  string-days: ${days}\n`;
  return [
    long,
    { ...long, "marks.csv": withSpareColumns(long["marks.csv"] ?? "") },
    { ...day, "mapping.yaml": "dates: day-first\n", "marks.csv": daysFirst(day["marks.csv"] ?? "") },
    sessions,
    strings,
    { ...strings, "marks.csv": unseparated, "mapping.yaml": mapping("school-days") },
    { ...strings, "marks.csv": unseparated, "mapping.yaml": mapping("every-day") },
    { ...plainFiles, "marks.csv": "pupil,date,session,code\nP1,2026-04-28,AM,/\nP2,2026-05-06,pm,i\n" },
  ];
}

function withSpareColumns(csv: string): string {
  const [heading = "", ...lines] = csv.replaceAll("\r", "").trim().split("\n");
  const rows = lines.map((line, row) => `${row % 7 === 0 ? "in time" : "x;y"},${line},${row % 5 === 0 ? 7 : ""}`);
  return [`remark,${heading.replace("minutes-late", "minutes")},minutes-late`, ...rows].join("\n");
}

function daysFirst(csv: string): string {
  return csv.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, "$3/$2/$1");
}

describe("a packed register", () => {
  it.each(bases().map((files, layout) => ({ files, layout })))(
    "of layout $layout is read from bytes as from rows, mark for mark",
    async ({ files }) => {
      const folder = new Map(Object.entries(files));
      const quick = await quickly(folder);
      expect(quick.columns.slots.some((version) => version > 0 && version < 254)).toBe(true);
      expect(quick).toEqual(await slowly(folder));
    },
  );

  it("of plain lines takes one look at the file, and of others a second", async () => {
    const looks = async (marks: string): Promise<number> => {
      const folder = memoryFolder("school", Object.entries({ ...plainFiles, "marks.csv": marks }));
      let opened = 0;
      const open = (file: string): AsyncIterable<Uint8Array> => {
        opened += file === "marks.csv" ? 1 : 0;
        return folder.open(file);
      };
      await readRegister({ ...folder, open }, (calendar) => makeWorld(program, calendar));
      return opened;
    };
    const plain = "pupil,date,session,code\nP1,2026-04-28,AM,/\nP1,2026-04-28,PM,I\nP2,2026-04-28,AM,C1\n";
    expect(await looks(plain)).toBe(1);
    expect(await looks(`${plain}P1,2026-04-28,AM,L\n`)).toBeGreaterThan(1);
  });

  it("of a damaged folder is the same as well, and every fault is told in the same words at the same place", async () => {
    const layouts = bases();
    let [faults, sound] = [0, 0];
    for (let seed = 1; seed <= Number(process.env["HOSTILE"] ?? 80); seed++) {
      const chance = makeChance(seed);
      const { files, done } = damageFolder(pick(chance, layouts), chance);
      const [quick, slow] = [await quickly(files), await slowly(files)];
      expect(quick, `${seed}: ${done.join("; ")}`).toEqual(slow);
      faults += slow.said.length;
      sound += slow.said.length === 0 ? 1 : 0;
    }
    expect(faults).toBeGreaterThan(50);
    expect(sound).toBeGreaterThan(0);
  });

  it("hears on the way how far it has come, and counts no row twice that it reads again", async () => {
    const line = (pupil: string, day: string, code: string): string => `${pupil},2026-04-${day},AM,${code}\n`;
    const marks = `pupil,date,session,code\n${line("P1", "28", "/")}${line("P2", "28", "I")}${line("P1", "28", "L")}`;
    const files = { ...plainFiles, "marks.csv": marks };
    const heard: number[] = [];
    const folder = memoryFolder("school", Object.entries(files));
    const { tallies, diagnostics } = await readRegister(
      folder,
      (calendar) => makeWorld(program, calendar),
      (_file, bytes) => heard.push(bytes),
    );
    expect(heard).toEqual([marks.length]);
    expect(tallies.at(-1)).toEqual({ file: "marks.csv", table: "marks", read: 3, used: 3, refused: 0 });
    expect(diagnostics.map(({ code }) => code)).toEqual(["data-mark-contradicts"]);
  });
});
