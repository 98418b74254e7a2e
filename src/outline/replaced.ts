// What a declaration replaced, layer by layer, nation first; and the highest layer that locked it.

import type { Lock, Named } from "../checker/model.ts";

type Replacing = Named & { readonly replaces?: Named };

export function replacedBy<N extends Named>(node: N & { readonly replaces?: N }): readonly N[] {
  const above = node.replaces;
  return above === undefined ? [] : [...replacedBy(above), above];
}

export interface Locked {
  readonly lock?: Lock;
  readonly lockedBy?: string;
}

export function lockOf(node: Replacing): Locked {
  const { lock } = node;
  if (lock === undefined || lock === "free") return {};
  const first = [...replacedBy(node), node].find((each) => each.lock !== undefined && each.lock !== "free");
  return { lock, lockedBy: first?.origin.layer ?? node.origin.layer };
}
