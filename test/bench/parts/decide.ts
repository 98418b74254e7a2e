// The whole decision for a pupil and a year: the forms a policy is compiled to, beside forms written by hand as hard as we could, on
// the same pupils in one run. Nothing is timed whose every answer was not found equal first.

import { makeDecideAll } from "../../backends/typescript/make-decide-all.ts";
import { evaluatePupil } from "../../../src/runtime/evaluate.ts";
import type { PupilRecord } from "../../../src/school/record.ts";
import { lastInstant } from "../../../src/school/moment.ts";
import { expectSame, FIELDS, WIDTH } from "../decision/answers.ts";
import type { Decision } from "../decision/decision.ts";
import { openDecision } from "../decision/decision.ts";
import { decideBranchFree, decideBytes, decidePairs, pairTable, readBytes } from "../decision/hand/bytes.ts";
import { decideBlocks, decideGathered, decideStoredExceptions, exceptionsOf } from "../decision/hand/exceptions.ts";
import { decideNaively, registerMarks } from "../decision/hand/naive.ts";
import type { Answer } from "../decision/hand/naive.ts";
import { decideIdiomatically, decideTuned, knownMarks } from "../decision/hand/objects.ts";
import { decideString, kindsOfCharacters, markString } from "../decision/hand/string.ts";
import { interpret, recordOf } from "../decision/interpreted.ts";
import { answersOfPacked, packed } from "../decision/packed.ts";
import { drawAll, hostilePupilsOf, pupilsOf } from "../decision/pupils.ts";
import type { DrawPupil } from "../decision/pupils.ts";
import { race, raceOf } from "../race.ts";
import type { Entrant } from "../race.ts";
import { atLeast, atMost, eachOf, fastest } from "../report.ts";
import type { Report } from "../report.ts";

/** Two sessions on each of so many school days, and no byte between pupils: the layout of the packed register. */
const STRIDE = 380;
const SEED = 1;
/** So many pupils are decided by what takes long. */
const FEW = 100;

/** Some way to decide, and its answers in the form of `answers.ts`. */
interface Form extends Entrant {
  readonly answers: () => Int32Array;
}

export async function measureDeciding(pupils: number, quick: boolean): Promise<Report> {
  const decision = openDecision();
  checkForms(decision, hostilePupilsOf(decision.year, SEED), 300);
  const forms = checkForms(decision, pupilsOf(decision.year, SEED), pupils);
  const results = await race(forms, raceOf(quick));
  const best = fastest(results, SAME_LAYOUT);
  const packedEach = eachOf(results, PACKED);
  return {
    sections: [
      {
        title: `The whole decision: ${pupils.toLocaleString("en-GB")} pupils, one school year of 380 marks each`,
        unit: "ns a pupil",
        lines: results,
        against: best.name,
        notes: NOTES,
      },
    ],
    targets: [
      atMost(
        `packed batch form, against the best hand-written form of its layout (${best.name})`,
        1.3,
        packedEach / best.each,
      ),
      atLeast("the naive form, against the packed batch form", 50, eachOf(results, NAIVE) / packedEach),
    ],
  };
}

const PACKED = "**packed batch form of the policy**";
const NAIVE = "naive, arrays of mark objects";
/** By hand, over the very bytes that the packed form reads. */
const SAME_LAYOUT = [
  "bytes, one look-up a mark",
  "bytes, a day at once",
  "bytes, branch-free",
  "bytes, plain blocks of two days skipped",
  "bytes, exceptional days gathered first",
];

const NOTES = [
  "Each gives sixteen figures a pupil: attendance, absences, lates, the longest run and the one still going on, a band, three",
  "statuses, the day of a penalty notice and of three letters. One figure of the decision as it was first written down cannot be",
  "said in the language, and nobody computes it: the most unauthorised sessions in any ten school weeks. The language tests such",
  "a threshold at the end of a school day, so the penalty notice has a day and not a session.",
];

/** The forms on these pupils, each found to say what the interpreter says of the first of them, and of all what the others say. */
export function checkForms(decision: Decision, draw: DrawPupil, pupils: number): readonly Form[] {
  const bytes = drawAll(draw, pupils, STRIDE);
  const forms = [
    packedForm(decision, bytes, pupils),
    ...handForms(decision, bytes, pupils),
    ...runningForms(decision, bytes, Math.min(pupils, FEW)),
  ];
  const few = Math.min(pupils, 2 * FEW);
  const wanted = interpret(decision, bytes, few, STRIDE);
  let all: Int32Array | undefined;
  for (const { name, count, answers } of forms) {
    const found = answers();
    if (found.length === 0) continue;
    const shared = Math.min(found.length, wanted.length);
    expectSame(name, found.subarray(0, shared), wanted.subarray(0, shared));
    if (count < pupils) continue;
    all ??= found.slice();
    expectSame(name, found, all);
  }
  return forms;
}

function handForms({ year }: Decision, bytes: Uint8Array, pupils: number): readonly Form[] {
  const [pairs, words] = [new Uint16Array(bytes.buffer), new Uint32Array(bytes.buffer)];
  const each = <T>(make: (offset: number) => T): readonly T[] =>
    Array.from({ length: pupils }, (_, pupil) => make(pupil * STRIDE));
  const registers = each((offset) => registerMarks(year, bytes, offset));
  const known = each((offset) => knownMarks(year, bytes, offset));
  const strings = each((offset) => markString(year, bytes, offset));
  const [table, characters] = [pairTable(year), kindsOfCharacters(year)];
  const exceptions = exceptionsOf(year, pairs, pupils, STRIDE);
  const inObjects = (name: string, decide: (pupil: number) => Answer): Form => {
    let sum = 0;
    const run = (): void => {
      for (let pupil = 0; pupil < pupils; pupil++) sum += decide(pupil).attended;
      if (sum < 0) throw new Error("nobody can attend fewer sessions than none");
    };
    return { name, count: pupils, run, answers: () => rowsOf(pupils, decide) };
  };
  const inArray = (name: string, run: (out: Int32Array) => void): Form => {
    const out = new Int32Array(pupils * WIDTH);
    return {
      name,
      count: pupils,
      run: () => run(out),
      answers: () => {
        out.fill(-7);
        run(out);
        return out;
      },
    };
  };
  const sums = new Int32Array(pupils);
  const reading = (name: string): Form => ({
    name,
    count: pupils,
    run: () => readBytes(bytes, pupils, STRIDE, sums),
    answers: () => new Int32Array(0),
  });
  return [
    inObjects(NAIVE, (pupil) => decideNaively(year, registers[pupil] ?? [])),
    inObjects("idiomatic over objects", (pupil) => decideIdiomatically(year, known[pupil] ?? [])),
    inArray("tuned over objects", (out) => known.forEach((marks, pupil) => decideTuned(year, marks, out, pupil))),
    inArray("one string of marks", (out) =>
      strings.forEach((marks, pupil) => decideString(year, characters, marks, out, pupil)),
    ),
    inArray("bytes, one look-up a mark", (out) => decideBytes(year, bytes, pupils, STRIDE, out)),
    inArray("bytes, a day at once", (out) => decidePairs(year, table, pairs, pupils, STRIDE, out)),
    inArray("bytes, branch-free", (out) => decideBranchFree(year, table, pairs, pupils, STRIDE, out)),
    inArray("bytes, plain blocks of two days skipped", (out) =>
      decideBlocks(year, table, words, pairs, pupils, STRIDE, out),
    ),
    inArray("bytes, exceptional days gathered first", (out) => decideGathered(year, table, pairs, pupils, STRIDE, out)),
    inArray("only exceptions stored", (out) => decideStoredExceptions(year, table, exceptions, out)),
    reading("every byte read, nothing decided"),
  ];
}

function rowsOf(pupils: number, decide: (pupil: number) => Answer): Int32Array {
  const out = new Int32Array(pupils * WIDTH);
  for (let pupil = 0; pupil < pupils; pupil++) {
    const answer = decide(pupil);
    FIELDS.forEach((field, index) => (out[pupil * WIDTH + index] = answer[field]));
  }
  return out;
}

/** What the policy compiles to for whole schools, on the same bytes. */
function packedForm(decision: Decision, bytes: Uint8Array, pupils: number): Form {
  const { ir, year, asOf } = decision;
  const { decideAll, beyond, replayed } = makeDecideAll(ir);
  if (beyond.length > 0 || replayed.length > 0) throw new Error("the batch form does not decide all of the policy");
  const register = packed(decision, bytes, pupils, STRIDE);
  const outcome = decideAll(register, asOf);
  return {
    name: PACKED,
    count: pupils,
    run: () => decideAll(register, asOf, outcome),
    answers: () => answersOfPacked(year, decideAll(register, asOf)),
  };
}

/** The engine, on records as a school's files give them. */
function runningForms(decision: Decision, bytes: Uint8Array, pupils: number): readonly Form[] {
  const { world, year, asOf } = decision;
  const records: readonly PupilRecord[] = Array.from({ length: pupils }, (_, pupil) =>
    recordOf(year, `P${pupil}`, bytes, pupil * STRIDE),
  );
  return [
    {
      name: "interpreter",
      count: pupils,
      run: () => records.map((record) => evaluatePupil(world, record, lastInstant(asOf))).length,
      answers: () => interpret(decision, bytes, pupils, STRIDE),
    },
  ];
}
