// One folder of a school through the main job: read, evaluated, listed and explained → what is wrong with the answers.

import { memoryFolder, readSchool } from "../../src/index.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { toJson } from "../../src/diagnostics/to-json.ts";
import type { RunnablePolicy } from "../../src/examples/runnable.ts";
import { momentOf } from "../../src/school/moment.ts";
import type { Chance } from "../random-record.ts";
import { lastDay } from "./folder-bases.ts";
import { faultsOf, wordsOfMachines } from "./faults.ts";
import type { Reach } from "./stages.ts";
import { tryMorning } from "./try-morning.ts";

export async function tryFolder(
  policy: RunnablePolicy,
  files: ReadonlyMap<string, string | Uint8Array>,
  chance: Chance,
  reach: Reach,
): Promise<readonly string[]> {
  reach("read");
  const { school, calendar, diagnostics, tallies } = await readSchool(memoryFolder("school", files));
  reach("diagnose");
  const complaints = diagnostics.flatMap(faultsOf);
  renderDiagnostics(diagnostics, { colour: true });
  JSON.stringify(diagnostics.map(toJson));
  for (const { file, read, used, refused } of tallies) {
    if (used + refused !== read) complaints.push(`${file}: ${read} rows, but ${used} used and ${refused} refused`);
    const told = diagnostics.some(({ severity, span }) => severity === "error" && span.source.name === file);
    if (refused > 0 && !told) complaints.push(`${file}: ${refused} rows lost in silence`);
  }
  const day = lastDay - chance(60);
  if (!calendar.covers(day)) return complaints;
  reach("evaluate");
  const asOf = momentOf(day, chance(86_400));
  const said = tryMorning({ policy, calendar, school, asOf, ahead: chance(50) === 0 });
  return [...complaints, ...wordsOfMachines(said)];
}
