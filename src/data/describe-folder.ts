// The tables, presets and YAML files that this room reads → a page that describes the form of a school's folder.
// Made from what the readers themselves use, so that the page cannot promise a column that nobody reads.

import { CALENDAR_FILE, MAPPING_FILE } from "./mapping.ts";
import { headingsOf, presetNames, presets } from "./presets.ts";
import type { PresetName } from "./presets.ts";
import { sampleCalendarPlan } from "./sample-calendar.ts";
import { tableNames, tableSpec } from "./tables.ts";
import type { TableName } from "./tables.ts";
import { writeCalendar } from "./write-calendar.ts";

/** The whole page, in Markdown. */
export function describeFolder(): string {
  return `${[
    "# A school's folder",
    INTRODUCTION,
    ...tableNames.map(describeTable),
    `## ${CALENDAR_FILE}`,
    CALENDAR,
    `\`\`\`yaml\n${shortCalendar()}\`\`\``,
    `## ${MAPPING_FILE}`,
    MAPPING,
    ...presetNames.filter((preset) => preset !== "rollcall").map(describePreset),
  ].join("\n\n")}\n`;
}

const INTRODUCTION = `What \`--data\` names: a folder of tables as CSV and two small YAML files. Only \`${CALENDAR_FILE}\`, \`pupils.csv\` and \`marks.csv\`
must be there. Files are in UTF-8 (UTF-16 with its mark and Windows-1252 are read too). Headings compare without capitals, and with blanks,
hyphens and underscores alike. Dates are written like 2026-03-02, times like 08:55, on the school's own clock.

A row that cannot be understood is left out and reported with its file, line and column, and with how to mend it; no row is lost in silence. A date
that may be two dates, such as 03/04/2026, is never guessed at.`;

const CALENDAR = `The school's years, and in each its terms and half-terms; both ends of each belong. Bank holidays, INSET days, planned closures and days with a
single session are listed by date. A closure that nobody planned is not written here: it is marks (Y4) in the register. A school of six terms
gives each term its own \`from\` and \`to\` instead of half-terms.`;

const MAPPING = `Optional. Says how an export differs from the form above:

| key | what it says |
| --- | --- |
| \`preset\` | ${presetNames.map((name) => `\`${name}\``).join(", ")}: likely headings and the order of dates of that system |
| \`school\`, \`attributes\` | the school's name, and whatever else is to be known of it |
| \`dates\` | \`iso\`, \`day-first\` or \`month-first\`: what comes first in 03/04/2026 |
| \`separator\` | \`comma\`, \`semicolon\` or \`tab\` |
| \`pupils\`, \`marks\` and so on | \`files\`: a list of file names. \`columns\`: the heading of each column. \`assume\`: what every row says where there is no such column |
| under \`marks\` | \`codes\`: what the export's own marks mean. \`string-days\`: \`every-day\` or \`school-days\`. \`mark-separator\`: what stands between the marks of a string |`;

const MARKS = `Marks come in any of four layouts, told apart by their headings: a row a mark (\`date\`, \`session\`, \`code\`), a row a day (\`date\`, \`am\`, \`pm\`), a column a
session (headings like \`2026-03-02 AM\`), or a string of marks from a first day on (\`start\`, \`marks\`: a morning and an afternoon for each day in turn). A blank or
\`-\` is a missing mark. A code of two characters cannot stand in a string unless something separates the marks. A later mark of the same session with
a later \`known\` corrects an earlier one; a blank takes none away.`;

function describeTable(table: TableName): string {
  const { columns, others, what } = tableSpec(table);
  const rows = Object.entries(columns).map(
    ([name, { needed, holds }]) => `| \`${name}\` | ${needed ? "yes" : ""} | ${holds} |`,
  );
  const further =
    others === "kept"
      ? "Any further column is kept as a field under its heading; a field called like one of the columns is headed `field` and its name, such as `field time`."
      : "Any further column is pointed out and not read.";
  return [
    `## ${table}.csv`,
    `One row for each of the ${what}. ${further}${table === "marks" ? `\n\n${MARKS}` : ""}`,
    ["| column | needed | what it holds |", "| --- | --- | --- |", ...rows].join("\n"),
  ].join("\n\n");
}

function describePreset(preset: PresetName): string {
  const rows = tableNames.flatMap((table) =>
    Object.keys(tableSpec(table).columns).flatMap((column) => {
      const [, ...headings] = headingsOf(preset, table, column);
      return headings.length === 0 ? [] : [`| ${table} | \`${column}\` | ${headings.join(", ")} |`];
    }),
  );
  return [
    `### preset ${preset}`,
    `Dates are ${presets[preset].dates}. Schools lay out their own reports, so these headings are likely ones and no promise.`,
    ["| table | column | headings it is also found under |", "| --- | --- | --- |", ...rows].join("\n"),
  ].join("\n\n");
}

/** One year of the sample calendar, its lists cut to what shows their form. */
function shortCalendar(): string {
  const plan = sampleCalendarPlan();
  const day = plan.inset[0] ?? 0;
  return writeCalendar({
    ...plan,
    years: plan.years.slice(0, 1),
    bankHolidays: plan.bankHolidays.slice(0, 3),
    inset: plan.inset.slice(0, 2),
    closed: [{ day: day + 248, why: "polling station" }],
    oneSession: [{ day: day + 319, half: "AM" }],
  });
}
