// A policy and a pupil → the pages of a presentation, in the order in which one would tell it: the school, where its lines are,
// the pupil, what happened, and what is owed now. Words only; how they look is the view's.

import { dayOf, sayDay, startOfDay } from "../../src/wording.ts";
import { sayEntry } from "../pupil/log-words.ts";
import { STATES, likenessOf, markOf, sayLimit, sayShare, sayYear } from "../pupil/words.ts";
import { dayOfSession } from "../pupil/year-grid.ts";
import type { Vocabulary } from "../worker/protocol.ts";
import type { OwedState, PupilView, Sketch } from "../worker/pupil-protocol.ts";

export interface Line {
  /** `95%` in front of a line, or the day. */
  readonly mark: string;
  readonly says: string;
  readonly more?: string;
}

export interface Slide {
  readonly title: string;
  /** One figure that is read first. */
  readonly figure?: { readonly value: string; readonly says: string };
  readonly lines: readonly Line[];
  readonly note?: string;
}

export interface Told {
  readonly title: string;
  readonly sketch: Sketch;
  readonly view: PupilView;
  readonly vocabulary: Vocabulary;
  /** No school's own files were opened, so that the pupil can be nobody real. */
  readonly madeUp: boolean;
}

/** What can be read across a room. */
const LINES = 6;
const NOW: readonly OwedState[] = ["overdue", "open", "offered", "forbidden"];

export function slidesOf(told: Told): readonly Slide[] {
  const { title, view, madeUp } = told;
  return [
    {
      title,
      lines: [],
      note: `What the attendance policy does, shown on one pupil${madeUp ? ", who is made up" : ""}. The day is ${sayDay(dayOf(view.asOf))}.`,
    },
    ...inParts("Where the lines are", limitLines(view)),
    pupilSlide(told),
    ...inParts("What happened", storyLines(told)),
    ...inParts("What is owed now, and by whom", owedLines(view), "Nothing is owed on this day."),
  ];
}

function inParts(title: string, lines: readonly Line[], nothing?: string): readonly Slide[] {
  if (lines.length === 0) return nothing === undefined ? [] : [{ title, lines: [], note: nothing }];
  const count = Math.ceil(lines.length / LINES);
  return Array.from({ length: count }, (_, part) => ({
    title: count === 1 ? title : `${title} (${part + 1} of ${count})`,
    lines: lines.slice(part * LINES, (part + 1) * LINES),
  }));
}

function limitLines({ limits }: PupilView): readonly Line[] {
  return [...Map.groupBy(limits, ({ n, d }) => sayLimit(n, d))].map(([mark, rules]) => ({
    mark,
    says: [...new Set(rules.map(({ title }) => title))].join("; "),
    more: [...new Set(rules.flatMap(({ clauses }) => clauses))].join(", "),
  }));
}

function pupilSlide({ sketch, view, vocabulary }: Told): Slide {
  const counts = countsOf(sketch, vocabulary, dayOf(view.asOf));
  const standing = [
    ...view.bands.map(({ title, row }) => `${title}: ${row}`),
    ...view.standing.filter(({ common }) => !common).map(({ title }) => title),
  ];
  return {
    title: `A pupil in ${sayYear(sketch.year)}`,
    figure: {
      value: sayShare(view.attendance),
      says: `attendance this year: ${view.attendance.attended} of ${view.attendance.possible} sessions`,
    },
    lines: counts.slice(0, LINES),
    ...(standing.length === 0 ? {} : { note: `What holds: ${standing.join("; ")}.` }),
  };
}

/** Sessions marked by hand, counted by code, the most first. */
function countsOf({ marks }: Sketch, { codes }: Vocabulary, today: number): readonly Line[] {
  const past = marks.filter(([session]) => Number(session.split(" ")[0]) <= today);
  return [...Map.groupBy(past, ([, code]) => code)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([code, sessions]) => {
      const first = sessions.toSorted(([a], [b]) => (a < b ? -1 : 1))[0];
      const means = first === undefined ? "" : markOf(first[0], code, codes).means;
      return { mark: code, says: `${sessionsOf(sessions.length)}: ${means}` };
    });
}

/** Absences, what was put on record, and what fell to somebody because of it: each kind of duty once, with how often. */
function storyLines(told: Told): readonly Line[] {
  const { sketch, view, vocabulary } = told;
  const recorded = sketch.log
    .filter(({ happened }) => happened <= view.asOf)
    .map((entry) => ({ at: entry.happened, says: sayEntry(entry, vocabulary) }));
  const fell = view.owed.filter(({ state, opened }) => FELL.has(state) && opened <= view.asOf);
  const duties = [...Map.groupBy(fell, likenessOf).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ at: first.opened, says: `${first.what}${andMore(others.length)}` }],
  );
  return [...absences(told), ...recorded, ...duties]
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, says }) => ({ mark: shortDay(dayOf(at)), says }));
}

const FELL: ReadonlySet<OwedState> = new Set(["open", "overdue", "done", "done-late"]);

/** What is said of the first has its own deadline; that of the others is another. */
function andMore(others: number): string {
  return others === 0 ? "" : `, and ${others} more like it`;
}

/** Without the day of the week. */
function shortDay(day: number): string {
  return sayDay(day).slice(4);
}

/** Sessions of one code that follow each other with no other school day between them are one absence. */
function absences({ sketch, view, vocabulary }: Told): readonly { readonly at: number; readonly says: string }[] {
  const today = dayOf(view.asOf);
  const days = vocabulary.calendar.schoolDays;
  const spells: { code: string; first: number; last: number; count: number }[] = [];
  const marks = sketch.marks
    .map(([session, code]) => ({ session, code, day: dayOfSession(session) }))
    .filter(({ day }) => day <= today)
    .toSorted((a, b) => (a.session < b.session ? -1 : 1));
  for (const { code, day } of marks) {
    const spell = spells.findLast((each) => each.code === code);
    const next = spell === undefined ? undefined : days.find((each) => each > spell.last);
    if (spell !== undefined && (spell.last === day || next === day)) {
      spell.last = day;
      spell.count += 1;
    } else spells.push({ code, first: day, last: day, count: 1 });
  }
  return spells.map(({ code, first, count }) => ({
    at: startOfDay(first),
    says: `${sessionsOf(count)}: ${markOf(`${first} AM`, code, vocabulary.codes).means.toLowerCase()}`,
  }));
}

function sessionsOf(count: number): string {
  return `${count} ${count === 1 ? "session" : "sessions"}`;
}

function owedLines({ owed }: PupilView): readonly Line[] {
  const now = NOW.flatMap((state) => owed.filter((each) => each.state === state));
  return [...Map.groupBy(now, (each) => `${each.state}/${likenessOf(each)}`).values()].flatMap(
    ([first, ...others]): readonly Line[] =>
      first === undefined
        ? []
        : [
            {
              mark: STATES[first.state],
              says: `${first.what}${andMore(others.length)}`,
              more: first.clauses.join(", "),
            },
          ],
  );
}
