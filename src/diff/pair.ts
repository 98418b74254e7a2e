// Two sides as one question: what their names share, and conditions of either made ready to be set against each other. A name
// that means another thing on the second side is marked there, so that nothing is proved by the sound of a word.

import { codesOfSet, isInForce } from "../analysis/session-codes.ts";
import type { Condition, Model, SessionSet } from "../checker/model.ts";
import { Bug } from "../support/bug.ts";
import type { Side } from "../witness/differing-facts.ts";
import { expand } from "../witness/expand.ts";
import type { DiffSide } from "./diff-side.ts";
import { differingNames, isSet, nameIn, setsWithin, speaksOfAny } from "./meaning.ts";
import type { Meant } from "./meaning.ts";

export interface Pair {
  readonly first: DiffSide;
  readonly second: DiffSide;
  /** Kind and name of what does not mean the same on both sides. */
  readonly differing: ReadonlySet<string>;
}

export function pairOf(first: DiffSide, second: DiffSide): Pair {
  const countsOtherwise = (set: SessionSet): boolean => !countsAlike(first, second, set);
  return { first, second, differing: differingNames(meant(first), meant(second), countsOtherwise) };
}

export function meant({ policy, day }: DiffSide): Meant {
  return { model: policy.model, day };
}

export function modelsOf({ first, second }: Pair): readonly [Model, Model] {
  return [first.policy.model, second.policy.model];
}

/** Both conditions spelled out; of the second, every name that means another thing there is another name. */
export function sidesOf(pair: Pair, first: Condition, second: Condition): readonly [Side, Side] {
  const [one, other] = [pair.first, pair.second].map(({ policy: { model }, day }) => ({ model, day }));
  if (one === undefined || other === undefined) throw new Bug("a pair of one");
  return [
    { known: one, condition: expand(one.model, first) },
    { known: other, condition: mark(pair, expand(other.model, second)) as Condition },
  ];
}

function mark(pair: Pair, node: unknown): unknown {
  if (Array.isArray(node)) return node.map((each) => mark(pair, each));
  if (typeof node !== "object" || node === null) return node;
  const record = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === "span" ? (value as unknown) : mark(pair, value)]),
  );
  const name = nameIn(record);
  const otherwise =
    (name !== undefined && pair.differing.has(name)) ||
    (isSet(record["of"]) && !countsAlike(pair.first, pair.second, record["of"]));
  return otherwise ? { ...record, otherwise: true, ...renamed(record) } : record;
}

/** Whether what it names, or the register codes that it counts, are not the same on both sides. */
export function restsOnOther(pair: Pair, node: unknown): boolean {
  const { first, second, differing } = pair;
  return speaksOfAny(differing, node) || setsWithin(node).some((set) => !countsAlike(first, second, set));
}

/** Judgements are told apart by the name of the decision alone, and answers by that of the field. */
function renamed({ kind, decision, field }: Readonly<Record<string, unknown>>): object {
  if (kind === "judged" && typeof decision === "string") return { decision: `${decision}${OTHERWISE}` };
  return kind === "field-is" && typeof field === "string" ? { field: `${field}${OTHERWISE}` } : {};
}

/** Ends the name of what means another thing on the second side. */
const OTHERWISE = " otherwise";

/** Whether the same register codes count on both sides. */
function countsAlike(first: DiffSide, second: DiffSide, set: SessionSet): boolean {
  const [one, other] = [first, second].map(({ policy: { model }, day }) =>
    codesOfSet(
      model.codes.filter((code) => isInForce(code, day)),
      set,
    )
      .toSorted()
      .join(" "),
  );
  return one === other;
}
