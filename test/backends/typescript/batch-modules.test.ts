// The modules for whole registers and for ready figures: they compile under the strictest settings, refuse what is misspelt, and
// say what the policy at hand says.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import type { Compilation } from "../../../src/compile.ts";
import { makeDecideAll } from "./make-decide-all.ts";
import { makeJudge } from "./make-judge.ts";
import type { Judge } from "./make-judge.ts";
import { registerPart } from "../../../src/ir/register-part.ts";
import { interpret } from "../../../src/backends/interpreter/interpret.ts";
import type { PackedOutcome } from "../../../src/runtime/packed-outcome.ts";
import { packRegister } from "../../../src/runtime/packed-register.ts";
import type { PackedRegister } from "../../../src/runtime/packed-register.ts";
import { makeWorld } from "../../../src/runtime/world.ts";
import type { CalendarPlan } from "../../../src/school/calendar-plan.ts";
import type { PupilRecord } from "../../../src/school/record.ts";
import { calendarOf, compileFile } from "../../policy-files.ts";
import { randomRecord } from "../../random-record.ts";
import { compilePolicy, filesOf, linkDoors, packageFolder, typeCheck, write } from "./written-modules.ts";

interface BatchModule {
  readonly packSchool: (plan: CalendarPlan, records: readonly PupilRecord[]) => PackedRegister;
  readonly decideAll: (register: PackedRegister, asOf: number) => PackedOutcome;
  readonly beyondRegister: readonly { readonly rule: string }[];
}

type JudgeModule = Pick<Judge, "judge" | "judgeWhy">;

const folder = packageFolder();
const bench = compileFile(new URL("../../bench/decision/thresholds.rollcall", import.meta.url));
// One with a register for each of several groups, one without; one with bands.
const compilations: readonly Compilation[] = [compilePolicy("rufford"), compilePolicy("celt"), bench];

/** Each line compiles only since the one above it says that it must not. */
const slips = `import { decideAll } from "./celt.batch.ts";
import type { BatchOutcome, PackedRegister } from "./celt.batch.ts";
import { judge } from "./thresholds.judge.ts";

export function count(register: PackedRegister): number {
  const outcome: BatchOutcome = decideAll(register, 20000);
  // @ts-expect-error a status that is misspelt
  const many = outcome.statuses["persistantly-absent"].length;
  // @ts-expect-error bands that are misspelt
  return many + outcome.statuses["persistently-absent"].length + outcome.bands["learning-losst"].length;
}

const figures = {
  "attended-share": { n: 1, d: 2 },
  lates: 3,
  "unauthorised-lately": undefined,
  "recent-run": 0,
  "unauthorised-absence": 2,
};
// @ts-expect-error a row that is misspelt
export const good: boolean = judge(figures).level === "good";
// @ts-expect-error a share is no number
judge({ ...figures, "attended-share": 0.5 });
`;

test("they compile under the strictest settings, and nothing misspelt does", async () => {
  for (const compilation of compilations) write(folder, filesOf(compilation, { parts: ["batch", "judge"] }));
  writeFileSync(join(folder, "slips.ts"), slips);
  expect(await typeCheck(folder)).toBe("");
});

const nothingKnown = {
  "attended-share": undefined,
  lates: undefined,
  "unauthorised-lately": undefined,
  "recent-run": undefined,
  "unauthorised-absence": undefined,
};

async function load<Module>(name: string, home = folder): Promise<Module> {
  return (await import(/* @vite-ignore */ pathToFileURL(join(home, name)).href)) as Module;
}

const named = compilations.map((compilation) => [compilation.model?.name, compilation] as const);

test.each(named)("the module of %s decides a register as the policy at hand does", async (_name, compilation) => {
  const { ready, model } = compilation;
  if (ready === undefined || model === undefined) throw new Error("the policy is not sound");
  write(folder, filesOf(compilation, { parts: ["batch", "judge"] }));
  const { packSchool, decideAll, beyondRegister } = await load<BatchModule>(`${model.name}.batch.ts`);
  const calendar = calendarOf(compilation);
  const program = interpret(registerPart(ready.ir).part);
  const from = calendar.schoolDays[10] as number;
  const records = Array.from({ length: 6 }, (_none, seed) =>
    randomRecord(program, calendar, seed + 1, from, from + 150),
  );
  const register = packSchool(calendar.plan, records);
  const own = packRegister(makeWorld(program, calendar), records);
  expect(register.slots).toEqual(own.slots);
  const inProcess = makeDecideAll(ready.ir);
  expect(decideAll(register, from + 120)).toEqual(inProcess.decideAll(own, from + 120));
  expect(beyondRegister.map(({ rule }) => rule)).toEqual(inProcess.beyond.map(({ rule }) => rule));
});

test("a module judges ready figures as the policy at hand does, and gives the same reasons", async () => {
  if (bench.model === undefined) throw new Error("the policy is not sound");
  write(folder, filesOf(bench, { parts: ["judge"] }));
  const module = await load<JudgeModule>("thresholds.judge.ts");
  const inProcess = makeJudge(bench.model);
  for (let missed = 0; missed <= 380; missed += 7) {
    const figures = {
      "attended-share": { n: 380 - missed, d: 380 },
      lates: missed % 9,
      "unauthorised-lately": missed % 13,
      "recent-run": missed === 0 ? undefined : missed % 6,
      "unauthorised-absence": missed % 11,
    };
    expect(module.judge(figures)).toEqual(inProcess.judge(figures));
    expect(module.judgeWhy(figures)).toEqual(inProcess.judgeWhy(figures));
  }
});

test("modules that share the package's runtime decide and judge as those that carry their own", async () => {
  const { ready, model } = bench;
  if (ready === undefined || model === undefined) throw new Error("the policy is not sound");
  const sharing = packageFolder();
  linkDoors(sharing);
  write(sharing, filesOf(bench, { parts: ["batch", "judge"], runtime: "import" }));
  expect(await typeCheck(sharing, { skipLibCheck: true })).toBe("");
  const { packSchool, decideAll } = await load<BatchModule>("thresholds.batch.ts", sharing);
  const { judge, judgeWhy } = await load<JudgeModule>("thresholds.judge.ts", sharing);
  const calendar = calendarOf(bench);
  const program = interpret(registerPart(ready.ir).part);
  const from = calendar.schoolDays[0] as number;
  const records = [1, 2, 3].map((seed) => randomRecord(program, calendar, seed, from, from + 90));
  const own = packRegister(makeWorld(program, calendar), records);
  const said = decideAll(packSchool(calendar.plan, records), from + 60);
  expect(said).toEqual(makeDecideAll(ready.ir).decideAll(own, from + 60));
  const [inProcess, figures] = [makeJudge(model), { ...nothingKnown, lates: 5 }];
  expect(judge(figures)).toEqual(inProcess.judge(figures));
  expect(judgeWhy(figures)).toEqual(inProcess.judgeWhy(figures));
});

test("the same policy gives the same modules, byte for byte", () => {
  const order = { parts: ["batch", "judge"] } as const;
  expect(filesOf(bench, order)).toEqual(filesOf(bench, order));
});
