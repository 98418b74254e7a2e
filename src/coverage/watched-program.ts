// Ir → a running program like the interpreter's, that also tells which of its parts were looked at, and what the expressions
// answered. It decides exactly as the interpreter's does: watching changes nothing.

import { isCall } from "../ir/ir.ts";
import type { Call, Ir } from "../ir/ir.ts";
import type { Context, Unknown } from "../runtime/context.ts";
import { interpretCall } from "../backends/interpreter/interpret.ts";
import { library } from "../runtime/library.ts";
import { compareFigures } from "../runtime/logic.ts";
import type { Program, Read } from "../runtime/program.ts";

/** What was seen of one part: bits of {@link seen}. */
export type Sightings = Uint8Array;

export const seen = { looked: 1, held: 2, failed: 4, unknown: 8, edge: 16 } as const;

/** Another expression that is asked wherever the one at a place is. */
export interface Rival {
  readonly ask: Expression;
  /** Told the first time it answers otherwise. */
  readonly differs: () => void;
  settled: boolean;
}

export type Expression = (context: Context) => unknown;

export interface WatchedProgram {
  readonly program: Program;
  readonly places: ReadonlyMap<string, number>;
  /** Forgets what was seen. */
  readonly begin: () => void;
  /** What was seen since, by place, and how many expressions were read. */
  readonly sightings: () => { readonly seen: Sightings; readonly effort: number };
  /** Asked beside the expressions at their places, until told otherwise. */
  readonly rivals: Map<number, readonly Rival[]>;
  /** An expression of somebody else's, whose parts are known places. */
  readonly watch: (call: Call, inner: Inner) => Expression;
}

/** `inner` are expressions, of whatever depth, that are places besides the one they stand at. */
export function watchProgram(ir: Ir, inner: Inner = new Map()): WatchedProgram {
  const watching: Watching = { places: new Map(), now: new Uint8Array(0), effort: 0, rivals: new Map(), inner };
  for (const names of inner.values()) for (const name of names) numberOf(watching, name);
  const program = build(watching, ir, "") as Program;
  watching.now = new Uint8Array(watching.places.size);
  return {
    program,
    places: watching.places,
    begin: () => {
      watching.now.fill(0);
      watching.effort = 0;
    },
    sightings: () => ({ seen: watching.now.slice(), effort: watching.effort }),
    rivals: watching.rivals,
    watch: (call, names) => {
      const known = { ...watching, inner: names };
      return watchInner(watching, call, makeExpression(known, call), names);
    },
  };
}

export type Inner = ReadonlyMap<Call, readonly string[]>;

interface Watching {
  readonly places: Map<string, number>;
  now: Uint8Array;
  effort: number;
  readonly rivals: Map<number, readonly Rival[]>;
  readonly inner: Inner;
}

function build(watching: Watching, value: unknown, place: string): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isCall(value))
    return watchExpression(
      watching,
      watchInner(watching, value, makeExpression(watching, value), watching.inner),
      place,
    );
  if (Array.isArray(value)) return value.map((each, index) => build(watching, each, `${place}/${keyOf(each, index)}`));
  if (value instanceof Map)
    return new Map([...value].map(([key, entry]) => [key, build(watching, entry, `${place}/${String(key)}`)]));
  return watchRecord(watching, value, place);
}

/** Lists of named things are told apart by their names, as program-change.ts does. */
function keyOf(value: unknown, index: number): string {
  return typeof value === "object" && value !== null && "name" in value ? String(value.name) : String(index);
}

function numberOf(watching: Watching, name: string): number {
  const known = watching.places.get(name);
  if (known !== undefined) return known;
  watching.places.set(name, watching.places.size);
  return watching.places.size - 1;
}

/** Any look at a part of the record is a look at it. */
function watchRecord(watching: Watching, record: object, at: string): object {
  const own = numberOf(watching, at);
  const watched = {};
  for (const [key, part] of Object.entries(record)) {
    const below = at === "" ? key : `${at}/${key}`;
    const built = build(watching, part, below);
    // A list is a place of its own: a step's things to do are looked at when it opens, the step itself long before.
    const list = Array.isArray(part) ? numberOf(watching, below) : own;
    Object.defineProperty(watched, key, {
      enumerable: true,
      get: () => {
        watching.now[own] = (watching.now[own] as number) | seen.looked;
        watching.now[list] = (watching.now[list] as number) | seen.looked;
        return built;
      },
    });
  }
  return watched;
}

function makeExpression(watching: Watching, call: Call): Expression {
  const make = library[call.call] as (...args: readonly unknown[]) => Expression;
  return make(...(call.args as readonly unknown[]).map((arg) => buildArgument(watching, arg)));
}

function buildArgument(watching: Watching, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isCall(value)) {
    return watchInner(watching, value, makeExpression(watching, value), watching.inner);
  }
  if (Array.isArray(value)) return value.map((each) => buildArgument(watching, each));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, buildArgument(watching, part)]));
}

/** A comparison tells besides when its two figures are the same: then somebody stands exactly at the edge. */
function watchInner(watching: Watching, call: Call, ask: Expression, inner: Inner): Expression {
  const names = inner.get(call) ?? [];
  const edge = names.length > 0 && call.call === "compare" ? watchEdge(watching, call, ask, names) : ask;
  return names.reduce((made, name) => watchExpression(watching, made, name), edge);
}

function watchEdge(
  watching: Watching,
  call: Extract<Call, { call: "compare" }>,
  ask: Expression,
  names: readonly string[],
): Expression {
  const [left, right] = [call.args[0], call.args[2]].map((side) => interpretCall(side) as Read);
  const places = names.map((name) => numberOf(watching, name));
  return (context) => {
    const [a, b] = [left?.(context), right?.(context)];
    if (a !== undefined && b !== undefined && compareFigures(a, b) === 0)
      for (const own of places) watching.now[own] = (watching.now[own] as number) | seen.edge;
    return ask(context);
  };
}

function watchExpression(watching: Watching, ask: Expression, name: string): Expression {
  const own = numberOf(watching, name);
  return (context) => {
    const before = context.unknowns?.length ?? 0;
    const answer = ask(context);
    watching.effort += 1;
    const bit = answer === undefined ? seen.unknown : answer === false ? seen.failed : seen.held;
    watching.now[own] = (watching.now[own] as number) | seen.looked | bit;
    const rivals = watching.rivals.get(own);
    if (rivals !== undefined) askRivals(rivals, context, answer, context.unknowns?.slice(before));
    return answer;
  };
}

/** A rival that does not know has to leave the same open, or other questions would be asked. */
function askRivals(
  rivals: readonly Rival[],
  context: Context,
  answer: unknown,
  open: readonly Unknown[] | undefined,
): void {
  for (const rival of rivals) {
    if (rival.settled) continue;
    const unknowns: Unknown[] = [];
    const other = rival.ask(open === undefined ? context : { ...context, unknowns });
    if (same(other, answer) && (open === undefined || same(unknowns, open))) continue;
    rival.settled = true;
    rival.differs();
  }
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  return typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b);
}
