// The calendar that a policy's examples are played on: the one it names, else the one that the layer it extends names.

import { extendedName } from "../checker/headers.ts";
import { withYaml } from "../compile.ts";
import { draft } from "../draft.ts";
import type { Draft, Library } from "../draft.ts";
import { readCalendarPlan } from "../data/read-calendar.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { makeCalendar } from "../school/calendar.ts";
import type { Calendar } from "../school/calendar.ts";
import type { SourceText } from "../source/text.ts";
import { remember } from "../support/remember.ts";
import { calendarFile } from "./calendar-file.ts";

export interface PolicyCalendar {
  /** Undefined where no layer names one that can be found and read. */
  readonly calendar: Calendar | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function policyCalendar(policy: Pick<Draft, "source" | "ast">, library: Library): PolicyCalendar {
  const named = calendarFile(policy, withYaml(library));
  const text = named === undefined ? undefined : library.beside(named.policy, named.file);
  return text === undefined ? { calendar: undefined, diagnostics: [] } : calendarIn(text);
}

/** A year has some four hundred days to lay out, and an editor asks at every key. */
const calendarIn = remember((text: SourceText): PolicyCalendar => {
  const { plan, diagnostics } = readCalendarPlan(text);
  return { calendar: plan === undefined ? undefined : makeCalendar(plan), diagnostics };
});

/** The layer that a policy extends, by itself. */
export function parentOf(ast: NonNullable<Draft["ast"]>, library: Library): Draft | undefined {
  const name = extendedName(ast);
  const source = name === undefined || name === ast.name.text ? undefined : library.layer(name);
  return source === undefined ? undefined : draft(source, withYaml(library));
}
