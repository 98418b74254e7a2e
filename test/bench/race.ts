// Several ways to do one thing → how long each takes, measured so that a busy computer is fair to all: they take turns, each round in
// another order, and what counts is computing time of this process, all its threads together; of all rounds the median.

export interface Entrant {
  readonly name: string;
  /** How many things one run does. */
  readonly count: number;
  readonly run: () => unknown;
}

export interface Result {
  readonly name: string;
  /** Nanoseconds of computing for one thing; the median of all rounds. */
  readonly each: number;
}

export interface Race {
  readonly rounds: number;
  /** Each turn computes for at least so many milliseconds. */
  readonly turn: number;
}

export const raceOf = (quick: boolean): Race => (quick ? { rounds: 5, turn: 4 } : { rounds: 15, turn: 20 });

/** Runs that give a promise are waited for. */
export async function race(entrants: readonly Entrant[], { rounds, turn }: Race): Promise<readonly Result[]> {
  const lanes: { entrant: Entrant; runs: number; times: number[] }[] = [];
  for (const entrant of entrants) lanes.push({ entrant, runs: await runsFor(entrant, turn), times: [] });
  for (let round = 0; round < rounds; round++) {
    for (let place = 0; place < lanes.length; place++) {
      const lane = lanes[(place * 7 + round) % lanes.length] as (typeof lanes)[number];
      if (lane.times.length <= round) lane.times.push(await timed(lane.entrant, lane.runs));
    }
    for (const lane of lanes) if (lane.times.length <= round) lane.times.push(await timed(lane.entrant, lane.runs));
  }
  return lanes.map(({ entrant, times }) => ({ name: entrant.name, each: median(times) }));
}

/** How many runs make a turn; found by running, and running on until what is slow only at first is over. */
async function runsFor(entrant: Entrant, turn: number): Promise<number> {
  for (let [runs, warm] = [1, 0]; ; runs *= 2) {
    const took = ((await timed(entrant, runs)) * runs * entrant.count) / 1e6;
    warm += took;
    if (took >= turn && warm >= WARM) return Math.max(1, Math.round((runs * turn) / took));
  }
}

const WARM = 150;

async function timed({ run, count }: Entrant, runs: number): Promise<number> {
  const began = computed();
  for (let left = runs; left > 0; left--) {
    const given = run();
    if (given instanceof Promise) await given;
  }
  return (1e6 * (computed() - began)) / (runs * count);
}

/** Milliseconds that this process has computed. */
export function computed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
