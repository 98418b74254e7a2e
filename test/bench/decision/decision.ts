// The policy that the bench decides, compiled, with the calendar beside it: what the interpreter and every generated form start from.

import type { Compilation } from "../../../src/compile.ts";
import type { Ir } from "../../../src/ir/ir.ts";
import type { Program } from "../../../src/runtime/program.ts";
import { makeWorld } from "../../../src/runtime/world.ts";
import type { World } from "../../../src/runtime/world.ts";
import type { Calendar } from "../../../src/school/calendar.ts";
import type { Day } from "../../../src/school/day.ts";
import { calendarOf, compileFile } from "../../policy-files.ts";
import { makeYear } from "./year.ts";
import type { Year } from "./year.ts";

export interface Decision {
  readonly compilation: Compilation;
  readonly ir: Ir;
  readonly program: Program;
  readonly calendar: Calendar;
  readonly world: World;
  /** What the hand-written forms know of the calendar and the codes. */
  readonly year: Year;
  /** The last school day: everything is decided as of its end. */
  readonly asOf: Day;
}

/** `thresholds` is the same policy with the conditions that rule engines are measured on. */
export function openDecision(name: "decision" | "thresholds" = "decision"): Decision {
  const compilation = compileFile(new URL(`${name}.rollcall`, import.meta.url));
  if (compilation.ready === undefined) throw new Error(`${name}.rollcall does not compile`);
  const { ir, program } = compilation.ready;
  const calendar = calendarOf(compilation);
  const world = makeWorld(program, calendar);
  const asOf = calendar.schoolDays.at(-1);
  if (asOf === undefined) throw new Error("the calendar of the bench has no school day");
  return { compilation, ir, program, calendar, world, year: makeYear(world), asOf };
}
