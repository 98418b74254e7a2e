// How long an author waits for the mutation score: edits of a school's policy tried as `rollcall test --mutate` does, beside
// the plain way, in which each edit is compiled anew and the examples are played in turn until one notices.

import type { Mutant } from "../../src/coverage/mutants.ts";
import { openTrial } from "../../src/coverage/trial.ts";
import { isNoticedPlainly } from "../coverage/plain-trial.ts";
import { calendarOf, compileFile } from "../policy-files.ts";

/** One edit in so many is tried: enough to know the time of one. */
const EVERY = 20;

export async function measureEdits(): Promise<readonly string[]> {
  const file = (name: string) => new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url);
  const [england, school] = [compileFile(file("england")), compileFile(file("hall-green"))];
  const calendar = calendarOf(school);
  const trial = openTrial({ compilation: school, parent: england.model, calendar, edits: "all" });
  const numbers = trial.mutants.map((_, index) => index);
  const some = numbers.filter((number) => number % EVERY === 0);
  const idle = (): void => undefined;
  const began = computing();
  const sightings = await trial.helper.watch(
    trial.examples.map((_, index) => index),
    idle,
  );
  const watched = computing();
  await trial.helper.attempt(some, sightings, idle);
  const tried = computing();
  for (const number of some) isNoticedPlainly({ school, parent: england, calendar }, trial.mutants[number] as Mutant);
  const plain = computing();
  const [ours, theirs] = [(tried - watched) / some.length, (plain - tried) / some.length];
  const whole = (watched - began + ours * numbers.length) / 1000;
  return [
    `an edit of hall-green is tried with ${ours.toFixed(1)} ms of computing, the plain way with ${theirs.toFixed(1)} ms: ${(theirs / ours).toFixed(1)} times as long`,
    `all ${numbers.length} edits: about ${whole.toFixed(1)} s in one process, the plain way ${((theirs * numbers.length) / 1000).toFixed(1)} s; test --mutate takes as many processes as there are cores`,
  ];
}

/** Milliseconds that this process has computed: on a busy computer the clock would tell of others' work. */
function computing(): number {
  return process.cpuUsage().user / 1000;
}
