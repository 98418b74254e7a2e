// A sound policy and any school → the morning list in every form, a look back from it, and every question that `rollcall explain`
// answers about two of its pupils. Judges one thing: that there are answers.

import { changeLines, changesOf, overturnedLines, pageLines, whyLines, whyNotLines } from "../../src/cli/print-case.ts";
import { hindsightPaper, toMarkdown } from "../../src/documents.ts";
import {
  explainAbsence,
  explainObligation,
  factsOf,
  hindsightHeadings,
  hindsightRows,
  hindsightToJson,
  makeHindsight,
  makeMorningList,
  makeWorld,
  morningHeadings,
  morningListToJson,
  morningRows,
  openCase,
  printHindsight,
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
/** So far before the moment asked lies the one that is looked back at. */
const BACK = 10 * 86_400;

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
  const then = Math.min(asOf, Math.max(asOf - BACK, calendar.firstDay * 86_400));
  const hindsight = makeHindsight({ policy, world, school, then, now: asOf });
  return [
    printHindsight(hindsight, { width, colour: true }),
    JSON.stringify(hindsightToJson(hindsight)),
    writeCsv(hindsightHeadings, hindsightRows(hindsight)),
    toMarkdown(hindsightPaper(hindsight)),
    printMorningList(list, { width, colour: true }),
    JSON.stringify(morningListToJson(list)),
    writeCsv(morningHeadings, morningRows(list)),
    ...lines,
  ].join("\n");
}
