// The page's questions about a whole school, answered. The school and what was worked out of it stay in this worker's memory.

import { dayOf, sayDay } from "../../src/index.ts";
import { readyOf } from "./ready.ts";
import type { Ready } from "./ready.ts";
import { schoolChange } from "./school-change.ts";
import { forgetImported, schoolOf } from "./school-memory.ts";
import type { School } from "./school-memory.ts";
import { morningView } from "./school-morning.ts";
import type {
  MorningView,
  NoSchool,
  SchoolChange,
  SchoolChangeQuestion,
  SchoolQuestion,
  SchoolQuestions,
  SchoolSide,
  SchoolSource,
  SchoolView,
  SketchOfPupil,
} from "./school-protocol.ts";
import { sketchOf } from "./school-pupil.ts";
import { forgetStands, standFor } from "./school-stands.ts";
import { schoolView } from "./school-view.ts";
import type { Work } from "./work.ts";

export { importSchool } from "./school-import.ts";

export async function viewOfSchool(ask: SchoolQuestion, work: Work): Promise<SchoolView | NoSchool> {
  const opened = await open(ask.source, ask, work);
  if (opened.kind === "none") return opened;
  const began = performance.now();
  const stand = await standFor(work, opened.school, opened.ready, ask.asOf);
  return schoolView(stand, performance.now() - began);
}

export async function morningOfSchool(ask: SchoolQuestion, work: Work): Promise<MorningView | NoSchool> {
  const opened = await open(ask.source, ask, work);
  return opened.kind === "none" ? opened : morningView(work, opened.school, opened.ready, ask.asOf);
}

export async function changeOfSchool(ask: SchoolChangeQuestion, work: Work): Promise<SchoolChange | NoSchool> {
  const { source, asOf } = ask;
  const [before, after] = [ask.before, ask.after].map((side) => ({ ...side, asOf: side.asOf ?? asOf })) as [
    Dated,
    Dated,
  ];
  const first = await open(source, before, work);
  if (first.kind === "none") return first;
  const began = performance.now();
  const second = await open(source, after, work);
  if (second.kind === "none") return second;
  const was = await standFor(work, first.school, first.ready, before.asOf);
  const is = await standFor(work, second.school, second.ready, after.asOf);
  // The baseline is wanted again when the figure is turned further.
  await standFor(work, first.school, first.ready, before.asOf);
  return schoolChange(was, is, performance.now() - began);
}

export async function pupilOfSchool(
  ask: SchoolQuestions["schoolPupil"]["ask"],
  work: Work,
): Promise<SketchOfPupil | undefined> {
  const opened = await open(ask.source, ask, work);
  if (opened.kind === "none") return undefined;
  const record = opened.school.school.pupils.find(({ pupil }) => pupil.id === ask.id);
  return record === undefined ? undefined : sketchOf(record, opened.ready.calendar, ask.asOf);
}

export function forgetSchool(): null {
  forgetImported();
  forgetStands();
  return null;
}

type Dated = SchoolSide & { readonly asOf: number };

type Opened = { readonly kind: "open"; readonly school: School; readonly ready: Ready } | NoSchool;

async function open(source: SchoolSource, side: Dated, work: Work): Promise<Opened> {
  const ready = await readyOf(side.policy, side.readings);
  if (ready === undefined)
    return { kind: "none", why: "The policy cannot run yet: mend what is marked in its text, and the school follows." };
  const school = await schoolOf(source, side, work);
  if (school.kind === "none") return school;
  const { firstDay, lastDay } = school.calendar;
  // Outside its calendar nothing of a school could be counted.
  return school.calendar.covers(dayOf(side.asOf))
    ? { kind: "open", school, ready }
    : {
        kind: "none",
        why: `The school’s calendar runs from ${sayDay(firstDay)} to ${sayDay(lastDay)}. Choose a day within.`,
      };
}
