// A checked policy, and one of its declarations with another figure in it → what the policy means then. Everything but that
// declaration is taken as it was checked: a figure changes no name, and no rule can see more of another than its name.
// Undefined wherever that cannot be shown, or something would be wrong; then the whole policy has to be checked.

import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkersByKind } from "./check-declarations.ts";
import type { OwnParts } from "./check-declarations.ts";
import { joinLayers } from "./check-layer.ts";
import type { CheckedLayer } from "./check-layer.ts";
import type { CheckedRules } from "./check-policy.ts";
import type * as Model from "./model.ts";
import type { Scope } from "./scope.ts";

export function recheck(
  { input, layer, model }: CheckedRules,
  before: Ast.Declaration,
  now: Ast.Declaration,
): Model.Model | undefined {
  if (!sameButFigures(before, now)) return undefined;
  const found: Diagnostic[] = [];
  const holes = holesAgain(layer.model.holes, before.span);
  const scope: Scope = {
    ...layer.scope,
    report: (diagnostic) => void found.push(diagnostic),
    hole: holes.again,
  };
  const own = withDeclaration(scope, layer, before, now);
  if (own === undefined || !holes.allFound()) return undefined;
  const joined = joinLayers(input.policy, { ...layer, scope, own });
  return hasErrors(found) ? undefined : { ...joined, readings: model.readings };
}

// ---------------------------------------------------------------- the declaration

type Tables = {
  readonly [Kind in Ast.Declaration["kind"]]?: { readonly of: keyof OwnParts };
};

/** Codes are checked together, and their dates are seen by every rule; an example is none of the rules. */
const tables = {
  parameter: { of: "parameters" },
  word: { of: "words" },
  register: { of: "registers" },
  coding: { of: "codings" },
  act: { of: "acts" },
  measure: { of: "measures" },
  status: { of: "statuses" },
  bands: { of: "bands" },
  procedure: { of: "procedures" },
  duty: { of: "duties" },
  decision: { of: "decisions" },
  document: { of: "documents" },
} as const satisfies Tables;

type Checkable = keyof typeof tables;

function withDeclaration(
  scope: Scope,
  { own, parent }: CheckedLayer,
  before: Ast.Declaration,
  now: Ast.Declaration,
): OwnParts | undefined {
  if (!isCheckable(now)) return undefined;
  const check = checkersByKind[now.kind] as (scope: Scope, node: Ast.Declaration, parent?: Model.Model) => unknown;
  const checked = check(scope, now, parent) as Model.Named | undefined;
  const key = tables[now.kind].of;
  const table: ReadonlyMap<string, Model.Named> | readonly Model.Named[] = own[key];
  const stood = [...table.values()].find(({ origin }) => isSame(origin.span, before.span));
  if (checked === undefined || stood === undefined) return undefined;
  const changed =
    table instanceof Map
      ? new Map(table).set(checked.name, checked)
      : [...table.values()].map((node) => (node === stood ? checked : node));
  return { ...own, [key]: changed };
}

function isCheckable(node: Ast.Declaration): node is Extract<Ast.Declaration, { readonly kind: Checkable }> {
  return Object.hasOwn(tables, node.kind);
}

function isSame(a: Span, b: Span): boolean {
  return a.source === b.source && a.from === b.from && a.to === b.to;
}

// ---------------------------------------------------------------- what it leaves unsaid

/** The same holes in the same order, under the names that they have. */
function holesAgain(holes: readonly Model.Hole[], { source, from, to }: Span) {
  const own = holes.filter(({ origin: { span } }) => span.source === source && from <= span.from && span.to <= to);
  let next = 0;
  let strange = false;
  return {
    again: (wished: string, what: string): string => {
      const hole = own[next++];
      if (hole === undefined || hole.what !== what) strange = true;
      return hole?.name ?? wished;
    },
    allFound: (): boolean => !strange && next === own.length,
  };
}

// ---------------------------------------------------------------- what may differ

/** Places, and what is written in a figure whose kind and unit stay. */
function sameButFigures(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((part, index) => sameButFigures(part, b[index]));
  if (!isRecord(a) || !isRecord(b)) return a === b;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const figure = typeof a["kind"] === "string" && figures.has(a["kind"]);
  return keys.every(
    (key) => places.has(key) || (figure && written.has(key) && key in b) || sameButFigures(a[key], b[key]),
  );
}

const places: ReadonlySet<string> = new Set(["span", "edgeSpan", "comments"]);
const figures: ReadonlySet<string> = new Set(["quantity", "number", "percent", "money", "time", "date", "date-time"]);
const written: ReadonlySet<string> = new Set(["digits", "text"]);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
