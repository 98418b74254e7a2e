// What two policies make of one school → who newly has what, who no longer does, and what each role has to do otherwise.

import { guardSmall, populationDiff } from "../../src/index.ts";
import type { CohortStand } from "../../src/index.ts";
import { groupsOf } from "./school-groups.ts";
import type { Group } from "./school-groups.ts";
import type { RoleChange, SchoolChange, ThingChange } from "./school-protocol.ts";
import { pupilName } from "./school-view.ts";

export function schoolChange(before: CohortStand, after: CohortStand, took: number): SchoolChange {
  const { asOf, pupils, touched, changes, workload } = populationDiff(before, after);
  const people = new Set(changes.flatMap(({ newly, noLonger }) => [...newly, ...noLonger]));
  const yearOf = new Map(after.school.pupils.map(({ pupil }) => [pupil.id, pupil.year]));
  const groups = groupsOf(after);
  return {
    kind: "change",
    asOf,
    pupils,
    touched,
    things: changes
      .map((change) => ({ ...change, years: byYear(change, yearOf), groups: byGroup(change, groups, pupils) }))
      .toSorted((a, b) => size(b) - size(a)),
    people: after.school.pupils.flatMap(({ pupil }) => (people.has(pupil.id) ? [pupilName(pupil)] : [])),
    workload: workload.map(roleChange).toSorted((a, b) => turned(b) - turned(a) || b.after - a.after),
    took,
    extent: after.extent,
  };
}

type Lists = Pick<ThingChange, "newly" | "noLonger">;

function size({ newly, noLonger }: Lists): number {
  return newly.length + noLonger.length;
}

function byYear({ newly, noLonger }: Lists, yearOf: ReadonlyMap<string, number>): ThingChange["years"] {
  const inYear = (ids: readonly string[], year: number): number => ids.filter((id) => yearOf.get(id) === year).length;
  return [...new Set(yearOf.values())]
    .toSorted((a, b) => a - b)
    .map((year) => ({ year, newly: inYear(newly, year), noLonger: inYear(noLonger, year) }));
}

function byGroup({ newly, noLonger }: Lists, groups: readonly Group[], pupils: number): ThingChange["groups"] {
  return groups.map(({ group, title, members }) => {
    const small = guardSmall(members.size, pupils) === "hidden";
    const inGroup = (ids: readonly string[]) =>
      small ? "hidden" : guardSmall(ids.filter((id) => members.has(id)).length, members.size, ids.length);
    return { group, title, newly: inGroup(newly), noLonger: inGroup(noLonger) };
  });
}

function roleChange({ role, title, weeks }: Omit<RoleChange, "before" | "after">): RoleChange {
  return {
    role,
    title,
    weeks,
    before: weeks.reduce((total, week) => total + week.before, 0),
    after: weeks.reduce((total, week) => total + week.after, 0),
  };
}

/** How much of a role's weeks is otherwise. */
function turned({ weeks }: RoleChange): number {
  return weeks.reduce((total, { before, after }) => total + Math.abs(after - before), 0);
}
