// `npm run agree -- --seconds N --seed S`: random policies × random pupils, every form held against the interpreter, on every core.
// Ends with what was reached; fails where a form differed, or where a long run never reached something of the language.

import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { forms } from "./forms.ts";
import { registerForms } from "./register-forms.ts";
import { addAll, MUST_REACH } from "./tally.ts";
import type { Order, Report } from "./worker.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    threads: { type: "string", default: String(availableParallelism()) },
  },
});

/** A whole number of a flag, from 1 on. */
function whole(name: "seconds" | "seed" | "threads"): number {
  const text = values[name];
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text);
  console.error(`--${name} wants a whole number from 1 on, not "${text}".`);
  process.exit(2);
}

const [seconds, seed, threads] = [whole("seconds"), whole("seed"), whole("threads")];
const started = Date.now();
const until = started + seconds * 1000;
/** So many seconds must suffice to reach everything. */
const LONG = 60;
const POLICIES_OF_A_THREAD = 200;

const tally = new Map<string, number>();
const mismatches: string[] = [];
let cases = 0;
let policies = 0;
let unsound = 0;

function hear(report: Report): void {
  if (report.kind === "differed") {
    mismatches.push(report.text);
    console.log(`\nA difference, of seed ${report.seed}, made small. Save it in test/conformance:\n\n${report.text}`);
  } else if (report.kind === "tried") {
    cases += report.cases;
    if (report.sound) policies++;
    else unsound++;
    addAll(tally, report.tally);
  }
}

/** One thread after another, until it is time. */
async function thread(first: number): Promise<void> {
  for (let next = first; Date.now() < until;) {
    const order: Order = { first: next, step: threads, policies: POLICIES_OF_A_THREAD, size: { calendars: 2, pupils: 80 }, until }; // prettier-ignore
    next = await new Promise<number>((done, failed) => {
      const worker = new Worker(new URL("worker.ts", import.meta.url), { workerData: order });
      worker.on("message", (report: Report) => {
        // What it still holds open, such as an engine of queries, ends with it.
        if (report.kind === "done") void worker.terminate().then(() => done(report.next));
        else hear(report);
      });
      worker.on("error", failed);
    });
  }
}

const count = new Intl.NumberFormat("en-GB");
const pace = (): string => count.format(Math.round(cases / ((Date.now() - started) / 1000)));
const progress = setInterval(() => {
  console.log(
    `${Math.round((Date.now() - started) / 1000)} s: ${count.format(cases)} cases, ${pace()} a second, ${count.format(policies)} policies, ${mismatches.length} mismatches`,
  );
}, 10_000);
await Promise.all(Array.from({ length: threads }, async (_, index) => thread(seed * 1_000_000 + index)));
clearInterval(progress);

for (const [what, times] of [...tally].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${count.format(times).padStart(14)}  ${what}`);
const wanted = [...MUST_REACH, ...[...forms, ...registerForms].map(({ name }) => `form: ${name}`)];
const never = wanted.filter((what) => !tally.has(what));
if (never.length > 0) console.log(`\nNever reached: ${never.join("; ")}`);
console.log(
  `\n${count.format(cases)} cases in ${Math.round((Date.now() - started) / 1000)} s, ${pace()} a second; ${count.format(policies)} policies, ${unsound} thrown away; ${mismatches.length} mismatches`,
);
process.exitCode = mismatches.length > 0 || (never.length > 0 && seconds >= LONG) ? 1 : 0;
