// `npm run bench`: what a policy is compiled to, beside what others and our own hands make of the same; what the command line takes to
// answer; and what an author and an office wait for. `--part NAME` runs one part, `--quick` shortens all, `--pupils N` says of how many,
// `--write` puts the tables of a whole run into the README.

import { parseArgs } from "node:util";
import { measureCompiler } from "./parts/compiler.ts";
import { measureCsv } from "./parts/csv.ts";
import { measureDeciding } from "./parts/decide.ts";
import { measureEdits } from "./parts/edits.ts";
import { measureGrowth } from "./parts/growth.ts";
import { measureNights } from "./parts/nightly.ts";
import { measureSchool } from "./parts/school.ts";
import { measureSql } from "./parts/sql.ts";
import { measureStart } from "./parts/start.ts";
import { measureThresholds } from "./parts/thresholds.ts";
import { printReport } from "./report.ts";
import type { Report } from "./report.ts";

interface Wanted {
  /** Undefined where nobody said how many. */
  readonly pupils: number | undefined;
  readonly quick: boolean;
}

const parts: Readonly<Record<string, (wanted: Wanted) => Promise<Report> | Report>> = {
  decide: ({ pupils, quick }) => measureDeciding(pupils ?? 2000, quick),
  nightly: ({ quick }) => measureNights(quick),
  thresholds: ({ quick }) => measureThresholds(quick),
  sql: ({ pupils, quick }) => measureSql(pupils ?? 1000, quick),
  csv: ({ pupils, quick }) => measureCsv(pupils ?? (quick ? 10_000 : 100_000), quick),
  growth: ({ quick }) => measureGrowth(quick),
  start: ({ quick }) => measureStart(quick),
  compiler: () => measureCompiler(),
  school: ({ pupils, quick }) => measureSchool(pupils ?? (quick ? 300 : 1500), quick),
  edits: () => measureEdits(),
};

const { values } = parseArgs({
  options: {
    part: { type: "string", multiple: true },
    pupils: { type: "string" },
    quick: { type: "boolean", default: false },
  },
});

const names = values.part ?? Object.keys(parts);
const wanted = { pupils: values.pupils === undefined ? undefined : Number(values.pupils), quick: values.quick };
const reports: Report[] = [];
for (const name of names) {
  const part = parts[name];
  if (part === undefined) throw new Error(`there is no part ${name}; the parts are ${Object.keys(parts).join(", ")}`);
  const report = await part(wanted);
  reports.push(report);
  console.log(printReport({ sections: report.sections, targets: [] }));
}
console.log(printReport({ sections: [], targets: reports.flatMap(({ targets }) => targets) }));
