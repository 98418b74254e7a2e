// Where a condition of a case is read when nothing else says: at the moment the case is looked at.

import type { Case } from "../explain/case.ts";
import type { Context } from "../runtime/context.ts";

export function contextFor({ replay, asOf }: Case): Context {
  return { ...replay.context, now: asOf };
}
