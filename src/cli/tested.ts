// What `rollcall test` asks of one policy, and what it shows for the answer.

import type { OpenPolicy, ReadyPolicy } from "./open-policy.ts";

export interface TestedPolicy {
  readonly operand: string;
  readonly opened: OpenPolicy;
  readonly policy: ReadyPolicy;
}

export interface Tested {
  readonly format: string;
  readonly text: string;
  readonly json: object;
  readonly passed: boolean;
}
