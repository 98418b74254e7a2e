// Sets that are counted by day → which of them need no counting of their own: what is possible is what is attended and what is absent,
// so that a sum of two counts stands where a third would read every mark once more.

import type { Building, Countable } from "./building.ts";

type Counted = Countable & { readonly afternoon: boolean };

/** By the name of each counted set those whose counts add up to it: itself, or several that share no code. */
export function countedParts({ plan, counted }: Building): ReadonlyMap<string, readonly string[]> {
  const sets = [...counted.values()].map((each) => ({ ...each, versions: versionsOf(each, plan.world.members) }));
  const parts = new Map<string, readonly string[]>();
  // What is smaller comes first, so that it is known what a part is made of itself.
  for (const whole of sets.toSorted((one, other) => one.versions.size - other.versions.size)) {
    const within = sets.filter((part) => isPart(part, whole));
    // A set of no code at all is counted like any other.
    const cover = whole.versions.size === 0 ? undefined : coverOf(whole.versions, within);
    parts.set(whole.name, cover?.flatMap(({ name }) => parts.get(name) ?? [name]) ?? [whole.name]);
  }
  return parts;
}

interface Sized extends Counted {
  readonly versions: ReadonlySet<number>;
}

/** Missing marks are counted apart, by whoever knows the sessions there are. */
function versionsOf({ sets }: Counted, members: readonly Uint8Array[]): ReadonlySet<number> {
  const versions = new Set<number>();
  for (const set of sets) members[set]?.forEach((held, version) => held === 1 && version > 0 && versions.add(version));
  return versions;
}

/** Some of its codes and not all; where afternoons are wanted apart, the part has them apart too. */
function isPart(part: Sized, whole: Sized): boolean {
  return (
    part.versions.size > 0 &&
    part.versions.size < whole.versions.size &&
    (part.afternoon || !whole.afternoon) &&
    isWithin(part.versions, whole.versions)
  );
}

function isWithin(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return [...one].every((version) => other.has(version));
}

/** Sets that share nothing and are the whole together. */
function coverOf(left: ReadonlySet<number>, from: readonly Sized[]): readonly Sized[] | undefined {
  const [first] = left;
  if (first === undefined) return [];
  for (const part of from) {
    if (!part.versions.has(first) || !isWithin(part.versions, left)) continue;
    const rest = coverOf(new Set([...left].filter((version) => !part.versions.has(version))), from);
    if (rest !== undefined) return [part, ...rest];
  }
  return undefined;
}
