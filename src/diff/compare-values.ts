// Values with a name: amounts of money, and figures whose lock says which way is stricter. Which way a figure without a lock
// is stricter nobody says, so it is shown as changed and not judged.

import { numberOf, standingValue } from "../analysis/figures.ts";
import type { Lock, Parameter } from "../checker/model.ts";
import { oneLine } from "../source/one-line.ts";
import { compareRatio } from "../units/ratio.ts";
import type { Pair } from "./pair.ts";
import type { DiffSide } from "./diff-side.ts";
import type { Comparison, Said } from "./verdict.ts";

export function compareValues(pair: Pair): readonly Comparison[] {
  const [one, other] = [pair.first.policy.model.parameters, pair.second.policy.model.parameters];
  return [...one.values()].flatMap((before) => {
    const after = other.get(before.name);
    return after === undefined ? [] : compareValue(pair, before, after);
  });
}

function compareValue({ first, second }: Pair, before: Parameter, after: Parameter): readonly Comparison[] {
  const [was, is] = [standingNumber(first, before), standingNumber(second, after)];
  if (was === undefined || is === undefined) return [];
  const rise = compareRatio(is, was);
  const stricter = stricterWay(before);
  if (rise === 0 || stricter === undefined) return [];
  const isStricter = rise === stricter;
  const money = before.type.kind === "money";
  return [
    {
      kind: "amount",
      id: before.name,
      title: before.title === "" ? before.name.replaceAll("-", " ") : before.title,
      verdict: isStricter ? "stricter" : "looser",
      proved: true,
      because: `${money ? "the amount" : "the figure"} is ${rise > 0 ? "higher" : "lower"}`,
      before: saidOf(first, before),
      after: saidOf(second, after),
      turning: [],
      facts: [],
    },
  ];
}

function standingNumber({ policy: { model }, day }: DiffSide, { name }: Parameter): ReturnType<typeof numberOf> {
  const standing = standingValue(model, day, name);
  return standing === undefined ? undefined : numberOf(model, day, standing);
}

function saidOf({ policy: { model }, day }: DiffSide, { name, origin }: Parameter): Said {
  const standing = standingValue(model, day, name);
  return { says: standing === undefined ? "unsaid" : oneLine(standing.span), origin };
}

/** The way a lock leaves open is the stricter one; of money that has to be paid, more is. */
function stricterWay({ lock, layers, type }: Parameter): 1 | -1 | undefined {
  const locks: readonly Lock[] = [lock, ...layers.map((layer) => layer.lock)];
  if (locks.includes("may only rise")) return 1;
  if (locks.includes("may only fall")) return -1;
  return type.kind === "money" ? 1 : undefined;
}
