// A pack → the same decision made again from its own texts and facts, and whether it is the same to the letter.

import { compile } from "../compile.ts";
import { openCase } from "../explain/case.ts";
import type { Policy } from "../explain/case.ts";
import { makeWorld } from "../runtime/world.ts";
import { makeCalendar } from "../school/calendar.ts";
import { decidedIn, hashesOf } from "./pack.ts";
import type { Hash, Hashes, Pack } from "./pack.ts";
import { unpackFiles } from "./packed-library.ts";

export type Replayed =
  /** Letter for letter. */
  | { readonly kind: "same" }
  /** A part is not what it was when the pack was made: its hash says so. */
  | { readonly kind: "altered"; readonly parts: readonly (keyof Hashes)[] }
  /** The policy in it cannot be run by this compiler. */
  | { readonly kind: "unsound"; readonly faults: number }
  /** The first place at which the decision made now is another, with both sides as JSON. */
  | { readonly kind: "different"; readonly place: string; readonly then: string; readonly now: string };

/** Makes decisions again, one pack after another. Packs of one policy have it compiled once. */
export function makeReplayer(hash: Hash): (pack: Pack) => Replayed {
  let compiled: { readonly of: string; readonly policy: Compiled } | undefined;
  return (pack) => {
    const hashes = hashesOf(pack, hash);
    const parts = (Object.keys(hashes) as (keyof Hashes)[]).filter((part) => hashes[part] !== pack.hashes[part]);
    if (parts.length > 0) return { kind: "altered", parts };
    if (compiled?.of !== hashes.policy) compiled = { of: hashes.policy, policy: compileFiles(pack) };
    return replay(pack, compiled.policy);
  };
}

/** The policy of a pack, or how many faults keep it from running. */
type Compiled = Policy | number;

function compileFiles({ files }: Pack): Compiled {
  const unpacked = unpackFiles(files);
  if (unpacked === undefined) return 1;
  const { ready, model, diagnostics } = compile(unpacked.source, unpacked.library);
  return ready !== undefined && model !== undefined
    ? { ...ready, model }
    : diagnostics.filter(({ severity }) => severity === "error").length;
}

function replay({ calendar, record, asOf, decided }: Pack, policy: Compiled): Replayed {
  if (typeof policy === "number") return { kind: "unsound", faults: policy };
  const world = makeWorld(policy.program, makeCalendar(calendar));
  const now: unknown = JSON.parse(JSON.stringify(decidedIn(openCase(policy, world, record, asOf))));
  return JSON.stringify(now) === JSON.stringify(decided) ? { kind: "same" } : firstDifference(decided, now, "");
}

function firstDifference(then: unknown, now: unknown, place: string): Extract<Replayed, { kind: "different" }> {
  const [a, b] = [entriesOf(then), entriesOf(now)];
  if (a !== undefined && b !== undefined) {
    for (const key of new Set([...a.keys(), ...b.keys()])) {
      if (JSON.stringify(a.get(key)) !== JSON.stringify(b.get(key)))
        return firstDifference(a.get(key), b.get(key), place === "" ? key : `${place}.${key}`);
    }
  }
  return { kind: "different", place, then: shown(then), now: shown(now) };
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : undefined;
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
