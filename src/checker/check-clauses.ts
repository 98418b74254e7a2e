// Clause numbers in square brackets: each must stand in the clause file, be cited in a layer above, or be of a family that
// only a layer above has.

import { closestName } from "../diagnostics/did-you-mean.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { layerMessages } from "./diagnostics.ts";
import { remember } from "../support/remember.ts";
import { lazily } from "./lazily.ts";
import type * as Model from "./model.ts";
import type { Statement } from "./statements.ts";

/** What the checker wants to know of a clause file; the file itself is read elsewhere. */
export interface ClauseFile {
  readonly clauses: ReadonlyMap<string, { readonly id: string }>;
}

export function reportUnknownClauses(
  statements: readonly Statement[],
  file: ClauseFile | undefined,
  parent: Model.Model | undefined,
  report: (diagnostic: Diagnostic) => void,
): void {
  if (file === undefined) return;
  const known = new Set(file.clauses.keys());
  const own = new Set([...known].map(prefixOf));
  const above = (): ReadonlySet<string> | undefined => parent && citedAbove(parent);
  const families = lazily(() => new Set([...(above() ?? [])].map(prefixOf)));
  for (const { text, span } of statements.flatMap((statement) => statement.clauses)) {
    if (known.has(text) || above()?.has(text) === true) continue;
    if (!own.has(prefixOf(text)) && families()?.has(prefixOf(text)) === true) continue;
    const slip = [...known].find((id) => numberOf(id) === numberOf(text) && closestName(text, [id]) !== undefined);
    const fixes = slip === undefined ? [] : [{ title: `write ${slip}`, edits: [{ span, text: slip }] }];
    report(layerMessages.unknownClause({ clause: text, suggestion: adviceFor(text, slip, known) }, span, { fixes }));
  }
}

/** Letters may slip, but another number is another clause: none is ever suggested for it. */
function adviceFor(clause: string, slip: string | undefined, known: ReadonlySet<string>): string {
  if (slip !== undefined) return `Did you mean ${slip}?`;
  const family = [...known].filter((id) => prefixOf(id) === prefixOf(clause));
  const [first, last] = [family[0], family.at(-1)];
  if (first === undefined || last === undefined) return "Correct the number, or add the clause to the file.";
  return `The file has ${first} to ${last}. Correct the number, or add the clause to the file.`;
}

function numberOf(clause: string): string {
  return clause.slice(clause.indexOf("-"));
}

/** `HAL-049` is one of HAL's. */
function prefixOf(clause: string): string {
  return clause.slice(0, Math.max(0, clause.indexOf("-")));
}

const citedAbove = remember((parent: Model.Model): ReadonlySet<string> => new Set(citedIn(parent)));

function citedIn(node: unknown): readonly string[] {
  if (node instanceof Map) return [...node.values()].flatMap(citedIn);
  if (Array.isArray(node)) return node.flatMap(citedIn);
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]): readonly string[] => {
    if (key === "clauses") return value as readonly string[];
    return key === "span" ? [] : citedIn(value);
  });
}
