// What a compiler of types says to the modules, under the strictest settings there are.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compilePolicy, filesOf, packageFolder, policies, typeCheck, write } from "./written-modules.ts";

/** Each line compiles only since the one above it says that it must not; a mistake that is let through is one too. */
const slips = `import { evaluate } from "./hall-green.LANGUAGE";
import { explain } from "./hall-green.explain.LANGUAGE";
import type { PolicyObligation, PolicyOutcome, PolicyRecord, RoleName, StatusName, StepNames } from "./hall-green.LANGUAGE";
import type { BandRows, PolicyBand } from "./celt.LANGUAGE";

export function look(record: PolicyRecord): PolicyOutcome {
  const outcome = evaluate(record, "2026-03-02");
  for (const { name, holds } of outcome.statuses) {
    if (name === "persistently-absent" && holds === true) return outcome;
    // @ts-expect-error a status that is misspelt
    if (name === "persistantly-absent") return outcome;
    // @ts-expect-error what is not known is neither yes nor no
    const known: boolean = holds;
    if (known) return outcome;
  }
  // @ts-expect-error an outcome is not to be changed
  outcome.statuses[0] = { name: "persistently-absent", holds: true };
  return outcome;
}

export function lost({ name, row }: PolicyBand): string | undefined {
  if (name === "learning-lost" && row === "At 99%") return row;
  // @ts-expect-error a row that is misspelt
  if (name === "learning-lost" && row === "at 99%") return row;
  // @ts-expect-error a row of other bands
  if (name === "days-off" && row === "At 99%") return row;
  // @ts-expect-error bands that are misspelt
  if (name === "day-off") return undefined;
  // @ts-expect-error there may be no row
  const known: string = row;
  return known;
}

export function letters({ procedure, step, actors }: PolicyObligation): string | undefined {
  // @ts-expect-error somebody is first only where there is somebody
  const first: RoleName = actors.members[0].role;
  if (procedure === "stages" && step === "meeting") return "second letter";
  // @ts-expect-error a step that is misspelt
  if (procedure === "stages" && step === "meetings") return first;
  // @ts-expect-error a step of another procedure
  if (procedure === "stages" && step === "conversation") return first;
  // @ts-expect-error a procedure that is misspelt
  return procedure === "stagez" ? undefined : step;
}

export function asked(record: PolicyRecord): string[] {
  return evaluate(record, "2026-03-02").questions.flatMap(({ decision, by }) => {
    // @ts-expect-error a decision that is misspelt
    if (decision === "causing-conzern") return [];
    // @ts-expect-error a role that is misspelt
    if (by.includes("head-teacher")) return [];
    // What an outcome asks can be asked about.
    return explain(record, "2026-03-02").question(decision).map(({ sentence }) => sentence);
  });
}

// @ts-expect-error a status that is misspelt
export const status: StatusName = "late";
export const step: StepNames["stages"] = "letter";
export const row: BandRows["days-off"] = "Row one: 0 to 2 days, 10 hours";
`;

// Each test calls the compiler of types once, since it takes seconds to begin.

test("under the strictest settings every policy's modules compile, and a misspelt band, step, status or procedure does not", async () => {
  const folder = packageFolder();
  for (const name of policies) write(folder, filesOf(compilePolicy(name)));
  for (const name of ["hall-green", "celt"]) write(folder, filesOf(compilePolicy(name), { parts: ["explain"] }));
  writeFileSync(join(folder, "slips.ts"), slips.replaceAll("LANGUAGE", "ts"));
  expect(await typeCheck(folder)).toBe("");
});

test("the declarations beside modules in JavaScript tell the same", async () => {
  const folder = packageFolder();
  for (const name of ["hall-green", "celt"])
    write(folder, filesOf(compilePolicy(name), { language: "js", parts: ["decide", "explain"] }));
  writeFileSync(join(folder, "slips.ts"), slips.replaceAll("LANGUAGE", "js"));
  expect(await typeCheck(folder, { isolatedDeclarations: false })).toBe("");
});
