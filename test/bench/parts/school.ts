// The main job for a large school over one year, split into reading, evaluating and explaining; each also as a ratio to splitting the
// same CSV and forgetting it, so that figures of different computers can be compared.

import { parse } from "csv-parse";
import { memoryFolder } from "../../../src/data/read-folder.ts";
import type { ReadFolder } from "../../../src/data/read-folder.ts";
import { readSchool } from "../../../src/data/read-school.ts";
import { openCase } from "../../../src/explain/case.ts";
import { itemsOf } from "../../../src/morning/items.ts";
import { nameOf } from "../../../src/morning/make-morning-list.ts";
import { makeWorld } from "../../../src/runtime/world.ts";
import { benchSchool } from "../invent-large-school.ts";
import type { BenchSchool } from "../invent-large-school.ts";
import { median } from "../race.ts";
import type { Report } from "../report.ts";

const STAGES = ["splitting", "reading", "evaluating", "explaining"] as const;

type Times = Readonly<Record<(typeof STAGES)[number], number>>;

export async function measureSchool(pupils: number, quick: boolean): Promise<Report> {
  await measure(benchSchool(20)); // so that nothing is measured that is only ever slow once
  const school = benchSchool(pupils);
  const all: Times[] = [];
  for (let run = 0; run < (quick ? 1 : 2); run++) all.push(await measure(school));
  const marks = (school.files.get("marks.csv")?.split("\n").length ?? 0) - 2;
  return {
    sections: [
      {
        title: `A large school's morning list: hall-green, ${pupils} pupils, one year, ${marks} marks`,
        unit: "ms",
        lines: STAGES.map((name) => ({ name, each: median(all.map((times) => times[name])) })),
        against: "splitting",
        notes: ["Splitting is to take the CSV apart and to forget it."],
      },
    ],
    targets: [],
  };
}

async function splitAndForget(folder: ReadFolder): Promise<number> {
  const began = performance.now();
  let rows = 0;
  for (const file of await folder.list()) {
    if (!file.endsWith(".csv")) continue;
    const parser = parse({
      bom: true,
      relax_column_count: true,
      on_record: () => {
        rows += 1;
        return null;
      },
    });
    const done = new Promise((resolve) => parser.on("end", resolve));
    parser.resume();
    for await (const piece of folder.open(file)) parser.write(piece);
    parser.end();
    await done;
  }
  if (rows === 0) throw new Error("there was nothing to read");
  return performance.now() - began;
}

async function measure({ policy, files, asOf }: BenchSchool): Promise<Times> {
  const folder = memoryFolder("bench", files);
  const splitting = await splitAndForget(folder);
  const began = performance.now();
  const { school, calendar, diagnostics } = await readSchool(folder);
  const reading = performance.now() - began;
  if (diagnostics.length > 0)
    throw new Error(`the school's files have faults: ${diagnostics.map(({ code }) => code).join(", ")}`);
  const world = makeWorld(policy.program, calendar);
  const office = { isInSchool: () => true, begins: 0, inForce: 0, lately: asOf };
  let [evaluating, explaining, items] = [0, 0, 0];
  for (const record of school.pupils) {
    const start = performance.now();
    const opened = openCase(policy, world, record, asOf);
    const between = performance.now();
    items += itemsOf(opened, office, nameOf(record.pupil)).owned.length;
    evaluating += between - start;
    explaining += performance.now() - between;
  }
  if (items === 0) throw new Error("there was nothing to explain");
  return { splitting, reading, evaluating, explaining };
}
