// The sample school beside Hall Green's policy, and the pack of any of its pupils as of any moment.

import { readFileSync } from "node:fs";
import { sha256 } from "../../src/cli/sha256.ts";
import { compile } from "../../src/compile.ts";
import { memoryFolder } from "../../src/data/read-folder.ts";
import { readSchool } from "../../src/data/read-school.ts";
import { knownBy, makePack, noteFiles } from "../../src/documents.ts";
import type { Pack } from "../../src/documents.ts";
import type { Library } from "../../src/draft.ts";
import { openCase } from "../../src/explain/case.ts";
import type { Policy } from "../../src/explain/case.ts";
import type { PackedFile } from "../../src/pack/packed-library.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import type { Day } from "../../src/school/day.ts";
import { knownDay } from "../../src/school/day.ts";
import type { Moment } from "../../src/school/moment.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import { makeSource } from "../../src/source/text.ts";
import { root } from "../source-files.ts";

/** Packs of the tests name this as the version that made them. */
export const COMPILER = "test";

const read = (path: string) => makeSource(path, readFileSync(`${root}policies/${path}`, "utf8"));
const folders: Library = {
  layer: (name) => read(`${name}/${name}.rollcall`),
  beside: ({ name }, file) => read(`${name.split("/")[0] ?? ""}/${file.replace("./", "")}`),
};

export function policyOf(name: string): { readonly policy: Policy; readonly files: readonly PackedFile[] } {
  const source = read(`${name}/${name}.rollcall`);
  const noted = noteFiles(source, folders, sha256);
  const { ready, model } = compile(source, noted.library);
  if (ready === undefined || model === undefined) throw new Error(`${name} is not sound`);
  return { policy: { ...ready, model }, files: noted.files() };
}

const sampleFiles = ["calendar.yaml", "mapping.yaml"].concat(
  ["pupils", "marks", "parents", "arrivals", "log", "staff", "flags"].map((table) => `${table}.csv`),
);

const hallGreen = policyOf("hall-green");
export const sample = await readSchool(
  memoryFolder(
    "sample",
    new Map(sampleFiles.map((file) => [file, readFileSync(`${root}policies/hall-green/sample/${file}`, "utf8")])),
  ),
);
const world = makeWorld(hallGreen.policy.program, sample.calendar);

export function packOf(record: PupilRecord, asOf: Moment): Pack {
  const opened = openCase(hallGreen.policy, world, knownBy(record, asOf), asOf);
  return makePack({ opened, files: hallGreen.files, compiler: COMPILER }, sha256);
}

/** The spring term as far as it is on record. */
export const springDays: readonly Day[] = [...sample.calendar.schoolDays].filter(
  (day) => day >= knownDay("2026-01-05") && day <= knownDay("2026-03-13"),
);
