// Examples as written → facts as records, and expectations with every name bound. What it describes must be possible;
// whether it comes out as expected is found by running it.

import { formatDay, mondayOf, weekday, weekdayName } from "../school/day.ts";
import type { Arrival, Mark } from "../school/record.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkMoment } from "./check-example-moments.ts";
import { checkExpectation } from "./check-expectations.ts";
import type { Questions } from "./check-expectations.ts";
import { checkExamplePupil, noPupil } from "./check-example-pupils.ts";
import { checkExampleRecord } from "./check-example-records.ts";
import { readFields } from "./check-field-values.ts";
import { checkRole } from "./check-roles.ts";
import { exampleMessages } from "./diagnostics.ts";
import type { CheckedExample } from "./example.ts";
import { readDay } from "./literals.ts";
import { readMarks } from "./read-marks.ts";
import { about, originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";

/** The only pupil of an example. */
export const EXAMPLE_PUPIL = "example";

export function checkExample(outer: Scope, example: Ast.Example, asked: Questions): CheckedExample {
  const title = example.title.text;
  const scope = about(outer, "example", `the example "${title}"`, example);
  const { items } = example;
  const pupils = items.filter((item) => item.kind === "example-pupil");
  const [described, second] = pupils;
  if (second !== undefined) scope.report(exampleMessages.pupilTwice({}, second.span));
  if (described === undefined) scope.report(exampleMessages.pupilMissing({ title }, example.title.span));
  const expectations = items.filter((item) => item.kind === "example-expectation");
  if (expectations.length === 0) scope.report(exampleMessages.nothingExpected({ title }, example.title.span));
  const pupil = described === undefined ? noPupil(EXAMPLE_PUPIL) : checkExamplePupil(scope, described, EXAMPLE_PUPIL);
  const parents = pupil.parents.map((parent) => parent.person);
  const records = items.filter((item) => item.kind === "example-record");
  return {
    title,
    origin: originOf(scope, example),
    pupil,
    marks: items.filter((item) => item.kind === "example-marks").flatMap((item) => checkMarks(scope, item)),
    arrivals: items.filter((item) => item.kind === "example-arrival").flatMap((item) => checkArrival(scope, item)),
    log: records.flatMap((item, index) =>
      checkExampleRecord(scope, item, { id: `log-${index + 1}`, pupil: EXAMPLE_PUPIL, parents }),
    ),
    staff: items.filter((item) => item.kind === "example-staff").flatMap((item) => checkStaff(scope, item)),
    assumeOnTime: items.some((item) => item.kind === "example-assumption"),
    expectations: expectations.flatMap((item) => checkExpectation(scope, item, asked)),
  };
}

function checkMarks(scope: Scope, item: Ast.ExampleMarks): readonly Mark[] {
  const first = readDay(scope, item.date);
  const known = item.known === undefined ? undefined : checkMoment(scope, item.known);
  if (first === undefined) return [];
  if (item.unit === "week" && weekday(first) !== 1) {
    const monday = formatDay(mondayOf(first));
    const fixes = [{ title: `write ${monday}`, edits: [{ span: item.date.span, text: monday }] }];
    const args = { date: item.date.text, weekday: weekdayName(first), monday };
    scope.report(exampleMessages.weekNotFromMonday(args, item.date.span, { fixes }));
  }
  const read = readMarks(scope, item.marks, first, item.unit);
  return read.map((mark) => withoutUndefined({ pupil: EXAMPLE_PUPIL, ...mark, known }));
}

function checkArrival(scope: Scope, item: Ast.ExampleArrival): readonly Arrival[] {
  const at = checkMoment(scope, item.at);
  const fields = readFields(scope, item.fields, scope.names.recordable);
  return at === undefined ? [] : [{ pupil: EXAMPLE_PUPIL, at, fields }];
}

function checkStaff(scope: Scope, item: Ast.ExampleStaff): CheckedExample["staff"] {
  const role = checkRole(scope, item.role);
  const fields = readFields(scope, item.fields);
  return role === undefined ? [] : [{ role, fields }];
}
