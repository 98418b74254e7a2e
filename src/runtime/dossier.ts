// One pupil's record → its facts at every moment asked, laid out once: whoever tries one policy after another on the same school
// need not read the register again for each. Knows no rule.

import { formatDay } from "../school/day.ts";
import type { Moment } from "../school/moment.ts";
import type { PupilRecord } from "../school/record.ts";
import type { Facts } from "./facts.ts";
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
  const groups = new Set<string>();
  for (const [name, test] of world.program.groups)
    if (test({ facts: plain, now: cut, instances: new Map() }) === true) groups.add(name);
  return groups.size === 0 ? plain : makeFacts(world, record, cut, groups, school);
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
  const timing = timingOf(world, new Set());
  const late: LateRecord[] = [];
  for (const mark of record.marks) {
    if (mark.known === undefined || mark.known > asOf) continue;
    const session = world.calendar.sessionOrdinal(mark.day, mark.half);
    if (session >= 0 && mark.known > timing.closesAt(session))
      late.push({ what: `${formatDay(mark.day)} ${mark.half} became ${mark.code}`, known: mark.known });
  }
  for (const entry of record.log) {
    if (entry.known !== undefined && entry.known > entry.happened && entry.known <= asOf)
      late.push({ what: entry.id, known: entry.known });
  }
  return late.toSorted((a, b) => a.known - b.known || (a.what < b.what ? -1 : 1));
}
