// The file of clauses that a policy names, or a refusal that says how to name one.

import { Refusal } from "./refusal.ts";
import type { OpenPolicy } from "./open-policy.ts";

export function namedClauses({
  compilation: { clauses, source },
}: OpenPolicy): NonNullable<OpenPolicy["compilation"]["clauses"]> {
  if (clauses !== undefined) return clauses;
  throw new Refusal(
    `${source.name} names no clauses that can be found, so there is nothing to cover.`,
    'Write `clauses from "./clauses.yaml"` under the policy\'s title, and put the file beside it.',
  );
}
