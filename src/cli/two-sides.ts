// The two sides that a command line names, by files, dates or readings → compared; with a school's records too where it names them.

import { comparePolicies, comparePopulations } from "../index.ts";
import type { DiffSide, PolicyDiff, PopulationDiff } from "../index.ts";
import type { Arguments } from "./command.ts";
import { checkCovered, openSchool } from "./open-school.ts";
import { commonDay, dayGiven, openSide, sideOn } from "./open-side.ts";
import type { OpenSide } from "./open-side.ts";
import { makeProgress } from "./progress.ts";
import { asOf } from "./read-options.ts";
import { Refusal } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";

export interface Compared {
  readonly diff: PolicyDiff;
  readonly population: PopulationDiff | undefined;
  /** Something of the school's files could not be read, and was shown. */
  readonly faulty: boolean;
}

/** Undefined after the errors that keep a side from running have been shown. */
export async function compareTwo(given: Arguments, terminal: Terminal): Promise<Compared | undefined> {
  checkTwo(given);
  const [operand = "", other = operand] = given.operands;
  const first = await openSide(operand, given.valuesOf("first-reading"), terminal);
  const second = await openSide(other, given.valuesOf("reading"), terminal);
  if (first === undefined || second === undefined) return undefined;
  const sides = sidesOf(given, first, second);
  const progress = makeProgress(terminal, "outcomes");
  const diff = comparePolicies(...sides, progress.at);
  progress.end();
  const population = given.has("data") ? await populationOf(given, first, sides, terminal) : undefined;
  return { diff, population: population?.diff, faulty: population?.faulty === true };
}

/** Something must tell the two sides apart. */
function checkTwo(given: Arguments): void {
  const dates = given.valuesOf("at");
  if (dates.length > 2) throw new Refusal("`--at` can be given twice at most.", "Once for each side.");
  const apart = given.operands.length > 1 || dates.length > 1 || given.has("reading") || given.has("first-reading");
  if (apart) return;
  throw new Refusal(
    "One policy alone cannot be compared.",
    'Name a second one, or two dates (`--at 2024-08-18 --at 2024-08-19`), or another reading (`--reading "question=label"`).',
  );
}

function sidesOf(given: Arguments, first: OpenSide, second: OpenSide): readonly [DiffSide, DiffSide] {
  const [at, then = at] = given.valuesOf("at").map(dayGiven);
  const common = commonDay([first, second]);
  const [one, other] = [first, second].map(({ policy }) => policy.model.name);
  const alike = one === other && given.operands.length > 1;
  const label = (name: string | undefined, side: string): string => (alike ? `${name ?? ""} (${side})` : (name ?? ""));
  return [
    sideOn(first, label(one, given.operands[0] ?? ""), common, at),
    sideOn(second, label(other, given.operands[1] ?? ""), common, then),
  ];
}

interface Population {
  readonly diff: PopulationDiff;
  readonly faulty: boolean;
}

async function populationOf(
  given: Arguments,
  { policy }: OpenSide,
  [first, second]: readonly [DiffSide, DiffSide],
  terminal: Terminal,
): Promise<Population> {
  const moment = asOf(given);
  const reading = await openSchool(given, policy, terminal);
  checkCovered(reading, moment);
  const { school, calendar, faulty } = reading;
  const progress = makeProgress(terminal, "pupils");
  const diff = comparePopulations({ first, second, school, calendar, asOf: moment }, progress.at);
  progress.end();
  return { diff, faulty };
}
