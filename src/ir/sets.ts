// The session sets a policy counts, each kept once and known by its number from then on.

import type { SessionSet } from "../runtime/program.ts";

export interface Sets {
  readonly list: SessionSet[];
  readonly indexOf: (set: SessionSet) => number;
}

export function makeSets(): Sets {
  const list: SessionSet[] = [];
  const places = new Map<string, number>();
  return {
    list,
    indexOf: ({ category, codes }) => {
      const key = `${category}:${codes.toSorted().join(",")}`;
      const known = places.get(key);
      if (known !== undefined) return known;
      list.push({ category, codes: [...codes] });
      places.set(key, list.length - 1);
      return list.length - 1;
    },
  };
}
