// Compiled modules for tests: built, written to a folder of their own, and loaded as any program would load them. One that imports
// its runtime finds it among the sources.

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildModule, writeModule } from "../../src/backends/typescript/build-module.ts";
import type { RuntimeHome } from "../../src/backends/typescript/build-module.ts";
import { batchForms } from "../../src/backends/typescript/forms.ts";
import type { ModuleSource } from "../../src/backends/typescript/module-form.ts";
import type { Draft } from "../../src/draft.ts";
import type { SchoolDay, State } from "../../src/runtime/advance.ts";
import type { Outcome } from "../../src/runtime/outcome.ts";
import type { PackedOutcome } from "../../src/runtime/packed-outcome.ts";
import type { PackedRegister } from "../../src/runtime/packed-register.ts";
import type { SavedState } from "../../src/runtime/state-to-json.ts";
import type { CalendarPlan } from "../../src/school/calendar-plan.ts";
import type { Day } from "../../src/school/day.ts";
import type { Pupil, PupilRecord } from "../../src/school/record.ts";
import { remember } from "../../src/support/remember.ts";

/** One policy's own way into its decisions. */
export interface CompiledModule {
  readonly evaluate: (record: PupilRecord & { readonly calendar: CalendarPlan }, asOf: string) => Outcome;
  readonly start: (pupil: Pupil, calendar: CalendarPlan) => State;
  readonly advance: (state: State, day: SchoolDay) => void;
  readonly outcome: (state: State) => Outcome;
  readonly save: (state: State) => SavedState;
  readonly load: (saved: unknown, calendar: CalendarPlan) => State;
}

/** The module of one policy that decides a whole register at once. */
export interface BatchModule {
  readonly packSchool: (plan: CalendarPlan, records: readonly PupilRecord[]) => PackedRegister;
  readonly decideAll: (register: PackedRegister, asOf: Day) => PackedOutcome;
}

type Compiled = Pick<Draft, "model" | "ready">;

const folder = mkdtempSync(join(tmpdir(), "rollcall-modules-"));
const sources = new URL("../../src/", import.meta.url);

const readSource = (path: string): string => readFileSync(new URL(path, sources), "utf8");

function sourceOf({ model, ready }: Compiled): ModuleSource {
  if (model === undefined || ready === undefined) throw new Error("the policy is not sound");
  return { model, lowered: ready, version: "test", readSource };
}

export function moduleText(compiled: Compiled, home: RuntimeHome = "inline"): string {
  return buildModule(sourceOf(compiled), home);
}

let loaded = 0;

async function load(name: string, text: string): Promise<unknown> {
  const file = join(folder, `${++loaded}-${name}.ts`);
  const runtime = JSON.stringify(new URL("runtime.ts", sources).href);
  writeFileSync(file, text.replaceAll(`from "rollcall/runtime"`, `from ${runtime}`));
  return import(/* @vite-ignore */ pathToFileURL(file).href);
}

/** By home: each is loaded once for a policy, however many forms are in it. */
const modules = remember((_compiled: Compiled) => new Map<RuntimeHome, Promise<unknown>>());

export async function loadModule(compiled: Compiled, home: RuntimeHome = "inline"): Promise<CompiledModule> {
  const known = modules(compiled);
  const module = known.get(home) ?? load(compiled.model?.name ?? "policy", moduleText(compiled, home));
  known.set(home, module);
  return (await module) as CompiledModule;
}

export async function loadBatchModule(compiled: Compiled): Promise<BatchModule> {
  const { text } = writeModule(sourceOf(compiled), "inline", batchForms);
  return (await load(`${compiled.model?.name ?? "policy"}-batch`, text)) as BatchModule;
}
