// One pupil's record → its facts at every moment asked, laid out once: whoever tries one policy after another on the same school
// need not read the register again for each. Knows no rule.

import { formatDay } from "../school/day.ts";
import type { Moment } from "../school/moment.ts";
import type { PupilRecord } from "../school/record.ts";
import { compareText } from "../support/compare-text.ts";
import type { Context } from "./context.ts";
import type { Facts } from "./facts.ts";
import { openHorizon, settle } from "./horizon.ts";
import type { Horizon } from "./horizon.ts";
import { makeFacts } from "./ledger.ts";
import { timingOf } from "./world.ts";
import type { World } from "./world.ts";

/** A record, and what was laid out of it so far. Good for all worlds that read facts alike: same calendar, codes and registers. */
export interface Dossier {
  readonly record: PupilRecord;
  readonly facts: Map<Moment, Facts>;
  readonly late: Map<Moment, readonly LateRecord[]>;
}

/** Something that became known only after the moment it speaks of. */
export interface LateRecord {
  readonly what: string;
  readonly known: Moment;
}

export function openDossier(record: PupilRecord): Dossier {
  return { record, facts: new Map(), late: new Map() };
}

/** The facts of a pupil as known at a moment, in the group whose register they keep. */
export function factsOf(world: World, record: PupilRecord, cut: Moment, school: readonly Facts[] = []): Facts {
  const plain = makeFacts(world, record, cut, new Set(), school);
  const groups = groupsOf(plain, cut);
  return groups.size === 0 ? plain : makeFacts(world, record, cut, groups, school);
}

/** The groups that a pupil is in at a moment, by facts that are laid out for nobody's register in particular. */
export function groupsOf(plain: Facts, now: Moment, horizon: Horizon = openHorizon()): ReadonlySet<string> {
  const context: Context = { facts: plain, now, instances: new Map(), horizon };
  const groups = new Set<string>();
  for (const [name, test] of plain.world.program.groups) {
    if (test(context) === true) groups.add(name);
    settle(context);
  }
  return groups;
}

/** As `factsOf`, from what was laid out before. */
export function factsIn(dossier: Dossier, world: World, cut: Moment, school: readonly Facts[] = []): Facts {
  const known = dossier.facts.get(cut) ?? factsOf(world, dossier.record, cut, school);
  dossier.facts.set(cut, known);
  if (known.world === world && known.school === school) return known;
  return { ...known, world, timing: timingOf(world, known.groups), school };
}

/** Records known by `asOf` that became known only after the moment they speak of, in the order in which they became known. */
export function lateRecords(dossier: Dossier, world: World, asOf: Moment): readonly LateRecord[] {
  const known = dossier.late.get(asOf) ?? findLate(dossier.record, world, asOf);
  dossier.late.set(asOf, known);
  return known;
}

function findLate(record: PupilRecord, world: World, asOf: Moment): readonly LateRecord[] {
  return lateIn(record, world).filter(({ known }) => known <= asOf);
}

/** What of some news became known only after the moment it speaks of, in the order in which it became known. */
export function lateIn({ marks, log }: Pick<PupilRecord, "marks" | "log">, world: World): readonly LateRecord[] {
  const late: LateRecord[] = [];
  for (const { day, half, code, known } of marks) {
    if (known === undefined) continue;
    const session = world.calendar.sessionOrdinal(day, half);
    if (session >= 0 && known > timingOf(world, new Set()).closesAt(session))
      late.push({ what: `${formatDay(day)} ${half} became ${code}`, known });
  }
  for (const { id, happened, known } of log) {
    if (known !== undefined && known > happened) late.push({ what: id, known });
  }
  return late.length < 2 ? late : late.toSorted((a, b) => a.known - b.known || compareText(a.what, b.what));
}
