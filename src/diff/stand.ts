// The replay of a pupil or of the school → what two policies are compared by: what holds, what is or was owed, and which
// decision is waited for. Keeps no deadline and no explanation, so that the stands of a whole school fit in memory.

import type { Examination } from "../runtime/evaluate.ts";
import type { DutySpec, Program } from "../runtime/program.ts";
import { questionsOf } from "../runtime/questions.ts";
import type { Moment } from "../school/moment.ts";

export interface Stand {
  /** Names of the statuses that hold. */
  readonly statuses: readonly string[];
  /** The row the subject stands in, of each table in which it stands in one. */
  readonly bands: readonly (readonly [name: string, row: string])[];
  readonly duties: readonly StandingDuty[];
  /** Decisions that a rule waits for. */
  readonly asked: readonly AskedDecision[];
}

export interface AskedDecision {
  readonly procedure: string;
  readonly decision: string;
}

export interface StandingDuty {
  readonly procedure: string;
  readonly duty: DutySpec;
  readonly opened: Moment;
  /** It was not struck off before it was done. */
  readonly stands: boolean;
  readonly done: boolean;
}

export function standOf({ replay }: Examination): Stand {
  const { lives, context } = replay;
  const { statuses, bands } = context.facts.world.program;
  return {
    statuses: statuses.flatMap(({ name, test }) => (test(context) === true ? [name] : [])),
    bands: bands.flatMap(({ name, rows }): Stand["bands"] => {
      const row = rows.find(({ test }) => test(context) === true);
      return row === undefined ? [] : [[name, row.title]];
    }),
    duties: lives.flatMap(({ procedure, owed }) =>
      owed.map(({ duty, opened, done, dropped }): StandingDuty => ({
        procedure: procedure.name,
        duty,
        opened,
        stands: duty.modal !== "must not" && (done !== undefined || dropped === undefined),
        done: done !== undefined,
      })),
    ),
    asked: questionsOf(replay).map(({ procedure, decision }) => ({ procedure, decision })),
  };
}

/** The named parts of a program that are worked out anew. */
export type Parts = Pick<Program, "statuses" | "bands" | "procedures">;

/** The stand before, without what `left` works out and with what was worked out in its place. The same object, if nothing differs. */
export function replaced(before: Stand, left: LeftOut, now: Stand): Stand {
  const statuses = before.statuses.filter((name) => !left.statuses.has(name));
  const bands = before.bands.filter(([name]) => !left.bands.has(name));
  const duties = before.duties.filter(({ procedure }) => !left.procedures.has(procedure));
  const asked = before.asked.filter(({ procedure }) => !left.procedures.has(procedure));
  const same =
    sameLists(statuses, before.statuses, now.statuses, (one, other) => one === other) &&
    sameLists(bands, before.bands, now.bands, (one, other) => one[0] === other[0] && one[1] === other[1]) &&
    sameLists(duties, before.duties, now.duties, sameDuty) &&
    sameLists(asked, before.asked, now.asked, sameAsked);
  if (same) return before;
  return {
    statuses: [...statuses, ...now.statuses],
    bands: [...bands, ...now.bands],
    duties: [...duties, ...now.duties],
    asked: [...asked, ...now.asked],
  };
}

export interface LeftOut {
  readonly statuses: ReadonlySet<string>;
  readonly bands: ReadonlySet<string>;
  readonly procedures: ReadonlySet<string>;
}

export function leftOut({ statuses, bands, procedures }: NamedParts): LeftOut {
  const names = (list: readonly { readonly name: string }[]): ReadonlySet<string> =>
    new Set(list.map(({ name }) => name));
  return { statuses: names(statuses), bands: names(bands), procedures: names(procedures) };
}

type NamedParts = Readonly<Record<keyof Parts, readonly { readonly name: string }[]>>;

/** Whether what was taken out of a list is what is put back. */
function sameLists<T>(
  kept: readonly T[],
  all: readonly T[],
  now: readonly T[],
  same: (one: T, other: T) => boolean,
): boolean {
  if (all.length !== kept.length + now.length) return false;
  const held = new Set(kept);
  const out = held.size === 0 ? all : all.filter((one) => !held.has(one));
  return out.length === now.length && now.every((one, place) => same(one, out[place] as T));
}

function sameAsked(one: AskedDecision, other: AskedDecision): boolean {
  return one.procedure === other.procedure && one.decision === other.decision;
}

/** A duty of another program is the same if it reads the same; its deadline is not looked at. */
function sameDuty(one: StandingDuty, other: StandingDuty): boolean {
  return (
    one.opened === other.opened &&
    one.stands === other.stands &&
    one.done === other.done &&
    one.procedure === other.procedure &&
    one.duty.rule === other.duty.rule &&
    one.duty.modal === other.duty.modal &&
    one.duty.act === other.duty.act &&
    one.duty.object === other.duty.object &&
    one.duty.actors.members.length === other.duty.actors.members.length &&
    one.duty.actors.members.every(({ role }, place) => role === other.duty.actors.members[place]?.role)
  );
}
