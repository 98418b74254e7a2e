// A sound policy and any school → the morning list in every form, and every question that `rollcall explain` answers about
// two of its pupils. Judges one thing: that there are answers.

import { changeLines, changesOf, overturnedLines, pageLines, whyLines, whyNotLines } from "../../src/cli/print-case.ts";
import {
  explainAbsence,
  explainObligation,
  factsOf,
  makeMorningList,
  makeWorld,
  morningHeadings,
  morningListToJson,
  morningRows,
  openCase,
  printMorningList,
  writeCsv,
} from "../../src/index.ts";
import type { Calendar, Moment, SchoolRecord } from "../../src/index.ts";
import type { RunnablePolicy } from "../../src/examples/runnable.ts";

export interface Morning {
  readonly policy: RunnablePolicy;
  readonly calendar: Calendar;
  readonly school: SchoolRecord;
  readonly asOf: Moment;
  /** Also what would change things, which looks a whole year ahead. */
  readonly ahead: boolean;
}

const width = 80;

/** Everything that was written, in one text. */
export function tryMorning({ policy, calendar, school, asOf, ahead }: Morning): string {
  const world = makeWorld(policy.program, calendar);
  const list = makeMorningList({ policy, world, school, asOf });
  const everyone = school.pupils.map((record) => factsOf(world, record, asOf));
  const lines = school.pupils.slice(0, 2).flatMap((record) => {
    const opened = openCase(policy, world, record, asOf, everyone);
    const { obligations } = opened.outcome;
    const wanted = policy.program.procedures.slice(0, 8).map(({ name }) => name);
    return [
      ...pageLines(opened, width),
      ...overturnedLines(opened, width),
      ...obligations.slice(0, 8).flatMap((owed) => whyLines(explainObligation(opened, owed), width)),
      ...wanted.flatMap((name) => explainAbsence(opened, name)).flatMap((answer) => whyNotLines(answer, width)),
      ...(ahead ? changeLines(opened, changesOf(opened), width) : []),
    ];
  });
  return [
    printMorningList(list, { width, colour: true }),
    JSON.stringify(morningListToJson(list)),
    writeCsv(morningHeadings, morningRows(list)),
    ...lines,
  ].join("\n");
}
