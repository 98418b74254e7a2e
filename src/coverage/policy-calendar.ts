// The calendar that a policy's examples are played on: the one it names, else the one that the layer it extends names.

import { extendedName, namedFile } from "../checker/headers.ts";
import { draft, readLayer } from "../draft.ts";
import type { Draft, Library } from "../draft.ts";
import { readCalendarPlan } from "../data/read-calendar.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { makeCalendar } from "../school/calendar.ts";
import type { Calendar } from "../school/calendar.ts";
import type { SourceText } from "../source/text.ts";
import { remember } from "../support/remember.ts";

export interface PolicyCalendar {
  /** Undefined where no layer names one that can be found and read. */
  readonly calendar: Calendar | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function policyCalendar(policy: Pick<Draft, "source" | "ast">, library: Library): PolicyCalendar {
  return calendarOf(policy, library, []);
}

/** `asked` are the layers on the way here: one that extends itself by way of others names no calendar. */
function calendarOf(
  { source, ast }: Pick<Draft, "source" | "ast">,
  library: Library,
  asked: readonly string[],
): PolicyCalendar {
  if (ast === undefined) return none;
  const file = namedFile(ast, "calendar-from");
  if (file === undefined) {
    const above = extendedName(ast);
    if (above === undefined || above === ast.name.text || asked.includes(above)) return none;
    const parent = library.layer(above);
    return parent === undefined
      ? none
      : calendarOf({ source: parent, ast: readLayer(parent).policy }, library, [...asked, above]);
  }
  const text = library.beside(source, file);
  return text === undefined ? none : calendarIn(text);
}

const none: PolicyCalendar = { calendar: undefined, diagnostics: [] };

/** A year has some four hundred days to lay out, and an editor asks at every key. */
const calendarIn = remember((text: SourceText): PolicyCalendar => {
  const { plan, diagnostics } = readCalendarPlan(text);
  return { calendar: plan === undefined ? undefined : makeCalendar(plan), diagnostics };
});

/** The layer that a policy extends, by itself. */
export function parentOf(ast: NonNullable<Draft["ast"]>, library: Library): Draft | undefined {
  const name = extendedName(ast);
  const source = name === undefined || name === ast.name.text ? undefined : library.layer(name);
  return source === undefined ? undefined : draft(source, library);
}
