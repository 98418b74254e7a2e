// What a school has under a policy → what the page draws and lists of it.

import {
  attendanceLimits,
  guardSmall,
  makeWorld,
  nameOf,
  openCase,
  populationDiff,
  sayWords,
} from "../../src/index.ts";
import type { CohortStand, Guarded } from "../../src/index.ts";
import { groupsOf } from "./school-groups.ts";
import type {
  GroupCount,
  PupilLine,
  PupilName,
  RoleWork,
  SchoolLimit,
  SchoolView,
  YearCount,
} from "./school-protocol.ts";

type Stand = CohortStand["pupils"][number];

export function schoolView(stand: CohortStand, took: number): SchoolView {
  const { school, asOf, policy } = stand;
  const statuses = namesIn(stand.pupils).map((name) => ({
    name,
    title: policy.model.statuses.get(name)?.title ?? sayWords(name),
  }));
  const bands = policy.program.bands.map(({ name, title, rows }) => ({
    name,
    title,
    rows: rows.map((row) => row.title),
  }));
  const placeOf = new Map(statuses.map(({ name }, place) => [name, place]));
  const pupils = school.pupils.map(({ pupil }, place): PupilLine => {
    const own = stand.pupils[place] as Stand;
    const standsIn = new Map(own.bands);
    return {
      ...pupilName(pupil),
      ...(stand.attendance[place] ?? { attended: 0, possible: 0 }),
      statuses: own.statuses.map((name) => placeOf.get(name) ?? -1).toSorted((a, b) => a - b),
      bands: bands.map(({ name, rows }) => rows.indexOf(standsIn.get(name) ?? "")),
      owed: own.duties.filter(({ stands, done, duty }) => stands && !done && isAsked(duty.modal)).length,
    };
  });
  return {
    kind: "school",
    name: school.name,
    asOf,
    pupils,
    statuses,
    bands,
    limits: limitsOf(stand),
    workload: workOf(stand),
    years: yearsOf(pupils, statuses.length),
    groups: groupCounts(stand, pupils, statuses.length),
    took,
  };
}

export function pupilName(pupil: CohortStand["school"]["pupils"][number]["pupil"]): PupilName {
  return { ...nameOf(pupil), year: pupil.year };
}

function isAsked(modal: string): boolean {
  return modal === "must" || modal === "should";
}

/** What holds of most comes first; what holds of everybody tells nobody apart, and comes last. */
function namesIn(pupils: readonly Stand[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { statuses } of pupils) for (const name of statuses) counts.set(name, (counts.get(name) ?? 0) + 1);
  const rank = (count: number): number => (count === pupils.length ? 0 : count);
  return [...counts].toSorted(([, a], [, b]) => rank(b) - rank(a)).map(([name]) => name);
}

/** The same for everybody, so that any pupil will do to read them from. */
function limitsOf({ school, policy, calendar, asOf }: CohortStand): readonly SchoolLimit[] {
  const [record] = school.pupils;
  if (record === undefined) return [];
  const opened = openCase(policy, makeWorld(policy.program, calendar), record, asOf);
  return attendanceLimits(opened).map(({ says, title, share: { n, d } }) => ({ says, title, n, d }));
}

function workOf(stand: CohortStand): readonly RoleWork[] {
  return populationDiff(stand, stand).workload.map(({ role, title, weeks }) => ({
    role,
    title,
    weeks: weeks.map(({ monday, after }) => ({ monday, count: after })),
  }));
}

function yearsOf(pupils: readonly PupilLine[], statuses: number): readonly YearCount[] {
  return [...Map.groupBy(pupils, ({ year }) => year)]
    .toSorted(([a], [b]) => a - b)
    .map(([year, members]) => ({
      year,
      pupils: members.length,
      ...sums(members),
      statuses: holders(members, statuses),
    }));
}

function groupCounts(stand: CohortStand, pupils: readonly PupilLine[], statuses: number): readonly GroupCount[] {
  const everyone = holders(pupils, statuses);
  return groupsOf(stand).map(({ group, title, members }): GroupCount => {
    const mine = pupils.filter(({ id }) => members.has(id));
    const size = guardSmall(mine.length, pupils.length);
    return {
      group,
      title,
      pupils: size,
      attendance: size === "hidden" ? undefined : sums(mine),
      statuses: holders(mine, statuses).map((count, place): Guarded =>
        size === "hidden" ? "hidden" : guardSmall(count, mine.length, everyone[place] ?? 0),
      ),
    };
  });
}

function sums(pupils: readonly PupilLine[]): { readonly attended: number; readonly possible: number } {
  return {
    attended: pupils.reduce((total, { attended }) => total + attended, 0),
    possible: pupils.reduce((total, { possible }) => total + possible, 0),
  };
}

/** How many pupils each status holds of. */
function holders(pupils: readonly PupilLine[], statuses: number): readonly number[] {
  const counts = Array.from({ length: statuses }, () => 0);
  for (const pupil of pupils) for (const place of pupil.statuses) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}
