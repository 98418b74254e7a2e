// The runtime's vocabulary: every function a policy's conditions, figures and moments are made of, by the name the Ir calls
// it. The interpreter looks them up here; a compiled module calls them directly.

import { all, always, any, compare, not, someOf } from "./logic.ts";
import * as measures from "./measures.ts";
import * as moments from "./moments.ts";

export const library = {
  // conditions
  all,
  any,
  not,
  someOf,
  compare,
  always: () => always,
  judged: measures.judged,
  fieldIs: measures.fieldIs,
  flag: measures.flag,
  sessionNow: measures.sessionNow,
  done: measures.done,
  stepState: measures.stepState,
  arrived: measures.arrived,
  momentsCompare: measures.momentsCompare,
  switched: measures.switched,
  hole: measures.hole,
  // figures
  constant: measures.constant,
  dated: measures.dated,
  rate: measures.rate,
  sessions: measures.sessions,
  days: measures.days,
  occasions: measures.occasions,
  longestRun: measures.longestRun,
  acts: measures.acts,
  ordinal: measures.ordinal,
  elapsed: measures.elapsed,
  field: measures.field,
  attribute: measures.attribute,
  atMoment: measures.atMoment,
  choose: measures.choose,
  // windows
  fixed: measures.fixed,
  since: measures.since,
  between: measures.between,
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
  constantMoment: moments.constantMoment,
  constantDay: moments.constantDay,
  dateMoment: moments.dateMoment,
} as const;

export type Library = typeof library;
