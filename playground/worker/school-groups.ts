// The groups of a school's pupils: who has which circumstance on the day looked at.

import { dayOf, sayWords } from "../../src/index.ts";
import type { CohortStand } from "../../src/index.ts";

export interface Group {
  readonly group: string;
  readonly title: string;
  /** Ids of pupils. */
  readonly members: ReadonlySet<string>;
}

/** In the order of their names. */
export function groupsOf({ school, policy, asOf }: CohortStand): readonly Group[] {
  const today = dayOf(asOf);
  const members = new Map<string, Set<string>>();
  for (const { pupil } of school.pupils) {
    for (const { name, from, until } of pupil.flags) {
      if ((from !== undefined && from > today) || (until !== undefined && until < today)) continue;
      const ids = members.get(name) ?? new Set<string>();
      members.set(name, ids.add(pupil.id));
    }
  }
  return [...members]
    .map(([group, ids]) => ({ group, title: policy.model.words.get(group)?.title ?? sayWords(group), members: ids }))
    .toSorted((a, b) => (a.title < b.title ? -1 : 1));
}
