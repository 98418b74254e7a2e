// An example as it can be run: one pupil's facts as records, and what must or must not follow at which moment (S32).

import type { Span } from "../source/text.ts";
import type { Moment } from "../school/moment.ts";
import type { Arrival, LogRecord, Mark, Pupil, StaffMember } from "../school/record.ts";
import type * as Ast from "../syntax/ast.ts";
import type * as Model from "./model.ts";

export interface CheckedExample {
  readonly title: string;
  readonly origin: Model.Origin;
  /** `onRoll` is empty unless the example says when: the pupil is then on roll as long as it needs. */
  readonly pupil: Pupil;
  /** Only what is said; `-` for a mark that is missing. Every other session is attended. */
  readonly marks: readonly Mark[];
  readonly arrivals: readonly Arrival[];
  readonly log: readonly LogRecord[];
  readonly staff: readonly StaffMember[];
  /** `assuming acts done on time`. */
  readonly assumeOnTime: boolean;
  readonly expectations: readonly CheckedExpectation[];
}

export interface CheckedExpectation {
  /** A date alone is its last instant (S1). */
  readonly at: Moment;
  /** `expect no …`. */
  readonly not: boolean;
  readonly expectation:
    | { readonly kind: "condition"; readonly condition: Model.Condition }
    | { readonly kind: "obligation"; readonly state?: ObligationState; readonly sentence: Model.Sentence }
    | { readonly kind: "finding"; readonly what: FindingKind; readonly subject: string; readonly of?: string };
  readonly span: Span;
}

export type FindingKind = Extract<Ast.Expectation, { kind: "finding" }>["what"];
export type ObligationState = NonNullable<Extract<Ast.Expectation, { kind: "obligation" }>["state"]>;
