// A policy → the calendar file it is played on: the one it names, else the one that the layer it extends names. It finds the name,
// and does not read the file.

import { extendedName, namedFile } from "../checker/headers.ts";
import { readLayer } from "../draft.ts";
import type { Draft, Library } from "../draft.ts";
import type { SourceText } from "../source/text.ts";

export interface CalendarFile {
  /** The layer that names the file, which is to be looked for beside it. */
  readonly policy: SourceText;
  readonly file: string;
}

type Written = Pick<Draft, "source" | "ast">;

/** Undefined where no layer names one. */
export function calendarFile(policy: Written, library: Library): CalendarFile | undefined {
  return namedBy(policy, library, []);
}

/** `asked` are the layers on the way here: one that extends itself by way of others names no calendar. */
function namedBy({ source, ast }: Written, library: Library, asked: readonly string[]): CalendarFile | undefined {
  if (ast === undefined) return undefined;
  const file = namedFile(ast, "calendar-from");
  if (file !== undefined) return { policy: source, file };
  const above = extendedName(ast);
  if (above === undefined || above === ast.name.text || asked.includes(above)) return undefined;
  const parent = library.layer(above);
  if (parent === undefined) return undefined;
  return namedBy({ source: parent, ast: readLayer(parent, library).policy }, library, [...asked, above]);
}
