// A few numbers → chance that is theirs alone: near numbers do not begin alike.

import { makeChance } from "../../random-record.ts";
import type { Chance } from "../../random-record.ts";

export function chanceOf(...numbers: readonly number[]): Chance {
  let seed = 2_166_136_261;
  for (const number of numbers) {
    seed = Math.imul(seed ^ number, 16_777_619);
    seed = Math.imul(seed ^ (seed >>> 15), 2_246_822_519);
    seed ^= seed >>> 13;
  }
  const chance = makeChance(seed >>> 0);
  for (let warm = 0; warm < 8; warm++) chance(2);
  return chance;
}
