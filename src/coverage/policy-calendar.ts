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

export function policyCalendar(compilation: Compilation, library: Library): PolicyCalendar {
  return calendarOf(compilation, library, []);
}

/** `asked` are the layers on the way here: one that extends itself by way of others names no calendar. */
function calendarOf({ source, ast }: Compilation, library: Library, asked: readonly string[]): PolicyCalendar {
  const none: PolicyCalendar = { calendar: undefined, diagnostics: [] };
  if (ast === undefined) return none;
  const file = namedFile(ast, "calendar-from");
  if (file === undefined) {
    const above = extendedName(ast) ?? "";
    const parent = asked.includes(above) ? undefined : parentOf(ast, library);
    return parent === undefined ? none : calendarOf(parent, library, [...asked, above]);
  }
  const text = library.beside(source, file);
  if (text === undefined) return none;
  const { plan, diagnostics } = readCalendarPlan(text);
  return { calendar: plan === undefined ? undefined : makeCalendar(plan), diagnostics };
}

/** The layer that a policy extends, compiled by itself. */
export function parentOf(ast: NonNullable<Compilation["ast"]>, library: Library): Compilation | undefined {
  const name = extendedName(ast);
  const source = name === undefined || name === ast.name.text ? undefined : library.layer(name);
  return source === undefined ? undefined : compile(source, library);
}
