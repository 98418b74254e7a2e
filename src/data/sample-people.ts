// Chance → the families of the sample school: pupils with siblings, parents with dated links, circumstances, times on roll.
// Everybody is invented. Knows no mark: how prone somebody is to absence is drawn here and used elsewhere.

import type { Calendar } from "../school/calendar.ts";
import { dayFromParts, isLeapYear, partsOfDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import type { Flag, ParentLink, Pupil } from "../school/record.ts";
import { fieldsOf } from "./fields.ts";
import { makeRandom } from "./random.ts";
import type { Random } from "./random.ts";
import { circumstances, lateness, phaseRates, proneness, withoutCircumstance } from "./sample-rates.ts";
import type { Phase } from "./sample-rates.ts";

export interface PeopleSetting {
  readonly seed: number;
  readonly pupils: number;
  readonly phase: Phase;
  readonly calendar: Calendar;
  /** The first and last day of the register that is to be made up. */
  readonly from: Day;
  readonly to: Day;
}

/** A pupil and what chance has made of them: how often they do what an ordinary pupil does a hundred times. */
export interface SamplePupil {
  readonly pupil: Pupil;
  readonly number: number;
  readonly family: number;
  readonly illness: number;
  readonly unexplained: number;
  readonly late: number;
}

type Names = [string, ...string[]];

const NAMES =
  "Aaliyah Adam Aisha Alba Alfie Amara Amina Arlo Asha Ava Bea Ben Caleb Callum Chidi Chloe Daisy Daniel Dara Dev Eden Elif Eliza Emre Esme Ethan Faith Farah Finn Freya Grace Hana Harper Hugo Ibrahim Idris Imogen Isla Ivy Jakub Jamal Jude Kai Kamal Kezia Lena Leo Lily Luca Maja Marcus Maya Mei Milo Musa Nadia Nia Noah Nour Olive Omar Oscar Otto Priya Rafi Reuben Rosa Ruby Safa Sami Sana Sofia Tariq Theo Tilly Uma Willow Yara Yusuf Zain Zara Zofia".split(
    " ",
  ) as Names;
const PARENT_NAMES =
  "Abi Alex Amir Anna Bilal Carla Chris Dana Dee Ewa Fatima Gareth Helen Ines Jo Karim Kate Lee Lucy Mark Mina Nasreen Nick Olu Pat Rana Ravi Rob Sally Sam Sara Steve Tanya Tom Vic Wei".split(
    " ",
  ) as Names;
const CLASS_SIZE = 30;

/** As many pupils as asked for, family by family; the number of pupils changes nobody but the last family. */
export function* samplePeople(setting: PeopleSetting): Iterable<SamplePupil> {
  let number = 0;
  let people = 0;
  for (let family = 0; number < setting.pupils; family++) {
    const random = makeRandom(setting.seed, 1, family);
    const parents = drawParents(random, people, setting);
    const children = Math.min(1 + random.weighted([58, 32, 10]), setting.pupils - number);
    people += parents.length;
    for (let child = 0; child < children; child++) yield drawPupil(setting, number++, family, parents);
  }
}

function drawParents(random: Random, people: number, { from, to }: PeopleSetting): readonly ParentLink[] {
  const link = (index: number, rest: Partial<ParentLink>): ParentLink => ({
    person: `A${String(people + index + 1).padStart(4, "0")}`,
    name: random.pick(PARENT_NAMES),
    responsibility: true,
    livesWith: true,
    cares: true,
    ...rest,
  });
  const parents = [link(0, {})];
  if (random.chance(220_000)) return parents;
  const apart = random.chance(200_000);
  parents.push(
    link(1, { responsibility: random.chance(950_000), livesWith: !apart, cares: !apart || random.chance(500_000) }),
  );
  // somebody who came to live with the family lately, and has no parental responsibility
  if (apart && random.chance(150_000)) parents.push(link(2, { responsibility: false, from: random.between(from, to) }));
  return parents;
}

function drawPupil(
  setting: PeopleSetting,
  number: number,
  family: number,
  parents: readonly ParentLink[],
): SamplePupil {
  const { seed, phase, calendar, to } = setting;
  const random = makeRandom(seed, 2, number);
  const { firstYear, lastYear } = phaseRates[phase];
  const span = lastYear - firstYear + 1;
  const year = firstYear + (number % span);
  const letter = String.fromCharCode(65 + (Math.floor(number / span / CLASS_SIZE) % 26));
  const thisYear = partsOfDay(calendar.period("school-year", to)?.from ?? to).year;
  const birthday = dayFromParts(thisYear - 5 - year, 9, 1);
  const flags = drawFlags(random);
  const kind = proneness[random.weighted(proneness.map(({ share }) => share))] ?? proneness[0];
  const times = flags.reduce((product, { times: each }) => Math.trunc((product * each) / 100), withoutCircumstance);
  return {
    pupil: {
      id: `P${String(number + 1).padStart(4, "0")}`,
      name: random.pick(NAMES),
      year,
      class: `${year === 0 ? "R" : year}${letter}`,
      born: birthday + random.below(isLeapYear(thisYear - 4 - year) ? 366 : 365),
      onRoll: drawOnRoll(random, setting, dayFromParts(thisYear - year + firstYear, 9, 1)),
      flags: flags.map(({ flag }) => flag),
      parents,
      attributes: fieldsOf([]),
    },
    number,
    family,
    illness: Math.trunc(((kind?.illness ?? 100) * times) / 100),
    unexplained: Math.trunc(((kind?.unexplained ?? 100) * times) / 100),
    late: lateness[random.weighted(lateness.map(({ share }) => share))]?.times ?? 100,
  };
}

function drawFlags(random: Random): readonly { readonly flag: Flag; readonly times: number }[] {
  return circumstances
    .filter(({ share }) => random.chance(share * 1000))
    .map(({ name, times }) => ({ flag: { name }, times }));
}

/** Most are there from the first September of the school; a few join, leave, or leave and come back. */
function drawOnRoll(random: Random, { from, to, calendar }: PeopleSetting, entry: Day): Pupil["onRoll"] {
  const middle = (): Day => {
    const first = calendar.schoolDayIndex(from - 1) + 1;
    const last = Math.max(first, calendar.schoolDayIndex(to));
    return calendar.schoolDays[random.between(first, last)] ?? from;
  };
  switch (random.weighted([945, 30, 20, 5])) {
    case 1:
      return [{ from: middle() }];
    case 2:
      return [{ from: entry, to: Math.max(entry, middle()) }];
    case 3: {
      const [left, back] = [middle(), middle()].toSorted((a, b) => a - b) as [Day, Day];
      return back - left < 20 || left < entry ? [{ from: entry }] : [{ from: entry, to: left }, { from: back }];
    }
    default:
      return [{ from: entry }];
  }
}
