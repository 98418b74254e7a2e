// How long an author waits for the mutation score: edits of a school's policy tried as `rollcall test --mutate` does, beside
// the plain way, in which each edit is compiled anew and the examples are played in turn until one notices.

import type { Mutant } from "../../../src/coverage/mutants.ts";
import { openTrial } from "../../../src/coverage/trial.ts";
import { isNoticedPlainly } from "../../coverage/plain-trial.ts";
import { calendarOf, compileFile } from "../../policy-files.ts";
import { computed } from "../race.ts";
import type { Report } from "../report.ts";

/** One edit in so many is tried: enough to know the time of one. */
const EVERY = 60;

export async function measureEdits(): Promise<Report> {
  const file = (name: string) => new URL(`../../../policies/${name}/${name}.rollcall`, import.meta.url);
  const [england, school] = [compileFile(file("england")), compileFile(file("hall-green"))];
  const calendar = calendarOf(school);
  const trial = openTrial({ compilation: school, parent: england.model, calendar, edits: "all" });
  const numbers = trial.mutants.map((_, index) => index);
  const some = numbers.filter((number) => number % EVERY === 0);
  const idle = (): void => undefined;
  const began = computed();
  const sightings = await trial.helper.watch(
    trial.examples.map((_, index) => index),
    idle,
  );
  const watched = computed();
  await trial.helper.attempt(some, sightings, idle);
  const tried = computed();
  for (const number of some) isNoticedPlainly({ school, parent: england, calendar }, trial.mutants[number] as Mutant);
  const plain = computed();
  const [ours, theirs] = [(tried - watched) / some.length, (plain - tried) / some.length];
  const seconds = (ms: number): string => ((ms * numbers.length) / 1000).toFixed(1);
  return {
    sections: [
      {
        title: `One edit of hall-green, tried as \`rollcall test --mutate\` does`,
        unit: "ms",
        lines: [
          { name: "as it does", each: ours },
          { name: "compiled anew, examples played until one notices", each: theirs },
        ],
        against: "as it does",
        notes: [
          `All ${numbers.length} edits: about ${(Number(seconds(ours)) + (watched - began) / 1000).toFixed(1)} s in one process, the plain way ${seconds(theirs)} s;`,
          "`test --mutate` takes as many processes as there are cores.",
        ],
      },
    ],
    targets: [],
  };
}
