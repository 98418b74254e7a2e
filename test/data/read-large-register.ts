// Reads a register larger than the memory it is given, made up as it is read; a test runs this with a small heap.

import { readSchool } from "../../src/data/read-school.ts";
import { sampleCalendarPlan } from "../../src/data/sample-calendar.ts";
import { writeCalendar } from "../../src/data/write-calendar.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import { formatDay } from "../../src/school/day.ts";

const PUPILS = 20;
const COMMENT = "x".repeat(2000);
const plan = sampleCalendarPlan();
const days = [...makeCalendar(plan).schoolDays].slice(0, 500).map(formatDay);
let yielded = 0;

function* marks(): Iterable<string> {
  yield "pupil,date,session,code,comment\n";
  for (let pupil = 0; pupil < PUPILS; pupil++) {
    for (const day of days) {
      const row = `P${pupil},${day},AM,/,${COMMENT}\n`;
      yielded += row.length;
      yield row;
    }
  }
}

function* pupils(): Iterable<string> {
  yield "id,year,from\n";
  for (let pupil = 0; pupil < PUPILS; pupil++) yield `P${pupil},4,2023-09-01\n`;
}

async function* bytesOf(texts: Iterable<string>): AsyncIterable<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

const files = new Map<string, () => Iterable<string>>([
  ["calendar.yaml", () => [writeCalendar(plan)]],
  ["pupils.csv", pupils],
  ["marks.csv", marks],
]);
const { tallies, diagnostics } = await readSchool({
  name: "large",
  list: () => Promise.resolve([...files.keys()]),
  open: (file) => bytesOf(files.get(file)?.() ?? []),
});
const used = tallies.find((tally) => tally.table === "marks")?.used;
console.log(`${used} marks of ${Math.floor(yielded / 1_000_000)} MB, ${diagnostics.map((each) => each.code).join()}`);
