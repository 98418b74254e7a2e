// The worker's answers about a whole school, held to the command line's: same school, same list, same comparison.

import { beforeAll, describe, expect, test } from "vitest";
import { answer } from "../../playground/worker/desk.ts";
import type { PolicyText, Progress, Questions } from "../../playground/worker/protocol.ts";
import type { MorningView, SchoolChange, SchoolSource, SchoolView } from "../../playground/worker/school-protocol.ts";
import { readyOf } from "../../playground/worker/ready.ts";
import type { Work } from "../../playground/worker/work.ts";
import {
  comparePopulations,
  evaluatePupil,
  inventSchool,
  makeMorningList,
  makeWorld,
  memoryFolder,
  morningRows,
  readSchool,
} from "../../src/index.ts";
import { sheetRows, workbookFiles, zip } from "../data/zip.ts";

const FRIDAY_13_MARCH = 20_525;
const asOf = FRIDAY_13_MARCH * 86_400 + 16 * 3600;
const source: SchoolSource = { kind: "synthetic", seed: 5, pupils: 18, until: asOf, follows: "hall-green" };

const told: Progress[] = [];
const work: Work = { tell: (progress) => void told.push(progress), breathe: () => Promise.resolve() };

function ask<K extends keyof Questions>(
  kind: K,
  about: Questions[K]["ask"],
  by = work,
): Promise<Questions[K]["answer"]> {
  return answer<K>({ id: 1, kind, ask: about }, by);
}

let policy: PolicyText;
let files: ReadonlyMap<string, string>;
/** The files as `rollcall sample` writes them, read as `rollcall run` reads them. */
let reading: Awaited<ReturnType<typeof readSchool>>;
let compiled: NonNullable<Awaited<ReturnType<typeof readyOf>>>["compilation"];

beforeAll(async () => {
  const shelved = await ask("shelf", { name: "hall-green" });
  if (shelved === undefined) throw new Error("no policy");
  policy = shelved;
  const ready = await readyOf(policy, []);
  if (ready === undefined) throw new Error("the policy is not sound");
  compiled = ready.compilation;
  const made = inventSchool({ seed: 5, pupils: 18, until: asOf, program: compiled.ready.program });
  if (made === undefined) throw new Error("no school");
  files = made;
  reading = await readSchool(memoryFolder("sample", files));
  expect(reading.diagnostics).toEqual([]);
}, 60_000);

const question = () => ({ source, policy, readings: [], asOf });

async function view(more: Partial<Questions["school"]["ask"]> = {}): Promise<SchoolView> {
  const seen = await ask("school", { ...question(), ...more });
  if (seen.kind !== "school") throw new Error(seen.why);
  return seen;
}

async function morning(more: Partial<Questions["school"]["ask"]> = {}): Promise<MorningView> {
  const seen = await ask("schoolMorning", { ...question(), ...more });
  if (seen.kind !== "morning") throw new Error(seen.why);
  return seen;
}

function rowsOfCommand(): readonly (readonly string[])[] {
  const { ready, model } = compiled;
  const { school, calendar } = reading;
  return morningRows(
    makeMorningList({ policy: { ...ready, model }, world: makeWorld(ready.program, calendar), school, asOf }),
  );
}

describe("a made-up school", () => {
  test("has the morning list that the command line makes of its files", async () => {
    const rows = rowsOfCommand();
    expect(rows.length).toBeGreaterThan(20);
    expect((await morning()).rows).toEqual(rows);
  });

  test("has the statuses, bands and attendance of each pupil, and sums of them", async () => {
    const seen = await view();
    const world = makeWorld(compiled.ready.program, reading.calendar);
    for (const [place, record] of reading.school.pupils.entries()) {
      const { statuses } = evaluatePupil(world, record, asOf);
      const held = statuses.flatMap(({ name, holds }) => (holds === true ? [name] : []));
      const mine = seen.pupils[place];
      expect(mine?.statuses.map((status) => seen.statuses[status]?.name).toSorted()).toEqual(held.toSorted());
      const marks = record.marks.filter(({ code }) => ["/", "\\", "L", "B", "V", "P", "K"].includes(code));
      expect(mine?.attended).toBeLessThanOrEqual(marks.length);
    }
    const sum = (count: (pupil: SchoolView["pupils"][number]) => number) =>
      seen.pupils.reduce((total, pupil) => total + count(pupil), 0);
    expect(seen.years.reduce((total, { attended }) => total + attended, 0)).toBe(sum(({ attended }) => attended));
    expect(seen.years.reduce((total, { pupils }) => total + pupils, 0)).toBe(18);
    expect(seen.limits.map(({ n, d }) => n / d)).toContain(0.955);
    expect(seen.workload.some(({ weeks }) => weeks.some(({ count }) => count > 0))).toBe(true);
  });

  test("tells no number of 1 to 4 pupils of a group, nor one from which it follows", async () => {
    const seen = await view();
    expect(seen.groups.length).toBeGreaterThan(2);
    for (const { pupils, statuses, attendance } of seen.groups) {
      for (const count of [pupils, ...statuses]) {
        if (count === "hidden") continue;
        expect(count === 0 || count >= 5).toBe(true);
        if (pupils !== "hidden") expect(pupils === count || pupils - count >= 5).toBe(true);
      }
      expect(attendance === undefined).toBe(pupils === "hidden");
    }
    expect(seen.groups.some(({ pupils }) => pupils === "hidden")).toBe(true);
  });

  test("tells how far it is while it is made, and stops where nobody wants it any more", async () => {
    told.length = 0;
    const slow: Work = { tell: work.tell, breathe: () => new Promise((resolve) => setTimeout(resolve, 60)) };
    const other = { ...source, seed: 77, pupils: 12 };
    await ask("school", { ...question(), source: other }, slow);
    expect(told.some(({ what, all }) => what === "Making up the school" && all === 12)).toBe(true);
    const stopped: Work = { tell: () => {}, breathe: () => Promise.reject(new Error("overtaken")) };
    await expect(ask("school", { ...question(), source: { ...other, seed: 78 } }, stopped)).rejects.toThrow(
      "overtaken",
    );
    expect((await view()).pupils).toHaveLength(18);
  });

  test("says why there is none: too many pupils, a policy that cannot run, a day outside its calendar", async () => {
    const why = async (more: Partial<Questions["school"]["ask"]>) => {
      const seen = await ask("school", { ...question(), ...more });
      return seen.kind === "none" ? seen.why : seen.kind;
    };
    expect(await why({ source: { ...source, pupils: 3001 } })).toContain("1 to 3000 pupils");
    expect(await why({ policy: { ...policy, text: `${policy.text}\nstatus` } })).toContain("cannot run yet");
    expect(await why({ asOf: asOf - 5000 * 86_400 })).toContain("Choose a day within");
    expect(await why({ source: { kind: "imported" } })).toContain("Choose them again");
  });

  test("a pupil of it comes out as a sketch that owes the same", async () => {
    const world = makeWorld(compiled.ready.program, reading.calendar);
    // A sketch numbers its records by itself.
    const says = ({ id, state, opened }: { readonly id: string; readonly state: string; readonly opened: number }) =>
      `${id.replaceAll(/P\d{4}-[^/]*|entry-\d+/g, "record")} ${state} ${opened}`;
    await ask("compile", { policy, readings: [] });
    for (const record of reading.school.pupils.slice(0, 8)) {
      const found = await ask("schoolPupil", { ...question(), id: record.pupil.id });
      if (found === undefined) throw new Error("no pupil");
      const looked = await ask("pupil", { sketch: found.sketch, asOf });
      const { obligations } = evaluatePupil(world, record, asOf);
      if (found.unsaid.length > 0) continue;
      expect(looked?.owed.map(says).toSorted()).toEqual(obligations.map(says).toSorted());
    }
  });
});

describe("a change", () => {
  const turned = (from: string, to: string): PolicyText => {
    if (!policy.text.includes(from)) throw new Error(`the policy does not say ${from}`);
    return { ...policy, text: policy.text.replace(from, to) };
  };
  const change = async (after: PolicyText): Promise<SchoolChange> => {
    const side = { policy, readings: [] };
    const seen = await ask("schoolChange", { source, before: side, after: { ...side, policy: after }, asOf });
    if (seen.kind !== "change") throw new Error(seen.why);
    return seen;
  };

  test("comes to what the command line's comparison says of the same files, and is a slice", async () => {
    const after = turned("parameter target is 95.5%", "parameter target is 98%");
    const seen = await change(after);
    const other = await readyOf(after, []);
    if (other === undefined) throw new Error("not sound");
    const sides = [compiled, other.compilation].map(({ ready, model }) => ({
      label: "",
      policy: { ...ready, model },
      calendar: reading.calendar,
      day: FRIDAY_13_MARCH,
      onDay: true,
    }));
    const [first, second] = sides as [(typeof sides)[0], (typeof sides)[0]];
    const whole = comparePopulations({ first, second, school: reading.school, calendar: reading.calendar, asOf });
    expect(seen.extent).toBe("slice");
    expect(seen.touched).toBeGreaterThan(0);
    expect(seen.touched).toBe(whole.touched);
    const lists = (
      things: readonly {
        readonly title: string;
        readonly newly: readonly string[];
        readonly noLonger: readonly string[];
      }[],
    ) => things.map(({ title, newly, noLonger }) => JSON.stringify([title, newly, noLonger])).toSorted();
    expect(lists(seen.things)).toEqual(lists(whole.changes));
    const weeks = (roles: readonly { readonly role: string; readonly weeks: unknown }[]) =>
      Object.fromEntries(roles.map((each) => [each.role, each.weeks]));
    expect(weeks(seen.workload)).toEqual(weeks(whole.workload));
    const named = new Set(seen.things.flatMap(({ newly, noLonger }) => [...newly, ...noLonger]));
    expect(seen.people.map(({ id }) => id).toSorted()).toEqual([...named].toSorted());
  });

  test("of codes or of register times is worked out whole, and says so", async () => {
    const seen = await change(turned("closes 09:10", "closes 09:20"));
    expect(seen.extent).toBe("whole");
  });
});

describe("a school's own files", () => {
  const encoded = (name: string, text: string | Uint8Array) => {
    return { name, bytes: typeof text === "string" ? new TextEncoder().encode(text) : text };
  };
  const give = (chosen: readonly { readonly name: string; readonly bytes: Uint8Array }[]) =>
    ask("schoolImport", { policy, readings: [], files: chosen });
  const own: SchoolSource = { kind: "imported" };

  test("come out as the command line reads them, in whatever case their names are written", async () => {
    const read = await give([...files].map(([name, text]) => encoded(name.toUpperCase(), text)));
    expect(read).toMatchObject({ kind: "imported", pupils: 18, faults: [], lastDay: FRIDAY_13_MARCH });
    expect((await morning({ source: own })).rows).toEqual(rowsOfCommand());
  });

  test("without a calendar take the policy's own, and say so", async () => {
    const read = await give(
      [...files].filter(([name]) => name !== "calendar.yaml").map(([name, text]) => encoded(name, text)),
    );
    expect(read.kind).toBe("imported");
    expect(read.read.join()).toContain("the policy’s own calendar");
  });

  test("of workbooks count by their first sheet", async () => {
    const rows = (text: string) =>
      text
        .replace("\uFEFF", "")
        .trimEnd()
        .split("\r\n")
        .map((line) => line.split(","));
    const pupils = "id,name,year,class,from\r\nP1,Ada,4,4A,2025-09-03\r\n";
    const marks = "pupil,date,am,pm\r\nP1,2026-03-12,/,O\r\n";
    const book = (text: string) => zip(workbookFiles(sheetRows(rows(text))));
    const read = await give([encoded("Pupils.xlsx", book(pupils)), encoded("marks.xlsx", book(marks))]);
    expect(read).toMatchObject({ kind: "imported", pupils: 1, faults: [] });
    expect((await view({ source: own })).pupils).toMatchObject([{ id: "P1", attended: 1, possible: 2 }]);
  });

  test("with faults are read as far as they go, each fault with its place and how to mend it", async () => {
    const read = await give([
      encoded("pupils.csv", "id,year,from\nP1,4,2025-09-03\nP2,four,2025-09-03\n"),
      encoded("marks.csv", "pupil,date,session,code\nP1,2026-03-12,AM,/\nP1,12/03/2026,PM,/\n"),
    ]);
    expect(read).toMatchObject({ kind: "imported", pupils: 1 });
    const places = read.faults.map(({ file, line, column }) => [file, line, column]);
    expect(places).toContainEqual(["pupils.csv", 3, 4]);
    expect(places).toContainEqual(["marks.csv", 3, 4]);
    for (const { message, hint } of read.faults) expect(message.length * hint.length).toBeGreaterThan(0);
  });

  test("that are no school are refused kindly, and what was there before stays", async () => {
    const locked = zip(workbookFiles(""), { locked: true });
    const refused = await give([
      encoded("pupils.xlsx", locked),
      encoded("letter.docx", "x"),
      encoded("marks.xlsx", "id\n"),
    ]);
    expect(refused.kind).toBe("refused");
    const said = refused.faults.map(({ message }) => message).join(" ");
    for (const words of ["protected by a password", "cannot be read", "named like a workbook but is none"])
      expect(said).toContain(words);
    expect((await view({ source: own })).pupils).toHaveLength(1);
  });

  test("are forgotten when somebody says so", async () => {
    expect(await ask("schoolForget", null)).toBeNull();
    expect(await ask("school", { ...question(), source: own })).toMatchObject({ kind: "none" });
    expect(await ask("schoolPupil", { ...question(), source: own, id: "P1" })).toBeUndefined();
  });
});
