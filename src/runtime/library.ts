// The runtime's vocabulary: every function a policy's conditions, figures and moments are made of, by the name the Ir calls
// it. The interpreter looks them up here; a compiled module calls them directly.

import { all, always, any, compare, not, someOf } from "./logic.ts";
import * as actFigures from "./act-figures.ts";
import * as calendarFigures from "./calendar-figures.ts";
import * as constants from "./constants.ts";
import * as moments from "./moments.ts";
import * as pupilFigures from "./pupil-figures.ts";
import * as sessionFigures from "./session-figures.ts";
import * as states from "./states.ts";
import * as windows from "./windows.ts";

export const library = {
  // conditions
  all,
  any,
  not,
  someOf,
  compare,
  always: () => always,
  judged: states.judged,
  fieldIs: pupilFigures.fieldIs,
  flag: pupilFigures.flag,
  sessionNow: sessionFigures.sessionNow,
  done: actFigures.done,
  during: actFigures.during,
  stepState: states.stepState,
  arrived: states.arrived,
  momentsCompare: states.momentsCompare,
  switched: states.switched,
  hole: constants.hole,
  // figures
  constant: constants.constant,
  dated: constants.dated,
  rate: sessionFigures.rate,
  sessions: sessionFigures.sessions,
  days: sessionFigures.days,
  occasions: sessionFigures.occasions,
  run: sessionFigures.run,
  acts: actFigures.acts,
  ordinal: actFigures.ordinal,
  elapsed: actFigures.elapsed,
  field: pupilFigures.field,
  attribute: pupilFigures.attribute,
  season: () => calendarFigures.season,
  weekdayToday: () => calendarFigures.weekdayToday,
  atMoment: constants.atMoment,
  choose: constants.choose,
  // windows
  fixed: windows.fixed,
  lastOf: windows.lastOf,
  since: windows.since,
  between: windows.between,
  // moments
  clock: moments.clock,
  endOfDay: () => moments.endOfDay,
  nextMorning: moments.nextMorning,
  dayNumber: moments.dayNumber,
  counted: moments.counted,
  within: moments.within,
  earlierOf: moments.earlierOf,
  laterOf: moments.laterOf,
  before: moments.before,
  periodBound: moments.periodBound,
  whenDone: moments.whenDone,
  whenStep: moments.whenStep,
  whenBegun: () => moments.whenBegun,
  whenOpened: () => moments.whenOpened,
  whenToday: () => calendarFigures.whenToday,
  constantMoment: moments.constantMoment,
  constantDay: moments.constantDay,
  dateMoment: moments.dateMoment,
} as const;

export type Library = typeof library;
