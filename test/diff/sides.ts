// Policies as sides of a comparison, for tests: Hall Green as it stands, or with words of its text changed.

import { readFileSync } from "node:fs";
import { compile } from "../../src/compile.ts";
import type { Compilation } from "../../src/compile.ts";
import type { DiffSide } from "../../src/diff/diff-side.ts";
import type { Calendar } from "../../src/school/calendar.ts";
import { knownDay } from "../../src/school/day.ts";
import { makeSource } from "../../src/source/text.ts";
import { calendarOf, compileFile, libraryOf } from "../policy-files.ts";

export const hallGreenFile = new URL("../../policies/hall-green/hall-green.rollcall", import.meta.url);
const text = readFileSync(hallGreenFile, "utf8");
const england = new Map<string, Compilation>();

/** Every change must find its words. */
export function hallGreenWith(...changes: readonly (readonly [string, string])[]): Compilation {
  const key = JSON.stringify(changes);
  const known = england.get(key);
  if (known !== undefined) return known;
  const changed = changes.reduce((words, [from, to]) => {
    if (!words.includes(from)) throw new Error(`Hall Green says nothing of ${from}`);
    return words.replaceAll(from, to);
  }, text);
  const compilation = compile(makeSource(hallGreenFile.pathname, changed), libraryOf(hallGreenFile));
  england.set(key, compilation);
  return compilation;
}

export const hallGreenCalendar = calendarOf(compileFile(hallGreenFile));

export function sideOf(compilation: Compilation, label: string, calendar: Calendar = hallGreenCalendar): DiffSide {
  const { ready, model, diagnostics } = compilation;
  if (ready === undefined || model === undefined) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    throw new Error(
      `${label} is not sound: ${errors.map(({ code, args }) => `${code} ${JSON.stringify(args)}`).join("; ")}`,
    );
  }
  const day = model.inForce?.from ?? knownDay("2026-02-01");
  return { label, policy: { ...ready, model }, calendar, day, onDay: false };
}

/** A small school of its own, on Hall Green's calendar. */
export function smallSchool(words: string, nation = "nation"): Compilation {
  const source = `school policy small "Small"\nextends ${nation}\nin force from 2026-02-01\ncalendar from "./calendar.yaml"\n${words}\n`;
  return compile(makeSource(hallGreenFile.pathname, source), libraryOf(hallGreenFile));
}
