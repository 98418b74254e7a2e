// The calendar that a policy's examples are played on: the one it names, else the one that the layer it extends names.

import { extendedName, namedFile } from "../checker/headers.ts";
import { compile } from "../compile.ts";
import type { Compilation, Library } from "../compile.ts";
import { readCalendarPlan } from "../data/read-calendar.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { makeCalendar } from "../school/calendar.ts";
import type { Calendar } from "../school/calendar.ts";

export interface PolicyCalendar {
  /** Undefined where no layer names one that can be found and read. */
  readonly calendar: Calendar | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function policyCalendar({ source, ast }: Compilation, library: Library): PolicyCalendar {
  if (ast === undefined) return { calendar: undefined, diagnostics: [] };
  const file = namedFile(ast, "calendar-from");
  if (file === undefined) {
    const parent = parentOf(ast, library);
    return parent === undefined ? { calendar: undefined, diagnostics: [] } : policyCalendar(parent, library);
  }
  const text = library.beside(source, file);
  if (text === undefined) return { calendar: undefined, diagnostics: [] };
  const { plan, diagnostics } = readCalendarPlan(text);
  return { calendar: plan === undefined ? undefined : makeCalendar(plan), diagnostics };
}

/** The layer that a policy extends, compiled by itself. */
export function parentOf(ast: NonNullable<Compilation["ast"]>, library: Library): Compilation | undefined {
  const name = extendedName(ast);
  const source = name === undefined || name === ast.name.text ? undefined : library.layer(name);
  return source === undefined ? undefined : compile(source, library);
}
