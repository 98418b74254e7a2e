// One pupil's year day by day: a state, and what became known since → the same state a day on, at the cost of what is new. It
// says what `evaluatePupil` says of the same facts (S34). The state is changed in place; to keep one as it is, save it.

import type { Day } from "../school/day.ts";
import { formatDay } from "../school/day.ts";
import { dayOf, lastInstant } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { Arrival, LogRecord, Mark, Pupil, PupilRecord } from "../school/record.ts";
import { refuseDay, refuseFacts, refusePupil } from "../school/record-faults.ts";
import { sessionsClosedBy } from "../school/window.ts";
import { Bug } from "../support/bug.ts";
import { checkpointOf, leftAt, owedSince } from "./checkpoint.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { factsIn, groupsOf, lateIn, lateRecords, openDossier } from "./dossier.ts";
import type { LateRecord } from "./dossier.ts";
import { openRun, replayOf, runTo } from "./engine.ts";
import type { OpenedAt, Replay, Run } from "./engine.ts";
import { outcomeOf } from "./evaluate.ts";
import { historyOf, namedBy, openedOnceKnown } from "./history.ts";
import { openHorizon } from "./horizon.ts";
import type { Horizon } from "./horizon.ts";
import { earliestOf, isExpected, learn, makeFacts, openLedger, splitAt } from "./ledger.ts";
import type { Ledger, News } from "./ledger.ts";
import { toObligation } from "./obligations.ts";
import type { Outcome, Overturned } from "./outcome.ts";
import type { Procedure } from "./program.ts";
import { rouseSleepers } from "./rouse.ts";
import type { World } from "./world.ts";

/** A day, and what became known since the day before: by its end, or later where a fact says so. */
export interface SchoolDay {
  readonly date: Day;
  readonly marks?: readonly Mark[];
  readonly arrivals?: readonly Arrival[];
  readonly log?: readonly LogRecord[];
  /** The pupil as they are known now, where anything about them has changed: the past is then told anew with it. */
  readonly pupil?: Pupil;
}

/** Everything that was ever told of a pupil. */
interface Told extends PupilRecord {
  pupil: Pupil;
  readonly marks: Mark[];
  readonly arrivals: Arrival[];
  readonly log: LogRecord[];
}

/** Where one pupil stands at the end of a day. */
export interface State {
  readonly world: World;
  readonly told: Told;
  /** The last moment of the day: all that was known by then has been taken in. */
  at: Moment;
  ledger: Ledger;
  run: Run;
  /** By obligation; one that stands again is no longer overturned. */
  overturned: Map<string, Overturned>;
  /** Told already, and to become known later. */
  pending: News;
  /** Places to go back to, the newest last. */
  checkpoints: Checkpoint[];
  /** How long the pupil stays in the groups whose registers they keep. */
  grouped: Horizon;
}

const NOBODY: ReadonlySet<string> = new Set();
const NONE: readonly never[] = [];
const NOTHING: News = { marks: NONE, arrivals: NONE, log: NONE };
const asItIs: OpenedAt = (_id, moment) => moment;

/** Seconds between two checkpoints, and how many are kept: a correction mostly speaks of the last days. */
const APART = 14 * 86_400;
const KEPT = 6;

/** Of a pupil of whom nothing is known yet. */
export function startState(world: World, pupil: Pupil): State {
  const told: Told = { pupil, marks: [], arrivals: [], log: [] };
  const ledger = openLedger(world, told, NOBODY);
  return {
    world,
    told,
    at: Number.NEGATIVE_INFINITY,
    ledger,
    run: openRun(ledger.facts, "pupil", asItIs),
    overturned: new Map(),
    pending: NOTHING,
    checkpoints: [],
    grouped: { ...openHorizon(), until: Number.NEGATIVE_INFINITY },
  };
}

/**
 * Takes the state to the end of a later day. What is told without `known` became known when it happened; what became known
 * on a day that the state is already past is taken in as if it had been told then.
 * @throws RangeError where the day is not a later one, or a fact is none or another pupil's; the state is then as it was.
 */
export function advance(state: State, day: SchoolDay): void {
  refuseWhatIsNone(state);
  refuse(state, day);
  const { told, at, ledger } = state;
  const { marks = NONE, arrivals = NONE, log = NONE, pupil = told.pupil } = day;
  const news: News = { marks, arrivals, log };
  const until = lastInstant(day.date);
  told.marks.push(...marks);
  told.arrivals.push(...arrivals);
  told.log.push(...log);
  if (pupil !== told.pupil) {
    told.pupil = pupil;
    return tellAnew(state, until);
  }
  keepPlace(state);
  const expected = isEmpty(state.pending) && isExpected(ledger.facts, news, at, until);
  if (!(expected ? takeIn(state, news, until) : takeInTurn(state, news, until))) tellAnew(state, until);
}

/** Everything the policy says of the pupil as of the end of the day that the state was taken to. */
export function outcomeAt(state: State): Outcome {
  refuseWhatIsNone(state);
  forgetWhatStands(state);
  return outcomeOf("pupil", replayAt(state), [...state.overturned.values()]);
}

/** The replay as it stands: what an explanation looks at. Good until the state is taken on. */
export function replayAt({ run, at }: State): Replay {
  return replayOf(run, at);
}

function refuse({ at, told }: State, day: SchoolDay): void {
  const { id } = told.pupil;
  if (typeof day !== "object" || day === null)
    throw new RangeError("a day is told as a group of keys and values: date, and what became known by its end");
  const { date, marks = NONE, arrivals = NONE, log = NONE, pupil } = day;
  refuseDay(date, "date.");
  if (lastInstant(date) <= at)
    throw new RangeError(
      `the state of ${id} is that of ${formatDay(dayOf(at))}: it can be taken on to a later day, not to ${formatDay(date)}; a fact of an earlier day is told on the day on which it becomes known`,
    );
  refuseFacts({ marks, arrivals, log }, id);
  if (pupil === undefined || pupil === told.pupil) return;
  refusePupil(pupil);
  if (pupil.id !== id) throw new RangeError(`the state of ${id} cannot become that of ${pupil.id}`);
}

/** JSON of one looks like a state and is none. @throws RangeError where it is none. */
export function refuseWhatIsNone(state: State): void {
  if (typeof state !== "object" || state === null || !("ledger" in state))
    throw new RangeError("this is no state: `start` gives one, and `load` gives back one that was saved");
}

function together(one: News, other: News): News {
  return {
    marks: [...one.marks, ...other.marks],
    arrivals: [...one.arrivals, ...other.arrivals],
    log: [...one.log, ...other.log],
  };
}

function isEmpty({ marks, arrivals, log }: News): boolean {
  return marks.length === 0 && arrivals.length === 0 && log.length === 0;
}

// ---------------------------------------------------------------- what is new, and speaks of what comes after

/** Takes in all that became known up to a moment. False where it changes the past, and not as a correction that came late. */
function takeIn(state: State, news: News, until: Moment): boolean {
  const { ledger, at } = state;
  const { facts } = ledger;
  const { closed, knownFrom } = facts;
  const changed = learn(ledger, news, until);
  if (at === Number.NEGATIVE_INFINITY) state.run = openRun(facts, "pupil", asItIs);
  else if (changed <= at || facts.knownFrom !== knownFrom) return false;
  if (!staysGrouped(state, until)) return false;
  rouseSleepers(state.run, { closed, at });
  runTo(state.run, until);
  state.at = until;
  return true;
}

/** Takes in one after another what became known late, and what became known in between. False where that cannot be done. */
function takeInTurn(state: State, news: News, until: Moment): boolean {
  const { facts } = state.ledger;
  state.pending = together(state.pending, news);
  if (!isEmpty(splitAt(facts, state.pending, state.at)[0])) return false;
  const late = lateIn(state.pending, state.world).filter(({ known }) => known <= until);
  const upTo = (moment: Moment): boolean => {
    const [known, later] = splitAt(facts, state.pending, moment);
    state.pending = later;
    return moment <= state.at || takeIn(state, known, moment);
  };
  const cuts = [...new Set(late.map(({ known }) => known))];
  return cuts.every((known) => upTo(known - 1) && correct(state, known, late)) && upTo(until);
}

/** Whether the pupil still keeps the same registers. */
function staysGrouped(state: State, until: Moment): boolean {
  const { world, told, grouped, ledger } = state;
  if (world.program.groups.size === 0) return true;
  if (until < grouped.until && grouped.sets.length === 0 && !grouped.listens) return true;
  state.grouped = openHorizon();
  const groups = groupsOf(makeFacts(world, told, until, NOBODY), until, state.grouped);
  return groups.size === ledger.facts.groups.size && [...groups].every((name) => ledger.facts.groups.has(name));
}

// ---------------------------------------------------------------- what corrects the past

/** Goes back to before what became known late speaks of, and comes again to the moment at which it became known (S30). */
function correct(state: State, known: Moment, late: readonly LateRecord[]): boolean {
  forgetWhatStands(state);
  const { ledger, at, overturned } = state;
  const { facts } = ledger;
  const [news, later] = splitAt(facts, state.pending, known);
  const disturbed = earliestOf(ledger, news);
  const back = state.checkpoints.findLast((checkpoint) => checkpoint.at < disturbed);
  const { context } = replayAt(state);
  const stood = new Map(owedSince(state.run, back).map((owed) => [owed.id, toObligation(owed, context)]));
  const { closed, knownFrom } = facts;
  state.pending = later;
  const changed = learn(ledger, news, known);
  if (facts.knownFrom !== knownFrom || !staysGrouped(state, known)) return false;
  if (changed > at) rouseSleepers(state.run, { closed, at });
  else
    goBack(
      state,
      back,
      openedOnceKnown(known, (id) => stood.get(id)?.opened),
    );
  runTo(state.run, known);
  state.at = known;
  const stands = new Set(owedSince(state.run, back).map(({ id }) => id));
  const atOnce = late.filter((entry) => entry.known === known);
  for (const [id, obligation] of stood)
    if (!stands.has(id)) overturned.set(id, { obligation, by: namedBy(atOnce, obligation.instance), known });
  return true;
}

function goBack(state: State, back: Checkpoint | undefined, openedAt: OpenedAt): void {
  const { ledger, world, checkpoints } = state;
  const { facts } = ledger;
  const left = back === undefined ? undefined : leftAt(back, procedureIn(world), recordIn(ledger));
  state.run = openRun(facts, "pupil", openedAt, left);
  state.checkpoints = back === undefined ? [] : checkpoints.slice(0, checkpoints.indexOf(back) + 1);
  if (back !== undefined)
    rouseSleepers(state.run, { at: back.at, closed: sessionsClosedBy(world.calendar, back.at, facts.timing) });
}

export function procedureIn({ program }: World): (name: string) => Procedure {
  return (name) => {
    const procedure = program.procedures.find((each) => each.name === name);
    if (procedure === undefined) throw new Bug(`there is no procedure ${name}`);
    return procedure;
  };
}

export function recordIn({ versions }: Ledger): (id: string) => LogRecord {
  return (id) => {
    const version = versions.get(id);
    if (version === undefined) throw new Bug(`there is no record ${id}`);
    return version.laid;
  };
}

/** What was overturned and then called for again stands. */
function forgetWhatStands({ overturned, run }: State): void {
  if (overturned.size === 0) return;
  for (const { owed } of run.lives) for (const { id } of owed) overturned.delete(id);
}

/** A place to go back to now and then; never within what is looked ahead of. */
function keepPlace(state: State): void {
  const { at, checkpoints, run } = state;
  const last = checkpoints.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  if (at === Number.NEGATIVE_INFINITY || at - last < APART) return;
  checkpoints.push(checkpointOf(run, at));
  if (checkpoints.length > KEPT) checkpoints.shift();
}

/** Begins again with everything that was ever told. */
function tellAnew(state: State, until: Moment): void {
  const { world, told } = state;
  const dossier = openDossier(told);
  state.grouped = openHorizon();
  const groups =
    world.program.groups.size === 0 ? NOBODY : groupsOf(makeFacts(world, told, until, NOBODY), until, state.grouped);
  const ledger = openLedger(world, told, groups);
  const [known, later] = splitAt(ledger.facts, told, until);
  learn(ledger, known, until);
  const { run, overturned } = historyOf("pupil", lateRecords(dossier, world, until), until, (moment) =>
    moment === until ? ledger.facts : factsIn(dossier, world, moment),
  );
  Object.assign(state, { at: until, ledger, run, overturned, pending: later, checkpoints: [] });
}
