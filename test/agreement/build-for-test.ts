// Compiled modules for tests: built, written to a folder of their own, and loaded as any program would load them.

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildModule } from "../../src/build.ts";
import type { Outcome } from "../../src/runtime/outcome.ts";
import type { CalendarPlan } from "../../src/school/calendar-plan.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import type { Draft } from "../../src/draft.ts";

export interface CompiledModule {
  readonly evaluate: (record: PupilRecord & { readonly calendar: CalendarPlan }, asOf: string) => Outcome;
}

const folder = mkdtempSync(join(tmpdir(), "rollcall-modules-"));

const readSource = (path: string): string => readFileSync(new URL(`../../src/${path}`, import.meta.url), "utf8");

type Compiled = Pick<Draft, "model" | "ready">;

export function moduleText({ model, ready }: Compiled): string {
  if (model === undefined || ready === undefined) throw new Error("the policy is not sound");
  return buildModule({
    model,
    lowered: ready,
    version: "test",
    readSource,
  });
}

let loaded = 0;

export async function loadModule(compiled: Compiled): Promise<CompiledModule> {
  const file = join(folder, `${++loaded}-${compiled.model?.name ?? "policy"}.ts`);
  writeFileSync(file, moduleText(compiled));
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as CompiledModule;
}
