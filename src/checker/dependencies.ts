// What the named things of a policy rest on: Model → for each parameter, figure, state, table and procedure, the others that
// its rules name, where, and how often. Judges nothing.

import type { Span } from "../source/text.ts";
import { remember } from "../support/remember.ts";
import type * as Model from "./model.ts";
import { walk } from "./walk-model.ts";
import type { Node } from "./walk-model.ts";

export interface Place {
  readonly what: string;
  readonly name: string;
  readonly origin: Model.Origin;
  /** By the key of what it rests on. */
  readonly rests: ReadonlyMap<string, Reliance>;
}

export interface Reliance {
  /** The first place that says so. */
  readonly span: Span;
  readonly times: number;
}

/** By kind and name, such as `status persistently-absent`. */
export type Places = ReadonlyMap<string, Place>;

export function placesOf(model: Model.Model): Places {
  const groups = [...model.words.values()].filter(({ means }) => means !== undefined);
  const tables: readonly (readonly [string, Iterable<Model.Named>])[] = [
    ["parameter", model.parameters.values()],
    ["flag", groups],
    ["measure", model.measures.values()],
    ["status", model.statuses.values()],
    ["bands", model.bands.values()],
    ["procedure", model.procedures.values()],
  ];
  return new Map(
    tables.flatMap(([what, nodes]) =>
      [...nodes].map((node) => {
        const { name, origin } = node;
        return [`${what} ${name}`, { what: kindWords(what), name, origin, rests: restsOf(node) }] as const;
      }),
    ),
  );
}

function kindWords(what: string): string {
  return what === "bands" ? "table of bands" : what;
}

/** Remembered, since the rules of the layers above are asked again at every key in the layer below. */
const restsOf = remember((node: Model.Named): Place["rests"] => {
  const rests = new Map<string, Reliance>();
  walk(node, (part) => {
    const key = dependency(part);
    const ownStep = "steps" in node && key === `procedure ${node.name}`;
    if (key === undefined || !("span" in part) || ownStep) return;
    const before = rests.get(key);
    rests.set(key, { span: before?.span ?? part.span, times: (before?.times ?? 0) + 1 });
  });
  return rests;
});

/** Reading a procedure's step is resting on it; so is any figure or state with a name. */
function dependency(node: Node): string | undefined {
  if (node.kind === "step" && "procedure" in node) return `procedure ${node.procedure}`;
  if ((node.kind === "worth" || node.kind === "in-band") && "bands" in node) return `bands ${node.bands}`;
  return namedKinds.has(node.kind) && "name" in node ? `${node.kind} ${node.name}` : undefined;
}

const namedKinds: ReadonlySet<string> = new Set(["parameter", "measure", "status", "flag"]);
