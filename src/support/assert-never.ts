// Ends every switch over a union, so that adding a kind breaks the build until each switch serves it.

import { Bug } from "./bug.ts";

/** Throws {@link Bug}: reached only when a value lies outside its type, which our own code let in. */
export function assertNever(value: never): never {
  throw new Bug(`A value of no known kind arrived here: ${JSON.stringify(value)}`);
}
