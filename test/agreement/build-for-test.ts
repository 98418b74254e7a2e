// Compiled modules for tests: built, written to a folder of their own, and loaded as any program would load them. One that imports
// its runtime finds it among the sources.

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildModule } from "../../src/build.ts";
import type { RuntimeHome } from "../../src/build.ts";
import type { Draft } from "../../src/draft.ts";
import type { Outcome } from "../../src/runtime/outcome.ts";
import type { CalendarPlan } from "../../src/school/calendar-plan.ts";
import type { PupilRecord } from "../../src/school/record.ts";

export interface CompiledModule {
  readonly evaluate: (record: PupilRecord & { readonly calendar: CalendarPlan }, asOf: string) => Outcome;
}

type Compiled = Pick<Draft, "model" | "ready">;

const folder = mkdtempSync(join(tmpdir(), "rollcall-modules-"));
const sources = new URL("../../src/", import.meta.url);

const readSource = (path: string): string => readFileSync(new URL(path, sources), "utf8");

export function moduleText({ model, ready }: Compiled, home: RuntimeHome = "inline"): string {
  if (model === undefined || ready === undefined) throw new Error("the policy is not sound");
  return buildModule({ model, lowered: ready, version: "test", readSource }, home);
}

let loaded = 0;

export async function loadModule(compiled: Compiled, home: RuntimeHome = "inline"): Promise<CompiledModule> {
  const file = join(folder, `${++loaded}-${compiled.model?.name ?? "policy"}.ts`);
  const runtime = JSON.stringify(new URL("runtime.ts", sources).href);
  writeFileSync(file, moduleText(compiled, home).replaceAll(`from "rollcall/runtime"`, `from ${runtime}`));
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as CompiledModule;
}
