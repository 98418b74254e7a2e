// One policy and what was found in it: what every form of a report is written from.

import type { Diagnostic } from "./diagnostic.ts";

export interface Checked {
  /** As it was named, such as `policies/hall-green/hall-green.rollcall`. */
  readonly policy: string;
  readonly diagnostics: readonly Diagnostic[];
}
