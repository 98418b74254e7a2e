// Records, things owed, deadlines and clocks → one list of happenings by date, and lanes for a picture of them.

import { SECONDS_IN_DAY, startOfDay } from "../../src/wording.ts";
import type { About, Entry, Owed, PupilView } from "../worker/pupil-protocol.ts";
import { STATES } from "./words.ts";

/** What of a pupil the timeline shows: it is drawn again when that changes. */
export type Lined = Pick<PupilView, "asOf" | "owed" | "questions" | "running">;

export type HappeningKind = "record" | "answer" | "opens" | "due" | "done" | "begins" | "ends" | "asked";

export interface Happening {
  readonly key: string;
  readonly at: number;
  readonly kind: HappeningKind;
  readonly lane: string;
  readonly says: string;
  readonly about: About;
  /** A deadline that passed with nothing done. */
  readonly late: boolean;
}

export interface Lane {
  readonly title: string;
  /** A clock: from its start to its end, or to the moment looked at. */
  readonly bars: readonly {
    readonly from: number;
    readonly to: number;
    readonly open: boolean;
    readonly about: About;
  }[];
  readonly happenings: readonly Happening[];
}

export const RECORD_LANE = "On record";
export const QUESTION_LANE = "Questions";

/** `sayAct` says an entry of the log in the policy's words. */
export function happeningsOf(
  view: Lined,
  log: readonly Entry[],
  sayAct: (entry: Entry) => string,
): readonly Happening[] {
  const records = log.map((entry, index): Happening => ({
    key: `record ${index}`,
    at: entry.happened,
    kind: entry.act === "decide" ? "answer" : "record",
    lane: RECORD_LANE,
    says: sayAct(entry),
    about: { kind: "entry", entry: index },
    late: false,
  }));
  const asked = view.questions.map(({ id, question, since }): Happening => ({
    key: `asked ${id}`,
    at: since,
    kind: "asked",
    lane: QUESTION_LANE,
    says: `Waits for an answer: ${question}`,
    about: { kind: "question", id },
    late: false,
  }));
  const clocks = view.running.flatMap(({ id, title, started, ended, outcome }): readonly Happening[] => {
    const base = { lane: title, about: { kind: "procedure", id }, late: false } as const;
    return [
      { ...base, key: `begins ${id}`, at: started, kind: "begins", says: `“${title}” begins` },
      ...(ended === undefined
        ? []
        : [
            {
              ...base,
              key: `ends ${id}`,
              at: ended,
              kind: "ends" as const,
              says: `“${title}” ends${outcome === undefined ? "" : `: ${outcome}`}`,
            },
          ]),
    ];
  });
  return [...records, ...asked, ...clocks, ...view.owed.flatMap(owedHappenings)].toSorted((a, b) => a.at - b.at);
}

function owedHappenings(owed: Owed): readonly Happening[] {
  const { id, what, state, opened, due, doneAt, procedure } = owed;
  const base = { lane: procedure, about: { kind: "owed", id } as const };
  const late = state === "overdue" || state === "done-late";
  return [
    {
      ...base,
      key: `opens ${id}`,
      at: opened,
      kind: "opens",
      says: `${STATES[state]}: ${what}`,
      late: false,
    },
    ...(due === undefined || state === "not-needed"
      ? []
      : [{ ...base, key: `due ${id}`, at: due, kind: "due" as const, says: `Deadline: ${what}`, late }]),
    ...(doneAt === undefined
      ? []
      : [{ ...base, key: `done ${id}`, at: doneAt, kind: "done" as const, says: `Done: ${what}`, late: false }]),
  ];
}

/** Records and questions first, then a lane for each procedure in the order in which it began. */
export function lanesOf(view: Lined, happenings: readonly Happening[]): readonly Lane[] {
  const titles = [...new Set([RECORD_LANE, QUESTION_LANE, ...happenings.map(({ lane }) => lane)])];
  return titles
    .map((title): Lane => ({
      title,
      bars: view.running
        .filter((running) => running.title === title)
        .map(({ id, started, ended }) => ({
          from: started,
          to: ended ?? view.asOf,
          open: ended === undefined,
          about: { kind: "procedure", id },
        })),
      happenings: happenings.filter(({ lane, kind }) => lane === title && kind !== "begins" && kind !== "ends"),
    }))
    .filter(({ bars, happenings: here }) => bars.length + here.length > 0);
}

/** First and last moment worth drawing: what happened around the moment looked at, within a school year. */
export function spanOf(
  happenings: readonly Happening[],
  asOf: number,
  year: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } {
  const [first, last] = [startOfDay(year.from), startOfDay(year.to + 1)];
  // A question may wait since the first day of the year, and would draw everything else small.
  const inside = happenings.filter(({ kind, at }) => kind !== "asked" && at >= first && at < last).map(({ at }) => at);
  const from = Math.min(asOf - 14 * SECONDS_IN_DAY, ...inside);
  const to = Math.max(asOf + 7 * SECONDS_IN_DAY, ...inside);
  return { from: from - 2 * SECONDS_IN_DAY, to: to + 2 * SECONDS_IN_DAY };
}
