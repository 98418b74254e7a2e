// Pupils by a seed: a byte a session, in the layout of the packed register. About thirty marks a year are not plainly present,
// most of them few pupils' own. A pupil of a number is the same however many there are, so that a million need not be held.

import { makeRandom } from "../../../src/data/random.ts";
import type { Random } from "../../../src/data/random.ts";
import { MISSING, OFF_ROLL } from "../../../src/runtime/world.ts";
import type { Year } from "./year.ts";

/** Of a thousand pupils, and how many school days lie between two things that happen to one of them, on average. */
const KINDS = [
  { share: 360, gap: 40 },
  { share: 380, gap: 20 },
  { share: 190, gap: 11 },
  { share: 60, gap: 5 },
  { share: 10, gap: 2 },
] as const;

/** What happens: how likely in a thousand, for how many days at least and at most, and what the marks of a day then are. */
const EVENTS: readonly {
  share: number;
  days: readonly [number, number];
  marks: readonly (readonly [string, string])[];
}[] = [
  { share: 290, days: [1, 4], marks: [["I", "I"]] },
  { share: 30, days: [5, 12], marks: [["I", "I"]] },
  {
    share: 240,
    days: [1, 1],
    marks: [
      ["L", "\\"],
      ["/", "L"],
      ["U", "\\"],
    ],
  },
  {
    share: 90,
    days: [1, 1],
    marks: [
      ["M", "\\"],
      ["/", "M"],
    ],
  },
  {
    share: 120,
    days: [1, 2],
    marks: [
      ["O", "O"],
      ["/", "O"],
      ["N", "N"],
      ["O", "\\"],
    ],
  },
  {
    share: 30,
    days: [3, 10],
    marks: [
      ["O", "O"],
      ["O", "\\"],
    ],
  },
  { share: 40, days: [4, 10], marks: [["G", "G"]] },
  {
    share: 70,
    days: [1, 3],
    marks: [
      ["V", "V"],
      ["B", "B"],
      ["P", "P"],
      ["/", "P"],
      ["W", "W"],
      ["K", "K"],
    ],
  },
  {
    share: 40,
    days: [1, 2],
    marks: [
      ["C", "C"],
      ["R", "R"],
      ["T", "T"],
      ["E", "E"],
      ["J", "\\"],
      ["S", "S"],
    ],
  },
  {
    share: 35,
    days: [1, 2],
    marks: [
      ["Y", "Y"],
      ["/", "Y"],
    ],
  },
  {
    share: 15,
    days: [1, 5],
    marks: [
      ["D", "D"],
      ["X", "X"],
      ["Q", "Q"],
      ["Z", "Z"],
      ["#", "#"],
      ["D", "\\"],
    ],
  },
];

/** Fills the pupil's slots, beginning at `offset`. */
export type DrawPupil = (pupil: number, bytes: Uint8Array, offset: number) => void;

export function pupilsOf(year: Year, seed: number): DrawPupil {
  const shares = KINDS.map(({ share }) => share);
  const likely = EVENTS.map(({ share }) => share);
  const events = EVENTS.map(({ days, marks }) => ({
    days,
    marks: marks.map(
      ([morning, afternoon]) => [year.versions.get(morning) as number, year.versions.get(afternoon) as number] as const,
    ),
  }));
  const [am, pm] = year.plain;
  return (pupil, bytes, offset) => {
    for (let slot = 0; slot < year.slots; slot += 2) {
      bytes[offset + slot] = am;
      bytes[offset + slot + 1] = pm;
    }
    const random = makeRandom(seed, pupil);
    const { gap } = KINDS[random.weighted(shares)] as (typeof KINDS)[number];
    for (let day = random.below(2 * gap); day < year.days; day += 1 + random.below(2 * gap)) {
      const { days, marks } = events[random.weighted(likely)] as (typeof events)[number];
      const [morning, afternoon] = pick(random, marks);
      const until = Math.min(year.days, day + random.between(days[0], days[1]));
      for (; day < until; day++) {
        bytes[offset + 2 * day] = morning;
        bytes[offset + 2 * day + 1] = afternoon;
      }
    }
  };
}

function pick<Value>(random: Random, values: readonly Value[]): Value {
  return values[random.below(values.length)] as Value;
}

/** Marks such as no school has: any code or none anywhere, off roll for a while. What is right here is right everywhere. */
export function hostilePupilsOf(year: Year, seed: number): DrawPupil {
  return (pupil, bytes, offset) => {
    const random = makeRandom(seed, 1, pupil);
    const any = [...year.versions.values(), MISSING, MISSING];
    const few = random.below(3) === 0 ? any : [...year.plain, pick(random, any), pick(random, any)];
    for (let slot = 0; slot < year.slots; slot++) bytes[offset + slot] = pick(random, few);
    const joined = random.below(3) === 0 ? random.below(year.days) : 0;
    bytes.fill(OFF_ROLL, offset, offset + 2 * joined);
  };
}

/** So many pupils one after another, `stride` bytes each. */
export function drawAll(draw: DrawPupil, pupils: number, stride: number, first = 0): Uint8Array {
  const bytes = new Uint8Array(pupils * stride);
  for (let pupil = 0; pupil < pupils; pupil++) draw(first + pupil, bytes, pupil * stride);
  return bytes;
}
