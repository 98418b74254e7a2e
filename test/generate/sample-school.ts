// The example school that `npm start` shows: an invented one whose staff have followed Hall Green's policy nearly always.

import { readFileSync } from "node:fs";
import { inventSchool } from "../../src/morning/invent-school.ts";
import { knownDay } from "../../src/school/day.ts";
import { momentOf } from "../../src/school/moment.ts";
import { compile } from "../../src/compile.ts";
import { makeSource } from "../../src/source/text.ts";
import { root } from "../source-files.ts";
import type { GeneratedFile } from "./generated-file.ts";

const folder = "policies/hall-green/sample";
const names = [
  "arrivals.csv",
  "calendar.yaml",
  "flags.csv",
  "log.csv",
  "mapping.yaml",
  "marks.csv",
  "parents.csv",
  "pupils.csv",
  "staff.csv",
];

let made: ReadonlyMap<string, string> | undefined;

/** Sixty pupils up to the Friday morning that the README tells of. */
function sampleSchool(): ReadonlyMap<string, string> {
  if (made !== undefined) return made;
  const read = (path: string) => makeSource(path, readFileSync(`${root}policies/${path}`, "utf8"));
  const { ready } = compile(read("hall-green/hall-green.rollcall"), {
    layer: (name) => read(`${name}/${name}.rollcall`),
    beside: ({ name }, file) => read(`${name.split("/")[0] ?? ""}/${file.replace("./", "")}`),
  });
  if (ready === undefined) throw new Error("policies/hall-green does not compile: run `rollcall check` on it");
  const until = momentOf(knownDay("2026-03-13"), 8 * 3600 + 45 * 60);
  made = inventSchool({ seed: 1, pupils: 60, until, program: ready.program });
  if (made === undefined) throw new Error("the sample calendar does not cover the day");
  return made;
}

export const sampleFiles: readonly GeneratedFile[] = names.map((name) => ({
  path: `${folder}/${name}`,
  write: () => {
    const files = sampleSchool();
    const text = files.get(name);
    if (text === undefined || files.size !== names.length)
      throw new Error(`the sample has other files than expected: ${[...files.keys()].join(", ")}`);
    return text;
  },
}));
