// The session sets a policy counts, each kept once and known by its number from then on.

import type { SessionSet } from "../runtime/program.ts";

export interface Sets {
  readonly list: SessionSet[];
  readonly indexOf: (set: SessionSet) => number;
}

/** Those that are known already keep their numbers. */
export function makeSets(known: readonly SessionSet[] = []): Sets {
  const list = [...known];
  const places = new Map(list.map((set, place) => [keyOf(set), place]));
  return {
    list,
    indexOf: ({ category, codes }) => {
      const key = keyOf({ category, codes });
      const place = places.get(key);
      if (place !== undefined) return place;
      list.push({ category, codes: [...codes] });
      places.set(key, list.length - 1);
      return list.length - 1;
    },
  };
}

function keyOf({ category, codes }: SessionSet): string {
  return `${category}:${codes.toSorted().join(",")}`;
}
