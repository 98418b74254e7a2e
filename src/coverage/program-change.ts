// Two Irs, before and after an edit → the places of the first at which the second says something else.
// A place is the way to it from the root, such as `procedures/concern/steps/letter/trigger/test`.

import { isCall } from "../ir/ir.ts";
import type { Call, Ir } from "../ir/ir.ts";
import type { SessionSet } from "../runtime/program.ts";

export interface ProgramChange {
  /** Expressions that read otherwise, with what stands there now. */
  readonly expressions: ReadonlyMap<string, Call>;
  /** Members of lists and tables that are gone. */
  readonly gone: readonly string[];
  /** Records with plain parts that differ, or with parts they had not. */
  readonly records: readonly string[];
  /** The session sets are others, so that their numbers mean something else. */
  readonly renumbered: boolean;
  /** Nothing is computed otherwise, not even what is only listed. */
  readonly none: boolean;
}

/** What only lists outcomes for a reader, and what a rule is called, decides nothing that an example can look at. */
const shown: ReadonlySet<string> = new Set(["statuses", "bands", "measures", "holes", "sets", "title", "name"]);
const names: ReadonlySet<string> = new Set(["rule", "clauses"]);

export function programChange(before: Ir, after: Ir): ProgramChange {
  const found: Found = { expressions: new Map(), gone: [], records: [], sets: [before.sets, after.sets] };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (shown.has(key)) continue;
    compare(member(before, key), member(after, key), key, "", found);
  }
  const { expressions, gone, records } = found;
  const same = expressions.size === 0 && gone.length === 0 && records.length === 0;
  const none = same && listed.every((key) => saidOf(before, key) === saidOf(after, key));
  return {
    none,
    expressions,
    gone,
    records,
    renumbered: JSON.stringify(before.sets) !== JSON.stringify(after.sets),
  };
}

/** What is put in place where it is named; an example can name it even where no rule does. */
const listed = ["statuses", "bands", "measures"] as const;

const known = new WeakMap<object, string>();

function saidOf(ir: Ir, key: (typeof listed)[number]): string {
  const before = known.get(ir[key]) ?? said(ir[key], ir.sets);
  known.set(ir[key], before);
  return before;
}

interface Found {
  readonly expressions: Map<string, Call>;
  readonly gone: string[];
  readonly records: string[];
  readonly sets: readonly [readonly SessionSet[], readonly SessionSet[]];
}

function compare(a: unknown, b: unknown, place: string, around: string, found: Found): void {
  if (a === b) return;
  if (isCall(a) && isCall(b)) {
    if (saidBefore(a, found.sets[0]) !== said(b, found.sets[1])) found.expressions.set(place, b);
  } else if (Array.isArray(a) && Array.isArray(b)) compareLists(a, b, place, around, found);
  else if (a instanceof Map && b instanceof Map) compareKeys(a, b, place, around, found);
  else if (isRecord(a) && isRecord(b)) compareRecords(a, b, place, found);
  else if (said(a, found.sets[0]) !== said(b, found.sets[1])) found.records.push(around);
}

/** What the unedited policy says is asked again for every edit. */
function saidBefore(call: Call, sets: readonly SessionSet[]): string {
  const before = known.get(call) ?? said(call, sets);
  known.set(call, before);
  return before;
}

function compareLists(a: readonly unknown[], b: readonly unknown[], place: string, around: string, found: Found): void {
  if (a.every(isNamed) && b.every(isNamed)) return compareNamed(a, b, place, around, found);
  if (a.length === b.length) {
    a.forEach((each, index) => compare(each, b[index], `${place}/${index}`, around, found));
    return;
  }
  const [left, right] = [a.map((each) => said(each, found.sets[0])), b.map((each) => said(each, found.sets[1]))];
  if (b.length > a.length) return void found.records.push(around);
  let same = 0;
  while (same < b.length && left[same] === right[same]) same++;
  const gone = a.length - b.length;
  // Everything after the gap has to be as it was; an edit that does more than take away counts as a change of the whole.
  if (left.slice(same + gone).join() !== right.slice(same).join()) return void found.records.push(around);
  for (let index = same; index < same + gone; index++) found.gone.push(`${place}/${index}`);
}

function compareNamed(a: readonly Named[], b: readonly Named[], place: string, around: string, found: Found): void {
  const [before, after] = [new Map(a.map((each) => [each.name, each])), new Map(b.map((each) => [each.name, each]))];
  const kept = a.filter(({ name }) => after.has(name)).map(({ name }) => name);
  const order = b.filter(({ name }) => before.has(name)).map(({ name }) => name);
  if (before.size !== a.length || kept.join() !== order.join()) return void found.records.push(around);
  compareKeys(before, after, place, around, found);
}

function compareKeys(
  a: ReadonlyMap<unknown, unknown>,
  b: ReadonlyMap<unknown, unknown>,
  place: string,
  around: string,
  found: Found,
): void {
  if ([...b.keys()].some((key) => !a.has(key))) found.records.push(around);
  for (const [key, value] of a) {
    if (b.has(key)) compare(value, b.get(key), `${place}/${String(key)}`, around, found);
    else found.gone.push(`${place}/${String(key)}`);
  }
}

function compareRecords(a: Plain, b: Plain, place: string, found: Found): void {
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (names.has(key)) continue;
    if (key in a && key in b) compare(a[key], b[key], `${place}/${key}`, place, found);
    else found.records.push(place);
  }
}

// ---------------------------------------------------------------- what a part says

type Plain = Readonly<Record<string, unknown>>;
type Named = Plain & { readonly name: string };

function isRecord(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Map);
}

function isNamed(value: unknown): value is Named {
  return isRecord(value) && typeof value["name"] === "string";
}

function member(record: object, key: string): unknown {
  return (record as Plain)[key];
}

/** Which arguments of a call, and which keys of an anchor, are the numbers of session sets. */
const setArguments: Readonly<Record<string, readonly number[]>> = {
  rate: [0, 1],
  sessions: [0],
  days: [0],
  occasions: [0],
  run: [1, 2],
  sessionNow: [0],
};

/** A part as text, its session sets spelled out, so that two policies that number them differently can be compared. */
function said(value: unknown, sets: readonly SessionSet[]): string {
  return JSON.stringify(value, function spell(this: unknown, key: string, part: unknown): unknown {
    if (names.has(key)) return undefined;
    if (part instanceof Map) return [...part];
    if (typeof part === "bigint") return `${part}n`;
    if (typeof part === "number" && key === "set") return sets[part];
    if (!isCall(part)) return part;
    // What is compared with something unsaid is not known, whatever the edge.
    if (part.call === "compare" && [part.args[0], part.args[2]].some((side) => isCall(side) && side.call === "hole"))
      return [part.call, part.args[0], part.args[2]];
    const places = setArguments[part.call];
    if (places === undefined) return part;
    return [part.call, part.args.map((arg, index) => (places.includes(index) ? sets[Number(arg)] : arg))];
  });
}
