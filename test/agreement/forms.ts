// Every compiled form of a policy that answers for one pupil at a moment, in one table, beside the interpreter that they are held
// against. A form that is added here is compared everywhere.

import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import type { RuntimeHome } from "../../src/backends/typescript/build-module.ts";
import { advance, outcomeAt, startState } from "../../src/runtime/advance.ts";
import type { SchoolDay, State } from "../../src/runtime/advance.ts";
import type { Outcome } from "../../src/runtime/outcome.ts";
import type { Program } from "../../src/runtime/program.ts";
import { loadState, saveState } from "../../src/runtime/state-to-json.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import type { Calendar } from "../../src/school/calendar.ts";
import type { Day } from "../../src/school/day.ts";
import { dayOf, formatMoment, lastInstant } from "../../src/school/moment.ts";
import type { Moment } from "../../src/school/moment.ts";
import type { Pupil, PupilRecord } from "../../src/school/record.ts";
import { dayByDay } from "../runtime/day-by-day.ts";
import { sleepless } from "../runtime/sleepless.ts";
import { loadModule } from "./build-for-test.ts";
import type { ReadyPolicy } from "./ready-policy.ts";
import { explained, judged } from "./standing-forms.ts";

/** Undefined where it does not answer at that moment. */
export type Evaluate = (record: PupilRecord, asOf: Moment) => Outcome | undefined;

/** A policy in one form, on whatever calendar. */
export type OnCalendar = (calendar: Calendar) => Evaluate;

export interface Form {
  readonly kind: "pupil";
  readonly name: string;
  /** Opened for one policy in so many: what is slow to open or to run takes its turn. */
  readonly every: number;
  readonly open: (policy: ReadyPolicy) => Promise<OnCalendar>;
}

const running = (program: Program) => (calendar: Calendar) => {
  const world = makeWorld(program, calendar);
  return (record: PupilRecord, asOf: Moment): Outcome => evaluatePupil(world, record, asOf);
};

/** The reference meaning. */
export const interpreter = {
  kind: "pupil",
  name: "interpreter",
  every: 1,
  open: async ({ ready }: ReadyPolicy) => running(ready.program),
} as const;

/** The engine, asking every question at every instant. No other form could tell of an answer that all of them hold too long. */
const asking: Form = {
  kind: "pupil",
  name: "asking again",
  every: 2,
  open: async ({ ready }) => running(sleepless(ready.program)),
};

const evaluateIn = async (policy: ReadyPolicy, home: RuntimeHome): Promise<OnCalendar> => {
  const { evaluate } = await loadModule(policy, home);
  return ({ plan }) =>
    (record, asOf) =>
      evaluate({ ...record, calendar: plan }, formatMoment(asOf));
};

/** `evaluate` of a module that shares its runtime with others. */
const sharing: Form = { kind: "pupil", name: "module", every: 1, open: async (policy) => evaluateIn(policy, "import") };

/** `evaluate` of a module that carries its own runtime: the same text, and as much of it as this policy needs. */
const alone: Form = {
  kind: "pupil",
  name: "module alone",
  every: 10,
  open: async (policy) => evaluateIn(policy, "inline"),
};

/** The nightly form of a policy on one calendar. */
interface Nights {
  readonly start: (pupil: Pupil) => State;
  readonly advance: (state: State, day: SchoolDay) => void;
  readonly outcome: (state: State) => Outcome;
  /** Put away as a text and taken up again. */
  readonly keep: (state: State) => State;
}

/** Taken from day to day, told of each day what became known on it. It answers for the ends of days. */
const nightly: Form = {
  kind: "pupil",
  name: "advance",
  every: 1,
  open:
    async ({ ready: { program } }) =>
    (calendar) => {
      const world = makeWorld(program, calendar);
      return throughTheNights({
        start: (pupil) => startState(world, pupil),
        advance,
        outcome: outcomeAt,
        keep: (state) => loadState(world, JSON.parse(JSON.stringify(saveState(state, program.name))), program.name),
      });
    },
};

const nightlyInModule: Form = {
  kind: "pupil",
  name: "module advance",
  every: 8,
  open: async (policy) => {
    const module = await loadModule(policy, "import");
    return ({ plan }) =>
      throughTheNights({
        start: (pupil) => module.start(pupil, plan),
        advance: module.advance,
        outcome: module.outcome,
        keep: (state) => module.load(JSON.parse(JSON.stringify(module.save(state))), plan),
      });
  },
};

/** Where the nights of one pupil have come to. */
interface Night {
  state: State;
  /** The first day that is told, and the next. */
  readonly first: Day;
  next: Day;
}

/** In so many nights the state is put away once. */
const NIGHTS_KEPT = 29;

function throughTheNights(nights: Nights): Evaluate {
  const known = new WeakMap<PupilRecord, Night>();
  return (record, asOf) => {
    const day = dayOf(asOf);
    if (asOf !== lastInstant(day)) return undefined;
    const night = known.get(record) ?? firstNight(nights.start(record.pupil), record, day);
    known.set(record, night);
    for (const each of dayByDay(record, night.first, day).slice(night.next - night.first)) {
      if (each.date % NIGHTS_KEPT === 0) night.state = nights.keep(night.state);
      nights.advance(night.state, each);
    }
    night.next = day + 1;
    return nights.outcome(night.state);
  };
}

function firstNight(state: State, { pupil, marks, arrivals, log }: PupilRecord, asked: Day): Night {
  const days = [
    asked,
    ...pupil.onRoll.map(({ from }) => from),
    ...marks.map(({ day }) => day),
    ...[...arrivals.map(({ at }) => at), ...log.map(({ happened }) => happened)].map(dayOf),
  ];
  const first = days.reduce((one, other) => Math.min(one, other));
  return { state, first, next: first };
}

export const forms: readonly Form[] = [asking, sharing, alone, nightly, nightlyInModule, explained, judged];

/** Those whose turn it is. */
export function formsFor(turn: number): readonly Form[] {
  return forms.filter(({ every }, index) => (turn + index) % every === 0);
}
