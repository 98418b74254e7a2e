// `npm run bench`: the main job for a large school over one year, split into reading, evaluating and explaining; each also as
// a ratio to reading the same CSV and doing nothing, so that figures of different computers can be compared. And the compiler
// over the largest policy, which an author waits for on every keystroke.

import { parseArgs } from "node:util";
import { parse } from "csv-parse";
import { memoryFolder } from "../../src/data/read-folder.ts";
import type { ReadFolder } from "../../src/data/read-folder.ts";
import { readSchool } from "../../src/data/read-school.ts";
import { openCase } from "../../src/explain/case.ts";
import { itemsOf } from "../../src/morning/items.ts";
import { nameOf } from "../../src/morning/make-morning-list.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { measureEdits } from "./bench-edits.ts";
import { measureLargestPolicy } from "./bench-policy.ts";
import { benchSchool } from "./bench-school.ts";
import type { BenchSchool } from "./bench-school.ts";

const { values } = parseArgs({
  options: { pupils: { type: "string", default: "1500" }, runs: { type: "string", default: "3" } },
});

interface Times {
  readonly nothing: number;
  readonly reading: number;
  readonly evaluating: number;
  readonly explaining: number;
}

/** Splits every table into rows and cells and forgets them. */
async function readAndForget(folder: ReadFolder): Promise<number> {
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
  const nothing = await readAndForget(folder);
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
  return { nothing, reading, evaluating, explaining };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const policy = measureLargestPolicy();
console.log(
  `${policy.name}, ${policy.lines} lines, ${policy.findings} findings; median of ${policy.runs}: parse ${policy.parse.toFixed(0)} ms, check ${policy.check.toFixed(0)} ms, analysis ${policy.analysis.toFixed(0)} ms\n`,
);

const [pupils, runs] = [Number(values.pupils), Number(values.runs)];
await measure(benchSchool(20)); // so that nothing is measured that is only ever slow once
const school = benchSchool(pupils);
const all: Times[] = [];
for (let run = 0; run < runs; run++) all.push(await measure(school));

const stage = (name: keyof Times): number => median(all.map((times) => times[name]));
const nothing = stage("nothing");
const lines = (["nothing", "reading", "evaluating", "explaining"] as const).map(
  (name) =>
    `${name.padEnd(12)} ${stage(name).toFixed(0).padStart(8)} ms ${(stage(name) / nothing).toFixed(1).padStart(8)} ×`,
);
const rows = (school.files.get("marks.csv")?.split("\n").length ?? 0) - 2;
console.log(
  `${pupils} pupils, one school year, ${rows} marks; median of ${runs}; × is set against reading the CSV and doing nothing`,
);
console.log(lines.join("\n"));
console.log(
  `a pupil is evaluated in ${(stage("evaluating") / pupils).toFixed(2)} ms and explained in ${(stage("explaining") / pupils).toFixed(2)} ms`,
);

for (const line of await measureEdits()) console.log(line);
