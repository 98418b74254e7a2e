// What an example looked at, and what an edit changes → whether the edit can make the example come out otherwise.
// In doubt it can.

import type { ProgramChange } from "./program-change.ts";
import { seen } from "./watched-program.ts";
import type { Sightings } from "./watched-program.ts";

/** What was seen while one example was played. */
export interface Sighting {
  readonly passed: boolean;
  readonly seen: Sightings;
  /** How many expressions were read. */
  readonly effort: number;
  /** Everything its expectations speak of, by whatever way. */
  readonly names: readonly string[];
}

export function canReach(
  { expressions, gone, records }: ProgramChange,
  places: ReadonlyMap<string, number>,
  sightings: Sightings,
): boolean {
  const sight = (place: string): number | undefined => {
    const id = places.get(place);
    return id === undefined ? undefined : sightings[id];
  };
  const looked = (place: string): boolean => ((sight(place) ?? seen.looked) & seen.looked) !== 0;
  return (
    [...expressions.keys()].some(looked) || records.some(looked) || gone.some((place) => missed(place, places, sight))
  );
}

/**
 * What is gone is missed if it ever did something: a procedure that started, a test that held or could not tell; a permission
 * that was refused.
 */
function missed(
  place: string,
  places: ReadonlyMap<string, number>,
  sight: (place: string) => number | undefined,
): boolean {
  const [table, name] = place.split("/");
  if (table === "procedures" && name !== undefined && isProcedureOrStep(place)) return wasLived(name, places, sight);
  const own = sight(`${place}/test`);
  const mattered = place.includes("/allowedWhen/") ? seen.failed : seen.held;
  if (own !== undefined) return (own & (mattered | seen.unknown)) !== 0;
  return ((sight(place) ?? seen.looked) & seen.looked) !== 0;
}

function isProcedureOrStep(place: string): boolean {
  return /^procedures\/[^/]+(?:\/steps\/[^/]+)?$/.test(place);
}

function wasLived(
  procedure: string,
  places: ReadonlyMap<string, number>,
  sight: (place: string) => number | undefined,
): boolean {
  const starts = sight(`procedures/${procedure}/starts/test`) ?? 0;
  if ((starts & (seen.held | seen.unknown)) !== 0) return true;
  return stepPlaces(places, procedure).some((place) => (sight(place) ?? 0) !== 0);
}

const found = new WeakMap<ReadonlyMap<string, number>, Map<string, readonly string[]>>();

/** The places inside the steps of a procedure; looked for once. */
function stepPlaces(places: ReadonlyMap<string, number>, procedure: string): readonly string[] {
  const known = found.get(places) ?? new Map<string, readonly string[]>();
  found.set(places, known);
  const prefix = `procedures/${procedure}/steps/`;
  const inside = known.get(procedure) ?? [...places.keys()].filter((place) => place.startsWith(prefix));
  known.set(procedure, inside);
  return inside;
}
