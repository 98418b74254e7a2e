// A pack → the same decision made again from its own texts and facts, and whether it is the same to the letter.

import { compile } from "../compile.ts";
import { openCase } from "../explain/case.ts";
import type { Policy } from "../explain/case.ts";
import { makeWorld } from "../runtime/world.ts";
import type { World } from "../runtime/world.ts";
import { makeCalendar } from "../school/calendar.ts";
import { isDeepEqual } from "../support/is-deep-equal.ts";
import { decidedIn, hashesOf, hashesOfMeaning, hashOfWhole } from "./pack.ts";
import type { Hashes, Pack } from "./pack.ts";
import { unpackFiles } from "./packed-library.ts";
import type { Hash } from "./packed-library.ts";

/** The version of Rollcall that made the pack, where it is another than replays it. */
interface MadeBy {
  readonly compiler?: string;
}

export type Replayed =
  /** Byte for byte, the version that made it aside. */
  | ({ readonly kind: "same" } & MadeBy)
  /** A part is not what it was when the pack was made: its hash says so. */
  | { readonly kind: "altered"; readonly parts: readonly (keyof Hashes)[] }
  /** The policy in it cannot be run by this compiler. */
  | ({ readonly kind: "unsound"; readonly faults: number } & MadeBy)
  /** The first place at which the decision made now is another, with both sides as JSON. */
  | ({ readonly kind: "different"; readonly place: string; readonly then: string; readonly now: string } & MadeBy);

/** Makes decisions again, one pack after another. Packs of one policy have it compiled once, and its calendar laid out once. */
export function makeReplayer(hash: Hash, compiler: string): (pack: Pack) => Replayed {
  let compiled: { readonly of: string; readonly policy: Compiled } | undefined;
  let laidOut: { readonly of: string; readonly world: World } | undefined;
  return (pack) => {
    const parts = alteredParts(pack, hash);
    if (parts.length > 0) return { kind: "altered", parts };
    const { policy: ofPolicy, calendar: ofCalendar } = pack.hashes;
    if (compiled?.of !== ofPolicy) compiled = { of: ofPolicy, policy: compileFiles(pack) };
    const { policy } = compiled;
    const madeBy = pack.compiler === compiler ? {} : { compiler: pack.compiler };
    if (typeof policy === "number") return { kind: "unsound", faults: policy, ...madeBy };
    const both = `${ofPolicy} ${ofCalendar}`;
    if (laidOut?.of !== both) laidOut = { of: both, world: makeWorld(policy.program, makeCalendar(pack.calendar)) };
    return { ...replay(pack, policy, laidOut.world, pack.compiler === compiler ? hash : undefined), ...madeBy };
  };
}

/** Whoever changed a part and its hash too has changed the hash of the whole. */
function alteredParts(pack: Pack, hash: Hash): readonly (keyof Hashes)[] {
  const own = { ...hashesOf(pack, hash), whole: hashOfWhole(pack, hash) };
  const keys = Object.keys(own) as (keyof typeof own)[];
  const altered = keys.filter((part) => own[part] !== pack.hashes[part]);
  const file = pack.files.some(({ text, hash: given }) => hash(text) !== given);
  return file && !altered.includes("policy") ? ["policy", ...altered] : altered;
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

/**
 * What is not decided anew is the pack's own, so that the same decision and the same meaning give the same bytes. Without a
 * hash the meaning is not compared: another version of the compiler may put it into other words.
 */
function replay(
  { record, asOf, decided, hashes: { vocabulary, meaning } }: Pack,
  policy: Policy,
  world: World,
  hash: Hash | undefined,
): Extract<Replayed, { kind: "same" | "different" }> {
  const text = JSON.stringify(decidedIn(openCase(policy, world, record, asOf)));
  if (text !== JSON.stringify(decided)) return firstDifference(decided, JSON.parse(text), "");
  if (hash === undefined) return { kind: "same" };
  const [then, now] = [{ hashes: { vocabulary, meaning } }, { hashes: hashesOfMeaning(policy, hash) }];
  return isDeepEqual(then, now) ? { kind: "same" } : firstDifference(then, now, "");
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
