// One policy, its edits and its examples: who notices which edit. The work can be shared out among helpers who each hold the
// same policy; this says who does what, and puts together what they answer.

import type { Compilation } from "../compile.ts";
import type * as Model from "../checker/model.ts";
import type { Calendar } from "../school/calendar.ts";
import { decidingPolicy } from "./deciding-policy.ts";
import { editsOf } from "./edits.ts";
import { openLaboratory } from "./laboratory.ts";
import type { Notice } from "./laboratory.ts";
import { mutantsOf } from "./mutants.ts";
import type { Mutant } from "./mutants.ts";
import type { Sighting } from "./reach.ts";

/** `cited`: the rules that cite a clause, removed, moved and read otherwise. `all`: every small edit of every rule. */
export type Edits = "cited" | "all";

export interface TrialQuestion {
  /** Of a sound policy; one that is not has nothing to try. */
  readonly compilation: Compilation;
  readonly parent: Model.Model | undefined;
  readonly calendar: Calendar;
  readonly edits: Edits;
  /** Only rules that cite this clause. */
  readonly only?: string | undefined;
}

/** Whoever holds the policy and can play its examples: this process, or another. */
export interface Helper {
  readonly watch: (examples: readonly number[], told: (done: number) => void) => Promise<readonly Sighting[]>;
  readonly attempt: (
    mutants: readonly number[],
    sightings: readonly Sighting[],
    told: (done: number) => void,
  ) => Promise<readonly Notice[]>;
}

export interface Trial {
  readonly mutants: readonly Mutant[];
  readonly examples: Compilation["examples"];
  /** Does the work here. */
  readonly helper: Helper;
}

export interface Proof {
  readonly mutant: Mutant;
  readonly notice: Notice;
}

export interface Verdict {
  /** In the order of the file. */
  readonly proofs: readonly Proof[];
  /** Examples that fail on the policy as it stands: they can prove nothing. */
  readonly failing: readonly string[];
}

export function openTrial({ compilation, parent, calendar, edits, only }: TrialQuestion): Trial {
  const { model, ready, examples } = compilation;
  const ast = compilation.ast && decidingPolicy(compilation.ast);
  if (ast === undefined || model === undefined || ready === undefined)
    return { mutants: [], examples: [], helper: idle };
  const mutants = distinct(edits === "all" ? editsOf(ast) : mutantsOf(ast)).filter(
    (mutant) => only === undefined || mutant.clauses.includes(only),
  );
  const laboratory = openLaboratory({ policy: { ...ready, model }, ast, examples, parent, calendar });
  const helper: Helper = {
    watch: (numbers, told) => Promise.resolve(laboratory.watch(numbers, told)),
    attempt: (numbers, sightings, told) =>
      Promise.resolve(
        laboratory.attempt(
          numbers.map((number) => mutants[number] as Mutant),
          sightings,
          told,
        ),
      ),
  };
  return { mutants, examples, helper };
}

const idle: Helper = { watch: () => Promise.resolve([]), attempt: () => Promise.resolve([]) };

/** Shares the work out. `told` hears how much of it is done: each example once, then each edit. */
export async function tryAll(
  { mutants, examples }: Trial,
  helpers: readonly Helper[],
  told: (done: number, all: number) => void = () => undefined,
): Promise<Verdict> {
  const all = examples.length + mutants.length;
  const progress = helpers.map(() => 0);
  const tell = (helper: number, base: number) => (done: number) => {
    progress[helper] = done;
    told(base + progress.reduce((sum, each) => sum + each, 0), all);
  };
  const sightings: Sighting[] = [];
  await inShares(examples.length, helpers, async (numbers, helper, index) => {
    const seen = await helper.watch(numbers, tell(index, 0));
    numbers.forEach((number, place) => (sightings[number] = seen[place] as Sighting));
  });
  const notices: Notice[] = [];
  progress.fill(0);
  await inShares(mutants.length, helpers, async (numbers, helper, index) => {
    const found = await helper.attempt(numbers, sightings, tell(index, examples.length));
    numbers.forEach((number, place) => (notices[number] = found[place] as Notice));
  });
  return {
    proofs: mutants.map((mutant, index) => ({ mutant, notice: notices[index] as Notice })),
    failing: examples.filter((_, index) => sightings[index]?.passed === false).map(({ title }) => title),
  };
}

/** Neighbours stay together, as one example often notices the edits of one rule; the shares are dealt out in turn. */
const TOGETHER = 16;

async function inShares(
  count: number,
  helpers: readonly Helper[],
  work: (numbers: readonly number[], helper: Helper, index: number) => Promise<void>,
): Promise<void> {
  const shares = helpers.map((_, helper) =>
    Array.from({ length: count }, (__, number) => number).filter(
      (number) => Math.floor(number / TOGETHER) % helpers.length === helper,
    ),
  );
  await Promise.all(helpers.map((helper, index) => work(shares[index] as readonly number[], helper, index)));
}

/** The same edit found twice, such as one reading that several of its rules cite, is tried once, for all their clauses. */
function distinct(mutants: readonly Mutant[]): readonly Mutant[] {
  const groups = Map.groupBy(mutants, (mutant) =>
    mutant.kind === "read" ? JSON.stringify([...mutant.choose]) : JSON.stringify([mutant.path, mutant.says]),
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ ...first, clauses: [...new Set([first, ...others].flatMap(({ clauses }) => clauses))] }],
  );
}
