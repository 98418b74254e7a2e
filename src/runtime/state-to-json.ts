// A state ⇄ plain JSON, to be kept from one night to the next. What the calendar and the facts give again is not written; what
// was kept under another policy, another calendar or another version, or was changed since, is refused.

import type { Day } from "../school/day.ts";
import type { Moment } from "../school/moment.ts";
import type { Arrival, LogRecord, Mark, Pupil } from "../school/record.ts";
import { canonicalText } from "../support/canonical-text.ts";
import { fingerprintOf } from "../support/fingerprint.ts";
import { remember } from "../support/remember.ts";
import { procedureIn, recordIn, refuseWhatIsNone, startState } from "./advance.ts";
import type { State } from "./advance.ts";
import { openRun } from "./engine.ts";
import { keepLife, keepMoment, restoreLife, restoreMoment } from "./keep-life.ts";
import type { KeptLife, KeptMoment } from "./keep-life.ts";
import { learn, openLedger, splitAt } from "./ledger.ts";
import type { Overturned } from "./outcome.ts";
import type { World } from "./world.ts";

const FORMAT = "rollcall-state";
const VERSION = 1;

export interface SavedState {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  /** Fingerprints: of the policy and the calendar it was kept under, and of what it holds. */
  readonly policy: string;
  readonly calendar: string;
  readonly check: string;
  readonly holds: Held;
}

interface Held {
  readonly pupil: Pupil;
  readonly marks: readonly KeptMark[];
  readonly arrivals: readonly Omit<Arrival, "pupil" | "source">[];
  readonly log: readonly Omit<LogRecord, "source">[];
  readonly at: KeptMoment;
  readonly groups: readonly string[];
  readonly lives: readonly KeptLife[];
  readonly woken: readonly Moment[];
  readonly nextBirth: KeptMoment;
  readonly overturned: readonly Overturned[];
}

/** Day, half, code, and whatever else was said of it. */
type KeptMark = readonly [Day, Mark["half"], string, Omit<Mark, "pupil" | "day" | "half" | "code" | "source">?];

/**
 * The state as a value that JSON can hold; the state itself may be taken on afterwards. `policy` is the policy's fingerprint.
 * @throws RangeError where it is no state.
 */
export function saveState(state: State, policy: string): SavedState {
  refuseWhatIsNone(state);
  const { told, run, ledger, at, overturned } = state;
  const holds: Held = {
    pupil: told.pupil,
    marks: told.marks.map(keepMark),
    arrivals: told.arrivals.map(({ pupil: _pupil, source: _source, ...arrival }) => arrival),
    log: told.log.map(({ source: _source, ...entry }) => entry),
    at: keepMoment(at),
    groups: [...ledger.facts.groups],
    lives: run.lives.map(keepLife),
    woken: [...run.queue.woken],
    nextBirth: keepMoment(run.nursery.nextBirth),
    overturned: [...overturned.values()],
  };
  const calendar = fingerprintOfPlan(state.world.calendar.plan);
  return { format: FORMAT, version: VERSION, policy, calendar, check: checkOf(holds), holds };
}

/**
 * The state that was saved. It goes on exactly as it would have gone on then; only a late correction takes longer the first time.
 * @throws RangeError where the value is no saved state, was changed since, or belongs to another policy, calendar or version.
 */
export function loadState(world: World, saved: unknown, policy: string): State {
  const { pupil, marks, arrivals, log, ...held } = accepted(world, saved, policy);
  const state = startState(world, pupil);
  const { told } = state;
  told.marks.push(...marks.map((mark) => restoreMark(pupil.id, mark)));
  told.arrivals.push(...arrivals.map((arrival) => ({ ...arrival, pupil: pupil.id })));
  told.log.push(...log);
  const at = restoreMoment(held.at);
  const ledger = openLedger(world, told, new Set(held.groups));
  const [known, pending] = splitAt(ledger.facts, told, at);
  learn(ledger, known, at);
  const [procedureOf, recordOf] = [procedureIn(world), recordIn(ledger)];
  const lives = held.lives.map((life) => restoreLife(life, procedureOf, recordOf));
  const left = { at, lives, woken: held.woken, nextBirth: restoreMoment(held.nextBirth) };
  const run = openRun(ledger.facts, "pupil", state.run.host.openedAt, left);
  const overturned = new Map(held.overturned.map((each) => [each.obligation.id, each]));
  return { ...state, at, ledger, run, overturned, pending };
}

function keepMark({ pupil: _pupil, source: _source, day, half, code, ...more }: Mark): KeptMark {
  return Object.keys(more).length === 0 ? [day, half, code] : [day, half, code, more];
}

function restoreMark(pupil: string, [day, half, code, more]: KeptMark): Mark {
  return { pupil, day, half, code, ...more };
}

// ---------------------------------------------------------------- whose it is

const fingerprintOfPlan: (plan: object) => string = /* @__PURE__ */ remember((plan: object): string =>
  fingerprintOf(canonicalText(plan)),
);

function checkOf(holds: unknown): string {
  return fingerprintOf(canonicalText(holds));
}

function accepted(world: World, saved: unknown, policy: string): Held {
  const { format, version, check, holds, ...whose }: Partial<Record<keyof SavedState, unknown>> =
    typeof saved === "object" && saved !== null ? saved : {};
  if (format !== FORMAT)
    throw new RangeError(
      `this is no saved state: it should be what \`save\` gave${typeof saved === "string" ? ", and this is a text: give what JSON.parse makes of it" : ""}`,
    );
  const begin = "begin anew with `start`, and tell it the pupil's facts";
  if (version !== VERSION)
    throw new RangeError(`the state was saved by another version of Rollcall (${String(version)}): ${begin}`);
  if (check !== checkOf(holds))
    throw new RangeError(
      `the saved state was cut short or changed since it was saved: use an earlier one, or ${begin}`,
    );
  if (whose.policy !== policy)
    throw new RangeError(`the state was saved under another policy, or before this one was changed: ${begin}`);
  if (whose.calendar !== fingerprintOfPlan(world.calendar.plan))
    throw new RangeError(`the state was saved under another calendar, or before this one was changed: ${begin}`);
  return holds as Held;
}
