// One way from a folder of CSV to every decision, in a process of its own, so that its memory is its own: `general` reads any school's
// export and decides by what the policy compiles to, `hand` was made for these very files. Prints what it took.

import { createHash } from "node:crypto";
import { schoolFolder } from "../../../src/cli/school-folder.ts";
import { readRegister } from "../../../src/data/read-register.ts";
import { makeDecideAll } from "../../backends/typescript/make-decide-all.ts";
import { makeWorld } from "../../../src/runtime/world.ts";
import { openDecision } from "../decision/decision.ts";
import { answersOfPacked } from "../decision/packed.ts";
import { computed } from "../race.ts";
import { decideByHand, readByHand } from "./by-hand.ts";
import type { Layout } from "./write-folder.ts";

export interface Took {
  readonly pupils: number;
  /** Milliseconds of computing. */
  readonly reading: number;
  readonly deciding: number;
  /** Megabytes: before anything was read, and at most. */
  readonly atRest: number;
  readonly peak: number;
  /** Of all answers. */
  readonly fingerprint: string;
}

const MEGABYTE = 1 << 20;

const [pipeline = "", path = "", layout = "", progress = ""] = process.argv.slice(2);
const decision = openDecision();
const { year, asOf, ir, program } = decision;
globalThis.gc?.();
const atRest = process.memoryUsage().rss / MEGABYTE;
const took = pipeline === "hand" ? byHand() : await generally();
console.log(JSON.stringify(took));

function byHand(): Took {
  const began = computed();
  const { pupils, bytes } = readByHand(path, year, layout as Layout);
  const read = computed();
  const answers = decideByHand(year, bytes, pupils);
  return done(pupils, began, read, answers);
}

async function generally(): Promise<Took> {
  const { decideAll } = makeDecideAll(ir);
  const folder = schoolFolder(path);
  const began = computed();
  const { register, diagnostics } = await readRegister(
    folder,
    (calendar) => makeWorld(program, calendar),
    (file, bytes) => {
      if (progress !== "") process.stderr.write(`\r${file}: ${Math.round(bytes / MEGABYTE)} MB read`);
    },
  );
  const read = computed();
  if (diagnostics.length > 0) throw new Error(`the folder has faults: ${diagnostics[0]?.code}`);
  const outcome = decideAll(register, asOf);
  const decided = computed();
  const peak = process.resourceUsage().maxRSS / 1024;
  return { ...done(register.count, began, read, answersOfPacked(year, outcome)), deciding: decided - read, peak };
}

function done(pupils: number, began: number, read: number, answers: Int32Array): Took {
  const deciding = computed() - read;
  const peak = process.resourceUsage().maxRSS / 1024;
  const fingerprint = createHash("sha256").update(answers).digest("hex");
  return { pupils, reading: read - began, deciding, atRest, peak, fingerprint };
}
