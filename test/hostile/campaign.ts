// Runs cases by number on a thread of its own and reports each: whoever started it can stop a case that does not end.
// A case follows from the seed and its own number alone, so any of them can be run again by itself.

import { parentPort, workerData } from "node:worker_threads";
import { makeChance, pick } from "../random-record.ts";
import { compileFile } from "../policy-files.ts";
import type { RunnablePolicy } from "../../src/examples/runnable.ts";
import { folderBases } from "./folder-bases.ts";
import { damageFolder } from "./mutate-folder.ts";
import { damageLibrary, damagePolicy } from "./mutate-policy.ts";
import { policyBases } from "./policy-bases.ts";
import type { Stage } from "./stages.ts";
import { tryFolder } from "./try-folder.ts";
import { tryPolicy } from "./try-policy.ts";

export interface Order {
  readonly seed: number;
  /** The numbers of the cases to run. */
  readonly cases: readonly number[];
}

export type Report =
  | { readonly kind: "began"; readonly number: number; readonly about: string }
  | { readonly kind: "reached"; readonly stage: Stage }
  | { readonly kind: "failed"; readonly number: number; readonly about: string; readonly complaints: readonly string[] }
  | { readonly kind: "done" };

/** Seconds of work that a case may take, and more for each of its characters: what is slower does not grow in line. */
const ALLOWED = 4;
const ALLOWED_FOR_EACH = 0.000_2;

interface Case {
  readonly about: string;
  readonly length: number;
  readonly run: (reach: (stage: Stage) => void) => Promise<readonly string[]>;
}

const order = workerData as Order;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port is no window and has no origin
const tell = (report: Report): void => parentPort?.postMessage(report);

const policies = policyBases();
const school = readyPolicy("hall-green");
const folders = folderBases(school.program);

function readyPolicy(name: string): RunnablePolicy {
  const { ready, model } = compileFile(new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url));
  if (ready === undefined || model === undefined) throw new Error(`${name} is not sound`);
  return { ...ready, model };
}

/** Two of three are policies, one in forty of those a real one; the third is a school's folder. */
function caseOf(number: number): Case {
  const chance = makeChance(order.seed * 1_000_003 + number);
  for (let warm = 0; warm < 8; warm++) chance(2); // near seeds begin alike
  if (number % 3 === 0) {
    const { files, done } = damageFolder(pick(chance, folders), chance);
    const length = [...files.values()].reduce((sum, content) => sum + content.length, 0);
    return { about: done.join("; "), length, run: (reach) => tryFolder(school, files, chance, reach) };
  }
  const base = pick(chance, chance(40) === 0 ? policies.real : policies.small);
  if (chance(6) === 0) {
    const { library, done } = damageLibrary(base.library, chance);
    const about = `what ${base.name} names: ${done.join("; ")}`;
    return {
      about,
      length: base.text.length + base.below,
      run: (reach) => tryPolicy({ ...base, library }, base.text, chance, reach),
    };
  }
  const { text, done } = damagePolicy(base.text, base.form, chance);
  const about = `${base.name}: ${done.join("; ")}`;
  return { about, length: text.length + base.below, run: (reach) => tryPolicy(base, text, chance, reach) };
}

for (const number of order.cases) {
  const { about, length, run } = caseOf(number);
  tell({ kind: "began", number, about });
  let last: Stage | undefined;
  const reach = (stage: Stage): void => {
    last = stage;
    tell({ kind: "reached", stage });
  };
  const before = process.threadCpuUsage();
  const complaints = await run(reach).catch((error: unknown) => [
    `it throws in ${last}: ${error instanceof Error ? error.stack : String(error)}`,
  ]);
  const { user, system } = process.threadCpuUsage(before);
  const [took, allowed] = [(user + system) / 1_000_000, ALLOWED + length * ALLOWED_FOR_EACH];
  const slow = took > allowed ? [`it takes ${took.toFixed(1)} s where ${allowed.toFixed(1)} s are allowed`] : [];
  if (complaints.length + slow.length > 0)
    tell({ kind: "failed", number, about, complaints: [...complaints, ...slow] });
}
tell({ kind: "done" });
