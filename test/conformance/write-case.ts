// A case → its YAML, with what the interpreter says of it as what is expected: a proposal, to be read by somebody before it is kept.

import { Document, isPair, isScalar, isSeq, parse, visit } from "yaml";
import { writeCalendar } from "../../src/data/write-calendar.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import type { CalendarPlan } from "../../src/school/calendar-plan.ts";
import { formatDay, weekday } from "../../src/school/day.ts";
import type { Day } from "../../src/school/day.ts";
import type { Moment } from "../../src/school/moment.ts";
import type { Mark, PupilRecord } from "../../src/school/record.ts";
import { withoutUndefined } from "../../src/support/without-undefined.ts";
import { interpreter } from "../agreement/forms.ts";
import { readyPolicy } from "../agreement/ready-policy.ts";
import type { PolicyTexts } from "../agreement/ready-policy.ts";
import type { CaseFile, MarkFile, PupilFile, SpanFile } from "./case-file.ts";
import { momentText, plainOutcome } from "./plain-outcome.ts";

export interface WritableCase {
  readonly policy: PolicyTexts;
  readonly plan: CalendarPlan;
  readonly record: PupilRecord;
  readonly moments: readonly Moment[];
}

export async function writeCase(
  { policy, plan, record, moments }: WritableCase,
  title: string,
  rules: readonly string[] = [],
): Promise<string> {
  const ready = readyPolicy(policy);
  if (ready === undefined) throw new Error(`${title}: the policy is not sound`);
  const evaluate = (await interpreter.open(ready))(makeCalendar(plan));
  const { marks, arrivals, log } = record;
  const rows = rowsOf(marks);
  const file: CaseFile = withoutUndefined({
    title,
    rules: rules.length === 0 ? undefined : rules,
    policy: policy.text,
    above: policy.above,
    calendar: parse(writeCalendar(plan)) as object,
    pupil: pupilFile(record),
    marks: rows.plain,
    "other-marks": rows.others.length === 0 ? undefined : rows.others,
    arrivals:
      arrivals.length === 0
        ? undefined
        : arrivals.map(({ at, known, fields }) =>
            withoutUndefined({ at: momentText(at), known: optional(known), fields: filled(fields) }),
          ),
    log:
      log.length === 0
        ? undefined
        : log.map(({ id, act, object, happened, known, person, by, to, fields }) =>
            withoutUndefined({
              id,
              act,
              object,
              happened: momentText(happened),
              known: optional(known),
              person,
              by,
              to,
              fields: filled(fields),
            }),
          ),
    expected: moments.map((asOf) => plainOutcome(evaluate(record, asOf))),
  });
  return laidOut(file);
}

/** Short rows on one line each, so that a case fits on a page. */
function laidOut(file: CaseFile): string {
  const document = new Document(file, { version: "1.2" });
  visit(document, {
    Collection: (_key, node, path) => {
      const plain = node.items.every((item) => isScalar(isPair(item) ? item.value : item));
      if (plain && (isSeq(node) || isSeq(path.at(-1))) && node.toString().length < WIDTH) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, blockQuote: "literal", flowCollectionPadding: false });
}

const WIDTH = 130;

const optional = (moment: Moment | undefined): string | undefined =>
  moment === undefined ? undefined : momentText(moment);

const filled = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined =>
  Object.keys(fields).length === 0 ? undefined : fields;

function pupilFile({ pupil }: PupilRecord): PupilFile {
  const span = ({ from, until }: { readonly from?: Day; readonly until?: Day }): SpanFile =>
    withoutUndefined({ from: day(from), until: day(until) });
  return withoutUndefined({
    id: pupil.id,
    year: pupil.year,
    class: pupil.class,
    born: day(pupil.born),
    "on-roll": pupil.onRoll.map(({ from, to }) => withoutUndefined({ from: formatDay(from), to: day(to) })),
    flags: pupil.flags.length === 0 ? undefined : pupil.flags.map((flag) => ({ name: flag.name, ...span(flag) })),
    parents:
      pupil.parents.length === 0
        ? undefined
        : pupil.parents.map((link) => ({
            person: link.person,
            responsibility: link.responsibility,
            "lives-with": link.livesWith,
            cares: link.cares,
            ...span(link),
          })),
    attributes: filled(pupil.attributes),
  });
}

const day = (one: Day | undefined): string | undefined => (one === undefined ? undefined : formatDay(one));

/** One row a week of the first plain mark of each session; what a row cannot show stands apart. */
function rowsOf(marks: readonly Mark[]): {
  readonly plain: Readonly<Record<string, string>>;
  readonly others: readonly MarkFile[];
} {
  const weeks = new Map<Day, [string, string][]>();
  const others: MarkFile[] = [];
  for (const { day: on, half, code, known, setting } of marks) {
    const week = on - weekday(on) + 1;
    const days = weeks.get(week) ?? Array.from({ length: 5 }, (): [string, string] => ["-", "-"]);
    const pair = days[on - week];
    const place = half === "AM" ? 0 : 1;
    if (known === undefined && setting === undefined && pair?.[place] === "-") {
      pair[place] = code;
      weeks.set(week, days);
    } else others.push(withoutUndefined({ on: formatDay(on), half, code, known: optional(known), setting }));
  }
  const sorted = [...weeks].toSorted(([a], [b]) => a - b);
  return {
    plain: Object.fromEntries(
      sorted.map(([week, days]) => [formatDay(week), days.map((pair) => pair.join("")).join(" ")]),
    ),
    others,
  };
}
