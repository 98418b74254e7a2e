// The first line of the policy at hand: where to point when a finding is about the policy as a whole.

import type { Model } from "../checker/model.ts";
import type { Span } from "../source/text.ts";
import { Bug } from "../support/bug.ts";
import { headOf } from "./wording.ts";

export function ownHead(model: Model): Span {
  const own = model.layers.at(-1);
  if (own === undefined) throw new Bug(`the policy ${model.name} is not among its own layers`);
  const head = headOf({ span: own.span, clauses: [], layer: own.name });
  return head;
}
