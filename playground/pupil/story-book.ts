// Seven pupils whom every school knows, as data: marks, arrivals, records and the day to look at, in the words of the national
// layer, so that any school's policy can be asked about them.

import { parseDay, startOfDay } from "../../src/wording.ts";
import type { Entry, Sketch } from "../worker/pupil-protocol.ts";
import { momentFrom } from "./date-values.ts";

export interface Story {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly day: number;
  readonly sketch: Sketch;
}

function day(date: string): number {
  const found = parseDay(date);
  if (found === undefined) throw new Error(`a story speaks of ${date}, which is no date`);
  return found;
}

function at(date: string, time: string): number {
  return momentFrom(date, time) ?? startOfDay(day(date));
}

/** One code for both sessions of each weekday from one date to another. */
function weekdays(from: string, to: string, code: string): readonly (readonly [string, string])[] {
  const marks: (readonly [string, string])[] = [];
  for (let each = day(from); each <= day(to); each++)
    if ((((each + 3) % 7) + 7) % 7 < 5) marks.push([`${each} AM`, code], [`${each} PM`, code]);
  return marks;
}

function sessions(dates: readonly string[], code: string, halves: readonly ("AM" | "PM")[] = ["AM", "PM"]) {
  return dates.flatMap((date) => halves.map((half): readonly [string, string] => [`${day(date)} ${half}`, code]));
}

const parents = ["mother", "father"];

function notice(parent: string, issued: string, received: string): readonly Entry[] {
  return [
    {
      act: "issue-penalty-notice",
      by: "local-authority",
      person: parent,
      happened: at(issued, "10:00"),
      fields: { parent },
    },
    { act: "receive-notice", by: "parents", person: parent, happened: at(received, "09:00"), fields: {} },
  ];
}

const latecomings = [
  ["2026-02-23", "2026-02-24", "2026-02-25", "2026-02-26", "2026-02-27"],
  ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"],
].flat();

/** What the page opens with. */
export const openingStory: Story = {
  name: "fridays",
  title: "Friday absences",
  about: "Away without a reason on every Friday since January.",
  day: day("2026-03-16"),
  sketch: {
    year: 6,
    flags: [],
    parents,
    marks: sessions(
      [
        "2026-01-09",
        "2026-01-16",
        "2026-01-23",
        "2026-01-30",
        "2026-02-06",
        "2026-02-13",
        "2026-02-27",
        "2026-03-06",
        "2026-03-13",
      ],
      "O",
    ),
    log: [],
  },
};

export const stories: readonly Story[] = [
  {
    name: "holiday",
    title: "A fortnight's holiday",
    about: "Two weeks away in March without leave: twenty sessions marked G.",
    day: day("2026-03-16"),
    sketch: { year: 4, flags: [], parents, marks: weekdays("2026-03-02", "2026-03-13", "G"), log: [] },
  },
  openingStory,
  {
    name: "illness",
    title: "Chronic illness",
    about: "A long-term condition: spells of illness all year, each reported, fifteen days and more.",
    day: day("2026-03-16"),
    sketch: {
      year: 3,
      flags: ["medical-condition", "chronic-illness"],
      parents,
      marks: [
        ...weekdays("2025-10-06", "2025-10-08", "I"),
        ...weekdays("2025-11-17", "2025-11-21", "I"),
        ...weekdays("2026-01-19", "2026-01-23", "I"),
        ...weekdays("2026-03-09", "2026-03-12", "I"),
        ...sessions(["2025-12-01", "2026-02-10"], "M", ["AM"]),
      ],
      log: ["2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12"].map((date) => ({
        act: "report-absence",
        by: "parents",
        happened: at(date, "08:30"),
        fields: { reason: "illness", channel: "phone" },
      })),
    },
  },
  {
    name: "refusal",
    title: "School refusal",
    about: "More and more days at home since November; the parents talk to the school, and the school offers support.",
    day: day("2026-03-16"),
    sketch: {
      year: 8,
      flags: ["special-needs"],
      parents,
      marks: [
        ...weekdays("2025-11-24", "2025-11-26", "O"),
        ...weekdays("2025-12-08", "2025-12-12", "O"),
        ...weekdays("2026-01-12", "2026-01-23", "O"),
        ...weekdays("2026-02-23", "2026-03-16", "O"),
      ],
      log: [
        {
          act: "report-absence",
          by: "parents",
          happened: at("2026-02-23", "08:20"),
          fields: { reason: "emergency", channel: "phone" },
        },
        { act: "offer-support", by: "senior-attendance-champion", happened: at("2026-02-26", "11:00"), fields: {} },
      ],
    },
  },
  {
    name: "late",
    title: "Always four minutes late",
    about: "In at four minutes past nine on every morning for a fortnight.",
    day: day("2026-03-09"),
    sketch: {
      year: 5,
      flags: [],
      parents,
      marks: sessions(latecomings, "L", ["AM"]),
      arrivals: latecomings.map((date) => at(date, "09:04")),
      log: [],
    },
  },
  {
    name: "no-contact",
    title: "No contact for ten days",
    about: "Gone since 2 March, no reason known; the office telephones on the first two days, and nobody answers.",
    day: day("2026-03-16"),
    sketch: {
      year: 2,
      flags: [],
      parents,
      marks: weekdays("2026-03-02", "2026-03-16", "N"),
      log: ["2026-03-02", "2026-03-03"].map((date) => ({
        act: "telephone",
        object: "first-contact",
        by: "school-office",
        happened: at(date, "10:05"),
        fields: { comment: "rang out", answered: "no" },
      })),
    },
  },
  {
    name: "second-notice",
    title: "A second penalty notice",
    about:
      "A first notice after a week's holiday in October, and a second after another in March: £160, and no early payment.",
    day: day("2026-03-24"),
    sketch: {
      year: 4,
      flags: [],
      parents,
      marks: [...weekdays("2025-10-06", "2025-10-10", "G"), ...weekdays("2026-03-02", "2026-03-06", "G")],
      log: [
        ...notice("mother", "2025-10-16", "2025-10-18"),
        { act: "pay", by: "parents", person: "mother", happened: at("2025-10-30", "09:00"), fields: {} },
        {
          act: "consider",
          object: "penalty-notice",
          by: "headteacher",
          happened: at("2026-03-10", "09:00"),
          fields: { reasons: "a second holiday without leave" },
        },
        ...notice("mother", "2026-03-17", "2026-03-19"),
      ],
    },
  },
];
