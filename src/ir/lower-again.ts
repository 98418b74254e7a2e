// What was lowered of one Model → the same parts for another Model, of which most is the same: a part is taken over where its node
// stays and every name that it was seen to read still names the same thing. Anything else is lowered again.

import { isDeepEqual } from "../support/is-deep-equal.ts";
import type { Lowering, Names, Table } from "./lower-expressions.ts";
import { makeRuleBook } from "./rules.ts";
import type { Rule, RuleBook } from "./rules.ts";

/** By the node of the Model that it was lowered from. */
export type LoweredParts = ReadonlyMap<object, LoweredPart>;

interface LoweredPart {
  readonly made: unknown;
  readonly rules: readonly Rule[];
  readonly reads: readonly Read[];
}

/** A name that was looked up, with what it named; without a name, the whole table. */
interface Read {
  readonly table: keyof Names;
  readonly name?: string;
  readonly found: unknown;
}

export interface Relowering {
  /** The part of a node, lowered by `make` unless it is known. A node is lowered in one way only. */
  readonly part: <Made>(node: object, make: (lowering: Lowering, book: RuleBook) => Made) => Made;
  readonly parts: LoweredParts;
}

export function makeRelowering(lowering: Lowering, book: RuleBook, before: LoweredParts | undefined): Relowering {
  const parts = new Map<object, LoweredPart>();
  const stays = stayingIn(lowering.model);
  const lowerOne = (make: (lowering: Lowering, book: RuleBook) => unknown): LoweredPart => {
    const reads: Read[] = [];
    const own = makeRuleBook();
    const made = make({ ...lowering, model: watched(lowering.model, reads) }, own);
    return { made, rules: [...own.rules.values()], reads };
  };
  return {
    parts,
    part: <Made>(node: object, make: (lowering: Lowering, book: RuleBook) => Made): Made => {
      const known = before?.get(node);
      const found = known?.reads.every(stays) === true ? known : lowerOne(make);
      parts.set(node, found);
      found.rules.forEach(book.add);
      return found.made as Made;
    },
  };
}

function watched(model: Names, reads: Read[]): Names {
  const watch = <T>(table: keyof Names, of: Table<T>): Table<T> => ({
    get: (name) => {
      const found = of.get(name);
      reads.push({ table, name, found });
      return found;
    },
    values: () => {
      reads.push({ table, found: of });
      return of.values();
    },
  });
  const { parameters, measures, statuses, bands, words } = model;
  return {
    parameters: watch("parameters", parameters),
    measures: watch("measures", measures),
    statuses: watch("statuses", statuses),
    bands: watch("bands", bands),
    words: watch("words", words),
  };
}

/** Whether a name still names what it did; of a whole table, whether everything in it stays. Layers are merged anew each time. */
function stayingIn(model: Names): (read: Read) => boolean {
  const wholes = new Map<unknown, boolean>();
  return ({ table, name, found }) => {
    if (name !== undefined) return isDeepEqual(model[table].get(name), found);
    const same = wholes.get(found) ?? sameValues(model[table], found as Table<unknown>);
    wholes.set(found, same);
    return same;
  };
}

function sameValues(one: Table<unknown>, other: Table<unknown>): boolean {
  const [mine, theirs] = [[...one.values()], [...other.values()]];
  return mine.length === theirs.length && mine.every((value, place) => isDeepEqual(value, theirs[place]));
}
