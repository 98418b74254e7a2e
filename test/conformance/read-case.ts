// A conformance case's YAML → the values that an implementation in this repository is given.

import { parse, stringify } from "yaml";
import { readCalendarPlan } from "../../src/data/read-calendar.ts";
import type { CalendarPlan } from "../../src/school/calendar-plan.ts";
import { knownDay } from "../../src/school/day.ts";
import type { Day } from "../../src/school/day.ts";
import { parseMoment } from "../../src/school/moment.ts";
import type { Moment } from "../../src/school/moment.ts";
import type { Mark, PupilRecord } from "../../src/school/record.ts";
import { makeSource } from "../../src/source/text.ts";
import { withoutUndefined } from "../../src/support/without-undefined.ts";
import type { PolicyTexts } from "../agreement/ready-policy.ts";
import type { CaseFile, OutcomeFile } from "./case-file.ts";

export interface ConformanceCase {
  readonly title: string;
  readonly policy: PolicyTexts;
  readonly plan: CalendarPlan;
  readonly record: PupilRecord;
  readonly expected: readonly { readonly asOf: Moment; readonly outcome: OutcomeFile }[];
}

export function readCase(text: string): ConformanceCase {
  const file = parse(text) as CaseFile;
  return {
    title: file.title,
    policy: withoutUndefined({ text: file.policy, above: file.above }),
    plan: planOf(file),
    record: recordOf(file),
    expected: file.expected.map((outcome) => ({ asOf: momentIn(outcome["as-of"]), outcome })),
  };
}

function planOf({ calendar, title }: CaseFile): CalendarPlan {
  const { plan, diagnostics } = readCalendarPlan(makeSource(`${title}: calendar`, stringify(calendar)));
  if (plan === undefined)
    throw new Error(`${title}: ${JSON.stringify(diagnostics.map(({ code, args }) => [code, args]))}`);
  return plan;
}

function momentIn(text: string): Moment {
  const moment = parseMoment(text, "end");
  if (moment === undefined) throw new Error(`not a moment: ${text}`);
  return moment;
}

const optional = <T>(text: string | undefined, read: (text: string) => T): T | undefined =>
  text === undefined ? undefined : read(text);

function recordOf(file: CaseFile): PupilRecord {
  const { pupil, arrivals = [], log = [] } = file;
  const day = (text: string | undefined): Day | undefined => optional(text, knownDay);
  const moment = (text: string | undefined): Moment | undefined => optional(text, momentIn);
  return {
    pupil: withoutUndefined({
      id: pupil.id,
      year: pupil.year,
      class: pupil.class,
      born: day(pupil.born),
      onRoll: pupil["on-roll"].map(({ from, to }) => withoutUndefined({ from: knownDay(from), to: day(to) })),
      flags: (pupil.flags ?? []).map(({ name, from, until }) =>
        withoutUndefined({ name, from: day(from), until: day(until) }),
      ),
      parents: (pupil.parents ?? []).map(({ person, responsibility, cares, from, until, "lives-with": livesWith }) =>
        withoutUndefined({ person, responsibility, livesWith, cares, from: day(from), until: day(until) }),
      ),
      attributes: pupil.attributes ?? {},
    }),
    marks: marksOf(file),
    arrivals: arrivals.map(({ at, known, fields }) =>
      withoutUndefined({ pupil: pupil.id, at: momentIn(at), known: moment(known), fields: fields ?? {} }),
    ),
    log: log.map(({ id, act, object, happened, known, person, by, to, fields }) =>
      withoutUndefined({
        id,
        act,
        object,
        happened: momentIn(happened),
        known: moment(known),
        person,
        by,
        to,
        fields: fields ?? {},
      }),
    ),
  };
}

function marksOf(file: CaseFile): readonly Mark[] {
  const { id } = file.pupil;
  const plain = Object.entries(file.marks).flatMap(([monday, week]) =>
    week
      .split(" ")
      .flatMap((pair, index): readonly Mark[] =>
        codesIn(pair).flatMap((code, half): readonly Mark[] =>
          code === "-" ? [] : [{ pupil: id, day: knownDay(monday) + index, half: half === 0 ? "AM" : "PM", code }],
        ),
      ),
  );
  const others = (file["other-marks"] ?? []).map(({ on, half, code, known, setting }) =>
    withoutUndefined({ pupil: id, day: knownDay(on), half, code, known: optional(known, momentIn), setting }),
  );
  return [...plain, ...others];
}

/** The two codes of a day: one capital letter with or without a figure, or a sign. */
function codesIn(pair: string): readonly string[] {
  const codes = pair.match(/[A-Z]\d?|[/\\#-]/g) ?? [];
  if (codes.length !== 2 || codes.join("") !== pair) throw new Error(`not the codes of a day: ${pair}`);
  return codes;
}
