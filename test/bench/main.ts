// `npm run bench`: what a policy is compiled to, beside what others and our own hands make of the same; what the command line takes to
// answer, and what a module weighs; and what an author and an office wait for. `--part NAME` runs one part, `--quick` shortens all,
// `--pupils N` says of how many, `--write` puts the tables and the chart of a whole run into the repository.

import { parseArgs } from "node:util";
import { measureCompiler } from "./parts/compiler.ts";
import { measureCsv } from "./parts/csv.ts";
import { measureDeciding } from "./parts/decide.ts";
import { measureEdits } from "./parts/edits.ts";
import { measureGrowth } from "./parts/growth.ts";
import { measureNights } from "./parts/nightly.ts";
import { measureSchool } from "./parts/school.ts";
import { measureSize } from "./parts/size.ts";
import { measureSql } from "./parts/sql.ts";
import { measureStart } from "./parts/start.ts";
import { measureThresholds } from "./parts/thresholds.ts";
import { printReport } from "./report.ts";
import type { Report } from "./report.ts";
import { writeResults } from "./write-results.ts";

interface Wanted {
  /** Undefined where nobody said how many. */
  readonly pupils: number | undefined;
  readonly quick: boolean;
}

const parts: Readonly<Record<string, (wanted: Wanted) => Promise<Report> | Report>> = {
  decide: ({ pupils, quick }) => measureDeciding(pupils ?? 2000, quick),
  thresholds: ({ quick }) => measureThresholds(quick),
  nightly: ({ quick }) => measureNights(quick),
  sql: ({ pupils, quick }) => measureSql(pupils ?? 1000, quick),
  csv: ({ pupils, quick }) => measureCsv(pupils ?? (quick ? 10_000 : 100_000), quick),
  growth: ({ quick }) => measureGrowth(quick),
  start: ({ quick }) => measureStart(quick),
  size: () => measureSize(),
  compiler: () => measureCompiler(),
  school: ({ pupils, quick }) => measureSchool(pupils ?? (quick ? 300 : 600), quick),
  edits: () => measureEdits(),
};

const { values } = parseArgs({
  options: {
    part: { type: "string", multiple: true },
    pupils: { type: "string" },
    quick: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
/** What only shows what an author and an office wait for; no target is set for it. */
const WITHOUT_TARGET = ["compiler", "school", "edits"];
const whole = Object.keys(parts).filter((name) => !values.write || !WITHOUT_TARGET.includes(name));
if (values.write && (values.part !== undefined || values.quick || values.pupils !== undefined))
  throw new Error("only the tables of a whole run are written: leave out --part, --quick and --pupils");

const wanted = { pupils: values.pupils === undefined ? undefined : Number(values.pupils), quick: values.quick };
const reports = new Map<string, Report>();
for (const name of values.part ?? whole) {
  const part = parts[name];
  if (part === undefined) throw new Error(`there is no part ${name}; the parts are ${Object.keys(parts).join(", ")}`);
  const report = await part(wanted);
  reports.set(name, report);
  console.log(printReport({ sections: report.sections, targets: [] }));
}
console.log(printReport({ sections: [], targets: [...reports.values()].flatMap(({ targets }) => targets) }));
if (values.write) writeResults(reports);
