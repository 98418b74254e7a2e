// A policy and a pupil → the pages of a presentation, in the order in which one would tell it: the school, where its lines are,
// the pupil, what happened, and what is owed now. Words only; how they look is the view's.

import { dayOf, sayDay } from "../../src/wording.ts";
import { sayEntry } from "../pupil/log-words.ts";
import { happeningsOf } from "../pupil/timeline-shape.ts";
import type { Happening } from "../pupil/timeline-shape.ts";
import { STATES, markOf, sayLimit, sayShare, sayYear } from "../pupil/words.ts";
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
}

/** What can be read across a room. */
const LINES = 5;
const NOW: readonly OwedState[] = ["overdue", "open", "waiting", "offered", "forbidden"];

export function slidesOf(told: Told): readonly Slide[] {
  const { title, view } = told;
  return [
    {
      title,
      lines: [],
      note: `What the attendance policy does, shown on a pupil who is made up. The day is ${sayDay(dayOf(view.asOf))}.`,
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
  const absences = absencesOf(sketch, vocabulary, dayOf(view.asOf));
  const standing = [
    ...view.bands.map(({ title, row }) => `${title}: ${row}`),
    ...view.standing.map(({ title }) => title),
  ];
  return {
    title: `A pupil in ${sayYear(sketch.year)}`,
    figure: {
      value: sayShare(view.attendance),
      says: `attendance this year: ${view.attendance.attended} of ${view.attendance.possible} sessions`,
    },
    lines: absences.slice(0, LINES),
    ...(standing.length === 0 ? {} : { note: `What holds: ${standing.join("; ")}.` }),
  };
}

/** Sessions marked by hand, counted by code, the most first. */
function absencesOf({ marks }: Sketch, { codes }: Vocabulary, today: number): readonly Line[] {
  const past = marks.filter(([session]) => Number(session.split(" ")[0]) <= today);
  return [...Map.groupBy(past, ([, code]) => code)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([code, sessions]) => {
      const first = sessions.toSorted(([a], [b]) => (a < b ? -1 : 1))[0];
      const means = first === undefined ? "" : markOf(first[0], code, codes).means;
      return { mark: code, says: `${sessions.length} ${sessions.length === 1 ? "session" : "sessions"}: ${means}` };
    });
}

const TOLD: ReadonlySet<Happening["kind"]> = new Set(["record", "answer", "begins", "ends", "opens", "asked"]);

function storyLines({ sketch, view, vocabulary }: Told): readonly Line[] {
  const past = happeningsOf(view, sketch.log, (entry) => sayEntry(entry, vocabulary)).filter(
    ({ kind, at }) => TOLD.has(kind) && at <= view.asOf,
  );
  const told = new Set<string>();
  return past.flatMap(({ at, says }): readonly Line[] => {
    const line = { mark: sayDay(dayOf(at)), says };
    const key = `${line.mark} ${says}`;
    if (told.has(key)) return [];
    told.add(key);
    return [line];
  });
}

function owedLines({ owed }: PupilView): readonly Line[] {
  const now = NOW.flatMap((state) => owed.filter((each) => each.state === state));
  return [...Map.groupBy(now, ({ state, what, due }) => `${state} ${what} ${due ?? ""}`).values()].flatMap(
    ([first, ...others]): readonly Line[] =>
      first === undefined
        ? []
        : [
            {
              mark: STATES[first.state],
              says: `${first.what}${others.length === 0 ? "" : ` (${others.length + 1} times)`}`,
              more: [...(first.due === undefined ? [] : [`by ${sayDay(dayOf(first.due))}`]), ...first.clauses].join(
                ", ",
              ),
            },
          ],
  );
}
